-- catalog/routines/function.sql: one row per function, procedure or window function
SELECT p.oid                                               AS oid,
       n.nspname                                           AS schema,
       p.proname                                           AS name,
       pg_catalog.pg_get_userbyid(p.proowner)              AS owner,
       p.prokind = 'p'                                     AS procedure,
       p.prosqlbody IS NOT NULL                            AS sql_body, --< 14: false AS sql_body,
       p.prokind = 'p' AND 'o' = ANY (p.proargmodes)       AS out_parameters,
       pg_catalog.pg_get_functiondef(p.oid)                AS definition,
       pg_catalog.pg_get_function_identity_arguments(p.oid) AS identity_arguments,
       ARRAY(SELECT pg_catalog.format_type(a.type, NULL)
               FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY a(type, position)
              ORDER BY a.position)                         AS argument_types,
       ARRAY(SELECT e.extname::pg_catalog.text
               FROM pg_catalog.pg_depend d
               JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
              WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'x'
              ORDER BY 1)                                  AS needed_extensions,
       -- input, output and canonical functions need the type that needs them
       EXISTS (SELECT
                 FROM pg_catalog.pg_depend d
                 JOIN pg_catalog.pg_type t ON t.oid = d.refobjid AND t.typtype IN ('b', 'r')
                 JOIN pg_catalog.pg_depend b ON b.classid = d.refclassid AND b.objid = t.oid
                                            AND b.refclassid = d.classid AND b.refobjid = p.oid
                WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                  AND d.refclassid = 'pg_catalog.pg_type'::pg_catalog.regclass) AS dropped_with_type,
       -- pg_depend has only the transforms of argument and result types
       ARRAY(SELECT t.oid
               FROM pg_catalog.pg_transform t
              WHERE t.trflang = p.prolang
                AND t.trftype = ANY (p.protrftypes))       AS transforms
  FROM pg_catalog.pg_proc p
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
 WHERE p.prokind <> 'a'
   AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
   -- constructors of ranges come with their type, members with their extension
   AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d
                    WHERE d.classid = 'pg_catalog.pg_proc'::pg_catalog.regclass AND d.objid = p.oid
                      AND d.deptype IN ('i', 'e'))
