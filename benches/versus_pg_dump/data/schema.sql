-- Many tables without rows.
SELECT format('CREATE TABLE empty_%1$s (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code varchar(20) NOT NULL, amount numeric(12,2) DEFAULT 0 CHECK (amount >= 0), note text);'
              'CREATE INDEX ON empty_%1$s (code); COMMENT ON TABLE empty_%1$s IS ''Table number %1$s''', n)
  FROM generate_series(1, current_setting('bench.size')::integer) n \gexec
