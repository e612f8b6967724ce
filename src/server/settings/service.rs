//! The service file: named groups of settings (manual chapter 32.17).

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{Environment, SettingsError, conninfo::Pairs, keywords};

/// Where Debian and its kin keep the system's service file; `PGSYSCONFDIR` says otherwise.
const SYSTEM_FOLDER: &str = "/etc/postgresql-common";

/// The settings of a service, from the user's file or else the system's.
pub(super) fn read(name: &str, file: Option<&str>, environment: &Environment) -> Result<Pairs, SettingsError> {
    let users = match file.or_else(|| environment.get("PGSERVICEFILE")).filter(|path| !path.is_empty()) {
        // A file that was named must exist.
        Some(path) => Some(PathBuf::from(path)),
        None => environment.home().map(|home| home.join(".pg_service.conf")).filter(|path| path.exists()),
    };
    let folder = environment.get("PGSYSCONFDIR").unwrap_or(SYSTEM_FOLDER);
    let systems = Some(Path::new(folder).join("pg_service.conf")).filter(|path| path.exists());
    for path in users.into_iter().chain(systems) {
        let text = fs::read_to_string(&path).map_err(|source| SettingsError::File { path: path.clone(), source })?;
        if let Some(pairs) = parse(&text, name, &path)? {
            return Ok(pairs);
        }
    }
    Err(SettingsError::UnknownService { name: name.to_owned() })
}

/// The group's settings, when the text has the group. As in libpq, spaces around `=` belong to key and value.
fn parse(text: &str, name: &str, path: &Path) -> Result<Option<Pairs>, SettingsError> {
    let mut group: Option<Pairs> = None;
    for (number, line) in text.lines().enumerate() {
        let broken = |reason: String| SettingsError::ServiceLine { path: path.to_owned(), line: number + 1, reason };
        let line = line.trim_matches(|character: char| character.is_ascii_whitespace());
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(header) = line.strip_prefix('[') {
            if group.is_some() {
                break;
            }
            if header.strip_suffix(']') == Some(name) {
                group = Some(Pairs::new());
            }
        } else if let Some(pairs) = &mut group {
            if line.starts_with("ldap") {
                return Err(broken("look-up by LDAP is not supported".to_owned()));
            }
            let (key, value) = line.split_once('=').ok_or_else(|| broken("no \"=\"".to_owned()))?;
            if matches!(key, "service" | "servicefile") {
                return Err(broken("a service cannot name another".to_owned()));
            }
            if keywords::find(key).is_none() {
                return Err(broken(format!("unknown setting \"{}\"", key.escape_default())));
            }
            pairs.push((key.to_owned(), value.to_owned()));
        }
    }
    Ok(group)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILE: &str =
        "# services\n[other]\nhost=o\n\n[mine]\nhost=h\n  port=5433  \npassword=a=b\n[mine]\nhost=later\n";

    #[test]
    fn only_the_named_group_counts() {
        let pairs = parse(FILE, "mine", Path::new("f")).ok().flatten().unwrap_or_default();
        let shown: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        assert_eq!(shown, ["host=h", "port=5433", "password=a=b"]);
        assert!(matches!(parse(FILE, "none", Path::new("f")), Ok(None)));
    }

    #[test]
    fn broken_lines_are_named() {
        for (text, at) in
            [("[m]\nhost\n", 2), ("[m]\nhost=a\nservice=b\n", 3), ("[m]\nnonsense=1\n", 2), ("[m]\nldap://x\n", 2)]
        {
            let outcome = parse(text, "m", Path::new("f"));
            assert!(matches!(outcome, Err(SettingsError::ServiceLine { line, .. }) if line == at), "{text:?}");
        }
    }
}
