-- catalog/globals/tablespace.sql: one row per tablespace that initdb did not make
SELECT t.oid                                  AS oid,
       t.spcname::pg_catalog.text             AS name,
       pg_catalog.pg_get_userbyid(t.spcowner)::pg_catalog.text AS owner,
       t.spcowner                             AS owner_oid,
       pg_catalog.pg_tablespace_location(t.oid) AS location,
       COALESCE(t.spcoptions, '{}')           AS options,
       pg_catalog.shobj_description(t.oid, 'pg_tablespace') AS comment,
       ARRAY(SELECT l.provider FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_tablespace'::pg_catalog.regclass AND l.objoid = t.oid
              ORDER BY l.provider)            AS label_providers,
       ARRAY(SELECT l.label FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_tablespace'::pg_catalog.regclass AND l.objoid = t.oid
              ORDER BY l.provider)            AS labels,
       COALESCE(t.spcacl, pg_catalog.acldefault('t', t.spcowner))::pg_catalog.text[] AS acl,
       pg_catalog.acldefault('t', t.spcowner)::pg_catalog.text[] AS base
  FROM pg_catalog.pg_tablespace t
 WHERE t.spcname !~ '^pg_'
 ORDER BY t.spcname
