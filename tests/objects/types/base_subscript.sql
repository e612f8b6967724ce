-- servers: 14-
CREATE SCHEMA types_base_subscript;
SET search_path = types_base_subscript;

CREATE TYPE doc;
CREATE FUNCTION doc_in(cstring) RETURNS doc LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_in';
CREATE FUNCTION doc_out(doc) RETURNS cstring LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_out';
CREATE FUNCTION doc_subscript(internal) RETURNS internal LANGUAGE internal IMMUTABLE STRICT AS 'jsonb_subscript_handler';
CREATE TYPE doc (input = doc_in, output = doc_out, subscript = doc_subscript, storage = main);
