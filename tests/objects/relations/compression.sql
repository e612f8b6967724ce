-- servers: 14-
-- A column's own compression method.
CREATE SCHEMA relations_compression;
CREATE TABLE relations_compression.t (a text COMPRESSION pglz, b text);
INSERT INTO relations_compression.t SELECT repeat('x', 10000), 'y';
