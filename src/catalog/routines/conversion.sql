-- catalog/routines/conversion.sql: one row per encoding conversion
SELECT c.oid                                            AS oid,
       n.nspname                                        AS schema,
       c.conname                                        AS name,
       pg_catalog.pg_get_userbyid(c.conowner)           AS owner,
       c.condefault                                     AS is_default,
       pg_catalog.pg_encoding_to_char(c.conforencoding) AS source,
       pg_catalog.pg_encoding_to_char(c.contoencoding)  AS target,
       c.conproc::pg_catalog.text                       AS function
  FROM pg_catalog.pg_conversion c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.connamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
