//! What can be wrong with an archive, as data: the rule that was broken and the place that broke it.

use std::fmt;

use super::{RecordType, Version};

/// Where in an archive something stands.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Place {
    /// The first bytes.
    Preamble,
    /// A record whose header could not be read, or between two records.
    Record,
    /// A record with a good header.
    Known {
        /// Its type.
        record_type: RecordType,
        /// Its stream, 0 when it belongs to none.
        stream: u32,
        /// Its number.
        number: u32,
    },
    /// Behind the trailer.
    AfterTrailer,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Place::Preamble => f.write_str("the preamble"),
            Place::Record => f.write_str("a record header"),
            Place::AfterTrailer => f.write_str("the end of the archive"),
            Place::Known { record_type, stream, number } => match record_type {
                RecordType::BLOCK => write!(f, "block {number} of stream {stream}"),
                RecordType::STREAM_END => write!(f, "the end of stream {stream}"),
                RecordType::ENTRIES | RecordType::TABLES | RecordType::INDEX => write!(f, "{record_type} {number}"),
                _ => write!(f, "the {record_type}"),
            },
        }
    }
}

macro_rules! faults {
    ($($(#[doc = $doc:literal])* $name:ident $rule:literal $text:literal;)*) => {
        /// A rule of the format that an archive breaks: the archive is corrupt.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Fault {
            $($(#[doc = $doc])* $name,)*
        }

        impl Fault {
            /// Every fault.
            pub const ALL: &[Fault] = &[$(Fault::$name),*];

            /// The number of the rule in `format-spec/spec.md`.
            pub fn rule(self) -> &'static str {
                match self { $(Fault::$name => $rule,)* }
            }
        }

        impl fmt::Display for Fault {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self { $(Fault::$name => $text,)* })
            }
        }
    };
}

faults! {
    /// The first bytes are not the magic, although the preamble's checksum says what they were.
    Magic "R-10" "the magic is damaged";
    /// The magic was changed the way a text-mode transfer does.
    TextMode "R-10" "line ends or high bits were changed, as a transfer in text mode does; copy the file in binary mode";
    /// The preamble's CRC32C does not match.
    PreambleChecksum "R-11" "the checksum does not match";
    /// More streams open at once than the format allows.
    OpenStreamsLimit "R-15" "it declares more open streams than the format allows";
    /// The bytes where a record must start are not the archive's marker.
    Marker "R-20" "no record starts here";
    /// The header's CRC32C does not match.
    HeaderChecksum "R-21" "the header's checksum does not match";
    /// The record's checksum does not match.
    RecordChecksum "R-22" "the checksum does not match";
    /// A field that this type of record does not use is not zero.
    UnusedField "R-26" "a header field that must be zero is not";
    /// More stored bytes than the format allows.
    StoredLimit "R-27" "it is longer than the format allows";
    /// More raw bytes than the format allows.
    RawLimit "R-28" "it would grow beyond what the format allows";
    /// The payload of a record of fixed layout does not have its length.
    PayloadLength "R-29" "the payload does not have the length of its type";
    /// A record stands where its type must not.
    Order "R-30" "a record of this type must not stand here";
    /// A document's number is not the next one.
    DocumentNumber "R-31" "its number is not the next one";
    /// A document is not exactly one Zstandard frame.
    DocumentFrame "R-32" "the payload is not one Zstandard frame";
    /// A document does not inflate to the stated length.
    DocumentLength "R-33" "it does not inflate to its stated length";
    /// A document grows more than the format allows.
    DocumentRatio "R-34" "it grows by more than the format allows";
    /// A document is not UTF-8.
    DocumentEncoding "R-35" "it is not UTF-8";
    /// A stream number out of range.
    StreamNumber "R-40" "its stream number is out of range";
    /// A block's number is not the next one of its stream.
    BlockNumber "R-41" "its number is not the next one of its stream";
    /// A record of a stream that has ended.
    StreamEnded "R-42" "its stream has ended before";
    /// More streams open than the preamble declares.
    TooManyOpen "R-43" "more streams are open than the preamble declares";
    /// A block that holds nothing, or both ends rows and goes on.
    BlockRows "R-44" "its numbers of rows and bytes do not fit together";
    /// A stream ends inside a row.
    RowUnfinished "R-45" "the stream's last row is not finished";
    /// A stream end states other counts than its blocks.
    StreamCounts "R-46" "it does not count what its blocks hold";
    /// A stream without its end, or a number left out.
    StreamMissing "R-47" "a stream has no end";
    /// The index says something else than the records.
    IndexDisagrees "R-50" "index and records disagree";
    /// An index record that is not cut where it must be.
    IndexCut "R-51" "an index record does not hold the lines it must";
    /// The trailer states another hash.
    IndexHash "R-52" "the hash of the index is not what the trailer states";
    /// The trailer states other counts or another archive.
    TrailerCounts "R-53" "lengths, counts or the archive id are not what was read";
    /// Bytes follow the trailer.
    TrailingBytes "R-54" "bytes follow the trailer";
}

/// Something this version of dumpr does not know: the archive may be whole, but a newer version must read it.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Unmet {
    /// Another major version of the format.
    FormatVersion(u16),
    /// Bits of the required feature word.
    Features(u64),
    /// A type of record that must not be skipped.
    RecordType(u16),
    /// Flags of a record.
    Flags(u16),
}

impl Unmet {
    /// The number of the rule in `format-spec/spec.md`.
    pub fn rule(self) -> &'static str {
        match self {
            Unmet::FormatVersion(_) => "R-12",
            Unmet::Features(_) => "R-13",
            Unmet::RecordType(_) => "R-23",
            Unmet::Flags(_) => "R-25",
        }
    }
}

impl fmt::Display for Unmet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unmet::FormatVersion(version) => write!(f, "format version {version}"),
            Unmet::Features(bits) => {
                f.write_str("required feature")?;
                for bit in (0..u64::BITS).filter(|bit| bits >> bit & 1 == 1) {
                    write!(f, " {bit}")?;
                }
                Ok(())
            }
            Unmet::RecordType(number) => write!(f, "record type {number}"),
            Unmet::Flags(flags) => write!(f, "record flags {flags:#06x}"),
        }
    }
}

/// A call that the writer refuses: a fault of the caller, found before a wrong byte is written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Misuse {
    /// The record would break this rule of the format.
    Rule(Fault),
    /// The payload is longer than its record can state.
    TooLong {
        /// Its bytes.
        bytes: u64,
        /// The limit.
        limit: u32,
    },
}

impl fmt::Display for Misuse {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Misuse::Rule(fault) => write!(f, "{fault}"),
            Misuse::TooLong { bytes, limit } => write!(f, "{bytes} bytes are more than its limit of {limit}"),
        }
    }
}

/// "needs dumpr 1.4 or later", from what the preamble says.
pub(super) fn advice(needs: Version) -> String {
    format!("dumpr {}.{} or later can read it", needs.major, needs.minor)
}
