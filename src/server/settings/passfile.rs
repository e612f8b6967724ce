//! The password file: `host:port:database:user:password` lines (manual chapter 32.16).

use std::{fs, io, os::unix::fs::PermissionsExt as _, path::Path};

use super::Secret;

/// The lines of a password file, looked up when a server is about to be asked.
#[derive(Clone, Default)]
pub(in crate::server) struct Passfile {
    lines: Vec<Secret>,
}

impl Passfile {
    /// Reads the file. One that is missing is empty; one that others can read is ignored with a warning.
    pub(super) fn read(path: &Path, warnings: &mut Vec<String>) -> Self {
        let shown = path.display();
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Passfile::default(),
            Err(error) => {
                warnings.push(format!("password file {shown} ignored: {error}"));
                return Passfile::default();
            }
        };
        if !metadata.is_file() {
            warnings.push(format!("password file {shown} ignored: not a plain file"));
        } else if metadata.permissions().mode() & 0o077 != 0 {
            warnings.push(format!("password file {shown} ignored: others may read it; chmod 0600 {shown}"));
        } else {
            match fs::read(path) {
                Ok(bytes) => return Passfile::parse(&String::from_utf8_lossy(&bytes)),
                Err(error) => warnings.push(format!("password file {shown} ignored: {error}")),
            }
        }
        Passfile::default()
    }

    fn parse(text: &str) -> Self {
        let lines = text.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line));
        Passfile { lines: lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(Secret::new).collect() }
    }

    /// The password of the first line that matches.
    pub(in crate::server) fn password(&self, host: &str, port: u16, database: &str, user: &str) -> Option<Secret> {
        let port = port.to_string();
        self.lines.iter().find_map(|line| {
            let password =
                [host, &port, database, user].iter().try_fold(line.reveal(), |rest, value| field(rest, value))?;
            let mut revealed = String::with_capacity(password.len());
            let mut characters = password.chars();
            while let Some(character) = characters.next() {
                // A backslash takes the next character as it is; one at the very end stands for itself.
                revealed.push(if character == '\\' { characters.next().unwrap_or('\\') } else { character });
            }
            Some(Secret::new(revealed))
        })
    }
}

/// What follows the line's first field, when that field matches: a lone `*`, or the value with `\` before `:` and
/// `\`. As in libpq an unescaped `:` inside a value matches too, so that IPv6 addresses need no escapes.
fn field<'a>(line: &'a str, value: &str) -> Option<&'a str> {
    if let Some(rest) = line.strip_prefix("*:") {
        return Some(rest);
    }
    let mut rest = line;
    for expected in value.chars() {
        rest = rest.strip_prefix('\\').unwrap_or(rest);
        rest = rest.strip_prefix(expected)?;
    }
    rest.strip_prefix(':')
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str = "# comment\n\
        db.example:5432:sales:ann:first\n\
        db.example:*:sales:ann:any port\r\n\
        ::1:5432:*:ann:six\n\
        h\\:x:5432:a\\\\b:u:pa\\:ss\\\\w\\x\\\n\
        *:*:*:ann:last\n\
        too:few:fields\n\
        \n";

    #[test]
    fn the_first_matching_line_counts() {
        let file = Passfile::parse(FILE);
        for (host, port, database, user, expected) in [
            ("db.example", 5432, "sales", "ann", Some("first")),
            ("db.example", 5433, "sales", "ann", Some("any port")),
            ("db.example", 5433, "other", "ann", Some("last")),
            ("::1", 5432, "x", "ann", Some("six")),
            ("h:x", 5432, "a\\b", "u", Some("pa:ss\\wx\\")),
            ("db.example", 5432, "sales", "bob", None),
            ("db.exampl", 5432, "sales", "bob", None),
            ("too", 1, "fields", "x", None),
        ] {
            let found = file.password(host, port, database, user);
            assert_eq!(found.as_ref().map(Secret::reveal), expected, "{host}:{port}:{database}:{user}");
        }
    }

    #[test]
    fn a_file_that_others_can_read_is_ignored() -> io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("pass");
        fs::write(&path, FILE)?;
        for (mode, usable) in [(0o600, true), (0o400, true), (0o640, false), (0o604, false)] {
            fs::set_permissions(&path, fs::Permissions::from_mode(mode))?;
            let mut warnings = Vec::new();
            let file = Passfile::read(&path, &mut warnings);
            assert_eq!(file.password("h", 1, "d", "ann").is_some(), usable, "{mode:o}");
            assert_eq!(warnings.is_empty(), usable, "{mode:o}");
        }
        Ok(())
    }
}
