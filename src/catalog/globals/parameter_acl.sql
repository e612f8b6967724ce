-- catalog/globals/parameter_acl.sql: one row per server setting that others than superusers may set
SELECT p.oid                                        AS oid,
       p.parname                                    AS name,
       pg_catalog.pg_get_userbyid(10)::pg_catalog.text AS owner,
       p.paracl::pg_catalog.text[]                  AS acl,
       pg_catalog.acldefault('p', 10)::pg_catalog.text[] AS base --< 15: ARRAY[]::pg_catalog.text[] AS base
  FROM pg_catalog.pg_parameter_acl p --< 15: FROM (SELECT c.oid, c.relname::pg_catalog.text AS parname, c.relacl AS paracl FROM pg_catalog.pg_class c WHERE false) p
 ORDER BY p.parname
