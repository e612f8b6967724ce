-- catalog/globals/role.sql: one row per role that initdb did not make for itself
SELECT r.oid                               AS oid,
       r.rolname::pg_catalog.text          AS name,
       r.rolsuper                          AS superuser,
       r.rolinherit                        AS inherit,
       r.rolcreaterole                     AS create_role,
       r.rolcreatedb                       AS create_database,
       r.rolcanlogin                       AS login,
       r.rolreplication                    AS replication,
       r.rolbypassrls                      AS bypass_rls,
       r.rolconnlimit                      AS connection_limit,
       r.rolvaliduntil::pg_catalog.text    AS valid_until,
       pg_catalog.shobj_description(r.oid, 'pg_authid') AS comment,
       ARRAY(SELECT l.provider FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND l.objoid = r.oid
              ORDER BY l.provider)         AS label_providers,
       ARRAY(SELECT l.label FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_authid'::pg_catalog.regclass AND l.objoid = r.oid
              ORDER BY l.provider)         AS labels
  FROM pg_catalog.pg_roles r
 WHERE r.rolname !~ '^pg_'
 ORDER BY r.rolname
