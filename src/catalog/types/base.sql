-- catalog/types/base.sql: one row per base type; arrays come with their elements
SELECT t.oid                                          AS oid,
       n.nspname                                      AS schema,
       t.typname                                      AS name,
       pg_catalog.pg_get_userbyid(t.typowner)         AS owner,
       t.typlen                                       AS length,
       t.typinput::pg_catalog.text                    AS input,
       t.typoutput::pg_catalog.text                   AS output,
       NULLIF(t.typreceive::pg_catalog.text, '-')     AS receive,
       NULLIF(t.typsend::pg_catalog.text, '-')        AS send,
       NULLIF(t.typmodin::pg_catalog.text, '-')       AS typmod_in,
       NULLIF(t.typmodout::pg_catalog.text, '-')      AS typmod_out,
       NULLIF(t.typanalyze::pg_catalog.text, '-')     AS analyze_function,
       NULLIF(t.typsubscript::pg_catalog.text, '-') AS subscript, --< 14: NULL::pg_catalog.text AS subscript,
       CASE WHEN t.typelem <> 0
            THEN pg_catalog.format_type(t.typelem, NULL)
       END                                            AS element,
       t.typdelim                                     AS delimiter,
       t.typbyval                                     AS by_value,
       t.typalign                                     AS alignment,
       t.typstorage                                   AS storage,
       t.typcategory                                  AS category,
       t.typispreferred                               AS preferred,
       t.typcollation <> 0                            AS collatable,
       t.typdefault                                   AS default_text,
       pg_catalog.pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::pg_catalog.regclass)
                                                      AS default_expression
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
 WHERE t.typtype = 'b' AND t.typisdefined AND e.oid IS NULL
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
