-- catalog/relations/view.sql: one row per wanted view
SELECT c.oid                                   AS relation_oid,
       n.nspname                               AS schema,
       c.relname                               AS relation,
       c.relkind                               AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)  AS owner,
       COALESCE(c.reloptions, '{}')            AS options,
       pg_catalog.pg_get_viewdef(c.oid)        AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'v'
 ORDER BY c.oid
