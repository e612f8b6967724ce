//! What belongs to the whole cluster (`--globals`): roles, memberships, tablespaces, privileges on parameters.
//!
//! It comes before everything else, over a connection of its own. What the target has already is kept and brought to
//! the archive's state: an existing role is altered and an existing tablespace gets its owner and options, neither is
//! ever dropped, whatever `--clean` says. The role that the restore connects as keeps its attributes and password: a
//! password that changes under a running restore would lock its next connection out.

use std::collections::HashSet;

use super::{managed, session};
use crate::{
    Error, catalog,
    manifest::Entry,
    object::Kind,
    plan::{self, Allowance},
    restore::{report::RestoreReport, run::Run},
    server::{ServerVersion, Session},
    syntax,
};

/// What keeps passwords out of the server's log, for those who may set it.
const QUIET_LOG: &str = "SET log_statement = 'none'; SET log_min_duration_statement = -1; \
     SET log_min_error_statement = 'panic'; SET log_min_messages = 'error'";

/// Words about a role that only a superuser may write, be it to say what is so anyway. (On 16 and newer a role that
/// may create roles and databases may write `NOCREATEDB` as well.)
const SUPERUSERS_WORDS: [&str; 4] = ["NOSUPERUSER", "NOREPLICATION", "NOBYPASSRLS", "NOCREATEDB"];

/// Words that give what only a superuser has to give.
const SUPERUSERS_GRANTS: [&str; 3] = ["SUPERUSER", "REPLICATION", "BYPASSRLS"];

/// The entries of the cluster that a restore wants.
#[derive(Debug, Default)]
pub(in crate::restore) struct Globals {
    /// In archive order.
    pub(in crate::restore) entries: Vec<Entry>,
}

impl Globals {
    /// Parts the entries of the cluster from those of the database.
    pub(in crate::restore) fn split(entries: Vec<Entry>) -> (Globals, Vec<Entry>) {
        let subjects: HashSet<u32> =
            entries.iter().filter(|entry| entry.kind.is_global()).map(|entry| entry.id).collect();
        let is_global = |entry: &Entry| {
            entry.kind.is_global() || entry.belongs_to.is_some_and(|subject| subjects.contains(&subject))
        };
        let (globals, entries) = entries.into_iter().partition(is_global);
        (Globals { entries: globals }, entries)
    }

    /// Whether there are any.
    pub(in crate::restore) fn any(&self) -> bool {
        !self.entries.is_empty()
    }

    /// The names of the entries of one kind.
    pub(in crate::restore) fn names(&self, kind: Kind) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(move |entry| entry.kind == kind).map(|entry| entry.name.as_str())
    }

    /// Creates or alters everything.
    pub(in crate::restore) fn create(&self, run: Run<'_>, report: &mut RestoreReport) -> Result<(), Error> {
        if self.entries.is_empty() {
            return Ok(());
        }
        let mut session = session::open(run, run.settings)?;
        let mut target = Target::read(&mut session)?;
        if run.options.managed {
            target.managed = Some(managed::ask(run)?);
        }
        if target.is_superuser {
            session.execute(QUIET_LOG).map_err(Error::server("keep passwords out of the server's log"))?;
        }
        let mut existing = Existing::default();
        for entry in &self.entries {
            for sql in target.statements(entry, &mut existing, report) {
                match session.execute(&sql) {
                    Ok(()) => {}
                    Err(error) if run.options.keep_going && error.sqlstate().is_some() => {
                        report.pass_over(run, &run.refused(format!("create {}", entry.label()))(error));
                    }
                    Err(error) => return Err(run.refused(format!("create {}", entry.label()))(error)),
                }
            }
            report.entries += 1;
        }
        report.notes.extend(existing.notes());
        Ok(())
    }
}

/// How many roles and tablespaces a list of entries has, as a person says it; `None` without any.
pub(in crate::restore) fn count(entries: &[Entry]) -> Option<String> {
    let number = |kind: Kind| entries.iter().filter(|entry| entry.kind == kind).count();
    let (roles, tablespaces) = (number(Kind::Role), number(Kind::Tablespace));
    let any = entries.iter().any(|entry| entry.kind.is_global());
    any.then(|| format!("{roles} roles and {tablespaces} tablespaces"))
}

/// What the target is and has.
struct Target {
    version: ServerVersion,
    is_superuser: bool,
    /// The role that connected, and the one that it acts as.
    own_roles: HashSet<String>,
    /// The superuser of initdb, who has to stay one: at a hosted source a role of that name may have been none.
    bootstrap: HashSet<String>,
    roles: HashSet<String>,
    tablespaces: HashSet<String>,
    /// What a hosted service would refuse is left out.
    managed: Option<Allowance>,
}

/// What was there before.
#[derive(Default)]
struct Existing {
    roles: Vec<String>,
    tablespaces: Vec<String>,
    own: Vec<String>,
}

impl Existing {
    fn notes(&self) -> Vec<String> {
        let list = |names: &[String]| names.join(", ");
        let mut notes = Vec::new();
        if !self.roles.is_empty() {
            notes.push(format!("roles that existed and were altered: {}", list(&self.roles)));
        }
        if !self.tablespaces.is_empty() {
            notes.push(format!("tablespaces that existed and were kept where they are: {}", list(&self.tablespaces)));
        }
        if !self.own.is_empty() {
            let own = list(&self.own);
            notes.push(format!("attributes and password kept, as this restore connects with it: {own}"));
        }
        notes
    }
}

impl Target {
    fn read(session: &mut Session) -> Result<Self, Error> {
        let mut names = |what: &str, sql: &str| -> Result<Vec<String>, Error> {
            let rows = session.query(sql, &[]).map_err(Error::server(format!("list the target's {what}")))?;
            Ok(rows.iter().filter_map(|row| row.try_get(0).ok()).collect())
        };
        let own_roles: HashSet<String> =
            names("own roles", "SELECT pg_catalog.unnest(ARRAY[session_user, current_user])::pg_catalog.text")?
                .into_iter()
                .collect();
        let superusers = names(
            "superusers",
            "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles WHERE rolsuper AND rolname = current_user",
        )?;
        let bootstrap =
            names("first superuser", "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles WHERE oid = 10")?;
        let roles = names("roles", "SELECT rolname::pg_catalog.text FROM pg_catalog.pg_roles")?.into_iter().collect();
        let tablespaces = names("tablespaces", "SELECT spcname::pg_catalog.text FROM pg_catalog.pg_tablespace")?;
        Ok(Target {
            is_superuser: !superusers.is_empty(),
            own_roles,
            bootstrap: bootstrap.into_iter().collect(),
            roles,
            tablespaces: tablespaces.into_iter().collect(),
            version: session.version(),
            managed: None,
        })
    }

    /// The statements for one entry, each to run by itself: CREATE TABLESPACE refuses company.
    fn statements(&self, entry: &Entry, existing: &mut Existing, report: &mut RestoreReport) -> Vec<String> {
        let create = || vec![entry.create.clone()];
        if let Some(allowance) = &self.managed
            && let Some(statements) = self.managed(entry, allowance, report)
        {
            return statements;
        }
        match entry.kind {
            Kind::Role if self.roles.contains(&entry.name) => {
                let list = if self.own_roles.contains(&entry.name) { &mut existing.own } else { &mut existing.roles };
                list.push(entry.name.clone());
                Vec::new()
            }
            Kind::RoleAttributes | Kind::RolePassword if self.own_roles.contains(&entry.name) => Vec::new(),
            Kind::RoleAttributes if self.bootstrap.contains(&entry.name) => {
                vec![catalog::without_words(&entry.name, &entry.create, &["NOSUPERUSER"])]
            }
            Kind::RoleAttributes if !self.is_superuser => {
                vec![catalog::without_words(&entry.name, &entry.create, &SUPERUSERS_WORDS)]
            }
            Kind::RoleMembership if self.version.major() < 16 => {
                let (grants, whole) = catalog::before_16(&entry.name, &entry.create);
                if !whole {
                    report.lost.push(format!(
                        "{}: servers before 16 have no INHERIT and SET options; every member may SET ROLE and inherits as its own attribute says",
                        entry.label()
                    ));
                }
                vec![grants]
            }
            Kind::ParameterAcl if self.version.major() < 15 => {
                report.lost.push(format!("{}: servers before 15 have no privileges on parameters", entry.label()));
                Vec::new()
            }
            Kind::Tablespace => self.tablespace(entry, existing),
            _ => create(),
        }
    }

    /// What remains of an entry when a hosted service is the target, if that is not the whole of it. Its roles that are
    /// there already are its own affair.
    fn managed(&self, entry: &Entry, allowance: &Allowance, report: &mut RestoreReport) -> Option<Vec<String>> {
        let mut leave_out = |what: &str| report.left_out.push(format!("{}: {what}", entry.label()));
        match entry.kind {
            Kind::RoleAttributes | Kind::RolePassword | Kind::RoleSettings if self.roles.contains(&entry.name) => {
                leave_out("the role was there already");
                Some(Vec::new())
            }
            Kind::Role | Kind::RoleMembership | Kind::RolePassword => None,
            Kind::Comment if entry.name.strip_prefix("ROLE ").is_some_and(|role| !self.roles.contains(role)) => None,
            Kind::RoleSettings if entry.belongs_to.is_none() => {
                leave_out("only a superuser may say it of all roles");
                Some(Vec::new())
            }
            Kind::RoleAttributes => {
                let kept = catalog::without_words(&entry.name, &entry.create, &SUPERUSERS_GRANTS);
                if kept != entry.create {
                    leave_out("what only a superuser may give (SUPERUSER, REPLICATION, BYPASSRLS)");
                }
                Some(vec![catalog::without_words(&entry.name, &kept, &SUPERUSERS_WORDS)])
            }
            Kind::RoleSettings => {
                let (kept, without) = plan::settings_without(&entry.create, &allowance.settings);
                for name in &without {
                    leave_out(name);
                }
                Some(vec![kept].into_iter().filter(|text| !text.is_empty()).collect())
            }
            _ => {
                leave_out("only a superuser may create it");
                Some(Vec::new())
            }
        }
    }

    fn tablespace(&self, entry: &Entry, existing: &mut Existing) -> Vec<String> {
        let mut statements = Vec::new();
        if self.tablespaces.contains(&entry.name) {
            existing.tablespaces.push(entry.name.clone());
        } else {
            // A setting for developers; where it is missing or forbidden, CREATE TABLESPACE says so better.
            if entry.create.ends_with(" LOCATION '';") && self.is_superuser {
                statements.push(IN_PLACE.to_owned());
            }
            statements.push(entry.create.clone());
        }
        if let (Some(owner), Some(address)) = (&entry.owner, &entry.address) {
            statements.push(format!("ALTER {address} OWNER TO {};", syntax::identifier(owner)));
        }
        statements
    }
}

/// Allows a tablespace inside the data directory, on servers that know of it.
const IN_PLACE: &str = "SELECT pg_catalog.set_config(name, 'on', false) FROM pg_catalog.pg_settings \
     WHERE name = 'allow_in_place_tablespaces'";
