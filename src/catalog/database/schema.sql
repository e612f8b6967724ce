-- catalog/database/schema.sql: one row per schema that is not the server's own
SELECT n.oid                                  AS oid,
       n.nspname                              AS name,
       pg_catalog.pg_get_userbyid(n.nspowner) AS owner
  FROM pg_catalog.pg_namespace n
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
