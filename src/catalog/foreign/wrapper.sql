-- catalog/foreign/wrapper.sql: one row per foreign-data wrapper
SELECT w.oid                                  AS oid,
       w.fdwname                              AS name,
       pg_catalog.pg_get_userbyid(w.fdwowner) AS owner,
       NULLIF(w.fdwhandler::pg_catalog.regproc::pg_catalog.text, '-')   AS handler,
       NULLIF(w.fdwvalidator::pg_catalog.regproc::pg_catalog.text, '-') AS validator,
       COALESCE(w.fdwoptions, '{}')           AS options
  FROM pg_catalog.pg_foreign_data_wrapper w
