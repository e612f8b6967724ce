CREATE SCHEMA types_enumeration;
SET search_path = types_enumeration;

CREATE TYPE mood AS ENUM ('sad', 'it''s', E'back\\slash', E'line\nbreak', '', 'größe', '日本');
ALTER TYPE mood ADD VALUE 'first' BEFORE 'sad';
ALTER TYPE mood ADD VALUE 'between' AFTER 'sad';
COMMENT ON TYPE mood IS E'How it\'s going\nsecond line';
ALTER TYPE mood OWNER TO dumpr_owner;
GRANT USAGE ON TYPE mood TO dumpr_reader WITH GRANT OPTION;
REVOKE USAGE ON TYPE mood FROM PUBLIC;

CREATE TYPE nothing AS ENUM ();
CREATE TYPE "Odd ""name""
with a line break" AS ENUM ('a');
CREATE TYPE "select" AS ENUM ('keyword');
CREATE TYPE "_mood2" AS ENUM ('underscore');

CREATE TABLE feelings (id integer PRIMARY KEY, mood mood, moods mood[], "Odd" "Odd ""name""
with a line break");
INSERT INTO feelings VALUES (1, 'between', '{first,sad}', 'a'), (2, '', '{}', NULL);
