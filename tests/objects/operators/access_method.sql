CREATE SCHEMA operators_access_method;
CREATE ACCESS METHOD "Operators Heap" TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD "Operators Heap" IS 'heap again';
CREATE FUNCTION operators_access_method.handler(internal) RETURNS index_am_handler LANGUAGE internal AS 'bthandler';
CREATE ACCESS METHOD operators_btree TYPE INDEX HANDLER operators_access_method.handler;
CREATE OPERATOR CLASS operators_access_method.int4_ops DEFAULT FOR TYPE integer USING operators_btree AS
    OPERATOR 1 <, OPERATOR 2 <=, OPERATOR 3 =, OPERATOR 4 >=, OPERATOR 5 >, FUNCTION 1 btint4cmp(integer, integer);
CREATE TABLE operators_access_method.uses (a integer) USING "Operators Heap";
INSERT INTO operators_access_method.uses VALUES (1);
