//! The statements every kind has in the same form: its address and its DROP.

use crate::{
    object::{Drop, Object},
    syntax::literal,
};

impl Object {
    /// Sets what stands after COMMENT ON and ALTER … OWNER TO, and the DROP statement of the same words.
    pub(super) fn addressed(mut self, noun: &str, name: &str) -> Self {
        self.address = Some(format!("{noun} {name}"));
        self.drop = Some(Drop::Address { noun: noun.len(), cascade: false });
        self
    }

    /// Dropping an addressed object drops what depends on it.
    pub(super) fn cascading(mut self) -> Self {
        if let Some(Drop::Address { cascade, .. }) = &mut self.drop {
            *cascade = true;
        }
        self
    }
}

/// A statement without an IF EXISTS of its own as one that does nothing when the schema or the object it names is
/// not there.
pub(super) fn if_exists(statement: &str) -> String {
    let body = format!("BEGIN {statement} EXCEPTION WHEN undefined_object OR invalid_schema_name THEN NULL; END");
    format!("DO {};", literal(&body).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::object::{Class, DropStatements, Key, Kind};

    #[test]
    fn missing_object_is_ignored_whatever_its_name() {
        assert_eq!(
            if_exists("ALTER DOMAIN s.\"it's\" DROP CONSTRAINT c;"),
            "DO 'BEGIN ALTER DOMAIN s.\"it''s\" DROP CONSTRAINT c; \
             EXCEPTION WHEN undefined_object OR invalid_schema_name THEN NULL; END';"
        );
    }

    #[test]
    fn address_and_drop_use_the_same_words() {
        let object = Object::new(Key::new(Class::TYPE, 1), Kind::Type, None, "mood").addressed("TYPE", "s.mood");
        assert_eq!(object.address.as_deref(), Some("TYPE s.mood"));
        let drop = DropStatements::new("DROP TYPE s.mood;".to_owned(), "DROP TYPE IF EXISTS s.mood;".to_owned());
        assert_eq!(object.drop_statements(), Some(drop));
    }
}
