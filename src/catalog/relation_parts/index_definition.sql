-- catalog/relation_parts/index_definition.sql: the definitions of the indexes $1
SELECT wanted.oid                               AS oid,
       pg_catalog.pg_get_indexdef(wanted.oid)   AS definition
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
