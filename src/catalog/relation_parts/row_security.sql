-- catalog/relation_parts/row_security.sql: one row per table with row-level security enabled
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relrowsecurity
 ORDER BY c.oid
