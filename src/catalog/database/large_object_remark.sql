-- catalog/database/large_object_remark.sql: one row per large object with a comment or a security label
SELECT d.objoid AS oid
  FROM pg_catalog.pg_description d
 WHERE d.classoid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass
 UNION
SELECT l.objoid
  FROM pg_catalog.pg_seclabel l
 WHERE l.classoid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass
