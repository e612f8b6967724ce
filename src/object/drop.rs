//! DROP statements, with and without IF EXISTS.

use std::borrow::Cow;

use super::Object;

/// How to drop an object. A large schema has one for nearly every object, and two statements as text would be a good
/// part of all that is kept of it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Drop {
    /// `DROP TABLE public.t;` for an object with the address `TABLE public.t`.
    Address {
        /// How many bytes of the address are its keyword, `TABLE`.
        noun: usize,
        /// CASCADE.
        cascade: bool,
    },
    /// In words of its own.
    Statements(DropStatements),
}

/// The two spellings of a DROP statement: `DROP TABLE public.t;`, `DROP TABLE IF EXISTS public.t;`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DropStatements(Spellings);

#[derive(Clone, Debug, Eq, PartialEq)]
enum Spellings {
    /// One text for both, with [`Drop::IF_EXISTS`] wherever IF EXISTS has its place.
    Marked(Box<str>),
    /// Two that differ in more than that: without and with.
    Both(Box<(String, String)>),
}

/// What stands for [`Drop::IF_EXISTS`] in the second spelling.
const WORDS: &str = "IF EXISTS ";

impl Drop {
    /// The place of IF EXISTS: a byte that no text of a server has.
    pub const IF_EXISTS: char = '\0';

    /// A statement with [`Drop::IF_EXISTS`] in it, or one that has no such clause.
    pub fn marked(text: impl Into<Box<str>>) -> Self {
        Drop::Statements(DropStatements(Spellings::Marked(text.into())))
    }

    /// Two statements; an empty one says that there is nothing to do.
    pub fn both(plain: String, if_exists: String) -> Self {
        Drop::Statements(DropStatements::new(plain, if_exists))
    }
}

impl DropStatements {
    /// From the two statements.
    pub fn new(plain: String, if_exists: String) -> Self {
        DropStatements(match marked(&plain, &if_exists) {
            Some(text) => Spellings::Marked(text.into()),
            None => Spellings::Both(Box::new((plain, if_exists))),
        })
    }

    /// The statement that fails when there is nothing to drop.
    pub fn plain(&self) -> Cow<'_, str> {
        match &self.0 {
            Spellings::Marked(text) => Cow::Owned(text.replace(Drop::IF_EXISTS, "")),
            Spellings::Both(both) => Cow::Borrowed(&both.0),
        }
    }

    /// The statement that passes over what is not there.
    pub fn if_exists(&self) -> Cow<'_, str> {
        match &self.0 {
            Spellings::Marked(text) => Cow::Owned(text.replace(Drop::IF_EXISTS, WORDS)),
            Spellings::Both(both) => Cow::Borrowed(&both.1),
        }
    }
}

/// One text for both, unless they differ in more than IF EXISTS.
fn marked(plain: &str, if_exists: &str) -> Option<String> {
    if plain.contains(Drop::IF_EXISTS) || if_exists.contains(Drop::IF_EXISTS) {
        return None;
    }
    let mut text = String::with_capacity(if_exists.len());
    let (mut plain, mut if_exists) = (plain, if_exists);
    while let Some((same, rest)) = if_exists.split_once(WORDS) {
        text.push_str(same);
        plain = plain.strip_prefix(same)?;
        match plain.strip_prefix(WORDS) {
            // Part of a name.
            Some(rest) => {
                text.push_str(WORDS);
                plain = rest;
            }
            None => text.push(Drop::IF_EXISTS),
        }
        if_exists = rest;
    }
    text.push_str(if_exists);
    (plain == if_exists).then_some(text)
}

impl Object {
    /// The statements that drop it.
    pub fn drop_statements(&self) -> Option<DropStatements> {
        match self.drop.as_ref()? {
            Drop::Address { noun, cascade } => {
                let (noun, name) = self.address.as_deref()?.split_at_checked(*noun)?;
                let behavior = if *cascade { " CASCADE" } else { "" };
                let name = name.strip_prefix(' ').unwrap_or(name);
                let marked = format!("DROP {noun} {}{name}{behavior};", Drop::IF_EXISTS);
                Some(DropStatements(Spellings::Marked(marked.into())))
            }
            Drop::Statements(statements) => Some(statements.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Class, Key, Kind};

    fn statements(address: &str, drop: Drop) -> Option<(String, String)> {
        let mut object = Object::new(Key::new(Class::TYPE, 1), Kind::Type, None, "mood");
        object.address = Some(address.to_owned());
        object.drop = Some(drop);
        object.drop_statements().map(|it| (it.plain().into_owned(), it.if_exists().into_owned()))
    }

    #[test]
    fn if_exists_stands_where_it_belongs() {
        let pair = |plain: &str, if_exists: &str| Some((plain.to_owned(), if_exists.to_owned()));
        assert_eq!(
            statements("TYPE s.mood", Drop::Address { noun: 4, cascade: true }),
            pair("DROP TYPE s.mood CASCADE;", "DROP TYPE IF EXISTS s.mood CASCADE;")
        );
        assert_eq!(
            statements("", Drop::marked("ALTER TABLE \0ONLY t DROP CONSTRAINT \0c;")),
            pair("ALTER TABLE ONLY t DROP CONSTRAINT c;", "ALTER TABLE IF EXISTS ONLY t DROP CONSTRAINT IF EXISTS c;")
        );
        assert_eq!(statements("", Drop::both("a".to_owned(), "b".to_owned())), pair("a", "b"));
    }

    #[test]
    fn two_statements_are_one_text_where_they_can() {
        for (plain, if_exists, is_one) in [
            ("DROP TYPE a;", "DROP TYPE IF EXISTS a;", true),
            ("DROP TYPE a, b;", "DROP TYPE IF EXISTS a, IF EXISTS b;", true),
            ("SELECT 1;", "SELECT 1;", true),
            ("", "DROP SEQUENCE IF EXISTS a;", false),
            ("DROP TYPE \"IF EXISTS \";", "DROP TYPE IF EXISTS \"IF EXISTS \";", true),
            ("DROP TYPE \"IF EXISTS \";", "DROP TYPE \"IF EXISTS \";", true),
            ("DROP TYPE b;", "DROP TYPE IF EXISTS a;", false),
            ("DROP TYPE a; SELECT 1;", "DROP TYPE IF EXISTS a;", false),
            ("DROP TYPE \0a;", "DROP TYPE \0IF EXISTS a;", false),
        ] {
            let both = DropStatements::new(plain.to_owned(), if_exists.to_owned());
            assert_eq!((&*both.plain(), &*both.if_exists()), (plain, if_exists));
            assert_eq!(matches!(both.0, Spellings::Marked(_)), is_one, "{if_exists}");
        }
    }
}
