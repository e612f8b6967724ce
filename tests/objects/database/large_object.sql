-- Some hundred of one group, and others with an owner, privileges, comments of their own.
CREATE SCHEMA database_large_object;
SELECT pg_catalog.lo_from_bytea(700000 + i, pg_catalog.decode(pg_catalog.md5(i::text), 'hex'))
  FROM pg_catalog.generate_series(1, 1200) i;
SELECT pg_catalog.lo_from_bytea(710000, ''), pg_catalog.lo_from_bytea(710001, '\x00ff00'),
       pg_catalog.lo_from_bytea(710002, pg_catalog.convert_to(pg_catalog.repeat('large object ', 20000), 'UTF8'));
ALTER LARGE OBJECT 710001 OWNER TO dumpr_owner;
ALTER LARGE OBJECT 710002 OWNER TO dumpr_owner;
GRANT SELECT ON LARGE OBJECT 710001 TO dumpr_reader;
GRANT ALL ON LARGE OBJECT 710001 TO dumpr_writer WITH GRANT OPTION;
GRANT SELECT ON LARGE OBJECT 710000 TO PUBLIC;
COMMENT ON LARGE OBJECT 710001 IS 'three bytes';
COMMENT ON LARGE OBJECT 700777 IS 'in the middle of a group';
COMMENT ON LARGE OBJECT 700001 IS 'the first of a group';
SELECT pg_catalog.lo_from_bytea(4711, 'a number that initdb could have given');
COMMENT ON LARGE OBJECT 4711 IS 'a number below those of users';
CREATE TABLE database_large_object.document (id integer PRIMARY KEY, body oid);
INSERT INTO database_large_object.document VALUES (1, 710001), (2, 700001);
COMMENT ON LARGE OBJECT 700001 IS 'the first of a group';
-- an OID that is not of the user's range
SELECT pg_catalog.lo_create(2121);
COMMENT ON LARGE OBJECT 2121 IS 'a small number';
