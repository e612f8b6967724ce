-- catalog/types/alias.sql: catalog rows that stand for another object in dependencies, one row per two catalogs: every
-- table brings two of them
WITH owner_of_type AS (
    -- each type that has no statement of its own, and the object that brings it
    SELECT t.oid,
           CASE WHEN c.oid IS NOT NULL AND c.relkind <> 'c' THEN 'pg_catalog.pg_class'::pg_catalog.regclass
                ELSE 'pg_catalog.pg_type'::pg_catalog.regclass
           END::pg_catalog.oid AS class,
           CASE WHEN c.oid IS NOT NULL AND c.relkind <> 'c' THEN c.oid
                WHEN r.rngtypid IS NOT NULL THEN r.rngtypid --< 14:
                ELSE e.oid
           END AS object
      FROM pg_catalog.pg_type t
      LEFT JOIN pg_catalog.pg_type a ON a.oid = t.typelem AND a.typarray = t.oid
      JOIN pg_catalog.pg_type e ON e.oid = COALESCE(a.oid, t.oid)
      LEFT JOIN pg_catalog.pg_class c ON c.oid = e.typrelid
      LEFT JOIN pg_catalog.pg_range r ON r.rngmultitypid = e.oid --< 14:
     WHERE t.oid >= 16384
), alias (class, oid, to_class, to_oid) AS (
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid AS class,
           o.oid    AS oid,
           o.class  AS to_class,
           o.object AS to_oid
      FROM owner_of_type o
     WHERE o.object <> o.oid OR o.class <> 'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid
    UNION ALL
    -- a composite's fields hang on its row in pg_class
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid,
           c.oid,
           'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid,
           c.reltype
      FROM pg_catalog.pg_class c
     WHERE c.relkind = 'c' AND c.oid >= 16384
    UNION ALL
    -- constructor functions of ranges, casts from range to multirange
    SELECT d.classid, d.objid, o.class, o.object
      FROM pg_catalog.pg_depend d
      JOIN owner_of_type o ON o.oid = d.refobjid
     WHERE d.deptype = 'i'
       AND d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass
       AND d.classid IN ('pg_catalog.pg_proc'::pg_catalog.regclass, 'pg_catalog.pg_cast'::pg_catalog.regclass)
)
SELECT a.class                        AS class,
       a.to_class                     AS to_class,
       pg_catalog.array_agg(a.oid)    AS oids,
       pg_catalog.array_agg(a.to_oid) AS to_oids
  FROM alias a
 GROUP BY a.class, a.to_class
