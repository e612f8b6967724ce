-- catalog/text_search/template.sql: one row per text search template
SELECT t.oid                                     AS oid,
       n.nspname                                 AS schema,
       t.tmplname                                AS name,
       NULLIF(t.tmplinit::pg_catalog.text, '-')  AS init,
       t.tmpllexize::pg_catalog.text             AS lexize
  FROM pg_catalog.pg_ts_template t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.tmplnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
