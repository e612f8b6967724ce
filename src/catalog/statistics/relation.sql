-- catalog/statistics/relation.sql: one row per wanted table, materialized view or foreign table ($1) and per index of one
WITH wanted AS MATERIALIZED (
    SELECT w.oid AS oid, NULL::pg_catalog.oid AS table_oid
      FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
    UNION ALL
    SELECT i.indexrelid, i.indrelid
      FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
      JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
)
SELECT c.oid                            AS oid,
       n.nspname::pg_catalog.text       AS schema,
       c.relname::pg_catalog.text       AS name,
       c.relkind                        AS kind,
       w.table_oid                      AS table_oid,
       (SELECT k.oid FROM pg_catalog.pg_constraint k
         WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x')) AS constraint_oid,
       c.relpages::pg_catalog.text      AS relpages,
       -- before 14 the number of rows of a table never looked at was 0
       c.reltuples::pg_catalog.text     AS reltuples, --< 14: CASE WHEN c.reltuples = 0 THEN '-1' ELSE c.reltuples::pg_catalog.text END AS reltuples,
       c.relallvisible::pg_catalog.text AS relallvisible,
       c.relallfrozen::pg_catalog.text  AS relallfrozen, --< 18: NULL::pg_catalog.text AS relallfrozen,
       pg_catalog.row_security_active(COALESCE(w.table_oid, c.oid))
         OR NOT pg_catalog.has_any_column_privilege(COALESCE(w.table_oid, c.oid), 'SELECT') AS hidden
  FROM wanted w
  JOIN pg_catalog.pg_class c ON c.oid = w.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f', 'm', 'i', 'I')
