//! Collations of every provider. The version of the operating system's or ICU's rules is not carried: it describes
//! the server that computed it.

use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Feature, Key, Kind, Object, Older},
    syntax::{literal, qualified},
};

const QUERY: Query = query!("types", "collation.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        reading.add(object(Row::read(&row)?)?);
    }
    Ok(())
}

struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    provider: char,
    deterministic: bool,
    lc_collate: Option<String>,
    lc_ctype: Option<String>,
    locale: Option<String>,
    rules: Option<String>,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            provider: row.char("provider")?,
            deterministic: row.get("deterministic")?,
            lc_collate: row.get("lc_collate")?,
            lc_ctype: row.get("lc_ctype")?,
            locale: row.get("locale")?,
            rules: row.get("rules")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let name = qualified(&row.schema, &row.name);
    let create = Definition::sql(format!("CREATE COLLATION {name} ({});", options(&row)?.join(", ")));
    let features = [
        (row.rules.is_some(), Feature::CollationRules),
        (row.provider == 'b' && row.locale.as_deref() != Some("C"), Feature::BuiltinCollation),
        (row.provider == 'b' && row.locale.as_deref() == Some("PG_UNICODE_FAST"), Feature::UnicodeFast),
    ];
    // The builtin C is what libc's C is.
    let older = (row.provider == 'b' && row.locale.as_deref() == Some("C"))
        .then(|| Older::sql(17, format!("CREATE COLLATION {name} (provider = libc, locale = 'C');"), Vec::new()));
    Ok(Object {
        requires: Feature::used(&features),
        older: older.into_iter().collect(),
        owner: Some(row.owner.into()),
        create,
        ..Object::new(Key::new(Class::COLLATION, row.oid), Kind::Collation, Some(row.schema), row.name)
            .addressed("COLLATION", &name)
    })
}

fn options(row: &Row) -> Result<Vec<String>, CatalogError> {
    let provider = match row.provider {
        'b' => "builtin",
        'c' => "libc",
        'i' => "icu",
        other => {
            let detail = format!("provider {other:?} of collation {}.{}", row.schema, row.name);
            return Err(CatalogError::Row { what: QUERY.name, detail });
        }
    };
    let mut options = vec![format!("provider = {provider}")];
    if !row.deterministic {
        options.push("deterministic = false".to_owned());
    }
    // Before 15 the locale of an ICU collation stands where libc's two are.
    match (&row.locale, &row.lc_collate, &row.lc_ctype) {
        (Some(locale), _, _) => options.push(format!("locale = {}", literal(locale))),
        (None, Some(collate), Some(ctype)) if collate == ctype => {
            options.push(format!("locale = {}", literal(collate)));
        }
        (None, collate, ctype) => {
            options.extend(collate.as_ref().map(|collate| format!("lc_collate = {}", literal(collate))));
            options.extend(ctype.as_ref().map(|ctype| format!("lc_ctype = {}", literal(ctype))));
        }
    }
    if let Some(rules) = &row.rules {
        options.push(format!("rules = {}", literal(rules)));
    }
    Ok(options)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(provider: char, collate: Option<&str>, ctype: Option<&str>, locale: Option<&str>) -> String {
        let row = Row {
            oid: 20_000,
            schema: "s".to_owned(),
            name: "c".to_owned(),
            owner: "alice".to_owned(),
            provider,
            deterministic: true,
            lc_collate: collate.map(str::to_owned),
            lc_ctype: ctype.map(str::to_owned),
            locale: locale.map(str::to_owned),
            rules: None,
        };
        options(&row).map_or_else(|error| error.to_string(), |options| options.join(", "))
    }

    #[test]
    fn the_locale_is_where_the_version_keeps_it() {
        assert_eq!(text('i', Some("de-DE"), Some("de-DE"), None), "provider = icu, locale = 'de-DE'");
        assert_eq!(text('i', None, None, Some("de-DE")), "provider = icu, locale = 'de-DE'");
        assert_eq!(text('b', None, None, Some("C.UTF-8")), "provider = builtin, locale = 'C.UTF-8'");
        assert_eq!(
            text('c', Some("C"), Some("en_US.utf8"), None),
            "provider = libc, lc_collate = 'C', lc_ctype = 'en_US.utf8'"
        );
    }

    #[test]
    fn an_unknown_provider_is_an_error() {
        assert!(text('z', None, None, None).contains("provider 'z'"));
    }
}
