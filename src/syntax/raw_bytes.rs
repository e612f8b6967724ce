//! Text of a database without an encoding (`SQL_ASCII`), where names and definitions may be any bytes.
//!
//! Bytes that are not UTF-8 stand in a string as one character each, U+10F700 + the byte: the end of the last private
//! use plane. A text that has such characters of its own has their bytes replaced in the same way, so the way back is
//! always exact, whatever the text.

use std::borrow::Cow;

/// The character that stands for the byte 0.
const BASE: u32 = 0x0010_F700;

/// The characters that stand for the bytes from 0x80 on; smaller ones are always UTF-8.
const MARKS: std::ops::RangeInclusive<char> = '\u{10F780}'..='\u{10F7FF}';

/// The first byte of every mark in UTF-8.
const LEAD: u8 = 0xF4;

/// A server's bytes as a string.
pub fn from_bytes(bytes: &[u8]) -> String {
    // Nearly all texts are neither: they are taken as they are.
    if !bytes.contains(&LEAD)
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return text.to_owned();
    }
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for character in chunk.valid().chars() {
            if MARKS.contains(&character) {
                let mut own = [0; 4];
                text.extend(character.encode_utf8(&mut own).bytes().map(mark));
            } else {
                text.push(character);
            }
        }
        text.extend(chunk.invalid().iter().copied().map(mark));
    }
    text
}

/// The bytes of a string that [`from_bytes`] made, or that has no marks.
pub fn to_bytes(text: &str) -> Cow<'_, [u8]> {
    if !has_marks(text) {
        return Cow::Borrowed(text.as_bytes());
    }
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        match marked(character) {
            Some(byte) => bytes.push(byte),
            None => bytes.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    Cow::Owned(bytes)
}

/// Whether bytes of the string stand as marks.
pub fn has_marks(text: &str) -> bool {
    text.as_bytes().contains(&LEAD) && text.chars().any(|character| marked(character).is_some())
}

/// The byte that a character stands for.
pub fn marked(character: char) -> Option<u8> {
    MARKS.contains(&character).then(|| u8::try_from(u32::from(character) - BASE).ok())?
}

fn mark(byte: u8) -> char {
    // Every number of this range is a character; a byte below 0x80 never comes here.
    char::from_u32(BASE + u32::from(byte)).unwrap_or(char::REPLACEMENT_CHARACTER)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn utf8_stays_and_other_bytes_are_marked() {
        assert_eq!(from_bytes("größe".as_bytes()), "größe");
        assert_eq!(from_bytes(b"gr\xf6\xdfe"), "gr\u{10F7F6}\u{10F7DF}e");
        assert_eq!(*to_bytes("gr\u{10F7F6}\u{10F7DF}e"), *b"gr\xf6\xdfe");
        assert!(!has_marks("größe \u{10FFFF}") && has_marks("\u{10F780}"));
    }

    #[test]
    fn a_text_with_such_characters_comes_back() {
        let text = "a\u{10F7A0}b\u{10F700}";
        assert_ne!(from_bytes(text.as_bytes()), text);
        assert_eq!(*to_bytes(&from_bytes(text.as_bytes())), *text.as_bytes());
    }

    proptest! {
        #[test]
        fn any_bytes_come_back(bytes in proptest::collection::vec(any::<u8>(), 0..64)) {
            let text = from_bytes(&bytes);
            let back = to_bytes(&text);
            prop_assert_eq!(&*back, &bytes[..]);
        }
    }
}
