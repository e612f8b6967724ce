-- catalog/relations/column.sql: one row per column of the wanted relations and of their ancestors
WITH RECURSIVE family (oid) AS (
    SELECT wanted.oid
      FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
     UNION
    SELECT i.inhparent
      FROM family f
      JOIN pg_catalog.pg_inherits i ON i.inhrelid = f.oid
)
SELECT a.attrelid                                          AS relation_oid,
       a.attnum                                            AS number,
       a.attname                                           AS name,
       a.atttypid                                          AS type_oid,
       pg_catalog.format_type(a.atttypid, a.atttypmod)     AS type_name,
       a.attcollation                                      AS collation_oid,
       CASE WHEN a.attcollation <> t.typcollation
            THEN a.attcollation::pg_catalog.regcollation::pg_catalog.text
       END                                                 AS collation,
       a.attislocal                                        AS local,
       a.attgenerated                                      AS generated,
       a.attstorage                                        AS storage,
       t.typstorage                                        AS type_storage,
       a.attcompression                                    AS compression, --< 14: ''::"char" AS compression,
       COALESCE(a.attstattarget, -1)::pg_catalog.int4      AS statistics_target,
       COALESCE(a.attoptions, '{}')                        AS options,
       COALESCE(a.attfdwoptions, '{}')                     AS foreign_options,
       d.oid                                               AS default_oid,
       -- a default names no columns: without its table, the server need not look at all of them for each
       pg_catalog.pg_get_expr(d.adbin, CASE WHEN a.attgenerated <> '' THEN d.adrelid ELSE 0 END)
                                                           AS default_text,
       needing.objid IS NOT NULL                           AS default_needs,
       a.attnotnull                                        AS not_null,
       nn.oid                                              AS not_null_oid, --< 18: NULL::pg_catalog.oid AS not_null_oid,
       nn.conname                                          AS not_null_name, --< 18: NULL::pg_catalog.name AS not_null_name,
       nn.conislocal                                       AS not_null_local, --< 18: NULL::pg_catalog.bool AS not_null_local,
       nn.connoinherit                                     AS not_null_no_inherit, --< 18: NULL::pg_catalog.bool AS not_null_no_inherit,
       nn.convalidated                                     AS not_null_valid, --< 18: NULL::pg_catalog.bool AS not_null_valid,
       shared.conname IS NOT NULL                          AS not_null_shared, --< 18: false AS not_null_shared,
       EXISTS (SELECT --< 18: false AS not_null_commented
                 FROM pg_catalog.pg_description c --< 18:
                WHERE c.objoid = nn.oid --< 18:
                  AND c.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass) AS not_null_commented --< 18:
  FROM family f
  JOIN pg_catalog.pg_attribute a ON a.attrelid = f.oid
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  -- defaults that need something a user made
  LEFT JOIN (SELECT DISTINCT e.objid
               FROM pg_catalog.pg_depend e
              WHERE e.classid = 'pg_catalog.pg_attrdef'::pg_catalog.regclass
                AND e.refobjid >= 16384 AND e.deptype <> 'a') needing
         ON needing.objid = d.oid
  LEFT JOIN pg_catalog.pg_constraint nn --< 18:
         ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum --< 18:
  -- names that a schema has more than once: the server would not choose one of them; what a child merely inherits
  -- is not written and takes no name
  LEFT JOIN (SELECT c.connamespace, c.conname --< 18:
               FROM pg_catalog.pg_constraint c --< 18:
               LEFT JOIN pg_catalog.pg_class r ON r.oid = c.conrelid --< 18:
              WHERE c.conislocal OR r.relispartition --< 18:
              GROUP BY c.connamespace, c.conname --< 18:
             HAVING pg_catalog.count(*) > 1) shared --< 18:
         ON shared.connamespace = nn.connamespace AND shared.conname = nn.conname --< 18:
 WHERE a.attnum > 0
   AND NOT a.attisdropped
 ORDER BY a.attrelid, a.attnum
