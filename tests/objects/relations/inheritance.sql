-- Inheritance: merged columns, several parents, own defaults and NOT NULL, checks that do not inherit, INHERIT later.
CREATE SCHEMA relations_inheritance;
SET search_path = relations_inheritance;
CREATE TABLE parent (a integer DEFAULT 1, b text, CONSTRAINT a_positive CHECK (a > 0), CONSTRAINT only_here CHECK (b <> 'x') NO INHERIT);
CREATE TABLE child (c integer) INHERITS (parent);
CREATE TABLE child_default () INHERITS (parent);
ALTER TABLE child_default ALTER a SET DEFAULT 2, ALTER b SET DEFAULT 'b';
CREATE TABLE child_no_default () INHERITS (parent);
ALTER TABLE child_no_default ALTER a DROP DEFAULT;
CREATE TABLE child_merged (b text NOT NULL, a integer DEFAULT 3, d integer) INHERITS (parent);
CREATE TABLE child_not_null () INHERITS (parent);
ALTER TABLE child_not_null ALTER b SET NOT NULL;
ALTER TABLE child ADD CONSTRAINT a_small CHECK (a < 1000);
CREATE TABLE other (a integer, e integer DEFAULT 5);
CREATE TABLE of_two (CONSTRAINT own CHECK (e > 0)) INHERITS (parent, other);
CREATE TABLE grandchild (f integer) INHERITS (child);
INSERT INTO parent VALUES (1, 'p');
INSERT INTO child VALUES (2, 'c', 3);
INSERT INTO of_two VALUES (4, 'o', 5);
INSERT INTO grandchild VALUES (6, 'g', 7, 8);
-- its columns stand in another order: created alone, told to inherit afterwards
CREATE TABLE early (a integer, b text DEFAULT 'b', CONSTRAINT a_positive CHECK (a > 0));
CREATE TABLE later (z integer, b text, a integer, CONSTRAINT a_positive CHECK (a > 0));
ALTER TABLE later INHERIT early;
INSERT INTO later VALUES (1, 'l', 2);
-- a column that comes to the parent after the child's own
ALTER TABLE parent ADD COLUMN late integer DEFAULT 9;
INSERT INTO child VALUES (10, 'c', 11, 12);
-- left its parent
CREATE TABLE left_alone () INHERITS (other);
ALTER TABLE left_alone NO INHERIT other;
-- storage of an inherited column
ALTER TABLE ONLY child ALTER b SET STORAGE EXTERNAL;
ALTER TABLE ONLY child ALTER b SET STATISTICS 77;
COMMENT ON COLUMN child.a IS 'inherited';
RESET search_path;
