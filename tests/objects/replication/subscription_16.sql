-- servers: 16-
CREATE SCHEMA replication_subscription_16;
CREATE SUBSCRIPTION replication_origin CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, streaming = parallel, origin = none, run_as_owner = true,
                        password_required = false);
