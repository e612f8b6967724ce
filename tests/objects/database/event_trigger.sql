CREATE SCHEMA database_event_trigger;
CREATE FUNCTION database_event_trigger.nothing() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER database_event_plain ON ddl_command_end
    EXECUTE FUNCTION database_event_trigger.nothing();
CREATE EVENT TRIGGER "Database event, of tags" ON sql_drop WHEN TAG IN ('DROP TABLE', 'DROP VIEW')
    EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER "Database event, of tags" DISABLE;
COMMENT ON EVENT TRIGGER "Database event, of tags" IS 'sleeps';
CREATE EVENT TRIGGER database_event_always ON ddl_command_start EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER database_event_always ENABLE ALWAYS;
CREATE EVENT TRIGGER database_event_replica ON table_rewrite EXECUTE FUNCTION database_event_trigger.nothing();
ALTER EVENT TRIGGER database_event_replica ENABLE REPLICA;
