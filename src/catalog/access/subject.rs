//! What a comment or label is about: finds the object, and the words that name it.

use crate::{
    catalog::Reading,
    object::{Class, Key, KeyMap, Kind, Object, Part},
    syntax::{identifier, qualified},
};

/// The definitions found so far, by key.
pub(super) struct Subjects<'r> {
    reading: &'r Reading<'r>,
    by_key: KeyMap<usize>,
}

/// What a remark is about.
pub(super) struct Subject<'r> {
    /// The object, or the one that brings what is spoken of (an index's constraint).
    pub(super) object: &'r Object,
    /// What stands after COMMENT ON: `COLUMN public.orders.id`.
    pub(super) address: String,
    /// What `list` shows: `COLUMN orders.id`.
    pub(super) label: String,
}

/// A row of `pg_description` or `pg_seclabel`: what it is about.
#[derive(Default)]
pub(super) struct Place {
    pub(super) class: u32,
    pub(super) oid: u32,
    pub(super) subid: i16,
    /// Of `subid`.
    pub(super) column: Option<String>,
    /// Schema and name, of an index.
    pub(super) index: Option<(String, String)>,
    /// Name, of a constraint.
    pub(super) constraint: Option<String>,
    /// The constraint of an index, the table or domain of a constraint.
    pub(super) holder: Option<Key>,
}

impl Place {
    /// The key of what is spoken of.
    pub(super) fn key(&self) -> Key {
        Key::new(Class(self.class), self.oid)
    }
}

impl<'r> Subjects<'r> {
    /// Looks at what was read so far.
    pub(super) fn new(reading: &'r Reading<'r>) -> Self {
        let objects = reading.catalog.objects.iter().enumerate();
        let by_key =
            objects.filter(|(_, object)| object.key.part == Part::Definition).map(|(at, object)| (object.key, at));
        Subjects { reading, by_key: by_key.collect() }
    }

    /// The object with this key.
    pub(super) fn object(&self, key: Key) -> Option<&'r Object> {
        self.by_key.get(&key).map(|&at| &self.reading.catalog.objects[at])
    }

    /// The object with this key, or the one it is an alias of; not the extension of a member.
    fn bearer(&self, key: Key) -> Option<&'r Object> {
        let resolved = self.reading.resolve(key);
        let is_member = resolved.class == Class::EXTENSION && key.class != Class::EXTENSION;
        if is_member { None } else { self.object(key).or_else(|| self.object(resolved)) }
    }

    /// Whom a remark is about; `None` when that is not dumped or cannot be named.
    pub(super) fn find(&self, place: &Place) -> Option<Subject<'r>> {
        let key = place.key();
        if let Some(column) = &place.column {
            let object = self.bearer(key)?;
            let (_, name) = split(object.address.as_deref()?);
            return Some(Subject {
                object,
                address: format!("COLUMN {name}.{}", identifier(column)),
                label: format!("COLUMN {}.{column}", object.name),
            });
        }
        if place.subid != 0 {
            return None;
        }
        if key.class == Class::LARGE_OBJECT {
            // The object is a group of them.
            let address = format!("LARGE OBJECT {}", key.oid);
            return Some(Subject { object: self.bearer(key)?, label: address.clone(), address });
        }
        if let Some(object) = self.object(key)
            && let Some(address) = &object.address
        {
            return Some(Subject { object, address: address.clone(), label: self.label(object, address) });
        }
        let holder = self.bearer(place.holder?)?;
        if let Some((schema, name)) = &place.index {
            let address = format!("INDEX {}", qualified(schema, name));
            return Some(Subject { object: holder, address, label: format!("INDEX {name}") });
        }
        let constraint = place.constraint.as_ref()?;
        let (_, name) = split(holder.address.as_deref()?);
        let domain = if holder.kind == Kind::Domain { "DOMAIN " } else { "" };
        Some(Subject {
            object: holder,
            address: format!("CONSTRAINT {} ON {domain}{name}", identifier(constraint)),
            label: format!("CONSTRAINT {constraint} ON {}", holder.name),
        })
    }

    /// `TABLE orders`; of a part of a table, which `list` shows as `orders total`: `TRIGGER total ON orders`.
    fn label(&self, object: &Object, address: &str) -> String {
        let (keyword, rest) = split(address);
        if object.name.starts_with(keyword) {
            return object.name.clone();
        }
        let part = object.belongs_to.and_then(|key| self.object(key)).and_then(|table| {
            let name = object.name.strip_prefix(&table.name)?.strip_prefix(' ')?;
            rest.contains(" ON ").then(|| format!("{keyword} {name} ON {}", table.name))
        });
        part.unwrap_or_else(|| format!("{keyword} {}", object.name))
    }
}

/// Parts an address into its keyword and its name: `MATERIALIZED VIEW`, `public.v`. Capital letters outside of quotes
/// are keywords.
pub(super) fn split(address: &str) -> (&str, &str) {
    let is_keyword = |byte: &u8| byte.is_ascii_uppercase() || *byte == b' ';
    let end = address.bytes().take_while(is_keyword).count();
    let (keyword, name) = address.split_at(end);
    (keyword.trim_end(), name)
}

/// A comment, label or privileges of `object`: its place and owner are that of the object.
pub(in crate::catalog) fn remark(object: &Object, key: Key, kind: Kind, label: String) -> Object {
    Object {
        section: object.section,
        owner: object.owner.clone(),
        belongs_to: Some(object.key),
        // The schema itself has none in `list`, nor has what is said about it.
        schema: object.schema.clone(),
        ..Object::new(key, kind, None, label)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_end_where_the_name_begins() {
        let cases = [
            ("TABLE public.orders", ("TABLE", "public.orders")),
            ("MATERIALIZED VIEW s.\"V\"", ("MATERIALIZED VIEW", "s.\"V\"")),
            ("SCHEMA \"A B\"", ("SCHEMA", "\"A B\"")),
            ("CAST (integer AS s.t)", ("CAST", "(integer AS s.t)")),
            ("OPERATOR s.+ (integer, integer)", ("OPERATOR", "s.+ (integer, integer)")),
            ("TRIGGER t ON s.x", ("TRIGGER", "t ON s.x")),
        ];
        for (address, parts) in cases {
            assert_eq!(split(address), parts);
        }
    }
}
