-- catalog/relation_parts/index_attach.sql: one row per index that is attached to the index of a partitioned table
SELECT c.oid                AS relation_oid,
       n.nspname            AS schema,
       c.relname            AS relation,
       c.relkind            AS relation_kind,
       i.indexrelid         AS index_oid,
       ic.relname           AS index_name,
       co.oid               AS constraint_oid,
       pi.indexrelid        AS parent_index_oid,
       pic.relname          AS parent_index_name,
       pin.nspname          AS parent_schema,
       pco.oid              AS parent_constraint_oid,
       pi.indrelid          AS parent_relation_oid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
  JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
  JOIN pg_catalog.pg_inherits inh ON inh.inhrelid = i.indexrelid
  JOIN pg_catalog.pg_index pi ON pi.indexrelid = inh.inhparent
  JOIN unnest($1::pg_catalog.oid[]) AS parent_wanted (oid) ON parent_wanted.oid = pi.indrelid
  JOIN pg_catalog.pg_class pic ON pic.oid = pi.indexrelid
  JOIN pg_catalog.pg_namespace pin ON pin.oid = pic.relnamespace
  LEFT JOIN pg_catalog.pg_constraint co
         ON co.conrelid = i.indrelid AND co.conindid = i.indexrelid AND co.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_catalog.pg_constraint pco
         ON pco.conrelid = pi.indrelid AND pco.conindid = pi.indexrelid AND pco.contype IN ('p', 'u', 'x')
 WHERE (i.indisvalid OR c.relkind = 'p')
   AND i.indisready
 ORDER BY i.indexrelid
