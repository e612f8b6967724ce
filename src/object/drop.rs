//! DROP statements, with and without IF EXISTS.

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
    /// One statement for both, with [`Drop::IF_EXISTS`] wherever IF EXISTS has its place.
    Marked(Box<str>),
    /// Two statements that differ in more than that.
    Both(Box<DropStatements>),
}

/// The two spellings of a DROP statement.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct DropStatements {
    /// `DROP TABLE public.t;`
    pub plain: String,
    /// `DROP TABLE IF EXISTS public.t;`
    pub if_exists: String,
}

impl Drop {
    /// The place of IF EXISTS: a byte that no text of a server has.
    pub const IF_EXISTS: char = '\0';

    /// A statement with [`Drop::IF_EXISTS`] in it, or one that has no such clause.
    pub fn marked(text: impl Into<Box<str>>) -> Self {
        Drop::Marked(text.into())
    }

    /// Two statements.
    pub fn both(plain: String, if_exists: String) -> Self {
        Drop::Both(Box::new(DropStatements { plain, if_exists }))
    }
}

impl Object {
    /// The statements that drop it.
    pub fn drop_statements(&self) -> Option<DropStatements> {
        match self.drop.as_ref()? {
            Drop::Address { noun, cascade } => {
                let address = self.address.as_deref()?;
                let (noun, name) = address.split_at_checked(*noun)?;
                let behavior = if *cascade { " CASCADE" } else { "" };
                Some(DropStatements {
                    plain: format!("DROP {address}{behavior};"),
                    if_exists: format!("DROP {noun} IF EXISTS{name}{behavior};"),
                })
            }
            Drop::Marked(text) => Some(DropStatements {
                plain: text.replace(Drop::IF_EXISTS, ""),
                if_exists: text.replace(Drop::IF_EXISTS, "IF EXISTS "),
            }),
            Drop::Both(statements) => Some(DropStatements::clone(statements)),
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
        object.drop_statements().map(|it| (it.plain, it.if_exists))
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
}
