//! Who is a member of which role: one object per role, its grants in an order in which every grantor has the admin
//! option before it grants.
//!
//! Servers from 16 on keep one row per grantor and check it; older ones keep one row per member, and a grantor that
//! may not be allowed to grant or not even exist, so theirs is left out.

use std::collections::{BTreeMap, HashSet};

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Key, Kind, Object},
    syntax::identifier,
};

const QUERY: Query = query!("globals", "membership.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    let mut by_role: BTreeMap<u32, Vec<Row>> = BTreeMap::new();
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        by_role.entry(row.role_oid).or_default().push(row);
    }
    for (oid, rows) in by_role {
        let role = rows.first().map(|row| row.role.clone()).unwrap_or_default();
        let named = rows.iter().flat_map(|row| [Some(row.role_oid), Some(row.member_oid), row.grantor_oid]);
        // The roles of initdb have no objects; needs that lead nowhere do not count.
        let needs = named.flatten().map(|oid| Key::new(Class::ROLE, oid)).collect();
        let lines: Vec<String> = in_grant_order(rows).iter().map(Row::statement).collect();
        reading.add(Object {
            needs,
            create: Definition::sql(lines.join("\n")),
            ..Object::new(Key::new(Class::ROLE_MEMBER, oid), Kind::RoleMembership, None, role)
        });
    }
    Ok(())
}

struct Row {
    role_oid: u32,
    role: String,
    member_oid: u32,
    member: String,
    admin: bool,
    /// `None` before 16.
    inherit: Option<bool>,
    /// `None` before 16.
    set_role: Option<bool>,
    /// `None`: the bootstrap superuser, or nobody knows.
    grantor_oid: Option<u32>,
    grantor: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            role_oid: row.get("role_oid")?,
            role: row.get("role")?,
            member_oid: row.get("member_oid")?,
            member: row.get("member")?,
            admin: row.get("admin")?,
            inherit: row.get("inherit")?,
            set_role: row.get("set_role")?,
            grantor_oid: row.get("grantor_oid")?,
            grantor: row.get("grantor")?,
        })
    }

    fn statement(&self) -> String {
        let mut options = Vec::new();
        if self.admin {
            options.push("ADMIN OPTION");
        }
        match self.inherit {
            Some(true) => options.push("INHERIT TRUE"),
            Some(false) => options.push("INHERIT FALSE"),
            None => {}
        }
        if self.set_role == Some(false) {
            options.push("SET FALSE");
        }
        let mut text = format!("GRANT {} TO {}", identifier(&self.role), identifier(&self.member));
        if !options.is_empty() {
            text.extend([WITH, &options.join(", ")]);
        }
        if let Some(grantor) = &self.grantor {
            text.extend([" GRANTED BY ", &identifier(grantor)]);
        }
        text.push(';');
        text
    }
}

const WITH: &str = " WITH ";

/// The grants of one role, each behind the one that gives its grantor the admin option.
fn in_grant_order(mut waiting: Vec<Row>) -> Vec<Row> {
    let mut ordered: Vec<Row> = Vec::with_capacity(waiting.len());
    let mut may_grant: HashSet<u32> = HashSet::new();
    while !waiting.is_empty() {
        let is_ready = |row: &Row| row.grantor_oid.is_none_or(|grantor| may_grant.contains(&grantor));
        let (mut ready, late): (Vec<Row>, Vec<Row>) = waiting.into_iter().partition(is_ready);
        waiting = late;
        if ready.is_empty() {
            // No order is right: the server will say so, and the text names what was asked for.
            ordered.append(&mut waiting);
        }
        may_grant.extend(ready.iter().filter(|row| row.admin).map(|row| row.member_oid));
        ordered.append(&mut ready);
    }
    ordered
}

/// The grants of `role` in the words of a server before 16, and whether they say all that the originals say: such a
/// server has no INHERIT and SET options (all members may SET ROLE, and inherit as their own attribute says), and one
/// grant per member.
pub(crate) fn before_16(role: &str, grants: &str) -> (String, bool) {
    let start = format!("GRANT {} TO ", identifier(role));
    let mut whole = true;
    let mut lines: Vec<String> = Vec::new();
    for line in grants.split_inclusive(";\n").map(|line| line.trim_end_matches('\n')) {
        let Some(rest) = line.strip_prefix(&start) else {
            lines.push(line.to_owned());
            continue;
        };
        let (member, options) = rest.split_at(end_of_name(rest));
        whole &= !options.contains(" INHERIT FALSE") && !options.contains(" SET FALSE");
        let admin = if options.starts_with(" WITH ADMIN OPTION") { " WITH ADMIN OPTION" } else { "" };
        lines.push(format!("{start}{member}{admin};"));
    }
    (lines.join("\n"), whole)
}

/// The length of the identifier at the beginning of the text.
fn end_of_name(text: &str) -> usize {
    let mut quoted = false;
    for (at, character) in text.char_indices() {
        match character {
            '"' => quoted = !quoted,
            ' ' | ';' if !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["admins", "Ann B", "bob", "carl"];

    fn grant(member: u32, admin: bool, grantor: Option<u32>) -> Row {
        let name = |oid: u32| NAMES[usize::try_from(oid).unwrap_or_default()].to_owned();
        Row {
            role_oid: 0,
            role: name(0),
            member_oid: member,
            member: name(member),
            admin,
            inherit: Some(member != 2),
            set_role: Some(member != 3),
            grantor_oid: grantor,
            grantor: grantor.map(name),
        }
    }

    #[test]
    fn a_grantor_has_the_admin_option_before_it_grants() {
        let rows = vec![grant(3, false, Some(2)), grant(2, true, Some(1)), grant(1, true, None)];
        let lines: Vec<String> = in_grant_order(rows).iter().map(Row::statement).collect();
        assert_eq!(
            lines,
            [
                "GRANT admins TO \"Ann B\" WITH ADMIN OPTION, INHERIT TRUE;",
                "GRANT admins TO bob WITH ADMIN OPTION, INHERIT FALSE GRANTED BY \"Ann B\";",
                "GRANT admins TO carl WITH INHERIT TRUE, SET FALSE GRANTED BY bob;",
            ]
        );
    }

    #[test]
    fn a_grant_that_nobody_may_make_is_kept() {
        assert_eq!(in_grant_order(vec![grant(3, false, Some(2)), grant(1, true, None)]).len(), 2);
    }

    #[test]
    fn older_servers_know_only_the_admin_option() {
        let rows = [grant(1, true, None), grant(2, true, Some(1)), grant(3, false, Some(2))];
        let text: Vec<String> = rows.iter().map(Row::statement).collect();
        let (older, whole) = before_16("admins", &text.join("\n"));
        assert_eq!(
            older,
            "GRANT admins TO \"Ann B\" WITH ADMIN OPTION;\nGRANT admins TO bob WITH ADMIN OPTION;\nGRANT admins TO carl;"
        );
        assert!(!whole);
        assert!(before_16("admins", &text[0]).1);
        let plain = Row { inherit: None, set_role: None, ..grant(1, false, None) };
        assert_eq!(plain.statement(), "GRANT admins TO \"Ann B\";");
    }
}
