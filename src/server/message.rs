//! An `ErrorResponse` or `NoticeResponse` of the server, field by field.
//!
//! Detail and context may hold rows of tables; they are kept apart from the message, and whoever shows them
//! decides so. Text is kept as the server sent it; [`printable`] makes it fit for a terminal.

use std::fmt::{self, Write as _};

use tokio_postgres::error::{DbError, ErrorPosition};

use super::frames::ProtocolError;
use crate::syntax::raw_bytes;

/// What the server said: an error, a warning or a notice.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct ServerMessage {
    /// `ERROR`, `FATAL`, `WARNING`, `NOTICE` …, never translated.
    pub severity: String,
    /// The SQLSTATE: `42501`.
    pub sqlstate: String,
    /// The primary message.
    pub message: String,
    /// DETAIL: may hold row data.
    pub detail: Option<String>,
    /// HINT.
    pub hint: Option<String>,
    /// CONTEXT: where it happened (`COPY orders, line 7, column id: "x"`); may hold row data.
    pub context: Option<String>,
    /// Character position in the statement, from 1.
    pub position: Option<u32>,
    /// The schema concerned.
    pub schema: Option<String>,
    /// The table concerned.
    pub table: Option<String>,
    /// The column concerned.
    pub column: Option<String>,
    /// The constraint concerned.
    pub constraint: Option<String>,
}

impl ServerMessage {
    /// Reads the fields of an `ErrorResponse` or `NoticeResponse` body (manual chapter 53.8). Bytes that are not
    /// UTF-8 are replaced: before the session's encoding is agreed the server may speak any.
    pub(super) fn parse(body: &[u8]) -> Result<Self, ProtocolError> {
        let mut message = ServerMessage::default();
        let mut rest = body;
        loop {
            match rest.split_first() {
                Some((0, [])) => return Ok(message),
                Some((&field, after)) if field != 0 => {
                    let end = after.iter().position(|&byte| byte == 0).ok_or(ProtocolError::UnterminatedText)?;
                    message.set(field, String::from_utf8_lossy(&after[..end]).into_owned());
                    rest = &after[end + 1..];
                }
                _ => return Err(ProtocolError::UnterminatedText),
            }
        }
    }

    fn set(&mut self, field: u8, value: String) {
        match field {
            // `V` (never translated) comes after `S` (translated) and replaces it.
            b'S' | b'V' => self.severity = value,
            b'C' => self.sqlstate = value,
            b'M' => self.message = value,
            b'D' => self.detail = Some(value),
            b'H' => self.hint = Some(value),
            b'W' => self.context = Some(value),
            b'P' => self.position = value.parse().ok(),
            b's' => self.schema = Some(value),
            b't' => self.table = Some(value),
            b'c' => self.column = Some(value),
            b'n' => self.constraint = Some(value),
            _ => {}
        }
    }
}

impl From<&DbError> for ServerMessage {
    fn from(error: &DbError) -> Self {
        let text = |value: Option<&str>| value.map(str::to_owned);
        ServerMessage {
            severity: error.severity().to_owned(),
            sqlstate: error.code().code().to_owned(),
            message: error.message().to_owned(),
            detail: text(error.detail()),
            hint: text(error.hint()),
            context: text(error.where_()),
            position: match error.position() {
                Some(ErrorPosition::Original(position)) => Some(*position),
                _ => None,
            },
            schema: text(error.schema()),
            table: text(error.table()),
            column: text(error.column()),
            constraint: text(error.constraint()),
        }
    }
}

/// Severity, message and SQLSTATE, fit for a terminal; neither detail nor context.
impl fmt::Display for ServerMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} ({})", printable(&self.severity), printable(&self.message), printable(&self.sqlstate))
    }
}

/// Text of a server made fit for a terminal: control characters and those that reorder or hide other text
/// become `\u{…}`, so that a name cannot move the cursor or start a line of its own.
pub fn printable(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        // A byte of a database without an encoding.
        if let Some(byte) = raw_bytes::marked(character) {
            // Writing to a String cannot fail.
            let _ = write!(shown, "\\x{byte:02x}");
            continue;
        }
        match character {
            '\n' => shown.push_str("\\n"),
            '\r' => shown.push_str("\\r"),
            '\t' => shown.push_str("\\t"),
            // Line and paragraph separators; marks, embeddings, overrides and isolates of writing direction.
            '\u{2028}'
            | '\u{2029}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{61c}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}' => push_escaped(&mut shown, character),
            _ if character.is_control() => push_escaped(&mut shown, character),
            _ => shown.push(character),
        }
    }
    shown
}

fn push_escaped(shown: &mut String, character: char) {
    // Writing to a String cannot fail.
    let _ = write!(shown, "{}", character.escape_unicode());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_and_the_untranslated_severity_wins() {
        let body = b"SFEHLER\0VERROR\0C42501\0Mpermission denied\0DKey (id)=(7)\0WCOPY t, line 1\0P12\0Rexec\0\0";
        let message = ServerMessage::parse(body).expect("well-formed");
        assert_eq!(message.severity, "ERROR");
        assert_eq!(message.sqlstate, "42501");
        assert_eq!(message.detail.as_deref(), Some("Key (id)=(7)"));
        assert_eq!(message.position, Some(12));
        assert_eq!(message.to_string(), "ERROR: permission denied (42501)");
    }

    #[test]
    fn cut_bodies_are_refused() {
        let body = b"SERROR\0C42501\0Mno\0\0";
        for length in 0..body.len() {
            let cut = ServerMessage::parse(&body[..length]);
            assert_eq!(cut, Err(ProtocolError::UnterminatedText), "{length} bytes");
        }
        assert!(ServerMessage::parse(b"SERROR\0\0trailing").is_err());
    }

    #[test]
    fn control_characters_are_escaped() {
        assert_eq!(printable("a\nb\u{1b}[2J\u{202e}\u{85}ü"), "a\\nb\\u{1b}[2J\\u{202e}\\u{85}ü");
    }
}
