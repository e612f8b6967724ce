CREATE SCHEMA database_schema;
CREATE SCHEMA "Database ""schema""; DROP" AUTHORIZATION dumpr_owner;
COMMENT ON SCHEMA "Database ""schema""; DROP" IS E'it''s a back\\slash\nand a second line';
CREATE TABLE "Database ""schema""; DROP"."T 1" ("a ""b""" integer, "select" text);
COMMENT ON COLUMN "Database ""schema""; DROP"."T 1"."a ""b""" IS 'odd name';
INSERT INTO "Database ""schema""; DROP"."T 1" VALUES (1, 'one');
ALTER SCHEMA database_schema OWNER TO dumpr_writer;
GRANT USAGE ON SCHEMA database_schema TO dumpr_reader;
GRANT ALL ON SCHEMA database_schema TO dumpr_owner WITH GRANT OPTION;
