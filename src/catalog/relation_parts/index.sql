-- catalog/relation_parts/index.sql: one row per index that no constraint owns. pg_get_indexdef, which looks up everything
-- anew for each index, is left to index_definition.sql and the few that need it
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       i.indexrelid                                       AS oid,
       ic.relname                                         AS name,
       i.indisunique                                      AS is_unique,
       ic.relkind = 'I'                                   AS partitioned,
       ic.relam                                           AS access_method,
       i.indnkeyatts                                      AS key_count,
       i.indkey::pg_catalog.int2[]                        AS columns,
       i.indclass::pg_catalog.oid[]                       AS classes,
       i.indcollation::pg_catalog.oid[]                   AS collations,
       i.indoption::pg_catalog.int2[]                     AS orders,
       COALESCE(ic.reloptions, '{}')                      AS options,
       i.indexprs IS NOT NULL OR i.indpred IS NOT NULL    AS has_expressions,
       COALESCE(target.has_options, false)                AS has_column_options,
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
                    pg_catalog.bool_or(a.attoptions IS NOT NULL) AS has_options,
                    pg_catalog.array_agg(a.attnum::pg_catalog.text || ' SET STATISTICS ' || a.attstattarget::pg_catalog.text
                                         ORDER BY a.attnum)
                               FILTER (WHERE a.attstattarget >= 0) AS words
               FROM pg_catalog.pg_attribute a
              WHERE a.attnum > 0 AND (a.attstattarget >= 0 OR a.attoptions IS NOT NULL)
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
 WHERE NOT EXISTS (SELECT
                     FROM pg_catalog.pg_constraint co
                    WHERE co.conindid = i.indexrelid AND co.contype IN ('p', 'u', 'x'))
   AND (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY i.indexrelid
