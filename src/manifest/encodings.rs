//! Which encodings a stream's columns got. Kept in lists: maps of maps take kilobytes per table.

use std::{borrow::Cow, fmt};

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{MapAccess, Visitor},
    ser::SerializeMap as _,
};

/// One column's encodings with the number of blocks of each.
type Blocks = Vec<(Cow<'static, str>, u64)>;

/// Encodings per column. In JSON a map of maps: `{"orderkey": {"delta": 12}}`.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Encodings(Vec<(Box<str>, Blocks)>);

impl Encodings {
    /// Encodings of columns, in their order.
    pub fn new<'a>(columns: impl IntoIterator<Item = (&'a str, Vec<(&'static str, u64)>)>) -> Self {
        let borrowed = |blocks: Vec<(&'static str, u64)>| {
            blocks.into_iter().map(|(name, count)| (Cow::Borrowed(name), count)).collect()
        };
        Encodings(columns.into_iter().map(|(column, blocks)| (Box::from(column), borrowed(blocks))).collect())
    }

    /// Whether no column has any.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The columns with their encodings, each with the number of blocks that have it.
    pub fn iter(&self) -> impl Iterator<Item = (&str, impl Iterator<Item = (&str, u64)>)> {
        self.0.iter().map(|(column, blocks)| (&**column, blocks.iter().map(|(name, count)| (&**name, *count))))
    }
}

impl Serialize for Encodings {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        struct Inner<'a>(&'a Blocks);
        impl Serialize for Inner<'_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, count)| (name, count)))
            }
        }
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (column, blocks) in &self.0 {
            map.serialize_entry(column, &Inner(blocks))?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Encodings {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let columns = deserializer.deserialize_map(Pairs::<Box<str>, Pairs<Cow<'static, str>, u64>>::default())?;
        Ok(Encodings(columns.into_iter().map(|(column, blocks)| (column, blocks.0)).collect()))
    }
}

/// A JSON object as a list of its members. Grows with what is there, never by a stated number.
struct Pairs<K, V>(Vec<(K, V)>);

impl<K, V> Default for Pairs<K, V> {
    fn default() -> Self {
        Pairs(Vec::new())
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Visitor<'de> for Pairs<K, V> {
    type Value = Vec<(K, V)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self::Value, A::Error> {
        while let Some(pair) = map.next_entry()? {
            self.0.push(pair);
        }
        self.0.shrink_to_fit();
        Ok(self.0)
    }
}

impl<'de, K: Deserialize<'de>, V: Deserialize<'de>> Deserialize<'de> for Pairs<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self::default()).map(Pairs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_a_map_of_maps_in_the_columns_order() -> Result<(), serde_json::Error> {
        let encodings = Encodings::new([("z", vec![("delta", 12), ("plain", 1)]), ("a", Vec::new())]);
        let json = serde_json::to_string(&encodings)?;
        assert_eq!(json, r#"{"z":{"delta":12,"plain":1},"a":{}}"#);
        let read: Encodings = serde_json::from_str(&json)?;
        assert_eq!(read, encodings);
        let listed: Vec<(&str, Vec<(&str, u64)>)> =
            read.iter().map(|(column, blocks)| (column, blocks.collect())).collect();
        assert_eq!(listed, [("z", vec![("delta", 12), ("plain", 1)]), ("a", Vec::new())]);
        assert!(serde_json::from_str::<Encodings>(r#"{"z":[]}"#).is_err());
        Ok(())
    }
}
