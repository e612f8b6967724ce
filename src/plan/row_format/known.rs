//! The types that are known by name, and what is known of them.

/// OIDs below this belong to the server itself (`FirstGenbkiObjectId` in `transam.h`). Others change from
/// one database to the next.
pub(super) const FIRST_USER_OID: u32 = 10_000;

/// Types of `pg_catalog` whose binary form was compared byte by byte on every supported server.
/// Not `tsquery`: servers send an empty one that they refuse to read back.
pub(super) const PROVEN: [&str; 46] = [
    "bit",
    "bool",
    "box",
    "bpchar",
    "bytea",
    "char",
    "cid",
    "cidr",
    "circle",
    "date",
    "float4",
    "float8",
    "inet",
    "int2",
    "int4",
    "int8",
    "interval",
    "json",
    "jsonb",
    "jsonpath",
    "line",
    "lseg",
    "macaddr",
    "macaddr8",
    "name",
    "numeric",
    "oid",
    "path",
    "pg_lsn",
    "pg_snapshot",
    "point",
    "polygon",
    "refcursor",
    "text",
    "tid",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "tsvector",
    "txid_snapshot",
    "uuid",
    "varbit",
    "varchar",
    "xid",
    "xid8",
];

/// Extension types whose binary form was proven: type, extension. Any schema.
pub(super) const PROVEN_EXTENSION_TYPES: [(&str, &str); 9] = [
    ("citext", "citext"),
    ("cube", "cube"),
    ("geography", "postgis"),
    ("geometry", "postgis"),
    ("halfvec", "vector"),
    ("hstore", "hstore"),
    ("ltree", "ltree"),
    ("sparsevec", "vector"),
    ("vector", "vector"),
];

/// Types whose binary form is the OID of an object, accepted by any server and wrong on all but the source.
pub(super) const REFERENCES: [&str; 12] = [
    "regclass",
    "regcollation",
    "regconfig",
    "regdatabase",
    "regdictionary",
    "regnamespace",
    "regoper",
    "regoperator",
    "regproc",
    "regprocedure",
    "regrole",
    "regtype",
];

/// Types that servers write and never read back.
pub(super) const WRITE_ONLY: [&str; 6] = [
    "pg_brin_bloom_summary",
    "pg_brin_minmax_multi_summary",
    "pg_dependencies",
    "pg_mcv_list",
    "pg_ndistinct",
    "pg_node_tree",
];
