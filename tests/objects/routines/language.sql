CREATE SCHEMA routines_language;
CREATE TRUSTED LANGUAGE routines_language_full HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler VALIDATOR plpgsql_validator;
COMMENT ON LANGUAGE routines_language_full IS 'plpgsql again';
ALTER LANGUAGE routines_language_full OWNER TO dumpr_owner;
REVOKE ALL ON LANGUAGE routines_language_full FROM PUBLIC;
GRANT USAGE ON LANGUAGE routines_language_full TO dumpr_reader;
CREATE FUNCTION routines_language.handler() RETURNS language_handler LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE LANGUAGE "Routines Language" HANDLER routines_language.handler;
CREATE FUNCTION routines_language.f() RETURNS integer LANGUAGE "Routines Language" AS 'BEGIN RETURN 1; END';
