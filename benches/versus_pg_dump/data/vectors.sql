-- Embeddings: unit-length vectors of normally distributed components.
CREATE EXTENSION vector;
CREATE TABLE documents (id bigint PRIMARY KEY, title text NOT NULL, embedding vector(384) NOT NULL);
INSERT INTO documents
SELECT i,
       'Document number ' || i,
       l2_normalize((SELECT array_agg(random() + random() + random() + random() - 2 + 0 * (g + i)) FROM generate_series(1, 384) g)::vector(384))
  FROM generate_series(1, current_setting('bench.size')::integer) i;
