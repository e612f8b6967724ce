-- servers: 17-
-- An identity column of a partitioned table.
CREATE SCHEMA relations_identity_partitions;
SET search_path = relations_identity_partitions;
CREATE TABLE root (id integer GENERATED ALWAYS AS IDENTITY (START 10), k integer) PARTITION BY RANGE (k);
CREATE TABLE leaf PARTITION OF root FOR VALUES FROM (0) TO (10);
INSERT INTO root (k) VALUES (1), (2);
RESET search_path;
