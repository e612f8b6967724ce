CREATE SCHEMA routines_function_extension;
CREATE EXTENSION IF NOT EXISTS plpgsql;
CREATE FUNCTION routines_function_extension.f("A b" integer) RETURNS void LANGUAGE plpgsql AS 'BEGIN END';
ALTER FUNCTION routines_function_extension.f(integer) DEPENDS ON EXTENSION plpgsql;
CREATE PROCEDURE routines_function_extension.p() LANGUAGE plpgsql AS 'BEGIN END';
ALTER PROCEDURE routines_function_extension.p() DEPENDS ON EXTENSION plpgsql;
