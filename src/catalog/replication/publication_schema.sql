-- catalog/replication/publication_schema.sql: one row per schema of a publication
SELECT s.oid                                  AS oid,
       p.oid                                  AS publication_oid,
       p.pubname                              AS publication,
       pg_catalog.pg_get_userbyid(p.pubowner) AS owner,
       n.oid                                  AS schema_oid,
       n.nspname                              AS schema
  FROM pg_catalog.pg_publication_namespace s --< 15: FROM (SELECT p.oid, p.oid AS pnpubid, p.oid AS pnnspid FROM pg_catalog.pg_publication p WHERE false) s
  JOIN pg_catalog.pg_publication p ON p.oid = s.pnpubid
  JOIN pg_catalog.pg_namespace n ON n.oid = s.pnnspid
