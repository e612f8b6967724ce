CREATE SCHEMA text_search_parser;
SET search_path = text_search_parser;

CREATE TEXT SEARCH PARSER full_parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype, HEADLINE = prsd_headline);
COMMENT ON TEXT SEARCH PARSER full_parser IS 'the default again';
CREATE FUNCTION start(internal, integer) RETURNS internal LANGUAGE internal STRICT AS 'prsd_start';
CREATE TEXT SEARCH PARSER "Odd Parser" (START = start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
CREATE TEXT SEARCH CONFIGURATION parsed (PARSER = "Odd Parser");
ALTER TEXT SEARCH CONFIGURATION parsed ADD MAPPING FOR asciiword, "int" WITH simple;
