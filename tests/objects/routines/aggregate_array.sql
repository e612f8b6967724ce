-- servers: 13
CREATE SCHEMA routines_aggregate_array;
-- The arguments of array_append changed their type in 14.
CREATE AGGREGATE routines_aggregate_array.appended(anyelement) (sfunc = array_append, stype = anyarray, initcond = '{}');
