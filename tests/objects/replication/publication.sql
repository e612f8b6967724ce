CREATE SCHEMA replication_publication;
CREATE TABLE replication_publication.orders (id integer PRIMARY KEY, total numeric);
CREATE TABLE replication_publication."Items" (id integer PRIMARY KEY);
CREATE TABLE replication_publication.parts (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE replication_publication.parts_1 PARTITION OF replication_publication.parts FOR VALUES FROM (1) TO (10);
CREATE PUBLICATION replication_empty;
CREATE PUBLICATION replication_all FOR ALL TABLES WITH (publish = 'insert');
CREATE PUBLICATION "Replication, some" FOR TABLE replication_publication.orders, replication_publication."Items"
    WITH (publish = 'insert, truncate');
CREATE PUBLICATION replication_root FOR TABLE replication_publication.parts WITH (publish_via_partition_root);
CREATE PUBLICATION replication_nothing WITH (publish = '');
ALTER PUBLICATION "Replication, some" OWNER TO dumpr_owner;
COMMENT ON PUBLICATION "Replication, some" IS 'two tables';
