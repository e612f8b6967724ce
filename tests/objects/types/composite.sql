CREATE SCHEMA types_composite;
SET search_path = types_composite;

CREATE TYPE empty AS ();
CREATE TYPE amount AS (value numeric(10,2), unit text COLLATE "C", "Odd name" varchar(7)[], "select" timestamptz(3));
COMMENT ON TYPE amount IS 'a value with a unit';
COMMENT ON COLUMN amount.unit IS 'ISO code';
COMMENT ON COLUMN amount."Odd name" IS E'it\'s odd';
ALTER TYPE amount OWNER TO dumpr_owner;
GRANT USAGE ON TYPE amount TO dumpr_reader;

CREATE TYPE changed AS (a integer, gone text, b amount);
ALTER TYPE changed DROP ATTRIBUTE gone;
ALTER TYPE changed ADD ATTRIBUTE c amount[];
COMMENT ON COLUMN changed.c IS 'behind a dropped one';

-- Types of each other and of a table's row.
CREATE TABLE place (id integer, name text);
CREATE TYPE visit AS (where_to place, others place[], cost amount);
CREATE DOMAIN small_amount AS amount CHECK ((VALUE).value < 10);
CREATE TYPE deep AS (a small_amount, b visit);

CREATE TABLE uses (a amount, c changed, v visit, d deep);
INSERT INTO uses VALUES (ROW(1.5, 'EUR', '{a,b}', '2020-01-01 00:00+00'), NULL, ROW(ROW(1, 'x'), '{}', NULL), NULL);

-- A function of the type, and a type of a view's row.
CREATE FUNCTION double(amount) RETURNS amount LANGUAGE sql AS 'SELECT ROW(($1).value * 2, ($1).unit, NULL, NULL)::types_composite.amount';
CREATE VIEW places AS SELECT name FROM place;
CREATE TYPE of_view AS (v places);
