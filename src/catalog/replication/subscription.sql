-- catalog/replication/subscription.sql: one row per subscription of this database
SELECT s.oid                                  AS oid,
       s.subname                              AS name,
       pg_catalog.pg_get_userbyid(s.subowner) AS owner,
       s.subconninfo                          AS connection,
       s.subpublications                      AS publications,
       s.subslotname::pg_catalog.text         AS slot,
       s.subbinary                            AS binary, --< 14: false AS binary,
       s.substream::pg_catalog.text           AS streaming, --< 16: CASE WHEN s.substream THEN 't' ELSE 'f' END AS streaming, --< 14: NULL::pg_catalog.text AS streaming,
       s.subtwophasestate <> 'd'              AS two_phase, --< 15: false AS two_phase,
       s.subdisableonerr                      AS disable_on_error, --< 15: false AS disable_on_error,
       s.subpasswordrequired                  AS password_required, --< 16: true AS password_required,
       s.subrunasowner                        AS run_as_owner, --< 16: NULL::pg_catalog.bool AS run_as_owner,
       s.subfailover                          AS failover, --< 17: false AS failover,
       s.subsynccommit                        AS synchronous_commit,
       s.suborigin                            AS origin --< 16: 'any'::pg_catalog.text AS origin
  FROM pg_catalog.pg_subscription s
  JOIN pg_catalog.pg_database d ON d.oid = s.subdbid AND d.datname = pg_catalog.current_database()
