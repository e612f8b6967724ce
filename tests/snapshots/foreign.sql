\restrict snapshot

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;
SET client_encoding = 'UTF8';

-- SCHEMA foreign_server
CREATE SCHEMA foreign_server;
ALTER SCHEMA foreign_server OWNER TO postgres;

-- SCHEMA foreign_wrapper
CREATE SCHEMA foreign_wrapper;
ALTER SCHEMA foreign_wrapper OWNER TO postgres;

-- EXTENSION file_fdw
CREATE EXTENSION IF NOT EXISTS file_fdw WITH SCHEMA foreign_server;

-- COMMENT EXTENSION file_fdw
COMMENT ON EXTENSION file_fdw IS 'foreign-data wrapper for flat file access';

-- EXTENSION postgres_fdw
CREATE EXTENSION IF NOT EXISTS postgres_fdw WITH SCHEMA foreign_server;

-- COMMENT EXTENSION postgres_fdw
COMMENT ON EXTENSION postgres_fdw IS 'foreign-data wrapper for remote PostgreSQL servers';

-- FOREIGN DATA WRAPPER Foreign wrapper
CREATE FOREIGN DATA WRAPPER "Foreign wrapper" OPTIONS (
    quote 'it''s',
    slash E'back\\slash',
    "Equal" 'a=b'
);
ALTER FOREIGN DATA WRAPPER "Foreign wrapper" OWNER TO postgres;

-- COMMENT FOREIGN DATA WRAPPER Foreign wrapper
COMMENT ON FOREIGN DATA WRAPPER "Foreign wrapper" IS 'a wrapper';

-- FOREIGN DATA WRAPPER foreign_wrapper_checked
CREATE FOREIGN DATA WRAPPER foreign_wrapper_checked VALIDATOR postgresql_fdw_validator;
ALTER FOREIGN DATA WRAPPER foreign_wrapper_checked OWNER TO postgres;

-- FOREIGN DATA WRAPPER foreign_wrapper_plain
CREATE FOREIGN DATA WRAPPER foreign_wrapper_plain OPTIONS (
    "Debug" 'true'
);
ALTER FOREIGN DATA WRAPPER foreign_wrapper_plain OWNER TO postgres;

-- SERVER Foreign server
CREATE SERVER "Foreign server" TYPE 'it''s' VERSION '1.0 b' FOREIGN DATA WRAPPER postgres_fdw OPTIONS (
    host 'db.example',
    dbname 'shop',
    port '5433'
);
ALTER SERVER "Foreign server" OWNER TO dumpr_owner;

-- COMMENT SERVER Foreign server
COMMENT ON SERVER "Foreign server" IS 'far away';

-- SERVER foreign_server_plain
CREATE SERVER foreign_server_plain FOREIGN DATA WRAPPER file_fdw;
ALTER SERVER foreign_server_plain OWNER TO postgres;

-- USER MAPPING USER MAPPING dumpr_reader SERVER foreign_server_plain
CREATE USER MAPPING FOR dumpr_reader SERVER foreign_server_plain;

-- USER MAPPING USER MAPPING dumpr_writer SERVER Foreign server
CREATE USER MAPPING FOR dumpr_writer SERVER "Foreign server" OPTIONS (
    "user" 'w',
    password 'p''w'
);

-- USER MAPPING USER MAPPING public SERVER Foreign server
CREATE USER MAPPING FOR PUBLIC SERVER "Foreign server" OPTIONS (
    "user" 'guest'
);

-- FOREIGN TABLE foreign_server.remote
CREATE FOREIGN TABLE foreign_server.remote (
    id integer NOT NULL,
    name text COLLATE "C"
)
SERVER "Foreign server"
OPTIONS (
    schema_name 'public',
    table_name 'T'
);

ALTER FOREIGN TABLE ONLY foreign_server.remote ALTER COLUMN id OPTIONS (
    column_name 'ID'
);
ALTER FOREIGN TABLE foreign_server.remote OWNER TO postgres;

-- ACL FOREIGN DATA WRAPPER postgres_fdw
GRANT ALL ON FOREIGN DATA WRAPPER postgres_fdw TO dumpr_owner;

-- ACL FOREIGN DATA WRAPPER Foreign wrapper
GRANT ALL ON FOREIGN DATA WRAPPER "Foreign wrapper" TO dumpr_reader;

-- ACL FOREIGN SERVER Foreign server
GRANT ALL ON FOREIGN SERVER "Foreign server" TO dumpr_reader WITH GRANT OPTION;

\unrestrict snapshot
