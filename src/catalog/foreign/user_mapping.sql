-- catalog/foreign/user_mapping.sql: one row per user mapping; the view hides the options as `hidden` says
SELECT m.umid                                 AS oid,
       m.srvid                                AS server_oid,
       s.srvname                              AS server,
       pg_catalog.pg_get_userbyid(s.srvowner) AS server_owner,
       CASE WHEN m.umuser <> 0 THEN m.usename END AS user_name,
       COALESCE(m.umoptions, '{}')            AS options,
       m.umoptions IS NULL AND NOT (
           (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = current_user)
           OR m.umuser = 0 AND pg_catalog.pg_has_role(s.srvowner, 'USAGE')
           OR m.usename = current_user
              AND (pg_catalog.pg_has_role(s.srvowner, 'USAGE') OR pg_catalog.has_server_privilege(s.oid, 'USAGE'))
       )                                      AS hidden
  FROM pg_catalog.pg_user_mappings m
  JOIN pg_catalog.pg_foreign_server s ON s.oid = m.srvid
