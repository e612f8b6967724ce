-- catalog/database/setting.sql: one row per setting of the current database, for all roles or for one
SELECT r.rolname AS role,
       s.setting AS setting
  FROM pg_catalog.pg_db_role_setting c
  JOIN pg_catalog.pg_database d ON d.oid = c.setdatabase AND d.datname = pg_catalog.current_database()
  LEFT JOIN pg_catalog.pg_roles r ON r.oid = c.setrole
 CROSS JOIN LATERAL pg_catalog.unnest(c.setconfig) WITH ORDINALITY s(setting, place)
 WHERE c.setrole = 0 OR r.oid IS NOT NULL
 ORDER BY r.rolname NULLS FIRST, s.place
