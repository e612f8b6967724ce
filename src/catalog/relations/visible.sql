-- catalog/relations/visible.sql: one row per relation that a name without a schema reaches; run under the user's search_path
SELECT c.oid AS oid
  FROM pg_catalog.pg_class c
 WHERE pg_catalog.pg_table_is_visible(c.oid)
