-- Many small tables: each has a primary key, an index, ten rows, and points to the one before it.
SELECT format('CREATE TABLE small_%1$s (id integer PRIMARY KEY, parent integer, name text NOT NULL, at timestamptz NOT NULL DEFAULT now());'
              'INSERT INTO small_%1$s SELECT i, i, ''name '' || i, timestamptz ''2024-01-01 00:00:00+00'' + i * interval ''1 hour'' FROM generate_series(1, 10) i;'
              'CREATE INDEX ON small_%1$s (name);', n)
       || CASE WHEN n > 1 THEN format('ALTER TABLE small_%s ADD FOREIGN KEY (parent) REFERENCES small_%s', n, n - 1) ELSE '' END
  FROM generate_series(1, current_setting('bench.size')::integer) n \gexec
