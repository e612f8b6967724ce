//! The text of one `aclitem`: `alice=arw*/bob`.
//!
//! ```text
//! grantee = letters / grantor
//!    │         │          └─ role that granted
//!    │         └─ one letter per privilege, each followed by * when held with grant option
//!    └─ role, empty for PUBLIC; in double quotes unless all letters, digits and underscores
//! ```

use std::{iter::Peekable, str::Chars};

/// Letter and word of every privilege there is; the position is its bit in [`Letters`].
const PRIVILEGES: [(char, &str); 15] = [
    ('r', "SELECT"),
    ('a', "INSERT"),
    ('w', "UPDATE"),
    ('d', "DELETE"),
    ('D', "TRUNCATE"),
    ('x', "REFERENCES"),
    ('t', "TRIGGER"),
    ('m', "MAINTAIN"),
    ('X', "EXECUTE"),
    ('U', "USAGE"),
    ('C', "CREATE"),
    ('c', "CONNECT"),
    ('T', "TEMPORARY"),
    ('s', "SET"),
    ('A', "ALTER SYSTEM"),
];

/// A set of privileges.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub(super) struct Letters(u32);

impl Letters {
    /// The set of these letters; unknown ones are left out.
    pub(super) fn of(letters: &str) -> Self {
        letters.chars().filter_map(Letters::bit).fold(Letters::default(), Letters::union)
    }

    fn bit(letter: char) -> Option<Self> {
        PRIVILEGES.iter().position(|&(known, _)| known == letter).map(|position| Letters(1 << position))
    }

    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    pub(super) fn union(self, other: Letters) -> Letters {
        Letters(self.0 | other.0)
    }

    pub(super) fn without(self, other: Letters) -> Letters {
        Letters(self.0 & !other.0)
    }

    pub(super) fn contains(self, other: Letters) -> bool {
        self.0 & other.0 == other.0
    }

    /// A letter of the set that `known` does not have.
    pub(super) fn beyond(self, known: &str) -> Option<char> {
        PRIVILEGES
            .iter()
            .map(|&(letter, _)| letter)
            .find(|&letter| !known.contains(letter) && Letters::bit(letter).is_some_and(|bit| self.contains(bit)))
    }

    /// The words of the set, in the order of `known`.
    pub(super) fn words(self, known: &str) -> impl Iterator<Item = &'static str> {
        known.chars().filter_map(move |wanted| {
            let &(letter, word) = PRIVILEGES.iter().find(|&&(letter, _)| letter == wanted)?;
            self.contains(Letters::bit(letter)?).then_some(word)
        })
    }
}

/// What one role holds from one other.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct AclItem {
    /// Unquoted; `None` is PUBLIC.
    pub(super) grantee: Option<String>,
    /// Held without grant option.
    pub(super) plain: Letters,
    /// Held with grant option.
    pub(super) grantable: Letters,
    /// Unquoted.
    pub(super) grantor: String,
}

/// Why a text is not an `aclitem`.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
pub(super) enum AclItemError {
    #[error("a quoted name has no end")]
    OpenQuote,
    #[error("{0:?} is missing")]
    Missing(char),
    #[error("unknown privilege {0:?}")]
    UnknownPrivilege(char),
    #[error("no grantor")]
    NoGrantor,
    #[error("unexpected {0:?} behind the grantor")]
    Trailing(char),
}

impl AclItem {
    /// Reads the server's text.
    pub(super) fn parse(text: &str) -> Result<Self, AclItemError> {
        let mut rest = text.chars().peekable();
        let grantee = name(&mut rest)?;
        expect(&mut rest, '=')?;
        let (mut plain, mut grantable) = (Letters::default(), Letters::default());
        while let Some(letter) = rest.next_if(|&next| next != '/') {
            let bit = Letters::bit(letter).ok_or(AclItemError::UnknownPrivilege(letter))?;
            if rest.next_if_eq(&'*').is_some() {
                grantable = grantable.union(bit);
            } else {
                plain = plain.union(bit);
            }
        }
        expect(&mut rest, '/')?;
        let grantor = name(&mut rest)?;
        if grantor.is_empty() {
            return Err(AclItemError::NoGrantor);
        }
        match rest.next() {
            Some(next) => Err(AclItemError::Trailing(next)),
            None => Ok(AclItem { grantee: Some(grantee).filter(|name| !name.is_empty()), plain, grantable, grantor }),
        }
    }
}

fn expect(rest: &mut Peekable<Chars<'_>>, wanted: char) -> Result<(), AclItemError> {
    rest.next_if_eq(&wanted).map(|_| ()).ok_or(AclItemError::Missing(wanted))
}

/// A role's name: up to `=` or `/` outside of quotes; a doubled quote inside of quotes is one.
fn name(rest: &mut Peekable<Chars<'_>>) -> Result<String, AclItemError> {
    let mut name = String::new();
    let mut quoted = false;
    while let Some(next) = rest.next_if(|&next| quoted || !matches!(next, '=' | '/')) {
        if next != '"' {
            name.push(next);
        } else if quoted && rest.next_if_eq(&'"').is_some() {
            name.push('"');
        } else {
            quoted = !quoted;
        }
    }
    if quoted { Err(AclItemError::OpenQuote) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn item(grantee: Option<&str>, plain: &str, grantable: &str, grantor: &str) -> AclItem {
        AclItem {
            grantee: grantee.map(str::to_owned),
            plain: Letters::of(plain),
            grantable: Letters::of(grantable),
            grantor: grantor.to_owned(),
        }
    }

    #[test]
    fn texts_of_servers() {
        let cases = [
            ("=r/postgres", item(None, "r", "", "postgres")),
            ("alice=arwdDxtm/postgres", item(Some("alice"), "arwdDxtm", "", "postgres")),
            ("alice=r*w/bob", item(Some("alice"), "w", "r", "bob")),
            ("\"a b\"=U/\"x=/y\"", item(Some("a b"), "U", "", "x=/y")),
            ("\"say \"\"hi\"\"\"=X/o", item(Some("say \"hi\""), "X", "", "o")),
            ("16402=r/postgres", item(Some("16402"), "r", "", "postgres")),
            ("älice=r/o", item(Some("älice"), "r", "", "o")),
            ("\"*\"=X*/o", item(Some("*"), "", "X", "o")),
            ("alice=/o", item(Some("alice"), "", "", "o")),
        ];
        for (text, expected) in cases {
            assert_eq!(AclItem::parse(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn texts_of_no_server() {
        let cases = [
            ("", AclItemError::Missing('=')),
            ("alice", AclItemError::Missing('=')),
            ("alice=r", AclItemError::Missing('/')),
            ("alice=r/", AclItemError::NoGrantor),
            ("alice=z/o", AclItemError::UnknownPrivilege('z')),
            ("alice=**/o", AclItemError::UnknownPrivilege('*')),
            ("\"alice=r/o", AclItemError::OpenQuote),
            ("alice=r/o=", AclItemError::Trailing('=')),
        ];
        for (text, expected) in cases {
            assert_eq!(AclItem::parse(text), Err(expected), "{text}");
        }
    }

    /// The text as the server writes it, with every name quoted.
    fn print(item: &AclItem) -> String {
        let quote = |name: &str| format!("\"{}\"", name.replace('"', "\"\""));
        let letters: String = PRIVILEGES
            .iter()
            .flat_map(|&(letter, _)| {
                let bit = Letters::of(&letter.to_string());
                let plain = item.plain.contains(bit).then(|| letter.to_string());
                let grantable = item.grantable.contains(bit).then(|| format!("{letter}*"));
                [plain, grantable].into_iter().flatten()
            })
            .collect();
        format!("{}={letters}/{}", item.grantee.as_deref().map(quote).unwrap_or_default(), quote(&item.grantor))
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read(
            grantee in proptest::option::of(".{1,12}"), grantor in ".{1,12}",
            plain in 0_u32..(1 << 15), grantable in 0_u32..(1 << 15),
        ) {
            let item =
                AclItem { grantee, plain: Letters(plain & !grantable), grantable: Letters(grantable), grantor };
            prop_assert_eq!(AclItem::parse(&print(&item)), Ok(item));
        }

        #[test]
        fn no_text_panics(text in "[a-z=/\"*]{0,24}") {
            let _ = AclItem::parse(&text);
        }
    }
}
