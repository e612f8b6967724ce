//! CREATE DATABASE, in the words that the target knows.

use crate::{
    manifest::Source,
    server::ServerVersion,
    syntax::{identifier, literal},
};

/// A database like the source, named `name`, on a server of the version `target`.
///
/// Servers before 15 know no locale provider. The collation version is not carried: the target has its own. A
/// source of 13 or 14 is libc; on 15 and newer that has to be said, for the template may be something else.
pub fn create_database(name: &str, source: &Source, tablespace: Option<&str>, target: ServerVersion) -> String {
    let mut words = vec![
        format!("CREATE DATABASE {} WITH TEMPLATE = template0", identifier(name)),
        format!("ENCODING = {}", value(&source.encoding)),
    ];
    if target.major() >= 15 {
        let provider = match source.locale_provider.as_str() {
            "i" => "icu",
            "b" => "builtin",
            _ => "libc",
        };
        words.push(format!("LOCALE_PROVIDER = {provider}"));
    }
    if source.collate == source.ctype {
        words.push(format!("LOCALE = {}", value(&source.collate)));
    } else {
        words.push(format!("LC_COLLATE = {} LC_CTYPE = {}", value(&source.collate), value(&source.ctype)));
    }
    if let Some(locale) = &source.locale
        && target.major() >= 15
    {
        let word = if source.locale_provider == "b" { "BUILTIN_LOCALE" } else { "ICU_LOCALE" };
        words.push(format!("{word} = {}", value(locale)));
    }
    if let Some(rules) = &source.icu_rules
        && target.major() >= 16
    {
        words.push(format!("ICU_RULES = {}", value(rules)));
    }
    if let Some(tablespace) = tablespace {
        words.push(format!("TABLESPACE = {}", identifier(tablespace)));
    }
    format!("{};", words.join(" "))
}

fn value(text: &str) -> String {
    literal(text).trim_start().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> Source {
        Source {
            database: "shop".to_owned(),
            server_version: "18.4".to_owned(),
            server_version_num: 180_004,
            encoding: "UTF8".to_owned(),
            collate: "C".to_owned(),
            ctype: "C".to_owned(),
            locale_provider: "c".to_owned(),
            locale: None,
            icu_rules: None,
            snapshot: String::new(),
            lsn: String::new(),
            in_recovery: false,
            money_probe: String::new(),
        }
    }

    #[test]
    fn libc() {
        assert_eq!(
            create_database("Shop", &source(), None, ServerVersion(180_000)),
            "CREATE DATABASE \"Shop\" WITH TEMPLATE = template0 ENCODING = 'UTF8' LOCALE_PROVIDER = libc LOCALE = 'C';"
        );
        let mixed = Source { ctype: "en_US.UTF-8".to_owned(), ..source() };
        assert_eq!(
            create_database("shop", &mixed, Some("fast"), ServerVersion(130_000)),
            "CREATE DATABASE shop WITH TEMPLATE = template0 ENCODING = 'UTF8' LC_COLLATE = 'C' \
             LC_CTYPE = 'en_US.UTF-8' TABLESPACE = fast;"
        );
    }

    #[test]
    fn icu_and_builtin() {
        let icu = Source {
            locale_provider: "i".to_owned(),
            locale: Some("de-AT".to_owned()),
            icu_rules: Some("&a < \\b".to_owned()),
            ..source()
        };
        let text = create_database("shop", &icu, None, ServerVersion(160_000));
        assert!(text.ends_with("LOCALE_PROVIDER = icu LOCALE = 'C' ICU_LOCALE = 'de-AT' ICU_RULES = E'&a < \\\\b';"));
        assert!(!create_database("shop", &icu, None, ServerVersion(150_000)).contains("ICU_RULES"));
        let builtin = Source { locale_provider: "b".to_owned(), locale: Some("C.UTF-8".to_owned()), ..source() };
        assert!(create_database("shop", &builtin, None, ServerVersion(170_000)).contains("BUILTIN_LOCALE = 'C.UTF-8'"));
    }
}
