CREATE SCHEMA types_collation_icu;
SET search_path = types_collation_icu;

CREATE COLLATION german (provider = icu, locale = 'de-u-co-phonebk');
CREATE COLLATION no_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE uses (name text COLLATE no_case UNIQUE, ordered text COLLATE german);
INSERT INTO uses VALUES ('Name', 'Ödland');
