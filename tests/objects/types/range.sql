CREATE SCHEMA types_range;
SET search_path = types_range;

CREATE FUNCTION distance(text, text) RETURNS double precision LANGUAGE sql IMMUTABLE AS 'SELECT abs(length($1) - length($2))::float8';
CREATE TYPE wordrange AS RANGE (subtype = text, subtype_opclass = text_pattern_ops, collation = "C", subtype_diff = distance);
COMMENT ON TYPE wordrange IS 'words in order';
ALTER TYPE wordrange OWNER TO dumpr_owner;
GRANT USAGE ON TYPE wordrange TO dumpr_reader;
CREATE TYPE "Odd Span" AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TYPE mood_span AS RANGE (subtype = mood);
CREATE TYPE spans AS RANGE (subtype = mood_span);

-- Something that needs the constructor function, which has no statement of its own.
CREATE TABLE uses (w wordrange DEFAULT wordrange('a', 'z'), o "Odd Span", m mood_span[], s spans);
INSERT INTO uses VALUES (DEFAULT, '[1,2)', '{"[sad,ok]"}', NULL);
