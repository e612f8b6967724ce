CREATE SCHEMA types_domain;
SET search_path = types_domain;

CREATE DOMAIN plain AS integer;
CREATE DOMAIN price AS numeric(10,2) DEFAULT 0.00 NOT NULL CONSTRAINT "Positive!" CHECK (VALUE >= 0) CHECK (VALUE < 1e6);
COMMENT ON DOMAIN price IS 'What it costs';
COMMENT ON CONSTRAINT "Positive!" ON DOMAIN price IS 'no negative prices';
ALTER DOMAIN price OWNER TO dumpr_owner;
GRANT USAGE ON TYPE price TO dumpr_reader;

CREATE DOMAIN "Wörd" AS varchar(20) COLLATE "C" DEFAULT E'it''s\\' CHECK (VALUE ~ '^\w*\\?$' OR VALUE = E'it''s\\');
CREATE DOMAIN nested AS price CHECK (VALUE <> 13);
CREATE DOMAIN many AS price[] CHECK (array_length(VALUE, 1) < 10);
CREATE DOMAIN maybe AS text CONSTRAINT b_later CHECK (VALUE <> 'b') CONSTRAINT a_first CHECK (VALUE <> 'a');
ALTER DOMAIN maybe ADD CONSTRAINT not_yet CHECK (VALUE <> 'old') NOT VALID;
COMMENT ON CONSTRAINT not_yet ON DOMAIN maybe IS 'not for the old rows';

CREATE FUNCTION next_number() RETURNS integer LANGUAGE sql AS 'SELECT 42';
CREATE DOMAIN numbered AS integer DEFAULT types_domain.next_number() CHECK (VALUE > 0);

-- The default of the domain below is inherited, changed, and taken away.
CREATE DOMAIN inherits AS numbered;
CREATE DOMAIN changes AS numbered DEFAULT 7;
CREATE DOMAIN drops AS numbered;
ALTER DOMAIN drops DROP DEFAULT;

CREATE TABLE uses (p price, n nested, m many, w "Wörd", y maybe, number numbered);
INSERT INTO uses VALUES (1, 2, '{1,2}', 'word', 'x');
