-- servers: 15-
CREATE SCHEMA replication_subscription_15;
CREATE SUBSCRIPTION replication_two_phase CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, two_phase = on, disable_on_error = true);
