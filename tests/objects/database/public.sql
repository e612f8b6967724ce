-- The schema that every database has: another comment, other privileges.
COMMENT ON SCHEMA public IS 'not the standard one';
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO dumpr_reader;
GRANT CREATE ON SCHEMA public TO dumpr_writer WITH GRANT OPTION;
