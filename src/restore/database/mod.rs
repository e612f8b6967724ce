//! The target: connections to it, and what it is and can hold.
//!
//! ```text
//! managed, globals            what of the archive it would refuse or has already
//! arrival ─ checks            everything that can be known before the first change; creates the database
//!         └ other_version/    definitions in its words, and a rehearsal of those nobody can judge beforehand
//! types                       after the definitions: do its types mean what the source's meant
//! worker ─ session            a connection, and what it is told first
//! ```

mod arrival;
mod checks;
mod globals;
mod managed;
mod other_version;
mod session;
mod types;
mod worker;

pub(super) use arrival::{Arrival, arrive};
pub(super) use globals::{Globals, count as count_globals};
pub(super) use managed::take_out;
pub(super) use session::flush;
pub(super) use types::other_types;
pub(super) use worker::Worker;
