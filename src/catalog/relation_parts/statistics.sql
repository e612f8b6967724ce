-- catalog/relation_parts/statistics.sql: one row per extended statistics object
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       s.oid                                              AS oid,
       sn.nspname                                         AS own_schema,
       s.stxname                                          AS name,
       pg_catalog.pg_get_userbyid(s.stxowner)             AS owner,
       COALESCE(s.stxstattarget, -1)::pg_catalog.int4     AS target,
       s.stxexprs IS NOT NULL                             AS has_expressions, --< 14: false AS has_expressions,
       pg_catalog.pg_get_statisticsobjdef(s.oid)          AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_statistic_ext s ON s.stxrelid = c.oid
  JOIN pg_catalog.pg_namespace sn ON sn.oid = s.stxnamespace
 ORDER BY s.oid
