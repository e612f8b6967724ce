//! The command line: help, usage errors, connection errors, file names, metadata, secrets.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use dumpr_test_servers::{Options, Server};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    dumpr::{self, dump, finish, run, word},
    outcome::{Failure, TestResult, all},
};

const COMMANDS: [&str; 5] = ["dump", "restore", "verify", "list", "inspect"];

/// A password that must not be seen anywhere.
const CANARY: &str = "canary-s3cr3t";

#[test]
fn help_goes_to_standard_output_and_ends_with_the_exit_codes() -> TestResult {
    for words in COMMANDS.map(|command| vec![command, "--help"]).into_iter().chain([vec!["--help"], vec!["dump", "-?"]])
    {
        let run = run(&words)?.exits(0)?;
        let help = run.stdout().to_lowercase();
        assert!(help.contains("exit codes") && help.contains("143"), "no exit codes: {run}");
    }
    let run = run(&["--version"])?.exits(0)?;
    assert!(run.stdout().contains(env!("CARGO_PKG_VERSION")), "{run}");
    Ok(())
}

#[test]
fn wrong_usage_is_2() -> TestResult {
    let cases = [
        "",
        "frobnicate",
        "dump --no-such-option",
        "restore -d x --no-such-option",
        "verify",
        "list",
        "dump -j 0 -f x",
        "dump -j many -f x",
        "dump -Z brotli -f x",
        "dump -s -a -f x",
        "verify --level deep x",
        "restore --if-exists -d x y",
        "dump -f x --output-dir y",
    ];
    all(cases, |case| {
        let words: Vec<&str> = case.split(' ').filter(|word| !word.is_empty()).collect();
        let run = run(&words)?.exits(2)?;
        let explained = !run.stderr.is_empty() && run.stdout().is_empty();
        if explained { Ok(()) } else { Err(Failure::new(format!("no word on standard error: {run}"))) }
    })
}

#[test]
fn a_server_that_cannot_be_reached_is_7_with_cause_and_hint() -> TestResult {
    let server = Server::shared(18)?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("never.dump");
    let cases = [
        "postgres://postgres@127.0.0.1:1/x".to_owned(),
        format!("postgres:///x?host={}&port=1", scratch.path().display()),
        "postgres://postgres@no-such-host.invalid/x".to_owned(),
        server.url("no such database"),
        server.url("postgres").replace("postgres@", "nobody_here@"),
    ];
    all(cases, |url| {
        let run = run(&["dump", "-d", url, "-f", word(&file)])?.exits(7)?;
        assert!(!file.exists(), "{run}");
        run.says("error: ")?.says("caused by: ")?.says("hint: ").map(drop)
    })
}

#[test]
fn a_missing_or_unwritable_file_is_named() -> TestResult {
    for command in ["verify", "list", "inspect"] {
        run(&[command, "/no/such/file.dump"])?.exits(1)?.says("/no/such/file.dump")?;
    }
    let database = Server::shared(18)?.create_database()?;
    run(&["dump", "-d", &database.url(), "-f", "/no/such/folder/x.dump"])?.exits(1)?.says("/no/such/folder")?;
    Ok(())
}

#[test]
fn secrets_are_never_printed() -> TestResult {
    let hba = "local all postgres trust\nhost all all 127.0.0.1/32 scram-sha-256\n";
    let server = Server::start(&Options::new(18).hba(hba))?;
    let database = server.create_database()?;
    database.run("CREATE ROLE keeper SUPERUSER LOGIN PASSWORD 'another'; CREATE TABLE t (a int)")?;
    let scratch = tempfile::tempdir()?;
    let file = scratch.path().join("secret.dump");
    let port = server.port();
    let address = format!("127.0.0.1:{port}/{}", database.name());
    let passfile = scratch.path().join("pgpass");
    fs::write(&passfile, format!("*:*:*:*:{CANARY}\n"))?;
    fs::set_permissions(&passfile, fs::Permissions::from_mode(0o600))?;
    let urls = [
        format!("postgres://keeper:{CANARY}@{address}"),
        format!("postgres://keeper:{CANARY}@127.0.0.1:1/x"),
        format!("postgres://keeper:{CANARY}@{address}?no_such_setting=1"),
        format!("postgres://keeper:{CANARY}@{address}?sslmode=verify-full"),
        format!("postgres://keeper:{CANARY}@[bad"),
        format!("host=127.0.0.1 port={port} user=keeper password={CANARY} dbname=nope"),
        format!("host=127.0.0.1 password='{CANARY} unfinished"),
    ];
    let mut runs = Vec::new();
    for url in &urls {
        runs.push(run(&["dump", "-d", url, "-f", word(&file)])?);
        runs.push(run(&["restore", "-d", url, "/no/such/file.dump"])?);
    }
    let plain = format!("postgres://keeper@{address}");
    for (variable, value) in [("PGPASSWORD", CANARY), ("PGPASSFILE", word(&passfile))] {
        runs.push(finish(dumpr::command(&["dump", "-d", &plain, "-w", "-f", word(&file)]).env(variable, value))?);
    }
    for run in runs {
        assert!(run.code() != Some(0), "{run}");
        assert!(!run.stderr.contains(CANARY) && !run.stdout().contains(CANARY), "the password is printed: {run}");
    }
    // The right password works, and the archive does not keep it.
    let right = plain.replace("keeper@", "keeper:another@");
    run(&["dump", "-d", &right, "-f", word(&file)])?.exits(0)?;
    let inspected = run(&["inspect", word(&file), "--json"])?.exits(0)?;
    assert!(!inspected.stdout().contains("another"), "{inspected}");
    Ok(())
}

#[test]
fn output_dir_names_the_archive_and_writes_its_metadata() -> TestResult {
    let server = Server::shared(18)?;
    let database = server.create_database_as("naming", "")?;
    database.run("CREATE TABLE orders AS SELECT i FROM generate_series(1, 42) i; CREATE TABLE nothing ()")?;
    let scratch = tempfile::tempdir()?;
    let folder = scratch.path();
    run(&["dump", "-d", &database.url(), "--output-dir", word(folder), "--environment", "staging"])?.exits(0)?;
    let mut names: Vec<String> = fs::read_dir(folder)?
        .map(|file| file.map(|file| file.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    names.sort();
    let [archive, metadata] = &names[..] else { return Err(Failure::new(format!("expected two files: {names:?}"))) };
    let stem = archive.strip_suffix(".dump").ok_or_else(|| Failure::new(format!("named {archive}")))?;
    assert_eq!(*metadata, format!("{stem}.metadata.json"));
    let time = stem.strip_prefix("naming_staging_").ok_or_else(|| Failure::new(format!("named {archive}")))?;
    let shape: String = time.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    assert_eq!(shape, "0000-00-00T00-00-00Z", "the time in {archive}");
    check_metadata(&folder.join(metadata), &folder.join(archive))?;
    let run = run(&["verify", word(&folder.join(archive))])?.exits(0)?;
    assert!(run.code() == Some(0));
    // verify looks at the metadata too: a wrong figure there is found.
    let text = fs::read_to_string(folder.join(metadata))?;
    fs::write(folder.join(metadata), text.replace("42", "43"))?;
    assert!(dumpr::run(&["verify", word(&folder.join(archive))])?.code() != Some(0), "a wrong row count went unseen");
    Ok(())
}

fn check_metadata(metadata: &Path, archive: &Path) -> TestResult {
    let fields: Value = serde_json::from_slice(&fs::read(metadata)?)?;
    let bytes = fs::read(archive)?;
    let sha256 = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
    assert_eq!(fields["environment"], "staging");
    assert_eq!(fields["database_name"], "naming");
    assert_eq!(fields["backup_file"], archive.file_name().unwrap_or_default().to_string_lossy().as_ref());
    assert_eq!(fields["backup_size_bytes"], bytes.len());
    assert_eq!(fields["checksum_sha256"], sha256.as_str());
    assert_eq!(fields["dumpr_version"], env!("CARGO_PKG_VERSION"));
    assert!(fields["postgresql_version"].as_str().is_some_and(|version| version.starts_with("18")), "{fields}");
    assert!(fields["backup_timestamp"].as_str().is_some_and(|time| time.starts_with("20")), "{fields}");
    assert_eq!(fields["table_counts"]["public.orders"], 42, "{fields}");
    assert_eq!(fields["table_counts"]["public.nothing"], 0, "{fields}");
    Ok(())
}

#[test]
fn archives_are_for_their_owner_only() -> TestResult {
    let database = Server::shared(18)?.create_database()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("private.dump");
    dump(&database, &archive, &[])?;
    assert_eq!(fs::metadata(&archive)?.permissions().mode() & 0o777, 0o600);
    Ok(())
}

#[test]
fn connection_settings_come_from_options_and_environment_too() -> TestResult {
    let server = Server::shared(18)?;
    let database = server.create_database()?;
    let scratch = tempfile::tempdir()?;
    let (port, folder) = (server.port().to_string(), server.socket_folder().to_string_lossy().into_owned());
    let name = database.name();
    let mut number = 0;
    let mut check = |words: &[&str], variables: &[(&str, &str)]| -> TestResult {
        number += 1;
        let archive = scratch.path().join(format!("{number}.dump"));
        let all_words = [&["dump", "-f", word(&archive)], words].concat();
        finish(dumpr::command(&all_words).envs(variables.iter().copied()))?.exits(0)?;
        Ok(())
    };
    check(&["-h", "127.0.0.1", "-p", &port, "-U", "postgres", "-d", name], &[])?;
    check(&["-h", &folder, "-p", &port, "-U", "postgres", "-d", name], &[])?;
    check(&["-d", &server.socket_url(name)], &[])?;
    check(&["-d", &format!("host=127.0.0.1 port={port} user=postgres dbname={name}")], &[])?;
    check(&[], &[("PGHOST", "127.0.0.1"), ("PGPORT", &port), ("PGUSER", "postgres"), ("PGDATABASE", name)])?;
    check(&["-d", name], &[("PGHOST", &folder), ("PGPORT", &port), ("PGUSER", "postgres")])
}

#[test]
fn json_is_json_and_alone_on_standard_output() -> TestResult {
    let database = Server::shared(18)?.create_database()?;
    database.run("CREATE TABLE t (a int)")?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("t.dump");
    dump(&database, &archive, &[])?;
    for command in ["list", "inspect", "verify"] {
        let documents = run(&[command, word(&archive), "--json"])?.exits(0)?.json()?;
        assert!(!documents.is_empty(), "{command} --json printed nothing");
    }
    let human = run(&["list", word(&archive)])?.exits(0)?.stdout();
    assert!(
        human.lines().any(|line| line.contains("TABLE public t")),
        "not in the manner of pg_restore --list:\n{human}"
    );
    Ok(())
}
