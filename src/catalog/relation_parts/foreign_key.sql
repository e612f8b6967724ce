-- catalog/relation_parts/foreign_key.sql: one row per foreign key; those that partitions have from a parent are left out
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       co.oid                                             AS oid,
       co.conname                                         AS name,
       co.conindid                                        AS index_oid,
       co.conenforced                                     AS enforced, --< 18: true AS enforced,
       co.conperiod                                       AS temporal, --< 18: false AS temporal,
       co.confdelsetcols IS NOT NULL                      AS sets_columns, --< 15: false AS sets_columns,
       co.conkey                                          AS columns,
       co.confrelid                                       AS referenced_oid,
       rn.nspname                                         AS referenced_schema,
       rc.relname                                         AS referenced,
       co.confkey                                         AS referenced_columns,
       co.confmatchtype                                   AS matching,
       co.confupdtype                                     AS on_update,
       co.confdeltype                                     AS on_delete,
       co.condeferrable                                   AS deferrable,
       co.condeferred                                     AS deferred,
       co.convalidated                                    AS valid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_constraint co ON co.conrelid = c.oid
  JOIN pg_catalog.pg_class rc ON rc.oid = co.confrelid
  JOIN pg_catalog.pg_namespace rn ON rn.oid = rc.relnamespace
 WHERE co.contype = 'f'
   AND co.conparentid = 0
 ORDER BY co.oid
