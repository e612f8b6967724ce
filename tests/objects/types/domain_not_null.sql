-- servers: 17-
CREATE SCHEMA types_domain_not_null;
SET search_path = types_domain_not_null;

CREATE DOMAIN unnamed AS integer NOT NULL;
CREATE DOMAIN named AS integer CONSTRAINT "there must be one" NOT NULL CONSTRAINT small CHECK (VALUE < 100);
COMMENT ON CONSTRAINT "there must be one" ON DOMAIN named IS 'named';
COMMENT ON CONSTRAINT unnamed_not_null ON DOMAIN unnamed IS 'unnamed';
