-- catalog/database/member.sql: one row per object that an extension brings
SELECT d.classid  AS class,
       d.objid    AS oid,
       d.refobjid AS extension_oid
  FROM pg_catalog.pg_depend d
 WHERE d.deptype = 'e'
   AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
