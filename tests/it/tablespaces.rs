//! Tablespaces of tables, indexes and materialized views: kept, left out, or missing at the target.

use dumpr_test_servers::{Options, Server, compare};

use crate::{
    dumpr::{dump, restore, run, word},
    outcome::{TestResult, on_every_version},
};

on_every_version!(tablespaces_are_kept_left_out_or_missed);

const TABLESPACES: &str = "SET allow_in_place_tablespaces = on;\nCREATE TABLESPACE place LOCATION '';\n\
    CREATE TABLESPACE \"Other Place\" LOCATION '';";

const SCHEMA: &str = r#"
CREATE TABLE plain (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY USING INDEX TABLESPACE "Other Place", n int UNIQUE) TABLESPACE place;
INSERT INTO t SELECT i, i FROM generate_series(1, 100) i;
CREATE INDEX moved ON t (n) TABLESPACE "Other Place";
CREATE INDEX stays ON t (n);
CREATE MATERIALIZED VIEW mv TABLESPACE place AS SELECT * FROM t;
CREATE TABLE p (id int, PRIMARY KEY (id) USING INDEX TABLESPACE place) PARTITION BY RANGE (id) TABLESPACE place;
CREATE TABLE p_inherits PARTITION OF p FOR VALUES FROM (0) TO (10);
CREATE TABLE p_other PARTITION OF p FOR VALUES FROM (10) TO (20) TABLESPACE "Other Place";
CREATE TABLE p_default PARTITION OF p FOR VALUES FROM (20) TO (30) TABLESPACE pg_default;
CREATE INDEX ON p (id) TABLESPACE "Other Place";
ALTER TABLE t ADD EXCLUDE USING btree (id WITH =) USING INDEX TABLESPACE place;
"#;

const COUNT: &str = "SELECT count(*) FROM pg_class WHERE reltablespace <> 0 AND relnamespace = 'public'::regnamespace";

fn tablespaces_are_kept_left_out_or_missed(version: u32) -> TestResult {
    let server = Server::start(&Options::new(version))?;
    let source = server.create_database()?;
    source.run(TABLESPACES)?;
    source.run(SCHEMA)?;
    let scratch = tempfile::tempdir()?;
    let (with, without) = (scratch.path().join("with.dump"), scratch.path().join("without.dump"));
    dump(&source, &with, &[])?;
    dump(&source, &without, &["--no-tablespaces"])?;

    let target = server.create_database()?;
    restore(&target, &with, &[])?;
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");
    // A database in another place says it of itself, not of its tables.
    let moved = server.create_database_as("moved", "TABLESPACE place")?;
    restore(&moved, &without, &[])?;
    assert_eq!(moved.run(COUNT)?, "0");

    let elsewhere = Server::shared(version)?;
    let target = elsewhere.create_database()?;
    let refused = run(&["restore", "-d", &target.url(), word(&with)])?.exits(1)?;
    refused.says("no tablespace Other Place, place")?.says("--no-tablespaces")?;
    assert_eq!(target.run("SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace")?, "0");
    restore(&target, &with, &["--no-tablespaces"])?;
    assert_eq!(target.run(COUNT)?, "0");
    let target = elsewhere.create_database()?;
    restore(&target, &without, &[])?;
    assert_eq!(target.run(COUNT)?, "0");
    Ok(())
}
