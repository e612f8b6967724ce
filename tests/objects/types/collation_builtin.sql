-- servers: 17-
CREATE SCHEMA types_collation_builtin;
CREATE COLLATION types_collation_builtin.code_point (provider = builtin, locale = 'C.UTF-8');
CREATE COLLATION types_collation_builtin.bytes (provider = builtin, locale = 'C');
