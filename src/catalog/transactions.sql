-- catalog/transactions.sql: one row, which transactions the snapshot sees
SELECT pg_catalog.pg_current_snapshot()::pg_catalog.text AS transactions
