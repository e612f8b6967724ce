-- servers: 14-
CREATE SCHEMA replication_subscription_14;
CREATE SUBSCRIPTION replication_binary CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, binary = true, streaming = on);
CREATE SUBSCRIPTION replication_not_streaming CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, streaming = off);
