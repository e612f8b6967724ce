-- catalog/relations/extent.sql: one row per table of the user that can be read in ranges of pages
SELECT n.nspname                                                        AS schema,
       c.relname                                                        AS name,
       COALESCE(pg_catalog.pg_relation_size(c.oid), 0)                  AS heap_bytes,
       COALESCE(pg_catalog.pg_relation_size(NULLIF(c.reltoastrelid, 0)), 0) AS toast_bytes,
       pg_catalog.current_setting('block_size')::pg_catalog.int8        AS block_bytes
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind = 'r'
   AND c.relam = 2 --< 14: AND false
   AND c.relpersistence <> 't'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
