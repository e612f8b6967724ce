//! Binary or text, decided per table over the type tree of its columns by an allow-list.
use crate::manifest::{Column, TypeTable};

/// The decision for one table.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Choice {
    /// Class A: portable.
    Binary,
    /// Class B: holds OIDs of user types; servers before 14 refuse it.
    BinaryWithOids,
    /// Class C: text, because of this.
    Text { reason: String },
    /// Class D: no format can be restored, because of this.
    Unrestorable { reason: String },
}

/// stub
pub fn row_format(_columns: &[Column], _types: &TypeTable, _server_encoding: &str) -> Choice {
    todo!()
}
