-- catalog/stamps_digest.sql: the same as one row
SELECT pg_catalog.count(*)  AS count,
       COALESCE(pg_catalog.sum(pg_catalog.hashtextextended(s.what || ' ' || s.oid || ' ' || s.version, 0)), 0)::pg_catalog.text
                            AS sum
  FROM stamp s
