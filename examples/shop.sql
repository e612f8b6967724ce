-- A small shop: one of nearly everything a PostgreSQL database is made of. Runs in psql on 13 and newer.
-- The size comes from the setting shop.orders: SET shop.orders = 40000;
\set ON_ERROR_STOP 1
CREATE SCHEMA shop;
COMMENT ON SCHEMA shop IS 'Everything the shop sells, to whom, and when';
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
SELECT count(*) > 0 AS has_vector FROM pg_available_extensions WHERE name = 'vector' \gset
\if :has_vector
CREATE EXTENSION vector WITH SCHEMA public;
\endif

CREATE TYPE shop.order_status AS ENUM ('new', 'paid', 'shipped', 'returned', 'can''t ship');
CREATE DOMAIN shop.money_amount AS numeric(12,2) NOT NULL DEFAULT 0 CHECK (VALUE >= 0);
CREATE TYPE shop.address AS (street text, zip varchar(10), city text, country char(2));
CREATE TYPE shop.price_span AS RANGE (subtype = numeric);

CREATE FUNCTION shop.order_number(id bigint) RETURNS text LANGUAGE sql IMMUTABLE STRICT
    AS $$ SELECT 'ORD-' || lpad(id::text, 9, '0') $$;

CREATE SEQUENCE shop.invoice_number START 1000 INCREMENT 7 CACHE 5;

CREATE TABLE shop.customer (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    email       public.citext NOT NULL UNIQUE,
    name        text COLLATE "C" NOT NULL,
    address     shop.address,
    tags        text[] NOT NULL DEFAULT '{}',
    birthday    date,
    note        text,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON COLUMN shop.customer.tags IS 'Free words, e.g. ''vip''';

CREATE TABLE shop.product (
    id          uuid PRIMARY KEY,
    sku         text NOT NULL CHECK (sku ~ '^[A-Z]{3}-[0-9]+$'),
    name        text NOT NULL,
    description text NOT NULL,
    price       shop.money_amount,
    valid_for   shop.price_span,
    attributes  jsonb NOT NULL DEFAULT '{}',
    picture     oid,
    weight      real,
    gross       numeric GENERATED ALWAYS AS (price * 1.19) STORED
);
\if :has_vector
ALTER TABLE shop.product ADD COLUMN embedding public.vector(96);
\endif

CREATE TABLE shop.orders (
    id          bigint NOT NULL,
    customer_id bigint NOT NULL REFERENCES shop.customer,
    ordered_on  date NOT NULL,
    status      shop.order_status NOT NULL DEFAULT 'new',
    shipped_to  shop.address,
    total       shop.money_amount,
    PRIMARY KEY (id, ordered_on)
) PARTITION BY RANGE (ordered_on);
SELECT format('CREATE TABLE shop.orders_%s PARTITION OF shop.orders FOR VALUES FROM (%L) TO (%L)',
              to_char(month, 'YYYY_MM'), month::date, (month + interval '1 month')::date)
  FROM generate_series(timestamp '2025-01-01', timestamp '2025-12-01', interval '1 month') month \gexec
CREATE TABLE shop.orders_rest PARTITION OF shop.orders DEFAULT;

CREATE TABLE shop.order_item (
    order_id    bigint NOT NULL,
    ordered_on  date NOT NULL,
    line        smallint NOT NULL,
    product_id  uuid NOT NULL REFERENCES shop.product,
    quantity    integer NOT NULL CHECK (quantity > 0),
    price       numeric(12,2) NOT NULL,
    PRIMARY KEY (order_id, ordered_on, line),
    FOREIGN KEY (order_id, ordered_on) REFERENCES shop.orders ON DELETE CASCADE
);

CREATE TABLE shop.event (
    id          bigserial PRIMARY KEY,
    at          timestamptz NOT NULL,
    session     uuid NOT NULL,
    kind        text NOT NULL,
    payload     jsonb NOT NULL,
    client      inet,
    took        interval
);
CREATE UNLOGGED TABLE shop.cart (session uuid PRIMARY KEY, content json, touched timestamp);
CREATE TABLE shop.audit (at timestamptz DEFAULT clock_timestamp(), who name DEFAULT current_user, what text);

INSERT INTO shop.customer (email, name, address, tags, birthday, note, created_at)
SELECT 'customer' || i || '@example.com', (ARRAY['Ada', 'Zoë', 'Łukasz', '静', 'O''Brien'])[1 + i % 5] || ' ' || md5(i::text),
       ROW('Street ' || i, lpad((i % 99999)::text, 5, '0'), 'Town "' || i % 50 || '"', 'DE')::shop.address,
       CASE i % 3 WHEN 0 THEN '{vip}'::text[] WHEN 1 THEN '{}' ELSE ARRAY['new', NULL, 'a,b'] END,
       CASE WHEN i % 7 > 0 THEN date '1950-01-01' + i % 20000 END,
       CASE WHEN i % 11 = 0 THEN E'line one\nline two\twith a tab \\ and a backslash' END,
       timestamptz '2024-01-01 00:00+00' + i * interval '61.5 seconds'
  FROM generate_series(1, greatest(current_setting('shop.orders')::int / 8, 20)) i;

INSERT INTO shop.product (id, sku, name, description, price, valid_for, attributes, weight)
SELECT md5('product' || i)::uuid, 'SKU-' || i, initcap(md5(i::text)), repeat('A fine thing number ' || i || '. ', 1 + i % 40),
       (i * 37 % 100000) / 100.0, shop.price_span(i, CASE WHEN i % 5 > 0 THEN i + 10.5 END),
       jsonb_build_object('colour', (ARRAY['red', 'green', 'blue'])[1 + i % 3], 'sizes', ARRAY[i % 5, i % 7], 'n', i / 7.0),
       sqrt(i)
  FROM generate_series(1, greatest(current_setting('shop.orders')::int / 20, 20)) i;
\if :has_vector
UPDATE shop.product p SET embedding = v.embedding
  FROM (SELECT p.id, (SELECT array_agg(round(sin(hashtext(p.sku || d)::float8)::numeric, 6)::real ORDER BY d)
                        FROM generate_series(1, 96) d)::public.vector AS embedding FROM shop.product p) v
 WHERE v.id = p.id AND p.sku NOT LIKE '%3';
\endif

INSERT INTO shop.orders (id, customer_id, ordered_on, status, shipped_to, total)
SELECT i, 1 + i % (SELECT count(*) FROM shop.customer), date '2025-01-01' + i % 400,
       (enum_range(NULL::shop.order_status))[1 + i % 5],
       CASE WHEN i % 4 > 0 THEN ROW('Street ' || i % 1000, NULL, 'Town', 'FR')::shop.address END, (i * 91 % 500000) / 100.0
  FROM generate_series(1, current_setting('shop.orders')::int) i;

INSERT INTO shop.order_item (order_id, ordered_on, line, product_id, quantity, price)
SELECT o.id, o.ordered_on, l, md5('product' || 1 + (o.id * l) % p.number)::uuid, 1 + (o.id % 9)::int, o.id % 1000 / 10.0
  FROM shop.orders o, generate_series(1, 3) l, (SELECT count(*) AS number FROM shop.product) p;

INSERT INTO shop.event (at, session, kind, payload, client, took)
SELECT timestamptz '2025-03-01 00:00+00' + i * interval '1.7 seconds', md5((i / 12)::text)::uuid,
       (ARRAY['view', 'view', 'view', 'search', 'buy'])[1 + i % 5],
       jsonb_build_object('path', '/p/' || i % 300, 'q', CASE WHEN i % 5 = 3 THEN 'words “' || i || '”' END, 'ms', i % 911 / 10.0),
       ('10.' || i % 4 || '.' || i % 250 || '.1')::inet, i % 911 * interval '0.1 milliseconds'
  FROM generate_series(1, current_setting('shop.orders')::int * 2) i;
INSERT INTO shop.cart SELECT md5(i::text)::uuid, '{"items": [ 1,  2 ]}', timestamp '2025-03-01' FROM generate_series(1, 50) i;

-- Pictures as large objects: 20 of them, up to 20 kB.
UPDATE shop.product p SET picture = lo_from_bytea(0, decode(repeat(md5(p.sku), 60 * length(p.sku)), 'hex'))
 WHERE p.id IN (SELECT id FROM shop.product ORDER BY sku LIMIT 20);

SELECT setval('shop.invoice_number', 4711);
INSERT INTO shop.customer (email, name) VALUES ('last@example.com', 'Dropped column follows');
ALTER TABLE shop.customer DROP COLUMN note;

CREATE INDEX ON shop.orders (customer_id);
CREATE INDEX ON shop.orders (ordered_on) INCLUDE (total);
CREATE INDEX customer_name ON shop.customer (lower(name) text_pattern_ops) WHERE birthday IS NOT NULL;
CREATE INDEX product_words ON shop.product USING gin (description public.gin_trgm_ops);
CREATE INDEX event_payload ON shop.event USING gin (payload jsonb_path_ops);
CREATE INDEX event_time ON shop.event USING brin (at) WITH (pages_per_range = 32);
CREATE STATISTICS shop.event_kinds (dependencies, ndistinct) ON kind, client FROM shop.event;
ALTER TABLE shop.product ADD CONSTRAINT product_sku UNIQUE (sku) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE shop.audit ADD CONSTRAINT audit_what CHECK (what <> '') NOT VALID;

CREATE VIEW shop.sales AS
    SELECT o.ordered_on, p.sku, sum(i.quantity) AS pieces, sum(i.price * i.quantity) AS turnover
      FROM shop.orders o JOIN shop.order_item i ON (i.order_id, i.ordered_on) = (o.id, o.ordered_on)
      JOIN shop.product p ON p.id = i.product_id
     GROUP BY o.ordered_on, p.sku;
CREATE MATERIALIZED VIEW shop.best_seller AS
    SELECT sku, sum(pieces) AS pieces FROM shop.sales GROUP BY sku ORDER BY 2 DESC, 1 LIMIT 100;
CREATE UNIQUE INDEX ON shop.best_seller (sku);
CREATE MATERIALIZED VIEW shop.nothing_yet AS SELECT * FROM shop.best_seller WITH NO DATA;

CREATE FUNCTION shop.write_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $body$
BEGIN
    INSERT INTO shop.audit (what) VALUES (TG_OP || ' ' || TG_TABLE_NAME);
    RETURN NULL;
END
$body$;
CREATE TRIGGER audit_orders AFTER INSERT OR UPDATE ON shop.orders FOR EACH ROW EXECUTE FUNCTION shop.write_audit();
CREATE TRIGGER audit_products AFTER UPDATE ON shop.product REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION shop.write_audit();
ALTER TABLE shop.product DISABLE TRIGGER audit_products;
CREATE PROCEDURE shop.forget_carts(older_than interval DEFAULT '1 day') LANGUAGE sql
    AS $$ DELETE FROM shop.cart WHERE touched < now() - older_than $$;
CREATE AGGREGATE shop.longest(text) (sfunc = textcat, stype = text, initcond = '');
CREATE RULE no_audit_delete AS ON DELETE TO shop.audit DO INSTEAD NOTHING;

ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_row ON shop.customer FOR SELECT USING (email = current_setting('shop.user', true)::public.citext);
GRANT USAGE ON SCHEMA shop TO PUBLIC;
GRANT SELECT ON shop.sales TO PUBLIC;
GRANT SELECT (id, name), UPDATE (name) ON shop.customer TO PUBLIC;
REVOKE ALL ON FUNCTION shop.write_audit() FROM PUBLIC;
ALTER TABLE shop.event SET (fillfactor = 90, autovacuum_enabled = false);
ALTER TABLE shop.event ALTER COLUMN payload SET STORAGE EXTERNAL, ALTER COLUMN kind SET STATISTICS 500;
ANALYZE;
