CREATE SCHEMA routines_procedure;
SET search_path = routines_procedure;

CREATE PROCEDURE work(a integer, INOUT b text DEFAULT 'x') LANGUAGE plpgsql AS $$BEGIN b := a; END$$;
CREATE PROCEDURE "Odd Work"(VARIADIC a text[]) LANGUAGE sql SECURITY DEFINER SET search_path TO '' AS 'SELECT 1';
COMMENT ON PROCEDURE work IS 'works';
ALTER PROCEDURE work OWNER TO dumpr_owner;
GRANT EXECUTE ON PROCEDURE work TO dumpr_reader;
