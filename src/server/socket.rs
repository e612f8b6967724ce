//! The socket below a connection: non-blocking, with waits that an interrupt or a deadline ends.
//!
//! There is no event loop: a session is used by one thread, which polls its one socket (`poll(2)`) whenever
//! it has nothing else to do.

use std::{
    io::{self, Read, Write},
    net::{Shutdown, SocketAddr, TcpStream},
    os::{
        fd::{AsFd, BorrowedFd, OwnedFd},
        unix::net::UnixStream,
    },
    path::Path,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::{Duration, Instant},
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
    net::{AddressFamily, SocketType, sockopt},
};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::interrupt::Interrupt;

/// How often a wait looks whether it should end.
const TICK: Duration = Duration::from_millis(100);

/// What a connection within the machine holds unread, in bytes; Linux doubles it for its own book-keeping.
///
/// A server sends 8 KiB at a time. Where the window is often closed, these pieces leave joined, and the rows stay in
/// the processor's cache on their way: `COPY` of TPC-H's lineitem costs the server 5 % and us 4 % less than with the
/// megabytes that the system would allow. Across a network the same bound would cost speed.
const LOOPBACK_RECEIVE_BUFFER: usize = 256 << 10;

/// Why a wait ended without the socket being ready.
#[derive(Debug)]
pub(super) enum Stop {
    /// The run was interrupted, and the server had its time to react.
    Interrupted,
    /// The deadline passed.
    TimedOut,
    /// The socket cannot be polled.
    Failed(io::Error),
}

/// What ends a wait.
#[derive(Clone)]
pub(super) struct Guard {
    /// The interrupt to obey; `None` for the request that carries out an interrupt.
    pub(super) interrupt: Option<Interrupt>,
    /// How long after the interrupt the server may take to end a statement.
    pub(super) grace: Duration,
    /// When to give up.
    pub(super) deadline: Option<Instant>,
}

impl Guard {
    /// Whether the wait should end now.
    pub(super) fn check(&self) -> Result<(), Stop> {
        if self.interrupt.as_ref().is_some_and(|interrupt| interrupt.is_past(self.grace)) {
            return Err(Stop::Interrupted);
        }
        if self.deadline.is_some_and(|deadline| Instant::now() >= deadline) {
            return Err(Stop::TimedOut);
        }
        Ok(())
    }
}

/// Settings of TCP connections.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct TcpOptions {
    /// Send keepalive probes.
    pub(super) keepalives: bool,
    /// Idle time before the first probe; zero is the system's default.
    pub(super) idle: Duration,
    /// Time between probes; zero is the system's default.
    pub(super) interval: Duration,
    /// Probes before the connection counts as lost; zero is the system's default.
    pub(super) count: u32,
    /// How long sent bytes may stay unacknowledged; zero is the system's default. Linux only.
    pub(super) user_timeout: Duration,
}

enum Stream {
    Tcp(TcpStream),
    Unix(UnixStream),
}

/// A connected socket, shared by the connection that uses it and the session that waits for it.
pub(super) struct Socket {
    stream: Stream,
    /// The last write found no room.
    write_blocked: AtomicBool,
}

impl Socket {
    /// Connects to an address.
    pub(super) fn tcp(address: SocketAddr, options: &TcpOptions, guard: &Guard) -> Result<Arc<Self>, Stop> {
        let family = if address.is_ipv4() { AddressFamily::INET } else { AddressFamily::INET6 };
        let failed = |errno: Errno| Stop::Failed(errno.into());
        let fd = rustix::net::socket(family, SocketType::STREAM, None).map_err(failed)?;
        rustix::io::fcntl_setfd(&fd, rustix::io::FdFlags::CLOEXEC).map_err(failed)?;
        rustix::io::ioctl_fionbio(&fd, true).map_err(failed)?;
        match rustix::net::connect(&fd, &address) {
            Ok(()) => {}
            Err(Errno::INPROGRESS | Errno::INTR) => {
                wait_for(fd.as_fd(), PollFlags::OUT, guard)?;
                sockopt::socket_error(&fd).and_then(|outcome| outcome).map_err(failed)?;
            }
            Err(errno) => return Err(failed(errno)),
        }
        set_options(&fd, options).map_err(failed)?;
        if address.ip().is_loopback() {
            // Refused, everything works as well, only slower.
            let _ = sockopt::set_socket_recv_buffer_size(&fd, LOOPBACK_RECEIVE_BUFFER);
        }
        Ok(Arc::new(Socket { stream: Stream::Tcp(fd.into()), write_blocked: AtomicBool::new(false) }))
    }

    /// Connects to a Unix socket. A path that begins with `@` is in Linux's abstract namespace.
    pub(super) fn unix(path: &str) -> io::Result<Arc<Self>> {
        let stream = match path.strip_prefix('@') {
            None => UnixStream::connect(Path::new(path))?,
            Some(name) => connect_abstract(name)?,
        };
        stream.set_nonblocking(true)?;
        Ok(Arc::new(Socket { stream: Stream::Unix(stream), write_blocked: AtomicBool::new(false) }))
    }

    /// Waits until there is something to read, or room to write if the last write found none.
    pub(super) fn wait(&self, guard: &Guard) -> Result<(), Stop> {
        let mut events = PollFlags::IN;
        if self.write_blocked.load(Ordering::Relaxed) {
            events |= PollFlags::OUT;
        }
        wait_for(self.fd(), events, guard)
    }

    /// Ends the connection in both directions: every wait and read returns.
    pub(super) fn shut_down(&self) {
        // A socket that is no longer connected is as shut down as it can be.
        let _ = match &self.stream {
            Stream::Tcp(stream) => stream.shutdown(Shutdown::Both),
            Stream::Unix(stream) => stream.shutdown(Shutdown::Both),
        };
    }

    fn fd(&self) -> BorrowedFd<'_> {
        match &self.stream {
            Stream::Tcp(stream) => stream.as_fd(),
            Stream::Unix(stream) => stream.as_fd(),
        }
    }

    fn read(&self, buffer: &mut [u8]) -> Poll<io::Result<usize>> {
        loop {
            let outcome = match &self.stream {
                Stream::Tcp(stream) => (&mut &*stream).read(buffer),
                Stream::Unix(stream) => (&mut &*stream).read(buffer),
            };
            match outcome {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Poll::Pending,
                outcome => return Poll::Ready(outcome),
            }
        }
    }

    fn write(&self, bytes: &[u8]) -> Poll<io::Result<usize>> {
        loop {
            let outcome = match &self.stream {
                Stream::Tcp(stream) => (&mut &*stream).write(bytes),
                Stream::Unix(stream) => (&mut &*stream).write(bytes),
            };
            match outcome {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.write_blocked.store(true, Ordering::Relaxed);
                    return Poll::Pending;
                }
                outcome => {
                    self.write_blocked.store(false, Ordering::Relaxed);
                    return Poll::Ready(outcome);
                }
            }
        }
    }
}

#[cfg(target_os = "linux")]
fn connect_abstract(name: &str) -> io::Result<UnixStream> {
    use std::os::{linux::net::SocketAddrExt as _, unix::net};
    UnixStream::connect_addr(&net::SocketAddr::from_abstract_name(name)?)
}

#[cfg(not(target_os = "linux"))]
fn connect_abstract(_name: &str) -> io::Result<UnixStream> {
    Err(io::Error::new(io::ErrorKind::Unsupported, "abstract sockets exist on Linux only"))
}

fn set_options(fd: &OwnedFd, options: &TcpOptions) -> rustix::io::Result<()> {
    sockopt::set_tcp_nodelay(fd, true)?;
    sockopt::set_socket_keepalive(fd, options.keepalives)?;
    if options.keepalives {
        if !options.idle.is_zero() {
            sockopt::set_tcp_keepidle(fd, options.idle)?;
        }
        if !options.interval.is_zero() {
            sockopt::set_tcp_keepintvl(fd, options.interval)?;
        }
        if options.count > 0 {
            sockopt::set_tcp_keepcnt(fd, options.count)?;
        }
    }
    #[cfg(target_os = "linux")]
    if !options.user_timeout.is_zero() {
        let milliseconds = u32::try_from(options.user_timeout.as_millis()).unwrap_or(u32::MAX);
        sockopt::set_tcp_user_timeout(fd, milliseconds)?;
    }
    Ok(())
}

/// Waits for events on one descriptor. Errors of the socket count as events: the next read reports them.
fn wait_for(fd: BorrowedFd<'_>, events: PollFlags, guard: &Guard) -> Result<(), Stop> {
    loop {
        guard.check()?;
        let mut timeout = TICK;
        if let Some(deadline) = guard.deadline {
            timeout = timeout.min(deadline.saturating_duration_since(Instant::now()));
        }
        let timeout = Timespec { tv_sec: 0, tv_nsec: timeout.subsec_nanos().into() };
        match poll(&mut [PollFd::from_borrowed_fd(fd, events)], Some(&timeout)) {
            Ok(0) | Err(Errno::INTR) => {}
            Ok(_) => return Ok(()),
            Err(errno) => return Err(Stop::Failed(errno.into())),
        }
    }
}

/// The socket as a stream for tokio-postgres and TLS. `Pending` registers no waker: whoever polls waits on
/// the [`Socket`] and polls again.
pub(super) struct Wire {
    socket: Arc<Socket>,
    /// Bytes read ahead; empty for plain connections, which read into the caller's buffer.
    ahead: Vec<u8>,
    start: usize,
    end: usize,
}

impl Wire {
    /// A stream that reads straight from the socket.
    pub(super) fn new(socket: Arc<Socket>) -> Self {
        Wire { socket, ahead: Vec::new(), start: 0, end: 0 }
    }

    /// From now on reads large pieces ahead: TLS asks for a few KiB at a time.
    pub(super) fn read_ahead(&mut self, capacity: usize) {
        self.ahead = vec![0; capacity];
    }
}

impl AsyncRead for Wire {
    fn poll_read(self: Pin<&mut Self>, _: &mut Context<'_>, into: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let this = self.get_mut();
        if this.ahead.is_empty() {
            let read = this.socket.read(into.initialize_unfilled());
            return read.map_ok(|count| into.advance(count));
        }
        if this.start == this.end {
            match this.socket.read(&mut this.ahead) {
                Poll::Ready(Ok(count)) => (this.start, this.end) = (0, count),
                Poll::Ready(Err(error)) => return Poll::Ready(Err(error)),
                Poll::Pending => return Poll::Pending,
            }
        }
        let count = into.remaining().min(this.end - this.start);
        into.put_slice(&this.ahead[this.start..this.start + count]);
        this.start += count;
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.socket.write(bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        let _ = match &self.socket.stream {
            Stream::Tcp(stream) => stream.shutdown(Shutdown::Write),
            Stream::Unix(stream) => stream.shutdown(Shutdown::Write),
        };
        Poll::Ready(Ok(()))
    }
}
