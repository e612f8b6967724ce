-- servers: 18-
CREATE SCHEMA access_comment_not_null;
CREATE TABLE access_comment_not_null.t (
    a integer NOT NULL,
    b integer CONSTRAINT named NOT NULL
);
COMMENT ON CONSTRAINT t_a_not_null ON access_comment_not_null.t IS 'without a name of its own';
COMMENT ON CONSTRAINT named ON access_comment_not_null.t IS 'with a name';
