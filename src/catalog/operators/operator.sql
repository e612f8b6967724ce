-- catalog/operators/operator.sql: one row per operator that has a function; shells come with their partner
SELECT o.oid                                      AS oid,
       n.nspname                                  AS schema,
       o.oprname                                  AS name,
       pg_catalog.pg_get_userbyid(o.oprowner)     AS owner,
       o.oprcode::pg_catalog.text                 AS function,
       CASE WHEN o.oprleft <> 0 THEN pg_catalog.format_type(o.oprleft, NULL) END   AS left_type,
       CASE WHEN o.oprright <> 0 THEN pg_catalog.format_type(o.oprright, NULL) END AS right_type,
       cn.nspname                                 AS commutator_schema,
       c.oprname                                  AS commutator,
       gn.nspname                                 AS negator_schema,
       g.oprname                                  AS negator,
       NULLIF(o.oprrest::pg_catalog.text, '-')    AS restriction,
       NULLIF(o.oprjoin::pg_catalog.text, '-')    AS join_function,
       o.oprcanmerge                              AS merges,
       o.oprcanhash                               AS hashes
  FROM pg_catalog.pg_operator o
  JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
  LEFT JOIN pg_catalog.pg_operator c ON c.oid = o.oprcom
  LEFT JOIN pg_catalog.pg_namespace cn ON cn.oid = c.oprnamespace
  LEFT JOIN pg_catalog.pg_operator g ON g.oid = o.oprnegate
  LEFT JOIN pg_catalog.pg_namespace gn ON gn.oid = g.oprnamespace
 WHERE o.oprcode::pg_catalog.oid <> 0
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
