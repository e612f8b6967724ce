-- servers: 15-
CREATE SCHEMA replication_publication_filter;
CREATE SCHEMA "Replication schema";
CREATE TABLE replication_publication_filter.orders (id integer PRIMARY KEY, "Total" numeric, note text, gone text);
ALTER TABLE replication_publication_filter.orders DROP COLUMN gone;
CREATE TABLE replication_publication_filter.lines (id integer PRIMARY KEY);
CREATE TABLE "Replication schema".t (id integer PRIMARY KEY);
CREATE PUBLICATION replication_columns FOR TABLE
    replication_publication_filter.orders (id, "Total") WHERE (id > 10 AND id <> 12),
    replication_publication_filter.lines WHERE (true);
CREATE PUBLICATION replication_schema FOR TABLES IN SCHEMA "Replication schema",
    TABLE replication_publication_filter.lines;
