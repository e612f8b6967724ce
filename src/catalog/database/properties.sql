-- catalog/database/properties.sql: one row, what ALTER DATABASE, COMMENT and GRANT gave the current database
SELECT d.oid                                AS oid,
       d.datname::pg_catalog.text           AS name,
       pg_catalog.pg_get_userbyid(d.datdba) AS owner,
       (SELECT t.spcname FROM pg_catalog.pg_tablespace t
         WHERE t.oid = d.dattablespace AND t.spcname <> 'pg_default') AS tablespace,
       d.datconnlimit                       AS connection_limit,
       d.datistemplate                      AS is_template,
       pg_catalog.shobj_description(d.oid, 'pg_database') AS comment,
       ARRAY(SELECT l.provider FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND l.objoid = d.oid
              ORDER BY l.provider)          AS label_providers,
       ARRAY(SELECT l.label FROM pg_catalog.pg_shseclabel l
              WHERE l.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass AND l.objoid = d.oid
              ORDER BY l.provider)          AS labels,
       COALESCE(d.datacl, pg_catalog.acldefault('d', d.datdba))::pg_catalog.text[] AS acl,
       pg_catalog.acldefault('d', d.datdba)::pg_catalog.text[] AS base
  FROM pg_catalog.pg_database d
 WHERE d.datname = pg_catalog.current_database()
