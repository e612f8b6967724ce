//! Dumps that are killed or interrupted: the final name never holds a partial archive.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
    process::{Child, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

use dumpr_test_servers::{Database, Server};
use rustix::process::{Pid, Signal, kill_process};

use crate::{
    dumpr::{self, Run, dump, run, word},
    outcome::{Failure, TestResult},
};

/// A database whose dump takes seconds at the compression used here.
fn slow_database() -> TestResult<Database<'static>> {
    let database = Server::shared(18)?.create_database()?;
    database.run(
        "CREATE TABLE slow AS SELECT i, md5(i::text) || md5((i + 1)::text) AS a, md5((i * 7)::text) || repeat('y', i % 50) AS b
           FROM generate_series(1, 400000) i",
    )?;
    Ok(database)
}

fn start(database: &Database<'_>, archive: &Path) -> TestResult<Child> {
    let mut command = dumpr::command(&["dump", "-d", &database.url(), "-Z", "zstd:19", "-j", "1", "-f", word(archive)]);
    Ok(command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?)
}

/// What lies in a folder.
fn files(folder: &Path) -> TestResult<Vec<PathBuf>> {
    Ok(fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?)
}

/// Waits until the dump has begun to write rows.
fn wait_for_partial(folder: &Path, dump: &mut Child) -> TestResult {
    let begun = Instant::now();
    while begun.elapsed() < Duration::from_secs(60) {
        if files(folder)?.iter().any(|file| file.metadata().is_ok_and(|info| info.len() > 0)) {
            return Ok(());
        }
        if dump.try_wait()?.is_some() {
            break;
        }
        sleep(Duration::from_millis(2));
    }
    Err(Failure::new("the dump wrote no partial file"))
}

#[test]
fn kill_9_at_any_moment_leaves_nothing_under_the_final_name() -> TestResult {
    let database = slow_database()?;
    let mut killed = 0;
    for delay in [5, 20, 50, 100, 200, 400, 700, 1000, 1500] {
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("slow.dump");
        let mut dump = start(&database, &archive)?;
        sleep(Duration::from_millis(delay));
        dump.kill()?;
        let output = dump.wait_with_output()?;
        if output.status.success() {
            continue; // it was faster than the signal
        }
        killed += 1;
        assert!(!archive.exists(), "killed after {delay} ms, and there is an archive");
    }
    assert!(killed >= 3, "only {killed} dumps were still running when the signal came");
    Ok(())
}

#[test]
fn a_killed_dump_is_in_nobodys_way() -> TestResult {
    let database = slow_database()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("slow.dump");
    let mut killed = start(&database, &archive)?;
    wait_for_partial(scratch.path(), &mut killed)?;
    killed.kill()?;
    killed.wait()?;
    // Either the next dump replaces the remains, or it says what lies there and what to do about it.
    let next = run(&["dump", "-d", &database.url(), "-f", word(&archive)])?;
    if next.code() != Some(0) {
        let next = next.says(".partial")?;
        assert!(next.stderr.contains("hint:"), "no hint: {next}");
        assert!(!archive.exists());
        for left in files(scratch.path())? {
            fs::remove_file(left)?;
        }
        dump(&database, &archive, &[])?;
    }
    run(&["verify", word(&archive)])?.exits(0).map(drop)
}

#[test]
fn sigint_and_sigterm_clean_up_and_say_so_in_the_exit_code() -> TestResult {
    let database = slow_database()?;
    for (signal, code) in [(Signal::INT, 130), (Signal::TERM, 143)] {
        let scratch = tempfile::tempdir()?;
        let archive = scratch.path().join("slow.dump");
        let mut dump = start(&database, &archive)?;
        wait_for_partial(scratch.path(), &mut dump)?;
        let sent = Instant::now();
        kill_process(Pid::from_child(&dump), signal)?;
        let output = dump.wait_with_output()?;
        let took = sent.elapsed();
        Run::new(&dumpr::command(&["dump"]), output).exits(code)?;
        assert_eq!(files(scratch.path())?, Vec::<PathBuf>::new(), "left behind after {signal:?}");
        assert!(took < Duration::from_secs(5), "{signal:?} took {took:?}");
        let running =
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        let begun = Instant::now();
        while database.run(running)? != "0" {
            assert!(begun.elapsed() < Duration::from_secs(5), "a session of the interrupted dump lives on");
            sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

#[test]
fn an_existing_archive_survives_a_killed_dump() -> TestResult {
    let database = slow_database()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("slow.dump");
    fs::write(&archive, "yesterday's")?;
    let mut dump = start(&database, &archive)?;
    sleep(Duration::from_millis(500));
    dump.kill()?;
    dump.wait()?;
    assert_eq!(fs::read(&archive)?, b"yesterday's");
    Ok(())
}

#[test]
fn a_lost_server_is_an_error_and_no_archive() -> TestResult {
    let database = slow_database()?;
    let scratch = tempfile::tempdir()?;
    let archive = scratch.path().join("slow.dump");
    let mut dump = start(&database, &archive)?;
    wait_for_partial(scratch.path(), &mut dump)?;
    let name = database.name();
    database
        .server()
        .create_database()?
        .run(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"))?;
    let run = Run::new(&dumpr::command(&["dump"]), dump.wait_with_output()?).exits(7)?;
    assert!(run.stderr.contains("error:"), "{run}");
    assert_eq!(files(scratch.path())?, Vec::<PathBuf>::new(), "left behind");
    Ok(())
}

#[test]
fn a_reader_that_goes_away_ends_the_dump() -> TestResult {
    let database = Server::shared(18)?.create_database()?;
    // More blocks than a dump has in flight: its readers wait for the writer when that one fails.
    database.run("CREATE TABLE large AS SELECT i, repeat(md5(i::text), 8) AS a FROM generate_series(1, 400000) i")?;
    let mut command = dumpr::command(&["dump", "-d", &database.url(), "-Z", "none", "-f", "-"]);
    let mut dump = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    let mut output = dump.stdout.take().ok_or_else(|| Failure::new("no standard output"))?;
    output.read_exact(&mut vec![0; 100_000])?;
    // Until then the pipe is full and everyone waits for the writer.
    sleep(Duration::from_secs(3));
    drop(output);
    let begun = Instant::now();
    while dump.try_wait()?.is_none() {
        if begun.elapsed() > Duration::from_secs(60) {
            dump.kill()?;
            return Err(Failure::new("the dump still runs a minute after its reader went away"));
        }
        sleep(Duration::from_millis(20));
    }
    let run = Run::new(&dumpr::command(&["dump"]), dump.wait_with_output()?).exits(1)?;
    assert!(run.stderr.contains("pipe"), "{run}");
    Ok(())
}
