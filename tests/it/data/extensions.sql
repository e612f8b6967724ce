-- Types of extensions: with binary I/O, without it, in another schema.
\set ON_ERROR_STOP 1
CREATE SCHEMA ext;
CREATE EXTENSION hstore WITH SCHEMA ext;
CREATE EXTENSION citext WITH SCHEMA ext;
CREATE EXTENSION ltree;
CREATE EXTENSION cube;
CREATE EXTENSION isn;
CREATE EXTENSION seg;
CREATE TABLE ext_values (h ext.hstore, c ext.citext, l ltree, lq lquery, cu cube, i isbn13, s seg, many ext.citext[]);
INSERT INTO ext_values VALUES
    ('a=>1, "b c"=>NULL', 'MiXed', 'Top.Science', 'Top.*{1,2}', '(1,2),(3,4)', '978-0-393-04002-9', '1.5 .. 2.5', '{A,NULL,b}'),
    ('', '', '', '*', '(0)', NULL, '< 5', '{}'), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO ext_values (h, c) SELECT ext.hstore('k', i::text), 'Case ' || i FROM generate_series(1, 500) i;
CREATE INDEX ON ext_values USING gin (h);
CREATE INDEX ON ext_values USING gist (l);
CREATE DOMAIN word AS ext.citext CHECK (VALUE <> '');
CREATE TABLE words (w word PRIMARY KEY);
INSERT INTO words VALUES ('Word'), ('other');
