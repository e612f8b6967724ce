\restrict snapshot

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET client_encoding = 'UTF8';

-- SCHEMA Database "schema"; DROP
CREATE SCHEMA "Database ""schema""; DROP";
ALTER SCHEMA "Database ""schema""; DROP" OWNER TO dumpr_owner;

-- COMMENT SCHEMA Database "schema"; DROP
COMMENT ON SCHEMA "Database ""schema""; DROP" IS  E'it''s a back\\slash
and a second line';

-- SCHEMA database_event_trigger
CREATE SCHEMA database_event_trigger;
ALTER SCHEMA database_event_trigger OWNER TO postgres;

-- SCHEMA database_event_trigger_login
CREATE SCHEMA database_event_trigger_login;
ALTER SCHEMA database_event_trigger_login OWNER TO postgres;

-- SCHEMA database_extension
CREATE SCHEMA database_extension;
ALTER SCHEMA database_extension OWNER TO postgres;

-- SCHEMA database_large_object
CREATE SCHEMA database_large_object;
ALTER SCHEMA database_large_object OWNER TO postgres;

-- SCHEMA database_schema
CREATE SCHEMA database_schema;
ALTER SCHEMA database_schema OWNER TO dumpr_writer;

-- COMMENT SCHEMA public
COMMENT ON SCHEMA public IS 'not the standard one';

-- EXTENSION cube
CREATE EXTENSION IF NOT EXISTS cube WITH SCHEMA database_extension;

-- COMMENT EXTENSION cube
COMMENT ON EXTENSION cube IS 'data type for multidimensional cubes';

-- EXTENSION earthdistance
CREATE EXTENSION IF NOT EXISTS earthdistance WITH SCHEMA database_extension;

-- COMMENT EXTENSION earthdistance
COMMENT ON EXTENSION earthdistance IS 'calculate great-circle distances on the surface of the Earth';

-- EXTENSION fuzzystrmatch
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch WITH SCHEMA database_extension;

-- COMMENT EXTENSION fuzzystrmatch
COMMENT ON EXTENSION fuzzystrmatch IS 'another comment';

-- EXTENSION pg_stat_statements
CREATE EXTENSION IF NOT EXISTS pg_stat_statements WITH SCHEMA database_extension;

-- COMMENT EXTENSION pg_stat_statements
COMMENT ON EXTENSION pg_stat_statements IS 'track planning and execution statistics of all SQL statements executed';

-- FUNCTION database_event_trigger.nothing()
CREATE FUNCTION database_event_trigger.nothing()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
ALTER FUNCTION database_event_trigger.nothing() OWNER TO postgres;

-- FUNCTION database_event_trigger_login.nothing()
CREATE FUNCTION database_event_trigger_login.nothing()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
ALTER FUNCTION database_event_trigger_login.nothing() OWNER TO postgres;

-- FUNCTION database_extension.far(database_extension.cube)
CREATE FUNCTION database_extension.far(database_extension.cube)
 RETURNS boolean
 LANGUAGE sql
AS $function$SELECT $1 IS NULL$function$;
ALTER FUNCTION database_extension.far(database_extension.cube) OWNER TO postgres;

-- TABLE Database "schema"; DROP.T 1
SET default_table_access_method = heap;
CREATE TABLE "Database ""schema""; DROP"."T 1" (
    "a ""b""" integer,
    "select" text
);
ALTER TABLE "Database ""schema""; DROP"."T 1" OWNER TO postgres;

-- COMMENT Database "schema"; DROP.COLUMN T 1.a "b"
COMMENT ON COLUMN "Database ""schema""; DROP"."T 1"."a ""b""" IS 'odd name';

-- TABLE database_extension.box
CREATE TABLE database_extension.box (
    c database_extension.cube,
    many database_extension.cube[]
);
ALTER TABLE database_extension.box OWNER TO postgres;

-- TABLE database_large_object.document
CREATE TABLE database_large_object.document (
    id integer NOT NULL,
    body oid
);
ALTER TABLE database_large_object.document OWNER TO postgres;

-- CONSTRAINT database_large_object.document document_pkey
ALTER TABLE ONLY database_large_object.document
    ADD CONSTRAINT document_pkey PRIMARY KEY (id);

-- INDEX database_extension.box_c
CREATE INDEX box_c ON database_extension.box USING gist (c);

-- ACL SCHEMA database_schema
GRANT USAGE ON SCHEMA database_schema TO dumpr_reader;
GRANT ALL ON SCHEMA database_schema TO dumpr_owner WITH GRANT OPTION;

-- ACL SCHEMA public
REVOKE USAGE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO dumpr_reader;
GRANT CREATE ON SCHEMA public TO dumpr_writer WITH GRANT OPTION;

-- ACL database_extension.FUNCTION soundex(text)
REVOKE ALL ON FUNCTION database_extension.soundex(text) FROM PUBLIC;
GRANT ALL ON FUNCTION database_extension.soundex(text) TO dumpr_reader;

-- ACL database_extension.TABLE pg_stat_statements
REVOKE SELECT ON TABLE database_extension.pg_stat_statements FROM PUBLIC;
GRANT SELECT ON TABLE database_extension.pg_stat_statements TO dumpr_reader;

-- ACL database_extension.COLUMN pg_stat_statements.query
GRANT SELECT(query) ON TABLE database_extension.pg_stat_statements TO dumpr_writer;

-- EVENT TRIGGER Database event, of tags
CREATE EVENT TRIGGER "Database event, of tags" ON sql_drop
    WHEN TAG IN ('DROP TABLE', 'DROP VIEW')
    EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER "Database event, of tags" DISABLE;
ALTER EVENT TRIGGER "Database event, of tags" OWNER TO postgres;

-- COMMENT EVENT TRIGGER Database event, of tags
COMMENT ON EVENT TRIGGER "Database event, of tags" IS 'sleeps';

-- EVENT TRIGGER database_event_always
CREATE EVENT TRIGGER database_event_always ON ddl_command_start
    EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER database_event_always ENABLE ALWAYS;
ALTER EVENT TRIGGER database_event_always OWNER TO postgres;

-- EVENT TRIGGER database_event_login
CREATE EVENT TRIGGER database_event_login ON login
    EXECUTE FUNCTION database_event_trigger_login.nothing();
ALTER EVENT TRIGGER database_event_login OWNER TO postgres;

-- EVENT TRIGGER database_event_plain
CREATE EVENT TRIGGER database_event_plain ON ddl_command_end
    EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER database_event_plain OWNER TO postgres;

-- EVENT TRIGGER database_event_replica
CREATE EVENT TRIGGER database_event_replica ON table_rewrite
    EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER database_event_replica ENABLE REPLICA;
ALTER EVENT TRIGGER database_event_replica OWNER TO postgres;

\unrestrict snapshot
