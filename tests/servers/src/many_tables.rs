//! A schema of very many small tables, for measurements of everything that is done per table.

use crate::{Database, error::Result};

/// Tables of one schema: a folder of files that a file system still likes.
const TABLES_PER_SCHEMA: u32 = 1000;

/// How the tables are made.
#[derive(Clone, Copy, Debug)]
pub struct ManyTables {
    /// How many.
    pub tables: u32,
    /// Rows of each.
    pub rows: u32,
    /// A foreign key to the table with a tenth of the number: a tree in which every level is ten times as wide.
    pub foreign_keys: bool,
}

/// Fills a database with tables of a primary key, a second index, a foreign key and a comment each.
///
/// # Errors
/// What the server said.
pub fn load_many_tables(database: &Database<'_>, shape: ManyTables) -> Result<()> {
    database.run(&shape.sql()).map(drop)
}

impl ManyTables {
    /// The statement that makes them, by itself and outside of a transaction: it commits as it goes, because one
    /// transaction could not hold the locks of all of them.
    pub fn sql(self) -> String {
        let ManyTables { tables, rows, foreign_keys } = self;
        format!(
            "DO $do$ DECLARE s text; BEGIN
FOR i IN 0 .. {tables} - 1 LOOP
    s := format('many_%s', i / {TABLES_PER_SCHEMA});
    IF i % {TABLES_PER_SCHEMA} = 0 THEN EXECUTE format('CREATE SCHEMA %I', s); END IF;
    EXECUTE format('CREATE TABLE %I.t_%s (id bigint PRIMARY KEY, parent_id bigint, code integer NOT NULL,
        created timestamptz DEFAULT now() NOT NULL, note varchar(40) DEFAULT ''none'')', s, i);
    IF {rows} > 0 THEN
        EXECUTE format('INSERT INTO %I.t_%s (id, parent_id, code)
            SELECT n, n, n %% 7 FROM generate_series(1, {rows}) n', s, i);
    END IF;
    EXECUTE format('CREATE INDEX t_%s_code ON %I.t_%s (code)', i, s, i);
    IF {foreign_keys} AND i > 0 THEN
        EXECUTE format('ALTER TABLE %I.t_%s ADD CONSTRAINT t_%s_parent FOREIGN KEY (parent_id) REFERENCES many_%s.t_%s',
            s, i, i, i / 10 / {TABLES_PER_SCHEMA}, i / 10);
    END IF;
    EXECUTE format('COMMENT ON TABLE %I.t_%s IS %L', s, i, 'table number ' || i);
    IF i % 50 = 49 THEN COMMIT; END IF;
END LOOP; END $do$;"
        )
    }
}
