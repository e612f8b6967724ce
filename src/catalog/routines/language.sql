-- catalog/routines/language.sql: one row per procedural language that is not built in
SELECT l.oid                                            AS oid,
       l.lanname                                        AS name,
       pg_catalog.pg_get_userbyid(l.lanowner)           AS owner,
       l.lanpltrusted                                   AS trusted,
       NULLIF(l.lanplcallfoid::pg_catalog.regproc::pg_catalog.text, '-') AS handler,
       NULLIF(l.laninline::pg_catalog.regproc::pg_catalog.text, '-')     AS inline_handler,
       NULLIF(l.lanvalidator::pg_catalog.regproc::pg_catalog.text, '-')  AS validator
  FROM pg_catalog.pg_language l
 WHERE l.lanispl AND l.oid >= 16384
