//! Dumps while others write, truncate and rewrite tables: each is one consistent moment, or a clear error.
//!
//! The oracle is in the data: every transaction keeps the sum over two tables at zero and writes the number of
//! rows of each into a ledger. A dump that saw one table before and the other after a transaction, or a table
//! emptied between its snapshot and its read, cannot satisfy both.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Child, Stdio},
};

use dumpr::server::{Environment, Interrupt, Session, SettingsBuilder};
use dumpr_test_servers::{Database, ManyTables, Options, Server, Tools, load_many_tables};

use crate::{
    dumpr::{Run, restore, run, word},
    outcome::{Failure, TestResult, all, on_every_version},
};

const TABLES: &str = "\
CREATE TABLE credit (id bigserial, amount int NOT NULL, note text);
CREATE TABLE debit (id bigserial, amount int NOT NULL, note text);
CREATE TABLE ledger (name text PRIMARY KEY, rows bigint NOT NULL);
INSERT INTO credit (amount, note) SELECT i, repeat(md5(i::text), 10) FROM generate_series(1, 20000) i;
INSERT INTO debit (amount, note) SELECT -i, repeat(md5(i::text), 10) FROM generate_series(1, 20000) i;
INSERT INTO ledger VALUES ('credit', 20000), ('debit', 20000);";

/// A transfer: both tables and the ledger.
const TRANSFER: &str = "\
\\set amount random(1, 1000)
BEGIN;
INSERT INTO credit (amount, note) VALUES (:amount, 'transfer');
INSERT INTO debit (amount, note) VALUES (-:amount, 'transfer');
UPDATE ledger SET rows = rows + 1;
COMMIT;
";

/// Both tables emptied and filled again in one transaction.
const TRUNCATE: &str = "\
BEGIN;
TRUNCATE credit, debit;
INSERT INTO credit (amount, note) SELECT i, 'fresh' FROM generate_series(1, 3000) i;
INSERT INTO debit (amount, note) SELECT -i, 'fresh' FROM generate_series(1, 3000) i;
UPDATE ledger SET rows = 3000;
COMMIT;
";

/// A rewrite of both tables: every row gets a new home, a snapshot taken before it sees nothing there.
const REWRITE: &str = "\
BEGIN;
LOCK TABLE credit, debit IN ACCESS EXCLUSIVE MODE;
ALTER TABLE credit ALTER amount TYPE bigint, ADD extra int DEFAULT (random() * 10)::int;
ALTER TABLE debit ALTER amount TYPE bigint, ADD extra int DEFAULT (random() * 10)::int;
ALTER TABLE credit ALTER amount TYPE int, DROP extra;
ALTER TABLE debit ALTER amount TYPE int, DROP extra;
COMMIT;
";

/// A function, a view and a row that say the same number; the functions beside them make the reading of the schema last.
const DEFINITIONS: &str = "\
CREATE TABLE stamp (n int); INSERT INTO stamp VALUES (1);
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW v AS SELECT 1 AS n;
DO $$BEGIN FOR i IN 1..300 LOOP
    EXECUTE format('CREATE FUNCTION f_%s() RETURNS int LANGUAGE sql AS %L', i, 'SELECT 1');
END LOOP; END$$;";

/// Another number everywhere at once. The sleep lets a dump come through, the row keeps the two sessions apart.
const REDEFINE: &str = "\
\\set n random(1, 1000000)
BEGIN;
UPDATE stamp SET n = :n;
CREATE OR REPLACE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT :n';
CREATE OR REPLACE VIEW v AS SELECT :n AS n;
COMMIT;
\\sleep 1500 ms
";

/// What every consistent copy satisfies.
const CHECK: &str = "\
SELECT (SELECT coalesce(sum(amount), 0) FROM credit) + (SELECT coalesce(sum(amount), 0) FROM debit) = 0
   AND (SELECT count(*) FROM credit) = (SELECT rows FROM ledger WHERE name = 'credit')
   AND (SELECT count(*) FROM debit) = (SELECT rows FROM ledger WHERE name = 'debit')";

/// One session of a server with the settings of the test can lock them all, two cannot.
const TABLES_NEARLY_TOO_MANY: u32 = 1500;

on_every_version!(definitions_of_one_moment);
on_every_version!(definitions_changed_after_the_snapshot_are_named);
on_every_version!(a_standby_that_follows);
on_every_version!(writers);
on_every_version!(writers_with_truncate_and_rewrite);

fn a_standby_that_follows(version: u32) -> TestResult {
    let server = Server::start(&Options::new(version))?;
    let source = server.create_database()?;
    source.run(TABLES)?;
    source.run("CREATE UNLOGGED TABLE session (id int); INSERT INTO session VALUES (1)")?;
    let standby = server.standby()?;
    let scratch = tempfile::tempdir()?;
    let load = Load::start(&source, scratch.path(), &[("transfer", TRANSFER, 1)])?;
    for number in 0..3 {
        let (archive, target) = (scratch.path().join(format!("{number}.dump")), server.create_database()?);
        let dump = run(&["dump", "-d", &standby.url(source.name()), "-j", "2", "-f", word(&archive)])?;
        dump.exits(0)?.says("rows of unlogged tables are not dumped: a standby has none")?;
        restore(&target, &archive, &[])?;
        assert_eq!(target.run(CHECK)?, "t", "dump {number}");
        assert_eq!(target.run("SELECT count(*) FROM session")?, "0", "the table is there, its rows are not");
    }
    load.stop()
}

fn writers(version: u32) -> TestResult {
    dump_under(version, &[("transfer", TRANSFER, 1)], 3)
}

fn writers_with_truncate_and_rewrite(version: u32) -> TestResult {
    dump_under(version, &[("transfer", TRANSFER, 20), ("truncate", TRUNCATE, 1), ("rewrite", REWRITE, 1)], 8)
}

fn definitions_of_one_moment(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let source = server.create_database()?;
    source.run(DEFINITIONS)?;
    let scratch = tempfile::tempdir()?;
    let load = Load::start(&source, scratch.path(), &[("redefine", REDEFINE, 1)])?;
    for number in 0..3 {
        let archive = scratch.path().join(format!("{number}.dump"));
        let dump = run(&["dump", "-d", &source.url(), "-j", "2", "-f", word(&archive)])?;
        if dump.code() != Some(0) {
            assert!(!archive.exists(), "a failed dump left an archive: {dump}");
            dump.says("was changed while the schema was being read")?;
            continue;
        }
        let target = server.create_database()?;
        restore(&target, &archive, &[])?;
        assert_eq!(target.run("SELECT f() = n AND (SELECT n FROM v) = n FROM stamp")?, "t", "dump {number}");
    }
    load.stop()
}

fn definitions_changed_after_the_snapshot_are_named(version: u32) -> TestResult {
    let source = Server::shared(version)?.create_database()?;
    source.run(
        "CREATE SCHEMA s; CREATE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE VIEW s.v AS SELECT 1 AS n;
         CREATE DOMAIN s.d AS int; CREATE TABLE s.t (a s.d); CREATE MATERIALIZED VIEW s.m AS SELECT 1 AS n;
         CREATE SEQUENCE s.q; CREATE INDEX i ON s.t (a);",
    )?;
    let settings = SettingsBuilder::new(Environment::new([], Some("postgres".to_owned()))).database(source.url());
    let mut holder = Session::open_source(&settings.build()?, &Interrupt::default())?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("x.dump");
    let mut dump_under_new_snapshot = |change: &str| -> TestResult<Run> {
        holder.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
        let snapshot: String = holder.query("SELECT pg_catalog.pg_export_snapshot()", &[])?[0].try_get(0)?;
        source.run(change)?;
        let dump = run(&["dump", "-d", &source.url(), "-f", word(&archive), "--overwrite", "--snapshot", &snapshot]);
        holder.execute("COMMIT")?;
        dump
    };
    // What definitions do not speak of may change, and there may be more than there was.
    dump_under_new_snapshot(
        "CREATE FUNCTION s.g() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE TABLE s.later (a int);
         REFRESH MATERIALIZED VIEW s.m; ALTER SEQUENCE s.q INCREMENT 1; SELECT nextval('s.q');
         CREATE TEMP TABLE tmp (a int); INSERT INTO s.t VALUES (1); ANALYZE s.t",
    )?
    .exits(0)?;
    let changes = [
        ("CREATE OR REPLACE FUNCTION s.f() RETURNS int LANGUAGE sql AS 'SELECT 2'", "function s.f"),
        ("CREATE OR REPLACE VIEW s.v AS SELECT 2 AS n", "s.v"),
        ("ALTER DOMAIN s.d RENAME TO e", "type s.d"),
        ("ALTER INDEX s.i RENAME TO j", "relation s.i"),
        ("ALTER SEQUENCE s.q RENAME TO r", "relation s.q"),
        ("DROP FUNCTION s.f()", "function s.f"),
    ];
    all(changes.map(|(change, _)| change), |change| {
        let what = changes.iter().find(|(known, _)| known == change).map_or("", |(_, what)| what);
        dump_under_new_snapshot(change)?.exits(1)?.says(&format!("{what} was changed")).map(drop)
    })
}

/// Takes dumps while pgbench runs these scripts, and checks each.
fn dump_under(version: u32, scripts: &[(&str, &str, u32)], dumps: u32) -> TestResult {
    let server = Server::shared(version)?;
    let source = server.create_database()?;
    source.run(TABLES)?;
    let scratch = tempfile::tempdir()?;
    let load = Load::start(&source, scratch.path(), scripts)?;
    let mut whole = 0;
    for number in 0..dumps {
        let archive = scratch.path().join(format!("{number}.dump"));
        let dump = run(&["dump", "-d", &source.url(), "-j", "2", "-f", word(&archive)])?;
        if dump.code() != Some(0) {
            // Refusing is allowed, with a reason and without a file; a silent hole is not.
            assert!(!archive.exists(), "a failed dump left an archive: {dump}");
            assert!(dump.stderr.contains("error:"), "a failed dump gave no reason: {dump}");
            continue;
        }
        whole += 1;
        let target = server.create_database()?;
        restore(&target, &archive, &[])?;
        if target.run(CHECK)? != "t" {
            let counts =
                "SELECT (SELECT count(*) FROM credit), (SELECT count(*) FROM debit), (SELECT rows FROM ledger LIMIT 1)";
            return Err(Failure::new(format!("dump {number} is not one moment: {}", target.run(counts)?)));
        }
    }
    load.stop()?;
    assert_eq!(source.run(CHECK)?, "t", "the load itself broke the invariant: the test is wrong");
    assert!(whole > 0, "not one of {dumps} dumps went through");
    Ok(())
}

/// The readers share the room of the lock table with the session that holds a lock on every table.
#[test]
fn readers_of_many_tables_keep_few_locks() -> TestResult {
    let few = Options::new(18).setting("max_connections", "12").setting("max_locks_per_transaction", "15");
    let server = Server::start(&few)?;
    let source = server.create_database()?;
    load_many_tables(&source, ManyTables { tables: TABLES_NEARLY_TOO_MANY, rows: 1, foreign_keys: false })?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("many.dump");
    let dump = run(&["dump", "-d", &source.url(), "-j", "6", "-f", word(&archive)])?;
    assert_eq!(dump.code(), Some(0), "{dump}");
    let compared = run(&["verify", "--against", &source.url(), "-j", "6", word(&archive)])?;
    assert_eq!(compared.code(), Some(0), "{compared}");
    Ok(())
}

/// pgbench running scripts in two sessions.
struct Load {
    pgbench: Child,
    log: PathBuf,
}

impl Load {
    fn start(database: &Database<'_>, scratch: &Path, scripts: &[(&str, &str, u32)]) -> TestResult<Load> {
        let mut pgbench = Tools::get()?.command("pgbench");
        pgbench.args(["-n", "-c", "2", "-T", "600", "--max-tries=1000"]);
        for (name, script, weight) in scripts {
            let file = scratch.join(name);
            fs::write(&file, script)?;
            pgbench.arg("-f").arg(format!("{}@{weight}", word(&file)));
        }
        let log = scratch.join("pgbench.log");
        let output = fs::File::create(&log)?;
        pgbench.arg(database.url()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(output);
        Ok(Load { pgbench: pgbench.spawn()?, log })
    }

    /// Ends the load, which must still be running.
    fn stop(mut self) -> TestResult {
        match self.pgbench.try_wait()? {
            None => Ok(()), // ended on drop
            Some(status) => {
                let log = fs::read_to_string(&self.log).unwrap_or_default();
                Err(Failure::new(format!("the load ended early ({status}): {log}")))
            }
        }
    }
}

impl Drop for Load {
    fn drop(&mut self) {
        let _ = self.pgbench.kill();
        let _ = self.pgbench.wait();
    }
}
