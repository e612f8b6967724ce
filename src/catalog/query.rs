//! Catalog queries with one-line version gates.
//!
//! The `.sql` file as written is the query for the newest server and runs in psql as it is. A line that
//! older servers need differently ends in a gate: `--< N: text` replaces the whole line by `text` on servers
//! older than major version N (empty text removes it). Several gates on one line run newest to oldest.

use crate::server::ServerVersion;

/// One catalog query.
#[derive(Clone, Copy, Debug)]
pub struct Query {
    /// Path below `src/catalog`, for messages: `relations/index.sql`.
    pub name: &'static str,
    /// The text with its gates.
    pub text: &'static str,
}

/// The query in a `.sql` file beside the calling file; the first argument is its folder's path below `src/catalog`.
macro_rules! query {
    ($folder:literal, $file:literal) => {
        crate::catalog::query::Query { name: concat!($folder, "/", $file), text: include_str!($file) }
    };
}
pub(crate) use query;

impl Query {
    /// The query for a server of this version.
    pub fn render(&self, version: ServerVersion) -> String {
        let mut sql = String::with_capacity(self.text.len());
        for line in self.text.lines() {
            sql.push_str(render_line(line, version.major()));
            sql.push('\n');
        }
        sql
    }
}

/// Applies the gates of one line.
fn render_line(line: &str, major: u32) -> &str {
    let mut parts = line.split("--<");
    let mut chosen = parts.next().unwrap_or_default();
    for gate in parts {
        let Some((number, text)) = gate.split_once(':') else { continue };
        let Ok(number) = number.trim().parse::<u32>() else { continue };
        if major < number {
            chosen = text;
        }
    }
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    const GATED: Query = Query { name: "test", text: "SELECT a, --< 15: b, --< 14: c,\n  d --< 17:\n FROM t" };

    #[test]
    fn newest_server_runs_the_text_as_written() {
        assert_eq!(GATED.render(ServerVersion(180_004)), "SELECT a, \n  d \n FROM t\n");
    }

    #[test]
    fn older_servers_take_the_oldest_matching_gate() {
        assert_eq!(
            GATED.render(ServerVersion(140_001)),
            "SELECT a, \n\n FROM t\n".replace("a,", "").replacen("SELECT ", " b,", 1)
        );
        assert_eq!(GATED.render(ServerVersion(130_001)), " c,\n\n FROM t\n");
    }
}
