//! The roles that the statements of an entry name, its owner aside: who is granted something, whom a policy is for.
//!
//! The archive holds statements, not lists of roles; these statements are all dumpr's own, one a line.

use crate::{
    manifest::Entry,
    object::Kind,
    syntax::{split_outside, unquoted},
};

/// The roles that must exist before the entry can be restored, unquoted; PUBLIC is none.
pub(crate) fn named_roles(entry: &Entry) -> Vec<String> {
    let lines = || split_outside(&entry.create, "\n").into_iter();
    match entry.kind {
        Kind::Acl => lines().filter_map(of_privilege).collect(),
        Kind::DefaultAcl => lines()
            .flat_map(|line| [between(line, "ALTER DEFAULT PRIVILEGES FOR ROLE ", " "), of_privilege(line)])
            .flatten()
            .collect(),
        Kind::Policy => lines().flat_map(of_policy).collect(),
        Kind::UserMapping => lines().filter_map(|line| between(line, "CREATE USER MAPPING FOR ", " SERVER ")).collect(),
        Kind::DatabaseProperties => lines().filter_map(|line| between(line, "ALTER ROLE ", " IN DATABASE ")).collect(),
        _ => Vec::new(),
    }
}

/// `GRANT … TO role`, `REVOKE … FROM role`, `SET SESSION AUTHORIZATION role`.
fn of_privilege(line: &str) -> Option<String> {
    let line = line.strip_suffix(';')?;
    if let Some(role) = line.strip_prefix("SET SESSION AUTHORIZATION ") {
        return unquoted(role);
    }
    let line = line.strip_suffix(" WITH GRANT OPTION").unwrap_or(line);
    let is_grant = split_outside(line, "GRANT ").len() > 1;
    let mark = if is_grant { " TO " } else { " FROM " };
    match split_outside(line, mark).as_slice() {
        [_, .., role] => unquoted(role),
        _ => None,
    }
}

/// `CREATE POLICY … TO a, b USING (…) WITH CHECK (…);`
fn of_policy(line: &str) -> Vec<String> {
    if !line.starts_with("CREATE POLICY ") {
        return Vec::new();
    }
    let head = [" USING (", " WITH CHECK (", ";"]
        .into_iter()
        .fold(line, |text, end| split_outside(text, end).first().copied().unwrap_or_default());
    match split_outside(head, " TO ").as_slice() {
        [_, roles] => split_outside(roles, ", ").into_iter().filter_map(unquoted).collect(),
        _ => Vec::new(),
    }
}

/// The role between two words of a line that begins with the first of them.
fn between(line: &str, before: &str, after: &str) -> Option<String> {
    split_outside(line.strip_prefix(before)?, after).first().copied().and_then(unquoted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::selection::entry;

    fn roles(kind: Kind, create: &str) -> Vec<String> {
        named_roles(&Entry { create: create.to_owned(), owner: Some("joe".into()), ..entry(1, kind, "x") })
    }

    #[test]
    fn privileges_name_grantees_and_grantors() {
        let text = [
            "REVOKE ALL ON FUNCTION s.\" TO x\"(a text) FROM PUBLIC;",
            "SET SESSION AUTHORIZATION \"The Boss\";",
            "GRANT SELECT(a),INSERT(\"b\n TO\") ON TABLE s.t TO \"a\"\"b\" WITH GRANT OPTION;",
            "RESET SESSION AUTHORIZATION;",
            "GRANT ALL ON TABLE s.t TO PUBLIC;",
            "REVOKE ALL ON TABLE s.t FROM pg_maintain;",
        ];
        assert_eq!(roles(Kind::Acl, &text.join("\n")), ["The Boss", "a\"b", "pg_maintain"]);
        let text = "ALTER DEFAULT PRIVILEGES FOR ROLE joe IN SCHEMA s GRANT SELECT ON TABLES TO bob;";
        assert_eq!(roles(Kind::DefaultAcl, text), ["joe", "bob"]);
    }

    #[test]
    fn policies_name_whom_they_are_for() {
        let text = "DROP POLICY IF EXISTS p ON s.t;\n\n\
                    CREATE POLICY p ON s.t FOR SELECT TO \"x, y\", z USING ((a = ' TO q'::text));";
        assert_eq!(roles(Kind::Policy, text), ["x, y", "z"]);
        assert!(roles(Kind::Policy, "CREATE POLICY p ON s.t USING ((a TO b));").is_empty());
        assert!(roles(Kind::Policy, "CREATE POLICY p ON s.t;").is_empty());
    }

    #[test]
    fn mappings_and_settings_name_one() {
        let text = "CREATE USER MAPPING FOR \"A\" SERVER far OPTIONS (\n    x 'y'\n);";
        assert_eq!(roles(Kind::UserMapping, text), ["A"]);
        assert!(roles(Kind::UserMapping, "CREATE USER MAPPING FOR PUBLIC SERVER far;").is_empty());
        let text = "ALTER DATABASE d SET x TO 'y';\nALTER ROLE bob IN DATABASE d SET x TO 'y';";
        assert_eq!(roles(Kind::DatabaseProperties, text), ["bob"]);
    }
}
