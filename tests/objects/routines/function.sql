CREATE SCHEMA routines_function;
SET search_path = routines_function;

CREATE FUNCTION add(integer, integer DEFAULT 1) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE LEAKPROOF COST 3 AS 'SELECT $1 + $2';
CREATE FUNCTION add(a text, VARIADIC b text[] DEFAULT '{}') RETURNS text LANGUAGE sql STABLE AS $$SELECT a || array_to_string(b, '')$$;
COMMENT ON FUNCTION add(integer, integer) IS E'it\'s a sum';
ALTER FUNCTION add(integer, integer) OWNER TO dumpr_owner;
REVOKE ALL ON FUNCTION add(integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add(integer, integer) TO dumpr_reader WITH GRANT OPTION;
GRANT EXECUTE ON FUNCTION add(text, text[]) TO dumpr_reader;

CREATE FUNCTION "Odd ""name""
of two lines"("Arg" integer, OUT "select" text, INOUT x numeric(5,2) DEFAULT 1.5) LANGUAGE plpgsql AS $body$
BEGIN
    -- $function$ and $body1$ are quotes of others
    "select" := E'back\\slash ''quoted'' größe';
END
$body$;
COMMENT ON FUNCTION "Odd ""name""
of two lines"(integer, numeric) IS 'odd';

CREATE FUNCTION rows(n integer) RETURNS TABLE (a integer, "B" text) LANGUAGE sql ROWS 7 SECURITY DEFINER PARALLEL RESTRICTED
    AS $$SELECT 1, 'x' FROM generate_series(1, n)$$;
CREATE FUNCTION setof_record(anyelement, anyarray) RETURNS SETOF record CALLED ON NULL INPUT LANGUAGE sql AS 'SELECT $1, $2';
CREATE FUNCTION nothing() RETURNS void LANGUAGE plpgsql AS ' BEGIN END ';
CREATE FUNCTION quoted() RETURNS text LANGUAGE plpgsql AS $x$ BEGIN RETURN $function$text$function$; END $x$;
CREATE FUNCTION c_like(internal) RETURNS internal LANGUAGE internal STRICT AS 'array_typanalyze';
CREATE FUNCTION supported(integer, integer) RETURNS SETOF integer LANGUAGE internal IMMUTABLE STRICT COST 1 ROWS 10 SUPPORT generate_series_int4_support AS 'generate_series_int4';
CREATE FUNCTION numbered() RETURNS bigint WINDOW LANGUAGE internal AS 'window_row_number';
CREATE FUNCTION from_library() RETURNS trigger LANGUAGE c AS '$libdir/lo', 'lo_manage';

-- Settings, those that are lists among them.
CREATE FUNCTION set_all() RETURNS void LANGUAGE sql
    SET search_path TO pg_catalog, "Odd Schema", 'with''quote', routines_function
    SET work_mem TO '1MB'
    SET datestyle TO 'ISO', 'DMY'
    SET "my.setting" TO E'it''s\\'
    SET extra_float_digits TO -1
    SET enable_seqscan TO off
    SET application_name TO ''
    AS 'SELECT';
CREATE FUNCTION set_empty_path() RETURNS void LANGUAGE sql SET search_path TO '' AS 'SELECT';
CREATE FUNCTION set_empty_element() RETURNS void LANGUAGE sql SET search_path TO '', 'public' AS 'SELECT';
CREATE FUNCTION set_temp() RETURNS void LANGUAGE sql SET temp_tablespaces TO '' SET search_path TO "$user", public AS 'SELECT';
CREATE FUNCTION set_zone() RETURNS void LANGUAGE sql SET timezone TO 'Europe/Paris' SET session_preload_libraries TO 'a', 'B c' AS 'SELECT';

-- A table, a function of its row, a default that calls a function.
CREATE TABLE person (id integer DEFAULT routines_function.add(1), name text);
INSERT INTO person VALUES (1, 'x');
CREATE FUNCTION upper_name(person) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT upper($1.name)';
CREATE FUNCTION people() RETURNS SETOF person LANGUAGE sql AS 'SELECT * FROM routines_function.person';
CREATE FUNCTION name_of(person.name%TYPE) RETURNS person LANGUAGE sql AS 'SELECT * FROM routines_function.person WHERE name = $1';
CREATE INDEX ON person (upper_name(person.*));
CREATE FUNCTION on_change() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION on_ddl() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION defaults(a date DEFAULT CURRENT_DATE, b text DEFAULT 'x' COLLATE "C", c integer[] DEFAULT ARRAY[1, 2], d person DEFAULT NULL)
    RETURNS void LANGUAGE sql AS 'SELECT';
