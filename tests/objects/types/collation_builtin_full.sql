-- servers: 18-
CREATE SCHEMA types_collation_builtin_full;
CREATE COLLATION types_collation_builtin_full.unicode (provider = builtin, locale = 'PG_UNICODE_FAST');
