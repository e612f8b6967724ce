-- catalog/operators/family.sql: one row per operator family, also of those that CREATE OPERATOR CLASS made by itself
SELECT f.oid                                  AS oid,
       n.nspname                              AS schema,
       f.opfname                              AS name,
       pg_catalog.pg_get_userbyid(f.opfowner) AS owner,
       a.amname                               AS access_method,
       a.oid >= 16384                         AS own_access_method
  FROM pg_catalog.pg_opfamily f
  JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
  JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
