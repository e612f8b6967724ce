CREATE SCHEMA text_search_configuration;
SET search_path = text_search_configuration;

CREATE TEXT SEARCH CONFIGURATION english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION english DROP MAPPING FOR email, url;
CREATE TEXT SEARCH DICTIONARY "Stop Words" (TEMPLATE = pg_catalog.simple, StopWords = english, Accept = false);
ALTER TEXT SEARCH CONFIGURATION english ALTER MAPPING FOR asciiword, hword WITH "Stop Words", english_stem, pg_catalog.simple;
COMMENT ON TEXT SEARCH CONFIGURATION english IS 'without addresses';
ALTER TEXT SEARCH CONFIGURATION english OWNER TO dumpr_owner;
CREATE TEXT SEARCH CONFIGURATION "Empty" (PARSER = pg_catalog."default");

CREATE TABLE uses (t text, v tsvector GENERATED ALWAYS AS (to_tsvector('text_search_configuration.english', t)) STORED);
INSERT INTO uses VALUES ('the quick foxes');
CREATE INDEX ON uses USING gin (to_tsvector('text_search_configuration.english', t));
