-- catalog/types/type_tree.sql: every type that a column can have, with what it is made of
WITH used AS (
    -- types that something is made of; row types nobody uses are left out (there is one per relation)
    SELECT a.atttypid AS oid FROM pg_catalog.pg_attribute a WHERE a.attnum > 0 AND NOT a.attisdropped
    UNION SELECT d.typbasetype FROM pg_catalog.pg_type d WHERE d.typtype = 'd'
    UNION SELECT r.rngsubtype FROM pg_catalog.pg_range r
), part_of_extension AS (
    SELECT d.objid AS oid, e.extname
      FROM pg_catalog.pg_depend d
      JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
     WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass
       AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
       AND d.deptype = 'e'
)
SELECT t.oid                                            AS oid,
       n.nspname                                        AS schema,
       t.typname                                        AS name,
       CASE WHEN element.oid IS NOT NULL THEN 'a' ELSE t.typtype END::pg_catalog."char" AS kind,
       -- the base of a domain, the element of an array, the subtype of a range or multirange
       COALESCE(element.oid, NULLIF(t.typbasetype, 0), r.rngsubtype) AS inner_oid,
       t.typsend::pg_catalog.oid <> 0                   AS send,
       t.typreceive::pg_catalog.oid <> 0                AS receive,
       COALESCE(own.extname, inherited.extname)         AS extension,
       ARRAY(SELECT l.enumlabel::pg_catalog.text
               FROM pg_catalog.pg_enum l
              WHERE t.typtype = 'e' AND l.enumtypid = t.oid
              ORDER BY l.enumsortorder)                 AS labels,
       ARRAY(SELECT a.attname::pg_catalog.text
               FROM pg_catalog.pg_attribute a
              WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ORDER BY a.attnum)                        AS field_names,
       ARRAY(SELECT a.atttypid
               FROM pg_catalog.pg_attribute a
              WHERE t.typtype = 'c' AND a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped
              ORDER BY a.attnum)                        AS field_types
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type element ON element.oid = t.typelem AND element.typarray = t.oid
  LEFT JOIN pg_catalog.pg_class c ON c.oid = COALESCE(NULLIF(t.typrelid, 0), element.typrelid)
  LEFT JOIN pg_catalog.pg_range r ON t.oid IN (r.rngtypid, r.rngmultitypid) --< 14: LEFT JOIN pg_catalog.pg_range r ON t.oid = r.rngtypid
  LEFT JOIN part_of_extension own ON own.oid = t.oid
  LEFT JOIN part_of_extension inherited ON inherited.oid = element.oid
 WHERE t.typtype <> 'p' AND (element.oid IS NULL OR element.typtype <> 'p')
   AND (c.oid IS NULL OR c.relkind = 'c'
        OR t.oid IN (SELECT u.oid FROM used u)
        OR CASE WHEN element.oid IS NULL THEN t.typarray ELSE element.oid END IN (SELECT u.oid FROM used u))
