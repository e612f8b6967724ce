-- catalog/relations/configuration.sql: one row per table or sequence whose rows an extension wants dumped
SELECT c.oid                                   AS relation_oid,
       n.nspname                               AS schema,
       c.relname                               AS relation,
       c.relkind                               AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)  AS owner,
       cfg.condition                           AS condition,
       ARRAY(SELECT f.confrelid
               FROM pg_catalog.pg_constraint f
              WHERE f.conrelid = c.oid
                AND f.contype = 'f'
                AND f.confrelid <> c.oid
              ORDER BY f.confrelid)            AS referenced
  FROM pg_catalog.pg_extension e
  JOIN LATERAL unnest(e.extconfig, e.extcondition) AS cfg (oid, condition) ON true
  JOIN unnest($1::pg_catalog.oid[]) AS wanted (oid) ON wanted.oid = cfg.oid
  JOIN pg_catalog.pg_class c ON c.oid = cfg.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'S')
 ORDER BY c.oid
