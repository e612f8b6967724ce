//! An extension of our own with configuration tables: what users add to them is part of a backup, what its script makes is not.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use dumpr_test_servers::{Options, Server, compare};

use crate::{
    dumpr::{dump, entries, restore},
    outcome::TestResult,
};

const CONTROL: &str = "default_version = '1.0'\nrelocatable = false\n";

/// The name of the referencing table comes before that of the one it refers to.
const SCRIPT: &str = "
CREATE TABLE b_setting (name text PRIMARY KEY, value text, built_in boolean DEFAULT false);
INSERT INTO b_setting VALUES ('currency', 'EUR', true);
SELECT pg_extension_config_dump('b_setting', 'WHERE NOT built_in');
CREATE TABLE a_choice (setting text REFERENCES b_setting, number serial, text text GENERATED ALWAYS AS (setting || '!') STORED);
SELECT pg_extension_config_dump('a_choice', '');
SELECT pg_extension_config_dump('a_choice_number_seq', '');
CREATE TABLE plain (a int);
INSERT INTO plain VALUES (1);
";

/// Servers from 18 on find extensions outside of their own folder.
#[test]
fn rows_of_configuration_tables_come_back() -> TestResult {
    let folder = tempfile::tempdir()?;
    let extensions = folder.path().join("extension");
    fs::create_dir(&extensions)?;
    fs::write(extensions.join("shop_settings.control"), CONTROL)?;
    fs::write(extensions.join("shop_settings--1.0.sql"), SCRIPT)?;
    readable(folder.path(), 0o755)?;
    readable(&extensions, 0o755)?;
    let path = format!("{}:$system", folder.path().display());
    let server = Server::start(&Options::new(18).setting("extension_control_path", &path))?;
    let source = server.create_database()?;
    source.run(
        "CREATE SCHEMA settings;
         CREATE EXTENSION shop_settings SCHEMA settings;
         INSERT INTO settings.b_setting VALUES ('tax', '7'), ('vat', '19');
         INSERT INTO settings.a_choice (setting) VALUES ('tax'), ('currency'), ('vat');",
    )?;
    let scratch = tempfile::tempdir()?;
    let (all, definitions) = (scratch.path().join("all.dump"), scratch.path().join("definitions.dump"));
    dump(&source, &all, &[])?;
    let target = server.create_database()?;
    restore(&target, &all, &[])?;
    let report = compare(&source.url(), &target.url())?;
    assert!(report.is_equal(), "{report}");

    // As with pg_dump, definitions are no rows.
    dump(&source, &definitions, &["-s"])?;
    assert!(
        entries(&definitions)?.iter().all(|entry| entry["kind"] != "TABLE DATA" && entry["kind"] != "SEQUENCE SET")
    );
    Ok(())
}

fn readable(path: &Path, mode: u32) -> TestResult {
    Ok(fs::set_permissions(path, fs::Permissions::from_mode(mode))?)
}
