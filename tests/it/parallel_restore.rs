//! Restores over several connections: large tables in parts, small ones in batches, and what happens when one of them fails.

use std::{
    process::Stdio,
    thread::sleep,
    time::{Duration, Instant},
};

use dumpr_test_servers::{Database, Server, compare};

use crate::{
    dumpr::{self, Run, dump, run, word},
    outcome::{Failure, TestResult},
};

/// A table of ten blocks, one of its rows longer than a block; keys and indexes of every form that is built in two steps, a
/// foreign key that is checked by hashing.
const LARGE: &str = r#"
    CREATE TABLE large (id int, "a, b)" int NOT NULL, text text, at date NOT NULL,
        CONSTRAINT "large ""pkey" PRIMARY KEY (id) WITH (fillfactor = 80),
        CONSTRAINT other UNIQUE ("a, b)", id) INCLUDE (at) DEFERRABLE INITIALLY DEFERRED);
    INSERT INTO large SELECT i, i % 7, repeat(md5(i::text), 8), date '2020-01-01' + i % 1000 FROM generate_series(1, 150000) i;
    UPDATE large SET text = repeat('long row', 1200000) WHERE id = 75000;
    CREATE INDEX by_date ON large (at);
    CREATE TABLE pair (x int, y int, PRIMARY KEY (x, y));
    INSERT INTO pair SELECT i % 7, i FROM generate_series(1, 150000) i;
    ALTER TABLE large ADD CONSTRAINT hashed FOREIGN KEY ("a, b)", id) REFERENCES pair ON DELETE CASCADE;
    ALTER TABLE large CLUSTER ON "large ""pkey", REPLICA IDENTITY USING INDEX "large ""pkey";
    COMMENT ON CONSTRAINT "large ""pkey" ON large IS 'in two steps';
"#;

/// Small tables with keys that refer to one another and all to one.
const SMALL: &str = "
    CREATE TABLE hub (id int PRIMARY KEY);
    INSERT INTO hub SELECT generate_series(1, 10);
    DO $$
    BEGIN
        FOR i IN 1..150 LOOP
            EXECUTE format('CREATE TABLE small_%s (id int PRIMARY KEY, name text UNIQUE, hub int REFERENCES hub, before int)', i);
            EXECUTE format('CREATE INDEX ON small_%s (before)', i);
            IF i % 10 > 0 THEN
                EXECUTE format('INSERT INTO small_%s SELECT i, ''name '' || i, i, i FROM generate_series(1, 10) i', i);
            END IF;
            IF i % 10 > 1 THEN
                EXECUTE format('ALTER TABLE small_%s ADD FOREIGN KEY (before) REFERENCES small_%s', i, i - 1);
            END IF;
        END LOOP;
    END $$;
";

/// A partitioned table whose constraint holds for later rows only.
const PARTITIONED: &str = "
    CREATE TABLE whole (id int NOT NULL, amount int) PARTITION BY RANGE (id);
    CREATE TABLE part_1 PARTITION OF whole FOR VALUES FROM (0) TO (1000);
    CREATE TABLE part_2 PARTITION OF whole FOR VALUES FROM (1000) TO (2000);
    INSERT INTO whole SELECT i, -i FROM generate_series(1, 1999) i;
    ALTER TABLE whole ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
    ALTER TABLE whole ADD PRIMARY KEY (id);
";

#[test]
fn on_13() -> TestResult {
    large_and_small_side_by_side(13)
}

#[test]
fn on_18() -> TestResult {
    large_and_small_side_by_side(18)
}

fn large_and_small_side_by_side(version: u32) -> TestResult {
    let server = Server::shared(version)?;
    let source = server.create_database()?;
    source.run(&format!("{LARGE}{SMALL}{PARTITIONED}"))?;
    source.run("SELECT lo_from_bytea(0, convert_to(repeat(i::text, 3000), 'UTF8')) FROM generate_series(1, 3000) i")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("all.dump");
    dump(&source, &archive, &[])?;
    for jobs in ["1", "4"] {
        let target = server.create_database()?;
        let restored = dumpr::restore(&target, &archive, &["-j", jobs])?;
        restored.says("time of all connections: rows")?;
        let report = compare(&source.url(), &target.url())?;
        if !report.is_equal() {
            return Err(Failure::new(format!("-j {jobs}: {report}")));
        }
    }
    Ok(())
}

#[test]
fn one_of_many_small_entries_fails() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    source.run(SMALL)?;
    source
        .run("SET session_replication_role = replica; INSERT INTO small_77 VALUES (99, 'refers to nothing', 99, 1)")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("small.dump");
    dump(&source, &archive, &[])?;
    let named = "FK CONSTRAINT public.small_77 small_77_hub_fkey";

    let target = server.create_database()?;
    run(&["restore", "-d", &target.url(), "-j", "2", word(&archive)])?.exits(7)?.says(named)?;

    let target = server.create_database()?;
    run(&["restore", "-d", &target.url(), "-j", "2", "--keep-going", word(&archive)])?.exits(3)?.says(named)?;
    let keys = "SELECT count(*) AS n FROM pg_constraint WHERE contype = 'f'";
    let (before, after) = (source.run(keys)?, target.run(keys)?);
    let number = |text: &str| text.trim().parse::<u32>();
    assert_eq!(number(&before)?, number(&after)? + 1, "all other keys are there");
    assert_eq!(target.run("SELECT count(*) FROM small_77")?.trim(), "11");
    Ok(())
}

#[test]
fn a_part_that_fails_leaves_no_other_part_behind() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    source.run(SMALL)?;
    // Refuses one row, in databases of another name than this.
    source.run(&format!(
        "CREATE FUNCTION good(i int) RETURNS bool LANGUAGE sql
             AS $$ SELECT i <> 140000 OR pg_catalog.current_database() = '{}' $$;
         CREATE TABLE large (id int CHECK (public.good(id)), text text);
         INSERT INTO large SELECT i, repeat(md5(i::text), 8) FROM generate_series(1, 150000) i",
        source.name()
    ))?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("large.dump");
    dump(&source, &archive, &[])?;
    let target = server.create_database()?;
    let restored = run(&["restore", "-d", &target.url(), "-j", "2", "--keep-going", word(&archive)])?;
    restored.exits(3)?.says("cannot load public.large")?;
    assert_eq!(target.run("SELECT count(*) FROM large")?.trim(), "0");
    assert_eq!(target.run("SELECT count(*) FROM small_77")?.trim(), "10");
    Ok(())
}

#[test]
fn a_lost_connection_is_told_with_what_was_under_way() -> TestResult {
    let server = Server::shared(18)?;
    let source = server.create_database()?;
    source.run(LARGE)?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("large.dump");
    dump(&source, &archive, &[])?;
    for more in [&[][..], &["--keep-going"]] {
        let target = server.create_database()?;
        let url = target.url();
        let mut command = dumpr::command(&[&["restore", "-d", &url, "-j", "2"], more, &[word(&archive)]].concat());
        let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        end_a_copy(&target)?;
        Run::new(&command, child.wait_with_output()?).exits(7)?.says("cannot load public.large")?;
    }
    Ok(())
}

/// Waits for a COPY in the database and ends its connection.
fn end_a_copy(database: &Database<'_>) -> TestResult {
    let end = format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE datname = '{}' AND state = 'active' AND query LIKE '%COPY public.large%'
            AND pid <> pg_backend_pid() LIMIT 1",
        database.name()
    );
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(120) {
        if database.run(&end)?.trim() == "t" {
            return Ok(());
        }
        sleep(Duration::from_millis(2));
    }
    Err(Failure::new("no COPY was seen"))
}
