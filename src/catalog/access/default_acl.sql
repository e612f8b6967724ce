-- catalog/access/default_acl.sql: one row per ALTER DEFAULT PRIVILEGES, and what it is a change of
SELECT d.oid                                   AS oid,
       pg_catalog.pg_get_userbyid(d.defaclrole) AS role,
       n.nspname                               AS schema,
       d.defaclnamespace                       AS schema_oid,
       d.defaclobjtype                         AS object_type,
       d.defaclacl::pg_catalog.text[]          AS acl,
       CASE WHEN d.defaclnamespace <> 0 THEN '{}'
            -- the letter of sequences is a small one here, and only here
            ELSE pg_catalog.acldefault(CASE WHEN d.defaclobjtype = 'S' THEN 's'::pg_catalog."char"
                                            ELSE d.defaclobjtype END, d.defaclrole)
       END::pg_catalog.text[]                  AS base
  FROM pg_catalog.pg_default_acl d
  LEFT JOIN pg_catalog.pg_namespace n ON n.oid = d.defaclnamespace
