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

-- SCHEMA Replication schema
CREATE SCHEMA "Replication schema";
ALTER SCHEMA "Replication schema" OWNER TO postgres;

-- SCHEMA replication_publication
CREATE SCHEMA replication_publication;
ALTER SCHEMA replication_publication OWNER TO postgres;

-- SCHEMA replication_publication_filter
CREATE SCHEMA replication_publication_filter;
ALTER SCHEMA replication_publication_filter OWNER TO postgres;

-- SCHEMA replication_publication_generated
CREATE SCHEMA replication_publication_generated;
ALTER SCHEMA replication_publication_generated OWNER TO postgres;

-- SCHEMA replication_subscription
CREATE SCHEMA replication_subscription;
ALTER SCHEMA replication_subscription OWNER TO postgres;

-- SCHEMA replication_subscription_14
CREATE SCHEMA replication_subscription_14;
ALTER SCHEMA replication_subscription_14 OWNER TO postgres;

-- SCHEMA replication_subscription_15
CREATE SCHEMA replication_subscription_15;
ALTER SCHEMA replication_subscription_15 OWNER TO postgres;

-- SCHEMA replication_subscription_16
CREATE SCHEMA replication_subscription_16;
ALTER SCHEMA replication_subscription_16 OWNER TO postgres;

-- SCHEMA replication_subscription_17
CREATE SCHEMA replication_subscription_17;
ALTER SCHEMA replication_subscription_17 OWNER TO postgres;

-- TABLE Replication schema.t
SET default_table_access_method = heap;
CREATE TABLE "Replication schema".t (
    id integer NOT NULL
);
ALTER TABLE "Replication schema".t OWNER TO postgres;

-- TABLE replication_publication.Items
CREATE TABLE replication_publication."Items" (
    id integer NOT NULL
);
ALTER TABLE replication_publication."Items" OWNER TO postgres;

-- TABLE replication_publication.orders
CREATE TABLE replication_publication.orders (
    id integer NOT NULL,
    total numeric
);
ALTER TABLE replication_publication.orders OWNER TO postgres;

-- TABLE replication_publication.parts
CREATE TABLE replication_publication.parts (
    id integer CONSTRAINT parts_id_not_null NOT NULL
)
PARTITION BY RANGE (id);
ALTER TABLE replication_publication.parts OWNER TO postgres;

-- TABLE replication_publication.parts_1
CREATE TABLE replication_publication.parts_1 (
    id integer CONSTRAINT parts_id_not_null NOT NULL
);
ALTER TABLE replication_publication.parts_1 OWNER TO postgres;

-- TABLE replication_publication_filter.lines
CREATE TABLE replication_publication_filter.lines (
    id integer NOT NULL
);
ALTER TABLE replication_publication_filter.lines OWNER TO postgres;

-- TABLE replication_publication_filter.orders
CREATE TABLE replication_publication_filter.orders (
    id integer NOT NULL,
    "Total" numeric,
    note text
);
ALTER TABLE replication_publication_filter.orders OWNER TO postgres;

-- TABLE replication_publication_generated.t
CREATE TABLE replication_publication_generated.t (
    id integer NOT NULL,
    twice integer GENERATED ALWAYS AS ((id * 2)) STORED
);
ALTER TABLE replication_publication_generated.t OWNER TO postgres;

-- TABLE ATTACH replication_publication.parts_1
ALTER TABLE ONLY replication_publication.parts ATTACH PARTITION replication_publication.parts_1 FOR VALUES FROM (1) TO (10);

-- CONSTRAINT Replication schema.t t_pkey
ALTER TABLE ONLY "Replication schema".t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication.Items Items_pkey
ALTER TABLE ONLY replication_publication."Items"
    ADD CONSTRAINT "Items_pkey" PRIMARY KEY (id);

-- CONSTRAINT replication_publication.orders orders_pkey
ALTER TABLE ONLY replication_publication.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication.parts parts_pkey
ALTER TABLE ONLY replication_publication.parts
    ADD CONSTRAINT parts_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication.parts_1 parts_1_pkey
ALTER TABLE ONLY replication_publication.parts_1
    ADD CONSTRAINT parts_1_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication_filter.lines lines_pkey
ALTER TABLE ONLY replication_publication_filter.lines
    ADD CONSTRAINT lines_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication_filter.orders orders_pkey
ALTER TABLE ONLY replication_publication_filter.orders
    ADD CONSTRAINT orders_pkey PRIMARY KEY (id);

-- CONSTRAINT replication_publication_generated.t t_pkey
ALTER TABLE ONLY replication_publication_generated.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);

-- INDEX ATTACH replication_publication.parts_1_pkey
ALTER INDEX replication_publication.parts_pkey ATTACH PARTITION replication_publication.parts_1_pkey;

-- PUBLICATION Replication, some
CREATE PUBLICATION "Replication, some" WITH (publish = 'insert, truncate');
ALTER PUBLICATION "Replication, some" OWNER TO dumpr_owner;

-- COMMENT PUBLICATION Replication, some
COMMENT ON PUBLICATION "Replication, some" IS 'two tables';

-- PUBLICATION replication_all
CREATE PUBLICATION replication_all FOR ALL TABLES WITH (publish = 'insert');
ALTER PUBLICATION replication_all OWNER TO postgres;

-- PUBLICATION replication_columns
CREATE PUBLICATION replication_columns WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION replication_columns OWNER TO postgres;

-- PUBLICATION replication_empty
CREATE PUBLICATION replication_empty WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION replication_empty OWNER TO postgres;

-- PUBLICATION replication_generated
CREATE PUBLICATION replication_generated WITH (publish = 'insert, update, delete, truncate', publish_generated_columns = stored);
ALTER PUBLICATION replication_generated OWNER TO postgres;

-- PUBLICATION replication_nothing
CREATE PUBLICATION replication_nothing WITH (publish = '');
ALTER PUBLICATION replication_nothing OWNER TO postgres;

-- PUBLICATION replication_root
CREATE PUBLICATION replication_root WITH (publish = 'insert, update, delete, truncate', publish_via_partition_root = true);
ALTER PUBLICATION replication_root OWNER TO postgres;

-- PUBLICATION replication_schema
CREATE PUBLICATION replication_schema WITH (publish = 'insert, update, delete, truncate');
ALTER PUBLICATION replication_schema OWNER TO postgres;

-- PUBLICATION TABLE replication_publication.Replication, some Items
ALTER PUBLICATION "Replication, some" ADD TABLE ONLY replication_publication."Items";

-- PUBLICATION TABLE replication_publication.Replication, some orders
ALTER PUBLICATION "Replication, some" ADD TABLE ONLY replication_publication.orders;

-- PUBLICATION TABLE replication_publication.replication_root parts
ALTER PUBLICATION replication_root ADD TABLE ONLY replication_publication.parts;

-- PUBLICATION TABLE replication_publication_filter.replication_columns lines
ALTER PUBLICATION replication_columns ADD TABLE ONLY replication_publication_filter.lines WHERE (true);

-- PUBLICATION TABLE replication_publication_filter.replication_columns orders
ALTER PUBLICATION replication_columns ADD TABLE ONLY replication_publication_filter.orders (id, "Total") WHERE (((id > 10) AND (id <> 12)));

-- PUBLICATION TABLE replication_publication_filter.replication_schema lines
ALTER PUBLICATION replication_schema ADD TABLE ONLY replication_publication_filter.lines;

-- PUBLICATION TABLE replication_publication_generated.replication_generated t
ALTER PUBLICATION replication_generated ADD TABLE ONLY replication_publication_generated.t;

-- PUBLICATION TABLES IN SCHEMA Replication schema.replication_schema Replication schema
ALTER PUBLICATION replication_schema ADD TABLES IN SCHEMA "Replication schema";

-- SUBSCRIPTION Replication, no slot
CREATE SUBSCRIPTION "Replication, no slot" CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = NONE, streaming = parallel, synchronous_commit = 'local');
ALTER SUBSCRIPTION "Replication, no slot" OWNER TO postgres;

-- SUBSCRIPTION replication_binary
CREATE SUBSCRIPTION replication_binary CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = 'replication_binary', streaming = on, binary = true);
ALTER SUBSCRIPTION replication_binary OWNER TO postgres;

-- SUBSCRIPTION replication_failover
CREATE SUBSCRIPTION replication_failover CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = 'replication_failover', streaming = parallel, failover = true);
ALTER SUBSCRIPTION replication_failover OWNER TO postgres;

-- SUBSCRIPTION replication_not_streaming
CREATE SUBSCRIPTION replication_not_streaming CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = 'replication_not_streaming', streaming = off);
ALTER SUBSCRIPTION replication_not_streaming OWNER TO postgres;

-- SUBSCRIPTION replication_origin
CREATE SUBSCRIPTION replication_origin CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = 'replication_origin', streaming = parallel, password_required = false, run_as_owner = true, origin = 'none');
ALTER SUBSCRIPTION replication_origin OWNER TO postgres;

-- SUBSCRIPTION replication_plain
CREATE SUBSCRIPTION replication_plain CONNECTION 'host=db.example password=''x y'' dbname=shop' PUBLICATION a, "B c" WITH (connect = false, slot_name = 'replication_plain', streaming = parallel);
ALTER SUBSCRIPTION replication_plain OWNER TO postgres;

-- COMMENT SUBSCRIPTION replication_plain
COMMENT ON SUBSCRIPTION replication_plain IS 'never connects here';

-- SUBSCRIPTION replication_two_phase
CREATE SUBSCRIPTION replication_two_phase CONNECTION 'dbname=shop' PUBLICATION a WITH (connect = false, slot_name = 'replication_two_phase', streaming = parallel, two_phase = on, disable_on_error = true);
ALTER SUBSCRIPTION replication_two_phase OWNER TO postgres;

\unrestrict snapshot
