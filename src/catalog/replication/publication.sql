-- catalog/replication/publication.sql: one row per publication
SELECT p.oid                                  AS oid,
       p.pubname                              AS name,
       pg_catalog.pg_get_userbyid(p.pubowner) AS owner,
       p.puballtables                         AS all_tables,
       -- a column of 19 and newer: read so that its absence is no error
       COALESCE(pg_catalog.to_jsonb(p) ->> 'puballsequences', 'false')::pg_catalog.bool AS all_sequences,
       ARRAY(SELECT o.name
               FROM (VALUES (1, 'insert', p.pubinsert), (2, 'update', p.pubupdate),
                            (3, 'delete', p.pubdelete), (4, 'truncate', p.pubtruncate)) o(place, name, is_on)
              WHERE o.is_on
              ORDER BY o.place)               AS operations,
       p.pubviaroot                           AS via_root,
       p.pubgencols                           AS generated_columns --< 18: 'n'::pg_catalog."char" AS generated_columns
  FROM pg_catalog.pg_publication p
