-- catalog/relations/alias.sql: catalog rows that stand for a relation or a part of it in dependencies
-- the rule that is a view's query
SELECT 'pg_catalog.pg_rewrite'::pg_catalog.regclass::pg_catalog.oid    AS class,
       r.oid                                                           AS oid,
       'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid      AS to_class,
       r.ev_class                                                      AS to_oid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_class c ON c.oid = wanted.oid AND c.relkind IN ('v', 'm')
  JOIN pg_catalog.pg_rewrite r ON r.ev_class = c.oid AND r.ev_type = '1'
UNION ALL
-- the index that a constraint made
SELECT 'pg_catalog.pg_class'::pg_catalog.regclass::pg_catalog.oid,
       co.conindid,
       'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid,
       co.oid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_constraint co ON co.conrelid = wanted.oid
 WHERE co.contype IN ('p', 'u', 'x')
UNION ALL
-- a partition's share of a foreign key
SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid,
       co.oid,
       'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid,
       co.conparentid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_constraint co ON co.conrelid = wanted.oid
 WHERE co.contype = 'f' AND co.conparentid <> 0
UNION ALL
-- the constraint behind a constraint trigger
SELECT 'pg_catalog.pg_constraint'::pg_catalog.regclass::pg_catalog.oid,
       t.tgconstraint,
       'pg_catalog.pg_trigger'::pg_catalog.regclass::pg_catalog.oid,
       t.oid
  FROM unnest($1::pg_catalog.oid[]) AS wanted (oid)
  JOIN pg_catalog.pg_trigger t ON t.tgrelid = wanted.oid
 WHERE t.tgconstraint <> 0 AND NOT t.tgisinternal
