-- servers: 14-
CREATE SCHEMA types_multirange;
SET search_path = types_multirange;

CREATE TYPE timerange AS RANGE (subtype = time);
CREATE TYPE wordspan AS RANGE (subtype = text, multirange_type_name = "Many words");
CREATE SCHEMA types_multirange_other;
CREATE TYPE elsewhere AS RANGE (subtype = text, multirange_type_name = types_multirange_other.elsewhere_multirange);
ALTER TYPE wordspan OWNER TO dumpr_owner;
COMMENT ON TYPE "Many words" IS 'comes with its range';
CREATE TABLE uses (m timemultirange DEFAULT timemultirange(timerange('10:00', '11:00')), w "Many words"[], e types_multirange_other.elsewhere_multirange);
INSERT INTO uses VALUES (DEFAULT, '{"{[a,b)}"}', '{[x,y]}');
CREATE DOMAIN short_times AS timemultirange CHECK (NOT isempty(VALUE));
CREATE FUNCTION first_of(timemultirange) RETURNS time LANGUAGE sql AS 'SELECT lower($1)';
