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
       COALESCE(target.words, '{}')                       AS column_statistics,
       COALESCE(needed.names, '{}')                       AS extensions
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
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
  LEFT JOIN pg_catalog.pg_constraint co
         ON co.conrelid = c.oid AND co.conindid = i.indexrelid AND co.contype IN ('p', 'u', 'x')
 WHERE co.oid IS NULL
   AND (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY i.indexrelid
