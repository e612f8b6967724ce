-- catalog/database/source.sql: one row, the current database and its server
SELECT d.datname::pg_catalog.text AS database,
       -- packagers write their own version behind it
       pg_catalog.split_part(pg_catalog.current_setting('server_version'), ' ', 1) AS server_version,
       pg_catalog.current_setting('server_version_num')::pg_catalog.int4           AS server_version_num,
       pg_catalog.pg_encoding_to_char(d.encoding)::pg_catalog.text                 AS encoding,
       d.datcollate::pg_catalog.text     AS collate,
       d.datctype::pg_catalog.text       AS ctype,
       d.datlocprovider::pg_catalog.text AS locale_provider, --< 15: 'c'::pg_catalog.text AS locale_provider,
       d.datlocale::pg_catalog.text      AS locale, --< 17: d.daticulocale::pg_catalog.text AS locale, --< 15: NULL::pg_catalog.text AS locale,
       d.daticurules::pg_catalog.text    AS icu_rules, --< 16: NULL::pg_catalog.text AS icu_rules,
       pg_catalog.pg_is_in_recovery()    AS in_recovery,
       pg_catalog.encode(pg_catalog.cash_send(own.one::pg_catalog.numeric::pg_catalog.money), 'hex') AS money_probe
  FROM pg_catalog.pg_database d
 -- the session has a locale of ours; the number of an amount's digits follows the database's
 CROSS JOIN (SELECT CASE WHEN pg_catalog.set_config('lc_monetary', s.reset_val, false) = s.reset_val THEN 1 ELSE 1 END AS one
               FROM pg_catalog.pg_settings s
              WHERE s.name = 'lc_monetary'
             OFFSET 0) own
 WHERE d.datname = pg_catalog.current_database()
