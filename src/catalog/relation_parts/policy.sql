-- catalog/relation_parts/policy.sql: one row per row-level security policy
SELECT c.oid                                              AS relation_oid,
       n.nspname                                          AS schema,
       c.relname                                          AS relation,
       c.relkind                                          AS relation_kind,
       p.oid                                              AS oid,
       p.polname                                          AS name,
       p.polcmd                                           AS command,
       p.polpermissive                                    AS permissive,
       ARRAY(SELECT pg_catalog.pg_get_userbyid(r.oid)::pg_catalog.text
               FROM unnest(p.polroles) WITH ORDINALITY AS r (oid, place)
              WHERE r.oid <> 0
              ORDER BY r.place)                           AS roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid)      AS using_text,
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) AS check_text
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_catalog.pg_policy p ON p.polrelid = c.oid
 ORDER BY p.oid
