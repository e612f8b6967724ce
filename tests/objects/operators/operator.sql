CREATE SCHEMA operators_operator;
SET search_path = operators_operator;

CREATE FUNCTION same(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION same(text, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2::text';
CREATE FUNCTION other(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text <> $2';
CREATE FUNCTION twice(integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1 * 2';

CREATE OPERATOR === (
    function = same, leftarg = integer, rightarg = text, commutator = ===, negator = !==,
    restrict = eqsel, join = eqjoinsel, hashes, merges
);
CREATE OPERATOR === (function = same, leftarg = text, rightarg = integer, commutator = ===);
CREATE OPERATOR !== (function = other, leftarg = integer, rightarg = text, negator = ===, restrict = neqsel, join = neqjoinsel);
COMMENT ON OPERATOR === (integer, text) IS 'same text';
ALTER OPERATOR === (integer, text) OWNER TO dumpr_owner;
CREATE OPERATOR @#@ (function = twice, rightarg = integer);
COMMENT ON OPERATOR @#@ (NONE, integer) IS 'prefix';
ALTER OPERATOR @#@ (NONE, integer) OWNER TO dumpr_owner;

-- The name of a built-in one, its own commutator, and a commutator in another schema that is never filled in.
CREATE OPERATOR + (function = textcat, leftarg = text, rightarg = text, commutator = +);
CREATE SCHEMA "Operators Other";
CREATE OPERATOR <<< (function = int4lt, leftarg = integer, rightarg = integer, commutator = OPERATOR("Operators Other".>>>));
CREATE VIEW uses AS SELECT 1 OPERATOR(operators_operator.===) 'x'::text AS a, 'a'::text OPERATOR(operators_operator.+) 'b'::text AS b;
