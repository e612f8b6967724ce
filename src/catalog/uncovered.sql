-- catalog/uncovered.sql: what is there, one row per catalog
SELECT f.class                       AS class,
       pg_catalog.array_agg(f.oid)   AS oids
  FROM found f
 GROUP BY f.class
