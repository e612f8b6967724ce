-- Views in dependency loops: each other's rules and functions, and a primary key that GROUP BY relies on.
CREATE SCHEMA relations_view_loops;
SET search_path = relations_view_loops;
CREATE TABLE keyed (id integer PRIMARY KEY, label text COLLATE "C", n integer);
INSERT INTO keyed VALUES (1, 'a', 2);
CREATE VIEW grouped WITH (security_barrier = true) AS SELECT id, label, sum(n) AS total FROM keyed GROUP BY id;
CREATE VIEW on_grouped AS SELECT label, total FROM grouped;
CREATE MATERIALIZED VIEW grouped_rows AS SELECT id, label FROM keyed GROUP BY id;
CREATE MATERIALIZED VIEW on_grouped_rows AS SELECT label FROM grouped_rows;
CREATE INDEX ON on_grouped_rows (label);
-- a function of a view's row that the view calls
CREATE VIEW called AS SELECT 1 AS a, 'x'::text COLLATE "C" AS b;
CREATE FUNCTION about(called) RETURNS integer LANGUAGE sql AS 'SELECT $1.a';
CREATE OR REPLACE VIEW called AS SELECT 1 AS a, 'x'::text COLLATE "C" AS b, about(NULL) AS c;
COMMENT ON VIEW called IS 'calls itself';
GRANT SELECT ON called TO PUBLIC;
RESET search_path;
