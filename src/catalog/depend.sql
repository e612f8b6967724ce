-- catalog/depend.sql: one row per dependency of something that is not built in ('p' are the pins of servers before
-- 14, 'e' the members of extensions)
SELECT DISTINCT
       d.classid    AS class,
       d.objid      AS oid,
       d.refclassid AS to_class,
       d.refobjid   AS to_oid,
       d.deptype    AS kind
  FROM pg_catalog.pg_depend d
 WHERE d.objid >= 16384
   AND d.deptype NOT IN ('p', 'e')
   -- nothing below is dumped but the schema public
   AND (d.refobjid >= 16384 OR d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
