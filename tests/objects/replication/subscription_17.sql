-- servers: 17-
CREATE SCHEMA replication_subscription_17;
CREATE SUBSCRIPTION replication_failover CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, failover = true);
