-- catalog/database/large_object.sql: one row per group of at most 1000 large objects with the same owner and
-- privileges
SELECT pg_catalog.pg_get_userbyid(g.lomowner) AS owner,
       g.acl                                  AS acl,
       pg_catalog.acldefault('L', g.lomowner)::pg_catalog.text[] AS base,
       pg_catalog.array_agg(g.oid ORDER BY g.oid) AS oids
  FROM (SELECT m.oid,
               m.lomowner,
               COALESCE(m.lomacl, pg_catalog.acldefault('L', m.lomowner))::pg_catalog.text[] AS acl,
               (pg_catalog.row_number() OVER (PARTITION BY m.lomowner, COALESCE(m.lomacl, pg_catalog.acldefault('L', m.lomowner))::pg_catalog.text[]
                                               ORDER BY m.oid) - 1)
               / 1000 AS part
          FROM pg_catalog.pg_largeobject_metadata m) g
 GROUP BY g.lomowner, g.acl, g.part
 ORDER BY pg_catalog.min(g.oid)
