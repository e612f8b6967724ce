-- catalog/relations/table_data.sql: one row per wanted table whose rows can be copied
WITH RECURSIVE tree (leaf, ancestor, depth) AS (
    SELECT c.oid, c.oid, 0
      FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
      JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
     WHERE c.relispartition
     UNION ALL
    SELECT t.leaf, i.inhparent, t.depth + 1
      FROM tree t
      JOIN pg_catalog.pg_inherits i ON i.inhrelid = t.ancestor
),
-- partitioned tables whose rows may belong into other partitions once types and objects have other OIDs:
-- hashed by an enum (or by something that may hold one) or by the name of an object
unstable (oid) AS (
    SELECT p.partrelid
      FROM pg_catalog.pg_partitioned_table p
      JOIN LATERAL unnest(p.partattrs::pg_catalog.int2[], p.partclass::pg_catalog.oid[]) AS k (number, opclass) ON true
      JOIN pg_catalog.pg_opclass o ON o.oid = k.opclass
      JOIN pg_catalog.pg_type input ON input.oid = o.opcintype
      LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = p.partrelid AND a.attnum = k.number
      LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
     WHERE p.partstrat = 'h'
       AND (input.typtype = 'p' AND (t.oid IS NULL OR t.oid >= 16384 OR t.typtype = 'p')
            OR input.oid = 26 AND (t.oid IS NULL OR t.oid <> 26)
            OR input.typtype = 'p' AND t.typelem IN (24, 2202, 2203, 2204, 2205, 2206, 3734, 3769, 4089, 4096, 4191))
),
rooted AS (
    SELECT t.leaf,
           (pg_catalog.array_agg(t.ancestor ORDER BY t.depth DESC))[1]          AS root,
           pg_catalog.bool_or(t.ancestor IN (SELECT u.oid FROM unstable u))     AS is_unstable
      FROM tree t
     GROUP BY t.leaf
)
SELECT c.oid                                          AS relation_oid,
       n.nspname                                      AS schema,
       c.relname                                      AS relation,
       c.relkind                                      AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)         AS owner,
       c.relpersistence                               AS persistence,
       s.srvname                                      AS server,
       c.relam = 2                                    AS splittable, --< 14: false AS splittable,
       CASE WHEN c.relkind = 'r'
            THEN COALESCE(pg_catalog.pg_relation_size(c.oid), 0)
            ELSE 0
       END                                            AS heap_bytes,
       CASE WHEN c.relkind = 'r' AND c.reltoastrelid <> 0
            THEN COALESCE(pg_catalog.pg_relation_size(c.reltoastrelid), 0)
            ELSE 0
       END                                            AS toast_bytes,
       pg_catalog.current_setting('block_size')::pg_catalog.int8 AS block_bytes,
       root_schema.nspname                            AS root_schema,
       root.relname                                   AS root_name,
       COALESCE(r.is_unstable, false)                 AS is_unstable
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = ft.ftserver
  LEFT JOIN rooted r ON r.leaf = c.oid
  LEFT JOIN pg_catalog.pg_class root ON root.oid = r.root
  LEFT JOIN pg_catalog.pg_namespace root_schema ON root_schema.oid = root.relnamespace
 WHERE c.relkind IN ('r', 'f')
 ORDER BY c.oid
