CREATE SCHEMA routines_aggregate;
SET search_path = routines_aggregate;

CREATE AGGREGATE total(integer) (sfunc = int4pl, stype = integer, initcond = '0', combinefunc = int4pl, parallel = safe);
COMMENT ON AGGREGATE total(integer) IS 'sum';
ALTER AGGREGATE total(integer) OWNER TO dumpr_owner;
REVOKE ALL ON FUNCTION total(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION total(integer) TO dumpr_reader;

CREATE AGGREGATE counted(*) (sfunc = int8inc, stype = bigint, initcond = '0');
COMMENT ON AGGREGATE counted(*) IS 'rows';
GRANT EXECUTE ON FUNCTION counted() TO dumpr_reader;
CREATE AGGREGATE "Odd ""max"""(text) (sfunc = text_larger, stype = text, sortop = >);

CREATE FUNCTION keep(text, text, VARIADIC text[]) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || $2 || array_to_string($3, '','')';
CREATE FUNCTION finish(text, text, text[]) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE AGGREGATE kept("First" text, VARIADIC rest text[]) (
    sfunc = keep, stype = text, sspace = 128, finalfunc = finish, finalfunc_extra, finalfunc_modify = shareable,
    initcond = E'it''s\\', parallel = restricted
);

CREATE AGGREGATE moving(double precision) (
    sfunc = float8pl, stype = float8, initcond = '0',
    msfunc = float8pl, minvfunc = float8mi, mstype = float8, msspace = 16, minitcond = '0', mfinalfunc = float8abs, mfinalfunc_modify = read_write
);
CREATE AGGREGATE serialized(numeric) (
    sfunc = numeric_avg_accum, stype = internal, finalfunc = numeric_avg, finalfunc_modify = read_write,
    combinefunc = numeric_avg_combine, serialfunc = numeric_avg_serialize, deserialfunc = numeric_avg_deserialize
);

CREATE AGGREGATE percentile(double precision ORDER BY anyelement) (
    sfunc = ordered_set_transition, stype = internal, finalfunc = percentile_disc_final, finalfunc_extra, finalfunc_modify = read_write
);
COMMENT ON AGGREGATE percentile(double precision ORDER BY anyelement) IS 'ordered set';
ALTER AGGREGATE percentile(double precision ORDER BY anyelement) OWNER TO dumpr_owner;
GRANT EXECUTE ON FUNCTION percentile(double precision, anyelement) TO dumpr_reader;
CREATE AGGREGATE rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (
    sfunc = ordered_set_transition_multi, stype = internal, finalfunc = rank_final, finalfunc_extra, hypothetical
);

CREATE VIEW totals AS SELECT total(i) AS t, counted(*) AS n, percentile(0.5) WITHIN GROUP (ORDER BY i) AS p FROM generate_series(1, 3) i;
-- Made of functions whose declared types are others in 14, but of a type of its own.
CREATE AGGREGATE routines_aggregate.floats(float8) (sfunc = array_append, stype = float8[], initcond = '{}');
