-- catalog/routines/transform.sql: one row per transform
SELECT t.oid                                    AS oid,
       pg_catalog.format_type(t.trftype, NULL)  AS type,
       l.lanname                                AS language,
       CASE WHEN t.trffromsql::pg_catalog.oid <> 0
            THEN t.trffromsql::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text
       END                                      AS from_sql,
       CASE WHEN t.trftosql::pg_catalog.oid <> 0
            THEN t.trftosql::pg_catalog.oid::pg_catalog.regprocedure::pg_catalog.text
       END                                      AS to_sql
  FROM pg_catalog.pg_transform t
  JOIN pg_catalog.pg_language l ON l.oid = t.trflang
 WHERE t.oid >= 16384
