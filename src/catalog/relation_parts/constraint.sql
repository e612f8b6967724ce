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
       pg_catalog.pg_get_constraintdef(co.oid)            AS definition,
       co.conperiod                                       AS temporal, --< 18: false AS temporal,
       i.indnullsnotdistinct AND co.contype = 'u'         AS nulls_not_distinct, --< 15: false AS nulls_not_distinct,
       ic.oid                                             AS index_oid,
       ic.relname                                         AS index_name,
       COALESCE(ic.reloptions, '{}')                      AS options,
       i.indisclustered                                   AS clustered,
       i.indisreplident                                   AS replica_identity,
       ts.spcname                                         AS tablespace,
       inh.inhparent IS NOT NULL                          AS attached,
       ARRAY(SELECT a.attnum::pg_catalog.text || ' SET STATISTICS ' || a.attstattarget::pg_catalog.text
               FROM pg_catalog.pg_attribute a
              WHERE a.attrelid = i.indexrelid AND a.attstattarget >= 0
              ORDER BY a.attnum)                          AS column_statistics,
       ARRAY(SELECT e.extname::pg_catalog.text
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objid = i.indexrelid
                AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND d.deptype = 'x'
              ORDER BY e.extname)                         AS extensions
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_constraint co ON co.conrelid = c.oid
  JOIN pg_catalog.pg_index i ON i.indexrelid = co.conindid
  JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = i.indexrelid
 WHERE co.contype IN ('p', 'u', 'x')
   AND (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY co.oid
