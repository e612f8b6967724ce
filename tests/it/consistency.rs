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

use dumpr_test_servers::{Database, Server, Tools};

use crate::{
    dumpr::{restore, run, word},
    outcome::{Failure, TestResult, on_every_version},
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

/// What every consistent copy satisfies.
const CHECK: &str = "\
SELECT (SELECT coalesce(sum(amount), 0) FROM credit) + (SELECT coalesce(sum(amount), 0) FROM debit) = 0
   AND (SELECT count(*) FROM credit) = (SELECT rows FROM ledger WHERE name = 'credit')
   AND (SELECT count(*) FROM debit) = (SELECT rows FROM ledger WHERE name = 'debit')";

on_every_version!(writers);
on_every_version!(writers_with_truncate_and_rewrite);

fn writers(version: u32) -> TestResult {
    dump_under(version, &[("transfer", TRANSFER, 1)], 3)
}

fn writers_with_truncate_and_rewrite(version: u32) -> TestResult {
    dump_under(version, &[("transfer", TRANSFER, 20), ("truncate", TRUNCATE, 1), ("rewrite", REWRITE, 1)], 8)
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
