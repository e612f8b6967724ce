CREATE SCHEMA operators_family;
SET search_path = operators_family;

CREATE OPERATOR FAMILY empty USING btree;
COMMENT ON OPERATOR FAMILY empty USING btree IS 'nothing in it';
ALTER OPERATOR FAMILY empty USING btree OWNER TO dumpr_owner;
CREATE OPERATOR FAMILY empty USING hash;

-- Classes and loose members between their types.
CREATE OPERATOR FAMILY "Whole numbers" USING btree;
CREATE OPERATOR CLASS int4_again FOR TYPE integer USING btree FAMILY "Whole numbers" AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
CREATE OPERATOR CLASS int8_again FOR TYPE bigint USING btree FAMILY "Whole numbers" AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint8cmp(bigint, bigint),
    FUNCTION 2 btint8sortsupport(internal);
ALTER OPERATOR FAMILY "Whole numbers" USING btree ADD
    OPERATOR 1 < (integer, bigint), OPERATOR 2 <= (integer, bigint), OPERATOR 3 = (integer, bigint),
    OPERATOR 4 >= (integer, bigint), OPERATOR 5 > (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);

-- A loose member that orders by a family of its own.
CREATE OPERATOR FAMILY floats USING btree;
CREATE OPERATOR CLASS floats FOR TYPE double precision USING btree FAMILY floats AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btfloat8cmp(double precision, double precision);
CREATE OPERATOR FAMILY near USING gist;
ALTER OPERATOR FAMILY near USING gist ADD
    OPERATOR 15 <-> (point, point) FOR ORDER BY floats, FUNCTION 8 (point, point) gist_point_distance(internal, point, smallint, oid, internal);
