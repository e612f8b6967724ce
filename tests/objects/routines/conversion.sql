CREATE SCHEMA routines_conversion;
SET search_path = routines_conversion;

CREATE DEFAULT CONVERSION "From Latin" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
CREATE CONVERSION to_latin FOR 'UTF8' TO 'LATIN1' FROM utf8_to_iso8859_1;
COMMENT ON CONVERSION to_latin IS 'and back';
ALTER CONVERSION to_latin OWNER TO dumpr_owner;
