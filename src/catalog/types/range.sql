-- catalog/types/range.sql: one row per range type; its multirange comes with it
SELECT t.oid                                             AS oid,
       n.nspname                                         AS schema,
       t.typname                                         AS name,
       pg_catalog.pg_get_userbyid(t.typowner)            AS owner,
       pg_catalog.format_type(r.rngsubtype, NULL)        AS subtype,
       CASE WHEN NOT o.opcdefault THEN onsp.nspname END  AS operator_class_schema,
       CASE WHEN NOT o.opcdefault THEN o.opcname END     AS operator_class,
       CASE WHEN r.rngcollation <> s.typcollation
            THEN r.rngcollation::pg_catalog.regcollation::pg_catalog.text
       END                                               AS collation,
       NULLIF(r.rngcanonical::pg_catalog.text, '-')      AS canonical,
       NULLIF(r.rngsubdiff::pg_catalog.text, '-')        AS subtype_diff,
       mn.nspname AS multirange_schema, --< 14: NULL::pg_catalog.name AS multirange_schema,
       m.typname AS multirange_name --< 14: NULL::pg_catalog.name AS multirange_name
  FROM pg_catalog.pg_range r
  JOIN pg_catalog.pg_type t ON t.oid = r.rngtypid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_catalog.pg_type s ON s.oid = r.rngsubtype
  JOIN pg_catalog.pg_opclass o ON o.oid = r.rngsubopc
  JOIN pg_catalog.pg_namespace onsp ON onsp.oid = o.opcnamespace
  LEFT JOIN pg_catalog.pg_type m ON m.oid = r.rngmultitypid --< 14:
  LEFT JOIN pg_catalog.pg_namespace mn ON mn.oid = m.typnamespace --< 14:
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
