-- Partitions by the hash of an enum: the rows belong elsewhere once the enum has other OIDs.
CREATE SCHEMA relations_hash_on_enum;
SET search_path = relations_hash_on_enum;
CREATE TYPE color AS ENUM ('red', 'green', 'blue', 'black', 'white', 'yellow', 'brown', 'pink');
CREATE TABLE by_enum (c color, n integer) PARTITION BY HASH (c);
CREATE TABLE by_enum_0 PARTITION OF by_enum FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE by_enum_1 PARTITION OF by_enum FOR VALUES WITH (MODULUS 3, REMAINDER 1) PARTITION BY LIST (n);
CREATE TABLE by_enum_1_all PARTITION OF by_enum_1 DEFAULT;
CREATE TABLE by_enum_2 PARTITION OF by_enum FOR VALUES WITH (MODULUS 3, REMAINDER 2);
INSERT INTO by_enum SELECT (enum_range(NULL::color))[1 + n % 8], n FROM generate_series(1, 64) n;
CREATE TABLE by_enum_array (c color[]) PARTITION BY HASH (c);
CREATE TABLE by_enum_array_0 PARTITION OF by_enum_array FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE by_enum_array_1 PARTITION OF by_enum_array FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO by_enum_array SELECT ARRAY[(enum_range(NULL::color))[1 + n % 8]] FROM generate_series(0, 15) n;
CREATE TABLE by_number (n integer[]) PARTITION BY HASH (n);
CREATE TABLE by_number_0 PARTITION OF by_number FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO by_number VALUES ('{1}');
RESET search_path;
