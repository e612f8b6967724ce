-- catalog/database/extension.sql: one row per extension
SELECT e.oid        AS oid,
       e.extname    AS name,
       e.extversion AS version,
       n.nspname    AS schema,
       n.oid        AS schema_oid
  FROM pg_catalog.pg_extension e
  JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
 ORDER BY e.extname
