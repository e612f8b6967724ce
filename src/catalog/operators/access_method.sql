-- catalog/operators/access_method.sql: one row per access method that is not built in
SELECT a.oid                          AS oid,
       a.amname                       AS name,
       a.amtype                       AS type,
       a.amhandler::pg_catalog.text   AS handler
  FROM pg_catalog.pg_am a
 WHERE a.oid >= 16384
