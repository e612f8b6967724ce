-- Foreign keys from, to and between partitioned tables.
CREATE SCHEMA relation_parts_foreign_keys_partitioned;
SET search_path = relation_parts_foreign_keys_partitioned;
CREATE TABLE target (a integer PRIMARY KEY) PARTITION BY RANGE (a);
CREATE TABLE target_1 PARTITION OF target FOR VALUES FROM (0) TO (10);
CREATE TABLE target_2 PARTITION OF target FOR VALUES FROM (10) TO (20) PARTITION BY LIST (a);
CREATE TABLE target_2_all PARTITION OF target_2 DEFAULT;
CREATE TABLE aaa_source (a integer REFERENCES target ON DELETE CASCADE, b integer) PARTITION BY RANGE (b);
CREATE TABLE aaa_source_1 PARTITION OF aaa_source FOR VALUES FROM (0) TO (10);
CREATE TABLE aaa_source_2 (b integer, a integer);
ALTER TABLE aaa_source ATTACH PARTITION aaa_source_2 DEFAULT;
CREATE TABLE aaa_plain (a integer, CONSTRAINT plain_to_tree FOREIGN KEY (a) REFERENCES target DEFERRABLE);
INSERT INTO target VALUES (1), (11), (12);
INSERT INTO aaa_source VALUES (1, 1), (11, 50), (NULL, 1);
INSERT INTO aaa_plain VALUES (12);
-- only one partition has it
ALTER TABLE aaa_source_1 ADD CONSTRAINT own FOREIGN KEY (b) REFERENCES target;
RESET search_path;
