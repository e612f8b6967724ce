//! Well-known data sets for measurements.

use std::{path::PathBuf, process::Command};

use crate::{
    Database, Tools, cache,
    error::{Error, Result, output_of},
    package,
};

/// The tables of TPC-H with their columns.
const TPCH_TABLES: &str = "\
CREATE TABLE region (r_regionkey integer NOT NULL, r_name char(25) NOT NULL, r_comment varchar(152));
CREATE TABLE nation (n_nationkey integer NOT NULL, n_name char(25) NOT NULL, n_regionkey integer NOT NULL,
    n_comment varchar(152));
CREATE TABLE part (p_partkey integer NOT NULL, p_name varchar(55) NOT NULL, p_mfgr char(25) NOT NULL,
    p_brand char(10) NOT NULL, p_type varchar(25) NOT NULL, p_size integer NOT NULL, p_container char(10) NOT NULL,
    p_retailprice numeric(15,2) NOT NULL, p_comment varchar(23) NOT NULL);
CREATE TABLE supplier (s_suppkey integer NOT NULL, s_name char(25) NOT NULL, s_address varchar(40) NOT NULL,
    s_nationkey integer NOT NULL, s_phone char(15) NOT NULL, s_acctbal numeric(15,2) NOT NULL,
    s_comment varchar(101) NOT NULL);
CREATE TABLE partsupp (ps_partkey integer NOT NULL, ps_suppkey integer NOT NULL, ps_availqty integer NOT NULL,
    ps_supplycost numeric(15,2) NOT NULL, ps_comment varchar(199) NOT NULL);
CREATE TABLE customer (c_custkey integer NOT NULL, c_name varchar(25) NOT NULL, c_address varchar(40) NOT NULL,
    c_nationkey integer NOT NULL, c_phone char(15) NOT NULL, c_acctbal numeric(15,2) NOT NULL,
    c_mktsegment char(10) NOT NULL, c_comment varchar(117) NOT NULL);
CREATE TABLE orders (o_orderkey bigint NOT NULL, o_custkey integer NOT NULL, o_orderstatus char(1) NOT NULL,
    o_totalprice numeric(15,2) NOT NULL, o_orderdate date NOT NULL, o_orderpriority char(15) NOT NULL,
    o_clerk char(15) NOT NULL, o_shippriority integer NOT NULL, o_comment varchar(79) NOT NULL);
CREATE TABLE lineitem (l_orderkey bigint NOT NULL, l_partkey integer NOT NULL, l_suppkey integer NOT NULL,
    l_linenumber integer NOT NULL, l_quantity numeric(15,2) NOT NULL, l_extendedprice numeric(15,2) NOT NULL,
    l_discount numeric(15,2) NOT NULL, l_tax numeric(15,2) NOT NULL, l_returnflag char(1) NOT NULL,
    l_linestatus char(1) NOT NULL, l_shipdate date NOT NULL, l_commitdate date NOT NULL, l_receiptdate date NOT NULL,
    l_shipinstruct char(25) NOT NULL, l_shipmode char(10) NOT NULL, l_comment varchar(44) NOT NULL);
";

/// The keys of TPC-H.
const TPCH_KEYS: &str = "\
ALTER TABLE region ADD PRIMARY KEY (r_regionkey);
ALTER TABLE nation ADD PRIMARY KEY (n_nationkey), ADD FOREIGN KEY (n_regionkey) REFERENCES region;
ALTER TABLE part ADD PRIMARY KEY (p_partkey);
ALTER TABLE supplier ADD PRIMARY KEY (s_suppkey), ADD FOREIGN KEY (s_nationkey) REFERENCES nation;
ALTER TABLE partsupp ADD PRIMARY KEY (ps_partkey, ps_suppkey), ADD FOREIGN KEY (ps_partkey) REFERENCES part,
    ADD FOREIGN KEY (ps_suppkey) REFERENCES supplier;
ALTER TABLE customer ADD PRIMARY KEY (c_custkey), ADD FOREIGN KEY (c_nationkey) REFERENCES nation;
ALTER TABLE orders ADD PRIMARY KEY (o_orderkey), ADD FOREIGN KEY (o_custkey) REFERENCES customer;
CREATE INDEX ON orders (o_orderdate);
ALTER TABLE lineitem ADD PRIMARY KEY (l_orderkey, l_linenumber), ADD FOREIGN KEY (l_orderkey) REFERENCES orders,
    ADD FOREIGN KEY (l_partkey, l_suppkey) REFERENCES partsupp;
CREATE INDEX ON lineitem (l_shipdate);
ANALYZE;
";

const TPCH_NAMES: [&str; 8] = ["region", "nation", "part", "supplier", "partsupp", "customer", "orders", "lineitem"];

/// Fills a database with pgbench's tables at this scale (100 000 accounts each).
///
/// # Errors
/// What pgbench said.
pub fn load_pgbench(database: &Database<'_>, scale: u32) -> Result<()> {
    let mut pgbench = Tools::get()?.command("pgbench");
    pgbench.args(["-i", "-q", "-s", &scale.to_string(), "--foreign-keys"]);
    output_of(pgbench.arg(database.server().socket_url(database.name()))).map(drop)
}

/// Fills a database with TPC-H at this scale factor (1 is about a gigabyte), keys and two indexes included.
///
/// The generator and its files are kept in the cache.
///
/// # Errors
/// The generator could not be had, or it or psql failed.
pub fn load_tpch(database: &Database<'_>, scale_factor: f64) -> Result<()> {
    let files = tpch_files(scale_factor)?;
    database.run(TPCH_TABLES)?;
    for table in TPCH_NAMES {
        let file = files.join(format!("{table}.csv"));
        let copy = format!("\\copy {table} FROM '{}' (FORMAT csv, HEADER)", file.display());
        database.run(&copy)?;
    }
    database.run(TPCH_KEYS).map(drop)
}

/// The folder with one `.csv` file per table.
fn tpch_files(scale_factor: f64) -> Result<PathBuf> {
    cache::entry(&format!("tpch-{scale_factor}"), |staging| {
        let mut generate = Command::new(package::tpch_generator()?.join("tpchgen-cli"));
        generate.args(["csv", "--quiet", "-s", &scale_factor.to_string(), "--output-dir"]).arg(staging);
        output_of(&mut generate)?;
        let missing = TPCH_NAMES.iter().find(|table| !staging.join(format!("{table}.csv")).is_file());
        missing.map_or(Ok(()), |table| Err(Error::Malformed { what: format!("tpchgen-cli made no {table}.csv") }))
    })
}
