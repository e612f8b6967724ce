//! Texts made of templates that many of them share, and of values in columns of their own. format-spec/blocks.md §4.11.
//!
//! ```text
//! +----------------+--------------+---------------------+------------------+------------------+------------+
//! | templates: u16 | columns: u16 | 2 × page(templates) | 2 × page(places) | lengths(pieces)  | page(text) |
//! +----------------+--------------+---------------------+------------------+------------------+------------+
//! +-----------------+------------------+
//! | w × page(n)     | columns × column |
//! +-----------------+------------------+
//! ```
//! A template is pieces of text with places between them; each place takes the next value of its column. Columns are as
//! those of a block, without NULLs, and templates are not among their encodings.

mod source;

use source::Source;

use super::lengths::{self, Read};
use crate::codec::{
    CodecError,
    column::read_nested,
    input::Input,
    page::{Content, PageReader, PageWriter},
    values::{Fields, Lengths},
};

/// The templates of a column.
#[derive(Debug, Default)]
pub(in crate::codec) struct Table {
    /// Number of places of each template.
    places: Vec<u16>,
    /// The column of each place, template after template.
    columns: Vec<u16>,
    /// Length of each piece: those of a template are one more than its places.
    lengths: Vec<u32>,
    /// The pieces.
    text: Vec<u8>,
    /// One per value.
    codes: Vec<u16>,
}

impl Table {
    pub(in crate::codec) fn clear(&mut self) {
        self.places.clear();
        self.columns.clear();
        self.lengths.clear();
        self.text.clear();
        self.codes.clear();
    }

    /// How many templates there are.
    pub(in crate::codec) fn len(&self) -> usize {
        self.places.len()
    }

    /// Adds a template: its pieces, and the column of each place between them.
    pub(in crate::codec) fn add<'a>(&mut self, pieces: impl Iterator<Item = &'a [u8]>, columns: &[u16]) {
        for piece in pieces {
            // A piece is a part of a field, which has at most 2^31 bytes.
            self.lengths.push(u32::try_from(piece.len()).unwrap_or(u32::MAX));
            self.text.extend_from_slice(piece);
        }
        self.places.push(u16::try_from(columns.len()).unwrap_or(u16::MAX));
        self.columns.extend_from_slice(columns);
    }

    /// One more value, of this template.
    pub(in crate::codec) fn push(&mut self, template: u16) {
        self.codes.push(template);
    }

    /// The columns of a template's places.
    pub(in crate::codec) fn columns_of(&self, places: std::ops::Range<usize>) -> &[u16] {
        &self.columns[places]
    }

    /// Appends everything but the columns, of which there are so many.
    pub(in crate::codec) fn encode(
        &self,
        columns: u16,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<(), CodecError> {
        let too_many = |_| CodecError::Inconsistent("there are too many templates");
        out.extend_from_slice(&u16::try_from(self.places.len()).map_err(too_many)?.to_le_bytes());
        out.extend_from_slice(&columns.to_le_bytes());
        pages.write_planes(&self.places, 2, out)?;
        pages.write_planes(&self.columns, 2, out)?;
        lengths::encode(Lengths::Varied(&self.lengths), pages, out)?;
        pages.write(Content::Text, &self.text, out)?;
        pages.write_planes(&self.codes, code_width(self.places.len()), out)
    }
}

/// Pages of a template's code.
fn code_width(templates: usize) -> u32 {
    if templates <= 256 { 1 } else { 2 }
}

const TOO_LONG: CodecError = CodecError::Inconsistent("the values are longer than the block");

/// Reads `count` values, of at most `limit` bytes together.
pub(in crate::codec) fn decode(
    input: &mut Input<'_>,
    count: usize,
    limit: usize,
    pages: &mut PageReader,
    scratch: &mut Vec<u8>,
) -> Result<Fields, CodecError> {
    let (templates, columns) = (usize::from(input.u16()?), usize::from(input.u16()?));
    let places = pages.read_words(input, templates, 2, scratch)?;
    let all_places: usize = places.iter().map(|&count| usize::from(count)).sum();
    // There is a byte at least between two places.
    if all_places > limit.saturating_add(templates) {
        return Err(TOO_LONG);
    }
    let place_columns = pages.read_words(input, all_places, 2, scratch)?;
    if place_columns.iter().any(|&column| usize::from(column) >= columns) {
        return Err(CodecError::Inconsistent("a place of a template has no column"));
    }
    let (pieces, text_bytes) = lengths::decode(input, all_places + templates, limit, pages, scratch)?;
    let mut text = pages.spare.bytes.take(text_bytes);
    pages.read(input, text_bytes, &mut text)?;
    let codes = pages.read_words(input, count, code_width(templates), scratch)?;
    if codes.iter().any(|&code| usize::from(code) >= templates) {
        return Err(CodecError::Inconsistent("a value has no template"));
    }
    let layout = Layout::new(&places, &pieces, limit)?;
    let mut uses = vec![0_usize; templates];
    for &code in &codes {
        uses[usize::from(code)] += 1;
    }
    // What the templates' own text takes; the rest is for the values.
    let own = layout.templates.iter().zip(&uses).map(|(template, &uses)| template.text.len().saturating_mul(uses));
    let mut left = limit.checked_sub(own.fold(0, usize::saturating_add)).ok_or(TOO_LONG)?;
    let mut values = vec![0_usize; columns];
    for (template, &uses) in layout.templates.iter().zip(&uses) {
        for &column in &place_columns[template.places.clone()] {
            let values = &mut values[usize::from(column)];
            *values = values.saturating_add(uses);
        }
    }
    let mut sources = Vec::with_capacity(columns);
    for &count in &values {
        // As many places as bytes between them, and one more for each value of this column.
        if count > limit.saturating_add(codes.len()) {
            return Err(TOO_LONG);
        }
        let source = Source::new(read_nested(input, count, left, pages, scratch)?)?;
        left = left.checked_sub(source.bytes()).ok_or(TOO_LONG)?;
        sources.push(source);
    }
    let (mut lengths, mut bytes) = (pages.spare.lengths.take(count), pages.spare.bytes.take(limit - left));
    lengths.reserve(count);
    bytes.reserve(limit - left);
    for &code in &codes {
        let before = bytes.len();
        let template = &layout.templates[usize::from(code)];
        let mut rest = &text[template.text.clone()];
        for (&column, &piece) in place_columns[template.places.clone()].iter().zip(&layout.lengths[template.pieces..]) {
            let (piece, after) = rest.split_at(piece as usize);
            rest = after;
            bytes.extend_from_slice(piece);
            sources[usize::from(column)].append_next(&mut bytes);
        }
        bytes.extend_from_slice(rest);
        lengths.push(u32::try_from(bytes.len() - before).map_err(|_| TOO_LONG)?);
    }
    pages.spare.codes.give(codes);
    pages.spare.bytes.give(text);
    for source in sources {
        source.give_back(&mut pages.spare);
    }
    Ok(Fields::Varied { lengths, bytes })
}

/// Where a template's parts are.
struct Template {
    places: std::ops::Range<usize>,
    /// Its first piece.
    pieces: usize,
    text: std::ops::Range<usize>,
}

/// Where the parts of all templates are.
struct Layout {
    templates: Vec<Template>,
    /// Length of each piece.
    lengths: Vec<u32>,
}

impl Layout {
    fn new(places: &[u16], pieces: &Read, limit: usize) -> Result<Layout, CodecError> {
        let count = places.iter().map(|&places| usize::from(places) + 1).sum();
        let lengths = match pieces {
            Read::Constant(width) => vec![u32::try_from(*width).map_err(|_| TOO_LONG)?; count],
            Read::Varied(lengths) => lengths.clone(),
        };
        let mut layout = Layout { templates: Vec::with_capacity(places.len()), lengths };
        let (mut place, mut piece, mut at) = (0, 0, 0);
        for &count in places {
            let count = usize::from(count);
            let own = &layout.lengths[piece..=piece + count];
            if own.get(1..count).is_some_and(|inner| inner.contains(&0)) {
                return Err(CodecError::Inconsistent("there is nothing between two places of a template"));
            }
            // Their sum is at most the limit.
            let bytes: usize = own.iter().map(|&length| length as usize).sum();
            layout.templates.push(Template { places: place..place + count, pieces: piece, text: at..at + bytes });
            place += count;
            piece += count + 1;
            at += bytes;
        }
        if at > limit { Err(TOO_LONG) } else { Ok(layout) }
    }
}
