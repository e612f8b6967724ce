-- Sequences: types, limits, owned and not, moved, values called or not.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_alice') THEN CREATE ROLE dumpr_test_alice; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'dumpr_test_bob') THEN CREATE ROLE dumpr_test_bob; END IF;
END
$$;
CREATE SCHEMA relations_sequences;
SET search_path = relations_sequences;
CREATE SEQUENCE plain;
CREATE SEQUENCE small AS smallint INCREMENT BY -2 START WITH -5 MINVALUE -100 CACHE 3 CYCLE;
CREATE SEQUENCE lowest AS integer INCREMENT BY -1;
CREATE SEQUENCE big START 9223372036854775807 MAXVALUE 9223372036854775807;
CREATE SEQUENCE "Odd ""seq"" name" MINVALUE -7 START -7;
SELECT nextval('plain'), nextval('plain'), setval('small', -9, false), nextval('big');
CREATE TABLE serial (id serial, big bigserial NOT NULL, small smallserial PRIMARY KEY, "Odd col" serial);
INSERT INTO serial DEFAULT VALUES;
INSERT INTO serial DEFAULT VALUES;
CREATE TABLE uses (a bigint DEFAULT nextval('plain'));
CREATE SEQUENCE owned OWNED BY uses.a;
ALTER SEQUENCE plain OWNER TO dumpr_test_alice;
GRANT USAGE ON SEQUENCE plain TO dumpr_test_bob;
COMMENT ON SEQUENCE plain IS 'counts';
COMMENT ON SEQUENCE serial_id_seq IS 'owned';
CREATE TABLE no_more_default (id serial);
ALTER TABLE no_more_default ALTER id DROP DEFAULT;
RESET search_path;
