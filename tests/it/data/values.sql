-- The edges of every built-in type, with NULL in every column of one row.
\set ON_ERROR_STOP 1
SELECT current_setting('server_version_num')::int >= 140000 AS v14, current_setting('server_version_num')::int >= 150000 AS v15,
       current_setting('server_version_num')::int >= 170000 AS v17 \gset
CREATE SCHEMA edge;
CREATE TYPE edge.mood AS ENUM ('sad', 'it''s "fine"', 'ünïcode', '');
CREATE TYPE edge.pair AS (a int, b text);
CREATE TYPE edge.nested AS (p edge.pair, l edge.mood[], d date);
CREATE DOMAIN edge.small AS int CHECK (VALUE < 1000);
CREATE DOMAIN edge.few AS edge.small[];
CREATE TYPE edge.span AS RANGE (subtype = edge.small);

CREATE TABLE edge.numbers (i2 int2, i4 int4, i8 int8, n numeric, n2 numeric(20, 5), f4 float4, f8 float8, b bool, m money);
INSERT INTO edge.numbers VALUES
    (-32768, -2147483648, -9223372036854775808, 'NaN', 1.00000, '-0', '-0', true, '-92233720368547758.08'),
    (32767, 2147483647, 9223372036854775807, 0, -99999999999999.99999, 'Infinity', '-Infinity', false, '92233720368547758.07'),
    (0, 0, 0, 1.0, 0, 'NaN', 'NaN', NULL, 0),
    (1, 1, 1, '1e-1000', 0.1, 1.4e-45, 4.9e-324, true, 0.01),
    (-1, -1, -1, '-12345678901234567890.0987654321000', 1, 3.4028235e38, 1.7976931348623157e308, true, 1),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO edge.numbers (n) VALUES (repeat('9', 131072)::numeric), (('0.' || repeat('1', 16383))::numeric);
INSERT INTO edge.numbers (i4, n, f8) SELECT i, i * 1.10, i / 3.0 FROM generate_series(1, 2000) i;
\if :v14
INSERT INTO edge.numbers (n) VALUES ('Infinity'), ('-Infinity');
\endif
\if :v15
CREATE TABLE edge.scales (negative numeric(5, -3), tiny numeric(3, 10));
INSERT INTO edge.scales VALUES (12345678, 0.0000000123), (-1000, NULL);
\endif

CREATE TABLE edge.texts (id int, t text, v varchar(20), c char(7), n name, q "char", x text COLLATE "C");
INSERT INTO edge.texts VALUES
    (1, '', '', '', '', '', ''), (2, 'NULL', '\N', '\.', 'null', 'x', '\'), (3, NULL, NULL, NULL, NULL, NULL, NULL),
    (4, E'tab\tnew\nreturn\rbackspace\bfeed\fvertical\vend', E'\\\\', E'\t', '"quoted"', '''', E'\\N\\.\n'),
    (5, 'ünïcödé 静 🐘 ‏עברית‎', 'é', 'ß', 'ñ', '\', U&'\200B\FEFF\2028'), (6, ' lead and trail ', ' ', 'a b', ' ', ' ', ',;|'),
    (7, '$1 ${HOME} `id` %s %n', '--', '/* */', ';', '%', $$\copy t from program 'id'$$);
INSERT INTO edge.texts (id, t) SELECT 100 + i, 'a' || chr(i) || 'b' FROM generate_series(1, 300) i;
INSERT INTO edge.texts (id, q) SELECT 1000 + i, i::"char" FROM generate_series(-128, 127) i;

CREATE TABLE edge.times (d date, t time, tz timetz, ts timestamp(3), tstz timestamptz, i interval, iy interval year to month);
INSERT INTO edge.times VALUES
    ('infinity', '00:00', '00:00+15:59', 'infinity', 'infinity', '0', '1 year'),
    ('-infinity', '24:00', '24:00-15:59', '-infinity', '-infinity', '-178000000 years', '-1 month'),
    ('4713-01-01 BC', '23:59:59.999999', '12:00:00.5+05:45', '4713-01-01 00:00:00 BC', '4713-01-01 00:00:00+00 BC', '1 mon -1 day +00:00:00.000001', NULL),
    ('5874897-12-31', '12:00', '12:00', '294276-12-31 23:59:59.999', '294276-12-31 23:59:59.999999+00', '178000000 years', NULL),
    ('2000-01-01', NULL, NULL, '1999-12-31 23:59:59.999', '0044-03-15 12:00+00 BC', '-1 day', NULL), (NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO edge.times (d, tstz) SELECT date '2020-02-28' + i, timestamptz '2020-01-01 00:00+00' + i * interval '1.000001 s' FROM generate_series(1, 1000) i;
\if :v17
INSERT INTO edge.times (i) VALUES ('infinity'), ('-infinity');
\endif

CREATE TABLE edge.bytes (b bytea, u uuid, bt bit(9), vb bit varying, ip inet, net cidr, mac macaddr, mac8 macaddr8);
INSERT INTO edge.bytes VALUES
    ('', '00000000-0000-0000-0000-000000000000', B'000000000', B'', '0.0.0.0', '0.0.0.0/0', '00:00:00:00:00:00', '00:00:00:00:00:00:00:00'),
    ('\x00ff5c', 'ffffffff-ffff-ffff-ffff-ffffffffffff', B'101010101', B'1', '::1/64', '2001:db8::/32', 'ff:ff:ff:ff:ff:ff', '08:00:2b:01:02:03:04:05'),
    (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO edge.bytes (b) SELECT decode(string_agg(lpad(to_hex(i), 2, '0'), ''), 'hex') FROM generate_series(0, 255) i;
INSERT INTO edge.bytes (b, u, ip) SELECT decode(md5(i::text), 'hex'), md5(i::text)::uuid, '10.0.0.0'::inet + i FROM generate_series(1, 1000) i;

CREATE TABLE edge.documents (j json, b jsonb, p jsonpath, v tsvector, q tsquery);
CREATE TABLE edge.markup (x xml, many xml[]);
INSERT INTO edge.markup VALUES ('<a b="1">ü &amp; </a>', ARRAY[xml 'content <b/> only', NULL]), ('', '{}'), (NULL, NULL);
INSERT INTO edge.documents VALUES
    ('{ "a" :1,"a": 2 }', '{"a": {"b": [1, 2.50, null, true, "\u00e9\n"]}}', '$.a[*] ? (@ > 1)', 'a:1A fat:2B,4C cat:5', '!fat & (rat:ab* | cat) <-> x'),
    ('null', 'null', '$', '', ''), ('1e400', '12345678901234567890.00000', 'strict $', $$'it''s' ' '$$, $$'it''s'$$), (NULL, NULL, NULL, NULL, NULL);

CREATE TABLE edge.shapes (p point, l line, s lseg, b box, pa path, po polygon, c circle);
INSERT INTO edge.shapes VALUES ('(1.5,-0)', '{1,2,3}', '[(0,0),(1,1)]', '(2,2),(1,1)', '[(0,0),(1,1)]', '((0,0),(1,1),(1,0))', '<(0,0),2>'),
    ('(Infinity,NaN)', '{0,1,0}', NULL, NULL, '((0,0),(1,1))', '((0,0))', '<(1,1),0>');

CREATE TABLE edge.sets (a int[], a2 text[][], ae edge.mood[], ad edge.small[], ac edge.pair[], fw edge.few, r int4range, n numrange,
    ts tsrange, tz tstzrange, d daterange, i8 int8range, u edge.span, ua edge.span[]);
INSERT INTO edge.sets VALUES
    ('{}', '{}', '{}', '{}', '{}', '{}', 'empty', 'empty', 'empty', 'empty', 'empty', 'empty', 'empty', '{}'),
    ('{1,NULL,-3}', '{{"a,b","NULL"},{NULL,"\"q\\"}}', '{sad,NULL,ünïcode}', '{1,999}', ARRAY[ROW(1, 'x'), ROW(NULL, NULL), NULL]::edge.pair[], '{7}',
     '[1,5)', '(,1.5]', '[2020-01-01,infinity]', '(-infinity,)', '[2020-01-01,2020-02-01)', '(,)', '[1,5]', '{"[1,2]",empty}'),
    ('[-5:-4][2:3]={{1,2},{3,4}}', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
\if :v14
CREATE TYPE edge.steps AS RANGE (subtype = numeric, multirange_type_name = edge.staircase);
CREATE TABLE edge.multi (m int4multirange, n nummultirange, d datemultirange[], u edge.staircase);
INSERT INTO edge.multi VALUES ($${}$$, $${}$$, $${}$$, $${}$$), ($${[1,3),[5,)}$$, $${(,1.5],[2.25,3)}$$, ARRAY[$${[2020-01-01,2020-02-01)}$$::datemultirange, NULL], $${[0.5,1]}$$), (NULL, NULL, NULL, NULL);
\endif
CREATE TABLE edge.made (m edge.mood, p edge.pair, n edge.nested, s edge.small, row_of edge.times, dom_pair edge.pair);
INSERT INTO edge.made VALUES ('', ROW(1, 'x,"y"'), ROW(ROW(NULL, ''), '{sad}', 'infinity'), 999, NULL, ROW(NULL, NULL)),
    ('it''s "fine"', NULL, ROW(NULL, NULL, NULL), NULL, ROW('2020-01-01', '01:02', NULL, NULL, NULL, '1 day', NULL), NULL), (NULL, NULL, NULL, NULL, NULL, NULL);

CREATE TABLE edge.internals (o oid, x xid, c cid, t tid, l pg_lsn, s txid_snapshot, ov oidvector, iv int2vector, x8 xid8, ps pg_snapshot);
INSERT INTO edge.internals VALUES (4294967295, '1', '2', '(4294967295,65535)', 'FFFFFFFF/FFFFFFFF', '10:20:10,14', '1 2', '1 -2', '18446744073709551615', '10:20:'), ('0', NULL, NULL, NULL, '0/0', NULL, '', '', NULL, NULL);
CREATE TABLE edge.names_of_things (c regclass, t regtype, p regprocedure, o regoperator, r regrole, n regnamespace, tc regconfig, td regdictionary, l regcollation, many regclass[]);
INSERT INTO edge.names_of_things VALUES ('edge.times', 'edge.mood', 'pg_catalog.lower(text)', '=(int4,int4)', 'postgres', 'edge', 'english', 'simple', '"C"', '{edge.times,edge.made}'), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
