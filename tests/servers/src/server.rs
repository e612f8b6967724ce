//! One throwaway server: made, started, ended.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    process::Child,
    sync::OnceLock,
};

use crate::{
    Tools, VERSIONS,
    account::Account,
    database::Database,
    error::{Error, Result, output_of},
    installation::{self, Build},
    launch::launch,
    psql,
    run_folder::RunFolder,
};

/// Settings of every server: nothing has to survive, everything has to be possible, nothing runs by itself.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
fsync = off
synchronous_commit = off
full_page_writes = off
shared_buffers = 64MB
max_connections = 100
max_wal_size = 2GB
wal_level = logical
max_prepared_transactions = 10
max_locks_per_transaction = 512
autovacuum = off
timezone = 'UTC'
log_timezone = 'UTC'
logging_collector = off
";

/// What a server should be like.
#[derive(Clone, Debug)]
pub struct Options {
    version: u32,
    build: Build,
    settings: Vec<(String, String)>,
    hba: Option<String>,
    files: Vec<(String, Vec<u8>)>,
}

impl Options {
    /// A server of this major version with the usual settings.
    pub fn new(version: u32) -> Options {
        Options { version, build: Build::Complete, settings: Vec::new(), hba: None, files: Vec::new() }
    }

    /// A server to measure with: version 18 without ICU and XML, but compiled with optimization. The one with
    /// both needs 1.6 times the processor time for the same COPY.
    #[must_use]
    pub fn fast(mut self) -> Options {
        self.build = Build::Fast;
        self
    }

    /// One more line of `postgresql.conf`.
    #[must_use]
    pub fn setting(mut self, name: &str, value: &str) -> Options {
        self.settings.push((name.into(), value.into()));
        self
    }

    /// The text of `pg_hba.conf`; without it everybody is trusted. Leave `local all postgres trust` in it:
    /// [`Database`] connects that way.
    #[must_use]
    pub fn hba(mut self, text: &str) -> Options {
        self.hba = Some(text.into());
        self
    }

    /// A file in the data directory that only the server can read: `server.key`.
    #[must_use]
    pub fn file(mut self, name: &str, content: &[u8]) -> Options {
        self.files.push((name.into(), content.into()));
        self
    }
}

/// A running server. Its superuser is `postgres`. It ends when the value is dropped or the process ends.
#[derive(Debug)]
pub struct Server {
    version: u32,
    port: u16,
    bin: PathBuf,
    supervisor: Child,
    folder: RunFolder,
}

impl Server {
    /// The server of this major version that all tests of this process share.
    ///
    /// # Errors
    /// Whatever kept it from starting; the same for every caller.
    pub fn shared(version: u32) -> std::result::Result<&'static Server, &'static Error> {
        static SERVERS: [OnceLock<Result<Server>>; VERSIONS.len()] = [const { OnceLock::new() }; VERSIONS.len()];
        static UNKNOWN: Error = Error::NoServer { version: 0, tried: Vec::new() };
        let slot = VERSIONS.iter().position(|known| *known == version).ok_or(&UNKNOWN)?;
        SERVERS[slot].get_or_init(|| Server::start(&Options::new(version))).as_ref()
    }

    /// Starts a server of its own, for tests that need other settings or do harm.
    ///
    /// # Errors
    /// No such version to be had, no account to run it, or it did not start.
    pub fn start(options: &Options) -> Result<Server> {
        let account = Account::for_servers()?;
        let bin = installation::find(options.version, options.build)?;
        let folder = RunFolder::create(account, options.version)?;
        let mut initdb = account.command(&bin.join("initdb"));
        initdb.args(["-U", "postgres", "--auth=trust", "--no-locale", "-E", "UTF8", "--no-sync", "-D"]);
        output_of(initdb.arg(folder.path().join("data")))?;
        Server::run(options, account, bin, folder)
    }

    /// Starts a standby of this server. It has all that was committed before, and follows it from then on.
    ///
    /// # Errors
    /// As for [`Server::start`].
    pub fn standby(&self) -> Result<Server> {
        let account = Account::for_servers()?;
        let folder = RunFolder::create(account, self.version)?;
        let mut copy = account.command(&Tools::get()?.folder().join("pg_basebackup"));
        copy.args(["-U", "postgres", "-p", &self.port.to_string(), "-c", "fast", "--no-sync", "-h"]);
        output_of(copy.arg(self.socket_folder()).arg("-D").arg(folder.path().join("data")))?;
        let primary = format!("user=postgres port={} host={}", self.port, self.socket_folder().display());
        let options = Options::new(self.version).setting("primary_conninfo", &primary).file("standby.signal", b"");
        Server::run(&options, account, self.bin.clone(), folder)
    }

    /// Runs the data directory of this folder.
    fn run(options: &Options, account: &Account, bin: PathBuf, folder: RunFolder) -> Result<Server> {
        configure(options, account, folder.path(), &folder.path().join("data"))?;
        // Between finding a port free and listening on it, somebody else may take it.
        for _ in 0..5 {
            if let Some((supervisor, port)) = launch(options.version, account, &bin, folder.path())? {
                return Ok(Server { version: options.version, port, bin, supervisor, folder });
            }
        }
        Err(Error::NotReady { version: options.version, log: "five ports in a row were taken".into() })
    }

    /// The major version.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// The port on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The process id of the server, whose children are all its other processes.
    ///
    /// # Errors
    /// It has ended.
    pub fn pid(&self) -> Result<u32> {
        let path = self.folder.path().join("data/postmaster.pid");
        let text = fs::read_to_string(&path).map_err(Error::io("read", &path))?;
        let pid = text.lines().next().and_then(|line| line.parse().ok());
        pid.ok_or_else(|| Error::Malformed { what: format!("{} does not begin with a process id", path.display()) })
    }

    /// The folder of the Unix socket.
    pub fn socket_folder(&self) -> &Path {
        self.folder.path()
    }

    /// The URL of a database over TCP, as the superuser.
    pub fn url(&self, database: &str) -> String {
        format!("postgres://postgres@127.0.0.1:{}/{}", self.port, psql::percent_encode(database))
    }

    /// The URL of a database over the Unix socket, as the superuser.
    pub fn socket_url(&self, database: &str) -> String {
        let folder = psql::percent_encode(&self.socket_folder().to_string_lossy());
        format!("postgres://postgres@{folder}:{}/{}", self.port, psql::percent_encode(database))
    }

    /// A server program, of the server's own version; falls back on the client programs of version 18.
    ///
    /// # Errors
    /// Neither has it.
    pub fn bin(&self, program: &str) -> Result<PathBuf> {
        let own = self.bin.join(program);
        if own.is_file() { Ok(own) } else { Ok(Tools::get()?.folder().join(program)) }
    }

    /// The server's log so far.
    pub fn log(&self) -> String {
        fs::read_to_string(self.folder.path().join("log")).unwrap_or_default()
    }

    /// A new database with a name of its own, dropped with the value.
    ///
    /// # Errors
    /// What the server said.
    pub fn create_database(&self) -> Result<Database<'_>> {
        Database::create(self, &Database::fresh_name(), "")
    }

    /// A new database of this name, made with more words of `CREATE DATABASE`, dropped with the value.
    ///
    /// # Errors
    /// What the server said.
    pub fn create_database_as(&self, name: &str, words: &str) -> Result<Database<'_>> {
        Database::create(self, name, words)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Closing its standard input tells the supervisor to end the server and to remove the folder.
        drop(self.supervisor.stdin.take());
        let _ = self.supervisor.wait();
    }
}

fn configure(options: &Options, account: &Account, folder: &Path, data: &Path) -> Result<()> {
    let conf = data.join("postgresql.conf");
    let mut text = fs::read_to_string(&conf).map_err(Error::io("read", &conf))?;
    text.push_str(SETTINGS);
    let socket = ("unix_socket_directories".to_owned(), folder.display().to_string());
    for (name, value) in std::iter::once(&socket).chain(&options.settings) {
        text.extend([name, " = '", &value.replace('\'', "''"), "'\n"]);
    }
    fs::write(&conf, text).map_err(Error::io("write", &conf))?;
    let hba = options.hba.as_ref().map(|text| ("pg_hba.conf".to_owned(), text.clone().into_bytes()));
    for (name, content) in options.files.iter().cloned().chain(hba) {
        let path = data.join(name);
        fs::write(&path, content).map_err(Error::io("write", &path))?;
        fs::set_permissions(&path, Permissions::from_mode(0o600)).map_err(Error::io("change the mode of", &path))?;
        account.own(&path)?;
    }
    Ok(())
}
