-- catalog/relations/listing.sql: one row per relation of the user, read before any of them is locked
SELECT c.oid                                   AS oid,
       n.nspname                               AS schema,
       c.relname                               AS name,
       c.relkind                               AS kind,
       c.relpersistence                        AS persistence,
       COALESCE(parent.oids, '{}')             AS parents,
       member.extname                          AS extension,
       owning.refobjid                         AS owned_by,
       COALESCE(owning.deptype = 'i', false)   AS identity,
       s.srvname                               AS foreign_server
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN (SELECT d.classid, d.objid, d.objsubid, e.extname
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND d.deptype = 'e') AS member
         ON member.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND member.objid = c.oid
        AND member.objsubid = 0
  LEFT JOIN pg_catalog.pg_depend owning
         ON c.relkind = 'S'
        AND owning.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND owning.objid = c.oid
        AND owning.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND owning.refobjsubid > 0
        AND owning.deptype IN ('a', 'i')
  LEFT JOIN (SELECT i.inhrelid,
                    pg_catalog.array_agg(i.inhparent ORDER BY i.inhseqno) AS oids
               FROM pg_catalog.pg_inherits i
              GROUP BY i.inhrelid) AS parent
         ON parent.inhrelid = c.oid
  LEFT JOIN pg_catalog.pg_foreign_table f ON f.ftrelid = c.oid
  LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = f.ftserver
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
   AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname
