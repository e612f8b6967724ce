-- catalog/access/security_label.sql: one row per security label
SELECT l.classoid AS class,
       l.objoid   AS oid,
       l.objsubid AS subid,
       l.provider AS provider,
       l.label    AS label,
       a.attname  AS column_name
  FROM pg_catalog.pg_seclabel l
  LEFT JOIN pg_catalog.pg_attribute a
         ON l.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND l.objsubid <> 0
        AND a.attrelid = l.objoid AND a.attnum = l.objsubid AND NOT a.attisdropped
 ORDER BY l.classoid, l.objoid, l.objsubid, l.provider
