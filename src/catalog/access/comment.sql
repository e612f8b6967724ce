-- catalog/access/comment.sql: one row per comment that initdb did not make, and that of the schema public
SELECT d.classoid    AS class,
       d.objoid      AS oid,
       d.objsubid    AS subid,
       d.description AS comment,
       a.attname     AS column_name,
       inn.nspname   AS index_schema,
       ic.relname    AS index_name,
       k.conname     AS constraint_name,
       CASE WHEN ik.oid IS NOT NULL    THEN 'pg_catalog.pg_constraint'::pg_catalog.regclass
            WHEN i.indrelid IS NOT NULL THEN 'pg_catalog.pg_class'::pg_catalog.regclass
            WHEN k.conrelid <> 0       THEN 'pg_catalog.pg_class'::pg_catalog.regclass
            WHEN k.contypid <> 0       THEN 'pg_catalog.pg_type'::pg_catalog.regclass
       END::pg_catalog.oid AS holder_class,
       COALESCE(ik.oid, i.indrelid, NULLIF(k.conrelid, 0), NULLIF(k.contypid, 0)) AS holder_oid
  FROM pg_catalog.pg_description d
  LEFT JOIN pg_catalog.pg_attribute a
         ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid <> 0
        AND a.attrelid = d.objoid AND a.attnum = d.objsubid AND NOT a.attisdropped
  -- an index that a constraint brings is not an object of its own, but can have a comment
  LEFT JOIN pg_catalog.pg_index i
         ON d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objsubid = 0 AND i.indexrelid = d.objoid
  LEFT JOIN pg_catalog.pg_class ic ON ic.oid = i.indexrelid
  LEFT JOIN pg_catalog.pg_namespace inn ON inn.oid = ic.relnamespace
  LEFT JOIN pg_catalog.pg_constraint ik ON ik.conindid = i.indexrelid AND ik.contype IN ('p', 'u', 'x')
  LEFT JOIN pg_catalog.pg_constraint k
         ON d.classoid = 'pg_catalog.pg_constraint'::pg_catalog.regclass AND k.oid = d.objoid
 WHERE d.objoid >= 16384
    OR d.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass
    -- whoever makes a large object may choose its number
    OR d.classoid = 'pg_catalog.pg_largeobject'::pg_catalog.regclass
 ORDER BY d.classoid, d.objoid, d.objsubid
