//! From an array of `aclitem` to GRANT and REVOKE.
//!
//! An object that was just created has the privileges of a base array: those its extension gave it, or the defaults
//! of its kind (`acldefault()`). The statements made here lead from the base to the array of the source. An item is
//! replaced as a whole, so the statements do not depend on how the array came about.
//!
//! # Invariants
//! A role grants only what it holds with grant option at that point of the text, as far as the array allows it.
//!
//! Source: manual, chapter "Privileges"; letters: table "ACL Privilege Abbreviations".

use std::collections::HashMap;

use super::super::CatalogError;
use crate::{object::Older, syntax::identifier};

mod item;

use item::{AclItem, Letters};

/// The first server with the privilege MAINTAIN.
const MAINTAIN_SINCE: u32 = 17;

/// ALL on a table before that.
const TABLE_BEFORE_MAINTAIN: &str = "rawdDxt";

/// The words of a statement around its privileges, object and role.
#[derive(Clone, Copy)]
struct Words {
    verb: &'static str,
    preposition: &'static str,
    tail: &'static str,
}

const REVOKE: Words = Words { verb: "REVOKE", preposition: "FROM", tail: "" };
const GRANT: Words = Words { verb: "GRANT", preposition: "TO", tail: "" };
const GRANT_OPTION: Words = Words { tail: " WITH GRANT OPTION", ..GRANT };

/// What privileges can be granted on.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::catalog) enum Securable {
    Table,
    Column,
    Sequence,
    Function,
    Procedure,
    Language,
    Schema,
    Database,
    Type,
    ForeignDataWrapper,
    ForeignServer,
    LargeObject,
    Tablespace,
    Parameter,
}

impl Securable {
    /// The words between ON and the name.
    pub(in crate::catalog) fn keyword(self) -> &'static str {
        match self {
            Securable::Table | Securable::Column => "TABLE",
            Securable::Sequence => "SEQUENCE",
            Securable::Function => "FUNCTION",
            Securable::Procedure => "PROCEDURE",
            Securable::Language => "LANGUAGE",
            Securable::Schema => "SCHEMA",
            Securable::Database => "DATABASE",
            Securable::Type => "TYPE",
            Securable::ForeignDataWrapper => "FOREIGN DATA WRAPPER",
            Securable::ForeignServer => "FOREIGN SERVER",
            Securable::LargeObject => "LARGE OBJECT",
            Securable::Tablespace => "TABLESPACE",
            Securable::Parameter => "PARAMETER",
        }
    }

    /// The thing with this keyword.
    pub(super) fn from_keyword(keyword: &str) -> Option<Self> {
        use Securable::{
            Database, ForeignDataWrapper, ForeignServer, Function, Language, LargeObject, Procedure, Schema, Sequence,
            Table, Type,
        };
        const KINDS: [Securable; 11] = [
            Table,
            Sequence,
            Function,
            Procedure,
            Language,
            Schema,
            Database,
            Type,
            ForeignDataWrapper,
            ForeignServer,
            LargeObject,
        ];
        KINDS.into_iter().find(|kind| kind.keyword() == keyword)
    }

    /// Everything that can be granted on it, that is ALL. `MAINTAIN` came with 17: the privileges of an older source
    /// are written one by one, so that a newer target does not add it.
    fn letters(self) -> &'static str {
        match self {
            Securable::Table => "rawdDxtm",
            Securable::Column => "rawx",
            Securable::Sequence => "rUw",
            Securable::Function | Securable::Procedure => "X",
            Securable::Language | Securable::Type | Securable::ForeignDataWrapper | Securable::ForeignServer => "U",
            Securable::Schema => "UC",
            Securable::Database => "CcT",
            Securable::LargeObject => "rw",
            Securable::Tablespace => "C",
            Securable::Parameter => "sA",
        }
    }
}

/// Writes the statements for one object.
pub(in crate::catalog) struct Grants<'a> {
    /// What it is.
    pub(in crate::catalog) securable: Securable,
    /// What stands between ON and TO: `TABLE public.orders`, `TABLES` for default privileges.
    pub(in crate::catalog) on: &'a str,
    /// The quoted column.
    pub(in crate::catalog) column: Option<&'a str>,
    /// What stands before GRANT and REVOKE: `ALTER DEFAULT PRIVILEGES … `, or nothing.
    pub(in crate::catalog) prefix: &'a str,
    /// The owner, unquoted: grants of any other role are made in that role's name.
    pub(in crate::catalog) owner: &'a str,
}

impl Grants<'_> {
    /// The statements that lead from `base` to `acl`, one a line; empty when nothing has to change.
    ///
    /// # Errors
    /// An item that cannot be read, or a privilege that this kind of object cannot have.
    pub(in crate::catalog) fn statements(&self, acl: &[String], base: &[String]) -> Result<String, CatalogError> {
        let (acl, base) = (self.parse(acl)?, self.parse(base)?);
        Ok(self.between(&acl, &base, self.securable.letters()))
    }

    /// The statements that lead from one to the other on a server where `known` is ALL.
    fn between(&self, acl: &[AclItem], base: &[AclItem], known: &str) -> String {
        let mut lines = Vec::new();
        for item in base.iter().filter(|item| !acl.contains(item)) {
            self.write(&mut lines, known, REVOKE, item, item.plain.union(item.grantable));
        }
        let (kept, new): (Vec<&AclItem>, Vec<&AclItem>) = acl.iter().partition(|item| base.contains(item));
        for item in in_grant_order(new, &kept, self.owner) {
            let borrowed = item.grantor != self.owner;
            if borrowed {
                lines.push(format!("SET SESSION AUTHORIZATION {};", identifier(&item.grantor)));
            }
            self.write(&mut lines, known, GRANT, item, item.plain);
            self.write(&mut lines, known, GRANT_OPTION, item, item.grantable);
            if borrowed {
                lines.push("RESET SESSION AUTHORIZATION;".to_owned());
            }
        }
        lines.join("\n")
    }

    /// The statements for servers before 17, which have no MAINTAIN, when they are others than `newest`. The owner of a
    /// table may maintain it on any server; nobody else may on these.
    ///
    /// # Errors
    /// As [`Grants::statements`].
    pub(in crate::catalog) fn before_maintain(
        &self,
        acl: &[String],
        base: &[String],
        newest: &str,
    ) -> Result<Option<Older>, CatalogError> {
        if self.securable != Securable::Table {
            return Ok(None);
        }
        let maintain = Letters::of("m");
        let (mut acl, mut base) = (self.parse(acl)?, self.parse(base)?);
        if !acl.iter().chain(&base).any(|item| item.plain.union(item.grantable).contains(maintain)) {
            return Ok(None);
        }
        let holders = acl.iter().filter(|item| item.plain.union(item.grantable).contains(maintain));
        let others = holders.filter(|item| item.grantee.as_deref() != Some(self.owner));
        let loses = others.map(|item| format!("MAINTAIN of {}", item.grantee.as_deref().unwrap_or("PUBLIC"))).collect();
        for item in acl.iter_mut().chain(&mut base) {
            item.plain = item.plain.without(maintain);
            item.grantable = item.grantable.without(maintain);
        }
        let text = self.between(&acl, &base, TABLE_BEFORE_MAINTAIN);
        Ok((text != newest).then(|| Older::sql(MAINTAIN_SINCE, text, loses)))
    }

    fn parse(&self, items: &[String]) -> Result<Vec<AclItem>, CatalogError> {
        let known = self.securable.letters();
        let error = |text: &String, rule: String| CatalogError::Row {
            what: "privileges",
            detail: format!("{text:?} on {}: {rule}", self.on),
        };
        items
            .iter()
            .map(|text| {
                let item = AclItem::parse(text).map_err(|rule| error(text, rule.to_string()))?;
                match item.plain.union(item.grantable).beyond(known) {
                    Some(letter) => Err(error(text, format!("unknown privilege {letter:?}"))),
                    None => Ok(item),
                }
            })
            .collect()
    }

    fn write(&self, lines: &mut Vec<String>, known: &str, words: Words, item: &AclItem, letters: Letters) {
        if letters.is_empty() {
            return;
        }
        let column = self.column.map(|column| format!("({column})")).unwrap_or_default();
        let privileges: Vec<String> = if letters == Letters::of(known) {
            vec![format!("ALL{column}")]
        } else {
            letters.words(known).map(|word| format!("{word}{column}")).collect()
        };
        let grantee = item.grantee.as_deref().map_or_else(|| "PUBLIC".to_owned(), identifier);
        let Words { verb, preposition, tail } = words;
        let (prefix, on, privileges) = (self.prefix, self.on, privileges.join(", "));
        lines.push(format!("{prefix}{verb} {privileges} ON {on} {preposition} {grantee}{tail};"));
    }
}

/// The owner's own items first, then every item behind those that give its grantor the right to grant. Apart from
/// that the order of the array, which is the order in which the privileges were granted. (The array alone is not
/// enough: when a role has a privilege from two sides and loses the older one, what it granted on stands too early.)
fn in_grant_order<'i>(items: Vec<&'i AclItem>, kept: &[&'i AclItem], owner: &str) -> Vec<&'i AclItem> {
    let mut options: HashMap<&str, Letters> = HashMap::new();
    let receive = |options: &mut HashMap<&'i str, Letters>, item: &'i AclItem| {
        if let Some(grantee) = &item.grantee {
            let held = options.entry(grantee).or_default();
            *held = held.union(item.grantable);
        }
    };
    for item in kept {
        receive(&mut options, item);
    }
    let is_own = |item: &AclItem| item.grantor == owner && item.grantee.as_deref() == Some(owner);
    let (mut ordered, mut waiting): (Vec<_>, Vec<_>) = items.into_iter().partition(|item| is_own(item));
    while !waiting.is_empty() {
        let mut late = Vec::new();
        let before = ordered.len();
        for &item in &waiting {
            let held = options.get(item.grantor.as_str()).copied().unwrap_or_default();
            if item.grantor == owner || held.contains(item.plain.union(item.grantable)) {
                receive(&mut options, item);
                ordered.push(item);
            } else {
                late.push(item);
            }
        }
        if ordered.len() == before {
            // No order is right: the server will say so, and the text names what was asked for.
            ordered.append(&mut late);
        }
        waiting = late;
    }
    ordered
}

#[cfg(test)]
mod tests;
