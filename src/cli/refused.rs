//! Options of `pg_dump` and `pg_restore` that dumpr does not have: who types one is told what to use instead.
//!
//! An option that is here is unknown to the parser. The table answers for it when the parser stumbles.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// One option and what to do instead.
struct Refused {
    /// The commands that the option could be meant for.
    commands: &'static [&'static str],
    /// Its spellings.
    spellings: &'static [&'static str],
    /// A sentence's second half: what to use instead, or why nothing is needed.
    advice: &'static str,
}

const DUMP: &[&str] = &["dump"];
const RESTORE: &[&str] = &["restore"];
const BOTH: &[&str] = &["dump", "restore", "script", "list"];

/// Every option of `pg_dump` 18 and `pg_restore` 18 that is neither supported nor without effect.
const REFUSED: &[Refused] = &[
    Refused {
        commands: DUMP,
        spellings: &[
            "--inserts",
            "--column-inserts",
            "--attribute-inserts",
            "--rows-per-insert",
            "--on-conflict-do-nothing",
        ],
        advice: "an archive holds rows, not statements: leave it out; `dumpr restore` loads them with COPY into any table \
                 that has the same columns",
    },
    Refused {
        commands: DUMP,
        spellings: &["-E", "--encoding"],
        advice: "rows keep the encoding of their database, and the server restored into converts them: leave it out",
    },
    Refused {
        commands: DUMP,
        spellings: &["--extra-float-digits"],
        advice: "floats are dumped exactly, as binary or as the shortest text that reads back the same: leave it out",
    },
    Refused {
        commands: DUMP,
        spellings: &["--disable-dollar-quoting"],
        advice: "a restore sends each statement whole, so its quotes do not matter: leave it out",
    },
    Refused {
        commands: BOTH,
        spellings: &["--use-set-session-authorization"],
        advice: "owners are set by ALTER … OWNER TO, which gives the same owners: leave it out, or use --no-owner --role",
    },
    Refused {
        commands: &["dump", "restore"],
        spellings: &["--restrict-key"],
        advice: "only SQL text has such a key: give it to `dumpr script`",
    },
    Refused {
        commands: DUMP,
        spellings: &["--sync-method"],
        advice: "one file is written, and fsync is all that it needs: leave it out, or use --no-sync",
    },
    Refused {
        commands: DUMP,
        spellings: &["--binary-upgrade"],
        advice: "it is for pg_upgrade alone, which brings the pg_dump that it calls",
    },
    Refused {
        commands: RESTORE,
        spellings: &["-f", "--file"],
        advice: "SQL text comes from `dumpr script FILE -f OUTPUT`",
    },
    Refused { commands: RESTORE, spellings: &["-l", "--list"], advice: "the listing comes from `dumpr list FILE`" },
    Refused {
        commands: RESTORE,
        spellings: &["--enable-row-security"],
        advice: "COPY cannot load rows under row-level security: restore as the tables' owner, or as a role with BYPASSRLS",
    },
    Refused {
        commands: RESTORE,
        spellings: &["-g", "--no-globals", "--exclude-database"],
        advice: "an archive holds one database: there is none to choose",
    },
    Refused {
        commands: &["script", "list"],
        spellings: &["-d", "--dbname", "-h", "--host", "-p", "--port", "-U", "--username"],
        advice: "this command reads the archive alone and needs no server",
    },
];

/// What to say instead of "unexpected argument"; `None` when the parser's own words are the best there are.
pub(super) fn advice(error: &clap::Error) -> Option<String> {
    if error.kind() != ErrorKind::UnknownArgument {
        return None;
    }
    let Some(ContextValue::String(typed)) = error.get(ContextKind::InvalidArg) else { return None };
    let words: Vec<String> = std::env::args().skip(1).collect();
    let command = words.iter().find(|word| !word.starts_with('-'))?;
    lookup(command, typed).map(|refused| format!("{typed}: {}", refused.advice))
}

fn lookup(command: &str, typed: &str) -> Option<&'static Refused> {
    let option = typed.split_once('=').map_or(typed, |(option, _)| option);
    REFUSED.iter().find(|refused| refused.commands.contains(&command) && refused.spellings.contains(&option))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Arguments;

    /// Every option of the programs of PostgreSQL 18 as their `--help` has them, those aside that need another part of
    /// dumpr and are checked where they are: globals and optimizer statistics.
    const PG_DUMP: &[&str] = &[
        "--file",
        "-f",
        "--format",
        "-F",
        "--jobs",
        "-j",
        "--verbose",
        "-v",
        "--version",
        "-V",
        "--compress",
        "-Z",
        "--lock-wait-timeout",
        "--no-sync",
        "--sync-method",
        "--help",
        "-?",
        "--data-only",
        "-a",
        "--large-objects",
        "--blobs",
        "-b",
        "--no-large-objects",
        "--no-blobs",
        "-B",
        "--clean",
        "-c",
        "--create",
        "-C",
        "--extension",
        "-e",
        "--encoding",
        "-E",
        "--schema",
        "-n",
        "--exclude-schema",
        "-N",
        "--no-owner",
        "-O",
        "--no-reconnect",
        "-R",
        "--schema-only",
        "-s",
        "--superuser",
        "-S",
        "--table",
        "-t",
        "--exclude-table",
        "-T",
        "--no-privileges",
        "--no-acl",
        "-x",
        "--binary-upgrade",
        "--column-inserts",
        "--attribute-inserts",
        "--disable-dollar-quoting",
        "--disable-triggers",
        "--enable-row-security",
        "--exclude-extension",
        "--exclude-table-and-children",
        "--exclude-table-data",
        "--exclude-table-data-and-children",
        "--extra-float-digits",
        "--filter",
        "--if-exists",
        "--include-foreign-data",
        "--inserts",
        "--load-via-partition-root",
        "--no-comments",
        "--no-data",
        "--no-policies",
        "--no-publications",
        "--no-schema",
        "--no-security-labels",
        "--no-subscriptions",
        "--no-table-access-method",
        "--no-tablespaces",
        "--no-toast-compression",
        "--no-unlogged-table-data",
        "--on-conflict-do-nothing",
        "--quote-all-identifiers",
        "--restrict-key",
        "--rows-per-insert",
        "--section",
        "--sequence-data",
        "--serializable-deferrable",
        "--snapshot",
        "--strict-names",
        "--table-and-children",
        "--use-set-session-authorization",
        "--dbname",
        "-d",
        "--host",
        "-h",
        "--port",
        "-p",
        "--username",
        "-U",
        "--no-password",
        "-w",
        "--password",
        "-W",
        "--role",
    ];

    const PG_RESTORE: &[&str] = &[
        "--dbname",
        "-d",
        "--file",
        "-f",
        "--format",
        "-F",
        "--list",
        "-l",
        "--verbose",
        "-v",
        "--version",
        "-V",
        "--help",
        "-?",
        "--data-only",
        "-a",
        "--clean",
        "-c",
        "--create",
        "-C",
        "--exit-on-error",
        "-e",
        "--index",
        "-I",
        "--jobs",
        "-j",
        "--use-list",
        "-L",
        "--schema",
        "-n",
        "--exclude-schema",
        "-N",
        "--no-owner",
        "-O",
        "--no-reconnect",
        "-R",
        "--function",
        "-P",
        "--schema-only",
        "-s",
        "--superuser",
        "-S",
        "--table",
        "-t",
        "--trigger",
        "-T",
        "--no-privileges",
        "--no-acl",
        "-x",
        "--single-transaction",
        "-1",
        "--disable-triggers",
        "--enable-row-security",
        "--filter",
        "--if-exists",
        "--no-comments",
        "--no-data",
        "--no-data-for-failed-tables",
        "--no-policies",
        "--no-publications",
        "--no-schema",
        "--no-security-labels",
        "--no-subscriptions",
        "--no-table-access-method",
        "--no-tablespaces",
        "--restrict-key",
        "--section",
        "--strict-names",
        "--transaction-size",
        "--use-set-session-authorization",
        "--host",
        "-h",
        "--port",
        "-p",
        "--username",
        "-U",
        "--no-password",
        "-w",
        "--password",
        "-W",
        "--role",
    ];

    /// The spellings that a command takes.
    fn known(name: &str) -> Vec<String> {
        let mut program = Arguments::command();
        program.build();
        let command = program.find_subcommand(name).cloned().unwrap_or_default();
        let mut spellings = vec!["--version".to_owned(), "-V".to_owned()];
        for argument in command.get_arguments() {
            spellings
                .extend(argument.get_long_and_visible_aliases().unwrap_or_default().iter().map(|it| format!("--{it}")));
            spellings.extend(argument.get_short().map(|it| format!("-{it}")));
        }
        spellings
    }

    #[test]
    fn every_option_of_the_programs_is_taken_or_answered() {
        for (command, options) in [("dump", PG_DUMP), ("restore", PG_RESTORE)] {
            let known = known(command);
            let silent: Vec<_> = options
                .iter()
                .filter(|option| !known.iter().any(|it| it == *option) && lookup(command, option).is_none())
                .collect();
            assert!(silent.is_empty(), "{command} neither has nor answers for {silent:?}");
        }
    }

    #[test]
    fn nothing_that_is_taken_is_refused() {
        for refused in REFUSED {
            for command in refused.commands {
                let known = known(command);
                let dead: Vec<_> = refused.spellings.iter().filter(|it| known.iter().any(|has| has == *it)).collect();
                assert!(dead.is_empty(), "{command} has {dead:?}");
            }
        }
    }
}
