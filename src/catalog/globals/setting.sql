-- catalog/globals/setting.sql: one row per setting of a role, or of all roles, that holds in every database
SELECT c.setrole                  AS role_oid,
       r.rolname::pg_catalog.text AS role,
       s.setting                  AS setting
  FROM pg_catalog.pg_db_role_setting c
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.setrole
 CROSS JOIN LATERAL pg_catalog.unnest(c.setconfig) WITH ORDINALITY s(setting, place)
 WHERE c.setdatabase = 0 AND (c.setrole = 0 OR r.rolname !~ '^pg_')
 ORDER BY r.rolname NULLS FIRST, s.place
