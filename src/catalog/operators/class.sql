-- catalog/operators/class.sql: one row per operator class
SELECT c.oid                                         AS oid,
       n.nspname                                     AS schema,
       c.opcname                                     AS name,
       pg_catalog.pg_get_userbyid(c.opcowner)        AS owner,
       a.amname                                      AS access_method,
       a.oid >= 16384                                AS own_access_method,
       c.opcdefault                                  AS is_default,
       pg_catalog.format_type(c.opcintype, NULL)     AS input_type,
       CASE WHEN c.opckeytype <> 0
            THEN pg_catalog.format_type(c.opckeytype, NULL)
       END                                           AS key_type,
       fn.nspname                                    AS family_schema,
       f.opfname                                     AS family
  FROM pg_catalog.pg_opclass c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
  JOIN pg_catalog.pg_am a ON a.oid = c.opcmethod
  JOIN pg_catalog.pg_opfamily f ON f.oid = c.opcfamily
  JOIN pg_catalog.pg_namespace fn ON fn.oid = f.opfnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
