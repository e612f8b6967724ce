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

-- SCHEMA relations_checks
CREATE SCHEMA relations_checks;
ALTER SCHEMA relations_checks OWNER TO postgres;

-- SCHEMA relations_column_order
CREATE SCHEMA relations_column_order;
ALTER SCHEMA relations_column_order OWNER TO postgres;

-- SCHEMA relations_columns
CREATE SCHEMA relations_columns;
ALTER SCHEMA relations_columns OWNER TO postgres;

-- SCHEMA relations_compression
CREATE SCHEMA relations_compression;
ALTER SCHEMA relations_compression OWNER TO postgres;

-- SCHEMA relations_depends_on_extension
CREATE SCHEMA relations_depends_on_extension;
ALTER SCHEMA relations_depends_on_extension OWNER TO postgres;

-- SCHEMA relations_foreign
CREATE SCHEMA relations_foreign;
ALTER SCHEMA relations_foreign OWNER TO postgres;

-- SCHEMA relations_generated
CREATE SCHEMA relations_generated;
ALTER SCHEMA relations_generated OWNER TO postgres;

-- SCHEMA relations_generated_children
CREATE SCHEMA relations_generated_children;
ALTER SCHEMA relations_generated_children OWNER TO postgres;

-- SCHEMA relations_generated_other
CREATE SCHEMA relations_generated_other;
ALTER SCHEMA relations_generated_other OWNER TO postgres;

-- SCHEMA relations_generated_virtual
CREATE SCHEMA relations_generated_virtual;
ALTER SCHEMA relations_generated_virtual OWNER TO postgres;

-- SCHEMA relations_hash_on_enum
CREATE SCHEMA relations_hash_on_enum;
ALTER SCHEMA relations_hash_on_enum OWNER TO postgres;

-- SCHEMA relations_identity
CREATE SCHEMA relations_identity;
ALTER SCHEMA relations_identity OWNER TO postgres;

-- SCHEMA relations_identity_partitions
CREATE SCHEMA relations_identity_partitions;
ALTER SCHEMA relations_identity_partitions OWNER TO postgres;

-- SCHEMA relations_inheritance
CREATE SCHEMA relations_inheritance;
ALTER SCHEMA relations_inheritance OWNER TO postgres;

-- SCHEMA relations_loops
CREATE SCHEMA relations_loops;
ALTER SCHEMA relations_loops OWNER TO postgres;

-- SCHEMA relations_materialized_views
CREATE SCHEMA relations_materialized_views;
ALTER SCHEMA relations_materialized_views OWNER TO postgres;

-- SCHEMA relations_names
CREATE SCHEMA relations_names;
ALTER SCHEMA relations_names OWNER TO postgres;

-- SCHEMA relations_names "2"; DROP TABLE x; --
CREATE SCHEMA "relations_names ""2""; DROP TABLE x; --";
ALTER SCHEMA "relations_names ""2""; DROP TABLE x; --" OWNER TO postgres;

-- SCHEMA relations_not_null
CREATE SCHEMA relations_not_null;
ALTER SCHEMA relations_not_null OWNER TO postgres;

-- SCHEMA relations_partitions
CREATE SCHEMA relations_partitions;
ALTER SCHEMA relations_partitions OWNER TO postgres;

-- SCHEMA relations_partitions_archive
CREATE SCHEMA relations_partitions_archive;
ALTER SCHEMA relations_partitions_archive OWNER TO postgres;

-- SCHEMA relations_row_types
CREATE SCHEMA relations_row_types;
ALTER SCHEMA relations_row_types OWNER TO postgres;

-- SCHEMA relations_rows
CREATE SCHEMA relations_rows;
ALTER SCHEMA relations_rows OWNER TO postgres;

-- SCHEMA relations_sequences
CREATE SCHEMA relations_sequences;
ALTER SCHEMA relations_sequences OWNER TO postgres;

-- SCHEMA relations_tables
CREATE SCHEMA relations_tables;
ALTER SCHEMA relations_tables OWNER TO postgres;

-- SCHEMA relations_text_rows
CREATE SCHEMA relations_text_rows;
ALTER SCHEMA relations_text_rows OWNER TO postgres;

-- SCHEMA relations_typed
CREATE SCHEMA relations_typed;
ALTER SCHEMA relations_typed OWNER TO postgres;

-- SCHEMA relations_unlogged_sequences
CREATE SCHEMA relations_unlogged_sequences;
ALTER SCHEMA relations_unlogged_sequences OWNER TO postgres;

-- SCHEMA relations_view_loops
CREATE SCHEMA relations_view_loops;
ALTER SCHEMA relations_view_loops OWNER TO postgres;

-- SCHEMA relations_views
CREATE SCHEMA relations_views;
ALTER SCHEMA relations_views OWNER TO postgres;

-- SCHEMA relations_wide
CREATE SCHEMA relations_wide;
ALTER SCHEMA relations_wide OWNER TO postgres;

-- SCHEMA table_plain
CREATE SCHEMA table_plain;
ALTER SCHEMA table_plain OWNER TO postgres;

-- TYPE relations_hash_on_enum.color
CREATE TYPE relations_hash_on_enum.color AS ENUM (
    'red',
    'green',
    'blue',
    'black',
    'white',
    'yellow',
    'brown',
    'pink'
);
ALTER TYPE relations_hash_on_enum.color OWNER TO postgres;

-- TYPE relations_loops.pair
CREATE TYPE relations_loops.pair AS (
    a integer,
    b integer
);
ALTER TYPE relations_loops.pair OWNER TO postgres;

-- TYPE relations_rows.box_of
CREATE TYPE relations_rows.box_of AS (
    a integer
);
ALTER TYPE relations_rows.box_of OWNER TO postgres;

-- TYPE relations_rows.mood
CREATE TYPE relations_rows.mood AS ENUM (
    'sad',
    'it''s',
    'Happy day'
);
ALTER TYPE relations_rows.mood OWNER TO postgres;

-- TYPE relations_rows.pair
CREATE TYPE relations_rows.pair AS (
    a integer,
    b text,
    m relations_rows.mood
);
ALTER TYPE relations_rows.pair OWNER TO postgres;

-- TYPE relations_rows.span
CREATE TYPE relations_rows.span AS RANGE (
    subtype = integer
);
ALTER TYPE relations_rows.span OWNER TO postgres;

-- TYPE relations_text_rows.noted
CREATE TYPE relations_text_rows.noted AS (
    item aclitem,
    note text
);
ALTER TYPE relations_text_rows.noted OWNER TO postgres;

-- DOMAIN relations_text_rows.of_relation
CREATE DOMAIN relations_text_rows.of_relation AS regclass
    CONSTRAINT of_relation_check CHECK ((VALUE IS NOT NULL));
ALTER DOMAIN relations_text_rows.of_relation OWNER TO postgres;

-- TYPE relations_text_rows.places
CREATE TYPE relations_text_rows.places AS (
    relation relations_text_rows.of_relation,
    type regtype[]
);
ALTER TYPE relations_text_rows.places OWNER TO postgres;

-- TYPE relations_typed.point3
CREATE TYPE relations_typed.point3 AS (
    x integer,
    y integer,
    "Z z" text
);
ALTER TYPE relations_typed.point3 OWNER TO postgres;

-- DOMAIN relations_columns.word
CREATE DOMAIN relations_columns.word AS text COLLATE "C"
    CONSTRAINT word_check CHECK ((VALUE <> ''::text));
ALTER DOMAIN relations_columns.word OWNER TO postgres;

-- DOMAIN relations_loops.checked
CREATE DOMAIN relations_loops.checked AS relations_loops.pair;
ALTER DOMAIN relations_loops.checked OWNER TO postgres;

-- DOMAIN relations_rows.positive
CREATE DOMAIN relations_rows.positive AS integer
    CONSTRAINT positive_check CHECK ((VALUE > 0));
ALTER DOMAIN relations_rows.positive OWNER TO postgres;

-- TABLE relations_checks.looped
SET default_table_access_method = heap;
CREATE TABLE relations_checks.looped (
    a integer
);
ALTER TABLE relations_checks.looped OWNER TO postgres;

-- FUNCTION relations_checks.fine(relations_checks.looped)
CREATE FUNCTION relations_checks.fine(relations_checks.looped)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1.a > 0$function$;
ALTER FUNCTION relations_checks.fine(relations_checks.looped) OWNER TO postgres;

-- TABLE relations_checks.looped_default
CREATE TABLE relations_checks.looped_default (
    a integer,
    b integer
);
ALTER TABLE relations_checks.looped_default OWNER TO postgres;

-- FUNCTION relations_checks.next_b(relations_checks.looped_default)
CREATE FUNCTION relations_checks.next_b(relations_checks.looped_default)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 42$function$;
ALTER FUNCTION relations_checks.next_b(relations_checks.looped_default) OWNER TO postgres;

-- FUNCTION relations_depends_on_extension.act()
CREATE FUNCTION relations_depends_on_extension.act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;
ALTER FUNCTION relations_depends_on_extension.act() OWNER TO postgres;

-- FUNCTION relations_generated.twice(integer)
CREATE FUNCTION relations_generated.twice(integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT $1 * 2$function$;
ALTER FUNCTION relations_generated.twice(integer) OWNER TO postgres;

-- TABLE relations_loops.parts
CREATE TABLE relations_loops.parts (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relations_loops.parts OWNER TO postgres;

-- FUNCTION relations_loops.about(relations_loops.parts)
CREATE FUNCTION relations_loops.about(relations_loops.parts)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 1$function$;
ALTER FUNCTION relations_loops.about(relations_loops.parts) OWNER TO postgres;

-- TABLE relations_loops.keyed
CREATE TABLE relations_loops.keyed (
    id integer NOT NULL,
    label text,
    n integer
);
ALTER TABLE relations_loops.keyed OWNER TO postgres;

-- VIEW relations_loops.full_of_things
CREATE VIEW relations_loops.full_of_things AS
SELECT
    NULL::integer AS id,
    NULL::text AS label;
ALTER VIEW relations_loops.full_of_things OWNER TO postgres;

-- COMMENT relations_loops.COLUMN full_of_things.label
COMMENT ON COLUMN relations_loops.full_of_things.label IS 'of a view in a loop';

-- FUNCTION relations_loops.is_fine(relations_loops.full_of_things)
CREATE FUNCTION relations_loops.is_fine(relations_loops.full_of_things)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;
ALTER FUNCTION relations_loops.is_fine(relations_loops.full_of_things) OWNER TO postgres;

-- FUNCTION relations_loops.nothing()
CREATE FUNCTION relations_loops.nothing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NULL; END$function$;
ALTER FUNCTION relations_loops.nothing() OWNER TO postgres;

-- FUNCTION relations_loops.of_checked(relations_loops.checked)
CREATE FUNCTION relations_loops.of_checked(relations_loops.checked)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;
ALTER FUNCTION relations_loops.of_checked(relations_loops.checked) OWNER TO postgres;

-- TABLE relations_loops.parent
CREATE TABLE relations_loops.parent (
    a integer
);
ALTER TABLE relations_loops.parent OWNER TO postgres;

-- TABLE relations_loops.child
CREATE TABLE relations_loops.child (
)
INHERITS (relations_loops.parent);
ALTER TABLE relations_loops.child OWNER TO postgres;

-- FUNCTION relations_loops.of_child(relations_loops.child)
CREATE FUNCTION relations_loops.of_child(relations_loops.child)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT 1$function$;
ALTER FUNCTION relations_loops.of_child(relations_loops.child) OWNER TO postgres;

-- TABLE relations_row_types.around
CREATE TABLE relations_row_types.around (
    a integer
);
ALTER TABLE relations_row_types.around OWNER TO postgres;

-- VIEW relations_row_types.around_view
CREATE VIEW relations_row_types.around_view AS
 SELECT around.*::relations_row_types.around AS r
   FROM relations_row_types.around;
ALTER VIEW relations_row_types.around_view OWNER TO postgres;

-- FUNCTION relations_row_types.around_check(relations_row_types.around_view)
CREATE FUNCTION relations_row_types.around_check(relations_row_types.around_view)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT true$function$;
ALTER FUNCTION relations_row_types.around_check(relations_row_types.around_view) OWNER TO postgres;

-- TABLE relations_row_types.spot
CREATE TABLE relations_row_types.spot (
    x integer,
    y integer
);
ALTER TABLE relations_row_types.spot OWNER TO postgres;

-- FUNCTION relations_row_types.mirrored(relations_row_types.spot)
CREATE FUNCTION relations_row_types.mirrored(relations_row_types.spot)
 RETURNS relations_row_types.spot
 LANGUAGE sql
AS $function$SELECT $1$function$;
ALTER FUNCTION relations_row_types.mirrored(relations_row_types.spot) OWNER TO postgres;

-- VIEW relations_row_types.mirror
CREATE VIEW relations_row_types.mirror AS
 SELECT relations_row_types.mirrored(spot.*) AS mirrored
   FROM relations_row_types.spot;
ALTER VIEW relations_row_types.mirror OWNER TO postgres;

-- FUNCTION relations_row_types.of_view(relations_row_types.mirror)
CREATE FUNCTION relations_row_types.of_view(relations_row_types.mirror)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER FUNCTION relations_row_types.of_view(relations_row_types.mirror) OWNER TO postgres;

-- VIEW relations_row_types.first
CREATE VIEW relations_row_types.first AS
SELECT
    NULL::integer AS x,
    NULL::text COLLATE "POSIX" AS y,
    NULL::text AS z;
ALTER VIEW relations_row_types.first OWNER TO postgres;

-- VIEW relations_row_types.second
CREATE VIEW relations_row_types.second AS
 SELECT x,
    y
   FROM relations_row_types.first;
ALTER VIEW relations_row_types.second OWNER TO postgres;

-- FUNCTION relations_row_types.third(relations_row_types.second)
CREATE FUNCTION relations_row_types.third(relations_row_types.second)
 RETURNS text
 LANGUAGE sql
AS $function$SELECT NULL::text$function$;
ALTER FUNCTION relations_row_types.third(relations_row_types.second) OWNER TO postgres;

-- VIEW relations_view_loops.called
CREATE VIEW relations_view_loops.called AS
SELECT
    NULL::integer AS a,
    NULL::text COLLATE "C" AS b,
    NULL::integer AS c;
ALTER VIEW relations_view_loops.called OWNER TO postgres;

-- COMMENT relations_view_loops.VIEW called
COMMENT ON VIEW relations_view_loops.called IS 'calls itself';

-- FUNCTION relations_view_loops.about(relations_view_loops.called)
CREATE FUNCTION relations_view_loops.about(relations_view_loops.called)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT $1.a$function$;
ALTER FUNCTION relations_view_loops.about(relations_view_loops.called) OWNER TO postgres;

-- FOREIGN DATA WRAPPER relations_foreign_wrapper
CREATE FOREIGN DATA WRAPPER relations_foreign_wrapper;
ALTER FOREIGN DATA WRAPPER relations_foreign_wrapper OWNER TO postgres;

-- SERVER relations_foreign_server
CREATE SERVER relations_foreign_server FOREIGN DATA WRAPPER relations_foreign_wrapper OPTIONS (
    host 'nowhere'
);
ALTER SERVER relations_foreign_server OWNER TO postgres;

-- TABLE relations_checks.broken
CREATE TABLE relations_checks.broken (
    a integer
);
ALTER TABLE relations_checks.broken OWNER TO postgres;

-- TABLE relations_checks.t
CREATE TABLE relations_checks.t (
    a integer,
    b text,
    CONSTRAINT "Odd ""name""" CHECK (((a > 0) AND (b <> 'it''s'::text))),
    CONSTRAINT t_a_check CHECK ((a < 100))
);
ALTER TABLE relations_checks.t OWNER TO postgres;

-- COMMENT relations_checks.CONSTRAINT Odd "name" ON t
COMMENT ON CONSTRAINT "Odd ""name""" ON relations_checks.t IS 'odd';

-- TABLE relations_column_order.aa
CREATE TABLE relations_column_order.aa (
    class "char",
    a integer
);
ALTER TABLE relations_column_order.aa OWNER TO postgres;

-- TABLE relations_column_order.base
CREATE TABLE relations_column_order.base (
    int_two smallint,
    int_four integer,
    int_eight bigint
);
ALTER TABLE relations_column_order.base OWNER TO postgres;

-- TABLE relations_column_order.bb
CREATE TABLE relations_column_order.bb (
    bb integer
)
INHERITS (relations_column_order.aa);
ALTER TABLE relations_column_order.bb OWNER TO postgres;

-- TABLE relations_column_order.cc
CREATE TABLE relations_column_order.cc (
    cc integer
)
INHERITS (relations_column_order.aa);
ALTER TABLE relations_column_order.cc OWNER TO postgres;

-- TABLE relations_column_order.child_1
CREATE TABLE relations_column_order.child_1 (
    int_four integer,
    int_eight bigint,
    int_two smallint
);

ALTER TABLE ONLY relations_column_order.child_1 INHERIT relations_column_order.base;
ALTER TABLE relations_column_order.child_1 OWNER TO postgres;

-- TABLE relations_column_order.child_2
CREATE TABLE relations_column_order.child_2 (
    int_eight bigint,
    int_two smallint,
    int_four integer
);

ALTER TABLE ONLY relations_column_order.child_2 INHERIT relations_column_order.base;
ALTER TABLE relations_column_order.child_2 OWNER TO postgres;

-- TABLE relations_column_order.dd
CREATE TABLE relations_column_order.dd (
    dd integer
)
INHERITS (relations_column_order.bb, relations_column_order.cc);
ALTER TABLE relations_column_order.dd OWNER TO postgres;

-- TABLE relations_column_order.generating
CREATE TABLE relations_column_order.generating (
    a integer NOT NULL,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
);
ALTER TABLE relations_column_order.generating OWNER TO postgres;

-- TABLE relations_column_order.generated
CREATE TABLE relations_column_order.generated (
    b integer GENERATED ALWAYS AS ((a * 2)) STORED,
    a integer NOT NULL
);

ALTER TABLE ONLY relations_column_order.generated INHERIT relations_column_order.generating;
ALTER TABLE relations_column_order.generated OWNER TO postgres;

-- TABLE relations_column_order.shrinking
CREATE TABLE relations_column_order.shrinking (
    a integer,
    b integer
);
ALTER TABLE relations_column_order.shrinking OWNER TO postgres;

-- TABLE relations_column_order.shrunk
CREATE TABLE relations_column_order.shrunk (
    y integer
)
INHERITS (relations_column_order.shrinking);
ALTER TABLE relations_column_order.shrunk OWNER TO postgres;

-- TABLE relations_columns.domains
CREATE TABLE relations_columns.domains (
    a relations_columns.word,
    b relations_columns.word COLLATE "POSIX",
    c relations_columns.word[] DEFAULT '{x}'::relations_columns.word[]
);
ALTER TABLE relations_columns.domains OWNER TO postgres;

-- TABLE relations_columns.settings
CREATE TABLE relations_columns.settings (
    a text COLLATE "C",
    b text COLLATE "POSIX",
    c text DEFAULT 'x''y\z'::text,
    d jsonb,
    e bytea,
    f integer,
    g character varying(10)[],
    h interval day to second(3),
    i bit varying(5),
    j timestamp(2) with time zone,
    k "char"
);

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN a SET STORAGE EXTERNAL;

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN b SET STORAGE MAIN;

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN c SET STORAGE PLAIN;

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN d SET STATISTICS 321;

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN f SET STATISTICS 0;

ALTER TABLE ONLY relations_columns.settings ALTER COLUMN f SET (n_distinct='-0.5', n_distinct_inherited='100');
ALTER TABLE relations_columns.settings OWNER TO postgres;

-- TABLE relations_compression.t
CREATE TABLE relations_compression.t (
    a text,
    b text
);

ALTER TABLE ONLY relations_compression.t ALTER COLUMN a SET COMPRESSION pglz;
ALTER TABLE relations_compression.t OWNER TO postgres;

-- TABLE relations_depends_on_extension.t
CREATE TABLE relations_depends_on_extension.t (
    a integer NOT NULL,
    b integer
);
ALTER TABLE relations_depends_on_extension.t OWNER TO postgres;

-- TABLE relations_foreign.parent
CREATE TABLE relations_foreign.parent (
    a integer
);
ALTER TABLE relations_foreign.parent OWNER TO postgres;

-- TABLE relations_foreign.root
CREATE TABLE relations_foreign.root (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relations_foreign.root OWNER TO postgres;

-- TABLE relations_foreign.root_local
CREATE TABLE relations_foreign.root_local (
    a integer
);
ALTER TABLE relations_foreign.root_local OWNER TO postgres;

-- TABLE relations_generated.parent
CREATE TABLE relations_generated.parent (
    a integer,
    b integer GENERATED ALWAYS AS ((a + 1)) STORED
);
ALTER TABLE relations_generated.parent OWNER TO postgres;

-- TABLE relations_generated.child
CREATE TABLE relations_generated.child (
)
INHERITS (relations_generated.parent);
ALTER TABLE relations_generated.child OWNER TO postgres;

-- TABLE relations_generated.only_generated
CREATE TABLE relations_generated.only_generated (
    a integer GENERATED ALWAYS AS (1) STORED
);
ALTER TABLE relations_generated.only_generated OWNER TO postgres;

-- TABLE relations_generated.t
CREATE TABLE relations_generated.t (
    a integer GENERATED ALWAYS AS (relations_generated.twice(b)) STORED,
    b integer,
    c text GENERATED ALWAYS AS (((b)::text || 'x'::text)) STORED NOT NULL,
    d integer
);
ALTER TABLE relations_generated.t OWNER TO postgres;

-- TABLE relations_generated_children.parent
CREATE TABLE relations_generated_children.parent (
    a integer,
    b integer GENERATED ALWAYS AS ((a + 1)) STORED
);
ALTER TABLE relations_generated_children.parent OWNER TO postgres;

-- TABLE relations_generated_children.child_other
CREATE TABLE relations_generated_children.child_other (
    b integer GENERATED ALWAYS AS ((a + 2)) STORED
)
INHERITS (relations_generated_children.parent);
ALTER TABLE relations_generated_children.child_other OWNER TO postgres;

-- TABLE relations_generated_children.child_same
CREATE TABLE relations_generated_children.child_same (
    b integer,
    c integer
)
INHERITS (relations_generated_children.parent);
ALTER TABLE relations_generated_children.child_same OWNER TO postgres;

-- TABLE relations_generated_children.root
CREATE TABLE relations_generated_children.root (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
)
PARTITION BY RANGE (a);
ALTER TABLE relations_generated_children.root OWNER TO postgres;

-- TABLE relations_generated_children.leaf
CREATE TABLE relations_generated_children.leaf (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 3)) STORED
);
ALTER TABLE relations_generated_children.leaf OWNER TO postgres;

-- TABLE relations_generated_children.other_parent
CREATE TABLE relations_generated_children.other_parent (
    a integer,
    b integer GENERATED ALWAYS AS ((a + 3)) STORED
);
ALTER TABLE relations_generated_children.other_parent OWNER TO postgres;

-- TABLE relations_generated_children.of_two
CREATE TABLE relations_generated_children.of_two (
    b integer GENERATED ALWAYS AS ((a + 1)) STORED
)
INHERITS (relations_generated_children.parent, relations_generated_children.other_parent);
ALTER TABLE relations_generated_children.of_two OWNER TO postgres;

-- TABLE relations_generated_other.parent
CREATE TABLE relations_generated_other.parent (
    a integer,
    b integer GENERATED ALWAYS AS ((a + 1)) STORED
);
ALTER TABLE relations_generated_other.parent OWNER TO postgres;

-- TABLE relations_generated_other.child
CREATE TABLE relations_generated_other.child (
)
INHERITS (relations_generated_other.parent);

ALTER TABLE ONLY relations_generated_other.child ALTER COLUMN b SET EXPRESSION AS ((a + 100));
ALTER TABLE relations_generated_other.child OWNER TO postgres;

-- TABLE relations_generated_virtual.p
CREATE TABLE relations_generated_virtual.p (
    a integer,
    v integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL
)
PARTITION BY RANGE (a);
ALTER TABLE relations_generated_virtual.p OWNER TO postgres;

-- TABLE relations_generated_virtual.p1
CREATE TABLE relations_generated_virtual.p1 (
    a integer,
    v integer GENERATED ALWAYS AS ((a + 1)) VIRTUAL
);
ALTER TABLE relations_generated_virtual.p1 OWNER TO postgres;

-- TABLE relations_generated_virtual.p2
CREATE TABLE relations_generated_virtual.p2 (
    a integer,
    v integer GENERATED ALWAYS AS ((a + 2)) VIRTUAL
);
ALTER TABLE relations_generated_virtual.p2 OWNER TO postgres;

-- TABLE relations_generated_virtual.t
CREATE TABLE relations_generated_virtual.t (
    a integer,
    v integer GENERATED ALWAYS AS ((a * 2)) VIRTUAL,
    s integer GENERATED ALWAYS AS ((a * 3)) STORED,
    n integer GENERATED ALWAYS AS (a) VIRTUAL NOT NULL
);
ALTER TABLE relations_generated_virtual.t OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum
CREATE TABLE relations_hash_on_enum.by_enum (
    c relations_hash_on_enum.color,
    n integer
)
PARTITION BY HASH (c);
ALTER TABLE relations_hash_on_enum.by_enum OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_0
CREATE TABLE relations_hash_on_enum.by_enum_0 (
    c relations_hash_on_enum.color,
    n integer
);
ALTER TABLE relations_hash_on_enum.by_enum_0 OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_1
CREATE TABLE relations_hash_on_enum.by_enum_1 (
    c relations_hash_on_enum.color,
    n integer
)
PARTITION BY LIST (n);
ALTER TABLE relations_hash_on_enum.by_enum_1 OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_1_all
CREATE TABLE relations_hash_on_enum.by_enum_1_all (
    c relations_hash_on_enum.color,
    n integer
);
ALTER TABLE relations_hash_on_enum.by_enum_1_all OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_2
CREATE TABLE relations_hash_on_enum.by_enum_2 (
    c relations_hash_on_enum.color,
    n integer
);
ALTER TABLE relations_hash_on_enum.by_enum_2 OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_array
CREATE TABLE relations_hash_on_enum.by_enum_array (
    c relations_hash_on_enum.color[]
)
PARTITION BY HASH (c);
ALTER TABLE relations_hash_on_enum.by_enum_array OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_array_0
CREATE TABLE relations_hash_on_enum.by_enum_array_0 (
    c relations_hash_on_enum.color[]
);
ALTER TABLE relations_hash_on_enum.by_enum_array_0 OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_enum_array_1
CREATE TABLE relations_hash_on_enum.by_enum_array_1 (
    c relations_hash_on_enum.color[]
);
ALTER TABLE relations_hash_on_enum.by_enum_array_1 OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_number
CREATE TABLE relations_hash_on_enum.by_number (
    n integer[]
)
PARTITION BY HASH (n);
ALTER TABLE relations_hash_on_enum.by_number OWNER TO postgres;

-- TABLE relations_hash_on_enum.by_number_0
CREATE TABLE relations_hash_on_enum.by_number_0 (
    n integer[]
);
ALTER TABLE relations_hash_on_enum.by_number_0 OWNER TO postgres;

-- TABLE relations_identity.p
CREATE TABLE relations_identity.p (
    a integer NOT NULL,
    b integer
);
ALTER TABLE relations_identity.p OWNER TO postgres;

-- TABLE relations_identity.c
CREATE TABLE relations_identity.c (
)
INHERITS (relations_identity.p);
ALTER TABLE relations_identity.c OWNER TO postgres;

-- TABLE relations_identity.t
CREATE TABLE relations_identity.t (
    a integer NOT NULL,
    b bigint NOT NULL,
    "C c" smallint NOT NULL
);
ALTER TABLE relations_identity.t OWNER TO dumpr_test_alice;

-- TABLE relations_identity.u
CREATE UNLOGGED TABLE relations_identity.u (
    a integer NOT NULL
);
ALTER TABLE relations_identity.u OWNER TO postgres;

-- TABLE relations_identity_partitions.root
CREATE TABLE relations_identity_partitions.root (
    id integer CONSTRAINT root_id_not_null NOT NULL,
    k integer
)
PARTITION BY RANGE (k);
ALTER TABLE relations_identity_partitions.root OWNER TO postgres;

-- TABLE relations_identity_partitions.leaf
CREATE TABLE relations_identity_partitions.leaf (
    id integer CONSTRAINT root_id_not_null NOT NULL,
    k integer
);
ALTER TABLE relations_identity_partitions.leaf OWNER TO postgres;

-- TABLE relations_inheritance.parent
CREATE TABLE relations_inheritance.parent (
    a integer DEFAULT 1,
    b text,
    late integer DEFAULT 9,
    CONSTRAINT a_positive CHECK ((a > 0)),
    CONSTRAINT only_here CHECK ((b <> 'x'::text)) NO INHERIT
);
ALTER TABLE relations_inheritance.parent OWNER TO postgres;

-- TABLE relations_inheritance.child
CREATE TABLE relations_inheritance.child (
    c integer,
    CONSTRAINT a_small CHECK ((a < 1000))
)
INHERITS (relations_inheritance.parent);

ALTER TABLE ONLY relations_inheritance.child ALTER COLUMN b SET STATISTICS 77;

ALTER TABLE ONLY relations_inheritance.child ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER TABLE relations_inheritance.child OWNER TO postgres;

-- COMMENT relations_inheritance.COLUMN child.a
COMMENT ON COLUMN relations_inheritance.child.a IS 'inherited';

-- TABLE relations_inheritance.child_default
CREATE TABLE relations_inheritance.child_default (
)
INHERITS (relations_inheritance.parent);
ALTER TABLE relations_inheritance.child_default OWNER TO postgres;

-- TABLE relations_inheritance.child_merged
CREATE TABLE relations_inheritance.child_merged (
    a integer DEFAULT 3,
    b text NOT NULL,
    d integer
)
INHERITS (relations_inheritance.parent);
ALTER TABLE relations_inheritance.child_merged OWNER TO postgres;

-- TABLE relations_inheritance.child_no_default
CREATE TABLE relations_inheritance.child_no_default (
)
INHERITS (relations_inheritance.parent);

ALTER TABLE ONLY relations_inheritance.child_no_default ALTER COLUMN a SET DEFAULT NULL;
ALTER TABLE relations_inheritance.child_no_default OWNER TO postgres;

-- TABLE relations_inheritance.child_not_null
CREATE TABLE relations_inheritance.child_not_null (
)
INHERITS (relations_inheritance.parent);

ALTER TABLE ONLY relations_inheritance.child_not_null ALTER COLUMN b SET NOT NULL;
ALTER TABLE relations_inheritance.child_not_null OWNER TO postgres;

-- TABLE relations_inheritance.early
CREATE TABLE relations_inheritance.early (
    a integer,
    b text DEFAULT 'b'::text,
    CONSTRAINT a_positive CHECK ((a > 0))
);
ALTER TABLE relations_inheritance.early OWNER TO postgres;

-- TABLE relations_inheritance.grandchild
CREATE TABLE relations_inheritance.grandchild (
    f integer
)
INHERITS (relations_inheritance.child);

ALTER TABLE ONLY relations_inheritance.grandchild ALTER COLUMN b SET STORAGE EXTENDED;
ALTER TABLE relations_inheritance.grandchild OWNER TO postgres;

-- TABLE relations_inheritance.later
CREATE TABLE relations_inheritance.later (
    z integer,
    b text DEFAULT NULL,
    a integer,
    CONSTRAINT a_positive CHECK ((a > 0))
);

ALTER TABLE ONLY relations_inheritance.later INHERIT relations_inheritance.early;
ALTER TABLE relations_inheritance.later OWNER TO postgres;

-- TABLE relations_inheritance.left_alone
CREATE TABLE relations_inheritance.left_alone (
    a integer,
    e integer DEFAULT 5
);
ALTER TABLE relations_inheritance.left_alone OWNER TO postgres;

-- TABLE relations_inheritance.other
CREATE TABLE relations_inheritance.other (
    a integer,
    e integer DEFAULT 5
);
ALTER TABLE relations_inheritance.other OWNER TO postgres;

-- TABLE relations_inheritance.of_two
CREATE TABLE relations_inheritance.of_two (
    CONSTRAINT own CHECK ((e > 0))
)
INHERITS (relations_inheritance.parent, relations_inheritance.other);
ALTER TABLE relations_inheritance.of_two OWNER TO postgres;

-- TABLE relations_loops.parts_1
CREATE TABLE relations_loops.parts_1 (
    a integer,
    CONSTRAINT by_row CHECK ((relations_loops.about(NULL::relations_loops.parts) > 0))
);
ALTER TABLE relations_loops.parts_1 OWNER TO postgres;

-- TABLE relations_materialized_views.t
CREATE TABLE relations_materialized_views.t (
    a integer,
    b text
);
ALTER TABLE relations_materialized_views.t OWNER TO postgres;

-- TABLE relations_names.a b
CREATE TABLE relations_names."a b" (
    c integer,
    CONSTRAINT "c d" CHECK ((c > 0))
);
ALTER TABLE relations_names."a b" OWNER TO postgres;

-- TABLE relations_names.a b c
CREATE TABLE relations_names."a b c" (
    c integer,
    CONSTRAINT d CHECK ((c > 0))
);
ALTER TABLE relations_names."a b c" OWNER TO postgres;

-- TABLE relations_names.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk
CREATE TABLE relations_names.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk (
    abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk integer CONSTRAINT abcdefghijklmnopqrstuvwxyza_abcdefghijklmnopqrstuvwxyz_not_null NOT NULL
);
ALTER TABLE relations_names.abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk OWNER TO postgres;

-- TABLE relations_names.select
CREATE TABLE relations_names."select" (
    "from" integer,
    "Upper" text DEFAULT 'a"b'::text,
    "with ""quotes""" integer,
    "line
break" integer
);
ALTER TABLE relations_names."select" OWNER TO postgres;

-- COMMENT relations_names.COLUMN select.with "quotes"
COMMENT ON COLUMN relations_names."select"."with ""quotes""" IS 'q';

-- COMMENT relations_names.TABLE select
COMMENT ON TABLE relations_names."select" IS  E'comment with ''quotes'' and \\ and
-- a line';

-- TABLE relations_names.таблица 表 🐘
CREATE TABLE relations_names."таблица 表 🐘" (
    "столбец" text NOT NULL
);
ALTER TABLE relations_names."таблица 表 🐘" OWNER TO postgres;

-- TABLE relations_names "2"; DROP TABLE x; --.select
CREATE TABLE "relations_names ""2""; DROP TABLE x; --"."select" (
    "from" integer DEFAULT 1
);
ALTER TABLE "relations_names ""2""; DROP TABLE x; --"."select" OWNER TO postgres;

-- TABLE relations_not_null.parent
CREATE TABLE relations_not_null.parent (
    a integer CONSTRAINT parent_a_not_null NOT NULL,
    b integer CONSTRAINT pb NOT NULL,
    c integer
);
ALTER TABLE relations_not_null.parent OWNER TO postgres;

-- TABLE relations_not_null.child
CREATE TABLE relations_not_null.child (
    CONSTRAINT cb NOT NULL b
)
INHERITS (relations_not_null.parent);
ALTER TABLE relations_not_null.child OWNER TO postgres;

-- COMMENT relations_not_null.CONSTRAINT cb ON child
COMMENT ON CONSTRAINT cb ON relations_not_null.child IS 'of the child';

-- TABLE relations_not_null.child_own
CREATE TABLE relations_not_null.child_own (
    CONSTRAINT parent_a_not_null NOT NULL a
)
INHERITS (relations_not_null.parent);

ALTER TABLE ONLY relations_not_null.child_own ALTER COLUMN c SET NOT NULL;
ALTER TABLE relations_not_null.child_own OWNER TO postgres;

-- TABLE relations_not_null.half
CREATE TABLE relations_not_null.half (
    a integer
);
ALTER TABLE relations_not_null.half OWNER TO postgres;

-- TABLE relations_not_null.half_other
CREATE TABLE relations_not_null.half_other (
    a integer NOT NULL
);
ALTER TABLE relations_not_null.half_other OWNER TO postgres;

-- TABLE relations_not_null.half_both
CREATE TABLE relations_not_null.half_both (
)
INHERITS (relations_not_null.half, relations_not_null.half_other);
ALTER TABLE relations_not_null.half_both OWNER TO postgres;

-- TABLE relations_not_null.half_child
CREATE TABLE relations_not_null.half_child (
    CONSTRAINT hn NOT NULL a
)
INHERITS (relations_not_null.half);
ALTER TABLE relations_not_null.half_child OWNER TO postgres;

-- TABLE relations_not_null.invalid
CREATE TABLE relations_not_null.invalid (
    a integer,
    b integer
);
ALTER TABLE relations_not_null.invalid OWNER TO postgres;

-- TABLE relations_not_null.root
CREATE TABLE relations_not_null.root (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b integer CONSTRAINT rb NOT NULL
)
PARTITION BY RANGE (a);
ALTER TABLE relations_not_null.root OWNER TO postgres;

-- TABLE relations_not_null.leaf
CREATE TABLE relations_not_null.leaf (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b integer CONSTRAINT rb NOT NULL
);
ALTER TABLE relations_not_null.leaf OWNER TO postgres;

-- TABLE relations_not_null.leaf_named
CREATE TABLE relations_not_null.leaf_named (
    b integer CONSTRAINT lb NOT NULL,
    a integer NOT NULL
);
ALTER TABLE relations_not_null.leaf_named OWNER TO postgres;

-- TABLE relations_not_null.named
CREATE TABLE relations_not_null.named (
    a integer CONSTRAINT "My Name" NOT NULL,
    b integer CONSTRAINT named_b_not_null NOT NULL,
    c integer NOT NULL NO INHERIT,
    d integer NOT NULL
);
ALTER TABLE relations_not_null.named OWNER TO postgres;

-- COMMENT relations_not_null.CONSTRAINT My Name ON named
COMMENT ON CONSTRAINT "My Name" ON relations_not_null.named IS 'named and explained';

-- COMMENT relations_not_null.CONSTRAINT named_b_not_null ON named
COMMENT ON CONSTRAINT named_b_not_null ON relations_not_null.named IS 'explained';

-- TABLE relations_not_null.relaxed
CREATE TABLE relations_not_null.relaxed (
    a integer
);
ALTER TABLE relations_not_null.relaxed OWNER TO postgres;

-- TABLE relations_not_null.taken
CREATE TABLE relations_not_null.taken (
    a integer CONSTRAINT taken_a_not_null NOT NULL,
    b integer CONSTRAINT taken_b_not_null NOT NULL
);
ALTER TABLE relations_not_null.taken OWNER TO postgres;

-- TABLE relations_not_null.taken_first
CREATE TABLE relations_not_null.taken_first (
    a integer CONSTRAINT taken_a_not_null NOT NULL,
    b integer,
    CONSTRAINT taken_b_not_null CHECK ((b > 0))
);
ALTER TABLE relations_not_null.taken_first OWNER TO postgres;

-- TABLE relations_partitions.by_list
CREATE TABLE relations_partitions.by_list (
    k text COLLATE "C",
    v integer
)
PARTITION BY LIST (lower(k));
ALTER TABLE relations_partitions.by_list OWNER TO postgres;

-- COMMENT relations_partitions.TABLE by_list
COMMENT ON TABLE relations_partitions.by_list IS 'root';

-- TABLE relations_partitions.by_list_a
CREATE TABLE relations_partitions.by_list_a (
    k text COLLATE "C",
    v integer
);
ALTER TABLE relations_partitions.by_list_a OWNER TO postgres;

-- TABLE relations_partitions.by_list_sub
CREATE TABLE relations_partitions.by_list_sub (
    k text COLLATE "C",
    v integer
)
PARTITION BY HASH (v);
ALTER TABLE relations_partitions.by_list_sub OWNER TO postgres;

-- TABLE relations_partitions.by_list_sub_0
CREATE TABLE relations_partitions.by_list_sub_0 (
    k text COLLATE "C",
    v integer
);
ALTER TABLE relations_partitions.by_list_sub_0 OWNER TO postgres;

-- COMMENT relations_partitions.TABLE by_list_sub_0
COMMENT ON TABLE relations_partitions.by_list_sub_0 IS 'leaf';

-- TABLE relations_partitions.by_list_sub_1
CREATE TABLE relations_partitions.by_list_sub_1 (
    k text COLLATE "C",
    v integer
)
WITH (fillfactor='50');
ALTER TABLE relations_partitions.by_list_sub_1 OWNER TO postgres;

-- TABLE relations_partitions.by_range
CREATE TABLE relations_partitions.by_range (
    id integer DEFAULT 7 CONSTRAINT by_range_id_not_null NOT NULL,
    at date CONSTRAINT by_range_at_not_null NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT positive CHECK ((id > 0))
)
PARTITION BY RANGE (at, ((id + 1)));
ALTER TABLE relations_partitions.by_range OWNER TO postgres;

-- COMMENT relations_partitions.CONSTRAINT positive ON by_range
COMMENT ON CONSTRAINT positive ON relations_partitions.by_range IS 'checks';

-- TABLE relations_partitions.by_range_1
CREATE TABLE relations_partitions.by_range_1 (
    id integer DEFAULT 7 CONSTRAINT by_range_id_not_null NOT NULL,
    at date CONSTRAINT by_range_at_not_null NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT positive CHECK ((id > 0))
);
ALTER TABLE relations_partitions.by_range_1 OWNER TO postgres;

-- TABLE relations_partitions.by_range_2
CREATE TABLE relations_partitions.by_range_2 (
    id integer DEFAULT 7 CONSTRAINT by_range_id_not_null NOT NULL,
    at date CONSTRAINT by_range_at_not_null NOT NULL,
    note text DEFAULT 'other'::text,
    CONSTRAINT own CHECK ((note <> 'x'::text)),
    CONSTRAINT positive CHECK ((id > 0))
);
ALTER TABLE relations_partitions.by_range_2 OWNER TO postgres;

-- TABLE relations_partitions.by_range_rest
CREATE TABLE relations_partitions.by_range_rest (
    id integer DEFAULT 7 CONSTRAINT by_range_id_not_null NOT NULL,
    at date CONSTRAINT by_range_at_not_null NOT NULL,
    note text DEFAULT 'n'::text,
    CONSTRAINT positive CHECK ((id > 0))
);
ALTER TABLE relations_partitions.by_range_rest OWNER TO postgres;

-- TABLE relations_partitions.defaults
CREATE TABLE relations_partitions.defaults (
    a integer DEFAULT 1,
    b integer DEFAULT 2
)
PARTITION BY RANGE (a);
ALTER TABLE relations_partitions.defaults OWNER TO postgres;

-- TABLE relations_partitions.defaults_1
CREATE TABLE relations_partitions.defaults_1 (
    a integer DEFAULT 1,
    b integer DEFAULT NULL
);
ALTER TABLE relations_partitions.defaults_1 OWNER TO postgres;

-- TABLE relations_partitions.made
CREATE TABLE relations_partitions.made (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
)
PARTITION BY RANGE (a);
ALTER TABLE relations_partitions.made OWNER TO postgres;

-- TABLE relations_partitions.made_1
CREATE TABLE relations_partitions.made_1 (
    a integer,
    b integer GENERATED ALWAYS AS ((a * 2)) STORED
);
ALTER TABLE relations_partitions.made_1 OWNER TO postgres;

-- TABLE relations_partitions.no_partitions
CREATE TABLE relations_partitions.no_partitions (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relations_partitions.no_partitions OWNER TO postgres;

-- TABLE relations_partitions.unvalidated
CREATE TABLE relations_partitions.unvalidated (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relations_partitions.unvalidated OWNER TO postgres;

-- TABLE relations_partitions.unvalidated_1
CREATE TABLE relations_partitions.unvalidated_1 (
    a integer
);
ALTER TABLE relations_partitions.unvalidated_1 OWNER TO postgres;

-- TABLE relations_partitions_archive.by_range_3
CREATE TABLE relations_partitions_archive.by_range_3 (
    note text DEFAULT NULL,
    at date NOT NULL,
    id integer DEFAULT NULL NOT NULL,
    CONSTRAINT positive CHECK ((id > 0))
);
ALTER TABLE relations_partitions_archive.by_range_3 OWNER TO postgres;

-- TABLE relations_row_types.holder
CREATE TABLE relations_row_types.holder (
    p relations_row_types.spot DEFAULT ROW(1, 2),
    ps relations_row_types.spot[]
);
ALTER TABLE relations_row_types.holder OWNER TO postgres;

-- TABLE relations_row_types.of_first
CREATE TABLE relations_row_types.of_first (
    v relations_row_types.first
);
ALTER TABLE relations_row_types.of_first OWNER TO postgres;

-- TABLE relations_row_types.of_mirror
CREATE TABLE relations_row_types.of_mirror (
    m relations_row_types.mirror
);
ALTER TABLE relations_row_types.of_mirror OWNER TO postgres;

-- TABLE relations_row_types.whole
CREATE TABLE relations_row_types.whole (
    a integer,
    b integer,
    CONSTRAINT filled CHECK ((whole.* IS NOT NULL))
);
ALTER TABLE relations_row_types.whole OWNER TO postgres;

-- TABLE relations_rows.boxes
CREATE TABLE relations_rows.boxes (
    a relations_rows.box_of[],
    b relations_rows.box_of
);
ALTER TABLE relations_rows.boxes OWNER TO postgres;

-- TABLE relations_rows.flags
CREATE TABLE relations_rows.flags (
    a integer[],
    b relations_rows.mood[],
    c text[]
);
ALTER TABLE relations_rows.flags OWNER TO postgres;

-- TABLE relations_rows.names_of_objects
CREATE TABLE relations_rows.names_of_objects (
    a regclass,
    b regproc,
    c regtype,
    d regrole,
    e regnamespace,
    f regprocedure,
    g regclass[]
);
ALTER TABLE relations_rows.names_of_objects OWNER TO postgres;

-- TABLE relations_rows.nested
CREATE TABLE relations_rows.nested (
    a integer[],
    b text[],
    c relations_rows.mood,
    d relations_rows.mood[],
    e relations_rows.pair,
    f relations_rows.pair[],
    g relations_rows.positive,
    h relations_rows.positive[],
    i int4range,
    j tstzrange,
    k numrange[],
    l relations_rows.span,
    m relations_rows.span[]
);
ALTER TABLE relations_rows.nested OWNER TO postgres;

-- TABLE relations_rows.numbers
CREATE TABLE relations_rows.numbers (
    a smallint,
    b integer,
    c bigint,
    d real,
    e double precision,
    f numeric,
    g numeric(5,2),
    h money,
    i boolean,
    j oid
);
ALTER TABLE relations_rows.numbers OWNER TO postgres;

-- TABLE relations_rows.shapes
CREATE TABLE relations_rows.shapes (
    a point,
    b line,
    c lseg,
    d box,
    e path,
    f polygon,
    g circle,
    h inet,
    i cidr,
    j macaddr,
    k macaddr8
);
ALTER TABLE relations_rows.shapes OWNER TO postgres;

-- TABLE relations_rows.texts
CREATE TABLE relations_rows.texts (
    a text,
    b character varying(5),
    c character(5),
    d bytea,
    e "char",
    f name,
    g bit(3),
    h bit varying,
    i uuid,
    j json,
    k jsonb,
    l xml,
    m tsvector,
    n tsquery,
    o jsonpath
);
ALTER TABLE relations_rows.texts OWNER TO postgres;

-- TABLE relations_rows.times
CREATE TABLE relations_rows.times (
    a date,
    b time without time zone,
    c time with time zone,
    d timestamp without time zone,
    e timestamp with time zone,
    f interval
);
ALTER TABLE relations_rows.times OWNER TO postgres;

-- TABLE relations_rows.unread
CREATE TABLE relations_rows.unread (
    a integer,
    b pg_node_tree
);
ALTER TABLE relations_rows.unread OWNER TO postgres;

-- TABLE relations_sequences.no_more_default
CREATE TABLE relations_sequences.no_more_default (
    id integer NOT NULL
);
ALTER TABLE relations_sequences.no_more_default OWNER TO postgres;

-- SEQUENCE relations_sequences.serial_Odd col_seq
CREATE SEQUENCE relations_sequences."serial_Odd col_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences."serial_Odd col_seq" OWNER TO postgres;

-- SEQUENCE relations_sequences.serial_big_seq
CREATE SEQUENCE relations_sequences.serial_big_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.serial_big_seq OWNER TO postgres;

-- SEQUENCE relations_sequences.serial_id_seq
CREATE SEQUENCE relations_sequences.serial_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.serial_id_seq OWNER TO postgres;

-- COMMENT relations_sequences.SEQUENCE serial_id_seq
COMMENT ON SEQUENCE relations_sequences.serial_id_seq IS 'owned';

-- SEQUENCE relations_sequences.serial_small_seq
CREATE SEQUENCE relations_sequences.serial_small_seq
    AS smallint
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.serial_small_seq OWNER TO postgres;

-- TABLE relations_sequences.serial
CREATE TABLE relations_sequences.serial (
    id integer DEFAULT nextval('relations_sequences.serial_id_seq'::regclass) NOT NULL,
    big bigint DEFAULT nextval('relations_sequences.serial_big_seq'::regclass) NOT NULL,
    small smallint DEFAULT nextval('relations_sequences.serial_small_seq'::regclass) NOT NULL,
    "Odd col" integer DEFAULT nextval('relations_sequences."serial_Odd col_seq"'::regclass) NOT NULL
);
ALTER TABLE relations_sequences.serial OWNER TO postgres;

-- SEQUENCE relations_sequences.plain
CREATE SEQUENCE relations_sequences.plain
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.plain OWNER TO dumpr_test_alice;

-- COMMENT relations_sequences.SEQUENCE plain
COMMENT ON SEQUENCE relations_sequences.plain IS 'counts';

-- TABLE relations_sequences.uses
CREATE TABLE relations_sequences.uses (
    a bigint DEFAULT nextval('relations_sequences.plain'::regclass)
);
ALTER TABLE relations_sequences.uses OWNER TO postgres;

-- TABLE relations_tables.dropped
CREATE TABLE relations_tables.dropped (
    a integer,
    b integer,
    c text,
    d timestamp with time zone DEFAULT '2001-02-03 04:05:06+00'::timestamp with time zone
);
ALTER TABLE relations_tables.dropped OWNER TO postgres;

-- TABLE relations_tables.empty
CREATE TABLE relations_tables.empty (
    a integer,
    b text[]
);
ALTER TABLE relations_tables.empty OWNER TO postgres;

-- TABLE relations_tables.nothing
CREATE TABLE relations_tables.nothing (
);
ALTER TABLE relations_tables.nothing OWNER TO postgres;

-- TABLE relations_tables.options
CREATE TABLE relations_tables.options (
    a integer,
    t text
)
WITH (fillfactor='70', autovacuum_enabled='false', autovacuum_vacuum_scale_factor='0.05', toast_tuple_target='256', toast.autovacuum_enabled='off');
ALTER TABLE relations_tables.options OWNER TO postgres;

-- TABLE relations_tables.owned
CREATE TABLE relations_tables.owned (
    a integer,
    b integer
);
ALTER TABLE relations_tables.owned OWNER TO dumpr_test_alice;

-- TABLE relations_tables.plain
CREATE TABLE relations_tables.plain (
    id integer NOT NULL,
    label text COLLATE "C" DEFAULT 'none'::text,
    amount numeric(10,2) DEFAULT 1.5 NOT NULL
);
ALTER TABLE relations_tables.plain OWNER TO postgres;

-- COMMENT relations_tables.COLUMN plain.label
COMMENT ON COLUMN relations_tables.plain.label IS 'two
lines';

-- COMMENT relations_tables.TABLE plain
COMMENT ON TABLE relations_tables.plain IS 'an ''ordinary'' table';

-- TABLE relations_tables.replica_full
CREATE TABLE relations_tables.replica_full (
    a integer
);

ALTER TABLE ONLY relations_tables.replica_full REPLICA IDENTITY FULL;
ALTER TABLE relations_tables.replica_full OWNER TO postgres;

-- TABLE relations_tables.replica_nothing
CREATE TABLE relations_tables.replica_nothing (
    a integer
);

ALTER TABLE ONLY relations_tables.replica_nothing REPLICA IDENTITY NOTHING;
ALTER TABLE relations_tables.replica_nothing OWNER TO postgres;

-- TABLE relations_tables.rows_of_nothing
CREATE TABLE relations_tables.rows_of_nothing (
);
ALTER TABLE relations_tables.rows_of_nothing OWNER TO postgres;

-- TABLE relations_tables.unlogged
CREATE UNLOGGED TABLE relations_tables.unlogged (
    a integer
);
ALTER TABLE relations_tables.unlogged OWNER TO postgres;

-- TABLE relations_text_rows.always_null
CREATE TABLE relations_text_rows.always_null (
    n relations_text_rows.noted,
    many relations_text_rows.noted[]
);
ALTER TABLE relations_text_rows.always_null OWNER TO postgres;

-- TABLE relations_text_rows.letters
CREATE TABLE relations_text_rows.letters (
    c "char",
    many "char"[]
);
ALTER TABLE relations_text_rows.letters OWNER TO postgres;

-- TABLE relations_text_rows.points_to
CREATE TABLE relations_text_rows.points_to (
    p relations_text_rows.places,
    r regrole,
    gone regclass
);
ALTER TABLE relations_text_rows.points_to OWNER TO postgres;

-- TABLE relations_text_rows.privileges
CREATE TABLE relations_text_rows.privileges (
    a aclitem,
    many aclitem[]
);
ALTER TABLE relations_text_rows.privileges OWNER TO postgres;

-- TABLE relations_text_rows.vectors
CREATE TABLE relations_text_rows.vectors (
    o oidvector,
    i int2vector,
    many int2vector[]
);
ALTER TABLE relations_text_rows.vectors OWNER TO postgres;

-- TABLE relations_typed.bare
CREATE TABLE relations_typed.bare OF relations_typed.point3;
ALTER TABLE relations_typed.bare OWNER TO postgres;

-- SEQUENCE relations_typed.counter
CREATE SEQUENCE relations_typed.counter
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_typed.counter OWNER TO postgres;

-- TABLE relations_typed.counted
CREATE TABLE relations_typed.counted OF relations_typed.point3 (
    x WITH OPTIONS DEFAULT nextval('relations_typed.counter'::regclass)
);
ALTER TABLE relations_typed.counted OWNER TO postgres;

-- TABLE relations_typed.dressed
CREATE TABLE relations_typed.dressed OF relations_typed.point3 (
    x WITH OPTIONS DEFAULT 1,
    y WITH OPTIONS NOT NULL,
    CONSTRAINT c CHECK ((x > 0))
);
ALTER TABLE relations_typed.dressed OWNER TO postgres;

-- TABLE relations_unlogged_sequences.t
CREATE TABLE relations_unlogged_sequences.t (
    a integer NOT NULL
);
ALTER TABLE relations_unlogged_sequences.t OWNER TO postgres;

-- SEQUENCE relations_unlogged_sequences.u_b_seq
CREATE UNLOGGED SEQUENCE relations_unlogged_sequences.u_b_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_unlogged_sequences.u_b_seq OWNER TO postgres;

-- TABLE relations_unlogged_sequences.u
CREATE UNLOGGED TABLE relations_unlogged_sequences.u (
    a integer NOT NULL,
    b integer DEFAULT nextval('relations_unlogged_sequences.u_b_seq'::regclass) NOT NULL
);
ALTER TABLE relations_unlogged_sequences.u OWNER TO postgres;

-- TABLE relations_view_loops.keyed
CREATE TABLE relations_view_loops.keyed (
    id integer NOT NULL,
    label text COLLATE "C",
    n integer
);
ALTER TABLE relations_view_loops.keyed OWNER TO postgres;

-- TABLE relations_views.t
CREATE TABLE relations_views.t (
    a integer,
    b text COLLATE "C"
);
ALTER TABLE relations_views.t OWNER TO postgres;

-- TABLE relations_wide.narrow
CREATE TABLE relations_wide.narrow (
    c400 integer
);
ALTER TABLE relations_wide.narrow OWNER TO postgres;

-- TABLE relations_wide.wide
CREATE TABLE relations_wide.wide (
    c1 integer DEFAULT 1,
    c2 integer DEFAULT 2,
    c3 integer DEFAULT 3,
    c4 integer DEFAULT 4,
    c5 integer DEFAULT 5,
    c6 integer DEFAULT 6,
    c7 integer DEFAULT 7,
    c8 integer DEFAULT 8,
    c9 integer DEFAULT 9,
    c10 integer DEFAULT 10,
    c11 integer DEFAULT 11,
    c12 integer DEFAULT 12,
    c13 integer DEFAULT 13,
    c14 integer DEFAULT 14,
    c15 integer DEFAULT 15,
    c16 integer DEFAULT 16,
    c17 integer DEFAULT 17,
    c18 integer DEFAULT 18,
    c19 integer DEFAULT 19,
    c20 integer DEFAULT 20,
    c21 integer DEFAULT 21,
    c22 integer DEFAULT 22,
    c23 integer DEFAULT 23,
    c24 integer DEFAULT 24,
    c25 integer DEFAULT 25,
    c26 integer DEFAULT 26,
    c27 integer DEFAULT 27,
    c28 integer DEFAULT 28,
    c29 integer DEFAULT 29,
    c30 integer DEFAULT 30,
    c31 integer DEFAULT 31,
    c32 integer DEFAULT 32,
    c33 integer DEFAULT 33,
    c34 integer DEFAULT 34,
    c35 integer DEFAULT 35,
    c36 integer DEFAULT 36,
    c37 integer DEFAULT 37,
    c38 integer DEFAULT 38,
    c39 integer DEFAULT 39,
    c40 integer DEFAULT 40,
    c41 integer DEFAULT 41,
    c42 integer DEFAULT 42,
    c43 integer DEFAULT 43,
    c44 integer DEFAULT 44,
    c45 integer DEFAULT 45,
    c46 integer DEFAULT 46,
    c47 integer DEFAULT 47,
    c48 integer DEFAULT 48,
    c49 integer DEFAULT 49,
    c50 integer DEFAULT 50,
    c51 integer DEFAULT 51,
    c52 integer DEFAULT 52,
    c53 integer DEFAULT 53,
    c54 integer DEFAULT 54,
    c55 integer DEFAULT 55,
    c56 integer DEFAULT 56,
    c57 integer DEFAULT 57,
    c58 integer DEFAULT 58,
    c59 integer DEFAULT 59,
    c60 integer DEFAULT 60,
    c61 integer DEFAULT 61,
    c62 integer DEFAULT 62,
    c63 integer DEFAULT 63,
    c64 integer DEFAULT 64,
    c65 integer DEFAULT 65,
    c66 integer DEFAULT 66,
    c67 integer DEFAULT 67,
    c68 integer DEFAULT 68,
    c69 integer DEFAULT 69,
    c70 integer DEFAULT 70,
    c71 integer DEFAULT 71,
    c72 integer DEFAULT 72,
    c73 integer DEFAULT 73,
    c74 integer DEFAULT 74,
    c75 integer DEFAULT 75,
    c76 integer DEFAULT 76,
    c77 integer DEFAULT 77,
    c78 integer DEFAULT 78,
    c79 integer DEFAULT 79,
    c80 integer DEFAULT 80,
    c81 integer DEFAULT 81,
    c82 integer DEFAULT 82,
    c83 integer DEFAULT 83,
    c84 integer DEFAULT 84,
    c85 integer DEFAULT 85,
    c86 integer DEFAULT 86,
    c87 integer DEFAULT 87,
    c88 integer DEFAULT 88,
    c89 integer DEFAULT 89,
    c90 integer DEFAULT 90,
    c91 integer DEFAULT 91,
    c92 integer DEFAULT 92,
    c93 integer DEFAULT 93,
    c94 integer DEFAULT 94,
    c95 integer DEFAULT 95,
    c96 integer DEFAULT 96,
    c97 integer DEFAULT 97,
    c98 integer DEFAULT 98,
    c99 integer DEFAULT 99,
    c100 integer DEFAULT 100,
    c101 integer DEFAULT 101,
    c102 integer DEFAULT 102,
    c103 integer DEFAULT 103,
    c104 integer DEFAULT 104,
    c105 integer DEFAULT 105,
    c106 integer DEFAULT 106,
    c107 integer DEFAULT 107,
    c108 integer DEFAULT 108,
    c109 integer DEFAULT 109,
    c110 integer DEFAULT 110,
    c111 integer DEFAULT 111,
    c112 integer DEFAULT 112,
    c113 integer DEFAULT 113,
    c114 integer DEFAULT 114,
    c115 integer DEFAULT 115,
    c116 integer DEFAULT 116,
    c117 integer DEFAULT 117,
    c118 integer DEFAULT 118,
    c119 integer DEFAULT 119,
    c120 integer DEFAULT 120,
    c121 integer DEFAULT 121,
    c122 integer DEFAULT 122,
    c123 integer DEFAULT 123,
    c124 integer DEFAULT 124,
    c125 integer DEFAULT 125,
    c126 integer DEFAULT 126,
    c127 integer DEFAULT 127,
    c128 integer DEFAULT 128,
    c129 integer DEFAULT 129,
    c130 integer DEFAULT 130,
    c131 integer DEFAULT 131,
    c132 integer DEFAULT 132,
    c133 integer DEFAULT 133,
    c134 integer DEFAULT 134,
    c135 integer DEFAULT 135,
    c136 integer DEFAULT 136,
    c137 integer DEFAULT 137,
    c138 integer DEFAULT 138,
    c139 integer DEFAULT 139,
    c140 integer DEFAULT 140,
    c141 integer DEFAULT 141,
    c142 integer DEFAULT 142,
    c143 integer DEFAULT 143,
    c144 integer DEFAULT 144,
    c145 integer DEFAULT 145,
    c146 integer DEFAULT 146,
    c147 integer DEFAULT 147,
    c148 integer DEFAULT 148,
    c149 integer DEFAULT 149,
    c150 integer DEFAULT 150,
    c151 integer DEFAULT 151,
    c152 integer DEFAULT 152,
    c153 integer DEFAULT 153,
    c154 integer DEFAULT 154,
    c155 integer DEFAULT 155,
    c156 integer DEFAULT 156,
    c157 integer DEFAULT 157,
    c158 integer DEFAULT 158,
    c159 integer DEFAULT 159,
    c160 integer DEFAULT 160,
    c161 integer DEFAULT 161,
    c162 integer DEFAULT 162,
    c163 integer DEFAULT 163,
    c164 integer DEFAULT 164,
    c165 integer DEFAULT 165,
    c166 integer DEFAULT 166,
    c167 integer DEFAULT 167,
    c168 integer DEFAULT 168,
    c169 integer DEFAULT 169,
    c170 integer DEFAULT 170,
    c171 integer DEFAULT 171,
    c172 integer DEFAULT 172,
    c173 integer DEFAULT 173,
    c174 integer DEFAULT 174,
    c175 integer DEFAULT 175,
    c176 integer DEFAULT 176,
    c177 integer DEFAULT 177,
    c178 integer DEFAULT 178,
    c179 integer DEFAULT 179,
    c180 integer DEFAULT 180,
    c181 integer DEFAULT 181,
    c182 integer DEFAULT 182,
    c183 integer DEFAULT 183,
    c184 integer DEFAULT 184,
    c185 integer DEFAULT 185,
    c186 integer DEFAULT 186,
    c187 integer DEFAULT 187,
    c188 integer DEFAULT 188,
    c189 integer DEFAULT 189,
    c190 integer DEFAULT 190,
    c191 integer DEFAULT 191,
    c192 integer DEFAULT 192,
    c193 integer DEFAULT 193,
    c194 integer DEFAULT 194,
    c195 integer DEFAULT 195,
    c196 integer DEFAULT 196,
    c197 integer DEFAULT 197,
    c198 integer DEFAULT 198,
    c199 integer DEFAULT 199,
    c200 integer DEFAULT 200,
    c201 integer DEFAULT 201,
    c202 integer DEFAULT 202,
    c203 integer DEFAULT 203,
    c204 integer DEFAULT 204,
    c205 integer DEFAULT 205,
    c206 integer DEFAULT 206,
    c207 integer DEFAULT 207,
    c208 integer DEFAULT 208,
    c209 integer DEFAULT 209,
    c210 integer DEFAULT 210,
    c211 integer DEFAULT 211,
    c212 integer DEFAULT 212,
    c213 integer DEFAULT 213,
    c214 integer DEFAULT 214,
    c215 integer DEFAULT 215,
    c216 integer DEFAULT 216,
    c217 integer DEFAULT 217,
    c218 integer DEFAULT 218,
    c219 integer DEFAULT 219,
    c220 integer DEFAULT 220,
    c221 integer DEFAULT 221,
    c222 integer DEFAULT 222,
    c223 integer DEFAULT 223,
    c224 integer DEFAULT 224,
    c225 integer DEFAULT 225,
    c226 integer DEFAULT 226,
    c227 integer DEFAULT 227,
    c228 integer DEFAULT 228,
    c229 integer DEFAULT 229,
    c230 integer DEFAULT 230,
    c231 integer DEFAULT 231,
    c232 integer DEFAULT 232,
    c233 integer DEFAULT 233,
    c234 integer DEFAULT 234,
    c235 integer DEFAULT 235,
    c236 integer DEFAULT 236,
    c237 integer DEFAULT 237,
    c238 integer DEFAULT 238,
    c239 integer DEFAULT 239,
    c240 integer DEFAULT 240,
    c241 integer DEFAULT 241,
    c242 integer DEFAULT 242,
    c243 integer DEFAULT 243,
    c244 integer DEFAULT 244,
    c245 integer DEFAULT 245,
    c246 integer DEFAULT 246,
    c247 integer DEFAULT 247,
    c248 integer DEFAULT 248,
    c249 integer DEFAULT 249,
    c250 integer DEFAULT 250,
    c251 integer DEFAULT 251,
    c252 integer DEFAULT 252,
    c253 integer DEFAULT 253,
    c254 integer DEFAULT 254,
    c255 integer DEFAULT 255,
    c256 integer DEFAULT 256,
    c257 integer DEFAULT 257,
    c258 integer DEFAULT 258,
    c259 integer DEFAULT 259,
    c260 integer DEFAULT 260,
    c261 integer DEFAULT 261,
    c262 integer DEFAULT 262,
    c263 integer DEFAULT 263,
    c264 integer DEFAULT 264,
    c265 integer DEFAULT 265,
    c266 integer DEFAULT 266,
    c267 integer DEFAULT 267,
    c268 integer DEFAULT 268,
    c269 integer DEFAULT 269,
    c270 integer DEFAULT 270,
    c271 integer DEFAULT 271,
    c272 integer DEFAULT 272,
    c273 integer DEFAULT 273,
    c274 integer DEFAULT 274,
    c275 integer DEFAULT 275,
    c276 integer DEFAULT 276,
    c277 integer DEFAULT 277,
    c278 integer DEFAULT 278,
    c279 integer DEFAULT 279,
    c280 integer DEFAULT 280,
    c281 integer DEFAULT 281,
    c282 integer DEFAULT 282,
    c283 integer DEFAULT 283,
    c284 integer DEFAULT 284,
    c285 integer DEFAULT 285,
    c286 integer DEFAULT 286,
    c287 integer DEFAULT 287,
    c288 integer DEFAULT 288,
    c289 integer DEFAULT 289,
    c290 integer DEFAULT 290,
    c291 integer DEFAULT 291,
    c292 integer DEFAULT 292,
    c293 integer DEFAULT 293,
    c294 integer DEFAULT 294,
    c295 integer DEFAULT 295,
    c296 integer DEFAULT 296,
    c297 integer DEFAULT 297,
    c298 integer DEFAULT 298,
    c299 integer DEFAULT 299,
    c300 integer DEFAULT 300,
    c301 integer DEFAULT 301,
    c302 integer DEFAULT 302,
    c303 integer DEFAULT 303,
    c304 integer DEFAULT 304,
    c305 integer DEFAULT 305,
    c306 integer DEFAULT 306,
    c307 integer DEFAULT 307,
    c308 integer DEFAULT 308,
    c309 integer DEFAULT 309,
    c310 integer DEFAULT 310,
    c311 integer DEFAULT 311,
    c312 integer DEFAULT 312,
    c313 integer DEFAULT 313,
    c314 integer DEFAULT 314,
    c315 integer DEFAULT 315,
    c316 integer DEFAULT 316,
    c317 integer DEFAULT 317,
    c318 integer DEFAULT 318,
    c319 integer DEFAULT 319,
    c320 integer DEFAULT 320,
    c321 integer DEFAULT 321,
    c322 integer DEFAULT 322,
    c323 integer DEFAULT 323,
    c324 integer DEFAULT 324,
    c325 integer DEFAULT 325,
    c326 integer DEFAULT 326,
    c327 integer DEFAULT 327,
    c328 integer DEFAULT 328,
    c329 integer DEFAULT 329,
    c330 integer DEFAULT 330,
    c331 integer DEFAULT 331,
    c332 integer DEFAULT 332,
    c333 integer DEFAULT 333,
    c334 integer DEFAULT 334,
    c335 integer DEFAULT 335,
    c336 integer DEFAULT 336,
    c337 integer DEFAULT 337,
    c338 integer DEFAULT 338,
    c339 integer DEFAULT 339,
    c340 integer DEFAULT 340,
    c341 integer DEFAULT 341,
    c342 integer DEFAULT 342,
    c343 integer DEFAULT 343,
    c344 integer DEFAULT 344,
    c345 integer DEFAULT 345,
    c346 integer DEFAULT 346,
    c347 integer DEFAULT 347,
    c348 integer DEFAULT 348,
    c349 integer DEFAULT 349,
    c350 integer DEFAULT 350,
    c351 integer DEFAULT 351,
    c352 integer DEFAULT 352,
    c353 integer DEFAULT 353,
    c354 integer DEFAULT 354,
    c355 integer DEFAULT 355,
    c356 integer DEFAULT 356,
    c357 integer DEFAULT 357,
    c358 integer DEFAULT 358,
    c359 integer DEFAULT 359,
    c360 integer DEFAULT 360,
    c361 integer DEFAULT 361,
    c362 integer DEFAULT 362,
    c363 integer DEFAULT 363,
    c364 integer DEFAULT 364,
    c365 integer DEFAULT 365,
    c366 integer DEFAULT 366,
    c367 integer DEFAULT 367,
    c368 integer DEFAULT 368,
    c369 integer DEFAULT 369,
    c370 integer DEFAULT 370,
    c371 integer DEFAULT 371,
    c372 integer DEFAULT 372,
    c373 integer DEFAULT 373,
    c374 integer DEFAULT 374,
    c375 integer DEFAULT 375,
    c376 integer DEFAULT 376,
    c377 integer DEFAULT 377,
    c378 integer DEFAULT 378,
    c379 integer DEFAULT 379,
    c380 integer DEFAULT 380,
    c381 integer DEFAULT 381,
    c382 integer DEFAULT 382,
    c383 integer DEFAULT 383,
    c384 integer DEFAULT 384,
    c385 integer DEFAULT 385,
    c386 integer DEFAULT 386,
    c387 integer DEFAULT 387,
    c388 integer DEFAULT 388,
    c389 integer DEFAULT 389,
    c390 integer DEFAULT 390,
    c391 integer DEFAULT 391,
    c392 integer DEFAULT 392,
    c393 integer DEFAULT 393,
    c394 integer DEFAULT 394,
    c395 integer DEFAULT 395,
    c396 integer DEFAULT 396,
    c397 integer DEFAULT 397,
    c398 integer DEFAULT 398,
    c399 integer DEFAULT 399,
    c400 integer DEFAULT 400,
    c401 integer DEFAULT 401,
    c402 integer DEFAULT 402,
    c403 integer DEFAULT 403,
    c404 integer DEFAULT 404,
    c405 integer DEFAULT 405,
    c406 integer DEFAULT 406,
    c407 integer DEFAULT 407,
    c408 integer DEFAULT 408,
    c409 integer DEFAULT 409,
    c410 integer DEFAULT 410,
    c411 integer DEFAULT 411,
    c412 integer DEFAULT 412,
    c413 integer DEFAULT 413,
    c414 integer DEFAULT 414,
    c415 integer DEFAULT 415,
    c416 integer DEFAULT 416,
    c417 integer DEFAULT 417,
    c418 integer DEFAULT 418,
    c419 integer DEFAULT 419,
    c420 integer DEFAULT 420,
    c421 integer DEFAULT 421,
    c422 integer DEFAULT 422,
    c423 integer DEFAULT 423,
    c424 integer DEFAULT 424,
    c425 integer DEFAULT 425,
    c426 integer DEFAULT 426,
    c427 integer DEFAULT 427,
    c428 integer DEFAULT 428,
    c429 integer DEFAULT 429,
    c430 integer DEFAULT 430,
    c431 integer DEFAULT 431,
    c432 integer DEFAULT 432,
    c433 integer DEFAULT 433,
    c434 integer DEFAULT 434,
    c435 integer DEFAULT 435,
    c436 integer DEFAULT 436,
    c437 integer DEFAULT 437,
    c438 integer DEFAULT 438,
    c439 integer DEFAULT 439,
    c440 integer DEFAULT 440,
    c441 integer DEFAULT 441,
    c442 integer DEFAULT 442,
    c443 integer DEFAULT 443,
    c444 integer DEFAULT 444,
    c445 integer DEFAULT 445,
    c446 integer DEFAULT 446,
    c447 integer DEFAULT 447,
    c448 integer DEFAULT 448,
    c449 integer DEFAULT 449,
    c450 integer DEFAULT 450,
    c451 integer DEFAULT 451,
    c452 integer DEFAULT 452,
    c453 integer DEFAULT 453,
    c454 integer DEFAULT 454,
    c455 integer DEFAULT 455,
    c456 integer DEFAULT 456,
    c457 integer DEFAULT 457,
    c458 integer DEFAULT 458,
    c459 integer DEFAULT 459,
    c460 integer DEFAULT 460,
    c461 integer DEFAULT 461,
    c462 integer DEFAULT 462,
    c463 integer DEFAULT 463,
    c464 integer DEFAULT 464,
    c465 integer DEFAULT 465,
    c466 integer DEFAULT 466,
    c467 integer DEFAULT 467,
    c468 integer DEFAULT 468,
    c469 integer DEFAULT 469,
    c470 integer DEFAULT 470,
    c471 integer DEFAULT 471,
    c472 integer DEFAULT 472,
    c473 integer DEFAULT 473,
    c474 integer DEFAULT 474,
    c475 integer DEFAULT 475,
    c476 integer DEFAULT 476,
    c477 integer DEFAULT 477,
    c478 integer DEFAULT 478,
    c479 integer DEFAULT 479,
    c480 integer DEFAULT 480,
    c481 integer DEFAULT 481,
    c482 integer DEFAULT 482,
    c483 integer DEFAULT 483,
    c484 integer DEFAULT 484,
    c485 integer DEFAULT 485,
    c486 integer DEFAULT 486,
    c487 integer DEFAULT 487,
    c488 integer DEFAULT 488,
    c489 integer DEFAULT 489,
    c490 integer DEFAULT 490,
    c491 integer DEFAULT 491,
    c492 integer DEFAULT 492,
    c493 integer DEFAULT 493,
    c494 integer DEFAULT 494,
    c495 integer DEFAULT 495,
    c496 integer DEFAULT 496,
    c497 integer DEFAULT 497,
    c498 integer DEFAULT 498,
    c499 integer DEFAULT 499,
    c500 integer DEFAULT 500,
    c501 integer DEFAULT 501,
    c502 integer DEFAULT 502,
    c503 integer DEFAULT 503,
    c504 integer DEFAULT 504,
    c505 integer DEFAULT 505,
    c506 integer DEFAULT 506,
    c507 integer DEFAULT 507,
    c508 integer DEFAULT 508,
    c509 integer DEFAULT 509,
    c510 integer DEFAULT 510,
    c511 integer DEFAULT 511,
    c512 integer DEFAULT 512,
    c513 integer DEFAULT 513,
    c514 integer DEFAULT 514,
    c515 integer DEFAULT 515,
    c516 integer DEFAULT 516,
    c517 integer DEFAULT 517,
    c518 integer DEFAULT 518,
    c519 integer DEFAULT 519,
    c520 integer DEFAULT 520,
    c521 integer DEFAULT 521,
    c522 integer DEFAULT 522,
    c523 integer DEFAULT 523,
    c524 integer DEFAULT 524,
    c525 integer DEFAULT 525,
    c526 integer DEFAULT 526,
    c527 integer DEFAULT 527,
    c528 integer DEFAULT 528,
    c529 integer DEFAULT 529,
    c530 integer DEFAULT 530,
    c531 integer DEFAULT 531,
    c532 integer DEFAULT 532,
    c533 integer DEFAULT 533,
    c534 integer DEFAULT 534,
    c535 integer DEFAULT 535,
    c536 integer DEFAULT 536,
    c537 integer DEFAULT 537,
    c538 integer DEFAULT 538,
    c539 integer DEFAULT 539,
    c540 integer DEFAULT 540,
    c541 integer DEFAULT 541,
    c542 integer DEFAULT 542,
    c543 integer DEFAULT 543,
    c544 integer DEFAULT 544,
    c545 integer DEFAULT 545,
    c546 integer DEFAULT 546,
    c547 integer DEFAULT 547,
    c548 integer DEFAULT 548,
    c549 integer DEFAULT 549,
    c550 integer DEFAULT 550,
    c551 integer DEFAULT 551,
    c552 integer DEFAULT 552,
    c553 integer DEFAULT 553,
    c554 integer DEFAULT 554,
    c555 integer DEFAULT 555,
    c556 integer DEFAULT 556,
    c557 integer DEFAULT 557,
    c558 integer DEFAULT 558,
    c559 integer DEFAULT 559,
    c560 integer DEFAULT 560,
    c561 integer DEFAULT 561,
    c562 integer DEFAULT 562,
    c563 integer DEFAULT 563,
    c564 integer DEFAULT 564,
    c565 integer DEFAULT 565,
    c566 integer DEFAULT 566,
    c567 integer DEFAULT 567,
    c568 integer DEFAULT 568,
    c569 integer DEFAULT 569,
    c570 integer DEFAULT 570,
    c571 integer DEFAULT 571,
    c572 integer DEFAULT 572,
    c573 integer DEFAULT 573,
    c574 integer DEFAULT 574,
    c575 integer DEFAULT 575,
    c576 integer DEFAULT 576,
    c577 integer DEFAULT 577,
    c578 integer DEFAULT 578,
    c579 integer DEFAULT 579,
    c580 integer DEFAULT 580,
    c581 integer DEFAULT 581,
    c582 integer DEFAULT 582,
    c583 integer DEFAULT 583,
    c584 integer DEFAULT 584,
    c585 integer DEFAULT 585,
    c586 integer DEFAULT 586,
    c587 integer DEFAULT 587,
    c588 integer DEFAULT 588,
    c589 integer DEFAULT 589,
    c590 integer DEFAULT 590,
    c591 integer DEFAULT 591,
    c592 integer DEFAULT 592,
    c593 integer DEFAULT 593,
    c594 integer DEFAULT 594,
    c595 integer DEFAULT 595,
    c596 integer DEFAULT 596,
    c597 integer DEFAULT 597,
    c598 integer DEFAULT 598,
    c599 integer DEFAULT 599,
    c600 integer DEFAULT 600,
    c601 integer DEFAULT 601,
    c602 integer DEFAULT 602,
    c603 integer DEFAULT 603,
    c604 integer DEFAULT 604,
    c605 integer DEFAULT 605,
    c606 integer DEFAULT 606,
    c607 integer DEFAULT 607,
    c608 integer DEFAULT 608,
    c609 integer DEFAULT 609,
    c610 integer DEFAULT 610,
    c611 integer DEFAULT 611,
    c612 integer DEFAULT 612,
    c613 integer DEFAULT 613,
    c614 integer DEFAULT 614,
    c615 integer DEFAULT 615,
    c616 integer DEFAULT 616,
    c617 integer DEFAULT 617,
    c618 integer DEFAULT 618,
    c619 integer DEFAULT 619,
    c620 integer DEFAULT 620,
    c621 integer DEFAULT 621,
    c622 integer DEFAULT 622,
    c623 integer DEFAULT 623,
    c624 integer DEFAULT 624,
    c625 integer DEFAULT 625,
    c626 integer DEFAULT 626,
    c627 integer DEFAULT 627,
    c628 integer DEFAULT 628,
    c629 integer DEFAULT 629,
    c630 integer DEFAULT 630,
    c631 integer DEFAULT 631,
    c632 integer DEFAULT 632,
    c633 integer DEFAULT 633,
    c634 integer DEFAULT 634,
    c635 integer DEFAULT 635,
    c636 integer DEFAULT 636,
    c637 integer DEFAULT 637,
    c638 integer DEFAULT 638,
    c639 integer DEFAULT 639,
    c640 integer DEFAULT 640,
    c641 integer DEFAULT 641,
    c642 integer DEFAULT 642,
    c643 integer DEFAULT 643,
    c644 integer DEFAULT 644,
    c645 integer DEFAULT 645,
    c646 integer DEFAULT 646,
    c647 integer DEFAULT 647,
    c648 integer DEFAULT 648,
    c649 integer DEFAULT 649,
    c650 integer DEFAULT 650,
    c651 integer DEFAULT 651,
    c652 integer DEFAULT 652,
    c653 integer DEFAULT 653,
    c654 integer DEFAULT 654,
    c655 integer DEFAULT 655,
    c656 integer DEFAULT 656,
    c657 integer DEFAULT 657,
    c658 integer DEFAULT 658,
    c659 integer DEFAULT 659,
    c660 integer DEFAULT 660,
    c661 integer DEFAULT 661,
    c662 integer DEFAULT 662,
    c663 integer DEFAULT 663,
    c664 integer DEFAULT 664,
    c665 integer DEFAULT 665,
    c666 integer DEFAULT 666,
    c667 integer DEFAULT 667,
    c668 integer DEFAULT 668,
    c669 integer DEFAULT 669,
    c670 integer DEFAULT 670,
    c671 integer DEFAULT 671,
    c672 integer DEFAULT 672,
    c673 integer DEFAULT 673,
    c674 integer DEFAULT 674,
    c675 integer DEFAULT 675,
    c676 integer DEFAULT 676,
    c677 integer DEFAULT 677,
    c678 integer DEFAULT 678,
    c679 integer DEFAULT 679,
    c680 integer DEFAULT 680,
    c681 integer DEFAULT 681,
    c682 integer DEFAULT 682,
    c683 integer DEFAULT 683,
    c684 integer DEFAULT 684,
    c685 integer DEFAULT 685,
    c686 integer DEFAULT 686,
    c687 integer DEFAULT 687,
    c688 integer DEFAULT 688,
    c689 integer DEFAULT 689,
    c690 integer DEFAULT 690,
    c691 integer DEFAULT 691,
    c692 integer DEFAULT 692,
    c693 integer DEFAULT 693,
    c694 integer DEFAULT 694,
    c695 integer DEFAULT 695,
    c696 integer DEFAULT 696,
    c697 integer DEFAULT 697,
    c698 integer DEFAULT 698,
    c699 integer DEFAULT 699,
    c700 integer DEFAULT 700,
    c701 integer DEFAULT 701,
    c702 integer DEFAULT 702,
    c703 integer DEFAULT 703,
    c704 integer DEFAULT 704,
    c705 integer DEFAULT 705,
    c706 integer DEFAULT 706,
    c707 integer DEFAULT 707,
    c708 integer DEFAULT 708,
    c709 integer DEFAULT 709,
    c710 integer DEFAULT 710,
    c711 integer DEFAULT 711,
    c712 integer DEFAULT 712,
    c713 integer DEFAULT 713,
    c714 integer DEFAULT 714,
    c715 integer DEFAULT 715,
    c716 integer DEFAULT 716,
    c717 integer DEFAULT 717,
    c718 integer DEFAULT 718,
    c719 integer DEFAULT 719,
    c720 integer DEFAULT 720,
    c721 integer DEFAULT 721,
    c722 integer DEFAULT 722,
    c723 integer DEFAULT 723,
    c724 integer DEFAULT 724,
    c725 integer DEFAULT 725,
    c726 integer DEFAULT 726,
    c727 integer DEFAULT 727,
    c728 integer DEFAULT 728,
    c729 integer DEFAULT 729,
    c730 integer DEFAULT 730,
    c731 integer DEFAULT 731,
    c732 integer DEFAULT 732,
    c733 integer DEFAULT 733,
    c734 integer DEFAULT 734,
    c735 integer DEFAULT 735,
    c736 integer DEFAULT 736,
    c737 integer DEFAULT 737,
    c738 integer DEFAULT 738,
    c739 integer DEFAULT 739,
    c740 integer DEFAULT 740,
    c741 integer DEFAULT 741,
    c742 integer DEFAULT 742,
    c743 integer DEFAULT 743,
    c744 integer DEFAULT 744,
    c745 integer DEFAULT 745,
    c746 integer DEFAULT 746,
    c747 integer DEFAULT 747,
    c748 integer DEFAULT 748,
    c749 integer DEFAULT 749,
    c750 integer DEFAULT 750,
    c751 integer DEFAULT 751,
    c752 integer DEFAULT 752,
    c753 integer DEFAULT 753,
    c754 integer DEFAULT 754,
    c755 integer DEFAULT 755,
    c756 integer DEFAULT 756,
    c757 integer DEFAULT 757,
    c758 integer DEFAULT 758,
    c759 integer DEFAULT 759,
    c760 integer DEFAULT 760,
    c761 integer DEFAULT 761,
    c762 integer DEFAULT 762,
    c763 integer DEFAULT 763,
    c764 integer DEFAULT 764,
    c765 integer DEFAULT 765,
    c766 integer DEFAULT 766,
    c767 integer DEFAULT 767,
    c768 integer DEFAULT 768,
    c769 integer DEFAULT 769,
    c770 integer DEFAULT 770,
    c771 integer DEFAULT 771,
    c772 integer DEFAULT 772,
    c773 integer DEFAULT 773,
    c774 integer DEFAULT 774,
    c775 integer DEFAULT 775,
    c776 integer DEFAULT 776,
    c777 integer DEFAULT 777,
    c778 integer DEFAULT 778,
    c779 integer DEFAULT 779,
    c780 integer DEFAULT 780,
    c781 integer DEFAULT 781,
    c782 integer DEFAULT 782,
    c783 integer DEFAULT 783,
    c784 integer DEFAULT 784,
    c785 integer DEFAULT 785,
    c786 integer DEFAULT 786,
    c787 integer DEFAULT 787,
    c788 integer DEFAULT 788,
    c789 integer DEFAULT 789,
    c790 integer DEFAULT 790,
    c791 integer DEFAULT 791,
    c792 integer DEFAULT 792,
    c793 integer DEFAULT 793,
    c794 integer DEFAULT 794,
    c795 integer DEFAULT 795,
    c796 integer DEFAULT 796,
    c797 integer DEFAULT 797,
    c798 integer DEFAULT 798,
    c799 integer DEFAULT 799,
    c800 integer DEFAULT 800,
    c801 integer DEFAULT 801,
    c802 integer DEFAULT 802,
    c803 integer DEFAULT 803,
    c804 integer DEFAULT 804,
    c805 integer DEFAULT 805,
    c806 integer DEFAULT 806,
    c807 integer DEFAULT 807,
    c808 integer DEFAULT 808,
    c809 integer DEFAULT 809,
    c810 integer DEFAULT 810,
    c811 integer DEFAULT 811,
    c812 integer DEFAULT 812,
    c813 integer DEFAULT 813,
    c814 integer DEFAULT 814,
    c815 integer DEFAULT 815,
    c816 integer DEFAULT 816,
    c817 integer DEFAULT 817,
    c818 integer DEFAULT 818,
    c819 integer DEFAULT 819,
    c820 integer DEFAULT 820,
    c821 integer DEFAULT 821,
    c822 integer DEFAULT 822,
    c823 integer DEFAULT 823,
    c824 integer DEFAULT 824,
    c825 integer DEFAULT 825,
    c826 integer DEFAULT 826,
    c827 integer DEFAULT 827,
    c828 integer DEFAULT 828,
    c829 integer DEFAULT 829,
    c830 integer DEFAULT 830,
    c831 integer DEFAULT 831,
    c832 integer DEFAULT 832,
    c833 integer DEFAULT 833,
    c834 integer DEFAULT 834,
    c835 integer DEFAULT 835,
    c836 integer DEFAULT 836,
    c837 integer DEFAULT 837,
    c838 integer DEFAULT 838,
    c839 integer DEFAULT 839,
    c840 integer DEFAULT 840,
    c841 integer DEFAULT 841,
    c842 integer DEFAULT 842,
    c843 integer DEFAULT 843,
    c844 integer DEFAULT 844,
    c845 integer DEFAULT 845,
    c846 integer DEFAULT 846,
    c847 integer DEFAULT 847,
    c848 integer DEFAULT 848,
    c849 integer DEFAULT 849,
    c850 integer DEFAULT 850,
    c851 integer DEFAULT 851,
    c852 integer DEFAULT 852,
    c853 integer DEFAULT 853,
    c854 integer DEFAULT 854,
    c855 integer DEFAULT 855,
    c856 integer DEFAULT 856,
    c857 integer DEFAULT 857,
    c858 integer DEFAULT 858,
    c859 integer DEFAULT 859,
    c860 integer DEFAULT 860,
    c861 integer DEFAULT 861,
    c862 integer DEFAULT 862,
    c863 integer DEFAULT 863,
    c864 integer DEFAULT 864,
    c865 integer DEFAULT 865,
    c866 integer DEFAULT 866,
    c867 integer DEFAULT 867,
    c868 integer DEFAULT 868,
    c869 integer DEFAULT 869,
    c870 integer DEFAULT 870,
    c871 integer DEFAULT 871,
    c872 integer DEFAULT 872,
    c873 integer DEFAULT 873,
    c874 integer DEFAULT 874,
    c875 integer DEFAULT 875,
    c876 integer DEFAULT 876,
    c877 integer DEFAULT 877,
    c878 integer DEFAULT 878,
    c879 integer DEFAULT 879,
    c880 integer DEFAULT 880,
    c881 integer DEFAULT 881,
    c882 integer DEFAULT 882,
    c883 integer DEFAULT 883,
    c884 integer DEFAULT 884,
    c885 integer DEFAULT 885,
    c886 integer DEFAULT 886,
    c887 integer DEFAULT 887,
    c888 integer DEFAULT 888,
    c889 integer DEFAULT 889,
    c890 integer DEFAULT 890,
    c891 integer DEFAULT 891,
    c892 integer DEFAULT 892,
    c893 integer DEFAULT 893,
    c894 integer DEFAULT 894,
    c895 integer DEFAULT 895,
    c896 integer DEFAULT 896,
    c897 integer DEFAULT 897,
    c898 integer DEFAULT 898,
    c899 integer DEFAULT 899,
    c900 integer DEFAULT 900,
    c901 integer DEFAULT 901,
    c902 integer DEFAULT 902,
    c903 integer DEFAULT 903,
    c904 integer DEFAULT 904,
    c905 integer DEFAULT 905,
    c906 integer DEFAULT 906,
    c907 integer DEFAULT 907,
    c908 integer DEFAULT 908,
    c909 integer DEFAULT 909,
    c910 integer DEFAULT 910,
    c911 integer DEFAULT 911,
    c912 integer DEFAULT 912,
    c913 integer DEFAULT 913,
    c914 integer DEFAULT 914,
    c915 integer DEFAULT 915,
    c916 integer DEFAULT 916,
    c917 integer DEFAULT 917,
    c918 integer DEFAULT 918,
    c919 integer DEFAULT 919,
    c920 integer DEFAULT 920,
    c921 integer DEFAULT 921,
    c922 integer DEFAULT 922,
    c923 integer DEFAULT 923,
    c924 integer DEFAULT 924,
    c925 integer DEFAULT 925,
    c926 integer DEFAULT 926,
    c927 integer DEFAULT 927,
    c928 integer DEFAULT 928,
    c929 integer DEFAULT 929,
    c930 integer DEFAULT 930,
    c931 integer DEFAULT 931,
    c932 integer DEFAULT 932,
    c933 integer DEFAULT 933,
    c934 integer DEFAULT 934,
    c935 integer DEFAULT 935,
    c936 integer DEFAULT 936,
    c937 integer DEFAULT 937,
    c938 integer DEFAULT 938,
    c939 integer DEFAULT 939,
    c940 integer DEFAULT 940,
    c941 integer DEFAULT 941,
    c942 integer DEFAULT 942,
    c943 integer DEFAULT 943,
    c944 integer DEFAULT 944,
    c945 integer DEFAULT 945,
    c946 integer DEFAULT 946,
    c947 integer DEFAULT 947,
    c948 integer DEFAULT 948,
    c949 integer DEFAULT 949,
    c950 integer DEFAULT 950,
    c951 integer DEFAULT 951,
    c952 integer DEFAULT 952,
    c953 integer DEFAULT 953,
    c954 integer DEFAULT 954,
    c955 integer DEFAULT 955,
    c956 integer DEFAULT 956,
    c957 integer DEFAULT 957,
    c958 integer DEFAULT 958,
    c959 integer DEFAULT 959,
    c960 integer DEFAULT 960,
    c961 integer DEFAULT 961,
    c962 integer DEFAULT 962,
    c963 integer DEFAULT 963,
    c964 integer DEFAULT 964,
    c965 integer DEFAULT 965,
    c966 integer DEFAULT 966,
    c967 integer DEFAULT 967,
    c968 integer DEFAULT 968,
    c969 integer DEFAULT 969,
    c970 integer DEFAULT 970,
    c971 integer DEFAULT 971,
    c972 integer DEFAULT 972,
    c973 integer DEFAULT 973,
    c974 integer DEFAULT 974,
    c975 integer DEFAULT 975,
    c976 integer DEFAULT 976,
    c977 integer DEFAULT 977,
    c978 integer DEFAULT 978,
    c979 integer DEFAULT 979,
    c980 integer DEFAULT 980,
    c981 integer DEFAULT 981,
    c982 integer DEFAULT 982,
    c983 integer DEFAULT 983,
    c984 integer DEFAULT 984,
    c985 integer DEFAULT 985,
    c986 integer DEFAULT 986,
    c987 integer DEFAULT 987,
    c988 integer DEFAULT 988,
    c989 integer DEFAULT 989,
    c990 integer DEFAULT 990,
    c991 integer DEFAULT 991,
    c992 integer DEFAULT 992,
    c993 integer DEFAULT 993,
    c994 integer DEFAULT 994,
    c995 integer DEFAULT 995,
    c996 integer DEFAULT 996,
    c997 integer DEFAULT 997,
    c998 integer DEFAULT 998,
    c999 integer DEFAULT 999,
    c1000 integer DEFAULT 1000,
    c1001 integer DEFAULT 1001,
    c1002 integer DEFAULT 1002,
    c1003 integer DEFAULT 1003,
    c1004 integer DEFAULT 1004,
    c1005 integer DEFAULT 1005,
    c1006 integer DEFAULT 1006,
    c1007 integer DEFAULT 1007,
    c1008 integer DEFAULT 1008,
    c1009 integer DEFAULT 1009,
    c1010 integer DEFAULT 1010,
    c1011 integer DEFAULT 1011,
    c1012 integer DEFAULT 1012,
    c1013 integer DEFAULT 1013,
    c1014 integer DEFAULT 1014,
    c1015 integer DEFAULT 1015,
    c1016 integer DEFAULT 1016,
    c1017 integer DEFAULT 1017,
    c1018 integer DEFAULT 1018,
    c1019 integer DEFAULT 1019,
    c1020 integer DEFAULT 1020,
    c1021 integer DEFAULT 1021,
    c1022 integer DEFAULT 1022,
    c1023 integer DEFAULT 1023,
    c1024 integer DEFAULT 1024,
    c1025 integer DEFAULT 1025,
    c1026 integer DEFAULT 1026,
    c1027 integer DEFAULT 1027,
    c1028 integer DEFAULT 1028,
    c1029 integer DEFAULT 1029,
    c1030 integer DEFAULT 1030,
    c1031 integer DEFAULT 1031,
    c1032 integer DEFAULT 1032,
    c1033 integer DEFAULT 1033,
    c1034 integer DEFAULT 1034,
    c1035 integer DEFAULT 1035,
    c1036 integer DEFAULT 1036,
    c1037 integer DEFAULT 1037,
    c1038 integer DEFAULT 1038,
    c1039 integer DEFAULT 1039,
    c1040 integer DEFAULT 1040,
    c1041 integer DEFAULT 1041,
    c1042 integer DEFAULT 1042,
    c1043 integer DEFAULT 1043,
    c1044 integer DEFAULT 1044,
    c1045 integer DEFAULT 1045,
    c1046 integer DEFAULT 1046,
    c1047 integer DEFAULT 1047,
    c1048 integer DEFAULT 1048,
    c1049 integer DEFAULT 1049,
    c1050 integer DEFAULT 1050,
    c1051 integer DEFAULT 1051,
    c1052 integer DEFAULT 1052,
    c1053 integer DEFAULT 1053,
    c1054 integer DEFAULT 1054,
    c1055 integer DEFAULT 1055,
    c1056 integer DEFAULT 1056,
    c1057 integer DEFAULT 1057,
    c1058 integer DEFAULT 1058,
    c1059 integer DEFAULT 1059,
    c1060 integer DEFAULT 1060,
    c1061 integer DEFAULT 1061,
    c1062 integer DEFAULT 1062,
    c1063 integer DEFAULT 1063,
    c1064 integer DEFAULT 1064,
    c1065 integer DEFAULT 1065,
    c1066 integer DEFAULT 1066,
    c1067 integer DEFAULT 1067,
    c1068 integer DEFAULT 1068,
    c1069 integer DEFAULT 1069,
    c1070 integer DEFAULT 1070,
    c1071 integer DEFAULT 1071,
    c1072 integer DEFAULT 1072,
    c1073 integer DEFAULT 1073,
    c1074 integer DEFAULT 1074,
    c1075 integer DEFAULT 1075,
    c1076 integer DEFAULT 1076,
    c1077 integer DEFAULT 1077,
    c1078 integer DEFAULT 1078,
    c1079 integer DEFAULT 1079,
    c1080 integer DEFAULT 1080,
    c1081 integer DEFAULT 1081,
    c1082 integer DEFAULT 1082,
    c1083 integer DEFAULT 1083,
    c1084 integer DEFAULT 1084,
    c1085 integer DEFAULT 1085,
    c1086 integer DEFAULT 1086,
    c1087 integer DEFAULT 1087,
    c1088 integer DEFAULT 1088,
    c1089 integer DEFAULT 1089,
    c1090 integer DEFAULT 1090,
    c1091 integer DEFAULT 1091,
    c1092 integer DEFAULT 1092,
    c1093 integer DEFAULT 1093,
    c1094 integer DEFAULT 1094,
    c1095 integer DEFAULT 1095,
    c1096 integer DEFAULT 1096,
    c1097 integer DEFAULT 1097,
    c1098 integer DEFAULT 1098,
    c1099 integer DEFAULT 1099,
    c1100 integer DEFAULT 1100,
    c1101 integer DEFAULT 1101,
    c1102 integer DEFAULT 1102,
    c1103 integer DEFAULT 1103,
    c1104 integer DEFAULT 1104,
    c1105 integer DEFAULT 1105,
    c1106 integer DEFAULT 1106,
    c1107 integer DEFAULT 1107,
    c1108 integer DEFAULT 1108,
    c1109 integer DEFAULT 1109,
    c1110 integer DEFAULT 1110,
    c1111 integer DEFAULT 1111,
    c1112 integer DEFAULT 1112,
    c1113 integer DEFAULT 1113,
    c1114 integer DEFAULT 1114,
    c1115 integer DEFAULT 1115,
    c1116 integer DEFAULT 1116,
    c1117 integer DEFAULT 1117,
    c1118 integer DEFAULT 1118,
    c1119 integer DEFAULT 1119,
    c1120 integer DEFAULT 1120,
    c1121 integer DEFAULT 1121,
    c1122 integer DEFAULT 1122,
    c1123 integer DEFAULT 1123,
    c1124 integer DEFAULT 1124,
    c1125 integer DEFAULT 1125,
    c1126 integer DEFAULT 1126,
    c1127 integer DEFAULT 1127,
    c1128 integer DEFAULT 1128,
    c1129 integer DEFAULT 1129,
    c1130 integer DEFAULT 1130,
    c1131 integer DEFAULT 1131,
    c1132 integer DEFAULT 1132,
    c1133 integer DEFAULT 1133,
    c1134 integer DEFAULT 1134,
    c1135 integer DEFAULT 1135,
    c1136 integer DEFAULT 1136,
    c1137 integer DEFAULT 1137,
    c1138 integer DEFAULT 1138,
    c1139 integer DEFAULT 1139,
    c1140 integer DEFAULT 1140,
    c1141 integer DEFAULT 1141,
    c1142 integer DEFAULT 1142,
    c1143 integer DEFAULT 1143,
    c1144 integer DEFAULT 1144,
    c1145 integer DEFAULT 1145,
    c1146 integer DEFAULT 1146,
    c1147 integer DEFAULT 1147,
    c1148 integer DEFAULT 1148,
    c1149 integer DEFAULT 1149,
    c1150 integer DEFAULT 1150,
    c1151 integer DEFAULT 1151,
    c1152 integer DEFAULT 1152,
    c1153 integer DEFAULT 1153,
    c1154 integer DEFAULT 1154,
    c1155 integer DEFAULT 1155,
    c1156 integer DEFAULT 1156,
    c1157 integer DEFAULT 1157,
    c1158 integer DEFAULT 1158,
    c1159 integer DEFAULT 1159,
    c1160 integer DEFAULT 1160,
    c1161 integer DEFAULT 1161,
    c1162 integer DEFAULT 1162,
    c1163 integer DEFAULT 1163,
    c1164 integer DEFAULT 1164,
    c1165 integer DEFAULT 1165,
    c1166 integer DEFAULT 1166,
    c1167 integer DEFAULT 1167,
    c1168 integer DEFAULT 1168,
    c1169 integer DEFAULT 1169,
    c1170 integer DEFAULT 1170,
    c1171 integer DEFAULT 1171,
    c1172 integer DEFAULT 1172,
    c1173 integer DEFAULT 1173,
    c1174 integer DEFAULT 1174,
    c1175 integer DEFAULT 1175,
    c1176 integer DEFAULT 1176,
    c1177 integer DEFAULT 1177,
    c1178 integer DEFAULT 1178,
    c1179 integer DEFAULT 1179,
    c1180 integer DEFAULT 1180,
    c1181 integer DEFAULT 1181,
    c1182 integer DEFAULT 1182,
    c1183 integer DEFAULT 1183,
    c1184 integer DEFAULT 1184,
    c1185 integer DEFAULT 1185,
    c1186 integer DEFAULT 1186,
    c1187 integer DEFAULT 1187,
    c1188 integer DEFAULT 1188,
    c1189 integer DEFAULT 1189,
    c1190 integer DEFAULT 1190,
    c1191 integer DEFAULT 1191,
    c1192 integer DEFAULT 1192,
    c1193 integer DEFAULT 1193,
    c1194 integer DEFAULT 1194,
    c1195 integer DEFAULT 1195,
    c1196 integer DEFAULT 1196,
    c1197 integer DEFAULT 1197,
    c1198 integer DEFAULT 1198,
    c1199 integer DEFAULT 1199,
    c1200 integer DEFAULT 1200,
    c1201 integer DEFAULT 1201,
    c1202 integer DEFAULT 1202,
    c1203 integer DEFAULT 1203,
    c1204 integer DEFAULT 1204,
    c1205 integer DEFAULT 1205,
    c1206 integer DEFAULT 1206,
    c1207 integer DEFAULT 1207,
    c1208 integer DEFAULT 1208,
    c1209 integer DEFAULT 1209,
    c1210 integer DEFAULT 1210,
    c1211 integer DEFAULT 1211,
    c1212 integer DEFAULT 1212,
    c1213 integer DEFAULT 1213,
    c1214 integer DEFAULT 1214,
    c1215 integer DEFAULT 1215,
    c1216 integer DEFAULT 1216,
    c1217 integer DEFAULT 1217,
    c1218 integer DEFAULT 1218,
    c1219 integer DEFAULT 1219,
    c1220 integer DEFAULT 1220,
    c1221 integer DEFAULT 1221,
    c1222 integer DEFAULT 1222,
    c1223 integer DEFAULT 1223,
    c1224 integer DEFAULT 1224,
    c1225 integer DEFAULT 1225,
    c1226 integer DEFAULT 1226,
    c1227 integer DEFAULT 1227,
    c1228 integer DEFAULT 1228,
    c1229 integer DEFAULT 1229,
    c1230 integer DEFAULT 1230,
    c1231 integer DEFAULT 1231,
    c1232 integer DEFAULT 1232,
    c1233 integer DEFAULT 1233,
    c1234 integer DEFAULT 1234,
    c1235 integer DEFAULT 1235,
    c1236 integer DEFAULT 1236,
    c1237 integer DEFAULT 1237,
    c1238 integer DEFAULT 1238,
    c1239 integer DEFAULT 1239,
    c1240 integer DEFAULT 1240,
    c1241 integer DEFAULT 1241,
    c1242 integer DEFAULT 1242,
    c1243 integer DEFAULT 1243,
    c1244 integer DEFAULT 1244,
    c1245 integer DEFAULT 1245,
    c1246 integer DEFAULT 1246,
    c1247 integer DEFAULT 1247,
    c1248 integer DEFAULT 1248,
    c1249 integer DEFAULT 1249,
    c1250 integer DEFAULT 1250,
    c1251 integer DEFAULT 1251,
    c1252 integer DEFAULT 1252,
    c1253 integer DEFAULT 1253,
    c1254 integer DEFAULT 1254,
    c1255 integer DEFAULT 1255,
    c1256 integer DEFAULT 1256,
    c1257 integer DEFAULT 1257,
    c1258 integer DEFAULT 1258,
    c1259 integer DEFAULT 1259,
    c1260 integer DEFAULT 1260,
    c1261 integer DEFAULT 1261,
    c1262 integer DEFAULT 1262,
    c1263 integer DEFAULT 1263,
    c1264 integer DEFAULT 1264,
    c1265 integer DEFAULT 1265,
    c1266 integer DEFAULT 1266,
    c1267 integer DEFAULT 1267,
    c1268 integer DEFAULT 1268,
    c1269 integer DEFAULT 1269,
    c1270 integer DEFAULT 1270,
    c1271 integer DEFAULT 1271,
    c1272 integer DEFAULT 1272,
    c1273 integer DEFAULT 1273,
    c1274 integer DEFAULT 1274,
    c1275 integer DEFAULT 1275,
    c1276 integer DEFAULT 1276,
    c1277 integer DEFAULT 1277,
    c1278 integer DEFAULT 1278,
    c1279 integer DEFAULT 1279,
    c1280 integer DEFAULT 1280,
    c1281 integer DEFAULT 1281,
    c1282 integer DEFAULT 1282,
    c1283 integer DEFAULT 1283,
    c1284 integer DEFAULT 1284,
    c1285 integer DEFAULT 1285,
    c1286 integer DEFAULT 1286,
    c1287 integer DEFAULT 1287,
    c1288 integer DEFAULT 1288,
    c1289 integer DEFAULT 1289,
    c1290 integer DEFAULT 1290,
    c1291 integer DEFAULT 1291,
    c1292 integer DEFAULT 1292,
    c1293 integer DEFAULT 1293,
    c1294 integer DEFAULT 1294,
    c1295 integer DEFAULT 1295,
    c1296 integer DEFAULT 1296,
    c1297 integer DEFAULT 1297,
    c1298 integer DEFAULT 1298,
    c1299 integer DEFAULT 1299,
    c1300 integer DEFAULT 1300,
    c1301 integer DEFAULT 1301,
    c1302 integer DEFAULT 1302,
    c1303 integer DEFAULT 1303,
    c1304 integer DEFAULT 1304,
    c1305 integer DEFAULT 1305,
    c1306 integer DEFAULT 1306,
    c1307 integer DEFAULT 1307,
    c1308 integer DEFAULT 1308,
    c1309 integer DEFAULT 1309,
    c1310 integer DEFAULT 1310,
    c1311 integer DEFAULT 1311,
    c1312 integer DEFAULT 1312,
    c1313 integer DEFAULT 1313,
    c1314 integer DEFAULT 1314,
    c1315 integer DEFAULT 1315,
    c1316 integer DEFAULT 1316,
    c1317 integer DEFAULT 1317,
    c1318 integer DEFAULT 1318,
    c1319 integer DEFAULT 1319,
    c1320 integer DEFAULT 1320,
    c1321 integer DEFAULT 1321,
    c1322 integer DEFAULT 1322,
    c1323 integer DEFAULT 1323,
    c1324 integer DEFAULT 1324,
    c1325 integer DEFAULT 1325,
    c1326 integer DEFAULT 1326,
    c1327 integer DEFAULT 1327,
    c1328 integer DEFAULT 1328,
    c1329 integer DEFAULT 1329,
    c1330 integer DEFAULT 1330,
    c1331 integer DEFAULT 1331,
    c1332 integer DEFAULT 1332,
    c1333 integer DEFAULT 1333,
    c1334 integer DEFAULT 1334,
    c1335 integer DEFAULT 1335,
    c1336 integer DEFAULT 1336,
    c1337 integer DEFAULT 1337,
    c1338 integer DEFAULT 1338,
    c1339 integer DEFAULT 1339,
    c1340 integer DEFAULT 1340,
    c1341 integer DEFAULT 1341,
    c1342 integer DEFAULT 1342,
    c1343 integer DEFAULT 1343,
    c1344 integer DEFAULT 1344,
    c1345 integer DEFAULT 1345,
    c1346 integer DEFAULT 1346,
    c1347 integer DEFAULT 1347,
    c1348 integer DEFAULT 1348,
    c1349 integer DEFAULT 1349,
    c1350 integer DEFAULT 1350,
    c1351 integer DEFAULT 1351,
    c1352 integer DEFAULT 1352,
    c1353 integer DEFAULT 1353,
    c1354 integer DEFAULT 1354,
    c1355 integer DEFAULT 1355,
    c1356 integer DEFAULT 1356,
    c1357 integer DEFAULT 1357,
    c1358 integer DEFAULT 1358,
    c1359 integer DEFAULT 1359,
    c1360 integer DEFAULT 1360,
    c1361 integer DEFAULT 1361,
    c1362 integer DEFAULT 1362,
    c1363 integer DEFAULT 1363,
    c1364 integer DEFAULT 1364,
    c1365 integer DEFAULT 1365,
    c1366 integer DEFAULT 1366,
    c1367 integer DEFAULT 1367,
    c1368 integer DEFAULT 1368,
    c1369 integer DEFAULT 1369,
    c1370 integer DEFAULT 1370,
    c1371 integer DEFAULT 1371,
    c1372 integer DEFAULT 1372,
    c1373 integer DEFAULT 1373,
    c1374 integer DEFAULT 1374,
    c1375 integer DEFAULT 1375,
    c1376 integer DEFAULT 1376,
    c1377 integer DEFAULT 1377,
    c1378 integer DEFAULT 1378,
    c1379 integer DEFAULT 1379,
    c1380 integer DEFAULT 1380,
    c1381 integer DEFAULT 1381,
    c1382 integer DEFAULT 1382,
    c1383 integer DEFAULT 1383,
    c1384 integer DEFAULT 1384,
    c1385 integer DEFAULT 1385,
    c1386 integer DEFAULT 1386,
    c1387 integer DEFAULT 1387,
    c1388 integer DEFAULT 1388,
    c1389 integer DEFAULT 1389,
    c1390 integer DEFAULT 1390,
    c1391 integer DEFAULT 1391,
    c1392 integer DEFAULT 1392,
    c1393 integer DEFAULT 1393,
    c1394 integer DEFAULT 1394,
    c1395 integer DEFAULT 1395,
    c1396 integer DEFAULT 1396,
    c1397 integer DEFAULT 1397,
    c1398 integer DEFAULT 1398,
    c1399 integer DEFAULT 1399,
    c1400 integer DEFAULT 1400,
    c1401 integer DEFAULT 1401,
    c1402 integer DEFAULT 1402,
    c1403 integer DEFAULT 1403,
    c1404 integer DEFAULT 1404,
    c1405 integer DEFAULT 1405,
    c1406 integer DEFAULT 1406,
    c1407 integer DEFAULT 1407,
    c1408 integer DEFAULT 1408,
    c1409 integer DEFAULT 1409,
    c1410 integer DEFAULT 1410,
    c1411 integer DEFAULT 1411,
    c1412 integer DEFAULT 1412,
    c1413 integer DEFAULT 1413,
    c1414 integer DEFAULT 1414,
    c1415 integer DEFAULT 1415,
    c1416 integer DEFAULT 1416,
    c1417 integer DEFAULT 1417,
    c1418 integer DEFAULT 1418,
    c1419 integer DEFAULT 1419,
    c1420 integer DEFAULT 1420,
    c1421 integer DEFAULT 1421,
    c1422 integer DEFAULT 1422,
    c1423 integer DEFAULT 1423,
    c1424 integer DEFAULT 1424,
    c1425 integer DEFAULT 1425,
    c1426 integer DEFAULT 1426,
    c1427 integer DEFAULT 1427,
    c1428 integer DEFAULT 1428,
    c1429 integer DEFAULT 1429,
    c1430 integer DEFAULT 1430,
    c1431 integer DEFAULT 1431,
    c1432 integer DEFAULT 1432,
    c1433 integer DEFAULT 1433,
    c1434 integer DEFAULT 1434,
    c1435 integer DEFAULT 1435,
    c1436 integer DEFAULT 1436,
    c1437 integer DEFAULT 1437,
    c1438 integer DEFAULT 1438,
    c1439 integer DEFAULT 1439,
    c1440 integer DEFAULT 1440,
    c1441 integer DEFAULT 1441,
    c1442 integer DEFAULT 1442,
    c1443 integer DEFAULT 1443,
    c1444 integer DEFAULT 1444,
    c1445 integer DEFAULT 1445,
    c1446 integer DEFAULT 1446,
    c1447 integer DEFAULT 1447,
    c1448 integer DEFAULT 1448,
    c1449 integer DEFAULT 1449,
    c1450 integer DEFAULT 1450,
    c1451 integer DEFAULT 1451,
    c1452 integer DEFAULT 1452,
    c1453 integer DEFAULT 1453,
    c1454 integer DEFAULT 1454,
    c1455 integer DEFAULT 1455,
    c1456 integer DEFAULT 1456,
    c1457 integer DEFAULT 1457,
    c1458 integer DEFAULT 1458,
    c1459 integer DEFAULT 1459,
    c1460 integer DEFAULT 1460,
    c1461 integer DEFAULT 1461,
    c1462 integer DEFAULT 1462,
    c1463 integer DEFAULT 1463,
    c1464 integer DEFAULT 1464,
    c1465 integer DEFAULT 1465,
    c1466 integer DEFAULT 1466,
    c1467 integer DEFAULT 1467,
    c1468 integer DEFAULT 1468,
    c1469 integer DEFAULT 1469,
    c1470 integer DEFAULT 1470,
    c1471 integer DEFAULT 1471,
    c1472 integer DEFAULT 1472,
    c1473 integer DEFAULT 1473,
    c1474 integer DEFAULT 1474,
    c1475 integer DEFAULT 1475,
    c1476 integer DEFAULT 1476,
    c1477 integer DEFAULT 1477,
    c1478 integer DEFAULT 1478,
    c1479 integer DEFAULT 1479,
    c1480 integer DEFAULT 1480,
    c1481 integer DEFAULT 1481,
    c1482 integer DEFAULT 1482,
    c1483 integer DEFAULT 1483,
    c1484 integer DEFAULT 1484,
    c1485 integer DEFAULT 1485,
    c1486 integer DEFAULT 1486,
    c1487 integer DEFAULT 1487,
    c1488 integer DEFAULT 1488,
    c1489 integer DEFAULT 1489,
    c1490 integer DEFAULT 1490,
    c1491 integer DEFAULT 1491,
    c1492 integer DEFAULT 1492,
    c1493 integer DEFAULT 1493,
    c1494 integer DEFAULT 1494,
    c1495 integer DEFAULT 1495,
    c1496 integer DEFAULT 1496,
    c1497 integer DEFAULT 1497,
    c1498 integer DEFAULT 1498,
    c1499 integer DEFAULT 1499,
    c1500 integer DEFAULT 1500,
    c1501 integer DEFAULT 1501,
    c1502 integer DEFAULT 1502,
    c1503 integer DEFAULT 1503,
    c1504 integer DEFAULT 1504,
    c1505 integer DEFAULT 1505,
    c1506 integer DEFAULT 1506,
    c1507 integer DEFAULT 1507,
    c1508 integer DEFAULT 1508,
    c1509 integer DEFAULT 1509,
    c1510 integer DEFAULT 1510,
    c1511 integer DEFAULT 1511,
    c1512 integer DEFAULT 1512,
    c1513 integer DEFAULT 1513,
    c1514 integer DEFAULT 1514,
    c1515 integer DEFAULT 1515,
    c1516 integer DEFAULT 1516,
    c1517 integer DEFAULT 1517,
    c1518 integer DEFAULT 1518,
    c1519 integer DEFAULT 1519,
    c1520 integer DEFAULT 1520,
    c1521 integer DEFAULT 1521,
    c1522 integer DEFAULT 1522,
    c1523 integer DEFAULT 1523,
    c1524 integer DEFAULT 1524,
    c1525 integer DEFAULT 1525,
    c1526 integer DEFAULT 1526,
    c1527 integer DEFAULT 1527,
    c1528 integer DEFAULT 1528,
    c1529 integer DEFAULT 1529,
    c1530 integer DEFAULT 1530,
    c1531 integer DEFAULT 1531,
    c1532 integer DEFAULT 1532,
    c1533 integer DEFAULT 1533,
    c1534 integer DEFAULT 1534,
    c1535 integer DEFAULT 1535,
    c1536 integer DEFAULT 1536,
    c1537 integer DEFAULT 1537,
    c1538 integer DEFAULT 1538,
    c1539 integer DEFAULT 1539,
    c1540 integer DEFAULT 1540,
    c1541 integer DEFAULT 1541,
    c1542 integer DEFAULT 1542,
    c1543 integer DEFAULT 1543,
    c1544 integer DEFAULT 1544,
    c1545 integer DEFAULT 1545,
    c1546 integer DEFAULT 1546,
    c1547 integer DEFAULT 1547,
    c1548 integer DEFAULT 1548,
    c1549 integer DEFAULT 1549,
    c1550 integer DEFAULT 1550,
    c1551 integer DEFAULT 1551,
    c1552 integer DEFAULT 1552,
    c1553 integer DEFAULT 1553,
    c1554 integer DEFAULT 1554,
    c1555 integer DEFAULT 1555,
    c1556 integer DEFAULT 1556,
    c1557 integer DEFAULT 1557,
    c1558 integer DEFAULT 1558,
    c1559 integer DEFAULT 1559,
    c1560 integer DEFAULT 1560,
    c1561 integer DEFAULT 1561,
    c1562 integer DEFAULT 1562,
    c1563 integer DEFAULT 1563,
    c1564 integer DEFAULT 1564,
    c1565 integer DEFAULT 1565,
    c1566 integer DEFAULT 1566,
    c1567 integer DEFAULT 1567,
    c1568 integer DEFAULT 1568,
    c1569 integer DEFAULT 1569,
    c1570 integer DEFAULT 1570,
    c1571 integer DEFAULT 1571,
    c1572 integer DEFAULT 1572,
    c1573 integer DEFAULT 1573,
    c1574 integer DEFAULT 1574,
    c1575 integer DEFAULT 1575,
    c1576 integer DEFAULT 1576,
    c1577 integer DEFAULT 1577,
    c1578 integer DEFAULT 1578,
    c1579 integer DEFAULT 1579,
    c1580 integer DEFAULT 1580,
    c1581 integer DEFAULT 1581,
    c1582 integer DEFAULT 1582,
    c1583 integer DEFAULT 1583,
    c1584 integer DEFAULT 1584,
    c1585 integer DEFAULT 1585,
    c1586 integer DEFAULT 1586,
    c1587 integer DEFAULT 1587,
    c1588 integer DEFAULT 1588,
    c1589 integer DEFAULT 1589,
    c1590 integer DEFAULT 1590,
    c1591 integer DEFAULT 1591,
    c1592 integer DEFAULT 1592,
    c1593 integer DEFAULT 1593,
    c1594 integer DEFAULT 1594,
    c1595 integer DEFAULT 1595,
    c1596 integer DEFAULT 1596,
    c1597 integer DEFAULT 1597,
    c1598 integer DEFAULT 1598,
    c1599 integer DEFAULT 1599,
    c1600 integer DEFAULT 1600
);
ALTER TABLE relations_wide.wide OWNER TO postgres;

-- TABLE table_plain.t
CREATE TABLE table_plain.t (
    id integer NOT NULL,
    name text DEFAULT 'x'::text NOT NULL,
    at timestamp with time zone
);
ALTER TABLE table_plain.t OWNER TO dumpr_owner;

-- COMMENT table_plain.TABLE t
COMMENT ON TABLE table_plain.t IS 'a plain table';

-- FOREIGN TABLE relations_foreign.bare
CREATE FOREIGN TABLE relations_foreign.bare (
)
SERVER relations_foreign_server;
ALTER FOREIGN TABLE relations_foreign.bare OWNER TO postgres;

-- FOREIGN TABLE relations_foreign.child
CREATE FOREIGN TABLE relations_foreign.child (
    b integer
)
INHERITS (relations_foreign.parent)
SERVER relations_foreign_server;
ALTER FOREIGN TABLE relations_foreign.child OWNER TO postgres;

-- FOREIGN TABLE relations_foreign.leaf
CREATE FOREIGN TABLE relations_foreign.leaf (
    a integer
)
SERVER relations_foreign_server
OPTIONS (
    t 'u'
);
ALTER FOREIGN TABLE relations_foreign.leaf OWNER TO postgres;

-- FOREIGN TABLE relations_foreign.remote
CREATE FOREIGN TABLE relations_foreign.remote (
    a integer DEFAULT 5 NOT NULL,
    b text COLLATE "C",
    CONSTRAINT c CHECK ((a > 0))
)
SERVER relations_foreign_server
OPTIONS (
    "Schema" E'back\\slash',
    table_name 'x=y'
);

ALTER FOREIGN TABLE ONLY relations_foreign.remote ALTER COLUMN a OPTIONS (
    "Odd" 'it''s',
    column_name 'A'
);

ALTER FOREIGN TABLE ONLY relations_foreign.remote ALTER COLUMN b SET STATISTICS 10;
ALTER FOREIGN TABLE relations_foreign.remote OWNER TO postgres;

-- COMMENT relations_foreign.CONSTRAINT c ON remote
COMMENT ON CONSTRAINT c ON relations_foreign.remote IS 'not enforced';

-- COMMENT relations_foreign.FOREIGN TABLE remote
COMMENT ON FOREIGN TABLE relations_foreign.remote IS 'far away';

-- VIEW relations_loops.below
CREATE VIEW relations_loops.below AS
 SELECT 1 AS a;
ALTER VIEW relations_loops.below OWNER TO postgres;

-- VIEW relations_loops.above
CREATE VIEW relations_loops.above AS
 SELECT a
   FROM relations_loops.below;
ALTER VIEW relations_loops.above OWNER TO postgres;

-- VIEW relations_loops.grouped
CREATE VIEW relations_loops.grouped AS
SELECT
    NULL::integer AS id,
    NULL::text AS label,
    NULL::bigint AS many;
ALTER VIEW relations_loops.grouped OWNER TO postgres;

-- MATERIALIZED VIEW relations_loops.kept
CREATE MATERIALIZED VIEW relations_loops.kept AS
 SELECT id,
    label,
    many
   FROM relations_loops.grouped
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_loops.kept OWNER TO postgres;

-- COMMENT relations_loops.MATERIALIZED VIEW kept
COMMENT ON MATERIALIZED VIEW relations_loops.kept IS 'of grouped rows';

-- VIEW relations_loops.through_kept
CREATE VIEW relations_loops.through_kept AS
 SELECT id,
    label,
    many
   FROM relations_loops.kept;
ALTER VIEW relations_loops.through_kept OWNER TO postgres;

-- MATERIALIZED VIEW relations_materialized_views.zz_base
CREATE MATERIALIZED VIEW relations_materialized_views.zz_base
WITH (fillfactor='60', autovacuum_enabled='false') AS
 SELECT a,
    b
   FROM relations_materialized_views.t
  WHERE (a > 5)
  WITH NO DATA;

ALTER TABLE ONLY relations_materialized_views.zz_base ALTER COLUMN b SET STATISTICS 55;

ALTER TABLE ONLY relations_materialized_views.zz_base ALTER COLUMN b SET STORAGE EXTERNAL;
ALTER MATERIALIZED VIEW relations_materialized_views.zz_base OWNER TO dumpr_test_alice;

-- COMMENT relations_materialized_views.COLUMN zz_base.b
COMMENT ON COLUMN relations_materialized_views.zz_base.b IS 'b';

-- COMMENT relations_materialized_views.MATERIALIZED VIEW zz_base
COMMENT ON MATERIALIZED VIEW relations_materialized_views.zz_base IS 'base';

-- VIEW relations_materialized_views.between_them
CREATE VIEW relations_materialized_views.between_them AS
 SELECT a
   FROM relations_materialized_views.zz_base;
ALTER VIEW relations_materialized_views.between_them OWNER TO postgres;

-- VIEW relations_names.View "v"
CREATE VIEW relations_names."View ""v""" AS
 SELECT "from" AS "To"
   FROM relations_names."select";
ALTER VIEW relations_names."View ""v""" OWNER TO postgres;

-- VIEW relations_view_loops.grouped
CREATE VIEW relations_view_loops.grouped AS
SELECT
    NULL::integer AS id,
    NULL::text COLLATE "C" AS label,
    NULL::bigint AS total;
ALTER VIEW relations_view_loops.grouped OWNER TO postgres;

-- VIEW relations_view_loops.on_grouped
CREATE VIEW relations_view_loops.on_grouped AS
 SELECT label,
    total
   FROM relations_view_loops.grouped;
ALTER VIEW relations_view_loops.on_grouped OWNER TO postgres;

-- VIEW relations_views.simple
CREATE VIEW relations_views.simple AS
 SELECT a,
    b
   FROM relations_views.t;
ALTER VIEW relations_views.simple OWNER TO dumpr_test_alice;

-- COMMENT relations_views.COLUMN simple.a
COMMENT ON COLUMN relations_views.simple.a IS 'a';

-- COMMENT relations_views.VIEW simple
COMMENT ON VIEW relations_views.simple IS 'simple';

-- VIEW relations_views.Odd "view"
CREATE VIEW relations_views."Odd ""view""" AS
 SELECT simple.a AS "Col 1",
    simple.b AS "select"
   FROM relations_views.simple
UNION ALL
 SELECT 1 AS "Col 1",
    'a'::text AS "select";
ALTER VIEW relations_views."Odd ""view""" OWNER TO postgres;

-- VIEW relations_views.local_check
CREATE VIEW relations_views.local_check WITH (security_barrier='true') AS
 SELECT a
   FROM relations_views.t
  WHERE (a > 0)
  WITH LOCAL CHECK OPTION;
ALTER VIEW relations_views.local_check OWNER TO postgres;

-- VIEW relations_views.cascaded_check
CREATE VIEW relations_views.cascaded_check WITH (security_barrier='true') AS
 SELECT a
   FROM relations_views.local_check
  WHERE (a < 10)
  WITH CASCADED CHECK OPTION;
ALTER VIEW relations_views.cascaded_check OWNER TO postgres;

-- VIEW relations_views.counting
CREATE VIEW relations_views.counting AS
 WITH RECURSIVE counting(n) AS (
         VALUES (1)
        UNION ALL
         SELECT (counting_1.n + 1)
           FROM counting counting_1
          WHERE (counting_1.n < 10)
        )
 SELECT n
   FROM counting;
ALTER VIEW relations_views.counting OWNER TO postgres;

-- VIEW relations_views.nothing
CREATE VIEW relations_views.nothing AS
 SELECT;
ALTER VIEW relations_views.nothing OWNER TO postgres;

-- VIEW relations_views.row_typed
CREATE VIEW relations_views.row_typed AS
 SELECT t.*::relations_views.t AS t
   FROM relations_views.t;
ALTER VIEW relations_views.row_typed OWNER TO postgres;

-- VIEW relations_views.with_default
CREATE VIEW relations_views.with_default AS
 SELECT a,
    b
   FROM relations_views.t;
ALTER VIEW relations_views.with_default OWNER TO postgres;

-- MATERIALIZED VIEW relations_depends_on_extension.m
CREATE MATERIALIZED VIEW relations_depends_on_extension.m AS
 SELECT 1 AS a
  WITH NO DATA;

ALTER MATERIALIZED VIEW relations_depends_on_extension.m DEPENDS ON EXTENSION plpgsql;
ALTER MATERIALIZED VIEW relations_depends_on_extension.m OWNER TO postgres;

-- MATERIALIZED VIEW relations_loops.kept_of_kept
CREATE MATERIALIZED VIEW relations_loops.kept_of_kept AS
 SELECT count(*) AS count
   FROM relations_loops.through_kept
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_loops.kept_of_kept OWNER TO postgres;

-- MATERIALIZED VIEW relations_materialized_views.aa_reader
CREATE MATERIALIZED VIEW relations_materialized_views.aa_reader AS
 SELECT count(*) AS n
   FROM relations_materialized_views.between_them
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_materialized_views.aa_reader OWNER TO postgres;

-- MATERIALIZED VIEW relations_materialized_views.empty
CREATE MATERIALIZED VIEW relations_materialized_views.empty AS
 SELECT a
   FROM relations_materialized_views.t
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_materialized_views.empty OWNER TO postgres;

-- MATERIALIZED VIEW relations_row_types.stored_first
CREATE MATERIALIZED VIEW relations_row_types.stored_first AS
 SELECT x
   FROM relations_row_types.first
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_row_types.stored_first OWNER TO postgres;

-- SEQUENCE relations_identity.Named seq
ALTER TABLE relations_identity.t ALTER COLUMN b ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME relations_identity."Named seq"
    START WITH 100
    INCREMENT BY 5
    NO MINVALUE
    NO MAXVALUE
    CACHE 7
);

-- SEQUENCE relations_identity.p_a_seq
ALTER TABLE relations_identity.p ALTER COLUMN a ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME relations_identity.p_a_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- SEQUENCE relations_identity.t_C c_seq
ALTER TABLE relations_identity.t ALTER COLUMN "C c" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_identity."t_C c_seq"
    START WITH -3
    INCREMENT BY 1
    MINVALUE -3
    NO MAXVALUE
    CACHE 1
    CYCLE
);

-- SEQUENCE relations_identity.t_a_seq
ALTER TABLE relations_identity.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_identity.t_a_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- COMMENT relations_identity.SEQUENCE t_a_seq
COMMENT ON SEQUENCE relations_identity.t_a_seq IS 'identity';

-- SEQUENCE relations_identity.u_a_seq
ALTER TABLE relations_identity.u ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_identity.u_a_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- SEQUENCE relations_identity_partitions.root_id_seq
ALTER TABLE relations_identity_partitions.root ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_identity_partitions.root_id_seq
    START WITH 10
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- SEQUENCE relations_names.Seq'uence\
CREATE SEQUENCE relations_names."Seq'uence\"
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_names."Seq'uence\" OWNER TO postgres;

-- SEQUENCE relations_sequences.Odd "seq" name
CREATE SEQUENCE relations_sequences."Odd ""seq"" name"
    START WITH -7
    INCREMENT BY 1
    MINVALUE -7
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences."Odd ""seq"" name" OWNER TO postgres;

-- SEQUENCE relations_sequences.big
CREATE SEQUENCE relations_sequences.big
    START WITH 9223372036854775807
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.big OWNER TO postgres;

-- SEQUENCE relations_sequences.lowest
CREATE SEQUENCE relations_sequences.lowest
    AS integer
    START WITH -1
    INCREMENT BY -1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.lowest OWNER TO postgres;

-- SEQUENCE relations_sequences.no_more_default_id_seq
CREATE SEQUENCE relations_sequences.no_more_default_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.no_more_default_id_seq OWNER TO postgres;

-- SEQUENCE relations_sequences.owned
CREATE SEQUENCE relations_sequences.owned
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_sequences.owned OWNER TO postgres;

-- SEQUENCE relations_sequences.small
CREATE SEQUENCE relations_sequences.small
    AS smallint
    START WITH -5
    INCREMENT BY -2
    MINVALUE -100
    NO MAXVALUE
    CACHE 3
    CYCLE;
ALTER SEQUENCE relations_sequences.small OWNER TO postgres;

-- SEQUENCE relations_unlogged_sequences.s
CREATE UNLOGGED SEQUENCE relations_unlogged_sequences.s
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE relations_unlogged_sequences.s OWNER TO postgres;

-- SEQUENCE relations_unlogged_sequences.t_a_seq
ALTER TABLE relations_unlogged_sequences.t ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_unlogged_sequences.t_a_seq
    UNLOGGED
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- SEQUENCE relations_unlogged_sequences.u_a_seq
ALTER TABLE relations_unlogged_sequences.u ALTER COLUMN a ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME relations_unlogged_sequences.u_a_seq
    LOGGED
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- SEQUENCE OWNED BY relations_names.Seq'uence\
ALTER SEQUENCE relations_names."Seq'uence\" OWNED BY relations_names."select"."Upper";

-- SEQUENCE OWNED BY relations_sequences.no_more_default_id_seq
ALTER SEQUENCE relations_sequences.no_more_default_id_seq OWNED BY relations_sequences.no_more_default.id;

-- SEQUENCE OWNED BY relations_sequences.owned
ALTER SEQUENCE relations_sequences.owned OWNED BY relations_sequences.uses.a;

-- SEQUENCE OWNED BY relations_sequences.serial_Odd col_seq
ALTER SEQUENCE relations_sequences."serial_Odd col_seq" OWNED BY relations_sequences.serial."Odd col";

-- SEQUENCE OWNED BY relations_sequences.serial_big_seq
ALTER SEQUENCE relations_sequences.serial_big_seq OWNED BY relations_sequences.serial.big;

-- SEQUENCE OWNED BY relations_sequences.serial_id_seq
ALTER SEQUENCE relations_sequences.serial_id_seq OWNED BY relations_sequences.serial.id;

-- SEQUENCE OWNED BY relations_sequences.serial_small_seq
ALTER SEQUENCE relations_sequences.serial_small_seq OWNED BY relations_sequences.serial.small;

-- SEQUENCE OWNED BY relations_typed.counter
ALTER SEQUENCE relations_typed.counter OWNED BY relations_typed.counted.x;

-- SEQUENCE OWNED BY relations_unlogged_sequences.u_b_seq
ALTER SEQUENCE relations_unlogged_sequences.u_b_seq OWNED BY relations_unlogged_sequences.u.b;

-- TABLE ATTACH relations_foreign.leaf
ALTER TABLE ONLY relations_foreign.root ATTACH PARTITION relations_foreign.leaf FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_foreign.root_local
ALTER TABLE ONLY relations_foreign.root ATTACH PARTITION relations_foreign.root_local DEFAULT;

-- TABLE ATTACH relations_generated_children.leaf
ALTER TABLE ONLY relations_generated_children.root ATTACH PARTITION relations_generated_children.leaf FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_generated_virtual.p1
ALTER TABLE ONLY relations_generated_virtual.p ATTACH PARTITION relations_generated_virtual.p1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_generated_virtual.p2
ALTER TABLE ONLY relations_generated_virtual.p ATTACH PARTITION relations_generated_virtual.p2 FOR VALUES FROM (10) TO (20);

-- TABLE ATTACH relations_hash_on_enum.by_enum_0
ALTER TABLE ONLY relations_hash_on_enum.by_enum ATTACH PARTITION relations_hash_on_enum.by_enum_0 FOR VALUES WITH (modulus 3, remainder 0);

-- TABLE ATTACH relations_hash_on_enum.by_enum_1
ALTER TABLE ONLY relations_hash_on_enum.by_enum ATTACH PARTITION relations_hash_on_enum.by_enum_1 FOR VALUES WITH (modulus 3, remainder 1);

-- TABLE ATTACH relations_hash_on_enum.by_enum_1_all
ALTER TABLE ONLY relations_hash_on_enum.by_enum_1 ATTACH PARTITION relations_hash_on_enum.by_enum_1_all DEFAULT;

-- TABLE ATTACH relations_hash_on_enum.by_enum_2
ALTER TABLE ONLY relations_hash_on_enum.by_enum ATTACH PARTITION relations_hash_on_enum.by_enum_2 FOR VALUES WITH (modulus 3, remainder 2);

-- TABLE ATTACH relations_hash_on_enum.by_enum_array_0
ALTER TABLE ONLY relations_hash_on_enum.by_enum_array ATTACH PARTITION relations_hash_on_enum.by_enum_array_0 FOR VALUES WITH (modulus 2, remainder 0);

-- TABLE ATTACH relations_hash_on_enum.by_enum_array_1
ALTER TABLE ONLY relations_hash_on_enum.by_enum_array ATTACH PARTITION relations_hash_on_enum.by_enum_array_1 FOR VALUES WITH (modulus 2, remainder 1);

-- TABLE ATTACH relations_hash_on_enum.by_number_0
ALTER TABLE ONLY relations_hash_on_enum.by_number ATTACH PARTITION relations_hash_on_enum.by_number_0 FOR VALUES WITH (modulus 1, remainder 0);

-- TABLE ATTACH relations_identity_partitions.leaf
ALTER TABLE ONLY relations_identity_partitions.root ATTACH PARTITION relations_identity_partitions.leaf FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_loops.parts_1
ALTER TABLE ONLY relations_loops.parts ATTACH PARTITION relations_loops.parts_1 FOR VALUES FROM (1) TO (9);

-- TABLE ATTACH relations_not_null.leaf
ALTER TABLE ONLY relations_not_null.root ATTACH PARTITION relations_not_null.leaf FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_not_null.leaf_named
ALTER TABLE ONLY relations_not_null.root ATTACH PARTITION relations_not_null.leaf_named FOR VALUES FROM (10) TO (20);

-- TABLE ATTACH relations_partitions.by_list_a
ALTER TABLE ONLY relations_partitions.by_list ATTACH PARTITION relations_partitions.by_list_a FOR VALUES IN ('a', NULL, 'it''s');

-- TABLE ATTACH relations_partitions.by_list_sub
ALTER TABLE ONLY relations_partitions.by_list ATTACH PARTITION relations_partitions.by_list_sub FOR VALUES IN ('b');

-- TABLE ATTACH relations_partitions.by_list_sub_0
ALTER TABLE ONLY relations_partitions.by_list_sub ATTACH PARTITION relations_partitions.by_list_sub_0 FOR VALUES WITH (modulus 2, remainder 0);

-- TABLE ATTACH relations_partitions.by_list_sub_1
ALTER TABLE ONLY relations_partitions.by_list_sub ATTACH PARTITION relations_partitions.by_list_sub_1 FOR VALUES WITH (modulus 2, remainder 1);

-- TABLE ATTACH relations_partitions.by_range_1
ALTER TABLE ONLY relations_partitions.by_range ATTACH PARTITION relations_partitions.by_range_1 FOR VALUES FROM ('2020-01-01', 0) TO ('2021-01-01', 0);

-- TABLE ATTACH relations_partitions.by_range_2
ALTER TABLE ONLY relations_partitions.by_range ATTACH PARTITION relations_partitions.by_range_2 FOR VALUES FROM ('2021-01-01', 0) TO (MAXVALUE, MAXVALUE);

-- TABLE ATTACH relations_partitions.by_range_rest
ALTER TABLE ONLY relations_partitions.by_range ATTACH PARTITION relations_partitions.by_range_rest DEFAULT;

-- TABLE ATTACH relations_partitions.defaults_1
ALTER TABLE ONLY relations_partitions.defaults ATTACH PARTITION relations_partitions.defaults_1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_partitions.made_1
ALTER TABLE ONLY relations_partitions.made ATTACH PARTITION relations_partitions.made_1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_partitions.unvalidated_1
ALTER TABLE ONLY relations_partitions.unvalidated ATTACH PARTITION relations_partitions.unvalidated_1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relations_partitions_archive.by_range_3
ALTER TABLE ONLY relations_partitions.by_range ATTACH PARTITION relations_partitions_archive.by_range_3 FOR VALUES FROM (MINVALUE, MINVALUE) TO ('2020-01-01', 0);

-- DEFAULT relations_checks.looped_default b
ALTER TABLE ONLY relations_checks.looped_default ALTER COLUMN b SET DEFAULT relations_checks.next_b(NULL::relations_checks.looped_default);

-- DEFAULT relations_inheritance.child a
ALTER TABLE ONLY relations_inheritance.child ALTER COLUMN a SET DEFAULT 1;

-- DEFAULT relations_inheritance.child late
ALTER TABLE ONLY relations_inheritance.child ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.child_default a
ALTER TABLE ONLY relations_inheritance.child_default ALTER COLUMN a SET DEFAULT 2;

-- DEFAULT relations_inheritance.child_default b
ALTER TABLE ONLY relations_inheritance.child_default ALTER COLUMN b SET DEFAULT 'b'::text;

-- DEFAULT relations_inheritance.child_default late
ALTER TABLE ONLY relations_inheritance.child_default ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.child_merged late
ALTER TABLE ONLY relations_inheritance.child_merged ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.child_no_default late
ALTER TABLE ONLY relations_inheritance.child_no_default ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.child_not_null a
ALTER TABLE ONLY relations_inheritance.child_not_null ALTER COLUMN a SET DEFAULT 1;

-- DEFAULT relations_inheritance.child_not_null late
ALTER TABLE ONLY relations_inheritance.child_not_null ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.grandchild a
ALTER TABLE ONLY relations_inheritance.grandchild ALTER COLUMN a SET DEFAULT 1;

-- DEFAULT relations_inheritance.grandchild late
ALTER TABLE ONLY relations_inheritance.grandchild ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_inheritance.of_two a
ALTER TABLE ONLY relations_inheritance.of_two ALTER COLUMN a SET DEFAULT 1;

-- DEFAULT relations_inheritance.of_two e
ALTER TABLE ONLY relations_inheritance.of_two ALTER COLUMN e SET DEFAULT 5;

-- DEFAULT relations_inheritance.of_two late
ALTER TABLE ONLY relations_inheritance.of_two ALTER COLUMN late SET DEFAULT 9;

-- DEFAULT relations_loops.child a
ALTER TABLE ONLY relations_loops.child ALTER COLUMN a SET DEFAULT relations_loops.of_child(NULL::relations_loops.child);

-- DEFAULT relations_loops.full_of_things label
ALTER TABLE ONLY relations_loops.full_of_things ALTER COLUMN label SET DEFAULT 'none'::text;

-- DEFAULT relations_loops.parent a
ALTER TABLE ONLY relations_loops.parent ALTER COLUMN a SET DEFAULT relations_loops.of_child(NULL::relations_loops.child);

-- DEFAULT relations_views.with_default a
ALTER TABLE ONLY relations_views.with_default ALTER COLUMN a SET DEFAULT 42;

-- DEFAULT relations_views.with_default b
ALTER TABLE ONLY relations_views.with_default ALTER COLUMN b SET DEFAULT 'it''s'::text;

-- CONSTRAINT relations_view_loops.keyed keyed_pkey
ALTER TABLE ONLY relations_view_loops.keyed
    ADD CONSTRAINT keyed_pkey PRIMARY KEY (id);

-- MATERIALIZED VIEW relations_view_loops.grouped_rows
CREATE MATERIALIZED VIEW relations_view_loops.grouped_rows AS
 SELECT id,
    label
   FROM relations_view_loops.keyed
  GROUP BY id
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_view_loops.grouped_rows OWNER TO postgres;

-- MATERIALIZED VIEW relations_view_loops.on_grouped_rows
CREATE MATERIALIZED VIEW relations_view_loops.on_grouped_rows AS
 SELECT label
   FROM relations_view_loops.grouped_rows
  WITH NO DATA;
ALTER MATERIALIZED VIEW relations_view_loops.on_grouped_rows OWNER TO postgres;

-- CHECK CONSTRAINT relations_checks.broken positive
ALTER TABLE relations_checks.broken
    ADD CONSTRAINT positive CHECK ((a > 0)) NOT VALID;

-- COMMENT relations_checks.CONSTRAINT positive ON broken
COMMENT ON CONSTRAINT positive ON relations_checks.broken IS 'not valid';

-- CHECK CONSTRAINT relations_checks.looped row_is_fine
ALTER TABLE relations_checks.looped
    ADD CONSTRAINT row_is_fine CHECK (relations_checks.fine(looped.*));

-- CHECK CONSTRAINT relations_loops.checked by_itself
ALTER DOMAIN relations_loops.checked ADD CONSTRAINT by_itself CHECK (relations_loops.of_checked((VALUE)::relations_loops.checked));

-- CHECK CONSTRAINT relations_loops.parts by_row
ALTER TABLE relations_loops.parts
    ADD CONSTRAINT by_row CHECK ((relations_loops.about(NULL::relations_loops.parts) > 0));

-- CHECK CONSTRAINT relations_not_null.relaxed c
ALTER TABLE relations_not_null.relaxed
    ADD CONSTRAINT c CHECK ((a > 0)) NOT ENFORCED;

-- CHECK CONSTRAINT relations_partitions.unvalidated big
ALTER TABLE relations_partitions.unvalidated
    ADD CONSTRAINT big CHECK ((a > 5)) NOT VALID;

-- CHECK CONSTRAINT relations_row_types.around c
ALTER TABLE relations_row_types.around
    ADD CONSTRAINT c CHECK (relations_row_types.around_check(NULL::relations_row_types.around_view));

-- CONSTRAINT relations_column_order.generating generating_pkey
ALTER TABLE ONLY relations_column_order.generating
    ADD CONSTRAINT generating_pkey PRIMARY KEY (a);

-- CONSTRAINT relations_depends_on_extension.t t_pkey
ALTER TABLE ONLY relations_depends_on_extension.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);

ALTER INDEX relations_depends_on_extension.t_pkey DEPENDS ON EXTENSION plpgsql;

-- CONSTRAINT relations_loops.keyed keyed_pkey
ALTER TABLE ONLY relations_loops.keyed
    ADD CONSTRAINT keyed_pkey PRIMARY KEY (id);

-- CONSTRAINT relations_names.таблица 表 🐘 таблица 表 🐘_pkey
ALTER TABLE ONLY relations_names."таблица 表 🐘"
    ADD CONSTRAINT "таблица 表 🐘_pkey" PRIMARY KEY ("столбец");

-- CONSTRAINT relations_not_null.half hn
ALTER TABLE relations_not_null.half
    ADD CONSTRAINT hn NOT NULL a NOT VALID;

-- CONSTRAINT relations_not_null.invalid later
ALTER TABLE relations_not_null.invalid
    ADD CONSTRAINT later NOT NULL a NOT VALID;

-- COMMENT relations_not_null.CONSTRAINT later ON invalid
COMMENT ON CONSTRAINT later ON relations_not_null.invalid IS 'some day';

-- CONSTRAINT relations_not_null.named named_pkey
ALTER TABLE ONLY relations_not_null.named
    ADD CONSTRAINT named_pkey PRIMARY KEY (d);

-- CONSTRAINT relations_sequences.serial serial_pkey
ALTER TABLE ONLY relations_sequences.serial
    ADD CONSTRAINT serial_pkey PRIMARY KEY (small);

-- CONSTRAINT relations_typed.dressed dressed_pkey
ALTER TABLE ONLY relations_typed.dressed
    ADD CONSTRAINT dressed_pkey PRIMARY KEY (y);

-- CONSTRAINT table_plain.t t_pkey
ALTER TABLE ONLY table_plain.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- INDEX relations_depends_on_extension.i
CREATE INDEX i ON relations_depends_on_extension.t USING btree (b);

ALTER INDEX relations_depends_on_extension.i DEPENDS ON EXTENSION plpgsql;

-- INDEX relations_loops.kept_id
CREATE UNIQUE INDEX kept_id ON relations_loops.kept USING btree (id);

ALTER TABLE relations_loops.kept CLUSTER ON kept_id;

-- INDEX relations_loops.kept_more
CREATE INDEX kept_more ON relations_loops.kept USING btree (((many + 1)));

-- INDEX relations_materialized_views.by_a
CREATE UNIQUE INDEX by_a ON relations_materialized_views.zz_base USING btree (a);

ALTER TABLE relations_materialized_views.zz_base CLUSTER ON by_a;

-- INDEX relations_text_rows.late
CREATE INDEX late ON relations_text_rows.letters USING btree (c);

-- INDEX relations_view_loops.on_grouped_rows_label_idx
CREATE INDEX on_grouped_rows_label_idx ON relations_view_loops.on_grouped_rows USING btree (label);

-- STATISTICS relations_loops.kept_together
CREATE STATISTICS relations_loops.kept_together ON id, many FROM relations_loops.kept;
ALTER STATISTICS relations_loops.kept_together OWNER TO postgres;

-- RULE relations_loops.below reads_above
CREATE RULE reads_above AS
    ON UPDATE TO relations_loops.below DO INSTEAD  SELECT above.a
   FROM relations_loops.above;

-- RULE relations_loops.full_of_things passed_on
CREATE RULE passed_on AS
    ON INSERT TO relations_loops.full_of_things DO INSTEAD  INSERT INTO relations_loops.keyed (id, label)
  VALUES (new.id, new.label)
  RETURNING keyed.id,
    keyed.label;

-- RULE relations_loops.keyed reads_grouped
CREATE RULE reads_grouped AS
    ON DELETE TO relations_loops.keyed DO  UPDATE relations_loops.keyed SET n = ( SELECT max(grouped.many) AS max
           FROM relations_loops.grouped);

-- RULE relations_row_types.first nothing
CREATE RULE nothing AS
    ON UPDATE TO relations_row_types.first DO INSTEAD NOTHING;

-- VIEW relations_loops.grouped
CREATE OR REPLACE VIEW relations_loops.grouped AS
 SELECT id,
    label,
    count(*) AS many
   FROM relations_loops.keyed
  GROUP BY id;

-- VIEW relations_view_loops.grouped
CREATE OR REPLACE VIEW relations_view_loops.grouped WITH (security_barrier='true') AS
 SELECT id,
    label,
    sum(n) AS total
   FROM relations_view_loops.keyed
  GROUP BY id;

-- VIEW relations_loops.full_of_things
CREATE OR REPLACE VIEW relations_loops.full_of_things WITH (security_barrier='true') AS
 SELECT id,
    label
   FROM relations_loops.keyed
  WHERE relations_loops.is_fine(ROW(id, label)::relations_loops.full_of_things)
  WITH LOCAL CHECK OPTION;

-- VIEW relations_row_types.first
CREATE OR REPLACE VIEW relations_row_types.first AS
 SELECT 1 AS x,
    (NULL::text COLLATE "POSIX") AS y,
    relations_row_types.third(NULL::relations_row_types.second) AS z;

-- VIEW relations_view_loops.called
CREATE OR REPLACE VIEW relations_view_loops.called AS
 SELECT 1 AS a,
    ('x'::text COLLATE "C") AS b,
    relations_view_loops.about(NULL::relations_view_loops.called) AS c;

-- TRIGGER relations_depends_on_extension.t g
CREATE TRIGGER g AFTER INSERT ON relations_depends_on_extension.t FOR EACH STATEMENT EXECUTE FUNCTION relations_depends_on_extension.act();

ALTER TRIGGER g ON relations_depends_on_extension.t DEPENDS ON EXTENSION plpgsql;

-- TRIGGER relations_loops.full_of_things none_leaves
CREATE TRIGGER none_leaves INSTEAD OF DELETE ON relations_loops.full_of_things FOR EACH ROW EXECUTE FUNCTION relations_loops.nothing();

-- ACL SCHEMA relations_materialized_views
GRANT USAGE ON SCHEMA relations_materialized_views TO dumpr_test_alice;

-- ACL relations_loops.COLUMN full_of_things.id
GRANT SELECT(id) ON TABLE relations_loops.full_of_things TO PUBLIC;

-- ACL relations_view_loops.TABLE called
GRANT SELECT ON TABLE relations_view_loops.called TO PUBLIC;

-- ACL relations_materialized_views.TABLE t
GRANT SELECT ON TABLE relations_materialized_views.t TO dumpr_test_alice;

-- ACL relations_sequences.SEQUENCE plain
GRANT USAGE ON SEQUENCE relations_sequences.plain TO dumpr_test_bob;

-- ACL relations_tables.TABLE owned
GRANT SELECT, INSERT ON TABLE relations_tables.owned TO dumpr_test_bob WITH GRANT OPTION;

-- ACL relations_tables.COLUMN owned.b
GRANT UPDATE(b) ON TABLE relations_tables.owned TO dumpr_test_bob;

-- ACL relations_tables.TABLE plain
GRANT SELECT ON TABLE relations_tables.plain TO PUBLIC;

-- ACL table_plain.TABLE t
GRANT SELECT ON TABLE table_plain.t TO dumpr_reader;

-- ACL relations_loops.COLUMN kept.id
GRANT SELECT(id) ON TABLE relations_loops.kept TO PUBLIC;

-- ACL relations_views.COLUMN simple.a
GRANT SELECT(a) ON TABLE relations_views.simple TO dumpr_test_bob;

-- ACL relations_identity.SEQUENCE t_a_seq
GRANT SELECT ON SEQUENCE relations_identity.t_a_seq TO dumpr_test_bob;

\unrestrict snapshot
