CREATE SCHEMA types_shell;
CREATE TYPE types_shell.undefined;
COMMENT ON TYPE types_shell.undefined IS 'still nothing';
CREATE TYPE types_shell."Still Undefined";
ALTER TYPE types_shell."Still Undefined" OWNER TO dumpr_owner;
