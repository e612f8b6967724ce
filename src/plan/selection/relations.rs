//! Which relations a dump locks and whose rows it reads, decided on the plain listing before any lock.

use std::collections::{HashMap, HashSet};

use super::{Pattern, Selection};
use crate::plan::PlanError;

/// One relation of the listing.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Relation {
    /// Its OID.
    pub oid: u32,
    /// Schema, unquoted.
    pub schema: String,
    /// Name, unquoted.
    pub name: String,
    /// `pg_class.relkind`.
    pub kind: char,
    /// `pg_table_is_visible` under the role's own search path: `-t name` without a schema matches only these.
    pub visible: bool,
    /// `pg_inherits.inhparent`.
    pub parents: Vec<u32>,
    /// The table that owns this sequence.
    pub owned_by: Option<u32>,
    /// The sequence is an identity column's and does not exist without it.
    pub identity: bool,
    /// `relpersistence = 'u'`.
    pub unlogged: bool,
    /// The server of a foreign table.
    pub foreign_server: Option<String>,
    /// The extension that it belongs to; its rows count only when it is a configuration table.
    pub extension: Option<String>,
}

/// The answer: OIDs of relations.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Relations {
    /// Whose definitions are dumped.
    pub definitions: HashSet<u32>,
    /// Whose rows, values or contents (REFRESH) are dumped.
    pub rows: HashSet<u32>,
}

/// The names that patterns may match, besides relations.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'a> {
    /// The database.
    pub database: &'a str,
    /// Schemas.
    pub schemas: &'a [String],
    /// Extensions.
    pub extensions: &'a [String],
    /// Foreign servers.
    pub servers: &'a [String],
}

impl Selection {
    /// Decides on every relation of a listing.
    pub fn choose(&self, listing: &[Relation]) -> Relations {
        let by_oid: HashMap<u32, &Relation> = listing.iter().map(|relation| (relation.oid, relation)).collect();
        let mut chosen = Relations::default();
        for relation in listing {
            let owner = relation.owned_by.and_then(|oid| by_oid.get(&oid).copied());
            let owner_wanted = owner.is_some_and(|owner| self.wants_relation(owner, &ancestors(owner, &by_oid)));
            let ancestors = ancestors(relation, &by_oid);
            let wanted = match owner {
                Some(_) if relation.identity => owner_wanted,
                _ => owner_wanted || self.wants_relation(relation, &ancestors),
            };
            if wanted {
                chosen.definitions.insert(relation.oid);
            }
            if self.wants_rows_of(relation, &ancestors, wanted) {
                chosen.rows.insert(relation.oid);
            }
        }
        chosen
    }

    /// Whether this relation's definition is dumped. `ancestors` are those it inherits from, at any distance.
    pub fn wants_relation(&self, relation: &Relation, ancestors: &[&Relation]) -> bool {
        relation.extension.is_none() && self.names_relation(relation, ancestors)
    }

    /// Refuses patterns that match nothing, where that is asked for, and patterns for another database.
    pub fn check_names(&self, listing: &[Relation], names: Names<'_>) -> Result<(), PlanError> {
        let table_lists = [
            &self.include_tables,
            &self.include_tables_and_children,
            &self.exclude_tables,
            &self.exclude_tables_and_children,
            &self.exclude_table_data,
            &self.exclude_table_data_and_children,
        ];
        let all = table_lists.into_iter().chain([&self.include_schemas, &self.exclude_schemas]);
        for pattern in all.flatten() {
            pattern.check_database(names.database)?;
        }
        let any_name = |names: &[String], pattern: &Pattern| names.iter().any(|name| pattern.matches_name(name));
        let relation = |pattern: &Pattern| listing.iter().any(|relation| matches(pattern, relation));
        let tables: Vec<&Pattern> = self.include_tables.iter().chain(&self.include_tables_and_children).collect();
        self.check_matches("table", &tables, relation)?;
        let schemas: Vec<&Pattern> = self.include_schemas.iter().collect();
        self.check_matches("schema", &schemas, |pattern| any_name(names.schemas, pattern))?;
        let extensions: Vec<&Pattern> = self.include_extensions.iter().collect();
        self.check_matches("extension", &extensions, |pattern| any_name(names.extensions, pattern))?;
        let servers: Vec<&Pattern> = self.include_foreign_data.iter().collect();
        self.check_matches("foreign server", &servers, |pattern| any_name(names.servers, pattern))
    }

    fn check_matches(
        &self,
        what: &'static str,
        patterns: &[&Pattern],
        matches: impl Fn(&Pattern) -> bool,
    ) -> Result<(), PlanError> {
        let unmatched: Vec<&&Pattern> = patterns.iter().filter(|pattern| !matches(pattern)).collect();
        match unmatched.first() {
            Some(pattern) if self.strict_names => {
                Err(PlanError::NoMatch { what, pattern: pattern.as_str().to_owned() })
            }
            Some(_) if unmatched.len() == patterns.len() => {
                let patterns: Vec<&str> = patterns.iter().map(|pattern| pattern.as_str()).collect();
                Err(PlanError::NothingMatches { what, patterns: patterns.join(", ") })
            }
            _ => Ok(()),
        }
    }

    /// Whether the options speak of this relation, be it an extension's or not.
    fn names_relation(&self, relation: &Relation, ancestors: &[&Relation]) -> bool {
        let included = if self.names_tables() {
            any(&self.include_tables, &self.include_tables_and_children, relation, ancestors)
        } else {
            self.wants_schema(&relation.schema)
        };
        included && !any(&self.exclude_tables, &self.exclude_tables_and_children, relation, ancestors)
    }

    fn wants_rows_of(&self, relation: &Relation, ancestors: &[&Relation], wanted: bool) -> bool {
        let excluded = any(&self.exclude_table_data, &self.exclude_table_data_and_children, relation, ancestors)
            || (relation.unlogged && self.no_unlogged_table_data);
        if excluded {
            return false;
        }
        if let Some(extension) = &relation.extension {
            let named =
                self.wants_extension(extension) || (!self.is_everything() && self.names_relation(relation, ancestors));
            let wanted = if relation.kind == 'S' { self.wants_sequence_values() } else { self.wants_rows() };
            return named
                && wanted
                && !any(&self.exclude_tables, &self.exclude_tables_and_children, relation, ancestors)
                && !self.exclude_schemas.iter().any(|pattern| pattern.matches_name(&relation.schema));
        }
        wanted
            && match relation.kind {
                'r' => self.wants_rows(),
                'm' => !self.schema_only,
                'S' => self.wants_sequence_values(),
                'f' => {
                    self.wants_rows()
                        && relation.foreign_server.as_deref().is_some_and(|server| self.wants_foreign_data(server))
                }
                _ => false,
            }
    }
}

fn matches(pattern: &Pattern, relation: &Relation) -> bool {
    pattern.matches(&relation.schema, &relation.name, relation.visible)
}

fn any(plain: &[Pattern], with_children: &[Pattern], relation: &Relation, ancestors: &[&Relation]) -> bool {
    plain.iter().any(|pattern| matches(pattern, relation))
        || with_children
            .iter()
            .any(|pattern| matches(pattern, relation) || ancestors.iter().any(|ancestor| matches(pattern, ancestor)))
}

/// Everything a relation inherits from, at any distance, each once.
fn ancestors<'a>(relation: &Relation, by_oid: &HashMap<u32, &'a Relation>) -> Vec<&'a Relation> {
    let mut found: Vec<&Relation> = Vec::new();
    let mut seen = HashSet::new();
    let mut stack = relation.parents.clone();
    while let Some(oid) = stack.pop() {
        if let Some(parent) = by_oid.get(&oid).copied().filter(|_| seen.insert(oid)) {
            stack.extend(&parent.parents);
            found.push(parent);
        }
    }
    found
}
