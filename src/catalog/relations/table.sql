-- catalog/relations/table.sql: one row per wanted ordinary, partitioned or foreign table
SELECT c.oid                                          AS relation_oid,
       n.nspname                                      AS schema,
       c.relname                                      AS relation,
       c.relkind                                      AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)         AS owner,
       c.relpersistence                               AS persistence,
       c.relispartition                               AS is_partition,
       c.relreplident                                 AS replica_identity,
       c.relforcerowsecurity                          AS force_row_security,
       am.amname                                      AS access_method,
       ts.spcname                                     AS tablespace,
       COALESCE(c.reloptions, '{}')                   AS options,
       COALESCE(toast.reloptions, '{}')               AS toast_options,
       CASE WHEN c.reloftype <> 0
            THEN pg_catalog.format_type(c.reloftype, NULL)
       END                                            AS of_type,
       CASE WHEN c.relkind = 'p'
            THEN pg_catalog.pg_get_partkeydef(c.oid)
       END                                            AS partition_key,
       pg_catalog.pg_get_expr(c.relpartbound, c.oid)  AS partition_bound,
       s.srvname                                      AS server,
       COALESCE(ft.ftoptions, '{}')                   AS foreign_options,
       COALESCE(p.oids, '{}')                         AS parent_oids,
       COALESCE(p.schemas, '{}')                      AS parent_schemas,
       COALESCE(p.names, '{}')                        AS parent_names
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
  LEFT JOIN pg_catalog.pg_foreign_table ft ON ft.ftrelid = c.oid
  LEFT JOIN pg_catalog.pg_foreign_server s ON s.oid = ft.ftserver
  LEFT JOIN (SELECT i.inhrelid,
                    pg_catalog.array_agg(i.inhparent ORDER BY i.inhseqno)                          AS oids,
                    pg_catalog.array_agg(pn.nspname::pg_catalog.text ORDER BY i.inhseqno)          AS schemas,
                    pg_catalog.array_agg(pc.relname::pg_catalog.text ORDER BY i.inhseqno)          AS names
               FROM pg_catalog.pg_inherits i
               JOIN pg_catalog.pg_class pc ON pc.oid = i.inhparent
               JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
              GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
 WHERE c.relkind IN ('r', 'p', 'f')
 ORDER BY c.oid
