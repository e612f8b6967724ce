-- catalog/text_search/parser.sql: one row per text search parser
SELECT p.oid                                        AS oid,
       n.nspname                                    AS schema,
       p.prsname                                    AS name,
       p.prsstart::pg_catalog.text                  AS start,
       p.prstoken::pg_catalog.text                  AS token,
       p.prsend::pg_catalog.text                    AS finish,
       p.prslextype::pg_catalog.text                AS lextypes,
       NULLIF(p.prsheadline::pg_catalog.text, '-')  AS headline
  FROM pg_catalog.pg_ts_parser p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.prsnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
