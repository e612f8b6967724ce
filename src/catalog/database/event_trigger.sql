-- catalog/database/event_trigger.sql: one row per event trigger
SELECT e.oid                                  AS oid,
       e.evtname                              AS name,
       pg_catalog.pg_get_userbyid(e.evtowner) AS owner,
       e.evtevent                             AS event,
       n.nspname                              AS function_schema,
       p.proname                              AS function_name,
       e.evtenabled                           AS enabled,
       COALESCE(e.evttags, '{}')              AS tags
  FROM pg_catalog.pg_event_trigger e
  JOIN pg_catalog.pg_proc p ON p.oid = e.evtfoid
  JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
