-- servers: 14-
CREATE SCHEMA routines_function_atomic;
SET search_path = routines_function_atomic;

CREATE TABLE orders (id integer PRIMARY KEY, customer text, total numeric);
INSERT INTO orders VALUES (1, 'a', 1.5);
CREATE FUNCTION total() RETURNS numeric BEGIN ATOMIC SELECT sum(total) FROM orders; END;
CREATE FUNCTION one() RETURNS integer RETURN 1;
CREATE FUNCTION sum_of_one(a integer, "B" integer) RETURNS integer RETURN a + "B" + one();
CREATE PROCEDURE fill(n integer) BEGIN ATOMIC
    INSERT INTO orders (id, customer) SELECT i, 'it''s' FROM generate_series(1, n) i;
    DELETE FROM orders WHERE total IS NULL;
END;

-- Needs the primary key, which is made after the rows.
CREATE FUNCTION per_order() RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC
    SELECT customer || count(*) FROM orders GROUP BY id;
END;
COMMENT ON FUNCTION per_order() IS 'postponed';
GRANT EXECUTE ON FUNCTION per_order() TO dumpr_reader;

-- A view of a function of a view.
CREATE VIEW customers AS SELECT DISTINCT customer FROM orders;
CREATE FUNCTION customer_count() RETURNS bigint RETURN (SELECT count(*) FROM customers);
CREATE VIEW counted AS SELECT customer_count() AS n;
