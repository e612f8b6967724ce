-- catalog/uncovered.sql: one row per object that is neither built in nor known ($1, $2: classes and OIDs of the known
-- ones); parts of relations only for those wanted ($3); at most 200 of one class
WITH known AS MATERIALIZED (
    SELECT k.class, k.oid
      FROM ROWS FROM (pg_catalog.unnest($1::pg_catalog.oid[]), pg_catalog.unnest($2::pg_catalog.oid[])) k(class, oid)
), wanted AS MATERIALIZED (
    SELECT w.oid FROM pg_catalog.unnest($3::pg_catalog.oid[]) w(oid)
), own_schema AS MATERIALIZED (
    SELECT n.oid, n.nspname
      FROM pg_catalog.pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), found(class, oid, name) AS (
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, c.oid, n.nspname || '.' || c.relname
      FROM pg_catalog.pg_class c
      JOIN own_schema n ON n.oid = c.relnamespace
      LEFT JOIN wanted w ON w.oid = c.oid
     WHERE c.relkind NOT IN ('i', 'I', 't', 'c')
       -- kinds that newer servers may have are never among the wanted
       AND (w.oid IS NOT NULL OR c.relkind NOT IN ('r', 'p', 'v', 'm', 'S', 'f'))
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass, i.indexrelid, n.nspname || '.' || c.relname
      FROM pg_catalog.pg_index i
      JOIN wanted w ON w.oid = i.indrelid
      JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
      JOIN own_schema n ON n.oid = c.relnamespace
     WHERE (i.indisvalid AND i.indisready OR c.relkind = 'I')
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, c.relname || '.' || k.conname
      FROM pg_catalog.pg_constraint k
      JOIN wanted w ON w.oid = k.conrelid
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
     WHERE k.contype IN ('p', 'u', 'x') OR k.contype = 'f' AND k.conparentid = 0
        OR k.contype = 'c' AND k.conislocal AND NOT c.relispartition
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass, k.oid, n.nspname || '.' || t.typname || '.' || k.conname
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_type t ON t.oid = k.contypid
      JOIN own_schema n ON n.oid = t.typnamespace
     WHERE k.contype = 'c'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid
                          AND d.deptype = 'e')
    UNION ALL
    SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass, t.oid, c.relname || '.' || t.tgname
      FROM pg_catalog.pg_trigger t
      JOIN wanted w ON w.oid = t.tgrelid
      JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgparentid = 0
    UNION ALL
    SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass, r.oid, c.relname || '.' || r.rulename
      FROM pg_catalog.pg_rewrite r
      JOIN wanted w ON w.oid = r.ev_class
      JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
     WHERE r.ev_type <> '1'
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass, p.oid, c.relname || '.' || p.polname
      FROM pg_catalog.pg_policy p
      JOIN wanted w ON w.oid = p.polrelid
      JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
    UNION ALL
    SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass, s.oid, n.nspname || '.' || s.stxname
      FROM pg_catalog.pg_statistic_ext s
      JOIN wanted w ON w.oid = s.stxrelid
      JOIN own_schema n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_publication_rel'::pg_catalog.regclass, r.oid, p.pubname || ' ' || c.relname
      FROM pg_catalog.pg_publication_rel r
      JOIN wanted w ON w.oid = r.prrelid
      JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
      JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
    UNION ALL
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass, t.oid, n.nspname || '.' || t.typname
      FROM pg_catalog.pg_type t JOIN own_schema n ON n.oid = t.typnamespace
      LEFT JOIN pg_catalog.pg_class c ON c.oid = t.typrelid
      LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem AND e.typarray = t.oid
     -- row types go with their relations, arrays with their elements, multiranges with their ranges
     WHERE (c.oid IS NULL OR c.relkind = 'c') AND e.oid IS NULL AND t.typtype <> 'm'
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass, p.oid, n.nspname || '.' || p.proname
      FROM pg_catalog.pg_proc p JOIN own_schema n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.oprname
      -- a shell, named as a commutator and never made, is no object
      FROM pg_catalog.pg_operator o JOIN own_schema n ON n.oid = o.oprnamespace AND o.oprcode <> 0
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.opcname
      FROM pg_catalog.pg_opclass o JOIN own_schema n ON n.oid = o.opcnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.opfname
      FROM pg_catalog.pg_opfamily o JOIN own_schema n ON n.oid = o.opfnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.collname
      -- collations of another encoding cannot be used here
      FROM pg_catalog.pg_collation o JOIN own_schema n ON n.oid = o.collnamespace
     WHERE o.collencoding IN (-1, (SELECT d.encoding FROM pg_catalog.pg_database d
                                    WHERE d.datname = pg_catalog.current_database()))
    UNION ALL
    SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.conname
      FROM pg_catalog.pg_conversion o JOIN own_schema n ON n.oid = o.connamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.prsname
      FROM pg_catalog.pg_ts_parser o JOIN own_schema n ON n.oid = o.prsnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.tmplname
      FROM pg_catalog.pg_ts_template o JOIN own_schema n ON n.oid = o.tmplnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.dictname
      FROM pg_catalog.pg_ts_dict o JOIN own_schema n ON n.oid = o.dictnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass, o.oid, n.nspname || '.' || o.cfgname
      FROM pg_catalog.pg_ts_config o JOIN own_schema n ON n.oid = o.cfgnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass, n.oid, n.nspname FROM own_schema n
    UNION ALL
    SELECT 'pg_catalog.pg_extension'::pg_catalog.regclass, e.oid, e.extname FROM pg_catalog.pg_extension e
    UNION ALL
    SELECT 'pg_catalog.pg_language'::pg_catalog.regclass, l.oid, l.lanname FROM pg_catalog.pg_language l
    UNION ALL
    SELECT 'pg_catalog.pg_am'::pg_catalog.regclass, a.oid, a.amname FROM pg_catalog.pg_am a
    UNION ALL
    SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass, c.oid,
           pg_catalog.format_type(c.castsource, NULL) || ' AS ' || pg_catalog.format_type(c.casttarget, NULL)
      FROM pg_catalog.pg_cast c
    UNION ALL
    SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass, t.oid,
           pg_catalog.format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname
      FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_language l ON l.oid = t.trflang
    UNION ALL
    SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass, e.oid, e.evtname FROM pg_catalog.pg_event_trigger e
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass, w.oid, w.fdwname
      FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass, s.oid, s.srvname FROM pg_catalog.pg_foreign_server s
    UNION ALL
    SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass, p.oid, p.pubname FROM pg_catalog.pg_publication p
), missing AS (
    SELECT f.class, f.oid, f.name,
           pg_catalog.row_number() OVER (PARTITION BY f.class ORDER BY f.name, f.oid) AS place,
           pg_catalog.count(*) OVER (PARTITION BY f.class)                            AS count
      FROM found f
     WHERE f.oid >= 16384
       AND NOT EXISTS (SELECT FROM known k WHERE k.class = f.class AND k.oid = f.oid)
)
SELECT m.class                    AS class,
       m.name                     AS name,
       GREATEST(m.count - 200, 0) AS unnamed
  FROM missing m
 WHERE m.place <= 200
 ORDER BY m.class, m.place
