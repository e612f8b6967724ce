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

-- SCHEMA access_acl
CREATE SCHEMA access_acl;
ALTER SCHEMA access_acl OWNER TO postgres;

-- SCHEMA access_acl_maintain
CREATE SCHEMA access_acl_maintain;
ALTER SCHEMA access_acl_maintain OWNER TO postgres;

-- SCHEMA access_comment
CREATE SCHEMA access_comment;
ALTER SCHEMA access_comment OWNER TO postgres;

-- COMMENT SCHEMA access_comment
COMMENT ON SCHEMA access_comment IS  E'quotes '' and " and back\\slash
\\! echo a line of psql';

-- SCHEMA access_comment_not_null
CREATE SCHEMA access_comment_not_null;
ALTER SCHEMA access_comment_not_null OWNER TO postgres;

-- SCHEMA access_default_acl
CREATE SCHEMA access_default_acl;
ALTER SCHEMA access_default_acl OWNER TO dumpr_owner;

-- COLLATION access_comment.plain_c
CREATE COLLATION access_comment.plain_c (provider = libc, locale = 'C');
ALTER COLLATION access_comment.plain_c OWNER TO postgres;

-- COMMENT access_comment.COLLATION plain_c
COMMENT ON COLLATION access_comment.plain_c IS 'collation';

-- TYPE access_acl.mood
CREATE TYPE access_acl.mood AS ENUM (
    'good',
    'bad'
);
ALTER TYPE access_acl.mood OWNER TO postgres;

-- TYPE access_acl.pair
CREATE TYPE access_acl.pair AS (
    a integer,
    b text
);
ALTER TYPE access_acl.pair OWNER TO postgres;

-- TYPE access_comment.mood
CREATE TYPE access_comment.mood AS ENUM (
    'good',
    'bad'
);
ALTER TYPE access_comment.mood OWNER TO postgres;

-- COMMENT access_comment.TYPE mood
COMMENT ON TYPE access_comment.mood IS 'enum';

-- TYPE access_comment.pair
CREATE TYPE access_comment.pair AS (
    a integer,
    "B" text
);
ALTER TYPE access_comment.pair OWNER TO postgres;

-- COMMENT access_comment.COLUMN pair.B
COMMENT ON COLUMN access_comment.pair."B" IS 'field';

-- COMMENT access_comment.TYPE pair
COMMENT ON TYPE access_comment.pair IS 'composite';

-- DOMAIN access_acl.positive
CREATE DOMAIN access_acl.positive AS integer
    CONSTRAINT positive_check CHECK ((VALUE > 0));
ALTER DOMAIN access_acl.positive OWNER TO postgres;

-- DOMAIN access_comment.positive
CREATE DOMAIN access_comment.positive AS integer
    CONSTRAINT more CHECK ((VALUE > 0));
ALTER DOMAIN access_comment.positive OWNER TO postgres;

-- COMMENT access_comment.CONSTRAINT more ON positive
COMMENT ON CONSTRAINT more ON DOMAIN access_comment.positive IS 'check of a domain';

-- COMMENT access_comment.DOMAIN positive
COMMENT ON DOMAIN access_comment.positive IS 'domain';

-- CAST CAST (access_comment.pair AS access_comment.mood)
CREATE CAST (access_comment.pair AS access_comment.mood) WITH INOUT;

-- COMMENT CAST (access_comment.pair AS access_comment.mood)
COMMENT ON CAST (access_comment.pair AS access_comment.mood) IS 'cast';

-- FUNCTION access_acl.f(integer, text[])
CREATE FUNCTION access_acl.f(a integer, VARIADIC b text[], OUT c integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER FUNCTION access_acl.f(a integer, VARIADIC b text[], OUT c integer) OWNER TO postgres;

-- FUNCTION access_comment.fire()
CREATE FUNCTION access_comment.fire()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$;
ALTER FUNCTION access_comment.fire() OWNER TO postgres;

-- COMMENT access_comment.FUNCTION fire()
COMMENT ON FUNCTION access_comment.fire() IS 'function';

-- PROCEDURE access_acl.p(integer)
CREATE PROCEDURE access_acl.p(INOUT a integer)
 LANGUAGE sql
AS $procedure$SELECT a$procedure$;
ALTER PROCEDURE access_acl.p(INOUT a integer) OWNER TO postgres;

-- PROCEDURE access_comment.p(integer)
CREATE PROCEDURE access_comment.p(IN a integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;
ALTER PROCEDURE access_comment.p(IN a integer) OWNER TO postgres;

-- COMMENT access_comment.PROCEDURE p(integer)
COMMENT ON PROCEDURE access_comment.p(IN a integer) IS 'procedure';

-- AGGREGATE access_acl.nothing(*)
CREATE AGGREGATE access_acl.nothing(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);
ALTER AGGREGATE access_acl.nothing(*) OWNER TO postgres;

-- AGGREGATE access_acl.total(integer)
CREATE AGGREGATE access_acl.total(integer) (
    SFUNC = int4pl,
    STYPE = integer
);
ALTER AGGREGATE access_acl.total(integer) OWNER TO postgres;

-- AGGREGATE access_comment.nothing(*)
CREATE AGGREGATE access_comment.nothing(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);
ALTER AGGREGATE access_comment.nothing(*) OWNER TO postgres;

-- COMMENT access_comment.AGGREGATE nothing(*)
COMMENT ON AGGREGATE access_comment.nothing(*) IS 'aggregate of nothing';

-- AGGREGATE access_comment.total(integer)
CREATE AGGREGATE access_comment.total(integer) (
    SFUNC = int4pl,
    STYPE = integer
);
ALTER AGGREGATE access_comment.total(integer) OWNER TO postgres;

-- COMMENT access_comment.AGGREGATE total(integer)
COMMENT ON AGGREGATE access_comment.total(integer) IS 'aggregate';

-- ACCESS METHOD access_comment_method
CREATE ACCESS METHOD access_comment_method TYPE TABLE HANDLER heap_tableam_handler;

-- COMMENT ACCESS METHOD access_comment_method
COMMENT ON ACCESS METHOD access_comment_method IS 'access method';

-- OPERATOR access_comment.===
CREATE OPERATOR access_comment.=== (
    FUNCTION = int4eq,
    LEFTARG = integer,
    RIGHTARG = integer
);
ALTER OPERATOR access_comment.=== (integer, integer) OWNER TO postgres;

-- COMMENT access_comment.OPERATOR ===
COMMENT ON OPERATOR access_comment.=== (integer, integer) IS 'operator';

-- OPERATOR FAMILY access_comment.class
CREATE OPERATOR FAMILY access_comment.class USING hash;
ALTER OPERATOR FAMILY access_comment.class USING hash OWNER TO postgres;

-- OPERATOR FAMILY access_comment.family
CREATE OPERATOR FAMILY access_comment.family USING btree;
ALTER OPERATOR FAMILY access_comment.family USING btree OWNER TO postgres;

-- COMMENT access_comment.OPERATOR FAMILY family
COMMENT ON OPERATOR FAMILY access_comment.family USING btree IS 'operator family';

-- OPERATOR CLASS access_comment.class
CREATE OPERATOR CLASS access_comment.class FOR TYPE integer USING hash FAMILY access_comment.class AS
    OPERATOR 1 access_comment.===(integer,integer),
    FUNCTION 1 (integer, integer) hashint4(integer);
ALTER OPERATOR CLASS access_comment.class USING hash OWNER TO postgres;

-- COMMENT access_comment.OPERATOR CLASS class
COMMENT ON OPERATOR CLASS access_comment.class USING hash IS 'operator class';

-- CONVERSION access_comment.conversion
CREATE CONVERSION access_comment.conversion FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION access_comment.conversion OWNER TO postgres;

-- COMMENT access_comment.CONVERSION conversion
COMMENT ON CONVERSION access_comment.conversion IS 'conversion';

-- TEXT SEARCH DICTIONARY access_comment.dictionary
CREATE TEXT SEARCH DICTIONARY access_comment.dictionary (
    TEMPLATE = pg_catalog.simple
);
ALTER TEXT SEARCH DICTIONARY access_comment.dictionary OWNER TO postgres;

-- COMMENT access_comment.TEXT SEARCH DICTIONARY dictionary
COMMENT ON TEXT SEARCH DICTIONARY access_comment.dictionary IS 'dictionary';

-- TEXT SEARCH CONFIGURATION access_comment.configuration
CREATE TEXT SEARCH CONFIGURATION access_comment.configuration (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR asciiword WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR word WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR hword_part WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR hword_asciipart WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR asciihword WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR hword WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION access_comment.configuration OWNER TO postgres;

-- COMMENT access_comment.TEXT SEARCH CONFIGURATION configuration
COMMENT ON TEXT SEARCH CONFIGURATION access_comment.configuration IS 'configuration';

-- TABLE access_acl.owned
SET default_table_access_method = heap;
CREATE TABLE access_acl.owned (
    id integer
);
ALTER TABLE access_acl.owned OWNER TO dumpr_owner;

-- TABLE access_acl.plain
CREATE TABLE access_acl.plain (
    id integer,
    name text,
    "Odd, ""column""" text
);
ALTER TABLE access_acl.plain OWNER TO postgres;

-- TABLE access_acl.read_only
CREATE TABLE access_acl.read_only (
    id integer
);
ALTER TABLE access_acl.read_only OWNER TO dumpr_owner;

-- TABLE access_acl.revoked_column
CREATE TABLE access_acl.revoked_column (
    id integer,
    name text
);
ALTER TABLE access_acl.revoked_column OWNER TO postgres;

-- TABLE access_acl_maintain.almost
CREATE TABLE access_acl_maintain.almost (
    id integer
);
ALTER TABLE access_acl_maintain.almost OWNER TO postgres;

-- TABLE access_acl_maintain.t
CREATE TABLE access_acl_maintain.t (
    id integer
);
ALTER TABLE access_acl_maintain.t OWNER TO postgres;

-- TABLE access_comment.child
CREATE TABLE access_comment.child (
    plain_id integer
);
ALTER TABLE access_comment.child OWNER TO postgres;

-- TABLE access_comment.plain
CREATE TABLE access_comment.plain (
    id integer NOT NULL,
    "Name" text,
    n integer,
    CONSTRAINT name_given CHECK (("Name" <> ''::text))
);
ALTER TABLE access_comment.plain OWNER TO postgres;

-- COMMENT access_comment.COLUMN plain.Name
COMMENT ON COLUMN access_comment.plain."Name" IS 'odd column';

-- COMMENT access_comment.COLUMN plain.id
COMMENT ON COLUMN access_comment.plain.id IS 'column';

-- COMMENT access_comment.CONSTRAINT name_given ON plain
COMMENT ON CONSTRAINT name_given ON access_comment.plain IS 'check';

-- COMMENT access_comment.TABLE plain
COMMENT ON TABLE access_comment.plain IS 'table';

-- TABLE access_comment_not_null.t
CREATE TABLE access_comment_not_null.t (
    a integer CONSTRAINT t_a_not_null NOT NULL,
    b integer CONSTRAINT named NOT NULL
);
ALTER TABLE access_comment_not_null.t OWNER TO postgres;

-- COMMENT access_comment_not_null.CONSTRAINT named ON t
COMMENT ON CONSTRAINT named ON access_comment_not_null.t IS 'with a name';

-- COMMENT access_comment_not_null.CONSTRAINT t_a_not_null ON t
COMMENT ON CONSTRAINT t_a_not_null ON access_comment_not_null.t IS 'without a name of its own';

-- VIEW access_acl.v
CREATE VIEW access_acl.v AS
 SELECT 1 AS one;
ALTER VIEW access_acl.v OWNER TO postgres;

-- VIEW access_comment.v
CREATE VIEW access_comment.v AS
 SELECT 1 AS one;
ALTER VIEW access_comment.v OWNER TO postgres;

-- COMMENT access_comment.COLUMN v.one
COMMENT ON COLUMN access_comment.v.one IS 'column of a view';

-- COMMENT access_comment.VIEW v
COMMENT ON VIEW access_comment.v IS 'view';

-- MATERIALIZED VIEW access_acl.m
CREATE MATERIALIZED VIEW access_acl.m AS
 SELECT 1 AS one
  WITH NO DATA;
ALTER MATERIALIZED VIEW access_acl.m OWNER TO postgres;

-- MATERIALIZED VIEW access_comment.m
CREATE MATERIALIZED VIEW access_comment.m AS
 SELECT 1 AS one
  WITH NO DATA;
ALTER MATERIALIZED VIEW access_comment.m OWNER TO postgres;

-- COMMENT access_comment.COLUMN m.one
COMMENT ON COLUMN access_comment.m.one IS 'column of a materialized view';

-- COMMENT access_comment.MATERIALIZED VIEW m
COMMENT ON MATERIALIZED VIEW access_comment.m IS 'materialized view';

-- SEQUENCE access_acl.s
CREATE SEQUENCE access_acl.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE access_acl.s OWNER TO postgres;

-- SEQUENCE access_comment.s
CREATE SEQUENCE access_comment.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE access_comment.s OWNER TO postgres;

-- COMMENT access_comment.SEQUENCE s
COMMENT ON SEQUENCE access_comment.s IS 'sequence';

-- CONSTRAINT access_comment.plain plain_pkey
ALTER TABLE ONLY access_comment.plain
    ADD CONSTRAINT plain_pkey PRIMARY KEY (id);

-- COMMENT access_comment.CONSTRAINT plain_pkey ON plain
COMMENT ON CONSTRAINT plain_pkey ON access_comment.plain IS 'primary key';

-- COMMENT access_comment.INDEX plain_pkey
COMMENT ON INDEX access_comment.plain_pkey IS 'index of the primary key';

-- INDEX access_comment.plain_n
CREATE INDEX plain_n ON access_comment.plain USING btree (n);

-- COMMENT access_comment.INDEX plain_n
COMMENT ON INDEX access_comment.plain_n IS 'index';

-- STATISTICS access_comment.plain_s
CREATE STATISTICS access_comment.plain_s ON id, n FROM access_comment.plain;
ALTER STATISTICS access_comment.plain_s OWNER TO postgres;

-- COMMENT access_comment.STATISTICS plain_s
COMMENT ON STATISTICS access_comment.plain_s IS 'statistics';

-- RULE access_comment.plain plain_rule
CREATE RULE plain_rule AS
    ON DELETE TO access_comment.plain DO INSTEAD NOTHING;

-- COMMENT access_comment.RULE plain_rule ON plain
COMMENT ON RULE plain_rule ON access_comment.plain IS 'rule';

-- TRIGGER access_comment.plain Plain trigger
CREATE TRIGGER "Plain trigger" AFTER INSERT ON access_comment.plain FOR EACH STATEMENT EXECUTE FUNCTION access_comment.fire();

-- COMMENT access_comment.TRIGGER Plain trigger ON plain
COMMENT ON TRIGGER "Plain trigger" ON access_comment.plain IS 'trigger';

-- FK CONSTRAINT access_comment.child child_plain_id_fkey
ALTER TABLE ONLY access_comment.child
    ADD CONSTRAINT child_plain_id_fkey FOREIGN KEY (plain_id) REFERENCES access_comment.plain(id);

-- COMMENT access_comment.CONSTRAINT child_plain_id_fkey ON child
COMMENT ON CONSTRAINT child_plain_id_fkey ON access_comment.child IS 'foreign key';

-- POLICY access_comment.plain plain_policy
CREATE POLICY plain_policy ON access_comment.plain USING (true);

-- COMMENT access_comment.POLICY plain_policy ON plain
COMMENT ON POLICY plain_policy ON access_comment.plain IS 'policy';

-- ACL SCHEMA access_acl
GRANT USAGE ON SCHEMA access_acl TO PUBLIC;

-- ACL access_acl.TYPE mood
REVOKE ALL ON TYPE access_acl.mood FROM PUBLIC;
GRANT ALL ON TYPE access_acl.mood TO dumpr_reader;

-- ACL access_acl.TYPE pair
REVOKE ALL ON TYPE access_acl.pair FROM PUBLIC;

-- ACL access_acl.TYPE positive
GRANT ALL ON TYPE access_acl.positive TO dumpr_writer WITH GRANT OPTION;

-- ACL access_acl.FUNCTION f(integer, text[])
REVOKE ALL ON FUNCTION access_acl.f(integer, text[]) FROM PUBLIC;
GRANT ALL ON FUNCTION access_acl.f(integer, text[]) TO dumpr_reader WITH GRANT OPTION;

-- ACL access_acl.PROCEDURE p(integer)
REVOKE ALL ON PROCEDURE access_acl.p(integer) FROM PUBLIC;

-- ACL access_acl.FUNCTION nothing()
REVOKE ALL ON FUNCTION access_acl.nothing() FROM PUBLIC;
GRANT ALL ON FUNCTION access_acl.nothing() TO dumpr_reader;

-- ACL access_acl.FUNCTION total(integer)
REVOKE ALL ON FUNCTION access_acl.total(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION access_acl.total(integer) TO dumpr_reader;

-- ACL access_acl.TABLE owned
REVOKE ALL ON TABLE access_acl.owned FROM dumpr_owner;

-- ACL access_acl.TABLE plain
GRANT SELECT ON TABLE access_acl.plain TO PUBLIC;
GRANT SELECT, INSERT ON TABLE access_acl.plain TO dumpr_reader WITH GRANT OPTION;
GRANT ALL ON TABLE access_acl.plain TO "dumpr ""odd"" = /role";
SET SESSION AUTHORIZATION dumpr_reader;
GRANT SELECT ON TABLE access_acl.plain TO dumpr_writer;
RESET SESSION AUTHORIZATION;

-- ACL access_acl.COLUMN plain.Odd, "column"
GRANT SELECT("Odd, ""column""") ON TABLE access_acl.plain TO dumpr_writer;

-- ACL access_acl.COLUMN plain.id
GRANT SELECT(id) ON TABLE access_acl.plain TO dumpr_writer;

-- ACL access_acl.COLUMN plain.name
GRANT UPDATE(name) ON TABLE access_acl.plain TO dumpr_writer;
GRANT ALL(name) ON TABLE access_acl.plain TO dumpr_reader WITH GRANT OPTION;
SET SESSION AUTHORIZATION dumpr_reader;
GRANT UPDATE(name) ON TABLE access_acl.plain TO "dumpr ""odd"" = /role";
RESET SESSION AUTHORIZATION;

-- ACL access_acl.TABLE read_only
REVOKE ALL ON TABLE access_acl.read_only FROM dumpr_owner;
GRANT ALL ON TABLE access_acl.read_only TO dumpr_owner WITH GRANT OPTION;

-- ACL access_acl_maintain.TABLE almost
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE access_acl_maintain.almost TO dumpr_writer;

-- ACL access_acl_maintain.TABLE t
GRANT MAINTAIN ON TABLE access_acl_maintain.t TO dumpr_reader;

-- ACL access_acl.TABLE v
GRANT SELECT ON TABLE access_acl.v TO dumpr_reader;

-- ACL access_acl.TABLE m
GRANT SELECT ON TABLE access_acl.m TO dumpr_reader;

-- ACL access_acl.SEQUENCE s
GRANT SELECT, USAGE ON SEQUENCE access_acl.s TO dumpr_reader;
GRANT ALL ON SEQUENCE access_acl.s TO dumpr_writer;

-- ACL LANGUAGE plpgsql
REVOKE ALL ON LANGUAGE plpgsql FROM PUBLIC;
GRANT ALL ON LANGUAGE plpgsql TO dumpr_writer;

-- ACL pg_catalog.COLUMN pg_subscription.subconninfo
GRANT SELECT(subconninfo) ON TABLE pg_catalog.pg_subscription TO dumpr_writer;

-- ACL pg_catalog.FUNCTION pg_ls_dir(text)
GRANT ALL ON FUNCTION pg_catalog.pg_ls_dir(text) TO dumpr_reader;

-- ACL pg_catalog.FUNCTION pg_sleep(double precision)
REVOKE ALL ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;

-- ACL pg_catalog.TABLE pg_authid
GRANT SELECT ON TABLE pg_catalog.pg_authid TO dumpr_reader;

-- ACL pg_catalog.TABLE pg_stat_activity
REVOKE SELECT ON TABLE pg_catalog.pg_stat_activity FROM PUBLIC;

-- ACL pg_catalog.TYPE int4range
REVOKE ALL ON TYPE pg_catalog.int4range FROM PUBLIC;

-- DEFAULT ACL DEFAULT PRIVILEGES FOR FUNCTIONS
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner REVOKE ALL ON FUNCTIONS FROM PUBLIC;

-- DEFAULT ACL DEFAULT PRIVILEGES FOR LARGE OBJECTS
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner GRANT SELECT ON LARGE OBJECTS TO dumpr_reader;

-- DEFAULT ACL DEFAULT PRIVILEGES FOR SCHEMAS
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner GRANT ALL ON SCHEMAS TO dumpr_writer WITH GRANT OPTION;

-- DEFAULT ACL DEFAULT PRIVILEGES FOR TABLES
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner REVOKE ALL ON TABLES FROM dumpr_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner GRANT SELECT, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN ON TABLES TO dumpr_owner;
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner GRANT SELECT ON TABLES TO dumpr_reader;

-- DEFAULT ACL DEFAULT PRIVILEGES FOR TYPES
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner REVOKE ALL ON TYPES FROM PUBLIC;

-- DEFAULT ACL access_default_acl.DEFAULT PRIVILEGES FOR FUNCTIONS
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_writer IN SCHEMA access_default_acl GRANT ALL ON FUNCTIONS TO dumpr_reader;

-- DEFAULT ACL access_default_acl.DEFAULT PRIVILEGES FOR SEQUENCES
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner IN SCHEMA access_default_acl GRANT ALL ON SEQUENCES TO dumpr_reader;

-- DEFAULT ACL access_default_acl.DEFAULT PRIVILEGES FOR TABLES
ALTER DEFAULT PRIVILEGES FOR ROLE dumpr_owner IN SCHEMA access_default_acl GRANT INSERT, UPDATE ON TABLES TO dumpr_writer;

\unrestrict snapshot
