CREATE SCHEMA text_search_dictionary;
SET search_path = text_search_dictionary;

CREATE TEXT SEARCH TEMPLATE plain (LEXIZE = dsimple_lexize, INIT = dsimple_init);
COMMENT ON TEXT SEARCH TEMPLATE plain IS 'simple again';
CREATE TEXT SEARCH TEMPLATE "Odd Template" (LEXIZE = dsimple_lexize);
CREATE TEXT SEARCH DICTIONARY russian (TEMPLATE = snowball, Language = russian, StopWords = russian);
CREATE TEXT SEARCH DICTIONARY own (TEMPLATE = plain, accept = true);
CREATE TEXT SEARCH DICTIONARY bare (TEMPLATE = "Odd Template");
COMMENT ON TEXT SEARCH DICTIONARY russian IS 'stems';
ALTER TEXT SEARCH DICTIONARY russian OWNER TO dumpr_owner;
