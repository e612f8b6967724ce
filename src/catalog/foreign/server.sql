-- catalog/foreign/server.sql: one row per foreign server
SELECT s.oid                                  AS oid,
       s.srvname                              AS name,
       pg_catalog.pg_get_userbyid(s.srvowner) AS owner,
       s.srvtype                              AS server_type,
       s.srvversion                           AS server_version,
       w.fdwname                              AS wrapper,
       COALESCE(s.srvoptions, '{}')           AS options
  FROM pg_catalog.pg_foreign_server s
  JOIN pg_catalog.pg_foreign_data_wrapper w ON w.oid = s.srvfdw
