-- catalog/types/enumeration.sql: one row per enum type, its labels in their order
SELECT t.oid                                  AS oid,
       n.nspname                              AS schema,
       t.typname                              AS name,
       pg_catalog.pg_get_userbyid(t.typowner) AS owner,
       ARRAY(SELECT e.enumlabel::pg_catalog.text
               FROM pg_catalog.pg_enum e
              WHERE e.enumtypid = t.oid
              ORDER BY e.enumsortorder)       AS labels
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
 WHERE t.typtype = 'e'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
