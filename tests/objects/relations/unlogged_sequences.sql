-- servers: 15-
-- Unlogged sequences, alone and behind an identity column.
CREATE SCHEMA relations_unlogged_sequences;
SET search_path = relations_unlogged_sequences;
CREATE UNLOGGED SEQUENCE s;
CREATE TABLE t (a integer GENERATED ALWAYS AS IDENTITY);
ALTER SEQUENCE t_a_seq SET UNLOGGED;
CREATE UNLOGGED TABLE u (a integer GENERATED ALWAYS AS IDENTITY, b serial);
ALTER SEQUENCE u_a_seq SET LOGGED;
RESET search_path;
