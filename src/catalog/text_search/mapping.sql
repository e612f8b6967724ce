-- catalog/text_search/mapping.sql: one row per token type of a configuration, with its dictionaries in their order
SELECT m.mapcfg      AS configuration_oid,
       k.alias       AS token,
       pg_catalog.array_agg(m.mapdict::pg_catalog.regdictionary::pg_catalog.text ORDER BY m.mapseqno) AS dictionaries
  FROM pg_catalog.pg_ts_config_map m
  JOIN pg_catalog.pg_ts_config c ON c.oid = m.mapcfg
  JOIN pg_catalog.pg_namespace n ON n.oid = c.cfgnamespace
  JOIN (SELECT p.oid, t.tokid, t.alias
          FROM pg_catalog.pg_ts_parser p, pg_catalog.ts_token_type(p.oid) t) k
    ON k.oid = c.cfgparser AND k.tokid = m.maptokentype
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 GROUP BY m.mapcfg, m.maptokentype, k.alias
 ORDER BY m.mapcfg, m.maptokentype
