-- servers: 18-
CREATE SCHEMA replication_publication_generated;
CREATE TABLE replication_publication_generated.t (
    id integer PRIMARY KEY,
    twice integer GENERATED ALWAYS AS (id * 2) STORED
);
CREATE PUBLICATION replication_generated FOR TABLE replication_publication_generated.t
    WITH (publish_generated_columns = stored);
