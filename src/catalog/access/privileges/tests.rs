#![expect(clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

fn table() -> Grants<'static> {
    Grants { securable: Securable::Table, on: "TABLE public.t", column: None, prefix: "", owner: "o" }
}

fn texts(items: &[&str]) -> Vec<String> {
    items.iter().map(|&item| item.to_owned()).collect()
}

fn statements(grants: &Grants<'_>, acl: &[&str], base: &[&str]) -> Vec<String> {
    grants.statements(&texts(acl), &texts(base)).unwrap().lines().map(str::to_owned).collect()
}

const DEFAULT: &[&str] = &["o=arwdDxtm/o"];

#[test]
fn equal_arrays_need_nothing() {
    assert!(statements(&table(), DEFAULT, DEFAULT).is_empty());
    assert!(statements(&table(), &["=r/o", "o=arwdDxtm/o"], &["o=rawdDxtm/o", "=r/o"]).is_empty());
}

#[test]
fn grants_follow_the_array() {
    assert_eq!(
        statements(&table(), &["o=arwdDxtm/o", "=r/o", "b=ra/o", "a=arwdDxtm/o"], DEFAULT),
        [
            "GRANT SELECT ON TABLE public.t TO PUBLIC;",
            "GRANT SELECT, INSERT ON TABLE public.t TO b;",
            "GRANT ALL ON TABLE public.t TO a;",
        ]
    );
}

#[test]
fn owner_who_gave_up_rights_comes_first() {
    assert_eq!(
        statements(&table(), &["a=r/o", "o=rw/o"], DEFAULT),
        [
            "REVOKE ALL ON TABLE public.t FROM o;",
            "GRANT SELECT, UPDATE ON TABLE public.t TO o;",
            "GRANT SELECT ON TABLE public.t TO a;",
        ]
    );
    assert_eq!(statements(&table(), &[], DEFAULT), ["REVOKE ALL ON TABLE public.t FROM o;"]);
}

#[test]
fn all_of_an_older_server_is_not_all() {
    assert_eq!(
        statements(&table(), &["o=arwdDxt/o", "a=arwdDxt/o"], &["o=arwdDxt/o"]),
        ["GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.t TO a;"]
    );
}

#[test]
fn grant_options_and_grantors() {
    assert_eq!(
        statements(&table(), &["o=arwdDxtm/o", "a=r*w/o", "b=r/a"], DEFAULT),
        [
            "GRANT UPDATE ON TABLE public.t TO a;",
            "GRANT SELECT ON TABLE public.t TO a WITH GRANT OPTION;",
            "SET SESSION AUTHORIZATION a;",
            "GRANT SELECT ON TABLE public.t TO b;",
            "RESET SESSION AUTHORIZATION;",
        ]
    );
}

#[test]
fn grantor_gets_its_option_before_it_grants() {
    // b had SELECT from o first and then from a; o took it back, so c's item stands before the one it rests on.
    let lines = statements(&table(), &["o=arwdDxtm/o", "a=r*/o", "c=r/b", "b=r*/a"], DEFAULT);
    let place = |grantee: &str| lines.iter().position(|line| line.contains(&format!("TO {grantee}"))).unwrap();
    assert!(place("a") < place("b") && place("b") < place("c"), "{lines:?}");
}

#[test]
fn grants_without_a_source_are_written_all_the_same() {
    assert_eq!(statements(&table(), &["o=arwdDxtm/o", "c=r/b", "b=r/c"], DEFAULT).len(), 6);
}

#[test]
fn names_are_quoted() {
    assert_eq!(
        statements(&table(), &["o=arwdDxtm/o", "\"A \"\"b\"\"; DROP\"=r/\"user\""], DEFAULT),
        [
            "SET SESSION AUTHORIZATION \"user\";",
            "GRANT SELECT ON TABLE public.t TO \"A \"\"b\"\"; DROP\";",
            "RESET SESSION AUTHORIZATION;",
        ]
    );
}

#[test]
fn column_privileges_name_the_column() {
    let column = Grants { securable: Securable::Column, column: Some("\"Id\""), ..table() };
    assert_eq!(
        statements(&column, &["a=rw/o", "b=arwx/o"], &["c=r/o"]),
        [
            "REVOKE SELECT(\"Id\") ON TABLE public.t FROM c;",
            "GRANT SELECT(\"Id\"), UPDATE(\"Id\") ON TABLE public.t TO a;",
            "GRANT ALL(\"Id\") ON TABLE public.t TO b;",
        ]
    );
}

#[test]
fn default_privileges_have_a_prefix() {
    let grants = Grants {
        securable: Securable::Function,
        on: "FUNCTIONS",
        prefix: "ALTER DEFAULT PRIVILEGES FOR ROLE o ",
        ..table()
    };
    assert_eq!(
        statements(&grants, &["o=X/o", "a=X*/o"], &["=X/o", "o=X/o"]),
        [
            "ALTER DEFAULT PRIVILEGES FOR ROLE o REVOKE ALL ON FUNCTIONS FROM PUBLIC;",
            "ALTER DEFAULT PRIVILEGES FOR ROLE o GRANT ALL ON FUNCTIONS TO a WITH GRANT OPTION;",
        ]
    );
}

#[test]
fn privilege_of_another_kind_is_an_error() {
    let sequence = Grants { securable: Securable::Sequence, ..table() };
    assert!(sequence.statements(&texts(&["a=d/o"]), &[]).is_err());
    assert!(table().statements(&texts(&["a=r"]), &[]).is_err());
}

#[test]
fn every_keyword_is_found_again() {
    for keyword in ["TABLE", "SEQUENCE", "FUNCTION", "PROCEDURE", "TYPE", "FOREIGN SERVER", "LARGE OBJECT"] {
        assert_eq!(Securable::from_keyword(keyword).unwrap().keyword(), keyword);
    }
}

/// What the statements do, for arrays where nobody but the owner grants: privileges held and options held.
fn apply(held: &mut BTreeSet<(String, String, bool)>, line: &str) {
    let (verb, rest) = line.trim_end_matches(';').split_once(' ').unwrap();
    let (words, rest) = rest.split_once(" ON TABLE public.t ").unwrap();
    let option = rest.ends_with(" WITH GRANT OPTION");
    let grantee = rest.split(' ').nth(1).unwrap().to_owned();
    let words: Vec<&str> =
        if words == "ALL" { Letters::of("rawdDxtm").words("rawdDxtm").collect() } else { words.split(", ").collect() };
    for word in words {
        let (plain, grantable) = ((grantee.clone(), word.to_owned(), false), (grantee.clone(), word.to_owned(), true));
        if verb == "REVOKE" {
            held.remove(&plain);
            held.remove(&grantable);
        } else if option {
            held.remove(&plain);
            held.insert(grantable);
        } else if !held.contains(&grantable) {
            held.insert(plain);
        }
    }
}

fn held(items: &[String]) -> BTreeSet<(String, String, bool)> {
    let mut held = BTreeSet::new();
    for item in table().parse(items).unwrap() {
        let grantee = item.grantee.unwrap_or_else(|| "PUBLIC".to_owned());
        for (letters, option) in [(item.plain, false), (item.grantable, true)] {
            held.extend(letters.words("rawdDxtm").map(|word| (grantee.clone(), word.to_owned(), option)));
        }
    }
    held
}

/// One item for each of some roles, granted by the owner.
fn array() -> impl Strategy<Value = Vec<String>> {
    let letters = proptest::collection::vec(0_u8..3, 8);
    proptest::collection::btree_map("[a-e]|o|", letters, 0..6).prop_map(|items| {
        let text = |choices: Vec<u8>| -> String {
            "rawdDxtm"
                .chars()
                .zip(choices)
                .map(|(letter, choice)| match choice {
                    0 => String::new(),
                    1 => letter.to_string(),
                    _ => format!("{letter}*"),
                })
                .collect()
        };
        items
            .into_iter()
            .map(|(grantee, choices)| (grantee, text(choices)))
            .filter(|(_, letters)| !letters.is_empty())
            .map(|(grantee, letters)| format!("{grantee}={letters}/o"))
            .collect()
    })
}

proptest! {
    #[test]
    fn statements_lead_from_base_to_array(acl in array(), base in array()) {
        let mut state = held(&base);
        for line in table().statements(&acl, &base).unwrap().lines() {
            apply(&mut state, line);
        }
        prop_assert_eq!(state, held(&acl));
    }

    #[test]
    fn whatever_the_order_of_a_chain_grants_are_possible(
        order in Just(vec!["a=r*/o", "b=r*/a", "c=r*/b", "d=r/c", "e=r/a"]).prop_shuffle()
    ) {
        let mut options: BTreeSet<&str> = BTreeSet::from(["o"]);
        let lines = statements(&table(), &order, &[]);
        let mut grantor = "o";
        for line in &lines {
            if let Some(role) = line.strip_prefix("SET SESSION AUTHORIZATION ") {
                grantor = role.trim_end_matches(';');
            } else if line.starts_with("RESET") {
                grantor = "o";
            } else {
                prop_assert!(options.contains(grantor), "{:?}", lines);
                let grantee = line.split(" TO ").nth(1).unwrap().split([' ', ';']).next().unwrap();
                if line.contains("GRANT OPTION") {
                    options.insert(grantee);
                }
            }
        }
    }
}
