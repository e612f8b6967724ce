-- catalog/statistics/attribute.sql: one row per column that ANALYZE looked at, of the wanted relations ($1); the columns
-- of an index are its expressions, whose names the server makes up
WITH wanted AS MATERIALIZED (
    SELECT w.oid AS oid
      FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
    UNION ALL
    SELECT i.indexrelid
      FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
      JOIN pg_catalog.pg_index i ON i.indrelid = w.oid
)
SELECT c.oid                                          AS oid,
       n.nspname::pg_catalog.text                     AS schema,
       c.relname::pg_catalog.text                     AS name,
       s.attname::pg_catalog.text                     AS column_name,
       CASE WHEN c.relkind IN ('i', 'I')
            THEN (SELECT a.attnum::pg_catalog.text FROM pg_catalog.pg_attribute a
                   WHERE a.attrelid = c.oid AND a.attname = s.attname) END AS column_number,
       CASE WHEN s.inherited THEN 't' ELSE 'f' END    AS inherited,
       s.null_frac::pg_catalog.text                   AS null_frac,
       s.avg_width::pg_catalog.text                   AS avg_width,
       s.n_distinct::pg_catalog.text                  AS n_distinct,
       s.most_common_vals::pg_catalog.text            AS most_common_vals,
       s.most_common_freqs::pg_catalog.text           AS most_common_freqs,
       s.histogram_bounds::pg_catalog.text            AS histogram_bounds,
       s.correlation::pg_catalog.text                 AS correlation,
       s.most_common_elems::pg_catalog.text           AS most_common_elems,
       s.most_common_elem_freqs::pg_catalog.text      AS most_common_elem_freqs,
       s.elem_count_histogram::pg_catalog.text        AS elem_count_histogram,
       s.range_length_histogram::pg_catalog.text      AS range_length_histogram, --< 17: NULL::pg_catalog.text AS range_length_histogram,
       s.range_empty_frac::pg_catalog.text            AS range_empty_frac, --< 17: NULL::pg_catalog.text AS range_empty_frac,
       s.range_bounds_histogram::pg_catalog.text      AS range_bounds_histogram --< 17: NULL::pg_catalog.text AS range_bounds_histogram
  FROM wanted w
  JOIN pg_catalog.pg_class c ON c.oid = w.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname
 ORDER BY c.oid, s.attname, s.inherited
