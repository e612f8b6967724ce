-- catalog/operators/member.sql: operators and functions of the operator classes ($1 = {pg_opclass}) or loose in the
-- operator families ($1 = {pg_opfamily}). pg_depend tells the two apart.
SELECT d.refobjid                                     AS owner_oid,
       d.classid                                      AS class,
       d.objid                                        AS oid,
       false                                          AS function,
       o.amopstrategy                                 AS number,
       o.amopopr::pg_catalog.regoperator::pg_catalog.text AS member,
       pg_catalog.format_type(o.amoplefttype, NULL)   AS left_type,
       pg_catalog.format_type(o.amoprighttype, NULL)  AS right_type,
       fn.nspname                                     AS sort_family_schema,
       f.opfname                                      AS sort_family
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_amop o ON o.oid = d.objid
  LEFT JOIN pg_catalog.pg_opfamily f ON f.oid = o.amopsortfamily
  LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
 WHERE d.classid = 'pg_catalog.pg_amop'::pg_catalog.regclass
   AND d.refclassid = ANY ($1::pg_catalog.oid[])
   -- not the family of FOR ORDER BY
   AND (d.refclassid <> 'pg_catalog.pg_opfamily'::pg_catalog.regclass OR d.refobjid = o.amopfamily)
UNION ALL
SELECT d.refobjid,
       d.classid,
       d.objid,
       true,
       p.amprocnum,
       p.amproc::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text,
       pg_catalog.format_type(p.amproclefttype, NULL),
       pg_catalog.format_type(p.amprocrighttype, NULL),
       NULL,
       NULL
  FROM pg_catalog.pg_depend d
  JOIN pg_catalog.pg_amproc p ON p.oid = d.objid
 WHERE d.classid = 'pg_catalog.pg_amproc'::pg_catalog.regclass
   AND d.refclassid = ANY ($1::pg_catalog.oid[])
 ORDER BY function, number, left_type, right_type
