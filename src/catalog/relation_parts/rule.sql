-- catalog/relation_parts/rule.sql: one row per rule that is not a view's query
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       r.oid                                              AS oid,
       r.rulename                                         AS name,
       r.ev_enabled                                       AS enabled,
       pg_catalog.pg_get_ruledef(r.oid)                   AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid
 WHERE NOT (c.relkind IN ('v', 'm') AND r.ev_type = '1')
 ORDER BY r.oid
