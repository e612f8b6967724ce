-- servers: 17-
CREATE SCHEMA database_event_trigger_login;
CREATE FUNCTION database_event_trigger_login.nothing() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE EVENT TRIGGER database_event_login ON login EXECUTE FUNCTION database_event_trigger_login.nothing();
