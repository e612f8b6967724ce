//! Keys: where an object stands in the source's system catalogs.

use std::{
    collections::{HashMap, HashSet},
    hash::{BuildHasher, Hash, Hasher, RandomState},
};

/// The system catalog that holds an object's row. The numbers are the catalogs' own OIDs, which are
/// fixed in PostgreSQL's sources (`src/include/catalog/pg_*.h`) and the same on every version.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Class(pub u32);

#[expect(missing_docs, reason = "each constant is the catalog of its name")]
impl Class {
    pub const TYPE: Class = Class(1247);
    pub const ATTRIBUTE: Class = Class(1249);
    pub const PROC: Class = Class(1255);
    pub const RELATION: Class = Class(1259);
    pub const ROLE: Class = Class(1260);
    pub const TABLESPACE: Class = Class(1213);
    pub const ROLE_MEMBER: Class = Class(1261);
    pub const DATABASE: Class = Class(1262);
    pub const DEFAULT_ACL: Class = Class(826);
    pub const FOREIGN_SERVER: Class = Class(1417);
    pub const USER_MAPPING: Class = Class(1418);
    pub const FOREIGN_DATA_WRAPPER: Class = Class(2328);
    pub const ACCESS_METHOD: Class = Class(2601);
    pub const ATTRDEF: Class = Class(2604);
    pub const CAST: Class = Class(2605);
    pub const CONSTRAINT: Class = Class(2606);
    pub const CONVERSION: Class = Class(2607);
    pub const LANGUAGE: Class = Class(2612);
    pub const LARGE_OBJECT: Class = Class(2613);
    pub const NAMESPACE: Class = Class(2615);
    pub const OPERATOR_CLASS: Class = Class(2616);
    pub const OPERATOR: Class = Class(2617);
    pub const REWRITE: Class = Class(2618);
    pub const TRIGGER: Class = Class(2620);
    pub const OPERATOR_FAMILY: Class = Class(2753);
    pub const ACCESS_METHOD_OPERATOR: Class = Class(2602);
    pub const ACCESS_METHOD_PROCEDURE: Class = Class(2603);
    pub const EXTENSION: Class = Class(3079);
    pub const POLICY: Class = Class(3256);
    pub const STATISTIC_EXT: Class = Class(3381);
    pub const ROLE_SETTING: Class = Class(2964);
    pub const COLLATION: Class = Class(3456);
    pub const EVENT_TRIGGER: Class = Class(3466);
    pub const TRANSFORM: Class = Class(3576);
    pub const TS_DICTIONARY: Class = Class(3600);
    pub const TS_PARSER: Class = Class(3601);
    pub const TS_CONFIGURATION: Class = Class(3602);
    pub const TS_TEMPLATE: Class = Class(3764);
    pub const SUBSCRIPTION: Class = Class(6100);
    pub const PUBLICATION: Class = Class(6104);
    pub const PUBLICATION_RELATION: Class = Class(6106);
    pub const PUBLICATION_NAMESPACE: Class = Class(6237);
    pub const PARAMETER_ACL: Class = Class(6243);
}

/// Which of the objects made from one catalog row is meant. `pg_depend` speaks of [`Part::Definition`].
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Part {
    /// The object itself.
    Definition,
    /// The shell type that precedes a base or range type's functions.
    Shell,
    /// ATTACH PARTITION of a table or an index.
    Attach,
    /// OWNED BY of a sequence.
    OwnedBy,
    /// ENABLE ROW LEVEL SECURITY of a table.
    RowSecurity,
    /// The rows of a table, the values of a sequence, the bytes of large objects.
    Rows,
    /// REFRESH of a materialized view.
    Refresh,
    /// The redefinition of a view that was created as a dummy.
    Redefinition,
    /// Settings and properties of the database, attributes of a role, options of a tablespace.
    Properties,
    /// The password of a role.
    Password,
    /// A comment; the number is the column's, or 0.
    Comment(i16),
    /// A security label; the numbers are the column's (or 0) and the provider's position.
    SecurityLabel(i16, u8),
    /// Privileges; the number is the column's, or 0.
    Acl(i16),
    /// Optimizer statistics of a relation.
    Statistics,
}

/// Where an object stands in the source's catalogs.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Key {
    /// The catalog.
    pub class: Class,
    /// The row's OID.
    pub oid: u32,
    /// Which of the objects made from that row.
    pub part: Part,
}

impl Key {
    /// The object itself.
    pub fn new(class: Class, oid: u32) -> Self {
        Key { class, oid, part: Part::Definition }
    }

    /// Another object made from the same catalog row.
    pub fn part(self, part: Part) -> Self {
        Key { part, ..self }
    }
}

/// `from` needs `to`: a row of `pg_depend`, or a need that a kind adds.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub struct Edge {
    /// The dependent object.
    pub from: Key,
    /// What must exist before it.
    pub to: Key,
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_u64(u64::from(self.class.0) << 32 | u64::from(self.oid));
        // Most objects of a row are few enough to meet; a table may have a comment for each of its columns.
        match self.part {
            Part::Definition => {}
            Part::Comment(column) | Part::SecurityLabel(column, _) | Part::Acl(column) => state.write_i16(column),
            _ => state.write_i16(-1),
        }
    }
}

/// Things by key. A schema has hundreds of thousands of keys, and each is looked up many times.
pub type KeyMap<T> = HashMap<Key, T, KeyHash>;

/// Keys.
pub type KeySet = HashSet<Key, KeyHash>;

/// The hash of [`KeyMap`]: a multiplication for each word, under a seed that nobody outside knows, so that no server can
/// choose OIDs which meet.
#[derive(Clone, Debug)]
pub struct KeyHash {
    seed: u64,
}

impl Default for KeyHash {
    fn default() -> Self {
        KeyHash { seed: RandomState::new().hash_one(0) }
    }
}

impl BuildHasher for KeyHash {
    type Hasher = KeyHasher;

    fn build_hasher(&self) -> KeyHasher {
        KeyHasher { state: self.seed }
    }
}

/// The state of a [`KeyHash`].
#[derive(Debug)]
pub struct KeyHasher {
    state: u64,
}

impl Hasher for KeyHasher {
    fn finish(&self) -> u64 {
        self.state
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_i16(&mut self, word: i16) {
        self.write_u64(u64::from(word.cast_unsigned()));
    }

    fn write_u64(&mut self, word: u64) {
        // Both halves of the product, so that every bit of the word counts in every bit of the hash.
        let product = u128::from(self.state ^ word) * u128::from(0x9E37_79B9_7F4A_7C15_u64);
        let [low, high] =
            [product & u128::from(u64::MAX), product >> 64].map(|half| u64::try_from(half).unwrap_or_default());
        self.state = low ^ high;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_small() {
        // A schema has several for each object, and more in its edges.
        assert_eq!((size_of::<Key>(), size_of::<Option<Key>>()), (12, 12));
    }

    #[test]
    fn keys_spread_and_equal_ones_meet() {
        let hash = KeyHash::default();
        let hashes: HashSet<u64> =
            (0..1000).map(|oid| hash.hash_one(Key::new(Class::RELATION, 16384 + oid)) >> 48).collect();
        assert!(hashes.len() > 900, "{} of 1000 in 65536 places", hashes.len());
        let key = Key::new(Class::TYPE, 7).part(Part::Comment(3));
        assert_eq!(hash.hash_one(key), hash.hash_one(Key { ..key }));
        assert_ne!(hash.hash_one(key), hash.hash_one(key.part(Part::Comment(4))));
        let map: KeyMap<u8> = [(key, 1), (key.part(Part::Rows), 2)].into_iter().collect();
        assert_eq!(map.get(&key), Some(&1));
    }
}
