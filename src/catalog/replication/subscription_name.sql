-- catalog/replication/subscription_name.sql: one row per subscription of this database, and whether its connection
-- string may be read
SELECT s.subname AS name,
       pg_catalog.has_column_privilege('pg_catalog.pg_subscription', 'subconninfo', 'SELECT') AS readable
  FROM pg_catalog.pg_subscription s
  JOIN pg_catalog.pg_database d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
 ORDER BY s.subname
