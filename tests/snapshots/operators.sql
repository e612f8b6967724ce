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

-- SCHEMA Operators Other
CREATE SCHEMA "Operators Other";
ALTER SCHEMA "Operators Other" OWNER TO postgres;

-- SCHEMA operators_access_method
CREATE SCHEMA operators_access_method;
ALTER SCHEMA operators_access_method OWNER TO postgres;

-- SCHEMA operators_class
CREATE SCHEMA operators_class;
ALTER SCHEMA operators_class OWNER TO postgres;

-- SCHEMA operators_family
CREATE SCHEMA operators_family;
ALTER SCHEMA operators_family OWNER TO postgres;

-- SCHEMA operators_operator
CREATE SCHEMA operators_operator;
ALTER SCHEMA operators_operator OWNER TO postgres;

-- SHELL TYPE operators_class.number
CREATE TYPE operators_class.number;

-- FUNCTION operators_class.number_in(cstring)
CREATE FUNCTION operators_class.number_in(cstring)
 RETURNS operators_class.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION operators_class.number_in(cstring) OWNER TO postgres;

-- FUNCTION operators_class.number_out(operators_class.number)
CREATE FUNCTION operators_class.number_out(operators_class.number)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION operators_class.number_out(operators_class.number) OWNER TO postgres;

-- TYPE operators_class.number
CREATE TYPE operators_class.number (
    INTERNALLENGTH = 4,
    INPUT = operators_class.number_in,
    OUTPUT = operators_class.number_out,
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE
);
ALTER TYPE operators_class.number OWNER TO postgres;

-- FUNCTION operators_class.cmp(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.cmp(operators_class.number, operators_class.number)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$btint4cmp$function$;
ALTER FUNCTION operators_class.cmp(operators_class.number, operators_class.number) OWNER TO postgres;

-- FUNCTION operators_class.eq(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.eq(operators_class.number, operators_class.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4eq$function$;
ALTER FUNCTION operators_class.eq(operators_class.number, operators_class.number) OWNER TO postgres;

-- FUNCTION operators_class.ge(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.ge(operators_class.number, operators_class.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4ge$function$;
ALTER FUNCTION operators_class.ge(operators_class.number, operators_class.number) OWNER TO postgres;

-- FUNCTION operators_class.gt(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.gt(operators_class.number, operators_class.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4gt$function$;
ALTER FUNCTION operators_class.gt(operators_class.number, operators_class.number) OWNER TO postgres;

-- FUNCTION operators_class.le(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.le(operators_class.number, operators_class.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4le$function$;
ALTER FUNCTION operators_class.le(operators_class.number, operators_class.number) OWNER TO postgres;

-- FUNCTION operators_class.lt(operators_class.number, operators_class.number)
CREATE FUNCTION operators_class.lt(operators_class.number, operators_class.number)
 RETURNS boolean
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4lt$function$;
ALTER FUNCTION operators_class.lt(operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR operators_class.<
CREATE OPERATOR operators_class.< (
    FUNCTION = operators_class.lt,
    LEFTARG = operators_class.number,
    RIGHTARG = operators_class.number,
    COMMUTATOR = OPERATOR(operators_class.>),
    NEGATOR = OPERATOR(operators_class.>=)
);
ALTER OPERATOR operators_class.< (operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR operators_class.<=
CREATE OPERATOR operators_class.<= (
    FUNCTION = operators_class.le,
    LEFTARG = operators_class.number,
    RIGHTARG = operators_class.number,
    COMMUTATOR = OPERATOR(operators_class.>=),
    NEGATOR = OPERATOR(operators_class.>)
);
ALTER OPERATOR operators_class.<= (operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR operators_class.=
CREATE OPERATOR operators_class.= (
    FUNCTION = operators_class.eq,
    LEFTARG = operators_class.number,
    RIGHTARG = operators_class.number,
    COMMUTATOR = OPERATOR(operators_class.=),
    MERGES,
    HASHES
);
ALTER OPERATOR operators_class.= (operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR operators_class.>
CREATE OPERATOR operators_class.> (
    FUNCTION = operators_class.gt,
    LEFTARG = operators_class.number,
    RIGHTARG = operators_class.number,
    COMMUTATOR = OPERATOR(operators_class.<),
    NEGATOR = OPERATOR(operators_class.<=)
);
ALTER OPERATOR operators_class.> (operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR operators_class.>=
CREATE OPERATOR operators_class.>= (
    FUNCTION = operators_class.ge,
    LEFTARG = operators_class.number,
    RIGHTARG = operators_class.number,
    COMMUTATOR = OPERATOR(operators_class.<=),
    NEGATOR = OPERATOR(operators_class.<)
);
ALTER OPERATOR operators_class.>= (operators_class.number, operators_class.number) OWNER TO postgres;

-- OPERATOR FAMILY operators_class.number_ops
CREATE OPERATOR FAMILY operators_class.number_ops USING btree;
ALTER OPERATOR FAMILY operators_class.number_ops USING btree OWNER TO postgres;

-- OPERATOR CLASS operators_class.number_ops
CREATE OPERATOR CLASS operators_class.number_ops DEFAULT FOR TYPE operators_class.number USING btree FAMILY operators_class.number_ops AS
    OPERATOR 1 operators_class.<(operators_class.number,operators_class.number),
    OPERATOR 2 operators_class.<=(operators_class.number,operators_class.number),
    OPERATOR 3 operators_class.=(operators_class.number,operators_class.number),
    OPERATOR 4 operators_class.>=(operators_class.number,operators_class.number),
    OPERATOR 5 operators_class.>(operators_class.number,operators_class.number),
    FUNCTION 1 (operators_class.number, operators_class.number) operators_class.cmp(operators_class.number,operators_class.number);
ALTER OPERATOR CLASS operators_class.number_ops USING btree OWNER TO dumpr_owner;

-- COMMENT operators_class.OPERATOR CLASS number_ops
COMMENT ON OPERATOR CLASS operators_class.number_ops USING btree IS 'in order';

-- TYPE operators_class.numberrange
CREATE TYPE operators_class.numberrange AS RANGE (
    subtype = operators_class.number
);
ALTER TYPE operators_class.numberrange OWNER TO postgres;

-- FUNCTION operators_access_method.handler(internal)
CREATE FUNCTION operators_access_method.handler(internal)
 RETURNS index_am_handler
 LANGUAGE internal
AS $function$bthandler$function$;
ALTER FUNCTION operators_access_method.handler(internal) OWNER TO postgres;

-- FUNCTION operators_class.hash(operators_class.number)
CREATE FUNCTION operators_class.hash(operators_class.number)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashint4$function$;
ALTER FUNCTION operators_class.hash(operators_class.number) OWNER TO postgres;

-- FUNCTION operators_operator.other(integer, text)
CREATE FUNCTION operators_operator.other(integer, text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1::text <> $2$function$;
ALTER FUNCTION operators_operator.other(integer, text) OWNER TO postgres;

-- FUNCTION operators_operator.same(integer, text)
CREATE FUNCTION operators_operator.same(integer, text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1::text = $2$function$;
ALTER FUNCTION operators_operator.same(integer, text) OWNER TO postgres;

-- FUNCTION operators_operator.same(text, integer)
CREATE FUNCTION operators_operator.same(text, integer)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 = $2::text$function$;
ALTER FUNCTION operators_operator.same(text, integer) OWNER TO postgres;

-- FUNCTION operators_operator.twice(integer)
CREATE FUNCTION operators_operator.twice(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 * 2$function$;
ALTER FUNCTION operators_operator.twice(integer) OWNER TO postgres;

-- ACCESS METHOD Operators Heap
CREATE ACCESS METHOD "Operators Heap" TYPE TABLE HANDLER heap_tableam_handler;

-- COMMENT ACCESS METHOD Operators Heap
COMMENT ON ACCESS METHOD "Operators Heap" IS 'heap again';

-- ACCESS METHOD operators_btree
CREATE ACCESS METHOD operators_btree TYPE INDEX HANDLER operators_access_method.handler;

-- OPERATOR operators_operator.!==
CREATE OPERATOR operators_operator.!== (
    FUNCTION = operators_operator.other,
    LEFTARG = integer,
    RIGHTARG = text,
    NEGATOR = OPERATOR(operators_operator.===),
    RESTRICT = neqsel,
    JOIN = neqjoinsel
);
ALTER OPERATOR operators_operator.!== (integer, text) OWNER TO postgres;

-- OPERATOR operators_operator.+
CREATE OPERATOR operators_operator.+ (
    FUNCTION = textcat,
    LEFTARG = text,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(operators_operator.+)
);
ALTER OPERATOR operators_operator.+ (text, text) OWNER TO postgres;

-- OPERATOR operators_operator.<<<
CREATE OPERATOR operators_operator.<<< (
    FUNCTION = int4lt,
    LEFTARG = integer,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR("Operators Other".>>>)
);
ALTER OPERATOR operators_operator.<<< (integer, integer) OWNER TO postgres;

-- OPERATOR operators_operator.===
CREATE OPERATOR operators_operator.=== (
    FUNCTION = operators_operator.same,
    LEFTARG = integer,
    RIGHTARG = text,
    COMMUTATOR = OPERATOR(operators_operator.===),
    NEGATOR = OPERATOR(operators_operator.!==),
    RESTRICT = eqsel,
    JOIN = eqjoinsel,
    MERGES,
    HASHES
);
ALTER OPERATOR operators_operator.=== (integer, text) OWNER TO dumpr_owner;

-- COMMENT operators_operator.OPERATOR ===
COMMENT ON OPERATOR operators_operator.=== (integer, text) IS 'same text';

-- OPERATOR operators_operator.===
CREATE OPERATOR operators_operator.=== (
    FUNCTION = operators_operator.same,
    LEFTARG = text,
    RIGHTARG = integer,
    COMMUTATOR = OPERATOR(operators_operator.===)
);
ALTER OPERATOR operators_operator.=== (text, integer) OWNER TO postgres;

-- OPERATOR operators_operator.@#@
CREATE OPERATOR operators_operator.@#@ (
    FUNCTION = operators_operator.twice,
    RIGHTARG = integer
);
ALTER OPERATOR operators_operator.@#@ (NONE, integer) OWNER TO dumpr_owner;

-- COMMENT operators_operator.OPERATOR @#@
COMMENT ON OPERATOR operators_operator.@#@ (NONE, integer) IS 'prefix';

-- OPERATOR FAMILY operators_access_method.int4_ops
CREATE OPERATOR FAMILY operators_access_method.int4_ops USING operators_btree;
ALTER OPERATOR FAMILY operators_access_method.int4_ops USING operators_btree OWNER TO postgres;

-- OPERATOR FAMILY operators_class.Odd Ops
CREATE OPERATOR FAMILY operators_class."Odd Ops" USING gin;
ALTER OPERATOR FAMILY operators_class."Odd Ops" USING gin OWNER TO postgres;

-- OPERATOR FAMILY operators_class.near_ops
CREATE OPERATOR FAMILY operators_class.near_ops USING gist;
ALTER OPERATOR FAMILY operators_class.near_ops USING gist ADD
    OPERATOR 1 <<(point,point),
    OPERATOR 15 <->(point,point) FOR ORDER BY pg_catalog.float_ops,
    FUNCTION 3 (point, point) gist_point_compress(internal),
    FUNCTION 8 (point, point) gist_point_distance(internal,point,smallint,oid,internal);
ALTER OPERATOR FAMILY operators_class.near_ops USING gist OWNER TO postgres;

-- OPERATOR FAMILY operators_class.number_ops
CREATE OPERATOR FAMILY operators_class.number_ops USING hash;
ALTER OPERATOR FAMILY operators_class.number_ops USING hash OWNER TO postgres;

-- COMMENT operators_class.OPERATOR FAMILY number_ops
COMMENT ON OPERATOR FAMILY operators_class.number_ops USING hash IS 'made by itself';

-- OPERATOR FAMILY operators_family.Whole numbers
CREATE OPERATOR FAMILY operators_family."Whole numbers" USING btree;
ALTER OPERATOR FAMILY operators_family."Whole numbers" USING btree ADD
    OPERATOR 1 <(integer,bigint),
    OPERATOR 2 <=(integer,bigint),
    OPERATOR 3 =(integer,bigint),
    OPERATOR 4 >=(integer,bigint),
    OPERATOR 5 >(integer,bigint),
    FUNCTION 1 (integer, bigint) btint48cmp(integer,bigint),
    FUNCTION 2 (bigint, bigint) btint8sortsupport(internal);
ALTER OPERATOR FAMILY operators_family."Whole numbers" USING btree OWNER TO postgres;

-- OPERATOR FAMILY operators_family.empty
CREATE OPERATOR FAMILY operators_family.empty USING btree;
ALTER OPERATOR FAMILY operators_family.empty USING btree OWNER TO dumpr_owner;

-- COMMENT operators_family.OPERATOR FAMILY empty
COMMENT ON OPERATOR FAMILY operators_family.empty USING btree IS 'nothing in it';

-- OPERATOR FAMILY operators_family.empty
CREATE OPERATOR FAMILY operators_family.empty USING hash;
ALTER OPERATOR FAMILY operators_family.empty USING hash OWNER TO postgres;

-- OPERATOR FAMILY operators_family.floats
CREATE OPERATOR FAMILY operators_family.floats USING btree;
ALTER OPERATOR FAMILY operators_family.floats USING btree OWNER TO postgres;

-- OPERATOR FAMILY operators_family.near
CREATE OPERATOR FAMILY operators_family.near USING gist;
ALTER OPERATOR FAMILY operators_family.near USING gist ADD
    OPERATOR 15 <->(point,point) FOR ORDER BY operators_family.floats,
    FUNCTION 8 (point, point) gist_point_distance(internal,point,smallint,oid,internal);
ALTER OPERATOR FAMILY operators_family.near USING gist OWNER TO postgres;

-- OPERATOR CLASS operators_access_method.int4_ops
CREATE OPERATOR CLASS operators_access_method.int4_ops DEFAULT FOR TYPE integer USING operators_btree FAMILY operators_access_method.int4_ops AS
    OPERATOR 1 <(integer,integer),
    OPERATOR 2 <=(integer,integer),
    OPERATOR 3 =(integer,integer),
    OPERATOR 4 >=(integer,integer),
    OPERATOR 5 >(integer,integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);
ALTER OPERATOR CLASS operators_access_method.int4_ops USING operators_btree OWNER TO postgres;

-- OPERATOR CLASS operators_class.Odd Ops
CREATE OPERATOR CLASS operators_class."Odd Ops" FOR TYPE text USING gin FAMILY operators_class."Odd Ops" AS
    STORAGE text;
ALTER OPERATOR CLASS operators_class."Odd Ops" USING gin OWNER TO postgres;

-- OPERATOR CLASS operators_class.near_ops
CREATE OPERATOR CLASS operators_class.near_ops FOR TYPE point USING gist FAMILY operators_class.near_ops AS
    STORAGE box,
    FUNCTION 1 (point, point) gist_point_consistent(internal,point,smallint,oid,internal),
    FUNCTION 2 (point, point) gist_box_union(internal,internal),
    FUNCTION 5 (point, point) gist_box_penalty(internal,internal,internal),
    FUNCTION 6 (point, point) gist_box_picksplit(internal,internal),
    FUNCTION 7 (point, point) gist_box_same(box,box,internal);
ALTER OPERATOR CLASS operators_class.near_ops USING gist OWNER TO postgres;

-- OPERATOR CLASS operators_class.number_ops
CREATE OPERATOR CLASS operators_class.number_ops DEFAULT FOR TYPE operators_class.number USING hash FAMILY operators_class.number_ops AS
    OPERATOR 1 operators_class.=(operators_class.number,operators_class.number),
    FUNCTION 1 (operators_class.number, operators_class.number) operators_class.hash(operators_class.number);
ALTER OPERATOR CLASS operators_class.number_ops USING hash OWNER TO postgres;

-- OPERATOR CLASS operators_family.floats
CREATE OPERATOR CLASS operators_family.floats FOR TYPE double precision USING btree FAMILY operators_family.floats AS
    OPERATOR 1 <(double precision,double precision),
    OPERATOR 2 <=(double precision,double precision),
    OPERATOR 3 =(double precision,double precision),
    OPERATOR 4 >=(double precision,double precision),
    OPERATOR 5 >(double precision,double precision),
    FUNCTION 1 (double precision, double precision) btfloat8cmp(double precision,double precision);
ALTER OPERATOR CLASS operators_family.floats USING btree OWNER TO postgres;

-- OPERATOR CLASS operators_family.int4_again
CREATE OPERATOR CLASS operators_family.int4_again FOR TYPE integer USING btree FAMILY operators_family."Whole numbers" AS
    OPERATOR 1 <(integer,integer),
    OPERATOR 2 <=(integer,integer),
    OPERATOR 3 =(integer,integer),
    OPERATOR 4 >=(integer,integer),
    OPERATOR 5 >(integer,integer),
    FUNCTION 1 (integer, integer) btint4cmp(integer,integer);
ALTER OPERATOR CLASS operators_family.int4_again USING btree OWNER TO postgres;

-- OPERATOR CLASS operators_family.int8_again
CREATE OPERATOR CLASS operators_family.int8_again FOR TYPE bigint USING btree FAMILY operators_family."Whole numbers" AS
    OPERATOR 1 <(bigint,bigint),
    OPERATOR 2 <=(bigint,bigint),
    OPERATOR 3 =(bigint,bigint),
    OPERATOR 4 >=(bigint,bigint),
    OPERATOR 5 >(bigint,bigint),
    FUNCTION 1 (bigint, bigint) btint8cmp(bigint,bigint);
ALTER OPERATOR CLASS operators_family.int8_again USING btree OWNER TO postgres;

-- TABLE operators_access_method.uses
SET default_table_access_method = "Operators Heap";
CREATE TABLE operators_access_method.uses (
    a integer
);
ALTER TABLE operators_access_method.uses OWNER TO postgres;

-- TABLE operators_class.uses
SET default_table_access_method = heap;
CREATE TABLE operators_class.uses (
    n operators_class.number NOT NULL,
    p point
);
ALTER TABLE operators_class.uses OWNER TO postgres;

-- VIEW operators_operator.uses
CREATE VIEW operators_operator.uses AS
 SELECT (1 OPERATOR(operators_operator.===) 'x'::text) AS a,
    ('a'::text OPERATOR(operators_operator.+) 'b'::text) AS b;
ALTER VIEW operators_operator.uses OWNER TO postgres;

-- CONSTRAINT operators_class.uses uses_pkey
ALTER TABLE ONLY operators_class.uses
    ADD CONSTRAINT uses_pkey PRIMARY KEY (n);

-- INDEX operators_class.uses_n_idx
CREATE INDEX uses_n_idx ON operators_class.uses USING hash (n);

-- INDEX operators_class.uses_p_idx
CREATE INDEX uses_p_idx ON operators_class.uses USING gist (p operators_class.near_ops);

\unrestrict snapshot
