//! What was measured on: processor, memory, versions, date.

use std::{fmt::Write as _, fs, process::Command};

use dumpr_test_servers::Server;
use serde::Serialize;

use crate::contestants::{Programs, server_version};

/// The machine and the programs on it.
#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    pub(crate) date: String,
    pub(crate) processor: String,
    pub(crate) cores: usize,
    pub(crate) memory_bytes: u64,
    pub(crate) kernel: String,
    /// Processes that wanted to run in the minute before, on average: much above 0 means a disturbed measurement.
    pub(crate) load: String,
    pub(crate) dumpr: String,
    pub(crate) server: String,
    pub(crate) pg_dump: String,
    pub(crate) pgcopydb: Option<String>,
    pub(crate) notes: Vec<String>,
}

impl Machine {
    /// Looks around.
    pub(crate) fn look(programs: &Programs, server: &Server) -> Machine {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let field = |text: &str, name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let kilobytes =
            field(&read("/proc/meminfo"), "MemTotal").and_then(|size| size.strip_suffix(" kB")?.parse().ok());
        let version = |command: &mut Command| {
            let output = command.arg("--version").output().ok()?;
            Some(String::from_utf8_lossy(&output.stdout).lines().next()?.trim().to_owned())
        };
        Machine {
            date: jiff::Timestamp::now().strftime("%Y-%m-%d").to_string(),
            processor: field(&read("/proc/cpuinfo"), "model name").unwrap_or_else(|| "unknown".into()),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            memory_bytes: kilobytes.unwrap_or(0_u64) * 1024,
            kernel: read("/proc/sys/kernel/osrelease").trim().to_owned(),
            load: read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned(),
            dumpr: version(&mut programs.dumpr(&[])).unwrap_or_default(),
            server: format!("PostgreSQL {}", server_version(server)),
            pg_dump: version(&mut programs.tools.command("pg_dump")).unwrap_or_default(),
            pgcopydb: programs.pgcopydb.as_ref().and_then(|program| version(&mut Command::new(program))),
            notes: programs.notes.clone(),
        }
    }

    /// One paragraph.
    pub(crate) fn describe(&self) -> String {
        let gigabytes = self.memory_bytes as f64 / f64::from(1 << 30);
        let pgcopydb = self.pgcopydb.as_ref().map(|version| format!(", {version}")).unwrap_or_default();
        let mut text = format!(
            "Measured on {} with {}, {}, {}{pgcopydb}; {} × {}, {gigabytes:.0} GiB, Linux {}; \
             load before the first run {}. Server and clients share the machine; the server runs with `fsync = off` \
             and 1 GB of shared buffers and is reached over TCP on the loopback interface.",
            self.date, self.dumpr, self.server, self.pg_dump, self.cores, self.processor, self.kernel, self.load
        );
        for note in &self.notes {
            let _ = write!(text, " {note}.");
        }
        text
    }
}
