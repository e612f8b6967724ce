-- Column settings that only ALTER TABLE can say, and collations.
CREATE SCHEMA relations_columns;
SET search_path = relations_columns;
CREATE TABLE settings (
  a text COLLATE "C",
  b text COLLATE "POSIX",
  c text DEFAULT 'x''y\z',
  d jsonb,
  e bytea,
  f integer,
  g varchar(10)[],
  h interval day to second(3),
  i bit varying(5),
  j timestamp(2) with time zone,
  k "char"
);
ALTER TABLE settings ALTER a SET STORAGE EXTERNAL, ALTER b SET STORAGE MAIN, ALTER c SET STORAGE PLAIN, ALTER d SET STATISTICS 321;
ALTER TABLE settings ALTER f SET STATISTICS 0, ALTER f SET (n_distinct = -0.5, n_distinct_inherited = 100);
INSERT INTO settings VALUES ('a', 'b', 'c', '{"a": 1}', '\x00ff', 1, '{x,NULL}', '1 day 02:03:04.567', B'101', '2020-01-01 00:00:00.12+00', 'q');
CREATE DOMAIN word AS text COLLATE "C" CHECK (VALUE <> '');
CREATE TABLE domains (a word, b word COLLATE "POSIX", c word[] DEFAULT '{x}');
INSERT INTO domains VALUES ('a', 'b', '{c,d}');
RESET search_path;
