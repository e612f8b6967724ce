-- catalog/relations/check.sql: one row per CHECK constraint of the wanted relations
SELECT co.oid                                   AS oid,
       co.conrelid                              AS relation_oid,
       co.conname                               AS name,
       co.conislocal                            AS local,
       co.convalidated                          AS valid,
       co.conenforced                           AS enforced, --< 18: true AS enforced,
       pg_catalog.pg_get_constraintdef(co.oid)  AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_constraint co ON co.conrelid = wanted.oid
 WHERE co.contype = 'c'
 ORDER BY co.conrelid, co.conname
