-- servers: 13
CREATE SCHEMA operators_operator_postfix;
CREATE OPERATOR operators_operator_postfix.!!! (function = numeric_fac, leftarg = bigint);
COMMENT ON OPERATOR operators_operator_postfix.!!! (bigint, NONE) IS 'postfix';
