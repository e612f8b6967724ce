-- catalog/relations/listing.sql: one row per relation of the user, read before any of them is locked
SELECT c.oid                                   AS oid,
       n.nspname                               AS schema,
       c.relname                               AS name,
       c.relkind                               AS kind,
       c.relpersistence                        AS persistence,
       c.relispartition                        AS is_partition,
       ARRAY(SELECT i.inhparent
               FROM pg_catalog.pg_inherits i
              WHERE i.inhrelid = c.oid
              ORDER BY i.inhseqno)             AS parents,
       EXISTS (SELECT
                 FROM pg_catalog.pg_depend d
                WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                  AND d.objid = c.oid
                  AND d.objsubid = 0
                  AND d.deptype = 'e')         AS extension_member,
       EXISTS (SELECT
                 FROM pg_catalog.pg_extension e
                WHERE c.oid = ANY (e.extconfig)) AS extension_configuration,
       pg_catalog.pg_get_userbyid(c.relowner)  AS owner,
       c.relfilenode                           AS relfilenode
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S')
   AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY n.nspname, c.relname
