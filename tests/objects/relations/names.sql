-- Names: quotes, upper case, keywords, line breaks, other scripts, 63 bytes, the same name in two schemas.
CREATE SCHEMA relations_names;
CREATE SCHEMA "relations_names ""2""; DROP TABLE x; --";
SET search_path = relations_names;
CREATE TABLE "select" ("from" integer, "Upper" text DEFAULT 'a"b', "with ""quotes""" integer, "line
break" integer);
INSERT INTO "select" VALUES (1, 'x', 2, 3);
CREATE TABLE "таблица 表 🐘" ("столбец" text PRIMARY KEY);
INSERT INTO "таблица 表 🐘" VALUES ('значение'), ('🐘');
CREATE TABLE abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk (abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk integer NOT NULL);
CREATE TABLE "a b" (c integer CONSTRAINT "c d" CHECK (c > 0));
CREATE TABLE "a b c" (c integer CONSTRAINT "d" CHECK (c > 0));
CREATE TABLE "relations_names ""2""; DROP TABLE x; --"."select" ("from" integer DEFAULT 1);
CREATE VIEW "View ""v""" AS SELECT "from" AS "To" FROM "select";
CREATE SEQUENCE "Seq'uence\" OWNED BY "select"."Upper";
COMMENT ON TABLE "select" IS E'comment with ''quotes'' and \\ and\n-- a line';
COMMENT ON COLUMN "select"."with ""quotes""" IS 'q';
RESET search_path;
