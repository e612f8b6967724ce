\restrict snapshot

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET client_encoding = 'UTF8';

-- SCHEMA text_search_configuration
CREATE SCHEMA text_search_configuration;
ALTER SCHEMA text_search_configuration OWNER TO postgres;

-- SCHEMA text_search_dictionary
CREATE SCHEMA text_search_dictionary;
ALTER SCHEMA text_search_dictionary OWNER TO postgres;

-- SCHEMA text_search_parser
CREATE SCHEMA text_search_parser;
ALTER SCHEMA text_search_parser OWNER TO postgres;

-- FUNCTION text_search_parser.start(internal, integer)
CREATE FUNCTION text_search_parser.start(internal, integer)
 RETURNS internal
 LANGUAGE internal
 STRICT
AS $function$prsd_start$function$;
ALTER FUNCTION text_search_parser.start(internal, integer) OWNER TO postgres;

-- TEXT SEARCH PARSER text_search_parser.Odd Parser
CREATE TEXT SEARCH PARSER text_search_parser."Odd Parser" (
    START = text_search_parser.start,
    GETTOKEN = prsd_nexttoken,
    END = prsd_end,
    LEXTYPES = prsd_lextype
);

-- TEXT SEARCH PARSER text_search_parser.full_parser
CREATE TEXT SEARCH PARSER text_search_parser.full_parser (
    START = prsd_start,
    GETTOKEN = prsd_nexttoken,
    END = prsd_end,
    HEADLINE = prsd_headline,
    LEXTYPES = prsd_lextype
);

-- COMMENT text_search_parser.TEXT SEARCH PARSER full_parser
COMMENT ON TEXT SEARCH PARSER text_search_parser.full_parser IS 'the default again';

-- TEXT SEARCH TEMPLATE text_search_dictionary.Odd Template
CREATE TEXT SEARCH TEMPLATE text_search_dictionary."Odd Template" (LEXIZE = dsimple_lexize);

-- TEXT SEARCH TEMPLATE text_search_dictionary.plain
CREATE TEXT SEARCH TEMPLATE text_search_dictionary.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);

-- COMMENT text_search_dictionary.TEXT SEARCH TEMPLATE plain
COMMENT ON TEXT SEARCH TEMPLATE text_search_dictionary.plain IS 'simple again';

-- TEXT SEARCH DICTIONARY text_search_configuration.Stop Words
CREATE TEXT SEARCH DICTIONARY text_search_configuration."Stop Words" (
    TEMPLATE = pg_catalog.simple,
    stopwords = 'english', accept = 'false'
);
ALTER TEXT SEARCH DICTIONARY text_search_configuration."Stop Words" OWNER TO postgres;

-- TEXT SEARCH DICTIONARY text_search_dictionary.bare
CREATE TEXT SEARCH DICTIONARY text_search_dictionary.bare (
    TEMPLATE = text_search_dictionary."Odd Template"
);
ALTER TEXT SEARCH DICTIONARY text_search_dictionary.bare OWNER TO postgres;

-- TEXT SEARCH DICTIONARY text_search_dictionary.own
CREATE TEXT SEARCH DICTIONARY text_search_dictionary.own (
    TEMPLATE = text_search_dictionary.plain,
    accept = 'true'
);
ALTER TEXT SEARCH DICTIONARY text_search_dictionary.own OWNER TO postgres;

-- TEXT SEARCH DICTIONARY text_search_dictionary.russian
CREATE TEXT SEARCH DICTIONARY text_search_dictionary.russian (
    TEMPLATE = pg_catalog.snowball,
    language = 'russian', stopwords = 'russian'
);
ALTER TEXT SEARCH DICTIONARY text_search_dictionary.russian OWNER TO dumpr_owner;

-- COMMENT text_search_dictionary.TEXT SEARCH DICTIONARY russian
COMMENT ON TEXT SEARCH DICTIONARY text_search_dictionary.russian IS 'stems';

-- TEXT SEARCH CONFIGURATION text_search_configuration.Empty
CREATE TEXT SEARCH CONFIGURATION text_search_configuration."Empty" (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION text_search_configuration."Empty" OWNER TO postgres;

-- TEXT SEARCH CONFIGURATION text_search_configuration.english
CREATE TEXT SEARCH CONFIGURATION text_search_configuration.english (PARSER = pg_catalog."default");
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR asciiword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR word WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR numword WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR url WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR host WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR sfloat WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR version WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR hword_numpart WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR hword_part WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR hword_asciipart WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR numhword WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR asciihword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR hword WITH english_stem;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR url_path WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR file WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR "float" WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english ADD MAPPING FOR uint WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_configuration.english OWNER TO postgres;

-- TEXT SEARCH CONFIGURATION text_search_parser.parsed
CREATE TEXT SEARCH CONFIGURATION text_search_parser.parsed (PARSER = text_search_parser."Odd Parser");
ALTER TEXT SEARCH CONFIGURATION text_search_parser.parsed ADD MAPPING FOR asciiword WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_parser.parsed ADD MAPPING FOR "int" WITH simple;
ALTER TEXT SEARCH CONFIGURATION text_search_parser.parsed OWNER TO postgres;

-- TABLE text_search_configuration.uses
SET default_table_access_method = heap;
CREATE TABLE text_search_configuration.uses (
    t text,
    v tsvector GENERATED ALWAYS AS (to_tsvector('text_search_configuration.english'::regconfig, t)) STORED
);
ALTER TABLE text_search_configuration.uses OWNER TO postgres;

-- INDEX text_search_configuration.uses_to_tsvector_idx
CREATE INDEX uses_to_tsvector_idx ON text_search_configuration.uses USING gin (to_tsvector('text_search_configuration.english'::regconfig, t));

\unrestrict snapshot
