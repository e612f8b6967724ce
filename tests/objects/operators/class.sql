CREATE SCHEMA operators_class;
SET search_path = operators_class;

-- A type of its own with a complete btree class, and hash in a family of that name.
CREATE TYPE number;
CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE TYPE number (input = number_in, output = number_out, like = integer);
CREATE FUNCTION lt(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4lt';
CREATE FUNCTION le(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4le';
CREATE FUNCTION eq(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4eq';
CREATE FUNCTION ge(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4ge';
CREATE FUNCTION gt(number, number) RETURNS boolean LANGUAGE internal IMMUTABLE STRICT AS 'int4gt';
CREATE FUNCTION cmp(number, number) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'btint4cmp';
CREATE FUNCTION hash(number) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'hashint4';
CREATE OPERATOR < (function = lt, leftarg = number, rightarg = number, commutator = >, negator = >=);
CREATE OPERATOR <= (function = le, leftarg = number, rightarg = number, commutator = >=, negator = >);
CREATE OPERATOR = (function = eq, leftarg = number, rightarg = number, commutator = =, hashes, merges);
CREATE OPERATOR >= (function = ge, leftarg = number, rightarg = number, commutator = <=, negator = <);
CREATE OPERATOR > (function = gt, leftarg = number, rightarg = number, commutator = <, negator = <=);
CREATE OPERATOR CLASS number_ops DEFAULT FOR TYPE number USING btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 cmp(number, number);
CREATE OPERATOR CLASS number_ops DEFAULT FOR TYPE number USING hash AS OPERATOR 1 =, FUNCTION 1 hash(number);
COMMENT ON OPERATOR CLASS number_ops USING btree IS 'in order';
ALTER OPERATOR CLASS number_ops USING btree OWNER TO dumpr_owner;
COMMENT ON OPERATOR FAMILY number_ops USING hash IS 'made by itself';

-- A class without items, one with another key type, one with an ordering operator.
CREATE OPERATOR CLASS "Odd Ops" FOR TYPE text USING gin AS STORAGE text;
CREATE OPERATOR CLASS near_ops FOR TYPE point USING gist AS
    STORAGE box,
    OPERATOR 1 << (point, point), OPERATOR 15 <-> (point, point) FOR ORDER BY pg_catalog.float_ops,
    FUNCTION 1 gist_point_consistent(internal, point, smallint, oid, internal),
    FUNCTION 2 gist_box_union(internal, internal), FUNCTION 3 gist_point_compress(internal),
    FUNCTION 5 gist_box_penalty(internal, internal, internal), FUNCTION 6 gist_box_picksplit(internal, internal),
    FUNCTION 7 gist_box_same(box, box, internal), FUNCTION 8 gist_point_distance(internal, point, smallint, oid, internal);

CREATE TABLE uses (n number PRIMARY KEY, p point);
INSERT INTO uses VALUES ('1', '(1,2)'), ('2', '(3,4)');
CREATE INDEX ON uses USING hash (n);
CREATE INDEX ON uses USING gist (p near_ops);
CREATE TYPE numberrange AS RANGE (subtype = number);
