-- catalog/stamps.sql: everything that can change
SELECT s.what     AS what,
       s.oid      AS oid,
       s.version  AS version,
       s.name     AS name
  FROM stamp s
