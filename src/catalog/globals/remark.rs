//! Comments and security labels of roles and tablespaces, which no query for a database's objects finds.

use crate::{
    catalog::{CatalogError, access::remark, reading::CatalogRow},
    object::{Definition, Kind, Object, Part},
    syntax::{identifier, literal},
};

/// What is said about one object of the cluster.
pub(super) struct Remarks {
    comment: Option<String>,
    label_providers: Vec<String>,
    labels: Vec<String>,
}

impl Remarks {
    /// Reads the columns `comment`, `label_providers` and `labels`.
    pub(super) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        Ok(Remarks {
            comment: row.get("comment")?,
            label_providers: row.get("label_providers")?,
            labels: row.get("labels")?,
        })
    }

    /// The objects that say it of `subject`, whose address is set.
    pub(super) fn objects(&self, subject: &Object) -> Vec<Object> {
        let Some(address) = &subject.address else { return Vec::new() };
        let label = format!("{} {}", subject.kind.label(), subject.name);
        let mut found = Vec::new();
        if let Some(comment) = &self.comment {
            found.push(Object {
                create: Definition::sql(format!("COMMENT ON {address} IS {};", literal(comment))),
                ..remark(subject, subject.key.part(Part::Comment(0)), Kind::Comment, label.clone())
            });
        }
        for ((position, provider), text) in (0..=u8::MAX).zip(&self.label_providers).zip(&self.labels) {
            let statement = format!("SECURITY LABEL FOR {} ON {address} IS {};", identifier(provider), literal(text));
            found.push(Object {
                sort_key: provider.clone(),
                create: Definition::sql(statement),
                ..remark(
                    subject,
                    subject.key.part(Part::SecurityLabel(0, position)),
                    Kind::SecurityLabel,
                    label.clone(),
                )
            });
        }
        found
    }
}
