-- servers: 14-
CREATE SCHEMA types_base_subscript;
SET search_path = types_base_subscript;

CREATE TYPE doc;
CREATE FUNCTION doc_in(cstring) RETURNS doc LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_in';
CREATE FUNCTION doc_out(doc) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_out';
CREATE FUNCTION doc_subscript(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_subscript_handler';
CREATE TYPE doc (input = doc_in, output = doc_out, subscript = doc_subscript, storage = main);
-- the handler of arrays, without elements
CREATE TYPE raw;
CREATE FUNCTION raw_in(cstring) RETURNS raw LANGUAGE internal IMMUTABLE STRICT AS 'varcharin';
CREATE FUNCTION raw_out(raw) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'varcharout';
CREATE TYPE raw (input = raw_in, output = raw_out, alignment = integer, storage = main);
ALTER TYPE raw SET (subscript = raw_array_subscript_handler);
