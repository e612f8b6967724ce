-- catalog/relations/materialized_view.sql: one row per wanted materialized view
SELECT c.oid                                   AS relation_oid,
       n.nspname                               AS schema,
       c.relname                               AS relation,
       c.relkind                               AS relation_kind,
       pg_catalog.pg_get_userbyid(c.relowner)  AS owner,
       c.relreplident                          AS replica_identity,
       am.amname                               AS access_method,
       ts.spcname                              AS tablespace,
       COALESCE(c.reloptions, '{}')            AS options,
       COALESCE(toast.reloptions, '{}')        AS toast_options,
       pg_catalog.pg_get_viewdef(c.oid)        AS definition,
       ARRAY(SELECT e.extname::pg_catalog.text
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                AND d.objid = c.oid
                AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                AND d.deptype = 'x'
              ORDER BY e.extname)              AS extensions
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
  LEFT JOIN pg_catalog.pg_tablespace ts ON ts.oid = c.reltablespace
  LEFT JOIN pg_catalog.pg_class toast ON toast.oid = c.reltoastrelid
 WHERE c.relkind = 'm'
 ORDER BY c.oid
