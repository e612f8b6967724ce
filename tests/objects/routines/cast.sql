CREATE SCHEMA routines_cast;
SET search_path = routines_cast;

CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN word AS text;
CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION to_mood(integer) RETURNS mood LANGUAGE sql IMMUTABLE AS $$SELECT 'ok'::routines_cast.mood$$;
CREATE FUNCTION to_pair(integer, integer, boolean) RETURNS pair LANGUAGE sql IMMUTABLE AS $$SELECT ROW($1, $1)::routines_cast.pair$$;
CREATE CAST (integer AS mood) WITH FUNCTION to_mood(integer) AS ASSIGNMENT;
COMMENT ON CAST (integer AS mood) IS 'always ok';
CREATE CAST (integer AS pair) WITH FUNCTION to_pair(integer, integer, boolean);
CREATE CAST (mood AS integer) WITH INOUT;
CREATE CAST (pair AS varchar) WITH INOUT AS IMPLICIT;

-- By the bytes alone, and something that uses a cast.
CREATE TYPE "Text2";
CREATE FUNCTION text2_in(cstring) RETURNS "Text2" LANGUAGE internal IMMUTABLE STRICT AS 'textin';
CREATE FUNCTION text2_out("Text2") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'textout';
CREATE TYPE "Text2" (input = text2_in, output = text2_out, like = text);
CREATE CAST ("Text2" AS text) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (bytea AS "Text2") WITHOUT FUNCTION;
CREATE VIEW casted AS SELECT 1::mood AS m, 'x'::"Text2"::text AS t;
