-- catalog/depend.sql: the dependencies of what is not built in ('p' are the pins of servers before 14, 'e' the members
-- of extensions), one row per two catalogs and kind: there are several for each column of each table. Some are there
-- several times, once for each column.
SELECT d.classid                         AS class,
       d.refclassid                      AS to_class,
       d.deptype                         AS kind,
       pg_catalog.array_agg(d.objid)     AS oids,
       pg_catalog.array_agg(d.refobjid)  AS to_oids
  FROM pg_catalog.pg_depend d
 WHERE d.objid >= 16384
   AND d.deptype NOT IN ('p', 'e')
   -- what brings a row type or an array is known (types/alias.sql), and nothing depends on a constraint's own triggers
   AND NOT (d.deptype = 'i' AND d.classid IN ('pg_catalog.pg_type'::pg_catalog.regclass,
                                              'pg_catalog.pg_trigger'::pg_catalog.regclass))
   -- nothing below is dumped but the schema public
   AND (d.refobjid >= 16384 OR d.refclassid = 'pg_catalog.pg_namespace'::pg_catalog.regclass)
 GROUP BY d.classid, d.refclassid, d.deptype
