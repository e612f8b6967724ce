-- catalog/stamp.sql: the beginning of stamps.sql and stamps_digest.sql. `stamp` has one row per object that printed definitions name or consist of and that no lock of a dump holds
-- still, with the version of its catalog row. Filling a materialized view or restarting a sequence changes that row and
-- nothing that is printed: there the name is the version.
WITH own_schema AS MATERIALIZED (
    SELECT n.oid, n.nspname
      FROM pg_catalog.pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), stamp (what, oid, version, name) AS (
    SELECT 'schema', n.oid, n.nspname::pg_catalog.text, n.nspname::pg_catalog.text
      FROM own_schema n
    UNION ALL
    SELECT 'function', p.oid, p.xmin::pg_catalog.text, n.nspname || '.' || p.proname
      FROM pg_catalog.pg_proc p
      JOIN own_schema n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'type', t.oid, t.xmin::pg_catalog.text, n.nspname || '.' || t.typname
      FROM pg_catalog.pg_type t
      JOIN own_schema n ON n.oid = t.typnamespace
      LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
     WHERE t.typcategory <> 'A'
       AND (t.typrelid = 0 OR c.relkind = 'c')
    UNION ALL
    SELECT 'relation', c.oid,
           CASE WHEN c.relkind IN ('m', 'S')
                THEN n.nspname || '.' || c.relname
                ELSE c.xmin::pg_catalog.text
           END,
           n.nspname || '.' || c.relname
      FROM pg_catalog.pg_class c
      JOIN own_schema n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('v', 'm', 'S', 'f', 'c', 'i', 'I')
    UNION ALL
    SELECT 'the definition of', r.oid, r.xmin::pg_catalog.text, n.nspname || '.' || c.relname
      FROM pg_catalog.pg_rewrite r
      JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
      JOIN own_schema n ON n.oid = c.relnamespace
    UNION ALL
    SELECT 'trigger', g.oid, g.xmin::pg_catalog.text, n.nspname || '.' || c.relname || ' ' || g.tgname
      FROM pg_catalog.pg_trigger g
      JOIN pg_catalog.pg_class c ON c.oid = g.tgrelid
      JOIN own_schema n ON n.oid = c.relnamespace
     WHERE NOT g.tgisinternal
    UNION ALL
    SELECT 'statistics', s.oid, s.xmin::pg_catalog.text, n.nspname || '.' || s.stxname
      FROM pg_catalog.pg_statistic_ext s
      JOIN own_schema n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'collation', l.oid, l.xmin::pg_catalog.text, n.nspname || '.' || l.collname
      FROM pg_catalog.pg_collation l
      JOIN own_schema n ON n.oid = l.collnamespace
    UNION ALL
    SELECT 'operator', o.oid, o.xmin::pg_catalog.text, n.nspname || '.' || o.oprname
      FROM pg_catalog.pg_operator o
      JOIN own_schema n ON n.oid = o.oprnamespace
    UNION ALL
    SELECT 'operator class', o.oid, o.xmin::pg_catalog.text, n.nspname || '.' || o.opcname
      FROM pg_catalog.pg_opclass o
      JOIN own_schema n ON n.oid = o.opcnamespace
    UNION ALL
    SELECT 'text search configuration', x.oid, x.xmin::pg_catalog.text, n.nspname || '.' || x.cfgname
      FROM pg_catalog.pg_ts_config x
      JOIN own_schema n ON n.oid = x.cfgnamespace
    UNION ALL
    SELECT 'text search dictionary', x.oid, x.xmin::pg_catalog.text, n.nspname || '.' || x.dictname
      FROM pg_catalog.pg_ts_dict x
      JOIN own_schema n ON n.oid = x.dictnamespace
)
