-- catalog/relations/sequence.sql: one row per wanted sequence, with the column that owns it
SELECT c.oid                                          AS relation_oid,
       n.nspname                                      AS schema,
       c.relname                                      AS relation,
       c.relkind                                      AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)         AS owner,
       c.relpersistence                               AS persistence,
       pg_catalog.format_type(s.seqtypid, NULL)       AS type_name,
       s.seqstart                                     AS start,
       s.seqincrement                                 AS increment,
       s.seqmin                                       AS minimum,
       s.seqmax                                       AS maximum,
       s.seqcache                                     AS cache,
       s.seqcycle                                     AS cycle,
       o.oid                                          AS owner_oid,
       o_schema.nspname                               AS owner_schema,
       o.relname                                      AS owner_name,
       o.relkind                                      AS owner_kind,
       o.relpersistence                               AS owner_persistence, --< 15: c.relpersistence AS owner_persistence,
       a.attname                                      AS owner_column,
       CASE WHEN d.deptype = 'i' THEN a.attidentity ELSE ''::"char" END AS identity
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_sequence s ON s.seqrelid = c.oid
  LEFT JOIN pg_catalog.pg_depend d
         ON d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.objid = c.oid
        AND d.objsubid = 0
        AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
        AND d.refobjsubid > 0
        AND d.deptype IN ('a', 'i')
  LEFT JOIN pg_catalog.pg_class o ON o.oid = d.refobjid
  LEFT JOIN pg_catalog.pg_namespace o_schema ON o_schema.oid = o.relnamespace
  LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = o.oid AND a.attnum = d.refobjsubid
 WHERE c.relkind = 'S'
 ORDER BY c.oid
