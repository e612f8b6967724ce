//! TLS, passwords and Unix sockets, on a throwaway server of the test's own, with the programs of the shared one.
//! `openssl` makes the certificates. Run as root the server runs as user `postgres`.
#![expect(clippy::expect_used, clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::{
    fs,
    net::TcpListener,
    os::unix::fs::{PermissionsExt as _, chown},
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use dumpr::server::{Environment, Interrupt, ServerError, Session, Settings, SettingsBuilder, TlsError};

struct Server {
    folder: tempfile::TempDir,
    port: u16,
    process: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        // Fast shutdown: SIGINT to our own child (runuser hands it on).
        let _ = Command::new("kill").args(["-INT", &self.postmaster()]).status();
        let _ = self.process.wait();
    }
}

/// A command run as the user of the server.
fn as_server(program: &Path) -> Command {
    if rustix::process::geteuid().is_root() {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn must(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().expect("the program starts");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

impl Server {
    fn start() -> Self {
        let shared = dumpr_test_servers::Server::shared(18).expect("a server of version 18");
        let bin = shared.bin("initdb").unwrap().parent().unwrap().to_owned();
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        certificates(folder.path());
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        fs::write(folder.path().join("pw"), "root:secret\\word").unwrap();
        let id = Command::new("id").args(["-u", "postgres"]).output().unwrap();
        if rustix::process::geteuid().is_root() {
            let uid = String::from_utf8(id.stdout).unwrap().trim().parse().unwrap();
            for name in ["data", "server.key", "v1.key", "self.key"] {
                chown(folder.path().join(name), Some(uid), None).unwrap();
            }
            chown(folder.path(), Some(uid), None).unwrap();
        }
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
        let pwfile = format!("--pwfile={}", folder.path().join("pw").display());
        must(
            as_server(&bin.join("initdb"))
                .arg("-D")
                .arg(&data)
                .args(["-U", "postgres", "-A", "scram-sha-256", "--no-locale", "-E", "UTF8", "--no-sync"])
                .arg(pwfile),
        );
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let at = folder.path().display();
        fs::write(
            data.join("pg_hba.conf"),
            "local all all scram-sha-256\n\
             hostssl all certuser all cert\n\
             hostssl all all all scram-sha-256\n\
             hostnossl all plain all scram-sha-256\n",
        )
        .unwrap();
        let conf = format!(
            "port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{at}'\nfsync = off\nssl = on\n\
             ssl_cert_file = '{at}/server.crt'\nssl_key_file = '{at}/server.key'\nssl_ca_file = '{at}/root.crt'\n\
             log_min_messages = warning\n"
        );
        fs::write(data.join("postgresql.auto.conf"), conf).unwrap();
        let mut postgres = as_server(&bin.join("postgres"));
        postgres.arg("-D").arg(&data).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let process = postgres.spawn().unwrap();
        let server = Server { folder, port, process };
        let end = Instant::now() + Duration::from_secs(30);
        while server.open("host=SOCKETS user=postgres password=root:secret\\\\word").is_err() {
            assert!(Instant::now() < end, "the server does not start");
            thread::sleep(Duration::from_millis(100));
        }
        server
    }

    fn postmaster(&self) -> String {
        let pid = fs::read_to_string(self.folder.path().join("data/postmaster.pid")).unwrap_or_default();
        pid.lines().next().unwrap_or_default().to_owned()
    }

    /// `CERTS` and `SOCKETS` stand for the folder with all files.
    fn settings(&self, conninfo: &str) -> Settings {
        let folder = self.folder.path().to_str().unwrap();
        let conninfo = conninfo.replace("CERTS", folder).replace("SOCKETS", folder);
        let variables = [
            ("HOME", "/nonexistent".to_owned()),
            ("PGPORT", self.port.to_string()),
            ("PGDATABASE", "postgres".to_owned()),
            ("PGUSER", "postgres".to_owned()),
            ("PGPASSFILE", format!("{folder}/passfile")),
            ("PGCONNECT_TIMEOUT", "10".to_owned()),
        ];
        let variables = variables.map(|(key, value)| (key.to_owned(), value));
        SettingsBuilder::new(Environment::new(variables, None)).database(conninfo).build().unwrap()
    }

    fn open(&self, conninfo: &str) -> Result<Session, ServerError> {
        Session::open_source(&self.settings(conninfo), &Interrupt::default())
    }

    fn use_certificate(&self, name: &str) {
        let mut session = self.open("host=SOCKETS").unwrap();
        let at = self.folder.path().display();
        session.execute(&format!("ALTER SYSTEM SET ssl_cert_file = '{at}/{name}.crt'")).unwrap();
        session.execute(&format!("ALTER SYSTEM SET ssl_key_file = '{at}/{name}.key'")).unwrap();
        session.execute("SELECT pg_reload_conf()").unwrap();
        thread::sleep(Duration::from_millis(500));
    }
}

/// An authority, a stranger's authority, certificates for `localhost`, one in X.509 version 1, one that is self-signed, and a
/// client's.
fn certificates(at: &Path) {
    let script = "set -e
        for ca in root stranger; do
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 9 -subj /CN=$ca -keyout $ca.key -out $ca.crt
        done
        request() { openssl req -newkey rsa:2048 -nodes -subj /CN=$2 -keyout $1.key -out $1.csr; }
        sign() { openssl x509 -req -in $1.csr -CA root.crt -CAkey root.key -CAcreateserial -days 9 -out $1.crt $2 $3; }
        echo subjectAltName=DNS:localhost > san
        request server localhost; sign server -extfile san
        request client certuser; echo extendedKeyUsage=clientAuth > client-ext; sign client -extfile client-ext
        request v1 localhost; openssl x509 -req -in v1.csr -CA root.crt -CAkey root.key -CAcreateserial -days 9 -out v1.crt
        openssl req -x509 -newkey rsa:2048 -nodes -days 9 -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout self.key -out self.crt
        chmod 600 *.key";
    must(Command::new("sh").args(["-c", script]).current_dir(at));
    fs::write(at.join("passfile"), "*:*:*:postgres:root\\:secret\\\\word\n*:*:*:plain:pencil\n").unwrap();
    fs::set_permissions(at.join("passfile"), fs::Permissions::from_mode(0o600)).unwrap();
}

fn is_encrypted(session: &mut Session) -> bool {
    session.query("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()", &[]).unwrap()[0].get(0)
}

type Expected = fn(&ServerError) -> bool;

#[test]
fn connections_are_as_safe_as_sslmode_says() {
    let server = Server::start();
    server
        .open("host=SOCKETS")
        .unwrap()
        .execute("CREATE ROLE plain LOGIN PASSWORD 'pencil'; CREATE ROLE certuser LOGIN")
        .unwrap();

    for (conninfo, encrypted) in [
        ("host=SOCKETS", false),
        ("host=SOCKETS sslmode=verify-full", false),
        ("host=127.0.0.1", true),
        ("host=127.0.0.1 sslmode=allow", true),
        ("host=127.0.0.1 sslmode=require", true),
        ("host=127.0.0.1 sslmode=require sslrootcert=CERTS/root.crt", true),
        ("host=127.0.0.1 sslmode=verify-ca sslrootcert=CERTS/root.crt", true),
        ("host=localhost sslmode=verify-full sslrootcert=CERTS/root.crt", true),
        ("host=localhost. hostaddr=127.0.0.1 sslmode=verify-full sslrootcert=CERTS/root.crt", true),
        ("host=127.0.0.1 channel_binding=require", true),
        ("host=127.0.0.1 require_auth=scram-sha-256", true),
        ("host=127.0.0.1 sslmode=require ssl_max_protocol_version=TLSv1.2 channel_binding=require", true),
        ("host=127.0.0.1 user=plain sslmode=disable", false),
        ("host=127.0.0.1 user=plain sslmode=allow", false),
        ("host=127.0.0.1 user=certuser sslmode=require sslcert=CERTS/client.crt sslkey=CERTS/client.key", true),
    ] {
        let mut session = server.open(conninfo).unwrap_or_else(|error| {
            panic!("{conninfo}: {error} {:?}", std::error::Error::source(&error).map(ToString::to_string))
        });
        assert_eq!(is_encrypted(&mut session), encrypted, "{conninfo}");
    }

    let handshake: Expected = |error| matches!(error, ServerError::Tls { source: TlsError::Handshake(_), .. });
    let refused: Expected = |error| matches!(error, ServerError::Authentication { .. });
    let credentials: Expected = |error| matches!(error, ServerError::Credentials { .. });
    for (conninfo, expected) in [
        ("host=127.0.0.1 sslmode=verify-full sslrootcert=CERTS/root.crt", handshake),
        ("host=127.0.0.1 sslmode=verify-ca sslrootcert=CERTS/stranger.crt", handshake),
        ("host=127.0.0.1 sslmode=require sslrootcert=CERTS/stranger.crt", handshake),
        ("host=localhost sslmode=verify-full sslrootcert=CERTS/stranger.crt", handshake),
        ("host=127.0.0.1 sslmode=verify-ca", |error| {
            matches!(error, ServerError::Tls { source: TlsError::NoRoots { .. }, .. })
        }),
        ("hostaddr=127.0.0.1 sslmode=verify-full sslrootcert=CERTS/root.crt", |error| {
            matches!(error, ServerError::Tls { source: TlsError::NoHostName, .. })
        }),
        ("host=127.0.0.1 sslmode=disable", refused),
        ("host=127.0.0.1 password=canary", refused),
        ("host=127.0.0.1 user=certuser sslmode=require", refused),
        ("host=127.0.0.1 user=plain sslmode=disable channel_binding=require", credentials),
        ("host=127.0.0.1 require_auth=md5,password", credentials),
        ("host=127.0.0.1 passfile=/dev/null", |error| matches!(error, ServerError::PasswordRequired { .. })),
    ] {
        let error = server.open(conninfo).err().expect(conninfo);
        assert!(expected(&error), "{conninfo}: {error:?}");
        assert!(!format!("{error:?} {:?}", error.hint()).contains("canary"), "{conninfo}");
    }
    let unnamed = server.open("host=127.0.0.1 sslmode=verify-full sslrootcert=CERTS/root.crt").err().unwrap();
    assert!(unnamed.hint().unwrap().contains("subjectAltName"));

    copy_and_cancel(&server);
    a_backend_that_does_not_react(&server);

    server.use_certificate("v1");
    assert!(is_encrypted(&mut server.open("host=127.0.0.1 sslmode=require channel_binding=require").unwrap()));
    server.use_certificate("self");
    assert!(handshake(&server.open("host=localhost sslmode=verify-full sslrootcert=CERTS/root.crt").err().unwrap()));
    let own = "host=localhost sslmode=verify-full sslrootcert=CERTS/self.crt";
    assert!(is_encrypted(&mut server.open(own).unwrap()));
    if server.open("host=SOCKETS").unwrap().version().major() >= 17 {
        let direct = "host=127.0.0.1 sslmode=require sslnegotiation=direct";
        assert!(is_encrypted(&mut server.open(direct).unwrap()));
    }
}

/// The taken-over stream below TLS, both ways, and a `CancelRequest` over TLS.
fn copy_and_cancel(server: &Server) {
    let settings = server.settings("host=localhost sslmode=verify-full sslrootcert=CERTS/root.crt");
    let mut source = Session::open_source(&settings, &Interrupt::default()).unwrap();
    source
        .execute(
            "CREATE TABLE public.a AS SELECT g AS i, repeat('x', 100) AS t FROM generate_series(1, 300000) g; \
             CREATE TABLE public.b (LIKE public.a)",
        )
        .unwrap();
    let mut target = Session::open_target(&settings, &Interrupt::default()).unwrap();
    let mut copy_out = source.copy_out("COPY public.a TO STDOUT").unwrap();
    let mut copy_in = target.copy_in("COPY public.b FROM STDIN").unwrap();
    while let Some(chunk) = copy_out.next_chunk().unwrap() {
        copy_in.send(chunk).unwrap();
    }
    assert_eq!((copy_out.finish().unwrap(), copy_in.finish().unwrap()), (300_000, 300_000));
    assert!(is_encrypted(&mut source));

    let interrupt = Interrupt::default();
    let mut session = Session::open_source(&settings, &interrupt).unwrap();
    let trigger = interrupt.clone();
    let waiter = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        trigger.trigger();
    });
    let begun = Instant::now();
    assert!(session.execute("SELECT pg_sleep(60)").unwrap_err().is_interrupted());
    assert!(begun.elapsed() < Duration::from_millis(1500), "{:?}", begun.elapsed());
    waiter.join().unwrap();
    let running = "SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE '%sleep(60)%' AND pid <> pg_backend_pid()";
    thread::sleep(Duration::from_millis(300));
    assert_eq!(source.query(running, &[]).unwrap()[0].get::<_, i64>(0), 0, "the server still runs it");
}

/// A stopped backend does not see the request to cancel: the session ends all the same.
fn a_backend_that_does_not_react(server: &Server) {
    let interrupt = Interrupt::default();
    let mut session = Session::open_source(&server.settings("host=SOCKETS"), &interrupt).unwrap();
    let pid: i32 = session.query("SELECT pg_backend_pid()", &[]).unwrap()[0].get(0);
    let waiter = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        must(Command::new("kill").args(["-STOP", &pid.to_string()]));
        interrupt.trigger();
    });
    let begun = Instant::now();
    assert!(session.execute("SELECT pg_sleep(60)").unwrap_err().is_interrupted());
    let elapsed = begun.elapsed();
    waiter.join().unwrap();
    must(Command::new("kill").args(["-CONT", &pid.to_string()]));
    assert!(elapsed > Duration::from_secs(2) && elapsed < Duration::from_secs(4), "{elapsed:?}");
}
