CREATE SCHEMA types_base;
SET search_path = types_base;

CREATE TYPE number;
CREATE FUNCTION number_in(cstring) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4in';
CREATE FUNCTION number_out(number) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'int4out';
CREATE FUNCTION number_recv(internal) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4recv';
CREATE FUNCTION number_send(number) RETURNS bytea LANGUAGE internal IMMUTABLE STRICT AS 'int4send';
CREATE TYPE number (
    input = number_in, output = number_out, receive = number_recv, send = number_send,
    internallength = 4, passedbyvalue, alignment = int4, storage = plain,
    category = 'N', preferred = true, default = '42', delimiter = ';'
);
COMMENT ON TYPE number IS 'an integer by another name';
ALTER TYPE number OWNER TO dumpr_owner;
GRANT USAGE ON TYPE number TO dumpr_reader;

CREATE TYPE "Odd Text";
CREATE FUNCTION odd_in(cstring, oid, integer) RETURNS "Odd Text" LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION odd_out("Odd Text") RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE FUNCTION odd_typmod_in(cstring[]) RETURNS integer LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodin';
CREATE FUNCTION odd_typmod_out(integer) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varchartypmodout';
CREATE TYPE "Odd Text" (
    input = odd_in, output = odd_out, typmod_in = odd_typmod_in, typmod_out = odd_typmod_out,
    internallength = variable, storage = extended, collatable = true, default = E'it''s\\', category = '='
);

-- Fixed length with elements that can be subscripted.
CREATE TYPE pair;
CREATE FUNCTION pair_in(cstring) RETURNS pair LANGUAGE internal IMMUTABLE STRICT AS 'point_in';
CREATE FUNCTION pair_out(pair) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'point_out';
CREATE TYPE pair (input = pair_in, output = pair_out, internallength = 16, element = float8, alignment = double);

-- What uses them.
CREATE FUNCTION add(number, number) RETURNS number LANGUAGE internal IMMUTABLE STRICT AS 'int4pl';
CREATE DOMAIN three AS number CHECK (octet_length(types_base.number_send(VALUE)) = 4);
CREATE TABLE uses (n number, many number[], o "Odd Text"(5) COLLATE "C", p pair);
INSERT INTO uses VALUES ('1', '{1;2}', 'odd', '(1,2)');
