-- catalog/relation_parts/trigger.sql: one row per trigger, and per partition's copy of one that fires otherwise
WITH RECURSIVE origin (oid, ancestor) AS (
    SELECT t.oid, t.tgparentid
      FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
      JOIN pg_catalog.pg_trigger t ON t.tgrelid = wanted.oid
     WHERE t.tgparentid <> 0
     UNION
    SELECT o.oid, p.tgparentid
      FROM origin o
      JOIN pg_catalog.pg_trigger p ON p.oid = o.ancestor
     WHERE p.tgparentid <> 0
)
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       t.oid                                              AS oid,
       t.tgname                                           AS name,
       t.tgenabled                                        AS enabled,
       t.tgparentid <> 0                                  AS copy,
       pg_catalog.pg_get_triggerdef(t.oid, false)         AS definition,
       ARRAY(SELECT o.ancestor
               FROM origin o
              WHERE o.oid = t.oid
              ORDER BY o.ancestor)                        AS ancestors,
       ARRAY(SELECT e.extname::pg_catalog.text
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.classid = 'pg_catalog.pg_trigger'::pg_catalog.regclass
                AND d.objid = t.oid
                AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND d.deptype = 'x'
              ORDER BY e.extname)                         AS extensions
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_trigger t ON t.tgrelid = c.oid
  LEFT JOIN pg_catalog.pg_trigger p ON p.oid = t.tgparentid
 -- the copies are internal triggers before 15; those of foreign keys, internal everywhere, have parents from 15 on
 WHERE (NOT t.tgisinternal AND t.tgparentid = 0)
    OR (t.tgenabled <> p.tgenabled AND NOT t.tgisinternal) --< 15: OR t.tgenabled <> p.tgenabled
 ORDER BY t.oid
