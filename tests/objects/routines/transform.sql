CREATE SCHEMA routines_transform;
SET search_path = routines_transform;

CREATE TYPE thing AS (a integer);
CREATE FUNCTION to_sql(internal) RETURNS thing LANGUAGE internal IMMUTABLE AS 'array_typanalyze';
CREATE FUNCTION from_sql(internal) RETURNS internal LANGUAGE internal IMMUTABLE AS 'array_typanalyze';
CREATE TRANSFORM FOR thing LANGUAGE plpgsql (FROM SQL WITH FUNCTION from_sql(internal), TO SQL WITH FUNCTION to_sql(internal));
COMMENT ON TRANSFORM FOR thing LANGUAGE plpgsql IS 'there and back';
CREATE TYPE "Other" AS ENUM ('a');
CREATE TRANSFORM FOR "Other" LANGUAGE sql (FROM SQL WITH FUNCTION from_sql(internal));
CREATE FUNCTION transformed(thing) RETURNS integer TRANSFORM FOR TYPE thing LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
-- A transform that neither the arguments nor the result ask for.
CREATE FUNCTION a_first(integer) RETURNS integer TRANSFORM FOR TYPE thing LANGUAGE plpgsql AS 'BEGIN RETURN 1; END';
