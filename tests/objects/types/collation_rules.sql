-- servers: 16-
CREATE SCHEMA types_collation_rules;
CREATE COLLATION types_collation_rules.reversed (provider = icu, locale = 'und', rules = '&V << w <<< W & a < ''b''');
