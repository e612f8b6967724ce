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

-- SCHEMA relation_parts_constraints
CREATE SCHEMA relation_parts_constraints;
ALTER SCHEMA relation_parts_constraints OWNER TO postgres;

-- SCHEMA relation_parts_foreign_keys
CREATE SCHEMA relation_parts_foreign_keys;
ALTER SCHEMA relation_parts_foreign_keys OWNER TO postgres;

-- SCHEMA relation_parts_foreign_keys_partitioned
CREATE SCHEMA relation_parts_foreign_keys_partitioned;
ALTER SCHEMA relation_parts_foreign_keys_partitioned OWNER TO postgres;

-- SCHEMA relation_parts_indexes
CREATE SCHEMA relation_parts_indexes;
ALTER SCHEMA relation_parts_indexes OWNER TO postgres;

-- SCHEMA relation_parts_nulls_not_distinct
CREATE SCHEMA relation_parts_nulls_not_distinct;
ALTER SCHEMA relation_parts_nulls_not_distinct OWNER TO postgres;

-- SCHEMA relation_parts_partition_indexes
CREATE SCHEMA relation_parts_partition_indexes;
ALTER SCHEMA relation_parts_partition_indexes OWNER TO postgres;

-- SCHEMA relation_parts_periods
CREATE SCHEMA relation_parts_periods;
ALTER SCHEMA relation_parts_periods OWNER TO postgres;

-- SCHEMA relation_parts_policies
CREATE SCHEMA relation_parts_policies;
ALTER SCHEMA relation_parts_policies OWNER TO postgres;

-- SCHEMA relation_parts_rules
CREATE SCHEMA relation_parts_rules;
ALTER SCHEMA relation_parts_rules OWNER TO postgres;

-- SCHEMA relation_parts_statistics
CREATE SCHEMA relation_parts_statistics;
ALTER SCHEMA relation_parts_statistics OWNER TO postgres;

-- SCHEMA relation_parts_statistics_apart
CREATE SCHEMA relation_parts_statistics_apart;
ALTER SCHEMA relation_parts_statistics_apart OWNER TO postgres;

-- SCHEMA relation_parts_statistics_expressions
CREATE SCHEMA relation_parts_statistics_expressions;
ALTER SCHEMA relation_parts_statistics_expressions OWNER TO postgres;

-- SCHEMA relation_parts_trigger_partitions
CREATE SCHEMA relation_parts_trigger_partitions;
ALTER SCHEMA relation_parts_trigger_partitions OWNER TO postgres;

-- SCHEMA relation_parts_triggers
CREATE SCHEMA relation_parts_triggers;
ALTER SCHEMA relation_parts_triggers OWNER TO postgres;

-- FUNCTION relation_parts_trigger_partitions.act()
CREATE FUNCTION relation_parts_trigger_partitions.act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;
ALTER FUNCTION relation_parts_trigger_partitions.act() OWNER TO postgres;

-- FUNCTION relation_parts_triggers.act()
CREATE FUNCTION relation_parts_triggers.act()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$BEGIN RETURN NEW; END$function$;
ALTER FUNCTION relation_parts_triggers.act() OWNER TO postgres;

-- TABLE relation_parts_constraints.by_index
SET default_table_access_method = heap;
CREATE TABLE relation_parts_constraints.by_index (
    a integer NOT NULL
);
ALTER TABLE relation_parts_constraints.by_index OWNER TO postgres;

-- TABLE relation_parts_constraints.replica
CREATE TABLE relation_parts_constraints.replica (
    a integer NOT NULL,
    b integer NOT NULL
);
ALTER TABLE relation_parts_constraints.replica OWNER TO postgres;

-- TABLE relation_parts_constraints.t
CREATE TABLE relation_parts_constraints.t (
    a integer NOT NULL,
    b integer NOT NULL,
    c int4range,
    d text
);
ALTER TABLE relation_parts_constraints.t OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.broken
CREATE TABLE relation_parts_foreign_keys.broken (
    a integer
);
ALTER TABLE relation_parts_foreign_keys.broken OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.egg
CREATE TABLE relation_parts_foreign_keys.egg (
    id integer NOT NULL,
    hen integer
);
ALTER TABLE relation_parts_foreign_keys.egg OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.hen
CREATE TABLE relation_parts_foreign_keys.hen (
    id integer NOT NULL,
    egg integer
);
ALTER TABLE relation_parts_foreign_keys.hen OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.itself
CREATE TABLE relation_parts_foreign_keys.itself (
    id integer NOT NULL,
    parent integer
);
ALTER TABLE relation_parts_foreign_keys.itself OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.source
CREATE TABLE relation_parts_foreign_keys.source (
    a integer,
    b integer,
    c integer
);
ALTER TABLE relation_parts_foreign_keys.source OWNER TO postgres;

-- TABLE relation_parts_foreign_keys.target
CREATE TABLE relation_parts_foreign_keys.target (
    a integer NOT NULL,
    b integer NOT NULL
);
ALTER TABLE relation_parts_foreign_keys.target OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.aaa_plain
CREATE TABLE relation_parts_foreign_keys_partitioned.aaa_plain (
    a integer
);
ALTER TABLE relation_parts_foreign_keys_partitioned.aaa_plain OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.aaa_source
CREATE TABLE relation_parts_foreign_keys_partitioned.aaa_source (
    a integer,
    b integer
)
PARTITION BY RANGE (b);
ALTER TABLE relation_parts_foreign_keys_partitioned.aaa_source OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.aaa_source_1
CREATE TABLE relation_parts_foreign_keys_partitioned.aaa_source_1 (
    a integer,
    b integer
);
ALTER TABLE relation_parts_foreign_keys_partitioned.aaa_source_1 OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.aaa_source_2
CREATE TABLE relation_parts_foreign_keys_partitioned.aaa_source_2 (
    b integer,
    a integer
);
ALTER TABLE relation_parts_foreign_keys_partitioned.aaa_source_2 OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.target
CREATE TABLE relation_parts_foreign_keys_partitioned.target (
    a integer CONSTRAINT target_a_not_null NOT NULL
)
PARTITION BY RANGE (a);
ALTER TABLE relation_parts_foreign_keys_partitioned.target OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.target_1
CREATE TABLE relation_parts_foreign_keys_partitioned.target_1 (
    a integer CONSTRAINT target_a_not_null NOT NULL
);
ALTER TABLE relation_parts_foreign_keys_partitioned.target_1 OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.target_2
CREATE TABLE relation_parts_foreign_keys_partitioned.target_2 (
    a integer CONSTRAINT target_a_not_null NOT NULL
)
PARTITION BY LIST (a);
ALTER TABLE relation_parts_foreign_keys_partitioned.target_2 OWNER TO postgres;

-- TABLE relation_parts_foreign_keys_partitioned.target_2_all
CREATE TABLE relation_parts_foreign_keys_partitioned.target_2_all (
    a integer CONSTRAINT target_a_not_null NOT NULL
);
ALTER TABLE relation_parts_foreign_keys_partitioned.target_2_all OWNER TO postgres;

-- TABLE relation_parts_indexes.t
CREATE TABLE relation_parts_indexes.t (
    a integer NOT NULL,
    b text,
    c integer[],
    d point,
    e tsvector,
    f integer NOT NULL
);
ALTER TABLE relation_parts_indexes.t OWNER TO postgres;

-- TABLE relation_parts_indexes.twice
CREATE TABLE relation_parts_indexes.twice (
    a integer
);
ALTER TABLE relation_parts_indexes.twice OWNER TO postgres;

-- TABLE relation_parts_nulls_not_distinct.t
CREATE TABLE relation_parts_nulls_not_distinct.t (
    a integer,
    b integer
);
ALTER TABLE relation_parts_nulls_not_distinct.t OWNER TO postgres;

-- TABLE relation_parts_partition_indexes.root
CREATE TABLE relation_parts_partition_indexes.root (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b text
)
PARTITION BY RANGE (a);
ALTER TABLE relation_parts_partition_indexes.root OWNER TO postgres;

-- TABLE relation_parts_partition_indexes.one
CREATE TABLE relation_parts_partition_indexes.one (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b text
);
ALTER TABLE relation_parts_partition_indexes.one OWNER TO postgres;

-- TABLE relation_parts_partition_indexes.three
CREATE TABLE relation_parts_partition_indexes.three (
    b text,
    a integer NOT NULL
);
ALTER TABLE relation_parts_partition_indexes.three OWNER TO postgres;

-- TABLE relation_parts_partition_indexes.two
CREATE TABLE relation_parts_partition_indexes.two (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b text
)
PARTITION BY RANGE (a);
ALTER TABLE relation_parts_partition_indexes.two OWNER TO postgres;

-- TABLE relation_parts_partition_indexes.two_all
CREATE TABLE relation_parts_partition_indexes.two_all (
    a integer CONSTRAINT root_a_not_null NOT NULL,
    b text
);
ALTER TABLE relation_parts_partition_indexes.two_all OWNER TO postgres;

-- TABLE relation_parts_periods.at
CREATE TABLE relation_parts_periods.at (
    id int4range NOT NULL,
    at int4range NOT NULL
);
ALTER TABLE relation_parts_periods.at OWNER TO postgres;

-- TABLE relation_parts_periods.during
CREATE TABLE relation_parts_periods.during (
    id int4range,
    at int4range
);
ALTER TABLE relation_parts_periods.during OWNER TO postgres;

-- TABLE relation_parts_periods.plain
CREATE TABLE relation_parts_periods.plain (
    a integer NOT NULL
);
ALTER TABLE relation_parts_periods.plain OWNER TO postgres;

-- TABLE relation_parts_periods.relaxed
CREATE TABLE relation_parts_periods.relaxed (
    a integer
);
ALTER TABLE relation_parts_periods.relaxed OWNER TO postgres;

-- TABLE relation_parts_policies.disabled
CREATE TABLE relation_parts_policies.disabled (
    a integer
);
ALTER TABLE relation_parts_policies.disabled OWNER TO postgres;

-- TABLE relation_parts_policies.enabled
CREATE TABLE relation_parts_policies.enabled (
    a integer
);
ALTER TABLE relation_parts_policies.enabled OWNER TO postgres;

-- TABLE relation_parts_policies.forced
CREATE TABLE relation_parts_policies.forced (
    a integer
);

ALTER TABLE ONLY relation_parts_policies.forced FORCE ROW LEVEL SECURITY;
ALTER TABLE relation_parts_policies.forced OWNER TO postgres;

-- TABLE relation_parts_policies.t
CREATE TABLE relation_parts_policies.t (
    a integer,
    who text
);

ALTER TABLE ONLY relation_parts_policies.t FORCE ROW LEVEL SECURITY;
ALTER TABLE relation_parts_policies.t OWNER TO postgres;

-- TABLE relation_parts_rules.log
CREATE TABLE relation_parts_rules.log (
    at timestamp with time zone,
    what text
);
ALTER TABLE relation_parts_rules.log OWNER TO postgres;

-- TABLE relation_parts_rules.t
CREATE TABLE relation_parts_rules.t (
    a integer,
    b text
);
ALTER TABLE relation_parts_rules.t OWNER TO postgres;

-- TABLE relation_parts_statistics.t
CREATE TABLE relation_parts_statistics.t (
    a integer,
    b integer,
    c text
);
ALTER TABLE relation_parts_statistics.t OWNER TO postgres;

-- TABLE relation_parts_statistics_expressions.t
CREATE TABLE relation_parts_statistics_expressions.t (
    a integer,
    b text
);
ALTER TABLE relation_parts_statistics_expressions.t OWNER TO postgres;

-- TABLE relation_parts_trigger_partitions.root
CREATE TABLE relation_parts_trigger_partitions.root (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relation_parts_trigger_partitions.root OWNER TO postgres;

-- TABLE relation_parts_trigger_partitions.sub
CREATE TABLE relation_parts_trigger_partitions.sub (
    a integer
)
PARTITION BY RANGE (a);
ALTER TABLE relation_parts_trigger_partitions.sub OWNER TO postgres;

-- TABLE relation_parts_trigger_partitions.aaa_leaf
CREATE TABLE relation_parts_trigger_partitions.aaa_leaf (
    a integer
);
ALTER TABLE relation_parts_trigger_partitions.aaa_leaf OWNER TO postgres;

-- TABLE relation_parts_trigger_partitions.zero
CREATE TABLE relation_parts_trigger_partitions.zero (
    a integer
);
ALTER TABLE relation_parts_trigger_partitions.zero OWNER TO postgres;

-- TABLE relation_parts_triggers.t
CREATE TABLE relation_parts_triggers.t (
    a integer,
    b text
);
ALTER TABLE relation_parts_triggers.t OWNER TO postgres;

-- VIEW relation_parts_rules.v
CREATE VIEW relation_parts_rules.v AS
 SELECT a,
    b
   FROM relation_parts_rules.t;
ALTER VIEW relation_parts_rules.v OWNER TO postgres;

-- VIEW relation_parts_triggers.v
CREATE VIEW relation_parts_triggers.v AS
 SELECT a
   FROM relation_parts_triggers.t;
ALTER VIEW relation_parts_triggers.v OWNER TO postgres;

-- TABLE ATTACH relation_parts_foreign_keys_partitioned.aaa_source_1
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.aaa_source ATTACH PARTITION relation_parts_foreign_keys_partitioned.aaa_source_1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relation_parts_foreign_keys_partitioned.aaa_source_2
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.aaa_source ATTACH PARTITION relation_parts_foreign_keys_partitioned.aaa_source_2 DEFAULT;

-- TABLE ATTACH relation_parts_foreign_keys_partitioned.target_1
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_1 FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relation_parts_foreign_keys_partitioned.target_2
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_2 FOR VALUES FROM (10) TO (20);

-- TABLE ATTACH relation_parts_foreign_keys_partitioned.target_2_all
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target_2 ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_2_all DEFAULT;

-- TABLE ATTACH relation_parts_partition_indexes.one
ALTER TABLE ONLY relation_parts_partition_indexes.root ATTACH PARTITION relation_parts_partition_indexes.one FOR VALUES FROM (0) TO (10);

-- TABLE ATTACH relation_parts_partition_indexes.three
ALTER TABLE ONLY relation_parts_partition_indexes.root ATTACH PARTITION relation_parts_partition_indexes.three FOR VALUES FROM (20) TO (30);

-- TABLE ATTACH relation_parts_partition_indexes.two
ALTER TABLE ONLY relation_parts_partition_indexes.root ATTACH PARTITION relation_parts_partition_indexes.two FOR VALUES FROM (10) TO (20);

-- TABLE ATTACH relation_parts_partition_indexes.two_all
ALTER TABLE ONLY relation_parts_partition_indexes.two ATTACH PARTITION relation_parts_partition_indexes.two_all DEFAULT;

-- TABLE ATTACH relation_parts_trigger_partitions.aaa_leaf
ALTER TABLE ONLY relation_parts_trigger_partitions.sub ATTACH PARTITION relation_parts_trigger_partitions.aaa_leaf DEFAULT;

-- TABLE ATTACH relation_parts_trigger_partitions.sub
ALTER TABLE ONLY relation_parts_trigger_partitions.root ATTACH PARTITION relation_parts_trigger_partitions.sub FOR VALUES FROM (10) TO (20);

-- TABLE ATTACH relation_parts_trigger_partitions.zero
ALTER TABLE ONLY relation_parts_trigger_partitions.root ATTACH PARTITION relation_parts_trigger_partitions.zero FOR VALUES FROM (0) TO (10);

-- CONSTRAINT relation_parts_constraints.by_index by_index_key
ALTER TABLE ONLY relation_parts_constraints.by_index
    ADD CONSTRAINT by_index_key PRIMARY KEY (a);

-- CONSTRAINT relation_parts_constraints.replica rb
ALTER TABLE ONLY relation_parts_constraints.replica
    ADD CONSTRAINT rb UNIQUE (b);

ALTER TABLE ONLY relation_parts_constraints.replica REPLICA IDENTITY USING INDEX rb;

-- CONSTRAINT relation_parts_constraints.replica replica_pkey
ALTER TABLE ONLY relation_parts_constraints.replica
    ADD CONSTRAINT replica_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_constraints.t Primary
ALTER TABLE ONLY relation_parts_constraints.t
    ADD CONSTRAINT "Primary" PRIMARY KEY (b, a) INCLUDE (d) WITH (fillfactor='66');

ALTER TABLE relation_parts_constraints.t CLUSTER ON "Primary";

-- COMMENT relation_parts_constraints.CONSTRAINT Primary ON t
COMMENT ON CONSTRAINT "Primary" ON relation_parts_constraints.t IS 'the key';

-- COMMENT relation_parts_constraints.INDEX Primary
COMMENT ON INDEX relation_parts_constraints."Primary" IS 'its index';

-- CONSTRAINT relation_parts_constraints.t apart
ALTER TABLE ONLY relation_parts_constraints.t
    ADD CONSTRAINT apart EXCLUDE USING gist (c WITH &&) WITH (fillfactor='88') WHERE ((a > 0)) DEFERRABLE;

-- CONSTRAINT relation_parts_constraints.t computed
ALTER TABLE ONLY relation_parts_constraints.t
    ADD CONSTRAINT computed EXCLUDE USING btree (((a + b)) WITH =);

-- CONSTRAINT relation_parts_constraints.t once
ALTER TABLE ONLY relation_parts_constraints.t
    ADD CONSTRAINT once UNIQUE (a) WITH (fillfactor='77') DEFERRABLE INITIALLY DEFERRED;

-- CONSTRAINT relation_parts_constraints.t twice
ALTER TABLE ONLY relation_parts_constraints.t
    ADD CONSTRAINT twice UNIQUE (d) DEFERRABLE;

-- CONSTRAINT relation_parts_foreign_keys.egg egg_pkey
ALTER TABLE ONLY relation_parts_foreign_keys.egg
    ADD CONSTRAINT egg_pkey PRIMARY KEY (id);

-- CONSTRAINT relation_parts_foreign_keys.hen hen_pkey
ALTER TABLE ONLY relation_parts_foreign_keys.hen
    ADD CONSTRAINT hen_pkey PRIMARY KEY (id);

-- CONSTRAINT relation_parts_foreign_keys.itself itself_pkey
ALTER TABLE ONLY relation_parts_foreign_keys.itself
    ADD CONSTRAINT itself_pkey PRIMARY KEY (id);

-- CONSTRAINT relation_parts_foreign_keys.target target_b_key
ALTER TABLE ONLY relation_parts_foreign_keys.target
    ADD CONSTRAINT target_b_key UNIQUE (b);

-- CONSTRAINT relation_parts_foreign_keys.target target_pkey
ALTER TABLE ONLY relation_parts_foreign_keys.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (a, b);

-- CONSTRAINT relation_parts_foreign_keys_partitioned.target target_pkey
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target
    ADD CONSTRAINT target_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_foreign_keys_partitioned.target_1 target_1_pkey
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target_1
    ADD CONSTRAINT target_1_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_foreign_keys_partitioned.target_2 target_2_pkey
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target_2
    ADD CONSTRAINT target_2_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_foreign_keys_partitioned.target_2_all target_2_all_pkey
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.target_2_all
    ADD CONSTRAINT target_2_all_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_nulls_not_distinct.t t_a_b_key
ALTER TABLE ONLY relation_parts_nulls_not_distinct.t
    ADD CONSTRAINT t_a_b_key UNIQUE NULLS NOT DISTINCT (a, b) WITH (fillfactor='60');

-- CONSTRAINT relation_parts_partition_indexes.root root_pkey
ALTER TABLE ONLY relation_parts_partition_indexes.root
    ADD CONSTRAINT root_pkey PRIMARY KEY (a);

ALTER TABLE ONLY relation_parts_partition_indexes.root REPLICA IDENTITY USING INDEX root_pkey;

-- CONSTRAINT relation_parts_partition_indexes.one one_pkey
ALTER TABLE ONLY relation_parts_partition_indexes.one
    ADD CONSTRAINT one_pkey PRIMARY KEY (a);

ALTER TABLE ONLY relation_parts_partition_indexes.one REPLICA IDENTITY USING INDEX one_pkey;

-- CONSTRAINT relation_parts_partition_indexes.three three_own
ALTER TABLE ONLY relation_parts_partition_indexes.three
    ADD CONSTRAINT three_own PRIMARY KEY (a);

-- CONSTRAINT relation_parts_partition_indexes.two two_pkey
ALTER TABLE ONLY relation_parts_partition_indexes.two
    ADD CONSTRAINT two_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_partition_indexes.two_all two_all_pkey
ALTER TABLE ONLY relation_parts_partition_indexes.two_all
    ADD CONSTRAINT two_all_pkey PRIMARY KEY (a);

-- CONSTRAINT relation_parts_periods.at k
ALTER TABLE ONLY relation_parts_periods.at
    ADD CONSTRAINT k PRIMARY KEY (id, at WITHOUT OVERLAPS);

-- CONSTRAINT relation_parts_periods.during u
ALTER TABLE ONLY relation_parts_periods.during
    ADD CONSTRAINT u UNIQUE (id, at WITHOUT OVERLAPS);

-- CONSTRAINT relation_parts_periods.plain plain_pkey
ALTER TABLE ONLY relation_parts_periods.plain
    ADD CONSTRAINT plain_pkey PRIMARY KEY (a);

-- INDEX relation_parts_indexes.Odd "index" name
CREATE INDEX "Odd ""index"" name" ON relation_parts_indexes.t USING btree (a, b);

-- INDEX relation_parts_indexes.expression
CREATE INDEX expression ON relation_parts_indexes.t USING btree (lower(b), ((a + f)));

ALTER INDEX relation_parts_indexes.expression ALTER COLUMN 1 SET STATISTICS 200;

ALTER INDEX relation_parts_indexes.expression ALTER COLUMN 2 SET STATISTICS 300;

-- INDEX relation_parts_indexes.hashed
CREATE INDEX hashed ON relation_parts_indexes.t USING hash (b);

-- INDEX relation_parts_indexes.identified
CREATE UNIQUE INDEX identified ON relation_parts_indexes.t USING btree (f);

ALTER TABLE ONLY relation_parts_indexes.t REPLICA IDENTITY USING INDEX identified;

-- INDEX relation_parts_indexes.inverted
CREATE INDEX inverted ON relation_parts_indexes.t USING gin (c) WITH (fastupdate=off);

-- INDEX relation_parts_indexes.options
CREATE INDEX options ON relation_parts_indexes.t USING btree (b COLLATE "C" text_pattern_ops DESC NULLS LAST, a) INCLUDE (f) WITH (fillfactor='55') WHERE (a > 10);

-- INDEX relation_parts_indexes.plain
CREATE INDEX plain ON relation_parts_indexes.t USING btree (a);

ALTER TABLE relation_parts_indexes.t CLUSTER ON plain;

-- COMMENT relation_parts_indexes.INDEX plain
COMMENT ON INDEX relation_parts_indexes.plain IS 'an index';

-- INDEX relation_parts_indexes.ranged
CREATE INDEX ranged ON relation_parts_indexes.t USING brin (a) WITH (pages_per_range='4');

-- INDEX relation_parts_indexes.signed
CREATE INDEX signed ON relation_parts_indexes.t USING gist (e tsvector_ops (siglen='100'));

-- INDEX relation_parts_indexes.spaced
CREATE INDEX spaced ON relation_parts_indexes.t USING spgist (d);

-- INDEX relation_parts_indexes.spatial
CREATE INDEX spatial ON relation_parts_indexes.t USING gist (d);

-- INDEX relation_parts_nulls_not_distinct.i
CREATE UNIQUE INDEX i ON relation_parts_nulls_not_distinct.t USING btree (b) NULLS NOT DISTINCT;

-- INDEX relation_parts_partition_indexes.by_b
CREATE INDEX by_b ON ONLY relation_parts_partition_indexes.root USING btree (b);

-- COMMENT relation_parts_partition_indexes.INDEX by_b
COMMENT ON INDEX relation_parts_partition_indexes.by_b IS 'of the root';

-- INDEX relation_parts_partition_indexes.incomplete
CREATE INDEX incomplete ON ONLY relation_parts_partition_indexes.root USING btree (a, b);

-- INDEX relation_parts_partition_indexes.one_b_idx
CREATE INDEX one_b_idx ON relation_parts_partition_indexes.one USING btree (b);

-- COMMENT relation_parts_partition_indexes.INDEX one_b_idx
COMMENT ON INDEX relation_parts_partition_indexes.one_b_idx IS 'of a leaf';

-- INDEX relation_parts_partition_indexes.one_unique
CREATE UNIQUE INDEX one_unique ON relation_parts_partition_indexes.one USING btree (a, b);

-- INDEX relation_parts_partition_indexes.own
CREATE INDEX own ON relation_parts_partition_indexes.one USING btree (lower(b));

-- INDEX relation_parts_partition_indexes.three_b
CREATE INDEX three_b ON relation_parts_partition_indexes.three USING btree (b) WITH (fillfactor='50');

-- INDEX relation_parts_partition_indexes.two_b_idx
CREATE INDEX two_b_idx ON ONLY relation_parts_partition_indexes.two USING btree (b);

-- INDEX relation_parts_partition_indexes.two_all_b_idx
CREATE INDEX two_all_b_idx ON relation_parts_partition_indexes.two_all USING btree (b);

-- INDEX ATTACH relation_parts_foreign_keys_partitioned.target_1_pkey
ALTER INDEX relation_parts_foreign_keys_partitioned.target_pkey ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_1_pkey;

-- INDEX ATTACH relation_parts_foreign_keys_partitioned.target_2_all_pkey
ALTER INDEX relation_parts_foreign_keys_partitioned.target_2_pkey ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_2_all_pkey;

-- INDEX ATTACH relation_parts_foreign_keys_partitioned.target_2_pkey
ALTER INDEX relation_parts_foreign_keys_partitioned.target_pkey ATTACH PARTITION relation_parts_foreign_keys_partitioned.target_2_pkey;

-- INDEX ATTACH relation_parts_partition_indexes.one_b_idx
ALTER INDEX relation_parts_partition_indexes.by_b ATTACH PARTITION relation_parts_partition_indexes.one_b_idx;

-- INDEX ATTACH relation_parts_partition_indexes.one_pkey
ALTER INDEX relation_parts_partition_indexes.root_pkey ATTACH PARTITION relation_parts_partition_indexes.one_pkey;

-- INDEX ATTACH relation_parts_partition_indexes.three_b
ALTER INDEX relation_parts_partition_indexes.by_b ATTACH PARTITION relation_parts_partition_indexes.three_b;

-- INDEX ATTACH relation_parts_partition_indexes.three_own
ALTER INDEX relation_parts_partition_indexes.root_pkey ATTACH PARTITION relation_parts_partition_indexes.three_own;

-- INDEX ATTACH relation_parts_partition_indexes.two_all_b_idx
ALTER INDEX relation_parts_partition_indexes.two_b_idx ATTACH PARTITION relation_parts_partition_indexes.two_all_b_idx;

-- INDEX ATTACH relation_parts_partition_indexes.two_all_pkey
ALTER INDEX relation_parts_partition_indexes.two_pkey ATTACH PARTITION relation_parts_partition_indexes.two_all_pkey;

-- INDEX ATTACH relation_parts_partition_indexes.two_b_idx
ALTER INDEX relation_parts_partition_indexes.by_b ATTACH PARTITION relation_parts_partition_indexes.two_b_idx;

-- INDEX ATTACH relation_parts_partition_indexes.two_pkey
ALTER INDEX relation_parts_partition_indexes.root_pkey ATTACH PARTITION relation_parts_partition_indexes.two_pkey;

-- STATISTICS relation_parts_statistics.Every
CREATE STATISTICS relation_parts_statistics."Every" ON a, b, c FROM relation_parts_statistics.t;
ALTER STATISTICS relation_parts_statistics."Every" OWNER TO postgres;

-- STATISTICS relation_parts_statistics.dependent
CREATE STATISTICS relation_parts_statistics.dependent (ndistinct, dependencies) ON a, b FROM relation_parts_statistics.t;

ALTER STATISTICS relation_parts_statistics.dependent SET STATISTICS 42;
ALTER STATISTICS relation_parts_statistics.dependent OWNER TO postgres;

-- COMMENT relation_parts_statistics.STATISTICS dependent
COMMENT ON STATISTICS relation_parts_statistics.dependent IS 'depends';

-- STATISTICS relation_parts_statistics_apart.elsewhere
CREATE STATISTICS relation_parts_statistics_apart.elsewhere (mcv) ON b, c FROM relation_parts_statistics.t;
ALTER STATISTICS relation_parts_statistics_apart.elsewhere OWNER TO postgres;

-- STATISTICS relation_parts_statistics_expressions.more
CREATE STATISTICS relation_parts_statistics_expressions.more (mcv) ON a, lower(b), (a % 10) FROM relation_parts_statistics_expressions.t;
ALTER STATISTICS relation_parts_statistics_expressions.more OWNER TO postgres;

-- STATISTICS relation_parts_statistics_expressions.one
CREATE STATISTICS relation_parts_statistics_expressions.one ON (a + 1) FROM relation_parts_statistics_expressions.t;
ALTER STATISTICS relation_parts_statistics_expressions.one OWNER TO postgres;

-- RULE relation_parts_rules.log always
CREATE RULE always AS
    ON INSERT TO relation_parts_rules.log DO
 NOTIFY relation_parts_rules;

ALTER TABLE relation_parts_rules.log ENABLE ALWAYS RULE always;

-- RULE relation_parts_rules.log replica
CREATE RULE replica AS
    ON DELETE TO relation_parts_rules.log DO
 NOTIFY other;

ALTER TABLE relation_parts_rules.log ENABLE REPLICA RULE replica;

-- RULE relation_parts_rules.t Ignored "rule"
CREATE RULE "Ignored ""rule""" AS
    ON DELETE TO relation_parts_rules.t DO INSTEAD NOTHING;

-- RULE relation_parts_rules.t logged
CREATE RULE logged AS
    ON INSERT TO relation_parts_rules.t
   WHERE (new.a > 100) DO  INSERT INTO relation_parts_rules.log (at, what)
  VALUES (now(), ('it''s '::text || new.b));

-- COMMENT relation_parts_rules.RULE logged ON t
COMMENT ON RULE logged ON relation_parts_rules.t IS 'logs';

-- RULE relation_parts_rules.t two
CREATE RULE two AS
    ON UPDATE TO relation_parts_rules.t
   WHERE (old.a <> new.a) DO ( INSERT INTO relation_parts_rules.log (at, what)
  VALUES (now(), 'x'::text);
 DELETE FROM relation_parts_rules.log
  WHERE (log.what = 'y'::text);
);

ALTER TABLE relation_parts_rules.t DISABLE RULE two;

-- RULE relation_parts_rules.v into_table
CREATE RULE into_table AS
    ON INSERT TO relation_parts_rules.v DO INSTEAD  INSERT INTO relation_parts_rules.t (a, b)
  VALUES (new.a, new.b)
  RETURNING t.a,
    t.b;

-- TRIGGER relation_parts_trigger_partitions.root disabled
CREATE TRIGGER disabled AFTER INSERT ON relation_parts_trigger_partitions.root FOR EACH ROW EXECUTE FUNCTION relation_parts_trigger_partitions.act();

ALTER TABLE relation_parts_trigger_partitions.root DISABLE TRIGGER disabled;

-- TRIGGER relation_parts_trigger_partitions.aaa_leaf disabled
ALTER TABLE relation_parts_trigger_partitions.aaa_leaf ENABLE ALWAYS TRIGGER disabled;

-- TRIGGER relation_parts_trigger_partitions.root on_all
CREATE TRIGGER on_all AFTER INSERT ON relation_parts_trigger_partitions.root FOR EACH ROW EXECUTE FUNCTION relation_parts_trigger_partitions.act();

-- TRIGGER relation_parts_trigger_partitions.root statement
CREATE TRIGGER statement AFTER INSERT ON relation_parts_trigger_partitions.root FOR EACH STATEMENT EXECUTE FUNCTION relation_parts_trigger_partitions.act();

-- TRIGGER relation_parts_trigger_partitions.zero on_all
ALTER TABLE relation_parts_trigger_partitions.zero DISABLE TRIGGER on_all;

-- TRIGGER relation_parts_trigger_partitions.zero own
CREATE TRIGGER own AFTER INSERT ON relation_parts_trigger_partitions.zero FOR EACH ROW EXECUTE FUNCTION relation_parts_trigger_partitions.act();

-- TRIGGER relation_parts_triggers.t Odd "trigger"
CREATE TRIGGER "Odd ""trigger""" AFTER TRUNCATE ON relation_parts_triggers.t FOR EACH STATEMENT EXECUTE FUNCTION relation_parts_triggers.act();

-- TRIGGER relation_parts_triggers.t after_statement
CREATE TRIGGER after_statement AFTER DELETE ON relation_parts_triggers.t REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION relation_parts_triggers.act();

-- TRIGGER relation_parts_triggers.t always
CREATE TRIGGER always AFTER INSERT ON relation_parts_triggers.t FOR EACH ROW EXECUTE FUNCTION relation_parts_triggers.act();

ALTER TABLE relation_parts_triggers.t ENABLE ALWAYS TRIGGER always;

-- TRIGGER relation_parts_triggers.t before_row
CREATE TRIGGER before_row BEFORE INSERT OR UPDATE OF a, b ON relation_parts_triggers.t FOR EACH ROW WHEN (((new.a > 0) AND (new.b <> 'it''s'::text))) EXECUTE FUNCTION relation_parts_triggers.act('arg', 'it''s', 'back\slash');

-- COMMENT relation_parts_triggers.TRIGGER before_row ON t
COMMENT ON TRIGGER before_row ON relation_parts_triggers.t IS 'acts';

-- TRIGGER relation_parts_triggers.t deferred
CREATE CONSTRAINT TRIGGER deferred AFTER INSERT ON relation_parts_triggers.t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION relation_parts_triggers.act();

-- TRIGGER relation_parts_triggers.t off
CREATE TRIGGER off AFTER INSERT ON relation_parts_triggers.t FOR EACH ROW EXECUTE FUNCTION relation_parts_triggers.act();

ALTER TABLE relation_parts_triggers.t DISABLE TRIGGER off;

-- TRIGGER relation_parts_triggers.t replica
CREATE TRIGGER replica AFTER INSERT ON relation_parts_triggers.t FOR EACH ROW EXECUTE FUNCTION relation_parts_triggers.act();

ALTER TABLE relation_parts_triggers.t ENABLE REPLICA TRIGGER replica;

-- TRIGGER relation_parts_triggers.v instead
CREATE TRIGGER instead INSTEAD OF INSERT ON relation_parts_triggers.v FOR EACH ROW EXECUTE FUNCTION relation_parts_triggers.act();

-- FK CONSTRAINT relation_parts_foreign_keys.broken some_day
ALTER TABLE ONLY relation_parts_foreign_keys.broken
    ADD CONSTRAINT some_day FOREIGN KEY (a) REFERENCES relation_parts_foreign_keys.itself(id) NOT VALID;

-- FK CONSTRAINT relation_parts_foreign_keys.egg egg_hen_fkey
ALTER TABLE ONLY relation_parts_foreign_keys.egg
    ADD CONSTRAINT egg_hen_fkey FOREIGN KEY (hen) REFERENCES relation_parts_foreign_keys.hen(id) DEFERRABLE;

-- FK CONSTRAINT relation_parts_foreign_keys.hen hen_egg_fkey
ALTER TABLE ONLY relation_parts_foreign_keys.hen
    ADD CONSTRAINT hen_egg_fkey FOREIGN KEY (egg) REFERENCES relation_parts_foreign_keys.egg(id);

-- FK CONSTRAINT relation_parts_foreign_keys.itself itself_parent_fkey
ALTER TABLE ONLY relation_parts_foreign_keys.itself
    ADD CONSTRAINT itself_parent_fkey FOREIGN KEY (parent) REFERENCES relation_parts_foreign_keys.itself(id);

-- FK CONSTRAINT relation_parts_foreign_keys.source full
ALTER TABLE ONLY relation_parts_foreign_keys.source
    ADD CONSTRAINT "full" FOREIGN KEY (a, b) REFERENCES relation_parts_foreign_keys.target(a, b) MATCH FULL ON UPDATE SET NULL ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;

-- FK CONSTRAINT relation_parts_foreign_keys.source simple
ALTER TABLE ONLY relation_parts_foreign_keys.source
    ADD CONSTRAINT simple FOREIGN KEY (c) REFERENCES relation_parts_foreign_keys.target(b) ON DELETE SET DEFAULT;

-- COMMENT relation_parts_foreign_keys.CONSTRAINT simple ON source
COMMENT ON CONSTRAINT simple ON relation_parts_foreign_keys.source IS 'simple';

-- FK CONSTRAINT relation_parts_foreign_keys_partitioned.aaa_plain plain_to_tree
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.aaa_plain
    ADD CONSTRAINT plain_to_tree FOREIGN KEY (a) REFERENCES relation_parts_foreign_keys_partitioned.target(a) DEFERRABLE;

-- FK CONSTRAINT relation_parts_foreign_keys_partitioned.aaa_source aaa_source_a_fkey
ALTER TABLE relation_parts_foreign_keys_partitioned.aaa_source
    ADD CONSTRAINT aaa_source_a_fkey FOREIGN KEY (a) REFERENCES relation_parts_foreign_keys_partitioned.target(a) ON DELETE CASCADE;

-- FK CONSTRAINT relation_parts_foreign_keys_partitioned.aaa_source_1 own
ALTER TABLE ONLY relation_parts_foreign_keys_partitioned.aaa_source_1
    ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES relation_parts_foreign_keys_partitioned.target(a);

-- FK CONSTRAINT relation_parts_periods.during f
ALTER TABLE ONLY relation_parts_periods.during
    ADD CONSTRAINT f FOREIGN KEY (id, PERIOD at) REFERENCES relation_parts_periods.at(id, PERIOD at);

-- FK CONSTRAINT relation_parts_periods.relaxed f
ALTER TABLE ONLY relation_parts_periods.relaxed
    ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES relation_parts_periods.plain(a) NOT ENFORCED;

-- ROW SECURITY relation_parts_policies.enabled
ALTER TABLE relation_parts_policies.enabled ENABLE ROW LEVEL SECURITY;

-- ROW SECURITY relation_parts_policies.t
ALTER TABLE relation_parts_policies.t ENABLE ROW LEVEL SECURITY;

-- POLICY relation_parts_policies.disabled p
CREATE POLICY p ON relation_parts_policies.disabled;

-- POLICY relation_parts_policies.t Up date
CREATE POLICY "Up date" ON relation_parts_policies.t FOR UPDATE TO postgres USING ((a < 5)) WITH CHECK (true);

-- POLICY relation_parts_policies.t deleters
CREATE POLICY deleters ON relation_parts_policies.t FOR DELETE USING ((EXISTS ( SELECT
   FROM relation_parts_policies.t other
  WHERE (other.a = t.a))));

-- POLICY relation_parts_policies.t everyone
CREATE POLICY everyone ON relation_parts_policies.t;

-- POLICY relation_parts_policies.t readers
CREATE POLICY readers ON relation_parts_policies.t FOR SELECT TO dumpr_test_bob, dumpr_test_alice USING ((who = CURRENT_USER));

-- COMMENT relation_parts_policies.POLICY readers ON t
COMMENT ON POLICY readers ON relation_parts_policies.t IS 'reads';

-- POLICY relation_parts_policies.t writers
CREATE POLICY writers ON relation_parts_policies.t AS RESTRICTIVE FOR INSERT WITH CHECK (((a > 0) AND (who <> 'it''s'::text)));

\unrestrict snapshot
