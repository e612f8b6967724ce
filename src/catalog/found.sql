-- catalog/found.sql: the beginning of uncovered.sql and uncovered_names.sql. `found` has one row per object that some
-- reader has to make something of, some of those that are built in among them; parts of relations only for those of $1
-- that no extension brings. All SELECTs have the same types: then names that nobody asks for are not made
WITH wanted AS MATERIALIZED (
    SELECT w.oid
      FROM pg_catalog.unnest($1::pg_catalog.oid[]) w(oid)
     WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
                          AND d.classid = 'pg_catalog.pg_class'::pg_catalog.regclass
                          AND d.objid = w.oid AND d.deptype = 'e')
), own_schema AS MATERIALIZED (
    SELECT n.oid, n.nspname
      FROM pg_catalog.pg_namespace n
     WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
), found (class, oid, name) AS (
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS class,
           c.oid                                                      AS oid,
           n.nspname || '.' || c.relname                              AS name
      FROM pg_catalog.pg_class c
      JOIN own_schema n ON n.oid = c.relnamespace
      LEFT JOIN wanted w ON w.oid = c.oid
     WHERE c.relkind NOT IN ('i', 'I', 't', 'c')
       -- kinds that newer servers may have are never among the wanted
       AND (w.oid IS NOT NULL OR c.relkind NOT IN ('r', 'p', 'v', 'm', 'S', 'f'))
    UNION ALL
    SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid, i.indexrelid, i.indexrelid::pg_catalog.regclass::pg_catalog.text
      FROM pg_catalog.pg_index i
      JOIN wanted w ON w.oid = i.indrelid
     WHERE (i.indisvalid AND i.indisready
            OR (SELECT c.relkind = 'I' FROM pg_catalog.pg_class c WHERE c.oid = i.indexrelid))
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid, k.oid,
           (SELECT c.relname FROM pg_catalog.pg_class c WHERE c.oid = k.conrelid) || '.' || k.conname
      FROM pg_catalog.pg_constraint k
      JOIN wanted w ON w.oid = k.conrelid
     WHERE k.contype IN ('p', 'u', 'x') OR k.contype = 'f' AND k.conparentid = 0
        OR k.contype = 'c' AND k.conislocal
           AND NOT (SELECT c.relispartition FROM pg_catalog.pg_class c WHERE c.oid = k.conrelid)
    UNION ALL
    SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid, k.oid, n.nspname || '.' || t.typname || '.' || k.conname
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_type t ON t.oid = k.contypid
      JOIN own_schema n ON n.oid = t.typnamespace
     WHERE k.contype = 'c'
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                        WHERE d.classid = 'pg_catalog.pg_type'::pg_catalog.regclass AND d.objid = t.oid
                          AND d.deptype = 'e')
    UNION ALL
    SELECT 'pg_catalog.pg_trigger'::pg_catalog.regclass::pg_catalog.oid, t.oid,
           (SELECT c.relname FROM pg_catalog.pg_class c WHERE c.oid = t.tgrelid) || '.' || t.tgname
      FROM pg_catalog.pg_trigger t
      JOIN wanted w ON w.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND t.tgparentid = 0
    UNION ALL
    SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid, r.oid, c.relname || '.' || r.rulename
      FROM pg_catalog.pg_rewrite r
      JOIN wanted w ON w.oid = r.ev_class
      JOIN pg_catalog.pg_class c ON c.oid = r.ev_class
     WHERE r.ev_type <> '1'
    UNION ALL
    SELECT 'pg_catalog.pg_policy'::pg_catalog.regclass::pg_catalog.oid, p.oid, c.relname || '.' || p.polname
      FROM pg_catalog.pg_policy p
      JOIN wanted w ON w.oid = p.polrelid
      JOIN pg_catalog.pg_class c ON c.oid = p.polrelid
    UNION ALL
    SELECT 'pg_catalog.pg_statistic_ext'::pg_catalog.regclass::pg_catalog.oid, s.oid, n.nspname || '.' || s.stxname
      FROM pg_catalog.pg_statistic_ext s
      JOIN wanted w ON w.oid = s.stxrelid
      JOIN own_schema n ON n.oid = s.stxnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_publication_rel'::pg_catalog.regclass::pg_catalog.oid, r.oid, p.pubname || ' ' || c.relname
      FROM pg_catalog.pg_publication_rel r
      JOIN wanted w ON w.oid = r.prrelid
      JOIN pg_catalog.pg_publication p ON p.oid = r.prpubid
      JOIN pg_catalog.pg_class c ON c.oid = r.prrelid
    UNION ALL
    SELECT 'pg_catalog.pg_type'::pg_catalog.regclass::pg_catalog.oid, t.oid, n.nspname || '.' || t.typname
      FROM pg_catalog.pg_type t JOIN own_schema n ON n.oid = t.typnamespace
     -- row types go with their relations, arrays with their elements, multiranges with their ranges
     WHERE (t.typrelid = 0 OR t.typrelid IN (SELECT c.oid FROM pg_catalog.pg_class c WHERE c.relkind = 'c'))
       AND NOT EXISTS (SELECT FROM pg_catalog.pg_type e WHERE e.typarray = t.oid)
       AND t.typtype <> 'm'
    UNION ALL
    SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass::pg_catalog.oid, p.oid, n.nspname || '.' || p.proname
      FROM pg_catalog.pg_proc p JOIN own_schema n ON n.oid = p.pronamespace
    UNION ALL
    SELECT 'pg_catalog.pg_operator'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.oprname
      -- a shell, named as a commutator and never made, is no object
      FROM pg_catalog.pg_operator o JOIN own_schema n ON n.oid = o.oprnamespace AND o.oprcode <> 0
    UNION ALL
    SELECT 'pg_catalog.pg_opclass'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.opcname
      FROM pg_catalog.pg_opclass o JOIN own_schema n ON n.oid = o.opcnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_opfamily'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.opfname
      FROM pg_catalog.pg_opfamily o JOIN own_schema n ON n.oid = o.opfnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_collation'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.collname
      -- collations of another encoding cannot be used here
      FROM pg_catalog.pg_collation o JOIN own_schema n ON n.oid = o.collnamespace
     WHERE o.collencoding IN (-1, (SELECT d.encoding FROM pg_catalog.pg_database d
                                    WHERE d.datname = pg_catalog.current_database()))
    UNION ALL
    SELECT 'pg_catalog.pg_conversion'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.conname
      FROM pg_catalog.pg_conversion o JOIN own_schema n ON n.oid = o.connamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_parser'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.prsname
      FROM pg_catalog.pg_ts_parser o JOIN own_schema n ON n.oid = o.prsnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_template'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.tmplname
      FROM pg_catalog.pg_ts_template o JOIN own_schema n ON n.oid = o.tmplnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_dict'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.dictname
      FROM pg_catalog.pg_ts_dict o JOIN own_schema n ON n.oid = o.dictnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_ts_config'::pg_catalog.regclass::pg_catalog.oid, o.oid, n.nspname || '.' || o.cfgname
      FROM pg_catalog.pg_ts_config o JOIN own_schema n ON n.oid = o.cfgnamespace
    UNION ALL
    SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass::pg_catalog.oid, n.oid, n.nspname::pg_catalog.text FROM own_schema n
    UNION ALL
    SELECT 'pg_catalog.pg_extension'::pg_catalog.regclass::pg_catalog.oid, e.oid, e.extname::pg_catalog.text FROM pg_catalog.pg_extension e
    UNION ALL
    SELECT 'pg_catalog.pg_language'::pg_catalog.regclass::pg_catalog.oid, l.oid, l.lanname::pg_catalog.text FROM pg_catalog.pg_language l
    UNION ALL
    SELECT 'pg_catalog.pg_am'::pg_catalog.regclass::pg_catalog.oid, a.oid, a.amname::pg_catalog.text FROM pg_catalog.pg_am a
    UNION ALL
    SELECT 'pg_catalog.pg_cast'::pg_catalog.regclass::pg_catalog.oid, c.oid,
           pg_catalog.format_type(c.castsource, NULL) || ' AS ' || pg_catalog.format_type(c.casttarget, NULL)
      FROM pg_catalog.pg_cast c
    UNION ALL
    SELECT 'pg_catalog.pg_transform'::pg_catalog.regclass::pg_catalog.oid, t.oid,
           pg_catalog.format_type(t.trftype, NULL) || ' LANGUAGE ' || l.lanname
      FROM pg_catalog.pg_transform t JOIN pg_catalog.pg_language l ON l.oid = t.trflang
    UNION ALL
    SELECT 'pg_catalog.pg_event_trigger'::pg_catalog.regclass::pg_catalog.oid, e.oid, e.evtname::pg_catalog.text FROM pg_catalog.pg_event_trigger e
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass::pg_catalog.oid, w.oid, w.fdwname::pg_catalog.text
      FROM pg_catalog.pg_foreign_data_wrapper w
    UNION ALL
    SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass::pg_catalog.oid, s.oid, s.srvname::pg_catalog.text FROM pg_catalog.pg_foreign_server s
    UNION ALL
    SELECT 'pg_catalog.pg_publication'::pg_catalog.regclass::pg_catalog.oid, p.oid, p.pubname::pg_catalog.text FROM pg_catalog.pg_publication p
)
