-- servers: 16-
-- Children and partitions that generate a column by an expression of their own.
CREATE SCHEMA relations_generated_children;
SET search_path = relations_generated_children;
CREATE TABLE parent (a integer, b integer GENERATED ALWAYS AS (a + 1) STORED);
CREATE TABLE child_other (b integer GENERATED ALWAYS AS (a + 2) STORED) INHERITS (parent);
CREATE TABLE child_same (b integer GENERATED ALWAYS AS (a + 1) STORED, c integer) INHERITS (parent);
CREATE TABLE other_parent (a integer, b integer GENERATED ALWAYS AS (a + 3) STORED);
CREATE TABLE of_two (b integer GENERATED ALWAYS AS (a + 1) STORED) INHERITS (parent, other_parent);
INSERT INTO child_other VALUES (3);
INSERT INTO of_two VALUES (4);
CREATE TABLE root (a integer, b integer GENERATED ALWAYS AS (a * 2) STORED) PARTITION BY RANGE (a);
CREATE TABLE leaf PARTITION OF root (b GENERATED ALWAYS AS (a * 3) STORED) FOR VALUES FROM (0) TO (10);
INSERT INTO root VALUES (3);
RESET search_path;
