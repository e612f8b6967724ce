-- catalog/access/comment.sql: one row per comment that initdb did not make, that of the schema public among them
SELECT d.classoid    AS class,
       d.objoid      AS oid,
       d.objsubid    AS subid,
       d.description AS comment,
       a.attname     AS column_name,
       inn.nspname   AS index_schema,
       ic.relname    AS index_name,
       k.conname     AS constraint_name,
       k.contype = 'n' AS of_not_null,
       CASE WHEN ik.oid IS NOT NULL    THEN 'pg_catalog.pg_constraint'::pg_catalog.regclass
            WHEN i.indrelid IS NOT NULL THEN 'pg_catalog.pg_class'::pg_catalog.regclass
            WHEN k.conrelid <> 0       THEN 'pg_catalog.pg_class'::pg_catalog.regclass
            WHEN k.contypid <> 0       THEN 'pg_catalog.pg_type'::pg_catalog.regclass
       END::pg_catalog.oid AS holder_class,
       COALESCE(ik.oid, i.indrelid, NULLIF(k.conrelid, 0), NULLIF(k.contypid, 0)) AS holder_oid
  FROM pg_catalog.pg_description d
  -- most comments are on tables: what is asked only of others is looked up for these alone (OFFSET 0 keeps it that way)
  LEFT JOIN LATERAL (SELECT a.attname
                       FROM pg_catalog.pg_attribute a
                      WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0
                        AND a.attrelid = d.objoid AND a.attnum = d.objsubid AND NOT a.attisdropped
                     OFFSET 0) a ON true
  -- an index that a constraint brings is not an object of its own, but can have a comment
  LEFT JOIN pg_catalog.pg_index i
         ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0 AND i.indexrelid = d.objoid
  LEFT JOIN LATERAL (SELECT ic.relname, ic.relnamespace
                       FROM pg_catalog.pg_class ic
                      WHERE ic.oid = i.indexrelid
                     OFFSET 0) ic ON true
  LEFT JOIN pg_catalog.pg_namespace inn ON inn.oid = ic.relnamespace
  -- pg_constraint has no index on conindid: by the table
  LEFT JOIN LATERAL (SELECT ik.oid
                       FROM pg_catalog.pg_constraint ik
                      WHERE ik.conrelid = i.indrelid AND ik.conindid = i.indexrelid AND ik.contype IN ('p', 'u', 'x')
                     OFFSET 0) ik ON true
  LEFT JOIN LATERAL (SELECT k.conname, k.contype, k.conrelid, k.contypid
                       FROM pg_catalog.pg_constraint k
                      WHERE d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objoid
                     OFFSET 0) k ON true
 WHERE d.objoid >= 16384
    -- a large object's OID can be any number
    OR d.classoid IN ('pg_catalog.pg_namespace'::pg_catalog.regclass, 'pg_catalog.pg_largeobject'::pg_catalog.regclass)
 ORDER BY d.classoid, d.objoid, d.objsubid
