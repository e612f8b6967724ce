-- Rows of every built-in type, at their edges.
CREATE SCHEMA relations_rows;
SET search_path = relations_rows;
CREATE TABLE numbers (a smallint, b integer, c bigint, d real, e double precision, f numeric, g numeric(5, 2), h money, i boolean, j oid);
INSERT INTO numbers (a, b, c, d, e, f) VALUES
  (-32768, -2147483648, -9223372036854775808, '-Infinity', '-Infinity', 'NaN'),
  (32767, 2147483647, 9223372036854775807, 'Infinity', 'NaN', 1e100),
  (0, 0, 0, '1.1754944e-38', '-0', -0.00000000000000000001),
  (NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO numbers (h, i, j) VALUES ('-92233720368547758.08', true, 4294967295), ('1.5', false, 0);
CREATE TABLE times (a date, b time, c timetz, d timestamp, e timestamptz, f interval);
INSERT INTO times VALUES
  ('infinity', '24:00', '00:00+15:59', 'infinity', '-infinity', '-178000000 years'),
  ('4713-01-01 BC', '00:00:00.000001', '23:59:59.999999-15:59', '4713-01-01 00:00:00 BC', '294276-12-31 23:59:59.999999+00', '1 year -2 mons 3 days -04:05:06.789'),
  ('5874897-12-31', '12:00', '12:00+00', '0001-01-01 00:00:00', '2000-01-01 00:00:00+00', '0');
CREATE TABLE texts (a text, b varchar(5), c char(5), d bytea, e "char", f name, g bit(3), h varbit, i uuid, j json, k jsonb, l xml, m tsvector, n tsquery, o jsonpath);
INSERT INTO texts VALUES
  (E'tab\t newline\n return\r backslash\\ \\. \\N', 'é', 'ab', '\x00010203ff', '', 'name', B'101', B'', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a":  1, "a": 2}', '{"a": [1, null, "é"]}', '<a>&amp;</a>', 'a:1 fat:2B', 'a & !b:*', '$.a[*]'),
  ('', '', '', '', 'x', '', B'000', B'1', '00000000-0000-0000-0000-000000000000', 'null', '"\u20ac"', 'text', '', NULL, '$'),
  (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  ('\.', '\N', 'x', repeat('ab', 5000)::bytea, E'\\', 'n', B'111', B'01010101010', NULL, '[]', '[]', '<x/>', NULL, NULL, NULL);
CREATE TABLE shapes (a point, b line, c lseg, d box, e path, f polygon, g circle, h inet, i cidr, j macaddr, k macaddr8);
INSERT INTO shapes VALUES ('(1,-2)', '{1,2,3}', '[(0,0),(1,1)]', '(1,1),(0,0)', '[(0,0),(1,1)]', '((0,0),(1,1),(1,0))', '<(0,0),1>', '::1/64', '10.0.0.0/8', '08:00:2b:01:02:03', '08:00:2b:01:02:03:04:05'), (NULL, NULL, NULL, NULL, '((0,0),(1,1))', NULL, NULL, '127.0.0.1', NULL, NULL, NULL);
CREATE TYPE mood AS ENUM ('sad', 'it''s', 'Happy day');
CREATE TYPE pair AS (a integer, b text, m mood);
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE TABLE nested (a integer[], b text[][], c mood, d mood[], e pair, f pair[], g positive, h positive[], i int4range, j tstzrange, k numrange[], l span, m span[]);
INSERT INTO nested VALUES
  ('[0:2]={1,NULL,3}', '{{a,b},{c,NULL}}', 'it''s', '{sad,NULL,"Happy day"}', '(1,"x,y",sad)', '{"(1,a,)",NULL}', 1, '{1,2}', '[1,5)', 'empty', '{"[1.5,)",NULL}', '[1,2]', '{"(,3)"}'),
  ('{}', '{}', NULL, '{}', '(,,)', '{}', NULL, '{}', '(,)', '[2000-01-01,infinity)', '{}', NULL, NULL);
CREATE TABLE names_of_objects (a regclass, b regproc, c regtype, d regrole, e regnamespace, f regprocedure, g regclass[]);
INSERT INTO names_of_objects VALUES ('relations_rows.numbers', 'now', 'relations_rows.mood', 'pg_monitor', 'relations_rows', 'pg_catalog.abs(integer)', '{relations_rows.texts,NULL}');
-- arrays that once held a NULL
CREATE TABLE flags (a integer[], b mood[], c text[][]);
INSERT INTO flags VALUES ('{1,NULL,3}', '{sad,NULL}', '{{a,NULL}}'), ('{1,NULL}', NULL, NULL);
UPDATE flags SET a[2] = 2, b[2] = 'sad', c[1][2] = 'b' WHERE b IS NOT NULL;
-- an array type whose name is not that of its element
CREATE TYPE _box_of AS (a integer);
CREATE TYPE box_of AS (a integer);
CREATE TABLE boxes (a box_of[], b box_of);
INSERT INTO boxes VALUES (ARRAY[ROW(1)::box_of], ROW(2));
DROP TYPE _box_of;
-- a type that no server reads back, without values
CREATE TABLE unread (a integer, b pg_node_tree);
INSERT INTO unread VALUES (1, NULL), (2, NULL);
RESET search_path;
