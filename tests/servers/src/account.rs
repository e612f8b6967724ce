//! Whom a server runs as: PostgreSQL refuses root.

use std::{
    env, fs,
    os::unix::{fs::chown, process::CommandExt},
    path::Path,
    process::Command,
    sync::OnceLock,
};

use crate::error::{Error, Result};

/// The account that servers run under.
#[derive(Debug)]
pub(crate) enum Account {
    /// The account of the tests themselves.
    Current,
    /// Another one, because the tests run as root.
    Other { name: String, uid: u32, gid: u32 },
}

impl Account {
    /// The account for every server of this process.
    pub(crate) fn for_servers() -> Result<&'static Account> {
        static ACCOUNT: OnceLock<Option<Account>> = OnceLock::new();
        let wanted = candidates();
        ACCOUNT
            .get_or_init(|| choose(&wanted, &fs::read_to_string("/etc/passwd").unwrap_or_default()))
            .as_ref()
            .ok_or_else(|| Error::NoAccount { tried: wanted.join(" or ") })
    }

    /// The number that tells this account's folders from another's.
    pub(crate) fn uid(&self) -> u32 {
        match self {
            Account::Current => rustix::process::geteuid().as_raw(),
            Account::Other { uid, .. } => *uid,
        }
    }

    /// Its name, for messages.
    pub(crate) fn name(&self) -> &str {
        match self {
            Account::Current => "the current user",
            Account::Other { name, .. } => name,
        }
    }

    /// A command that runs under this account with a clean environment.
    pub(crate) fn command(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command.env_clear().env("LC_ALL", "C").env("PATH", "/usr/bin:/bin").current_dir("/");
        if let Account::Other { uid, gid, .. } = self {
            command.uid(*uid).gid(*gid);
        }
        command
    }

    /// Makes this account the owner of a file or folder.
    pub(crate) fn own(&self, path: &Path) -> Result<()> {
        match self {
            Account::Current => Ok(()),
            Account::Other { uid, gid, .. } => {
                chown(path, Some(*uid), Some(*gid)).map_err(Error::io("hand over the ownership of", path))
            }
        }
    }
}

/// The users to try when the tests run as root.
fn candidates() -> Vec<String> {
    match env::var("DUMPR_TEST_USER") {
        Ok(name) if !name.is_empty() => vec![name],
        _ => vec!["postgres".into(), "nobody".into()],
    }
}

fn choose(wanted: &[String], passwd: &str) -> Option<Account> {
    if !rustix::process::geteuid().is_root() {
        return Some(Account::Current);
    }
    wanted.iter().find_map(|name| find(name, passwd))
}

/// The user of this name in the text of `/etc/passwd`, unless it is root under another name.
fn find(name: &str, passwd: &str) -> Option<Account> {
    passwd.lines().find_map(|line| {
        let mut fields = line.split(':');
        let (user, _password) = (fields.next()?, fields.next()?);
        let (uid, gid) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
        (user == name && uid != 0).then(|| Account::Other { name: user.into(), uid, gid })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASSWD: &str = "root:x:0:0:root:/root:/bin/bash\ntoor:x:0:0::/:/bin/sh\npostgres:x:101:104:,,:/v:/bin/sh\n";

    #[test]
    fn users_are_found_by_their_whole_name() {
        assert!(matches!(find("postgres", PASSWD), Some(Account::Other { uid: 101, gid: 104, .. })));
        assert!(find("post", PASSWD).is_none());
    }

    #[test]
    fn root_under_another_name_is_refused() {
        assert!(find("toor", PASSWD).is_none());
    }
}
