-- servers: 17-
CREATE SCHEMA access_acl_maintain;
CREATE TABLE access_acl_maintain.t (id integer);
GRANT MAINTAIN ON access_acl_maintain.t TO dumpr_reader;
CREATE TABLE access_acl_maintain.almost (id integer);
GRANT ALL ON access_acl_maintain.almost TO dumpr_writer;
REVOKE MAINTAIN ON access_acl_maintain.almost FROM dumpr_writer;
