-- catalog/relation_parts/constraint_definition.sql: the definitions of the constraints $1
SELECT wanted.oid                                   AS oid,
       pg_catalog.pg_get_constraintdef(wanted.oid)  AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
