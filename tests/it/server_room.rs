//! The server room on real servers: COPY, interrupts, snapshots, TLS, authentication.
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::{
    thread,
    time::{Duration, Instant},
};

use dumpr_test_servers::Server;

use dumpr::{
    server::{Environment, Interrupt, LockedTable, ServerError, Session, Settings, SettingsBuilder, Snapshot},
    syntax::{identifier, literal},
};

fn urls() -> Vec<String> {
    (13..=18).map(|version| Server::shared(version).expect("a server of this version").url("postgres")).collect()
}

fn settings(url: &str) -> Settings {
    SettingsBuilder::new(Environment::new([], Some("nobody".to_owned()))).database(url).build().expect("a valid URL")
}

/// A database of its own on every server, gone when the test has passed.
fn on_each_server(name: &str, test: impl Fn(&Settings)) {
    for url in urls() {
        let admin = settings(&url);
        let name = format!("server_room_{name}");
        let mut session = open(&admin);
        session.execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
        session.execute(&format!("CREATE DATABASE {name}")).unwrap();
        test(&admin.with_database(&name));
        // Backends of dropped sessions may take a moment to end.
        let end = Instant::now() + Duration::from_secs(10);
        while let Err(error) = session.execute(&format!("DROP DATABASE {name}")) {
            assert!(Instant::now() < end, "{error}");
            thread::sleep(Duration::from_millis(100));
        }
    }
}

fn open(settings: &Settings) -> Session {
    Session::open_source(settings, &Interrupt::default()).expect("a session")
}

fn open_target(settings: &Settings) -> Session {
    Session::open_target(settings, &Interrupt::default()).expect("a session")
}

fn text(session: &mut Session, sql: &str) -> String {
    session.query(sql, &[]).unwrap()[0].get(0)
}

#[test]
fn sessions_start_by_the_rules_whatever_the_role_says() {
    on_each_server("rules", |settings| {
        let mut admin = open(settings);
        for setting in [
            "search_path = 'evil', 'pg_catalog'",
            "statement_timeout = '10ms'",
            "idle_in_transaction_session_timeout = '1ms'",
            "datestyle = 'German'",
            "intervalstyle = 'sql_standard'",
            "quote_all_identifiers = on",
            "row_security = on",
            "bytea_output = 'escape'",
            "timezone = 'Asia/Tokyo'",
        ] {
            admin.execute(&format!("ALTER DATABASE {} SET {setting}", settings.database())).unwrap();
        }
        let mut source = open(settings);
        for (name, expected) in [
            ("search_path", ""),
            ("statement_timeout", "0"),
            ("idle_in_transaction_session_timeout", "0"),
            ("quote_all_identifiers", "off"),
            ("row_security", "off"),
            ("intervalstyle", "postgres"),
            ("bytea_output", "hex"),
            ("timezone", "UTC"),
            ("synchronize_seqscans", "off"),
            ("restrict_nonsystem_relation_kind", "view, foreign-table"),
        ] {
            let shown = text(&mut source, &format!("SELECT current_setting({})", literal(name)));
            let shown = if name == "restrict_nonsystem_relation_kind" { shown.replace(",f", ", f") } else { shown };
            assert_eq!(shown, expected, "{name} on {}", source.version());
        }
        assert!(text(&mut source, "SELECT current_setting('datestyle')").starts_with("ISO"));
        if source.version().major() >= 17 {
            assert_eq!(text(&mut source, "SELECT current_setting('transaction_timeout')"), "0");
        }
        let mut target = open_target(settings);
        assert_eq!(text(&mut target, "SELECT current_setting('check_function_bodies')"), "off");
        assert_eq!(text(&mut target, "SELECT current_setting('client_min_messages')"), "warning");
        assert!(source.version().major() >= 13 && !source.in_recovery());
    });
}

#[test]
fn errors_and_notices_of_the_server_are_kept_field_by_field() {
    on_each_server("errors", |settings| {
        let mut session = open(settings);
        session.execute("CREATE TABLE public.cards (number text PRIMARY KEY)").unwrap();
        session.execute("INSERT INTO public.cards VALUES ('4111')").unwrap();
        let error = session.execute("INSERT INTO public.cards VALUES ('4111')").unwrap_err();
        assert_eq!(error.sqlstate(), Some("23505"));
        assert!(!error.to_string().contains("4111"), "{error}");
        assert!(error.server_message().unwrap().detail.as_ref().unwrap().contains("4111"));
        session.execute("DO $$BEGIN RAISE NOTICE 'a\u{1b}b'; END$$").unwrap();
        let notices = session.take_notices();
        assert_eq!(notices.last().unwrap().to_string(), "NOTICE: a\\u{1b}b (00000)");
        // The session goes on after an error, by either protocol.
        assert_eq!(text(&mut session, "SELECT 'still here'"), "still here");
    });
}

#[test]
fn a_million_rows_go_out_and_in_with_the_servers_count() {
    on_each_server("million", |settings| {
        let mut session = open(settings);
        session
            .execute(
                "CREATE TABLE public.a AS SELECT g AS id, repeat(md5(g::text), 3) AS word FROM generate_series(1, 1000000) g; \
                 CREATE TABLE public.b (LIKE public.a)",
            )
            .unwrap();
        let mut target = open_target(settings);
        let mut copy_out = session.copy_out("COPY public.a TO STDOUT (FORMAT binary)").unwrap();
        let mut copy_in = target.copy_in("COPY public.b FROM STDIN (FORMAT binary)").unwrap();
        let mut bytes = 0;
        while let Some(chunk) = copy_out.next_chunk().unwrap() {
            bytes += chunk.len();
            copy_in.send(chunk).unwrap();
        }
        assert_eq!(copy_out.finish().unwrap(), 1_000_000);
        assert_eq!(copy_in.finish().unwrap(), 1_000_000);
        // Header, trailer; per row the field count, two lengths, 4 and 96 bytes.
        assert_eq!(bytes, 19 + 2 + 1_000_000 * (2 + 4 + 4 + 4 + 96));
        let different = "SELECT count(*)::text FROM (TABLE public.a EXCEPT TABLE public.b) d";
        assert_eq!(text(&mut session, different), "0");
        // The stream is back: queries, another COPY, and a query again.
        assert_eq!(text(&mut target, "SELECT 'after'"), "after");
        for _ in 0..3 {
            let copy = session.copy_out("COPY (SELECT 1 WHERE false) TO STDOUT").unwrap();
            assert_eq!(copy.finish().unwrap(), 0);
            assert_eq!(text(&mut session, "SELECT 'after'"), "after");
        }
    });
}

#[test]
fn rows_of_no_columns_and_no_rows_are_counted() {
    on_each_server("empty", |settings| {
        let mut session = open_target(settings);
        session.execute("CREATE TABLE public.n (); INSERT INTO public.n DEFAULT VALUES").unwrap();
        let mut copy = session.copy_out("COPY public.n TO STDOUT (FORMAT binary)").unwrap();
        let mut bytes = Vec::new();
        while let Some(chunk) = copy.next_chunk().unwrap() {
            bytes.extend_from_slice(chunk);
        }
        assert_eq!(copy.finish().unwrap(), 1);
        let mut copy = session.copy_in("COPY public.n FROM STDIN (FORMAT binary)").unwrap();
        // Byte by byte: frames need not hold whole rows.
        for byte in &bytes {
            copy.send(&[*byte]).unwrap();
        }
        assert_eq!(copy.finish().unwrap(), 1);
        let copy = session.copy_in("COPY public.n FROM STDIN").unwrap();
        assert_eq!(copy.finish().unwrap(), 0);
        // Statements before the COPY go with it.
        let copy = session.copy_in("BEGIN; TRUNCATE public.n; COPY public.n FROM STDIN").unwrap();
        assert_eq!(copy.finish().unwrap(), 0);
        session.execute("COMMIT").unwrap();
        assert_eq!(text(&mut session, "SELECT count(*)::text FROM public.n"), "0");
    });
}

#[test]
fn an_error_on_the_first_row_stops_the_upload() {
    on_each_server("early", |settings| {
        let mut session = open_target(settings);
        session.execute("CREATE TABLE public.n (i int)").unwrap();
        let chunk = b"1\n".repeat(32 << 10);
        let mut copy = session.copy_in("COPY public.n FROM STDIN").unwrap();
        copy.send(b"not a number\n").unwrap();
        let mut sent = 0;
        let error = loop {
            match copy.send(&chunk) {
                Ok(()) => sent += chunk.len(),
                Err(error) => break error,
            }
            assert!(sent < 1 << 30, "a GiB was sent after the error");
        };
        assert_eq!(error.sqlstate(), Some("22P02"));
        assert!(error.server_message().unwrap().context.as_ref().unwrap().contains("line 1"));
        assert!(sent < 64 << 20, "{sent} bytes were sent after the error");
        assert!(copy.finish().is_err(), "the COPY is over");
        assert_eq!(text(&mut session, "SELECT count(*)::text FROM public.n"), "0");
    });
}

#[test]
fn a_copy_in_that_is_dropped_leaves_no_rows() {
    on_each_server("dropped", |settings| {
        let mut session = open_target(settings);
        session.execute("CREATE TABLE public.n (i int)").unwrap();
        let mut copy = session.copy_in("COPY public.n FROM STDIN").unwrap();
        copy.send(&b"1\n".repeat(1 << 20)).unwrap();
        drop(copy);
        assert!(session.is_usable());
        assert_eq!(text(&mut session, "SELECT count(*)::text FROM public.n"), "0");
        // An error of the last row is reported by finish, and the session goes on.
        let mut copy = session.copy_in("COPY public.n FROM STDIN").unwrap();
        copy.send(b"1\nx\n").unwrap();
        assert_eq!(copy.finish().unwrap_err().sqlstate(), Some("22P02"));
        assert_eq!(text(&mut session, "SELECT count(*)::text FROM public.n"), "0");
    });
}

#[test]
fn a_copy_out_that_is_dropped_gives_the_session_up() {
    on_each_server("abandoned", |settings| {
        let mut session = open(settings);
        let mut copy = session.copy_out("COPY (SELECT generate_series(1, 10000000)) TO STDOUT").unwrap();
        copy.next_chunk().unwrap();
        drop(copy);
        assert!(!session.is_usable());
        assert!(matches!(session.execute("SELECT 1"), Err(ServerError::SessionBroken)));
    });
}

#[test]
fn statements_that_are_no_copy_are_refused_and_leave_the_session_usable() {
    on_each_server("nocopy", |settings| {
        let mut session = open_target(settings);
        session.execute("CREATE TABLE public.n (i int)").unwrap();
        assert!(matches!(session.copy_out("SELECT 1").err(), Some(ServerError::Protocol(_))));
        assert!(matches!(session.copy_out("").err(), Some(ServerError::Protocol(_))));
        assert!(matches!(session.copy_out("COPY \0").err(), Some(ServerError::NulByte)));
        assert_eq!(session.copy_out("COPY nowhere TO STDOUT").err().unwrap().sqlstate(), Some("42P01"));
        // The other direction is failed at the server.
        assert_eq!(session.copy_out("COPY public.n FROM STDIN").err().unwrap().sqlstate(), Some("57014"));
        assert_eq!(text(&mut session, "SELECT 'usable'"), "usable");
        // An error in the middle of the rows comes after them.
        let mut copy =
            session.copy_out("COPY (SELECT 1 / (100000 - g) FROM generate_series(1, 100000) g) TO STDOUT").unwrap();
        let mut bytes = 0;
        let error = loop {
            match copy.next_chunk() {
                Ok(chunk) => bytes += chunk.expect("the error comes before the end").len(),
                Err(error) => break error,
            }
        };
        assert_eq!((error.sqlstate(), bytes), (Some("22012"), 2 * 99_999));
        drop(copy);
        assert_eq!(text(&mut session, "SELECT 'usable'"), "usable");
    });
}

/// The server says that it is ready in a packet of its own, after the error: it must not end the statement that follows.
#[test]
fn what_follows_an_error_is_not_taken_for_the_next_answer() {
    for url in urls() {
        let mut session = open(&settings(&url));
        for _ in 0..500 {
            assert_eq!(session.execute("SELECT 1 / 0").unwrap_err().sqlstate(), Some("22012"));
            let copy = session.copy_out("COPY (SELECT 1) TO STDOUT").unwrap();
            assert_eq!(copy.finish().unwrap(), 1);
        }
    }
}

#[test]
fn a_field_of_300_mb_flows_through() {
    on_each_server("huge", |settings| {
        let mut session = open(settings);
        let size = 300 << 20;
        session.execute("CREATE TABLE public.h (b bytea)").unwrap();
        let mut target = open_target(settings);
        let mut copy = target.copy_in("COPY public.h FROM STDIN (FORMAT binary)").unwrap();
        copy.send(b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0").unwrap();
        copy.send(&[0, 1]).unwrap();
        copy.send(&i32::try_from(size).unwrap().to_be_bytes()).unwrap();
        let part = vec![0x5a; 1 << 20];
        for _ in 0..size / part.len() {
            copy.send(&part).unwrap();
        }
        copy.send(&[0xff, 0xff]).unwrap();
        assert_eq!(copy.finish().unwrap(), 1);
        let mut copy = session.copy_out("COPY public.h TO STDOUT (FORMAT binary)").unwrap();
        let (mut bytes, mut largest) = (0, 0);
        while let Some(chunk) = copy.next_chunk().unwrap() {
            bytes += chunk.len();
            largest = largest.max(chunk.len());
        }
        assert_eq!(copy.finish().unwrap(), 1);
        assert_eq!(bytes, 19 + 2 + 4 + size + 2);
        assert!(largest <= 512 << 10, "the row was gathered: {largest}");
    });
}

type Work = fn(&mut Session) -> Result<(), ServerError>;

#[test]
fn an_interrupt_ends_queries_copies_and_waits_for_locks() {
    on_each_server("cancel", |settings| {
        open(settings).execute("CREATE TABLE public.n (i int)").unwrap();
        let mut holder = open(settings);
        holder.execute("BEGIN; LOCK TABLE public.n").unwrap();
        let works: [(&str, Work); 5] = [
            ("simple query", |session| session.execute("SELECT pg_sleep(60)")),
            ("extended query", |session| session.query("SELECT pg_sleep(60)::text", &[]).map(drop)),
            ("lock", |session| session.execute("BEGIN; LOCK TABLE public.n")),
            ("copy out that waits", |session| {
                session.copy_out("COPY (SELECT pg_sleep(60)) TO STDOUT")?.finish().map(drop)
            }),
            ("copy out that flows", |session| {
                let mut copy = session.copy_out("COPY (SELECT generate_series(1, 1000000000)) TO STDOUT")?;
                while copy.next_chunk()?.is_some() {}
                Ok(())
            }),
        ];
        for (what, work) in works {
            let interrupt = Interrupt::default();
            let mut session = Session::open_source(settings, &interrupt).unwrap();
            let trigger = interrupt.clone();
            let waiter = thread::spawn(move || {
                thread::sleep(Duration::from_millis(300));
                trigger.trigger();
                Instant::now()
            });
            let error = work(&mut session).expect_err(what);
            let elapsed = waiter.join().unwrap().elapsed();
            assert!(error.is_interrupted(), "{what}: {error}");
            assert!(elapsed < Duration::from_secs(2), "{what}: {elapsed:?}");
            assert!(session.execute("SELECT 1").unwrap_err().is_interrupted(), "{what}");
            assert!(Session::open_source(settings, &interrupt).err().unwrap().is_interrupted(), "{what}");
        }
        let interrupt = Interrupt::default();
        let mut session = Session::open_target(settings, &interrupt).unwrap();
        holder.execute("ROLLBACK").unwrap();
        let mut copy = session.copy_in("COPY public.n FROM STDIN").unwrap();
        copy.send(b"1\n").unwrap();
        interrupt.trigger();
        let begun = Instant::now();
        assert!(copy.finish().unwrap_err().is_interrupted());
        assert!(begun.elapsed() < Duration::from_secs(2));
        assert_eq!(text(&mut holder, "SELECT count(*)::text FROM public.n"), "0");
    });
}

#[test]
fn tables_changed_before_the_snapshot_are_seen_and_later_changes_found() {
    on_each_server("snapshot", |settings| {
        let mut other = open(settings);
        other
            .execute(
                "CREATE TABLE public.a AS SELECT 1 AS i; CREATE TABLE public.b AS SELECT 1 AS i; \
                 CREATE TABLE public.c AS SELECT 1 AS i; CREATE TABLE public.p (i int) PARTITION BY LIST (i)",
            )
            .unwrap();
        let mut table = |name: &str| LockedTable {
            oid: other.query("SELECT $1::text::regclass::oid", &[&format!("public.{name}")]).unwrap()[0].get(0),
            schema: "public".to_owned(),
            name: name.to_owned(),
        };
        let (a, b, c, p) = (table("a"), table("b"), table("c"), table("p"));
        let mut locking = Snapshot::begin(open(settings), Some(Duration::from_millis(500))).unwrap();
        locking.lock(&[a.clone(), p.clone()]).unwrap();
        // After the locks and before the snapshot: still seen.
        other.execute("INSERT INTO public.a VALUES (2)").unwrap();
        let mut snapshot = locking.export().unwrap();
        assert!(!snapshot.name().is_empty() && snapshot.lsn().contains('/'));
        other.execute("INSERT INTO public.a VALUES (3); TRUNCATE public.b; DROP TABLE public.c").unwrap();
        assert_eq!(text(snapshot.session(), "SELECT count(*)::text FROM public.a"), "2");
        assert!(snapshot.is_locked(a.oid) && snapshot.is_locked(p.oid) && !snapshot.is_locked(b.oid));
        snapshot.lock_later(std::slice::from_ref(&b)).unwrap();
        assert!(snapshot.is_locked(b.oid));
        let mut rewritten = snapshot.rewritten(&[a.oid, b.oid, c.oid, p.oid]).unwrap();
        rewritten.sort_unstable();
        let mut expected = vec![b.oid, c.oid];
        expected.sort_unstable();
        assert_eq!(rewritten, expected);

        let mut worker = open(settings);
        worker.import_snapshot(snapshot.name()).unwrap();
        worker.lock_nowait(&a).unwrap();
        assert_eq!(text(&mut worker, "SELECT count(*)::text FROM public.a"), "2");
        let copy = worker.copy_out("COPY public.a TO STDOUT (FORMAT binary)").unwrap();
        assert_eq!(copy.finish().unwrap(), 2);

        // The anchor dies; a worker becomes the anchor.
        let pid = text(snapshot.session(), "SELECT pg_backend_pid()::text");
        other.execute(&format!("SELECT pg_terminate_backend({pid})")).unwrap();
        thread::sleep(Duration::from_millis(200));
        let error = snapshot.session().execute("SELECT 1").unwrap_err();
        assert!(error.is_connection_lost(), "{error}");
        assert_eq!(error.sqlstate(), Some("57P01"));
        assert_eq!(snapshot.re_export(worker).unwrap(), vec![b.oid]);
        let mut second = open(settings);
        second.import_snapshot(snapshot.name()).unwrap();
        assert_eq!(text(&mut second, "SELECT count(*)::text FROM public.a"), "2");

        let mut adopted = Snapshot::adopt(open(settings), snapshot.name(), None).unwrap();
        assert_eq!(text(adopted.session(), "SELECT count(*)::text FROM public.a"), "2");
        drop((snapshot, second));
        let mut third = open(settings);
        third.import_snapshot(adopted.name()).unwrap();
        assert_eq!(text(&mut third, "SELECT count(*)::text FROM public.a"), "2");
    });
}

#[test]
fn a_lock_that_is_held_ends_in_an_error_after_the_timeout() {
    on_each_server("locks", |settings| {
        let mut other = open(settings);
        other.execute("CREATE TABLE public.a (i int)").unwrap();
        other.execute("BEGIN; LOCK TABLE public.a").unwrap();
        let table = LockedTable { oid: 1, schema: "public".to_owned(), name: "a".to_owned() };
        let mut locking = Snapshot::begin(open(settings), Some(Duration::from_millis(300))).unwrap();
        let begun = Instant::now();
        let error = locking.lock(std::slice::from_ref(&table)).unwrap_err();
        assert_eq!(error.sqlstate(), Some("55P03"));
        assert!(error.hint().is_some());
        assert!(begun.elapsed() >= Duration::from_millis(300) && begun.elapsed() < Duration::from_secs(5));
        let mut worker = open(settings);
        worker.execute("BEGIN").unwrap();
        assert_eq!(worker.lock_nowait(&table).unwrap_err().sqlstate(), Some("55P03"));
    });
}

#[test]
fn quoted_names_and_literals_are_read_back_as_they_were() {
    // A small generator of its own: the same names on every run.
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let alphabet: Vec<char> = "ab_09$AB\"'\\ \n\t;-/*(){}[]%?:.,ÄßΩ漢😀\u{1}\u{7f}\u{85}\u{202e}".chars().collect();
    let values: Vec<String> = (0..2000)
        .map(|_| {
            let length = usize::try_from(next() % 12).unwrap() + 1;
            (0..length).map(|_| alphabet[usize::try_from(next() % 1000).unwrap() % alphabet.len()]).collect()
        })
        .collect();
    on_each_server("quote", |settings| {
        let mut session = open(settings);
        let mut values = values.clone();
        values.extend(session.query("SELECT word FROM pg_get_keywords()", &[]).unwrap().iter().map(|row| row.get(0)));
        let columns: Vec<_> =
            values.iter().map(|value| format!("SELECT {}::text AS {}", literal(value), identifier(value))).collect();
        for setting in ["on", "off"] {
            session.execute(&format!("SET standard_conforming_strings = {setting}")).unwrap();
            for (value, sql) in values.iter().zip(&columns) {
                let rows = session.query(sql, &[]).unwrap_or_else(|error| panic!("{sql}: {error}"));
                assert_eq!(&rows[0].get::<_, String>(0), value, "{sql}");
                assert_eq!(rows[0].columns()[0].name(), value, "{sql}");
            }
        }
        // Never less quoted than the server would have it.
        let rows = session.query("SELECT v, quote_ident(v) FROM unnest($1::text[]) v", &[&values]).unwrap();
        for row in rows {
            let (value, quoted): (String, String) = (row.get(0), row.get(1));
            let ours = identifier(&value);
            assert!(ours == quoted || ours == format!("\"{quoted}\""), "{value:?}: {ours} and {quoted}");
        }
        // As names of tables and columns, and as types next to them.
        let name = "a \"b\"; DROP TABLE x; --\n'\\";
        session.execute(&format!("CREATE TABLE public.{0} ({0} int)", identifier(name))).unwrap();
        let sql = "SELECT attname::text FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid \
                    WHERE attnum = 1 AND relname = $1";
        assert_eq!(session.query(sql, &[&name]).unwrap()[0].get::<_, String>(0), name);
    });
}

#[test]
fn databases_open_by_their_literal_names() {
    for url in urls() {
        let admin = settings(&url);
        let mut session = open(&admin);
        for name in ["postgresql://evil/x", "a=b host=evil", "it's", "two words"] {
            session.execute(&format!("DROP DATABASE IF EXISTS {}", identifier(name))).unwrap();
            session.execute(&format!("CREATE DATABASE {}", identifier(name))).unwrap();
            let mut other = open(&admin.with_database(name));
            assert_eq!(text(&mut other, "SELECT current_database()::text"), name);
            drop(other);
            thread::sleep(Duration::from_millis(200));
            session.execute(&format!("DROP DATABASE {}", identifier(name))).unwrap();
        }
    }
}

#[test]
fn bytes_without_an_encoding_are_read_as_they_are() {
    for url in urls() {
        let admin = settings(&url);
        let mut session = open(&admin);
        let name = "server_room_ascii";
        session.execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
        session
            .execute(&format!(
                "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C'"
            ))
            .unwrap();
        let mut other = open(&admin.with_database(name));
        let mut copy = other.copy_out("COPY (SELECT E'\\xff'::text) TO STDOUT").unwrap();
        assert_eq!(copy.next_chunk().unwrap(), Some(&b"\xff\n"[..]));
        assert_eq!(copy.finish().unwrap(), 1);
        drop(other);
        thread::sleep(Duration::from_millis(200));
        session.execute(&format!("DROP DATABASE {name}")).unwrap();
    }
}

#[test]
fn hosts_are_tried_until_one_fits() {
    for url in urls() {
        let port = url.rsplit(':').next().unwrap().split('/').next().unwrap();
        let host = |conninfo: String| {
            let settings = settings(&format!("user=postgres dbname=postgres connect_timeout=5 {conninfo}"));
            Session::open_source(&settings, &Interrupt::default())
        };
        // Port 1 refuses.
        let session = host(format!("host=127.0.0.1,127.0.0.1 port=1,{port}")).unwrap();
        assert_eq!(session.endpoint(), format!("127.0.0.1:{port}"));
        assert!(host(format!("host=127.0.0.1 port={port} target_session_attrs=read-write")).is_ok());
        assert!(host(format!("host=127.0.0.1 port={port} target_session_attrs=primary")).is_ok());
        assert!(host(format!("host=127.0.0.1 port={port} target_session_attrs=prefer-standby")).is_ok());
        let error = host(format!("host=127.0.0.1 port={port} target_session_attrs=standby")).err().unwrap();
        assert!(matches!(error, ServerError::SessionKind { .. }), "{error}");
        let error = host("host=127.0.0.1,127.0.0.1 port=1".to_owned()).err().unwrap();
        assert!(matches!(&error, ServerError::AllHosts { failures } if failures.len() == 2), "{error}");
        let error = host(format!("host=127.0.0.1 port={port} dbname=missing")).err().unwrap();
        assert_eq!(error.sqlstate(), Some("3D000"));
        let error = host(format!("host=127.0.0.1 port={port} sslmode=require")).err().unwrap();
        assert!(matches!(error, ServerError::Tls { .. }), "{error}");
    }
}
