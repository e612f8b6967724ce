CREATE SCHEMA foreign_server;
CREATE EXTENSION postgres_fdw WITH SCHEMA foreign_server;
CREATE EXTENSION file_fdw WITH SCHEMA foreign_server;
CREATE SERVER foreign_server_plain FOREIGN DATA WRAPPER file_fdw;
CREATE SERVER "Foreign server" TYPE 'it''s' VERSION '1.0 b' FOREIGN DATA WRAPPER postgres_fdw
    OPTIONS (host 'db.example', dbname 'shop', port '5433');
COMMENT ON SERVER "Foreign server" IS 'far away';
GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO dumpr_owner;
ALTER SERVER "Foreign server" OWNER TO dumpr_owner;
GRANT USAGE ON FOREIGN SERVER "Foreign server" TO dumpr_reader WITH GRANT OPTION;
CREATE USER MAPPING FOR PUBLIC SERVER "Foreign server" OPTIONS (user 'guest');
CREATE USER MAPPING FOR dumpr_writer SERVER "Foreign server" OPTIONS (user 'w', password 'p''w');
CREATE USER MAPPING FOR dumpr_reader SERVER foreign_server_plain;
CREATE FOREIGN TABLE foreign_server.remote (
    id integer OPTIONS (column_name 'ID') NOT NULL,
    name text COLLATE "C"
) SERVER "Foreign server" OPTIONS (schema_name 'public', table_name 'T');
