-- Sensors: values with two decimals, random walks, raw doubles.
CREATE TABLE readings (
    sensor integer NOT NULL,
    at timestamptz NOT NULL,
    temperature float8 NOT NULL,
    humidity float4 NOT NULL,
    pressure float8 NOT NULL,
    noise float8 NOT NULL
);
INSERT INTO readings
SELECT i % 500,
       timestamptz '2024-01-01 00:00:00+00' + (i / 500) * interval '10 seconds',
       round((20 + 8 * sin(i / 50000.0) + random())::numeric, 2)::float8,
       round((55 + 20 * cos(i / 70000.0) + random())::numeric, 1)::float4,
       101325 + 300 * sin(i / 90000.0) + random(),
       random()
  FROM generate_series(1, current_setting('bench.size')::integer) i;
CREATE INDEX ON readings (sensor, at);
