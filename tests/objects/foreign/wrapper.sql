CREATE SCHEMA foreign_wrapper;
CREATE FOREIGN DATA WRAPPER foreign_wrapper_plain;
CREATE FOREIGN DATA WRAPPER foreign_wrapper_checked VALIDATOR postgresql_fdw_validator;
CREATE FOREIGN DATA WRAPPER "Foreign wrapper" OPTIONS (quote 'it''s', slash E'back\\slash', "Equal" 'a=b');
ALTER FOREIGN DATA WRAPPER foreign_wrapper_plain OPTIONS (ADD "Debug" 'true');
COMMENT ON FOREIGN DATA WRAPPER "Foreign wrapper" IS 'a wrapper';
GRANT USAGE ON FOREIGN DATA WRAPPER "Foreign wrapper" TO dumpr_reader;
