-- catalog/routines/cast.sql: one row per cast that is not built in
SELECT c.oid                                       AS oid,
       pg_catalog.format_type(c.castsource, NULL)  AS source,
       pg_catalog.format_type(c.casttarget, NULL)  AS target,
       CASE WHEN c.castfunc <> 0
            THEN c.castfunc::pg_catalog.regprocedure::pg_catalog.text
       END                                         AS function,
       c.castmethod                                AS method,
       c.castcontext                               AS context
  FROM pg_catalog.pg_cast c
 WHERE c.oid >= 16384
   -- the cast from a range to its multirange comes with the range
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_cast'::pg_catalog.regclass AND d.objid = c.oid
                      AND d.deptype = 'i')
