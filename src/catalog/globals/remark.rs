//! Comments and security labels of roles and tablespaces, which no query for a database's objects finds.

use crate::{
    catalog::{CatalogError, access::remark, reading::CatalogRow},
    object::{Definition, Kind, Object, Part},
    syntax::{identifier, literal},
};

/// Labels that the keys of one object can tell apart.
const MOST_LABELS: usize = 1 + u8::MAX as usize;

/// What is said about one object of the cluster.
pub(super) struct Remarks {
    comment: Option<String>,
    label_providers: Vec<String>,
    labels: Vec<String>,
}

impl Remarks {
    /// Reads the columns `comment`, `label_providers` and `labels`.
    pub(super) fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let labels: Vec<String> = row.get("labels")?;
        if labels.len() > MOST_LABELS {
            let detail = format!("an object has more than {MOST_LABELS} security labels");
            return Err(row.unexpected(detail));
        }
        Ok(Remarks { comment: row.get("comment")?, label_providers: row.get("label_providers")?, labels })
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
                sort_key: provider.as_str().into(),
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
