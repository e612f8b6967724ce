-- catalog/types/domain.sql: one row per domain; its constraints are in domain_constraint.sql
SELECT t.oid                                                 AS oid,
       n.nspname                                             AS schema,
       t.typname                                             AS name,
       pg_catalog.pg_get_userbyid(t.typowner)                AS owner,
       pg_catalog.format_type(t.typbasetype, t.typtypmod)    AS base_type,
       CASE WHEN t.typcollation <> b.typcollation
            THEN t.typcollation::pg_catalog.regcollation::pg_catalog.text
       END                                                   AS collation,
       pg_catalog.pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::pg_catalog.regclass)
                                                             AS default_expression,
       t.typdefault                                          AS default_text,
       b.typdefault                                          AS base_default_text,
       false AS not_null --< 17: t.typnotnull AS not_null
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  JOIN pg_catalog.pg_type b ON b.oid = t.typbasetype
 WHERE t.typtype = 'd'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
