CREATE SCHEMA types_range_canonical;
SET search_path = types_range_canonical;

-- The canonical function is declared on a shell type.
CREATE TYPE whole;
CREATE FUNCTION whole_canonical(whole) RETURNS whole LANGUAGE internal IMMUTABLE STRICT AS 'int4range_canonical';
CREATE TYPE whole AS RANGE (subtype = integer, canonical = whole_canonical, subtype_diff = int4range_subdiff);
COMMENT ON TYPE whole IS 'no half';
CREATE TABLE uses (w whole);
INSERT INTO uses VALUES ('[1,2]'), ('empty');
