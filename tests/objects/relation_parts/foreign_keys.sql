-- Foreign keys: actions, deferring, NOT VALID with rows that break it, to itself, in circles, across schemas.
CREATE SCHEMA relation_parts_foreign_keys;
SET search_path = relation_parts_foreign_keys;
CREATE TABLE target (a integer, b integer, PRIMARY KEY (a, b), UNIQUE (b));
CREATE TABLE source (
  a integer, b integer, c integer,
  CONSTRAINT "full" FOREIGN KEY (a, b) REFERENCES target MATCH FULL ON DELETE CASCADE ON UPDATE SET NULL DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT simple FOREIGN KEY (c) REFERENCES target (b) ON DELETE SET DEFAULT
);
INSERT INTO target VALUES (1, 2);
INSERT INTO source VALUES (1, 2, 2), (NULL, NULL, NULL);
CREATE TABLE itself (id integer PRIMARY KEY, parent integer REFERENCES itself);
INSERT INTO itself VALUES (1, 2), (2, NULL), (3, 1) ON CONFLICT DO NOTHING;
CREATE TABLE egg (id integer PRIMARY KEY, hen integer);
CREATE TABLE hen (id integer PRIMARY KEY, egg integer REFERENCES egg);
ALTER TABLE egg ADD FOREIGN KEY (hen) REFERENCES hen DEFERRABLE;
INSERT INTO egg VALUES (1, NULL);
INSERT INTO hen VALUES (1, 1);
UPDATE egg SET hen = 1;
CREATE TABLE broken (a integer);
INSERT INTO broken VALUES (99);
ALTER TABLE broken ADD CONSTRAINT some_day FOREIGN KEY (a) REFERENCES itself NOT VALID;
COMMENT ON CONSTRAINT simple ON source IS 'simple';
RESET search_path;
