-- catalog/access/acl.sql: one row per object whose privileges are not those it was created with (an unchanged
-- default is a null array); base is what a new object of the kind has
SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid AS class,
       c.oid                                            AS oid,
       0                                                AS subid,
       CASE WHEN c.relkind = 'S' THEN 'SEQUENCE' ELSE 'TABLE' END AS keyword,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS address,
       c.relname::pg_catalog.text                       AS name,
       NULL::pg_catalog.text                            AS column_name,
       n.nspname::pg_catalog.text                       AS schema,
       pg_catalog.pg_get_userbyid(c.relowner)           AS owner,
       COALESCE(c.relacl, d.acl)::pg_catalog.text[]     AS acl,
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]  AS base
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objoid = c.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault(CASE WHEN c.relkind = 'S' THEN 's'::pg_catalog."char"
                                               ELSE 'r'::pg_catalog."char" END, c.relowner) d(acl)
 WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S') AND c.relacl IS DISTINCT FROM p.initprivs
UNION ALL
SELECT 'pg_catalog.pg_class'::pg_catalog.regclass,
       c.oid,
       a.attnum,
       'TABLE',
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname),
       c.relname,
       a.attname,
       n.nspname,
       pg_catalog.pg_get_userbyid(c.relowner),
       COALESCE(a.attacl, '{}')::pg_catalog.text[],
       COALESCE(p.initprivs, '{}')::pg_catalog.text[]
  FROM pg_catalog.pg_attribute a
  JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
  JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND p.objoid = c.oid AND p.objsubid = a.attnum
 -- said first of the column alone: few of very many have either
 WHERE (a.attacl IS NOT NULL
        OR (a.attrelid, a.attnum::pg_catalog.int4) IN (SELECT i.objoid, i.objsubid
                                                         FROM pg_catalog.pg_init_privs i
                                                        WHERE i.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass))
   AND NOT a.attisdropped AND a.attacl IS DISTINCT FROM p.initprivs
UNION ALL
-- ON FUNCTION covers aggregates; the types of the arguments are enough for every kind of routine
SELECT 'pg_catalog.pg_proc'::pg_catalog.regclass,
       f.oid,
       0,
       CASE WHEN f.prokind = 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(f.proname) || '(' || s.types || ')',
       f.proname || '(' || s.types || ')',
       NULL,
       n.nspname,
       pg_catalog.pg_get_userbyid(f.proowner),
       COALESCE(f.proacl, d.acl)::pg_catalog.text[],
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
  FROM pg_catalog.pg_proc f
  JOIN pg_catalog.pg_namespace n ON n.oid = f.pronamespace
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND p.objoid = f.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('f', f.proowner) d(acl)
 CROSS JOIN LATERAL (
       SELECT COALESCE(pg_catalog.string_agg(pg_catalog.format_type(t.type, NULL), ', ' ORDER BY t.place), '') AS types
         FROM pg_catalog.unnest(f.proargtypes) WITH ORDINALITY t(type, place)
       ) s
 WHERE f.proacl IS DISTINCT FROM p.initprivs
UNION ALL
SELECT 'pg_catalog.pg_type'::pg_catalog.regclass,
       t.oid,
       0,
       'TYPE',
       pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.typname),
       t.typname,
       NULL,
       n.nspname,
       pg_catalog.pg_get_userbyid(t.typowner),
       COALESCE(t.typacl, d.acl)::pg_catalog.text[],
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
  FROM pg_catalog.pg_type t
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_type'::pg_catalog.regclass AND p.objoid = t.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('T', t.typowner) d(acl)
 WHERE t.typacl IS DISTINCT FROM p.initprivs
UNION ALL
-- public is created with the privileges it has since 15, granted by whoever owns it after the restore; what a server
-- before 15 adds is taken away in any case, for the target may be one too
SELECT 'pg_catalog.pg_namespace'::pg_catalog.regclass,
       n.oid,
       0,
       'SCHEMA',
       pg_catalog.quote_ident(n.nspname),
       n.nspname,
       NULL,
       NULL,
       pg_catalog.pg_get_userbyid(n.nspowner),
       COALESCE(n.nspacl, d.acl)::pg_catalog.text[],
       CASE WHEN n.nspname = 'public'
            THEN d.acl::pg_catalog.text[]
                 || pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false)::pg_catalog.text --< 15: || ('=U*C*' || pg_catalog.substr(pg_catalog.makeaclitem(0, n.nspowner, 'USAGE', false)::pg_catalog.text, 3))
            ELSE COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
       END
  FROM pg_catalog.pg_namespace n
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_namespace'::pg_catalog.regclass AND p.objoid = n.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('n', n.nspowner) d(acl)
 WHERE n.nspname = 'public' OR n.nspacl IS DISTINCT FROM p.initprivs
UNION ALL
SELECT 'pg_catalog.pg_language'::pg_catalog.regclass,
       l.oid,
       0,
       'LANGUAGE',
       pg_catalog.quote_ident(l.lanname),
       l.lanname,
       NULL,
       NULL,
       pg_catalog.pg_get_userbyid(l.lanowner),
       COALESCE(l.lanacl, d.acl)::pg_catalog.text[],
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
  FROM pg_catalog.pg_language l
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_language'::pg_catalog.regclass AND p.objoid = l.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('l', l.lanowner) d(acl)
 WHERE l.lanacl IS DISTINCT FROM p.initprivs AND l.lanpltrusted
UNION ALL
SELECT 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass,
       w.oid,
       0,
       'FOREIGN DATA WRAPPER',
       pg_catalog.quote_ident(w.fdwname),
       w.fdwname,
       NULL,
       NULL,
       pg_catalog.pg_get_userbyid(w.fdwowner),
       COALESCE(w.fdwacl, d.acl)::pg_catalog.text[],
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
  FROM pg_catalog.pg_foreign_data_wrapper w
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_foreign_data_wrapper'::pg_catalog.regclass
        AND p.objoid = w.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('F', w.fdwowner) d(acl)
 WHERE w.fdwacl IS DISTINCT FROM p.initprivs
UNION ALL
SELECT 'pg_catalog.pg_foreign_server'::pg_catalog.regclass,
       s.oid,
       0,
       'FOREIGN SERVER',
       pg_catalog.quote_ident(s.srvname),
       s.srvname,
       NULL,
       NULL,
       pg_catalog.pg_get_userbyid(s.srvowner),
       COALESCE(s.srvacl, d.acl)::pg_catalog.text[],
       COALESCE(p.initprivs, d.acl)::pg_catalog.text[]
  FROM pg_catalog.pg_foreign_server s
  LEFT JOIN pg_catalog.pg_init_privs p
         ON p.classoid = 'pg_catalog.pg_foreign_server'::pg_catalog.regclass
        AND p.objoid = s.oid AND p.objsubid = 0
 CROSS JOIN LATERAL pg_catalog.acldefault('S', s.srvowner) d(acl)
 WHERE s.srvacl IS DISTINCT FROM p.initprivs
