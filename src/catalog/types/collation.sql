-- catalog/types/collation.sql: one row per collation that this database's encoding can use
SELECT c.oid                                   AS oid,
       n.nspname                               AS schema,
       c.collname                              AS name,
       pg_catalog.pg_get_userbyid(c.collowner) AS owner,
       c.collprovider                          AS provider,
       c.collisdeterministic                   AS deterministic,
       c.collcollate::pg_catalog.text          AS lc_collate,
       c.collctype::pg_catalog.text            AS lc_ctype,
       c.colllocale AS locale, --< 17: c.colliculocale AS locale, --< 15: NULL::pg_catalog.text AS locale,
       c.collicurules AS rules --< 16: NULL::pg_catalog.text AS rules
  FROM pg_catalog.pg_collation c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
 WHERE c.collencoding IN (-1, pg_catalog.pg_char_to_encoding(pg_catalog.getdatabaseencoding()))
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
