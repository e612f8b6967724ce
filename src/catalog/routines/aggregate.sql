-- catalog/routines/aggregate.sql: one row per aggregate
SELECT p.oid                                                AS oid,
       n.nspname                                            AS schema,
       p.proname                                            AS name,
       pg_catalog.pg_get_userbyid(p.proowner)               AS owner,
       pg_catalog.pg_get_function_arguments(p.oid)          AS arguments,
       pg_catalog.pg_get_function_identity_arguments(p.oid) AS identity_arguments,
       ARRAY(SELECT pg_catalog.format_type(t.type, NULL)
               FROM pg_catalog.unnest(p.proargtypes) WITH ORDINALITY t(type, position)
              ORDER BY t.position)                          AS argument_types,
       p.proparallel                                        AS parallel,
       a.aggkind                                            AS kind,
       a.aggtransfn::pg_catalog.text                        AS transition,
       pg_catalog.format_type(a.aggtranstype, NULL)         AS transition_type,
       a.aggtransspace                                      AS transition_space,
       a.agginitval                                         AS initial,
       NULLIF(a.aggfinalfn::pg_catalog.text, '-')           AS final,
       a.aggfinalextra                                      AS final_extra,
       a.aggfinalmodify                                     AS final_modify,
       NULLIF(a.aggcombinefn::pg_catalog.text, '-')         AS combine,
       NULLIF(a.aggserialfn::pg_catalog.text, '-')          AS serial,
       NULLIF(a.aggdeserialfn::pg_catalog.text, '-')        AS deserial,
       NULLIF(a.aggmtransfn::pg_catalog.text, '-')          AS moving_transition,
       NULLIF(a.aggminvtransfn::pg_catalog.text, '-')       AS moving_inverse,
       CASE WHEN a.aggmtranstype <> 0
            THEN pg_catalog.format_type(a.aggmtranstype, NULL)
       END                                                  AS moving_type,
       a.aggmtransspace                                     AS moving_space,
       a.aggminitval                                        AS moving_initial,
       NULLIF(a.aggmfinalfn::pg_catalog.text, '-')          AS moving_final,
       a.aggmfinalextra                                     AS moving_final_extra,
       a.aggmfinalmodify                                    AS moving_final_modify,
       o.oprname                                            AS sort_operator,
       onsp.nspname                                         AS sort_operator_schema,
       -- built-in functions whose arguments became anycompatible in 14, where aggregates of any type cannot be made of them
       false AS refused_from_14 --< 14: 'pg_catalog.anyarray'::pg_catalog.regtype IN (a.aggtranstype, a.aggmtranstype) AND ARRAY[a.aggtransfn, a.aggfinalfn, a.aggmtransfn]::pg_catalog.oid[] && ARRAY['pg_catalog.array_append(anyarray,anyelement)', 'pg_catalog.array_cat(anyarray,anyarray)', 'pg_catalog.array_prepend(anyelement,anyarray)', 'pg_catalog.array_remove(anyarray,anyelement)', 'pg_catalog.array_replace(anyarray,anyelement,anyelement)']::pg_catalog.regprocedure[]::pg_catalog.oid[] AS refused_from_14
  FROM pg_catalog.pg_aggregate a
  JOIN pg_catalog.pg_proc p ON p.oid = a.aggfnoid::pg_catalog.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_catalog.pg_operator o ON o.oid = a.aggsortop
  LEFT JOIN pg_catalog.pg_namespace onsp ON onsp.oid = o.oprnamespace
 WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
