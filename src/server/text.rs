//! Text as the server sends it: UTF-8, or any bytes in a database without an encoding.

use std::{error::Error, sync::Arc};

use tokio_postgres::types::{FromSql, Type};

use crate::syntax::raw_bytes;

/// A value of `text`, `name` and the like; see [`raw_bytes`] for bytes that are not UTF-8.
pub(crate) struct Text(pub(crate) String);

impl<'a> FromSql<'a> for Text {
    fn from_sql(_: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Text(raw_bytes::from_bytes(raw)))
    }

    fn accepts(kind: &Type) -> bool {
        <String as FromSql>::accepts(kind)
    }
}

/// A type that a column of a query can be read as.
pub(crate) trait Value: Sized {
    /// The same as tokio-postgres reads it.
    type Wire: for<'a> FromSql<'a>;

    /// From what was read.
    fn from_wire(wire: Self::Wire) -> Self;
}

impl Value for String {
    type Wire = Text;

    fn from_wire(wire: Text) -> Self {
        wire.0
    }
}

impl Value for Arc<str> {
    type Wire = Text;

    fn from_wire(wire: Text) -> Self {
        wire.0.into()
    }
}

impl<T: Value> Value for Option<T> {
    type Wire = Option<T::Wire>;

    fn from_wire(wire: Self::Wire) -> Self {
        wire.map(T::from_wire)
    }
}

impl<T: Value> Value for Vec<T> {
    type Wire = Vec<T::Wire>;

    fn from_wire(wire: Self::Wire) -> Self {
        wire.into_iter().map(T::from_wire).collect()
    }
}

macro_rules! as_they_are {
    ($($type:ty),*) => {
        $(impl Value for $type {
            type Wire = $type;

            fn from_wire(wire: $type) -> Self {
                wire
            }
        })*
    };
}

as_they_are!(bool, i8, i16, i32, i64, u32, f32, f64);
