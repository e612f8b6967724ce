//! Who is measured, and the command lines of each.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use dumpr_test_servers::{Server, Tools};

use crate::{
    data::Name,
    options::{Operation, Options},
};

/// The program under test, built by cargo in the profile of benchmarks.
const DUMPR: &str = env!("CARGO_BIN_EXE_dumpr");

/// The contestant that everybody's default was until zstd came, and that is run on every data set.
pub(crate) const GZIP: &str = "pg_dump -Fc -Z gzip:6";

/// How often a slow contestant is run: its figures vary little, and its minutes are many.
const SLOW_ROUNDS: u32 = 3;

/// One way to do an operation.
#[derive(Clone, Debug)]
pub(crate) struct Contestant {
    /// As in the tables.
    pub(crate) name: String,
    pub(crate) operation: Operation,
    pub(crate) role: Role,
    slow: bool,
}

/// What to run.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(crate) enum Role {
    DumprDump,
    /// `pg_dump` with these words.
    PgDump(Vec<String>),
    /// The server alone: every table to /dev/null.
    Floor,
    DumprRestore,
    /// `pg_restore` of the archive that the contestant of this name made.
    PgRestore(String),
    DumprVerify(Vec<String>),
    /// Reads a whole archive of `pg_dump` and writes the SQL nowhere.
    PgRead(String),
    DumprCopy,
    PgCopy,
    Pgcopydb(PathBuf),
}

/// The programs that were found.
#[derive(Debug)]
pub(crate) struct Programs {
    dumpr: PathBuf,
    pub(crate) jobs: u32,
    /// Client programs with every compression; else the plain ones, with gzip alone.
    pub(crate) tools: &'static Tools,
    pub(crate) has_all_compressions: bool,
    pub(crate) pgcopydb: Option<PathBuf>,
    /// Why something is missing.
    pub(crate) notes: Vec<String>,
}

impl Programs {
    /// Looks for the programs.
    pub(crate) fn find(options: &Options) -> Result<Programs, dumpr_test_servers::Error> {
        let mut notes = Vec::new();
        let (tools, has_all_compressions) = match Tools::with_compression() {
            Ok(tools) => (tools, true),
            Err(error) => {
                notes.push(format!("pg_dump with zstd and lz4 is missing: {error}"));
                (Tools::get()?, false)
            }
        };
        let path = std::env::var_os("PATH").unwrap_or_default();
        let pgcopydb = std::env::split_paths(&path).map(|folder| folder.join("pgcopydb")).find(|file| file.is_file());
        if pgcopydb.is_none() {
            notes.push("pgcopydb is not installed (Debian: apt-get install pgcopydb), so it was not measured".into());
        }
        let dumpr = options.program.clone().unwrap_or_else(|| DUMPR.into());
        Ok(Programs { dumpr, jobs: options.jobs, tools, has_all_compressions, pgcopydb, notes })
    }

    /// A run of the program under test, with nothing of the environment that could change what it does.
    pub(crate) fn dumpr(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.dumpr);
        for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PG")) {
            command.env_remove(name);
        }
        command.args(words);
        command
    }

    /// Everybody who can do something with this data set.
    pub(crate) fn contestants(&self, data: Name) -> Vec<Contestant> {
        let jobs = self.jobs;
        let mut all = vec![contestant(Operation::Dump, format!("dumpr dump -j{jobs}"), Role::DumprDump)];
        let mut pg_dump = |words: &str, slow: bool| {
            let list = words.split(' ').map(str::to_owned).collect();
            let new = contestant(Operation::Dump, format!("pg_dump {words}"), Role::PgDump(list));
            all.push(Contestant { slow, ..new });
            format!("pg_dump {words}")
        };
        let gzip = pg_dump("-Fc -Z gzip:6", true);
        if data.is_schema_only() {
            pg_dump("-Fp", true);
            return all;
        }
        pg_dump(&format!("-Fd -j{jobs} -Z gzip:6"), true);
        let mut fastest = gzip.clone();
        if self.has_all_compressions {
            pg_dump("-Fc -Z zstd:3", true);
            fastest = pg_dump(&format!("-Fd -j{jobs} -Z zstd:3"), false);
            pg_dump(&format!("-Fd -j{jobs} -Z lz4"), false);
        }
        if data != Name::Blobs {
            all.push(contestant(Operation::Dump, "COPY to /dev/null, binary, one session".into(), Role::Floor));
        }
        all.push(contestant(Operation::Restore, format!("dumpr restore -j{jobs}"), Role::DumprRestore));
        all.push(contestant(
            Operation::Restore,
            format!("pg_restore -j{jobs} (zstd:3)"),
            Role::PgRestore(fastest.clone()),
        ));
        for (level, jobs) in [("checksums", 1), ("checksums", jobs), ("rows", 1), ("rows", jobs)] {
            let words = ["--level".to_owned(), level.to_owned(), format!("-j{jobs}")];
            let name = format!("dumpr verify {}", words.join(" "));
            all.push(contestant(Operation::Verify, name, Role::DumprVerify(words.into())));
        }
        all.push(contestant(Operation::Verify, "pg_restore -f /dev/null (gzip:6)".into(), Role::PgRead(gzip)));
        if fastest.contains("zstd") {
            all.push(contestant(Operation::Verify, "pg_restore -f /dev/null (zstd:3)".into(), Role::PgRead(fastest)));
        }
        if data == Name::Tpch {
            let slow = |new: Contestant| Contestant { slow: true, ..new };
            let name = format!("dumpr dump | dumpr restore, -j{jobs}");
            all.push(slow(contestant(Operation::Copy, name, Role::DumprCopy)));
            all.push(slow(contestant(Operation::Copy, "pg_dump -Fc -Z0 | pg_restore".into(), Role::PgCopy)));
            if let Some(program) = &self.pgcopydb {
                let name = format!("pgcopydb clone, {jobs} jobs");
                all.push(slow(contestant(Operation::Copy, name, Role::Pgcopydb(program.clone()))));
            }
        }
        all
    }

    /// The commands of one run, to be connected by pipes.
    pub(crate) fn commands(&self, role: &Role, place: &Place<'_>) -> Vec<Command> {
        let jobs = format!("-j{}", self.jobs);
        let tool = |program: &str, words: &[&str]| {
            let mut command = self.tools.command(program);
            command.args(words);
            command
        };
        let (source, target) = (place.source.as_str(), place.target.as_str());
        let path = |name: &str| place.archive(name).to_string_lossy().into_owned();
        let definitions: &[&str] = if place.data.is_schema_only() { &["--schema-only"] } else { &[] };
        match role {
            Role::DumprDump => {
                let mut command = self.dumpr(&["dump", "--quiet", &jobs, "-d", source, "-f", &path("dumpr")]);
                command.args(definitions);
                vec![command]
            }
            Role::PgDump(words) => {
                let name = format!("pg_dump {}", words.join(" "));
                let mut command = tool("pg_dump", &["-d", source, "-f", &path(&name)]);
                command.args(words).args(definitions);
                vec![command]
            }
            Role::Floor => {
                let script = "SELECT format('COPY %s TO ''/dev/null'' (FORMAT binary)', oid::regclass) FROM pg_class \
                              WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace \\gexec";
                let mut command = tool("psql", &["-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", source, "-f"]);
                command.arg(place.scratch_file("floor.sql", script));
                vec![command]
            }
            Role::DumprRestore => vec![self.dumpr(&["restore", "--quiet", &jobs, "-d", target, &path("dumpr")])],
            Role::PgRestore(archive) => vec![tool("pg_restore", &[&jobs, "-e", "-d", target, &path(archive)])],
            Role::DumprVerify(words) => {
                let mut command = self.dumpr(&["verify", "--quiet"]);
                command.args(words).arg(path("dumpr"));
                vec![command]
            }
            Role::PgRead(archive) => vec![tool("pg_restore", &["-f", "/dev/null", &path(archive)])],
            Role::DumprCopy => vec![
                self.dumpr(&["dump", "--quiet", &jobs, "--compress", "none", "-d", source, "-f", "-"]),
                self.dumpr(&["restore", "--quiet", &jobs, "-d", target, "-"]),
            ],
            Role::PgCopy => {
                vec![tool("pg_dump", &["-Fc", "-Z0", "-d", source]), tool("pg_restore", &["-e", "-d", target])]
            }
            Role::Pgcopydb(program) => {
                let mut command = Command::new(program);
                command.args(["clone", "--source", source, "--target", target, "--dir", &path("pgcopydb")]);
                command.args(["--table-jobs", &jobs[2..], "--index-jobs", &jobs[2..]]);
                // It runs the pg_dump and pg_restore that it finds, and those must know the server.
                let mut path = vec![self.tools.folder().to_owned()];
                path.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
                command.env("PATH", std::env::join_paths(path).unwrap_or_default());
                vec![command]
            }
        }
    }
}

/// Where a measurement reads and writes.
#[derive(Clone, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) data: Name,
    pub(crate) source: String,
    pub(crate) target: String,
    pub(crate) folder: &'a Path,
}

impl Place<'_> {
    /// The place of one contestant's archive.
    pub(crate) fn archive(&self, contestant: &str) -> PathBuf {
        let plain: String = contestant.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        self.folder.join(format!("{}-{plain}", self.data.database()))
    }

    fn scratch_file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.join(name);
        // A file that could not be written is missing for the program that wants it, which says so.
        let _ = std::fs::write(&path, content);
        path
    }
}

impl Contestant {
    /// The archive that it makes.
    pub(crate) fn output(&self) -> Option<&str> {
        match &self.role {
            Role::DumprDump => Some("dumpr"),
            Role::PgDump(_) => Some(&self.name),
            Role::Pgcopydb(_) => Some("pgcopydb"),
            _ => None,
        }
    }

    /// How often it is run.
    pub(crate) fn rounds(&self, wanted: u32) -> u32 {
        if self.slow { wanted.min(SLOW_ROUNDS) } else { wanted }
    }

    /// It is dumpr.
    pub(crate) fn is_ours(&self) -> bool {
        self.name.starts_with("dumpr")
    }
}

fn contestant(operation: Operation, name: String, role: Role) -> Contestant {
    Contestant { name, operation, role, slow: false }
}

/// The version that the server's URL speaks to.
pub(crate) fn server_version(server: &Server) -> String {
    let version = server.create_database().and_then(|database| database.run("SHOW server_version"));
    version.unwrap_or_else(|_| server.version().to_string())
}
