-- servers: 14-
CREATE SCHEMA routines_procedure_out;
SET search_path = routines_procedure_out;

CREATE PROCEDURE answer(IN a integer, OUT b text, OUT c numeric) LANGUAGE plpgsql AS $$BEGIN b := a; END$$;
COMMENT ON PROCEDURE answer IS 'answers';
ALTER PROCEDURE answer OWNER TO dumpr_owner;
GRANT EXECUTE ON PROCEDURE answer TO dumpr_reader;
