-- catalog/types/domain_constraint.sql: one row per CHECK of a domain and, from 17 on, per NOT NULL
SELECT c.oid                               AS oid,
       c.contypid                          AS domain_oid,
       n.nspname                           AS schema,
       t.typname                           AS domain,
       c.conname                           AS name,
       c.contype = 'n'                     AS not_null,
       c.convalidated                      AS validated,
       pg_catalog.pg_get_constraintdef(c.oid) AS definition
  FROM pg_catalog.pg_constraint c
  JOIN pg_catalog.pg_type t ON t.oid = c.contypid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE c.contypid <> 0 AND c.contype IN ('c', 'n')
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
 ORDER BY c.contypid, c.conname
