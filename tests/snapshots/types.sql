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

-- SCHEMA types_base
CREATE SCHEMA types_base;
ALTER SCHEMA types_base OWNER TO postgres;

-- SCHEMA types_base_subscript
CREATE SCHEMA types_base_subscript;
ALTER SCHEMA types_base_subscript OWNER TO postgres;

-- SCHEMA types_collation
CREATE SCHEMA types_collation;
ALTER SCHEMA types_collation OWNER TO postgres;

-- SCHEMA types_collation_builtin
CREATE SCHEMA types_collation_builtin;
ALTER SCHEMA types_collation_builtin OWNER TO postgres;

-- SCHEMA types_collation_builtin_full
CREATE SCHEMA types_collation_builtin_full;
ALTER SCHEMA types_collation_builtin_full OWNER TO postgres;

-- SCHEMA types_collation_icu
CREATE SCHEMA types_collation_icu;
ALTER SCHEMA types_collation_icu OWNER TO postgres;

-- SCHEMA types_collation_rules
CREATE SCHEMA types_collation_rules;
ALTER SCHEMA types_collation_rules OWNER TO postgres;

-- SCHEMA types_composite
CREATE SCHEMA types_composite;
ALTER SCHEMA types_composite OWNER TO postgres;

-- SCHEMA types_domain
CREATE SCHEMA types_domain;
ALTER SCHEMA types_domain OWNER TO postgres;

-- SCHEMA types_domain_loop
CREATE SCHEMA types_domain_loop;
ALTER SCHEMA types_domain_loop OWNER TO postgres;

-- SCHEMA types_domain_not_null
CREATE SCHEMA types_domain_not_null;
ALTER SCHEMA types_domain_not_null OWNER TO postgres;

-- SCHEMA types_enumeration
CREATE SCHEMA types_enumeration;
ALTER SCHEMA types_enumeration OWNER TO postgres;

-- SCHEMA types_multirange
CREATE SCHEMA types_multirange;
ALTER SCHEMA types_multirange OWNER TO postgres;

-- SCHEMA types_multirange_other
CREATE SCHEMA types_multirange_other;
ALTER SCHEMA types_multirange_other OWNER TO postgres;

-- SCHEMA types_range
CREATE SCHEMA types_range;
ALTER SCHEMA types_range OWNER TO postgres;

-- SCHEMA types_range_canonical
CREATE SCHEMA types_range_canonical;
ALTER SCHEMA types_range_canonical OWNER TO postgres;

-- SCHEMA types_shell
CREATE SCHEMA types_shell;
ALTER SCHEMA types_shell OWNER TO postgres;

-- COLLATION types_collation.Odd "name"
CREATE COLLATION types_collation."Odd ""name""" (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
ALTER COLLATION types_collation."Odd ""name""" OWNER TO postgres;

-- COLLATION types_collation.plain
CREATE COLLATION types_collation.plain (provider = libc, locale = 'C');
ALTER COLLATION types_collation.plain OWNER TO dumpr_owner;

-- COMMENT types_collation.COLLATION plain
COMMENT ON COLLATION types_collation.plain IS 'bytes';

-- COLLATION types_collation.posix
CREATE COLLATION types_collation.posix (provider = libc, locale = 'POSIX');
ALTER COLLATION types_collation.posix OWNER TO postgres;

-- COLLATION types_collation_builtin.bytes
CREATE COLLATION types_collation_builtin.bytes (provider = builtin, locale = 'C');
ALTER COLLATION types_collation_builtin.bytes OWNER TO postgres;

-- COLLATION types_collation_builtin.code_point
CREATE COLLATION types_collation_builtin.code_point (provider = builtin, locale = 'C.UTF-8');
ALTER COLLATION types_collation_builtin.code_point OWNER TO postgres;

-- COLLATION types_collation_builtin_full.unicode
CREATE COLLATION types_collation_builtin_full.unicode (provider = builtin, locale = 'PG_UNICODE_FAST');
ALTER COLLATION types_collation_builtin_full.unicode OWNER TO postgres;

-- COLLATION types_collation_icu.german
CREATE COLLATION types_collation_icu.german (provider = icu, locale = 'de-u-co-phonebk');
ALTER COLLATION types_collation_icu.german OWNER TO postgres;

-- COLLATION types_collation_icu.no_case
CREATE COLLATION types_collation_icu.no_case (provider = icu, deterministic = false, locale = 'und-u-ks-level2');
ALTER COLLATION types_collation_icu.no_case OWNER TO postgres;

-- COLLATION types_collation_rules.reversed
CREATE COLLATION types_collation_rules.reversed (provider = icu, locale = 'und', rules = '&V << w <<< W & a < ''b''');
ALTER COLLATION types_collation_rules.reversed OWNER TO postgres;

-- SHELL TYPE types_base.Odd Text
CREATE TYPE types_base."Odd Text";

-- SHELL TYPE types_base.number
CREATE TYPE types_base.number;

-- SHELL TYPE types_base.pair
CREATE TYPE types_base.pair;

-- SHELL TYPE types_base_subscript.doc
CREATE TYPE types_base_subscript.doc;

-- SHELL TYPE types_base_subscript.raw
CREATE TYPE types_base_subscript.raw;

-- SHELL TYPE types_range_canonical.whole
CREATE TYPE types_range_canonical.whole;

-- FUNCTION types_base.odd_in(cstring, oid, integer)
CREATE FUNCTION types_base.odd_in(cstring, oid, integer)
 RETURNS types_base."Odd Text"
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharin$function$;
ALTER FUNCTION types_base.odd_in(cstring, oid, integer) OWNER TO postgres;

-- FUNCTION types_base.odd_out(types_base."Odd Text")
CREATE FUNCTION types_base.odd_out(types_base."Odd Text")
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharout$function$;
ALTER FUNCTION types_base.odd_out(types_base."Odd Text") OWNER TO postgres;

-- FUNCTION types_base.odd_typmod_in(cstring[])
CREATE FUNCTION types_base.odd_typmod_in(cstring[])
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodin$function$;
ALTER FUNCTION types_base.odd_typmod_in(cstring[]) OWNER TO postgres;

-- FUNCTION types_base.odd_typmod_out(integer)
CREATE FUNCTION types_base.odd_typmod_out(integer)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varchartypmodout$function$;
ALTER FUNCTION types_base.odd_typmod_out(integer) OWNER TO postgres;

-- TYPE types_base.Odd Text
CREATE TYPE types_base."Odd Text" (
    INTERNALLENGTH = variable,
    INPUT = types_base.odd_in,
    OUTPUT = types_base.odd_out,
    TYPMOD_IN = types_base.odd_typmod_in,
    TYPMOD_OUT = types_base.odd_typmod_out,
    COLLATABLE = true,
    DEFAULT =  E'it''s\\',
    CATEGORY = '=',
    ALIGNMENT = int4,
    STORAGE = extended
);
ALTER TYPE types_base."Odd Text" OWNER TO postgres;

-- FUNCTION types_base.number_in(cstring)
CREATE FUNCTION types_base.number_in(cstring)
 RETURNS types_base.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4in$function$;
ALTER FUNCTION types_base.number_in(cstring) OWNER TO postgres;

-- FUNCTION types_base.number_out(types_base.number)
CREATE FUNCTION types_base.number_out(types_base.number)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4out$function$;
ALTER FUNCTION types_base.number_out(types_base.number) OWNER TO postgres;

-- FUNCTION types_base.number_recv(internal)
CREATE FUNCTION types_base.number_recv(internal)
 RETURNS types_base.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4recv$function$;
ALTER FUNCTION types_base.number_recv(internal) OWNER TO postgres;

-- FUNCTION types_base.number_send(types_base.number)
CREATE FUNCTION types_base.number_send(types_base.number)
 RETURNS bytea
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4send$function$;
ALTER FUNCTION types_base.number_send(types_base.number) OWNER TO postgres;

-- TYPE types_base.number
CREATE TYPE types_base.number (
    INTERNALLENGTH = 4,
    INPUT = types_base.number_in,
    OUTPUT = types_base.number_out,
    RECEIVE = types_base.number_recv,
    SEND = types_base.number_send,
    DEFAULT = '42',
    CATEGORY = 'N',
    PREFERRED = true,
    DELIMITER = ';',
    ALIGNMENT = int4,
    STORAGE = plain,
    PASSEDBYVALUE
);
ALTER TYPE types_base.number OWNER TO dumpr_owner;

-- COMMENT types_base.TYPE number
COMMENT ON TYPE types_base.number IS 'an integer by another name';

-- FUNCTION types_base.pair_in(cstring)
CREATE FUNCTION types_base.pair_in(cstring)
 RETURNS types_base.pair
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_in$function$;
ALTER FUNCTION types_base.pair_in(cstring) OWNER TO postgres;

-- FUNCTION types_base.pair_out(types_base.pair)
CREATE FUNCTION types_base.pair_out(types_base.pair)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$point_out$function$;
ALTER FUNCTION types_base.pair_out(types_base.pair) OWNER TO postgres;

-- TYPE types_base.pair
CREATE TYPE types_base.pair (
    INTERNALLENGTH = 16,
    INPUT = types_base.pair_in,
    OUTPUT = types_base.pair_out,
    ELEMENT = double precision,
    ALIGNMENT = double,
    STORAGE = plain
);
ALTER TYPE types_base.pair OWNER TO postgres;

-- FUNCTION types_base_subscript.doc_in(cstring)
CREATE FUNCTION types_base_subscript.doc_in(cstring)
 RETURNS types_base_subscript.doc
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$jsonb_in$function$;
ALTER FUNCTION types_base_subscript.doc_in(cstring) OWNER TO postgres;

-- FUNCTION types_base_subscript.doc_out(types_base_subscript.doc)
CREATE FUNCTION types_base_subscript.doc_out(types_base_subscript.doc)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$jsonb_out$function$;
ALTER FUNCTION types_base_subscript.doc_out(types_base_subscript.doc) OWNER TO postgres;

-- FUNCTION types_base_subscript.doc_subscript(internal)
CREATE FUNCTION types_base_subscript.doc_subscript(internal)
 RETURNS internal
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$jsonb_subscript_handler$function$;
ALTER FUNCTION types_base_subscript.doc_subscript(internal) OWNER TO postgres;

-- TYPE types_base_subscript.doc
CREATE TYPE types_base_subscript.doc (
    INTERNALLENGTH = variable,
    INPUT = types_base_subscript.doc_in,
    OUTPUT = types_base_subscript.doc_out,
    SUBSCRIPT = types_base_subscript.doc_subscript,
    ALIGNMENT = int4,
    STORAGE = main
);
ALTER TYPE types_base_subscript.doc OWNER TO postgres;

-- FUNCTION types_base_subscript.raw_in(cstring)
CREATE FUNCTION types_base_subscript.raw_in(cstring)
 RETURNS types_base_subscript.raw
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharin$function$;
ALTER FUNCTION types_base_subscript.raw_in(cstring) OWNER TO postgres;

-- FUNCTION types_base_subscript.raw_out(types_base_subscript.raw)
CREATE FUNCTION types_base_subscript.raw_out(types_base_subscript.raw)
 RETURNS cstring
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$varcharout$function$;
ALTER FUNCTION types_base_subscript.raw_out(types_base_subscript.raw) OWNER TO postgres;

-- TYPE types_base_subscript.raw
CREATE TYPE types_base_subscript.raw (
    INTERNALLENGTH = variable,
    INPUT = types_base_subscript.raw_in,
    OUTPUT = types_base_subscript.raw_out,
    SUBSCRIPT = raw_array_subscript_handler,
    ALIGNMENT = int4,
    STORAGE = main
);
ALTER TYPE types_base_subscript.raw OWNER TO postgres;

-- TYPE types_collation.letters
CREATE TYPE types_collation.letters AS RANGE (
    subtype = text,
    collation = types_collation.plain
);
ALTER TYPE types_collation.letters OWNER TO postgres;

-- TYPE types_collation.pair
CREATE TYPE types_collation.pair AS (
    one text COLLATE types_collation.plain,
    two text
);
ALTER TYPE types_collation.pair OWNER TO postgres;

-- TYPE types_composite.amount
CREATE TYPE types_composite.amount AS (
    value numeric(10,2),
    unit text COLLATE "C",
    "Odd name" character varying(7)[],
    "select" timestamp(3) with time zone
);
ALTER TYPE types_composite.amount OWNER TO dumpr_owner;

-- COMMENT types_composite.COLUMN amount.Odd name
COMMENT ON COLUMN types_composite.amount."Odd name" IS 'it''s odd';

-- COMMENT types_composite.COLUMN amount.unit
COMMENT ON COLUMN types_composite.amount.unit IS 'ISO code';

-- COMMENT types_composite.TYPE amount
COMMENT ON TYPE types_composite.amount IS 'a value with a unit';

-- TYPE types_composite.changed
CREATE TYPE types_composite.changed AS (
    a integer,
    b types_composite.amount,
    c types_composite.amount[]
);
ALTER TYPE types_composite.changed OWNER TO postgres;

-- COMMENT types_composite.COLUMN changed.c
COMMENT ON COLUMN types_composite.changed.c IS 'behind a dropped one';

-- TABLE types_composite.place
SET default_table_access_method = heap;
CREATE TABLE types_composite.place (
    id integer,
    name text
);
ALTER TABLE types_composite.place OWNER TO postgres;

-- TYPE types_composite.visit
CREATE TYPE types_composite.visit AS (
    where_to types_composite.place,
    others types_composite.place[],
    cost types_composite.amount
);
ALTER TYPE types_composite.visit OWNER TO postgres;

-- DOMAIN types_composite.small_amount
CREATE DOMAIN types_composite.small_amount AS types_composite.amount
    CONSTRAINT small_amount_check CHECK (((VALUE).value < (10)::numeric));
ALTER DOMAIN types_composite.small_amount OWNER TO postgres;

-- TYPE types_composite.deep
CREATE TYPE types_composite.deep AS (
    a types_composite.small_amount,
    b types_composite.visit
);
ALTER TYPE types_composite.deep OWNER TO postgres;

-- TYPE types_composite.empty
CREATE TYPE types_composite.empty AS (
);
ALTER TYPE types_composite.empty OWNER TO postgres;

-- VIEW types_composite.places
CREATE VIEW types_composite.places AS
 SELECT name
   FROM types_composite.place;
ALTER VIEW types_composite.places OWNER TO postgres;

-- TYPE types_composite.of_view
CREATE TYPE types_composite.of_view AS (
    v types_composite.places
);
ALTER TYPE types_composite.of_view OWNER TO postgres;

-- TYPE types_enumeration.Odd "name" with a line break
CREATE TYPE types_enumeration."Odd ""name""
with a line break" AS ENUM (
    'a'
);
ALTER TYPE types_enumeration."Odd ""name""
with a line break" OWNER TO postgres;

-- TYPE types_enumeration._mood2
CREATE TYPE types_enumeration._mood2 AS ENUM (
    'underscore'
);
ALTER TYPE types_enumeration._mood2 OWNER TO postgres;

-- TYPE types_enumeration.mood
CREATE TYPE types_enumeration.mood AS ENUM (
    'first',
    'sad',
    'between',
    'it''s',
    E'back\\slash',
    'line
break',
    '',
    'größe',
    '日本'
);
ALTER TYPE types_enumeration.mood OWNER TO dumpr_owner;

-- COMMENT types_enumeration.TYPE mood
COMMENT ON TYPE types_enumeration.mood IS 'How it''s going
second line';

-- TYPE types_enumeration.nothing
CREATE TYPE types_enumeration.nothing AS ENUM (
);
ALTER TYPE types_enumeration.nothing OWNER TO postgres;

-- TYPE types_enumeration.select
CREATE TYPE types_enumeration."select" AS ENUM (
    'keyword'
);
ALTER TYPE types_enumeration."select" OWNER TO postgres;

-- TYPE types_multirange.elsewhere
CREATE TYPE types_multirange.elsewhere AS RANGE (
    subtype = text,
    multirange_type_name = types_multirange_other.elsewhere_multirange
);
ALTER TYPE types_multirange.elsewhere OWNER TO postgres;

-- TYPE types_multirange.timerange
CREATE TYPE types_multirange.timerange AS RANGE (
    subtype = time without time zone
);
ALTER TYPE types_multirange.timerange OWNER TO postgres;

-- TYPE types_multirange.wordspan
CREATE TYPE types_multirange.wordspan AS RANGE (
    subtype = text,
    multirange_type_name = types_multirange."Many words"
);
ALTER TYPE types_multirange.wordspan OWNER TO dumpr_owner;

-- TYPE types_range.Odd Span
CREATE TYPE types_range."Odd Span" AS RANGE (
    subtype = double precision,
    subtype_diff = float8mi
);
ALTER TYPE types_range."Odd Span" OWNER TO postgres;

-- TYPE types_range.mood
CREATE TYPE types_range.mood AS ENUM (
    'sad',
    'ok',
    'happy'
);
ALTER TYPE types_range.mood OWNER TO postgres;

-- TYPE types_range.mood_span
CREATE TYPE types_range.mood_span AS RANGE (
    subtype = types_range.mood
);
ALTER TYPE types_range.mood_span OWNER TO postgres;

-- TYPE types_range.spans
CREATE TYPE types_range.spans AS RANGE (
    subtype = types_range.mood_span
);
ALTER TYPE types_range.spans OWNER TO postgres;

-- FUNCTION types_range.distance(text, text)
CREATE FUNCTION types_range.distance(text, text)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT abs(length($1) - length($2))::float8$function$;
ALTER FUNCTION types_range.distance(text, text) OWNER TO postgres;

-- TYPE types_range.wordrange
CREATE TYPE types_range.wordrange AS RANGE (
    subtype = text,
    subtype_opclass = pg_catalog.text_pattern_ops,
    collation = "C",
    subtype_diff = types_range.distance
);
ALTER TYPE types_range.wordrange OWNER TO dumpr_owner;

-- COMMENT types_range.TYPE wordrange
COMMENT ON TYPE types_range.wordrange IS 'words in order';

-- FUNCTION types_range_canonical.whole_canonical(types_range_canonical.whole)
CREATE FUNCTION types_range_canonical.whole_canonical(types_range_canonical.whole)
 RETURNS types_range_canonical.whole
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4range_canonical$function$;
ALTER FUNCTION types_range_canonical.whole_canonical(types_range_canonical.whole) OWNER TO postgres;

-- TYPE types_range_canonical.whole
CREATE TYPE types_range_canonical.whole AS RANGE (
    subtype = integer,
    canonical = types_range_canonical.whole_canonical,
    subtype_diff = int4range_subdiff
);
ALTER TYPE types_range_canonical.whole OWNER TO postgres;

-- COMMENT types_range_canonical.TYPE whole
COMMENT ON TYPE types_range_canonical.whole IS 'no half';

-- TYPE types_shell.Still Undefined
CREATE TYPE types_shell."Still Undefined";
ALTER TYPE types_shell."Still Undefined" OWNER TO dumpr_owner;

-- TYPE types_shell.undefined
CREATE TYPE types_shell.undefined;
ALTER TYPE types_shell.undefined OWNER TO postgres;

-- COMMENT types_shell.TYPE undefined
COMMENT ON TYPE types_shell.undefined IS 'still nothing';

-- DOMAIN types_base.three
CREATE DOMAIN types_base.three AS types_base.number
    CONSTRAINT three_check CHECK ((octet_length(types_base.number_send(VALUE)) = 4));
ALTER DOMAIN types_base.three OWNER TO postgres;

-- DOMAIN types_collation.folded
CREATE DOMAIN types_collation.folded AS text COLLATE types_collation.posix
    CONSTRAINT folded_check CHECK ((VALUE > ('a'::text COLLATE types_collation."Odd ""name""")));
ALTER DOMAIN types_collation.folded OWNER TO postgres;

-- DOMAIN types_domain.Wörd
CREATE DOMAIN types_domain."Wörd" AS character varying(20) COLLATE "C" DEFAULT 'it''s\'::character varying
    CONSTRAINT "Wörd_check" CHECK ((((VALUE)::text ~ '^\w*\\?$'::text) OR ((VALUE)::text = 'it''s\'::text)));
ALTER DOMAIN types_domain."Wörd" OWNER TO postgres;

-- FUNCTION types_domain.next_number()
CREATE FUNCTION types_domain.next_number()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 42$function$;
ALTER FUNCTION types_domain.next_number() OWNER TO postgres;

-- DOMAIN types_domain.numbered
CREATE DOMAIN types_domain.numbered AS integer DEFAULT types_domain.next_number()
    CONSTRAINT numbered_check CHECK ((VALUE > 0));
ALTER DOMAIN types_domain.numbered OWNER TO postgres;

-- DOMAIN types_domain.changes
CREATE DOMAIN types_domain.changes AS types_domain.numbered DEFAULT 7;
ALTER DOMAIN types_domain.changes OWNER TO postgres;

-- DOMAIN types_domain.drops
CREATE DOMAIN types_domain.drops AS types_domain.numbered;
ALTER DOMAIN types_domain.drops DROP DEFAULT;
ALTER DOMAIN types_domain.drops OWNER TO postgres;

-- DOMAIN types_domain.inherits
CREATE DOMAIN types_domain.inherits AS types_domain.numbered DEFAULT types_domain.next_number();
ALTER DOMAIN types_domain.inherits OWNER TO postgres;

-- DOMAIN types_domain.price
CREATE DOMAIN types_domain.price AS numeric(10,2) DEFAULT 0.00
    CONSTRAINT "Positive!" CHECK ((VALUE >= (0)::numeric))
    CONSTRAINT price_check CHECK ((VALUE < '1000000'::numeric))
    NOT NULL;
ALTER DOMAIN types_domain.price OWNER TO dumpr_owner;

-- COMMENT types_domain.CONSTRAINT Positive! ON price
COMMENT ON CONSTRAINT "Positive!" ON DOMAIN types_domain.price IS 'no negative prices';

-- COMMENT types_domain.DOMAIN price
COMMENT ON DOMAIN types_domain.price IS 'What it costs';

-- DOMAIN types_domain.many
CREATE DOMAIN types_domain.many AS types_domain.price[]
    CONSTRAINT many_check CHECK ((array_length(VALUE, 1) < 10));
ALTER DOMAIN types_domain.many OWNER TO postgres;

-- DOMAIN types_domain.maybe
CREATE DOMAIN types_domain.maybe AS text
    CONSTRAINT a_first CHECK ((VALUE <> 'a'::text))
    CONSTRAINT b_later CHECK ((VALUE <> 'b'::text));
ALTER DOMAIN types_domain.maybe OWNER TO postgres;

-- DOMAIN types_domain.nested
CREATE DOMAIN types_domain.nested AS types_domain.price DEFAULT 0.00
    CONSTRAINT nested_check CHECK (((VALUE)::numeric <> (13)::numeric));
ALTER DOMAIN types_domain.nested OWNER TO postgres;

-- DOMAIN types_domain.plain
CREATE DOMAIN types_domain.plain AS integer;
ALTER DOMAIN types_domain.plain OWNER TO postgres;

-- DOMAIN types_domain_loop.even
CREATE DOMAIN types_domain_loop.even AS integer
    CONSTRAINT in_place CHECK ((VALUE > 0));
ALTER DOMAIN types_domain_loop.even OWNER TO postgres;

-- DOMAIN types_domain_not_null.named
CREATE DOMAIN types_domain_not_null.named AS integer
    CONSTRAINT small CHECK ((VALUE < 100))
    CONSTRAINT "there must be one" NOT NULL;
ALTER DOMAIN types_domain_not_null.named OWNER TO postgres;

-- COMMENT types_domain_not_null.CONSTRAINT there must be one ON named
COMMENT ON CONSTRAINT "there must be one" ON DOMAIN types_domain_not_null.named IS 'named';

-- DOMAIN types_domain_not_null.unnamed
CREATE DOMAIN types_domain_not_null.unnamed AS integer
    NOT NULL;
ALTER DOMAIN types_domain_not_null.unnamed OWNER TO postgres;

-- COMMENT types_domain_not_null.CONSTRAINT unnamed_not_null ON unnamed
COMMENT ON CONSTRAINT unnamed_not_null ON DOMAIN types_domain_not_null.unnamed IS 'unnamed';

-- DOMAIN types_multirange.short_times
CREATE DOMAIN types_multirange.short_times AS types_multirange.timemultirange
    CONSTRAINT short_times_check CHECK ((NOT isempty(VALUE)));
ALTER DOMAIN types_multirange.short_times OWNER TO postgres;

-- FUNCTION types_base.add(types_base.number, types_base.number)
CREATE FUNCTION types_base.add(types_base.number, types_base.number)
 RETURNS types_base.number
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$int4pl$function$;
ALTER FUNCTION types_base.add(types_base.number, types_base.number) OWNER TO postgres;

-- FUNCTION types_composite.double(types_composite.amount)
CREATE FUNCTION types_composite.double(types_composite.amount)
 RETURNS types_composite.amount
 LANGUAGE sql
AS $function$SELECT ROW(($1).value * 2, ($1).unit, NULL, NULL)::types_composite.amount$function$;
ALTER FUNCTION types_composite.double(types_composite.amount) OWNER TO postgres;

-- FUNCTION types_domain_loop.is_even(types_domain_loop.even)
CREATE FUNCTION types_domain_loop.is_even(types_domain_loop.even)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 % 2 = 0$function$;
ALTER FUNCTION types_domain_loop.is_even(types_domain_loop.even) OWNER TO postgres;

-- FUNCTION types_multirange.first_of(types_multirange.timemultirange)
CREATE FUNCTION types_multirange.first_of(types_multirange.timemultirange)
 RETURNS time without time zone
 LANGUAGE sql
AS $function$SELECT lower($1)$function$;
ALTER FUNCTION types_multirange.first_of(types_multirange.timemultirange) OWNER TO postgres;

-- TABLE types_base.uses
CREATE TABLE types_base.uses (
    n types_base.number,
    many types_base.number[],
    o types_base."Odd Text"(5) COLLATE "C",
    p types_base.pair
);
ALTER TABLE types_base.uses OWNER TO postgres;

-- TABLE types_collation.uses
CREATE TABLE types_collation.uses (
    a text COLLATE types_collation.plain,
    b text COLLATE types_collation."Odd ""name""" DEFAULT ('b'::text COLLATE types_collation.posix)
);
ALTER TABLE types_collation.uses OWNER TO postgres;

-- TABLE types_collation_icu.uses
CREATE TABLE types_collation_icu.uses (
    name text COLLATE types_collation_icu.no_case,
    ordered text COLLATE types_collation_icu.german
);
ALTER TABLE types_collation_icu.uses OWNER TO postgres;

-- TABLE types_composite.uses
CREATE TABLE types_composite.uses (
    a types_composite.amount,
    c types_composite.changed,
    v types_composite.visit,
    d types_composite.deep
);
ALTER TABLE types_composite.uses OWNER TO postgres;

-- TABLE types_domain.uses
CREATE TABLE types_domain.uses (
    p types_domain.price,
    n types_domain.nested,
    m types_domain.many,
    w types_domain."Wörd",
    y types_domain.maybe,
    number types_domain.numbered
);
ALTER TABLE types_domain.uses OWNER TO postgres;

-- TABLE types_enumeration.feelings
CREATE TABLE types_enumeration.feelings (
    id integer NOT NULL,
    mood types_enumeration.mood,
    moods types_enumeration.mood[],
    "Odd" types_enumeration."Odd ""name""
with a line break"
);
ALTER TABLE types_enumeration.feelings OWNER TO postgres;

-- TABLE types_multirange.uses
CREATE TABLE types_multirange.uses (
    m types_multirange.timemultirange DEFAULT types_multirange.timemultirange(types_multirange.timerange('10:00:00'::time without time zone, '11:00:00'::time without time zone)),
    w types_multirange."Many words"[],
    e types_multirange_other.elsewhere_multirange
);
ALTER TABLE types_multirange.uses OWNER TO postgres;

-- TABLE types_range.uses
CREATE TABLE types_range.uses (
    w types_range.wordrange DEFAULT types_range.wordrange('a'::text, 'z'::text),
    o types_range."Odd Span",
    m types_range.mood_span[],
    s types_range.spans
);
ALTER TABLE types_range.uses OWNER TO postgres;

-- TABLE types_range_canonical.uses
CREATE TABLE types_range_canonical.uses (
    w types_range_canonical.whole
);
ALTER TABLE types_range_canonical.uses OWNER TO postgres;

-- CHECK CONSTRAINT types_domain.maybe not_yet
ALTER DOMAIN types_domain.maybe ADD CONSTRAINT not_yet CHECK ((VALUE <> 'old'::text)) NOT VALID;

-- COMMENT types_domain.CONSTRAINT not_yet ON maybe
COMMENT ON CONSTRAINT not_yet ON DOMAIN types_domain.maybe IS 'not for the old rows';

-- CHECK CONSTRAINT types_domain_loop.even really_even
ALTER DOMAIN types_domain_loop.even ADD CONSTRAINT really_even CHECK (types_domain_loop.is_even((VALUE)::types_domain_loop.even));

-- COMMENT types_domain_loop.CONSTRAINT really_even ON even
COMMENT ON CONSTRAINT really_even ON DOMAIN types_domain_loop.even IS 'checked by a function of the domain';

-- CONSTRAINT types_collation_icu.uses uses_name_key
ALTER TABLE ONLY types_collation_icu.uses
    ADD CONSTRAINT uses_name_key UNIQUE (name);

-- CONSTRAINT types_enumeration.feelings feelings_pkey
ALTER TABLE ONLY types_enumeration.feelings
    ADD CONSTRAINT feelings_pkey PRIMARY KEY (id);

-- INDEX types_collation.uses_a_idx
CREATE INDEX uses_a_idx ON types_collation.uses USING btree (a COLLATE types_collation.posix);

-- ACL types_base.TYPE number
GRANT ALL ON TYPE types_base.number TO dumpr_reader;

-- ACL types_composite.TYPE amount
GRANT ALL ON TYPE types_composite.amount TO dumpr_reader;

-- ACL types_enumeration.TYPE mood
REVOKE ALL ON TYPE types_enumeration.mood FROM PUBLIC;
GRANT ALL ON TYPE types_enumeration.mood TO dumpr_reader WITH GRANT OPTION;

-- ACL types_range.TYPE wordrange
GRANT ALL ON TYPE types_range.wordrange TO dumpr_reader;

-- ACL types_domain.TYPE price
GRANT ALL ON TYPE types_domain.price TO dumpr_reader;

\unrestrict snapshot
