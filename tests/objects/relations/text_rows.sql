-- Types without binary input or output, or whose binary form holds an OID: their tables are dumped as text.
CREATE SCHEMA relations_text_rows;
SET search_path = relations_text_rows;
CREATE TABLE privileges (a aclitem, many aclitem[]);
INSERT INTO privileges VALUES ('dumpr_owner=r*w/dumpr_reader', ARRAY['=X/dumpr_owner'::aclitem, NULL]), (NULL, '{}');
CREATE TYPE noted AS (item aclitem, note text);
CREATE TABLE always_null (n noted, many noted[]);
INSERT INTO always_null VALUES (ROW(NULL, E'tab\t'), ARRAY[ROW(NULL, '\N')::noted]), (NULL, NULL);
CREATE TABLE vectors (o oidvector, i int2vector, many int2vector[]);
INSERT INTO vectors VALUES ('', '', ARRAY[''::int2vector]), ('1 2', '-1 2', NULL);
CREATE TABLE letters (c "char", many "char"[]);
INSERT INTO letters VALUES ('', ARRAY[''::"char", 'x', E'\\']);
CREATE DOMAIN of_relation AS regclass CHECK (VALUE IS NOT NULL);
CREATE TYPE places AS (relation of_relation, type regtype[]);
CREATE TABLE points_to (p places, r regrole, gone regclass);
INSERT INTO points_to VALUES (ROW('relations_text_rows.letters', ARRAY['relations_text_rows.noted'::regtype]), 'dumpr_owner', '-');
CREATE INDEX late ON letters (c);
INSERT INTO points_to (gone) VALUES ('relations_text_rows.late');
RESET search_path;
