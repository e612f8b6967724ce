-- catalog/globals/password.sql: one row per role that has a password; few may read it
SELECT a.oid                            AS oid,
       a.rolname::pg_catalog.text       AS name,
       a.rolpassword                    AS hash
  FROM pg_catalog.pg_authid a
 WHERE a.rolname !~ '^pg_' AND a.rolpassword IS NOT NULL
 ORDER BY a.rolname
