CREATE SCHEMA types_domain_loop;
SET search_path = types_domain_loop;

-- The CHECK needs a function of the domain itself, and the function needs the domain.
CREATE DOMAIN even AS integer;
CREATE FUNCTION is_even(even) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 % 2 = 0';
ALTER DOMAIN even ADD CONSTRAINT really_even CHECK (types_domain_loop.is_even(VALUE::types_domain_loop.even));
ALTER DOMAIN even ADD CONSTRAINT in_place CHECK (VALUE > 0);
COMMENT ON CONSTRAINT really_even ON DOMAIN even IS 'checked by a function of the domain';
