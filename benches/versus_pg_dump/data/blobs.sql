-- Large objects of 10 kB that compress to about half, as documents do.
SELECT count(lo_from_bytea(0, decode(string_agg, 'hex')))
  FROM (SELECT n, string_agg(md5(n::text || ' ' || k) || md5((n % 50)::text || ' ' || k), '' ORDER BY k)
          FROM generate_series(1, current_setting('bench.size')::integer) n, generate_series(1, 320) k
         GROUP BY n) contents;
