//! The start of a server's process, and the wait until it is ready.

use std::{
    collections::hash_map::RandomState,
    fs,
    hash::{BuildHasher, Hasher},
    net::TcpListener,
    os::unix::process::CommandExt,
    path::Path,
    process::{Child, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use crate::{
    account::Account,
    error::{Error, Result, last_part},
};

/// How long a server may take to get ready, on a machine that is busy with other servers.
const START_TIMEOUT: Duration = Duration::from_secs(120);

/// Starts the supervisor and waits until the server is ready; nothing when the port was taken.
pub(crate) fn launch(version: u32, account: &Account, bin: &Path, folder: &Path) -> Result<Option<(Child, u16)>> {
    let (port, log) = (free_port(), folder.join("log"));
    let _ = fs::remove_file(&log);
    let mut supervisor = account
        .command(Path::new("/bin/sh"))
        .args(["-c", include_str!("supervisor.sh"), "dumpr-test-server"])
        .arg(bin.join("postgres"))
        .arg(folder)
        .arg(port.to_string())
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // A group of its own: Ctrl-C at the terminal must not reach the server before its supervisor acts.
        .process_group(0)
        .spawn()
        .map_err(|source| Error::Spawn { program: "/bin/sh".into(), source })?;
    let begun = Instant::now();
    loop {
        let ended = supervisor.try_wait().map_err(Error::io("watch the supervisor in", folder))?.is_some();
        if ended || begun.elapsed() > START_TIMEOUT {
            drop(supervisor.stdin.take());
            let text = fs::read_to_string(&log).unwrap_or_default();
            let _ = supervisor.wait();
            if ended && text.contains("Address already in use") {
                return Ok(None);
            }
            return Err(Error::NotReady { version, log: last_part(&text) });
        }
        if is_ready(&folder.join("data/postmaster.pid")) {
            return Ok(Some((supervisor, port)));
        }
        sleep(Duration::from_millis(20));
    }
}

/// The eighth line of `postmaster.pid` is the server's state.
fn is_ready(pid_file: &Path) -> bool {
    fs::read_to_string(pid_file).is_ok_and(|text| text.lines().nth(7).is_some_and(|state| state.trim() == "ready"))
}

/// A port that was free a moment ago, below the range that outgoing connections are given.
fn free_port() -> u16 {
    loop {
        let random = RandomState::new().build_hasher().finish();
        let port = 10_240 + u16::try_from(random % 20_000).unwrap_or_default();
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return port;
        }
    }
}
