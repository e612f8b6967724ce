-- catalog/globals/membership.sql: one row per membership that initdb did not make; who granted it is known from 16 on
SELECT r.oid                      AS role_oid,
       r.rolname::pg_catalog.text AS role,
       m.oid                      AS member_oid,
       m.rolname::pg_catalog.text AS member,
       a.admin_option             AS admin,
       a.inherit_option           AS inherit, --< 16: NULL::pg_catalog.bool AS inherit,
       a.set_option               AS set_role, --< 16: NULL::pg_catalog.bool AS set_role,
       g.oid                      AS grantor_oid, --< 16: NULL::pg_catalog.oid AS grantor_oid,
       g.rolname::pg_catalog.text AS grantor --< 16: NULL::pg_catalog.text AS grantor
  FROM pg_catalog.pg_auth_members a
  JOIN pg_catalog.pg_roles r ON r.oid = a.roleid
  JOIN pg_catalog.pg_roles m ON m.oid = a.member
  -- what the bootstrap superuser granted, any superuser grants again in its name
  LEFT JOIN pg_catalog.pg_roles g ON g.oid = a.grantor AND g.oid <> 10
 WHERE r.rolname !~ '^pg_' OR m.rolname !~ '^pg_'
 ORDER BY r.rolname, m.rolname, g.rolname NULLS FIRST
