-- catalog/relation_parts/index_class.sql: one row per operator class
SELECT c.oid                                                          AS oid,
       c.opcmethod                                                    AS access_method,
       c.opcintype                                                    AS type_oid,
       c.opcdefault                                                   AS is_default,
       t.typispreferred                                               AS preferred,
       CASE WHEN n.nspname <> 'pg_catalog' THEN n.nspname END         AS schema,
       c.opcname                                                      AS name
  FROM pg_catalog.pg_opclass c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
  JOIN pg_catalog.pg_type t ON t.oid = c.opcintype
