-- catalog/types/undefined.sql: one row per shell type that was never filled in
SELECT t.oid                                  AS oid,
       n.nspname                              AS schema,
       t.typname                              AS name,
       pg_catalog.pg_get_userbyid(t.typowner) AS owner
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE NOT t.typisdefined
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
