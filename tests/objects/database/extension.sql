-- Extensions that need each other, one in a schema of its own, objects that need extensions, and what was changed of
-- an extension's own objects.
CREATE SCHEMA database_extension;
CREATE EXTENSION cube WITH SCHEMA database_extension;
CREATE EXTENSION earthdistance WITH SCHEMA database_extension;
CREATE EXTENSION fuzzystrmatch WITH SCHEMA database_extension;
CREATE EXTENSION pg_stat_statements WITH SCHEMA database_extension;
COMMENT ON EXTENSION fuzzystrmatch IS 'another comment';
CREATE TABLE database_extension.box (c database_extension.cube, many database_extension.cube[]);
CREATE INDEX box_c ON database_extension.box USING gist (c);
CREATE FUNCTION database_extension.far(database_extension.cube) RETURNS boolean
    LANGUAGE sql AS 'SELECT $1 IS NULL';
REVOKE ALL ON database_extension.pg_stat_statements FROM PUBLIC;
GRANT SELECT ON database_extension.pg_stat_statements TO dumpr_reader;
GRANT SELECT (query) ON database_extension.pg_stat_statements TO dumpr_writer;
REVOKE ALL ON FUNCTION database_extension.soundex(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION database_extension.soundex(text) TO dumpr_reader;
