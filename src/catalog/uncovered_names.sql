-- catalog/uncovered_names.sql: the names of the objects $2, $3 (classes and OIDs); at most 200 of one class
SELECT m.class                    AS class,
       m.name                     AS name,
       GREATEST(m.count - 200, 0) AS unnamed
  FROM (SELECT f.class, f.name, f.oid,
               pg_catalog.row_number() OVER (PARTITION BY f.class ORDER BY f.name, f.oid) AS place,
               pg_catalog.count(*) OVER (PARTITION BY f.class)                            AS count
          FROM found f
          JOIN ROWS FROM (pg_catalog.unnest($2::pg_catalog.oid[]), pg_catalog.unnest($3::pg_catalog.oid[])) w(class, oid)
            ON w.class = f.class AND w.oid = f.oid) AS m
 WHERE m.place <= 200
 ORDER BY m.class, m.place
