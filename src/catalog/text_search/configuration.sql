-- catalog/text_search/configuration.sql: one row per text search configuration
SELECT c.oid                                  AS oid,
       n.nspname                              AS schema,
       c.cfgname                              AS name,
       pg_catalog.pg_get_userbyid(c.cfgowner) AS owner,
       pn.nspname                             AS parser_schema,
       p.prsname                              AS parser
  FROM pg_catalog.pg_ts_config c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
  JOIN pg_catalog.pg_ts_parser p ON p.oid = c.cfgparser
  JOIN pg_catalog.pg_namespace pn ON pn.oid = p.prsnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
