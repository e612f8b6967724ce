-- A table of 1600 columns, and one of which all but the last were dropped.
CREATE SCHEMA relations_wide;
DO $$
BEGIN
  EXECUTE 'CREATE TABLE relations_wide.wide (' || (SELECT string_agg('c' || n || ' integer DEFAULT ' || n, ', ') FROM generate_series(1, 1600) n) || ')';
  EXECUTE 'CREATE TABLE relations_wide.narrow (' || (SELECT string_agg('c' || n || ' integer', ', ') FROM generate_series(1, 400) n) || ')';
  EXECUTE 'ALTER TABLE relations_wide.narrow ' || (SELECT string_agg('DROP COLUMN c' || n, ', ') FROM generate_series(1, 399) n);
END
$$;
INSERT INTO relations_wide.wide DEFAULT VALUES;
INSERT INTO relations_wide.wide (c1600) VALUES (NULL);
INSERT INTO relations_wide.narrow VALUES (1), (NULL);
