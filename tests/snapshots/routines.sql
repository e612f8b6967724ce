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

-- SCHEMA routines_aggregate
CREATE SCHEMA routines_aggregate;
ALTER SCHEMA routines_aggregate OWNER TO postgres;

-- SCHEMA routines_cast
CREATE SCHEMA routines_cast;
ALTER SCHEMA routines_cast OWNER TO postgres;

-- SCHEMA routines_conversion
CREATE SCHEMA routines_conversion;
ALTER SCHEMA routines_conversion OWNER TO postgres;

-- SCHEMA routines_function
CREATE SCHEMA routines_function;
ALTER SCHEMA routines_function OWNER TO postgres;

-- SCHEMA routines_function_atomic
CREATE SCHEMA routines_function_atomic;
ALTER SCHEMA routines_function_atomic OWNER TO postgres;

-- SCHEMA routines_function_extension
CREATE SCHEMA routines_function_extension;
ALTER SCHEMA routines_function_extension OWNER TO postgres;

-- SCHEMA routines_function_postponed
CREATE SCHEMA routines_function_postponed;
ALTER SCHEMA routines_function_postponed OWNER TO postgres;

-- SCHEMA routines_language
CREATE SCHEMA routines_language;
ALTER SCHEMA routines_language OWNER TO postgres;

-- SCHEMA routines_procedure
CREATE SCHEMA routines_procedure;
ALTER SCHEMA routines_procedure OWNER TO postgres;

-- SCHEMA routines_procedure_out
CREATE SCHEMA routines_procedure_out;
ALTER SCHEMA routines_procedure_out OWNER TO postgres;

-- SCHEMA routines_transform
CREATE SCHEMA routines_transform;
ALTER SCHEMA routines_transform OWNER TO postgres;

-- FUNCTION routines_language.handler()
CREATE FUNCTION routines_language.handler()
 RETURNS language_handler
 LANGUAGE c
AS '$libdir/plpgsql', $function$plpgsql_call_handler$function$;
ALTER FUNCTION routines_language.handler() OWNER TO postgres;

-- PROCEDURAL LANGUAGE Routines Language
CREATE PROCEDURAL LANGUAGE "Routines Language" HANDLER routines_language.handler;
ALTER LANGUAGE "Routines Language" OWNER TO postgres;

-- PROCEDURAL LANGUAGE routines_language_full
CREATE TRUSTED PROCEDURAL LANGUAGE routines_language_full HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
ALTER LANGUAGE routines_language_full OWNER TO dumpr_owner;

-- COMMENT LANGUAGE routines_language_full
COMMENT ON LANGUAGE routines_language_full IS 'plpgsql again';

-- TYPE routines_transform.Other
CREATE TYPE routines_transform."Other" AS ENUM (
    'a'
);
ALTER TYPE routines_transform."Other" OWNER TO postgres;

-- FUNCTION routines_transform.from_sql(internal)
CREATE FUNCTION routines_transform.from_sql(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE
AS $function$array_typanalyze$function$;
ALTER FUNCTION routines_transform.from_sql(internal) OWNER TO postgres;

-- TRANSFORM TRANSFORM FOR routines_transform."Other" LANGUAGE sql
CREATE TRANSFORM FOR routines_transform."Other" LANGUAGE sql (FROM SQL WITH FUNCTION routines_transform.from_sql(internal));

-- TYPE routines_transform.thing
CREATE TYPE routines_transform.thing AS (
    a integer
);
ALTER TYPE routines_transform.thing OWNER TO postgres;

-- FUNCTION routines_transform.to_sql(internal)
CREATE FUNCTION routines_transform.to_sql(internal)
 RETURNS routines_transform.thing
 LANGUAGE internal
 IMMUTABLE
AS $function$array_typanalyze$function$;
ALTER FUNCTION routines_transform.to_sql(internal) OWNER TO postgres;

-- TRANSFORM TRANSFORM FOR routines_transform.thing LANGUAGE plpgsql
CREATE TRANSFORM FOR routines_transform.thing LANGUAGE plpgsql (FROM SQL WITH FUNCTION routines_transform.from_sql(internal), TO SQL WITH FUNCTION routines_transform.to_sql(internal));

-- COMMENT TRANSFORM FOR routines_transform.thing LANGUAGE plpgsql
COMMENT ON TRANSFORM FOR routines_transform.thing LANGUAGE plpgsql IS 'there and back';

-- SHELL TYPE routines_cast.Text2
CREATE TYPE routines_cast."Text2";

-- FUNCTION routines_cast.text2_in(cstring)
CREATE FUNCTION routines_cast.text2_in(cstring)
 RETURNS routines_cast."Text2"
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textin$function$;
ALTER FUNCTION routines_cast.text2_in(cstring) OWNER TO postgres;

-- FUNCTION routines_cast.text2_out(routines_cast."Text2")
CREATE FUNCTION routines_cast.text2_out(routines_cast."Text2")
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$textout$function$;
ALTER FUNCTION routines_cast.text2_out(routines_cast."Text2") OWNER TO postgres;

-- TYPE routines_cast.Text2
CREATE TYPE routines_cast."Text2" (
    INTERNALLENGTH = variable,
    INPUT = routines_cast.text2_in,
    OUTPUT = routines_cast.text2_out,
    ALIGNMENT = int4,
    STORAGE = extended
);
ALTER TYPE routines_cast."Text2" OWNER TO postgres;

-- TYPE routines_cast.mood
CREATE TYPE routines_cast.mood AS ENUM (
    'sad',
    'ok'
);
ALTER TYPE routines_cast.mood OWNER TO postgres;

-- TYPE routines_cast.pair
CREATE TYPE routines_cast.pair AS (
    a integer,
    b integer
);
ALTER TYPE routines_cast.pair OWNER TO postgres;

-- DOMAIN routines_cast.word
CREATE DOMAIN routines_cast.word AS text;
ALTER DOMAIN routines_cast.word OWNER TO postgres;

-- DOMAIN routines_function_postponed.positive
CREATE DOMAIN routines_function_postponed.positive AS bigint DEFAULT 3;
ALTER DOMAIN routines_function_postponed.positive OWNER TO postgres;

-- CAST CAST (bytea AS routines_cast."Text2")
CREATE CAST (bytea AS routines_cast."Text2") WITHOUT FUNCTION;

-- FUNCTION routines_cast.to_mood(integer)
CREATE FUNCTION routines_cast.to_mood(integer)
 RETURNS routines_cast.mood
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 'ok'::routines_cast.mood$function$;
ALTER FUNCTION routines_cast.to_mood(integer) OWNER TO postgres;

-- CAST CAST (integer AS routines_cast.mood)
CREATE CAST (integer AS routines_cast.mood) WITH FUNCTION routines_cast.to_mood(integer) AS ASSIGNMENT;

-- COMMENT CAST (integer AS routines_cast.mood)
COMMENT ON CAST (integer AS routines_cast.mood) IS 'always ok';

-- FUNCTION routines_cast.to_pair(integer, integer, boolean)
CREATE FUNCTION routines_cast.to_pair(integer, integer, boolean)
 RETURNS routines_cast.pair
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT ROW($1, $1)::routines_cast.pair$function$;
ALTER FUNCTION routines_cast.to_pair(integer, integer, boolean) OWNER TO postgres;

-- CAST CAST (integer AS routines_cast.pair)
CREATE CAST (integer AS routines_cast.pair) WITH FUNCTION routines_cast.to_pair(integer,integer,boolean);

-- CAST CAST (routines_cast."Text2" AS text)
CREATE CAST (routines_cast."Text2" AS text) WITHOUT FUNCTION AS IMPLICIT;

-- CAST CAST (routines_cast.mood AS integer)
CREATE CAST (routines_cast.mood AS integer) WITH INOUT;

-- CAST CAST (routines_cast.pair AS character varying)
CREATE CAST (routines_cast.pair AS character varying) WITH INOUT AS IMPLICIT;

-- FUNCTION routines_aggregate.finish(text, text, text[])
CREATE FUNCTION routines_aggregate.finish(text, text, text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1$function$;
ALTER FUNCTION routines_aggregate.finish(text, text, text[]) OWNER TO postgres;

-- FUNCTION routines_aggregate.keep(text, text, text[])
CREATE FUNCTION routines_aggregate.keep(text, text, VARIADIC text[])
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 || $2 || array_to_string($3, ',')$function$;
ALTER FUNCTION routines_aggregate.keep(text, text, VARIADIC text[]) OWNER TO postgres;

-- FUNCTION routines_function.Odd "name" of two lines(integer, numeric)
CREATE FUNCTION routines_function."Odd ""name""
of two lines"("Arg" integer, OUT "select" text, INOUT x numeric DEFAULT 1.5)
 RETURNS record
 LANGUAGE plpgsql
AS $functionx$
BEGIN
    -- $function$ and $body1$ are quotes of others
    "select" := E'back\\slash ''quoted'' größe';
END
$functionx$;
ALTER FUNCTION routines_function."Odd ""name""
of two lines"("Arg" integer, OUT "select" text, INOUT x numeric) OWNER TO postgres;

-- COMMENT routines_function.FUNCTION Odd "name" of two lines(integer, numeric)
COMMENT ON FUNCTION routines_function."Odd ""name""
of two lines"("Arg" integer, OUT "select" text, INOUT x numeric) IS 'odd';

-- FUNCTION routines_function.add(integer, integer)
CREATE FUNCTION routines_function.add(integer, integer DEFAULT 1)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT LEAKPROOF COST 3
AS $function$SELECT $1 + $2$function$;
ALTER FUNCTION routines_function.add(integer, integer) OWNER TO dumpr_owner;

-- COMMENT routines_function.FUNCTION add(integer, integer)
COMMENT ON FUNCTION routines_function.add(integer, integer) IS 'it''s a sum';

-- FUNCTION routines_function.add(text, text[])
CREATE FUNCTION routines_function.add(a text, VARIADIC b text[] DEFAULT '{}'::text[])
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$SELECT a || array_to_string(b, '')$function$;
ALTER FUNCTION routines_function.add(a text, VARIADIC b text[]) OWNER TO postgres;

-- FUNCTION routines_function.c_like(internal)
CREATE FUNCTION routines_function.c_like(internal)
 RETURNS internal
 LANGUAGE internal
 STRICT
AS $function$array_typanalyze$function$;
ALTER FUNCTION routines_function.c_like(internal) OWNER TO postgres;

-- TABLE routines_function.person
SET default_table_access_method = heap;
CREATE TABLE routines_function.person (
    id integer DEFAULT routines_function.add(1),
    name text
);
ALTER TABLE routines_function.person OWNER TO postgres;

-- FUNCTION routines_function.defaults(date, text, integer[], routines_function.person)
CREATE FUNCTION routines_function.defaults(a date DEFAULT CURRENT_DATE, b text DEFAULT ('x'::text COLLATE "C"), c integer[] DEFAULT ARRAY[1, 2], d routines_function.person DEFAULT NULL::routines_function.person)
 RETURNS void
 LANGUAGE sql
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.defaults(a date, b text, c integer[], d routines_function.person) OWNER TO postgres;

-- FUNCTION routines_function.from_library()
CREATE FUNCTION routines_function.from_library()
 RETURNS trigger
 LANGUAGE c
AS '$libdir/lo', $function$lo_manage$function$;
ALTER FUNCTION routines_function.from_library() OWNER TO postgres;

-- FUNCTION routines_function.name_of(text)
CREATE FUNCTION routines_function.name_of(text)
 RETURNS routines_function.person
 LANGUAGE sql
AS $function$SELECT * FROM routines_function.person WHERE name = $1$function$;
ALTER FUNCTION routines_function.name_of(text) OWNER TO postgres;

-- FUNCTION routines_function.nothing()
CREATE FUNCTION routines_function.nothing()
 RETURNS void
 LANGUAGE plpgsql
AS $function$ BEGIN END $function$;
ALTER FUNCTION routines_function.nothing() OWNER TO postgres;

-- FUNCTION routines_function.numbered()
CREATE FUNCTION routines_function.numbered()
 RETURNS bigint
 LANGUAGE internal
 WINDOW
AS $function$window_row_number$function$;
ALTER FUNCTION routines_function.numbered() OWNER TO postgres;

-- FUNCTION routines_function.on_change()
CREATE FUNCTION routines_function.on_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;
ALTER FUNCTION routines_function.on_change() OWNER TO postgres;

-- FUNCTION routines_function.on_ddl()
CREATE FUNCTION routines_function.on_ddl()
 RETURNS event_trigger
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
ALTER FUNCTION routines_function.on_ddl() OWNER TO postgres;

-- FUNCTION routines_function.people()
CREATE FUNCTION routines_function.people()
 RETURNS SETOF routines_function.person
 LANGUAGE sql
AS $function$SELECT * FROM routines_function.person$function$;
ALTER FUNCTION routines_function.people() OWNER TO postgres;

-- FUNCTION routines_function.quoted()
CREATE FUNCTION routines_function.quoted()
 RETURNS text
 LANGUAGE plpgsql
AS $functionx$ BEGIN RETURN $function$text$function$; END $functionx$;
ALTER FUNCTION routines_function.quoted() OWNER TO postgres;

-- FUNCTION routines_function.rows(integer)
CREATE FUNCTION routines_function.rows(n integer)
 RETURNS TABLE(a integer, "B" text)
 LANGUAGE sql
 PARALLEL RESTRICTED SECURITY DEFINER ROWS 7
AS $function$SELECT 1, 'x' FROM generate_series(1, n)$function$;
ALTER FUNCTION routines_function.rows(n integer) OWNER TO postgres;

-- FUNCTION routines_function.set_all()
CREATE FUNCTION routines_function.set_all()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'Odd Schema', 'with''quote', 'routines_function'
 SET work_mem TO '1MB'
 SET "DateStyle" TO 'ISO, DMY'
 SET "my.setting" TO 'it''s\'
 SET extra_float_digits TO '-1'
 SET enable_seqscan TO 'off'
 SET application_name TO ''
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.set_all() OWNER TO postgres;

-- FUNCTION routines_function.set_empty_element()
CREATE FUNCTION routines_function.set_empty_element()
 RETURNS void
 LANGUAGE sql
 SET search_path TO '', 'public'
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.set_empty_element() OWNER TO postgres;

-- FUNCTION routines_function.set_empty_path()
CREATE FUNCTION routines_function.set_empty_path()
 RETURNS void
 LANGUAGE sql
 SET search_path TO ''
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.set_empty_path() OWNER TO postgres;

-- FUNCTION routines_function.set_temp()
CREATE FUNCTION routines_function.set_temp()
 RETURNS void
 LANGUAGE sql
 SET temp_tablespaces TO ''
 SET search_path TO '$user', 'public'
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.set_temp() OWNER TO postgres;

-- FUNCTION routines_function.set_zone()
CREATE FUNCTION routines_function.set_zone()
 RETURNS void
 LANGUAGE sql
 SET "TimeZone" TO 'Europe/Paris'
 SET session_preload_libraries TO 'a', 'B c'
AS $function$SELECT$function$;
ALTER FUNCTION routines_function.set_zone() OWNER TO postgres;

-- FUNCTION routines_function.setof_record(anyelement, anyarray)
CREATE FUNCTION routines_function.setof_record(anyelement, anyarray)
 RETURNS SETOF record
 LANGUAGE sql
AS $function$SELECT $1, $2$function$;
ALTER FUNCTION routines_function.setof_record(anyelement, anyarray) OWNER TO postgres;

-- FUNCTION routines_function.supported(integer, integer)
CREATE FUNCTION routines_function.supported(integer, integer)
 RETURNS SETOF integer
 LANGUAGE internal
 IMMUTABLE STRICT ROWS 10 SUPPORT generate_series_int4_support
AS $function$generate_series_int4$function$;
ALTER FUNCTION routines_function.supported(integer, integer) OWNER TO postgres;

-- FUNCTION routines_function.upper_name(routines_function.person)
CREATE FUNCTION routines_function.upper_name(routines_function.person)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT upper($1.name)$function$;
ALTER FUNCTION routines_function.upper_name(routines_function.person) OWNER TO postgres;

-- TABLE routines_function_atomic.orders
CREATE TABLE routines_function_atomic.orders (
    id integer NOT NULL,
    customer text,
    total numeric
);
ALTER TABLE routines_function_atomic.orders OWNER TO postgres;

-- VIEW routines_function_atomic.customers
CREATE VIEW routines_function_atomic.customers AS
 SELECT DISTINCT customer
   FROM routines_function_atomic.orders;
ALTER VIEW routines_function_atomic.customers OWNER TO postgres;

-- FUNCTION routines_function_atomic.customer_count()
CREATE FUNCTION routines_function_atomic.customer_count()
 RETURNS bigint
 LANGUAGE sql
RETURN (SELECT count(*) AS count FROM routines_function_atomic.customers);
ALTER FUNCTION routines_function_atomic.customer_count() OWNER TO postgres;

-- FUNCTION routines_function_atomic.one()
CREATE FUNCTION routines_function_atomic.one()
 RETURNS integer
 LANGUAGE sql
RETURN 1;
ALTER FUNCTION routines_function_atomic.one() OWNER TO postgres;

-- FUNCTION routines_function_atomic.sum_of_one(integer, integer)
CREATE FUNCTION routines_function_atomic.sum_of_one(a integer, "B" integer)
 RETURNS integer
 LANGUAGE sql
RETURN ((a + "B") + routines_function_atomic.one());
ALTER FUNCTION routines_function_atomic.sum_of_one(a integer, "B" integer) OWNER TO postgres;

-- FUNCTION routines_function_atomic.total()
CREATE FUNCTION routines_function_atomic.total()
 RETURNS numeric
 LANGUAGE sql
BEGIN ATOMIC
 SELECT sum(orders.total) AS sum
    FROM routines_function_atomic.orders;
END;
ALTER FUNCTION routines_function_atomic.total() OWNER TO postgres;

-- FUNCTION routines_function_extension.f(integer)
CREATE FUNCTION routines_function_extension.f("A b" integer)
 RETURNS void
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
ALTER FUNCTION routines_function_extension.f("A b" integer) DEPENDS ON EXTENSION plpgsql;
ALTER FUNCTION routines_function_extension.f("A b" integer) OWNER TO postgres;

-- FUNCTION routines_function_postponed.nothing()
CREATE FUNCTION routines_function_postponed.nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$;
ALTER FUNCTION routines_function_postponed.nothing() OWNER TO postgres;

-- VIEW routines_function_postponed.caller
CREATE VIEW routines_function_postponed.caller AS
SELECT
    NULL::bigint AS x,
    NULL::bigint AS y;
ALTER VIEW routines_function_postponed.caller OWNER TO postgres;

-- FUNCTION routines_function_postponed.of_caller(routines_function_postponed.caller)
CREATE FUNCTION routines_function_postponed.of_caller(routines_function_postponed.caller)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER FUNCTION routines_function_postponed.of_caller(routines_function_postponed.caller) OWNER TO postgres;

-- FUNCTION routines_language.f()
CREATE FUNCTION routines_language.f()
 RETURNS integer
 LANGUAGE "Routines Language"
AS $function$BEGIN RETURN 1; END$function$;
ALTER FUNCTION routines_language.f() OWNER TO postgres;

-- FUNCTION routines_transform.a_first(integer)
CREATE FUNCTION routines_transform.a_first(integer)
 RETURNS integer
 TRANSFORM FOR TYPE routines_transform.thing
 LANGUAGE plpgsql
AS $function$BEGIN RETURN 1; END$function$;
ALTER FUNCTION routines_transform.a_first(integer) OWNER TO postgres;

-- FUNCTION routines_transform.transformed(routines_transform.thing)
CREATE FUNCTION routines_transform.transformed(routines_transform.thing)
 RETURNS integer
 TRANSFORM FOR TYPE routines_transform.thing
 LANGUAGE plpgsql
AS $function$BEGIN RETURN 1; END$function$;
ALTER FUNCTION routines_transform.transformed(routines_transform.thing) OWNER TO postgres;

-- PROCEDURE routines_function_atomic.fill(integer)
CREATE PROCEDURE routines_function_atomic.fill(IN n integer)
 LANGUAGE sql
BEGIN ATOMIC
 INSERT INTO routines_function_atomic.orders (id, customer)  SELECT i.i,
             'it''s'
            FROM generate_series(1, fill.n) i(i);
 DELETE FROM routines_function_atomic.orders
   WHERE (orders.total IS NULL);
END;
ALTER PROCEDURE routines_function_atomic.fill(IN n integer) OWNER TO postgres;

-- PROCEDURE routines_function_extension.p()
CREATE PROCEDURE routines_function_extension.p()
 LANGUAGE plpgsql
AS $procedure$BEGIN END$procedure$;
ALTER PROCEDURE routines_function_extension.p() DEPENDS ON EXTENSION plpgsql;
ALTER PROCEDURE routines_function_extension.p() OWNER TO postgres;

-- PROCEDURE routines_procedure.Odd Work(text[])
CREATE PROCEDURE routines_procedure."Odd Work"(VARIADIC a text[])
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $procedure$SELECT 1$procedure$;
ALTER PROCEDURE routines_procedure."Odd Work"(VARIADIC a text[]) OWNER TO postgres;

-- PROCEDURE routines_procedure.work(integer, text)
CREATE PROCEDURE routines_procedure.work(IN a integer, INOUT b text DEFAULT 'x'::text)
 LANGUAGE plpgsql
AS $procedure$BEGIN b := a; END$procedure$;
ALTER PROCEDURE routines_procedure.work(IN a integer, INOUT b text) OWNER TO dumpr_owner;

-- COMMENT routines_procedure.PROCEDURE work(integer, text)
COMMENT ON PROCEDURE routines_procedure.work(IN a integer, INOUT b text) IS 'works';

-- PROCEDURE routines_procedure_out.answer(integer)
CREATE PROCEDURE routines_procedure_out.answer(IN a integer, OUT b text, OUT c numeric)
 LANGUAGE plpgsql
AS $procedure$BEGIN b := a; END$procedure$;
ALTER PROCEDURE routines_procedure_out.answer(IN a integer, OUT b text, OUT c numeric) OWNER TO dumpr_owner;

-- COMMENT routines_procedure_out.PROCEDURE answer(integer)
COMMENT ON PROCEDURE routines_procedure_out.answer(IN a integer, OUT b text, OUT c numeric) IS 'answers';

-- AGGREGATE routines_aggregate.Odd "max"(text)
CREATE AGGREGATE routines_aggregate."Odd ""max"""(text) (
    SFUNC = text_larger,
    STYPE = text,
    SORTOP = OPERATOR(pg_catalog.>)
);
ALTER AGGREGATE routines_aggregate."Odd ""max"""(text) OWNER TO postgres;

-- AGGREGATE routines_aggregate.counted(*)
CREATE AGGREGATE routines_aggregate.counted(*) (
    SFUNC = int8inc,
    STYPE = bigint,
    INITCOND = '0'
);
ALTER AGGREGATE routines_aggregate.counted(*) OWNER TO postgres;

-- COMMENT routines_aggregate.AGGREGATE counted(*)
COMMENT ON AGGREGATE routines_aggregate.counted(*) IS 'rows';

-- AGGREGATE routines_aggregate.floats(double precision)
CREATE AGGREGATE routines_aggregate.floats(double precision) (
    SFUNC = array_append,
    STYPE = double precision[],
    INITCOND = '{}'
);
ALTER AGGREGATE routines_aggregate.floats(double precision) OWNER TO postgres;

-- AGGREGATE routines_aggregate.kept(text, text[])
CREATE AGGREGATE routines_aggregate.kept("First" text, VARIADIC rest text[]) (
    SFUNC = routines_aggregate.keep,
    STYPE = text,
    SSPACE = 128,
    FINALFUNC = routines_aggregate.finish,
    FINALFUNC_EXTRA,
    FINALFUNC_MODIFY = SHAREABLE,
    INITCOND =  E'it''s\\',
    PARALLEL = restricted
);
ALTER AGGREGATE routines_aggregate.kept("First" text, VARIADIC rest text[]) OWNER TO postgres;

-- AGGREGATE routines_aggregate.moving(double precision)
CREATE AGGREGATE routines_aggregate.moving(double precision) (
    SFUNC = float8pl,
    STYPE = double precision,
    INITCOND = '0',
    MSFUNC = float8pl,
    MINVFUNC = float8mi,
    MSTYPE = double precision,
    MSSPACE = 16,
    MFINALFUNC = float8abs,
    MFINALFUNC_MODIFY = READ_WRITE,
    MINITCOND = '0'
);
ALTER AGGREGATE routines_aggregate.moving(double precision) OWNER TO postgres;

-- AGGREGATE routines_aggregate.percentile(double precision, anyelement)
CREATE AGGREGATE routines_aggregate.percentile(double precision ORDER BY anyelement) (
    SFUNC = ordered_set_transition,
    STYPE = internal,
    FINALFUNC = percentile_disc_final,
    FINALFUNC_EXTRA
);
ALTER AGGREGATE routines_aggregate.percentile(double precision ORDER BY anyelement) OWNER TO dumpr_owner;

-- COMMENT routines_aggregate.AGGREGATE percentile(double precision, anyelement)
COMMENT ON AGGREGATE routines_aggregate.percentile(double precision ORDER BY anyelement) IS 'ordered set';

-- AGGREGATE routines_aggregate.rank_of("any")
CREATE AGGREGATE routines_aggregate.rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (
    SFUNC = ordered_set_transition_multi,
    STYPE = internal,
    FINALFUNC = rank_final,
    FINALFUNC_EXTRA,
    HYPOTHETICAL
);
ALTER AGGREGATE routines_aggregate.rank_of(VARIADIC "any" ORDER BY VARIADIC "any") OWNER TO postgres;

-- AGGREGATE routines_aggregate.serialized(numeric)
CREATE AGGREGATE routines_aggregate.serialized(numeric) (
    SFUNC = numeric_avg_accum,
    STYPE = internal,
    FINALFUNC = numeric_avg,
    FINALFUNC_MODIFY = READ_WRITE,
    COMBINEFUNC = numeric_avg_combine,
    SERIALFUNC = numeric_avg_serialize,
    DESERIALFUNC = numeric_avg_deserialize
);
ALTER AGGREGATE routines_aggregate.serialized(numeric) OWNER TO postgres;

-- AGGREGATE routines_aggregate.total(integer)
CREATE AGGREGATE routines_aggregate.total(integer) (
    SFUNC = int4pl,
    STYPE = integer,
    INITCOND = '0',
    COMBINEFUNC = int4pl,
    PARALLEL = safe
);
ALTER AGGREGATE routines_aggregate.total(integer) OWNER TO dumpr_owner;

-- COMMENT routines_aggregate.AGGREGATE total(integer)
COMMENT ON AGGREGATE routines_aggregate.total(integer) IS 'sum';

-- CONVERSION routines_conversion.From Latin
CREATE DEFAULT CONVERSION routines_conversion."From Latin" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER CONVERSION routines_conversion."From Latin" OWNER TO postgres;

-- CONVERSION routines_conversion.to_latin
CREATE CONVERSION routines_conversion.to_latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
ALTER CONVERSION routines_conversion.to_latin OWNER TO dumpr_owner;

-- COMMENT routines_conversion.CONVERSION to_latin
COMMENT ON CONVERSION routines_conversion.to_latin IS 'and back';

-- TABLE routines_function_postponed.keyed
CREATE TABLE routines_function_postponed.keyed (
    id integer NOT NULL,
    label text,
    n integer
);
ALTER TABLE routines_function_postponed.keyed OWNER TO postgres;

-- TABLE routines_function_postponed.with_check
CREATE TABLE routines_function_postponed.with_check (
    a bigint
);
ALTER TABLE routines_function_postponed.with_check OWNER TO postgres;

-- TABLE routines_function_postponed.with_default
CREATE TABLE routines_function_postponed.with_default (
    a bigint,
    b integer
);
ALTER TABLE routines_function_postponed.with_default OWNER TO postgres;

-- TABLE routines_function_postponed.with_default_of_default
CREATE TABLE routines_function_postponed.with_default_of_default (
    a bigint
);
ALTER TABLE routines_function_postponed.with_default_of_default OWNER TO postgres;

-- TABLE routines_function_postponed.with_domain
CREATE TABLE routines_function_postponed.with_domain (
    a routines_function_postponed.positive
);
ALTER TABLE routines_function_postponed.with_domain OWNER TO postgres;

-- VIEW routines_aggregate.totals
CREATE VIEW routines_aggregate.totals AS
 SELECT routines_aggregate.total(i) AS t,
    routines_aggregate.counted(*) AS n,
    routines_aggregate.percentile((0.5)::double precision) WITHIN GROUP (ORDER BY i) AS p
   FROM generate_series(1, 3) i(i);
ALTER VIEW routines_aggregate.totals OWNER TO postgres;

-- VIEW routines_cast.casted
CREATE VIEW routines_cast.casted AS
 SELECT (1)::routines_cast.mood AS m,
    ('x'::routines_cast."Text2")::text AS t;
ALTER VIEW routines_cast.casted OWNER TO postgres;

-- VIEW routines_function_atomic.counted
CREATE VIEW routines_function_atomic.counted AS
 SELECT routines_function_atomic.customer_count() AS n;
ALTER VIEW routines_function_atomic.counted OWNER TO postgres;

-- VIEW routines_function_postponed.uses_both
CREATE VIEW routines_function_postponed.uses_both AS
SELECT
    NULL::bigint AS a,
    NULL::bigint AS b;
ALTER VIEW routines_function_postponed.uses_both OWNER TO postgres;

-- MATERIALIZED VIEW routines_function_postponed.caller_rows
CREATE MATERIALIZED VIEW routines_function_postponed.caller_rows AS
 SELECT x,
    y
   FROM routines_function_postponed.caller
  WITH NO DATA;
ALTER MATERIALIZED VIEW routines_function_postponed.caller_rows OWNER TO postgres;

-- CONSTRAINT routines_function_atomic.orders orders_pkey
ALTER TABLE ONLY routines_function_atomic.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

-- FUNCTION routines_function_atomic.per_order()
CREATE FUNCTION routines_function_atomic.per_order()
 RETURNS SETOF text
 LANGUAGE sql
BEGIN ATOMIC
 SELECT (orders.customer || count(*))
    FROM routines_function_atomic.orders
   GROUP BY orders.id;
END;
ALTER FUNCTION routines_function_atomic.per_order() OWNER TO postgres;

-- COMMENT routines_function_atomic.FUNCTION per_order()
COMMENT ON FUNCTION routines_function_atomic.per_order() IS 'postponed';

-- CONSTRAINT routines_function_postponed.keyed keyed_pkey
ALTER TABLE ONLY routines_function_postponed.keyed
    ADD CONSTRAINT keyed_pkey PRIMARY KEY (id);

-- FUNCTION routines_function_postponed.counted()
CREATE FUNCTION routines_function_postponed.counted()
 RETURNS bigint
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT count(rows.n) AS count
    FROM ( SELECT keyed.label,
             keyed.n
            FROM routines_function_postponed.keyed
           GROUP BY keyed.id) rows;
END;
ALTER FUNCTION routines_function_postponed.counted() OWNER TO postgres;

-- FUNCTION routines_function_postponed.same(bigint)
CREATE FUNCTION routines_function_postponed.same(bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT $1
    FROM ( SELECT keyed.label
            FROM routines_function_postponed.keyed
           GROUP BY keyed.id) rows
  LIMIT 1;
END;
ALTER FUNCTION routines_function_postponed.same(bigint) OWNER TO postgres;

-- COMMENT routines_function_postponed.FUNCTION same(bigint)
COMMENT ON FUNCTION routines_function_postponed.same(bigint) IS 'late';

-- FUNCTION routines_function_postponed.with_argument(bigint)
CREATE FUNCTION routines_function_postponed.with_argument(a bigint DEFAULT routines_function_postponed.counted())
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT a$function$;
ALTER FUNCTION routines_function_postponed.with_argument(a bigint) OWNER TO postgres;

-- AGGREGATE routines_function_postponed.summed(bigint)
CREATE AGGREGATE routines_function_postponed.summed(bigint) (
    SFUNC = int8pl,
    STYPE = bigint,
    FINALFUNC = routines_function_postponed.same
);
ALTER AGGREGATE routines_function_postponed.summed(bigint) OWNER TO postgres;

-- OPERATOR routines_function_postponed.@@@
CREATE OPERATOR routines_function_postponed.@@@ (
    FUNCTION = routines_function_postponed.same,
    RIGHTARG = bigint
);
ALTER OPERATOR routines_function_postponed.@@@ (NONE, bigint) OWNER TO postgres;

-- MATERIALIZED VIEW routines_function_postponed.own_rows
CREATE MATERIALIZED VIEW routines_function_postponed.own_rows AS
 SELECT routines_function_postponed.counted() AS x
  WITH NO DATA;
ALTER MATERIALIZED VIEW routines_function_postponed.own_rows OWNER TO postgres;

-- DEFAULT routines_function_postponed.with_default a
ALTER TABLE ONLY routines_function_postponed.with_default ALTER COLUMN a SET DEFAULT routines_function_postponed.counted();

-- DEFAULT routines_function_postponed.with_default_of_default a
ALTER TABLE ONLY routines_function_postponed.with_default_of_default ALTER COLUMN a SET DEFAULT routines_function_postponed.with_argument();

-- CHECK CONSTRAINT routines_function_postponed.positive positive_check
ALTER DOMAIN routines_function_postponed.positive ADD CONSTRAINT positive_check CHECK ((routines_function_postponed.same(VALUE) > 0));

-- CHECK CONSTRAINT routines_function_postponed.with_check with_check_a_check
ALTER TABLE routines_function_postponed.with_check
    ADD CONSTRAINT with_check_a_check CHECK ((routines_function_postponed.same(a) > 0));

-- INDEX routines_function.person_upper_name_idx
CREATE INDEX person_upper_name_idx ON routines_function.person USING btree (routines_function.upper_name(person.*));

-- INDEX routines_function_postponed.with_check_same
CREATE INDEX with_check_same ON routines_function_postponed.with_check USING btree (routines_function_postponed.same(a));

-- VIEW routines_function_postponed.caller
CREATE OR REPLACE VIEW routines_function_postponed.caller AS
 SELECT routines_function_postponed.counted() AS x,
    routines_function_postponed.same((3)::bigint) AS y;

-- VIEW routines_function_postponed.uses_both
CREATE OR REPLACE VIEW routines_function_postponed.uses_both AS
 SELECT (OPERATOR(routines_function_postponed.@@@) (3)::bigint) AS a,
    routines_function_postponed.summed((1)::bigint) AS b;

-- TRIGGER routines_function_postponed.with_check sometimes
CREATE TRIGGER sometimes BEFORE INSERT ON routines_function_postponed.with_check FOR EACH ROW WHEN ((routines_function_postponed.same(new.a) > 3)) EXECUTE FUNCTION routines_function_postponed.nothing();

-- POLICY routines_function_postponed.with_check some_rows
CREATE POLICY some_rows ON routines_function_postponed.with_check USING ((routines_function_postponed.same(a) > 1));

-- ACL LANGUAGE routines_language_full
REVOKE ALL ON LANGUAGE routines_language_full FROM PUBLIC;
GRANT ALL ON LANGUAGE routines_language_full TO dumpr_reader;

-- ACL routines_function.FUNCTION add(integer, integer)
REVOKE ALL ON FUNCTION routines_function.add(integer, integer) FROM PUBLIC;
GRANT ALL ON FUNCTION routines_function.add(integer, integer) TO dumpr_reader WITH GRANT OPTION;

-- ACL routines_function.FUNCTION add(text, text[])
GRANT ALL ON FUNCTION routines_function.add(text, text[]) TO dumpr_reader;

-- ACL routines_procedure.PROCEDURE work(integer, text)
GRANT ALL ON PROCEDURE routines_procedure.work(integer, text) TO dumpr_reader;

-- ACL routines_procedure_out.PROCEDURE answer(integer)
GRANT ALL ON PROCEDURE routines_procedure_out.answer(integer) TO dumpr_reader;

-- ACL routines_aggregate.FUNCTION counted()
GRANT ALL ON FUNCTION routines_aggregate.counted() TO dumpr_reader;

-- ACL routines_aggregate.FUNCTION percentile(double precision, anyelement)
GRANT ALL ON FUNCTION routines_aggregate.percentile(double precision, anyelement) TO dumpr_reader;

-- ACL routines_aggregate.FUNCTION total(integer)
REVOKE ALL ON FUNCTION routines_aggregate.total(integer) FROM PUBLIC;
GRANT ALL ON FUNCTION routines_aggregate.total(integer) TO dumpr_reader;

-- ACL routines_function_atomic.FUNCTION per_order()
GRANT ALL ON FUNCTION routines_function_atomic.per_order() TO dumpr_reader;

-- ACL routines_function_postponed.FUNCTION same(bigint)
GRANT ALL ON FUNCTION routines_function_postponed.same(bigint) TO dumpr_reader;

\unrestrict snapshot
