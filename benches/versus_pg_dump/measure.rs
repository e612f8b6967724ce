//! What a command costs: wall time, processor time of its own processes and of the server's, peak memory.
//!
//! Everything is read from /proc. A process that has ended but was not waited for still tells its processor time and
//! that of the children it waited for, so nothing is lost between two samples; only its peak memory must be sampled.

use std::{
    error::Error,
    fs,
    io::{Seek, SeekFrom},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::{Duration, Instant},
};

use rustix::process::{Pid, WaitId, WaitIdOptions, waitid};
use serde::Serialize;

/// The unit of times in /proc, the same on every machine that Rust knows.
const TICKS_PER_SECOND: f64 = 100.0;

/// How often peak memory is looked at. The kernel keeps the peak, so only growth in the very last moment is missed.
const SAMPLE_INTERVAL: Duration = Duration::from_millis(10);

/// The cost of one run.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub(crate) struct Cost {
    /// Seconds from start to end.
    pub(crate) wall: f64,
    /// Processor seconds of the command and its children.
    pub(crate) client_cpu: f64,
    /// Processor seconds of all processes of the server meanwhile.
    pub(crate) server_cpu: f64,
    /// Peak resident memory of the largest process of the command.
    pub(crate) peak_bytes: u64,
}

/// The server whose processor time is counted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ServerMeter {
    pub(crate) postmaster: u32,
}

impl ServerMeter {
    /// Processor seconds of the server since its start: of processes that live, and of those it has waited for.
    fn cpu(self) -> f64 {
        let living: f64 = children(self.postmaster).into_iter().filter_map(Times::of).map(Times::own).sum();
        living + Times::of(self.postmaster).map_or(0.0, Times::with_children)
    }

    /// Waits until the server has seen the end of every session, or a second has passed.
    fn settle(self, idle_children: usize) {
        let deadline = Instant::now() + Duration::from_secs(1);
        while children(self.postmaster).len() > idle_children && Instant::now() < deadline {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

/// Runs the commands of one measurement, connected by pipes when there are several, to their end.
///
/// # Errors
/// One ended with an error: its last words.
pub(crate) fn run(commands: &mut [Command], server: ServerMeter) -> Result<Cost, Box<dyn Error>> {
    let idle_children = children(server.postmaster).len();
    let server_before = server.cpu();
    let begun = Instant::now();
    let mut running = Vec::new();
    let mut input = None;
    let last = commands.len() - 1;
    for (position, command) in commands.iter_mut().enumerate() {
        let words = tempfile::tempfile()?;
        command.stdin(input.take().map_or_else(Stdio::null, Stdio::from)).stderr(words.try_clone()?);
        command.stdout(if position == last { Stdio::from(words.try_clone()?) } else { Stdio::piped() });
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command.spawn().map_err(|error| format!("cannot run {program}: {error}"))?;
        // The file is read through another handle, and both write at its end.
        input = child.stdout.take();
        running.push((program, child, words));
    }
    let mut cost = Cost::default();
    for (program, mut child, mut words) in running {
        let peak = wait_and_watch(&child)?;
        cost.peak_bytes = cost.peak_bytes.max(peak);
        cost.client_cpu += Times::of(child.id()).map_or(0.0, Times::with_children);
        let status = child.wait()?;
        if !status.success() {
            words.seek(SeekFrom::Start(0))?;
            let text = std::io::read_to_string(&words)?;
            return Err(format!("{program} ended with {status}: {}", text.trim_end()).into());
        }
    }
    cost.wall = begun.elapsed().as_secs_f64();
    server.settle(idle_children);
    cost.server_cpu = server.cpu() - server_before;
    Ok(cost)
}

/// Waits for the end of a process without taking it from /proc; gives the peak memory of the largest of its tree.
fn wait_and_watch(child: &Child) -> Result<u64, Box<dyn Error>> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw).ok_or("no such process number")?;
    let ended = AtomicBool::new(false);
    thread::scope(|scope| {
        let sampler = scope.spawn(|| {
            let mut peak = 0;
            while !ended.load(Ordering::Relaxed) {
                peak = peak.max(tree_peak(child.id()));
                thread::sleep(SAMPLE_INTERVAL);
            }
            peak
        });
        let waited = loop {
            match waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT) {
                Err(rustix::io::Errno::INTR) => {}
                other => break other,
            }
        };
        ended.store(true, Ordering::Relaxed);
        let peak = sampler.join().map_err(|_| "the sampler panicked")?;
        waited?;
        Ok(peak)
    })
}

/// The largest peak memory among a process and its descendants.
fn tree_peak(pid: u32) -> u64 {
    let own = fs::read_to_string(format!("/proc/{pid}/status")).ok().and_then(|status| {
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().strip_suffix(" kB")?.parse::<u64>().ok()
    });
    children(pid).into_iter().map(tree_peak).fold(own.unwrap_or(0) * 1024, u64::max)
}

/// The children of a process, whichever of its threads made them.
fn children(pid: u32) -> Vec<u32> {
    let tasks = fs::read_dir(format!("/proc/{pid}/task")).into_iter().flatten().flatten();
    tasks
        .filter_map(|task| fs::read_to_string(task.path().join("children")).ok())
        .flat_map(|list| list.split_whitespace().filter_map(|pid| pid.parse().ok()).collect::<Vec<u32>>())
        .collect()
}

/// Processor seconds of a process.
#[derive(Clone, Copy, Debug)]
struct Times {
    own: f64,
    /// Of the children that it has waited for.
    children: f64,
}

impl Times {
    fn of(pid: u32) -> Option<Times> {
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        // The second field is the program's name in parentheses, and may itself hold anything; utime is field 14.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let seconds = |field: usize| Some(fields.get(field - 3)?.parse::<f64>().ok()? / TICKS_PER_SECOND);
        Some(Times { own: seconds(14)? + seconds(15)?, children: seconds(16)? + seconds(17)? })
    }

    fn own(self) -> f64 {
        self.own
    }

    fn with_children(self) -> f64 {
        self.own + self.children
    }
}
