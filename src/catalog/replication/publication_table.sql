-- catalog/replication/publication_table.sql: one row per wanted table of a publication
SELECT r.oid                                  AS oid,
       p.oid                                  AS publication_oid,
       p.pubname                              AS publication,
       pg_catalog.pg_get_userbyid(p.pubowner) AS owner,
       c.oid                                  AS table_oid,
       n.nspname                              AS schema,
       c.relname                              AS name,
       ARRAY(SELECT a.attname::pg_catalog.text --< 15: ARRAY(SELECT NULL::pg_catalog.text WHERE false) AS columns,
               FROM pg_catalog.unnest(r.prattrs) WITH ORDINALITY k(number, place) --< 15:
               JOIN pg_catalog.pg_attribute a ON a.attrelid = r.prrelid AND a.attnum = k.number --< 15:
              ORDER BY k.place)               AS columns, --< 15:
       pg_catalog.pg_get_expr(r.prqual, r.prrelid) AS filter, --< 15: NULL::pg_catalog.text AS filter,
       -- a column of 19 and newer: read so that its absence is no error
       COALESCE(pg_catalog.to_jsonb(r) ->> 'prexcept', 'false')::pg_catalog.bool AS is_exception
  FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
  JOIN pg_catalog.pg_publication_rel r ON r.prrelid = w.oid
  JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
  JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
