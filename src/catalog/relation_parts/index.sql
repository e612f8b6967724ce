-- catalog/relation_parts/index.sql: one row per index that no constraint owns
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       i.indexrelid                                       AS oid,
       ic.relname                                         AS name,
       pg_catalog.pg_get_indexdef(i.indexrelid)           AS definition,
       i.indnullsnotdistinct                              AS nulls_not_distinct, --< 15: false AS nulls_not_distinct,
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
  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
  JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = ic.reltablespace
  LEFT JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = i.indexrelid
  LEFT JOIN pg_catalog.pg_constraint co
         ON co.conrelid = c.oid AND co.conindid = i.indexrelid AND co.contype IN ('p', 'u', 'x')
 WHERE co.oid IS NULL
   AND (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY i.indexrelid
