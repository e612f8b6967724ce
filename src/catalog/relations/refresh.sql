-- catalog/relations/refresh.sql: one row per wanted materialized view that has rows, with those it reads
WITH RECURSIVE source (view_oid, oid, kind) AS (
    SELECT c.oid, c.oid, c.relkind
      FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
      JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
     WHERE c.relkind = 'm'
     UNION
    SELECT s.view_oid, c.oid, c.relkind
      FROM source s
      JOIN pg_catalog.pg_rewrite r ON r.ev_class = s.oid
      JOIN pg_catalog.pg_depend d
        ON d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
       AND d.objid = r.oid
       AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
      JOIN pg_catalog.pg_class c ON c.oid = d.refobjid
     WHERE c.relkind IN ('m', 'v')
)
SELECT c.oid                                   AS relation_oid,
       n.nspname                               AS schema,
       c.relname                               AS relation,
       c.relkind                               AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)  AS owner,
       pg_catalog.array_agg(s.oid ORDER BY s.oid) FILTER (WHERE s.kind = 'm' AND s.oid <> c.oid)
                                               AS sources
  FROM source s
  JOIN pg_catalog.pg_class c ON c.oid = s.view_oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_class sc ON sc.oid = s.oid
 GROUP BY c.oid, n.nspname, c.relname, c.relkind, c.relowner
HAVING pg_catalog.bool_and(sc.relispopulated OR sc.relkind <> 'm')
 ORDER BY c.oid
