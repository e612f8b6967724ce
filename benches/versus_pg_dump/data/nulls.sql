-- A table that grew over the years: 60 columns of which a row fills a tenth.
SELECT format('CREATE TABLE wide (id bigint PRIMARY KEY, %s)',
              string_agg(format('c%s %s', n, (ARRAY['integer', 'text', 'numeric(12,2)', 'boolean', 'timestamptz', 'bigint'])[1 + n % 6]), ', ' ORDER BY n))
  FROM generate_series(1, 60) n \gexec
SELECT format('INSERT INTO wide SELECT i, %s FROM generate_series(1, %s) i',
              string_agg(format('CASE WHEN random() < 0.1 THEN %s END',
                                (ARRAY['(random() * 1000000)::integer',
                                       $$'note ' || (random() * 100000)::integer$$,
                                       '(random() * 100000)::numeric(12,2)',
                                       'random() < 0.5',
                                       $$timestamptz '2024-01-01 00:00:00+00' + random() * interval '300 days'$$,
                                       '(random() * 1e12)::bigint'])[1 + n % 6]), ', ' ORDER BY n),
              current_setting('bench.size'))
  FROM generate_series(1, 60) n \gexec
