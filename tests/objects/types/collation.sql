CREATE SCHEMA types_collation;
SET search_path = types_collation;

CREATE COLLATION plain (locale = 'C');
CREATE COLLATION posix FROM "POSIX";
CREATE COLLATION "Odd ""name""" (lc_collate = 'C', lc_ctype = 'POSIX');
COMMENT ON COLLATION plain IS 'bytes';
ALTER COLLATION plain OWNER TO dumpr_owner;

CREATE TABLE uses (a text COLLATE plain, b text COLLATE "Odd ""name""" DEFAULT ('b' COLLATE posix));
INSERT INTO uses VALUES ('a');
CREATE INDEX ON uses (a COLLATE posix);
CREATE DOMAIN folded AS text COLLATE posix CHECK (VALUE > 'a' COLLATE "Odd ""name""");
CREATE TYPE pair AS (one text COLLATE plain, two text);
CREATE TYPE letters AS RANGE (subtype = text, collation = plain);
