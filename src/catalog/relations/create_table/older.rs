//! What of a table's definition older servers are told in other words, and what they cannot be told at all.

use super::{Table, not_null};
use crate::{
    catalog::relations::{
        column::{Attribute, Generated},
        options::{OPTIONS_SINCE, unknown},
        printed::{DefaultPlace, Printed},
        relation::Relation,
        settings::{self, COMPRESSION_SINCE},
    },
    object::{Feature, Older},
};

impl Table<'_> {
    /// What the definition uses that cannot be said otherwise.
    pub(super) fn requires(&self) -> Vec<Feature> {
        let mut features = Vec::new();
        for (column, printed) in &self.columns {
            if column.generated == Some(Generated::Virtual) && printed.default == DefaultPlace::Generated {
                features.push(Feature::VirtualColumn);
            }
            if printed.default == DefaultPlace::OtherExpression {
                features.push(Feature::ChildExpression);
            }
            let constraint = column.not_null.as_ref().and_then(|it| it.constraint.as_ref());
            if printed.not_null && constraint.is_some_and(|it| it.no_inherit) {
                features.push(Feature::NotNullNoInherit);
            }
        }
        features.sort_unstable();
        features.dedup();
        features
    }

    /// The definition in the words of older servers, where they differ.
    pub(super) fn older(&self) -> Vec<Older> {
        let relation = &self.row.relation;
        let has_compression = || self.columns.iter().any(|(column, it)| it.compression && column.compression.is_some());
        let has_element = || {
            let mut columns = self.columns.iter();
            columns.any(|(column, it)| it.not_null && !it.column && needs_not_null_element(relation, column, *it))
        };
        let newer = [
            (COMPRESSION_SINCE, has_compression()),
            (not_null::ELEMENT_SINCE, has_element() || self.unknown_options(OPTIONS_SINCE - 1).next().is_some()),
        ];
        let newer = newer.into_iter().filter(|(_, differs)| *differs);
        let form = |(below, _)| Older { below, create: self.definition(below - 1).0, loses: self.loses(below - 1) };
        newer.map(form).collect()
    }

    /// What servers of this major version cannot be told.
    fn loses(&self, server: u32) -> Vec<String> {
        let columns = self.columns.iter();
        let mut loses: Vec<String> =
            columns.filter_map(|(it, printed)| settings::lost_compression(it, *printed, server)).collect();
        loses.extend(self.unknown_options(server).map(|option| format!("storage parameter {option}")));
        loses
    }

    fn unknown_options(&self, server: u32) -> impl Iterator<Item = &str> {
        unknown(&self.row.options, server).chain(unknown(&self.row.toast_options, server))
    }
}

/// Whether only a table constraint says what the NOT NULL of a column is that is not written.
pub(super) fn needs_not_null_element(relation: &Relation, column: &Attribute, printed: Printed) -> bool {
    let plain = column.not_null.as_ref().is_none_or(|it| not_null::is_plain(relation, column, it));
    printed.inherits_not_null || !plain
}

#[cfg(test)]
mod tests {
    use std::collections::{HashMap, HashSet};

    use super::{
        super::tests::{column, row},
        *,
    };

    #[test]
    fn compression_and_new_options_are_left_out_where_nobody_knows_them() {
        let options = vec!["fillfactor=70".to_owned(), "autovacuum_vacuum_max_threshold=9".to_owned()];
        let attribute = Attribute { compression: Some('l'), ..column(1, "a") };
        let attributes = HashMap::from([(1, vec![attribute])]);
        let row = super::super::Row { options, ..row('r') };
        let table = Table::new(row, &attributes, Vec::new(), &HashSet::from([1]));
        let forms: Vec<(u32, String, usize)> = table
            .older()
            .into_iter()
            .map(|form| (form.below, form.create.render(|_| None), form.loses.len()))
            .collect();
        let old = "CREATE TABLE s.\"T\" (\n    a integer\n)\nWITH (fillfactor='70');";
        let compressed = format!("{old}\n\nALTER TABLE ONLY s.\"T\" ALTER COLUMN a SET COMPRESSION lz4;");
        assert_eq!(forms, [(14, old.to_owned(), 2), (18, compressed, 1)]);
    }
}
