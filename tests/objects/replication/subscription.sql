CREATE SCHEMA replication_subscription;
CREATE SUBSCRIPTION replication_plain CONNECTION 'host=db.example password=''x y'' dbname=shop'
    PUBLICATION a, "B c" WITH (connect = false);
CREATE SUBSCRIPTION "Replication, no slot" CONNECTION 'dbname=shop'
    PUBLICATION a WITH (connect = false, slot_name = NONE, synchronous_commit = 'local');
COMMENT ON SUBSCRIPTION replication_plain IS 'never connects here';
