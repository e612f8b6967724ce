//! A database of its own for a test, dropped when the test is done with it.

use std::{
    path::Path,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use crate::{Server, error::Result, psql, psql::Row};

/// A database that is dropped with the value.
#[derive(Debug)]
pub struct Database<'server> {
    server: &'server Server,
    name: String,
}

impl<'server> Database<'server> {
    pub(crate) fn create(server: &'server Server, name: &str, words: &str) -> Result<Database<'server>> {
        psql::run(&server.socket_url("postgres"), &format!("CREATE DATABASE {} {words}", quoted(name)))?;
        Ok(Database { server, name: name.into() })
    }

    /// A name that no other database of this process has.
    pub(crate) fn fresh_name() -> String {
        static NEXT: AtomicU32 = AtomicU32::new(1);
        format!("test_{}_{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its server.
    pub fn server(&self) -> &'server Server {
        self.server
    }

    /// Its URL over TCP, as the superuser.
    pub fn url(&self) -> String {
        self.server.url(&self.name)
    }

    /// Gives it another name, under which it stays until the server goes.
    ///
    /// # Errors
    /// What psql said.
    pub fn keep_as(self, name: &str) -> Result<()> {
        let rename = format!("ALTER DATABASE {} RENAME TO {}", quoted(&self.name), quoted(name));
        psql::run(&self.server.socket_url("postgres"), &rename).map(drop)
    }

    /// Runs statements; returns what they print, one row a line, fields separated by `|`.
    ///
    /// # Errors
    /// What psql said.
    pub fn run(&self, sql: &str) -> Result<String> {
        psql::run(&self.server.socket_url(&self.name), sql)
    }

    /// Runs a file of statements.
    ///
    /// # Errors
    /// What psql said, with file and line.
    pub fn run_file(&self, file: &Path) -> Result<()> {
        psql::run_file(&self.server.socket_url(&self.name), file)
    }

    /// The rows of one query (no semicolon).
    ///
    /// # Errors
    /// What psql said.
    pub fn query(&self, query: &str) -> Result<Vec<Row>> {
        psql::rows(&self.server.socket_url(&self.name), psql::Encoding::Utf8, query, "")
    }
}

impl Drop for Database<'_> {
    fn drop(&mut self) {
        // A failure here leaves a database on a server that is about to vanish with everything on it.
        let drop = format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", quoted(&self.name));
        let _ = psql::run(&self.server.socket_url("postgres"), &drop);
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
