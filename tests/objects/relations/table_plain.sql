CREATE SCHEMA table_plain;
CREATE TABLE table_plain.t (
    id   integer PRIMARY KEY,
    name text NOT NULL DEFAULT 'x',
    at   timestamp with time zone
);
COMMENT ON TABLE table_plain.t IS 'a plain table';
ALTER TABLE table_plain.t OWNER TO dumpr_owner;
GRANT SELECT ON table_plain.t TO dumpr_reader;
INSERT INTO table_plain.t SELECT i, 'name ' || i, NULL FROM generate_series(1, 10) i;
