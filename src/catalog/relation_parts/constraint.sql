-- catalog/relation_parts/constraint.sql: one row per PRIMARY KEY, UNIQUE and EXCLUDE constraint
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       co.oid                                             AS oid,
       co.conname                                         AS name,
       co.contype                                         AS kind,
       co.condeferrable                                   AS deferrable,
       co.condeferred                                     AS deferred,
       co.conkey                                          AS columns,
       i.indkey::pg_catalog.int2[]                        AS index_columns,
       i.indnkeyatts                                      AS key_count,
       co.conperiod                                       AS temporal, --< 18: false AS temporal,
       i.indnullsnotdistinct AND co.contype = 'u'         AS nulls_not_distinct, --< 15: false AS nulls_not_distinct,
       ic.oid                                             AS index_oid,
       ic.relname                                         AS index_name,
       COALESCE(ic.reloptions, '{}')                      AS options,
       i.indisclustered                                   AS clustered,
       i.indisreplident                                   AS replica_identity,
       ts.spcname                                         AS tablespace,
       inh.inhparent IS NOT NULL                          AS attached,
       COALESCE(target.words, '{}')                       AS column_statistics,
       COALESCE(needed.names, '{}')                       AS extensions
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_constraint co ON co.conrelid = c.oid
  JOIN pg_catalog.pg_index i ON i.indexrelid = co.conindid
  JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = i.indexrelid
  -- few have either: both are gathered once and not looked for in every row
  LEFT JOIN (SELECT a.attrelid,
                    pg_catalog.array_agg(a.attnum::pg_catalog.text || ' SET STATISTICS ' || a.attstattarget::pg_catalog.text
                                         ORDER BY a.attnum) AS words
               FROM pg_catalog.pg_attribute a
              WHERE a.attnum > 0 AND a.attstattarget >= 0
              GROUP BY a.attrelid) AS target
         ON target.attrelid = i.indexrelid
  LEFT JOIN (SELECT d.objid,
                    pg_catalog.array_agg(e.extname::pg_catalog.text ORDER BY e.extname) AS names
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND d.deptype = 'x'
              GROUP BY d.objid) AS needed
         ON needed.objid = i.indexrelid
 WHERE co.contype IN ('p', 'u', 'x')
   AND (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY co.oid
