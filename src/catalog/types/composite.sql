-- catalog/types/composite.sql: one row per composite type that stands alone (not a table's row type)
SELECT t.oid                                  AS oid,
       n.nspname                              AS schema,
       t.typname                              AS name,
       pg_catalog.pg_get_userbyid(t.typowner) AS owner,
       COALESCE(f.names, '{}')                AS field_names,
       COALESCE(f.types, '{}')                AS field_types,
       COALESCE(f.collations, '{}')           AS field_collations
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_catalog.pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
  LEFT JOIN LATERAL (
       SELECT pg_catalog.array_agg(a.attname::pg_catalog.text ORDER BY a.attnum)        AS names,
              pg_catalog.array_agg(pg_catalog.format_type(a.atttypid, a.atttypmod)
                                   ORDER BY a.attnum)                                   AS types,
              pg_catalog.array_agg(CASE WHEN a.attcollation <> b.typcollation
                                        THEN a.attcollation::pg_catalog.regcollation::pg_catalog.text
                                   END ORDER BY a.attnum)                               AS collations
         FROM pg_catalog.pg_attribute a
         JOIN pg_catalog.pg_type b ON b.oid = a.atttypid
        WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
       ) f ON true
 WHERE t.typtype = 'c'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
