-- An event log as applications keep it.
CREATE TABLE events (
    id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    session uuid NOT NULL,
    account integer NOT NULL,
    kind text NOT NULL,
    tags text[] NOT NULL,
    payload jsonb NOT NULL
);
INSERT INTO events
SELECT i,
       timestamptz '2024-01-01 00:00:00+00' + i * interval '1.7 seconds' + random() * interval '1 second',
       md5('session ' || (i / 12)::text || random()::text)::uuid,
       (power(random(), 3) * 50000)::integer,
       (ARRAY['page_view', 'page_view', 'page_view', 'click', 'click', 'search', 'add_to_cart', 'signup'])[1 + floor(random() * 8)::integer],
       (ARRAY['web', 'ios', 'android', 'beta', 'eu', 'us', 'returning'])[1 + floor(random() * 3)::integer : 3 + floor(random() * 4)::integer],
       jsonb_build_object(
           'path', '/products/' || floor(random() * 5000)::integer,
           'ms', floor(random() * 3000)::integer,
           'referrer', (ARRAY['https://search.example/', 'https://news.example/item', '', 'https://mail.example/inbox'])[1 + floor(random() * 4)::integer],
           'viewport', jsonb_build_object('width', 320 + 40 * floor(random() * 40)::integer, 'height', 480 + 20 * floor(random() * 30)::integer),
           'experiment', CASE WHEN random() < 0.2 THEN 'checkout-' || floor(random() * 6)::integer END)
  FROM generate_series(1, current_setting('bench.size')::integer) i;
CREATE INDEX ON events (at);
CREATE INDEX ON events (account, at);
