//! The differences of two databases, readable.

use std::{collections::BTreeMap, fmt};

/// One thing that is not the same on both sides.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Difference {
    /// The thing: `TABLE public.orders`.
    pub what: String,
    /// Its description at the source, when it is there.
    pub source: Option<String>,
    /// Its description at the target, when it is there.
    pub target: Option<String>,
}

/// The outcome of a comparison.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// How many things were compared.
    pub compared: usize,
    /// Those that differ.
    pub differences: Vec<Difference>,
}

impl Report {
    /// Nothing differs.
    pub fn is_equal(&self) -> bool {
        self.differences.is_empty()
    }

    /// Compares one aspect.
    pub(super) fn add(&mut self, source: &BTreeMap<String, String>, target: &BTreeMap<String, String>) {
        let only_target = target.keys().filter(|what| !source.contains_key(*what));
        for what in source.keys().chain(only_target) {
            self.compared += 1;
            let (source, target) = (source.get(what).cloned(), target.get(what).cloned());
            if source != target {
                self.differences.push(Difference { what: what.clone(), source, target });
            }
        }
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (source, target) = match (&self.source, &self.target) {
            (Some(_), None) => return write!(f, "missing at the target: {}", self.what),
            (None, _) => return write!(f, "only at the target: {}", self.what),
            (Some(source), Some(target)) => (source, target),
        };
        write!(f, "differs: {}", self.what)?;
        let gone: Vec<&str> = source.lines().filter(|line| !target.lines().any(|other| other == *line)).collect();
        let come: Vec<&str> = target.lines().filter(|line| !source.lines().any(|other| other == *line)).collect();
        if gone.is_empty() && come.is_empty() {
            return write!(f, "\n    the same lines in another order or number\n{source}\n    at the target\n{target}");
        }
        gone.iter().try_for_each(|line| write!(f, "\n    - {line}"))?;
        come.iter().try_for_each(|line| write!(f, "\n    + {line}"))
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} of {} things differ (- source, + target)", self.differences.len(), self.compared)?;
        self.differences.iter().try_for_each(|difference| writeln!(f, "{difference}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(things: &[(&str, &str)]) -> BTreeMap<String, String> {
        things.iter().map(|(what, text)| ((*what).to_owned(), (*text).to_owned())).collect()
    }

    #[test]
    fn what_is_missing_added_or_changed_is_told() {
        let mut report = Report::default();
        report.add(
            &side(&[("TABLE a", "x\ny"), ("TABLE b", "same"), ("TABLE c", "")]),
            &side(&[("TABLE a", "x\nz"), ("TABLE b", "same"), ("TABLE d", "")]),
        );
        assert!(!report.is_equal());
        assert_eq!(
            report.to_string(),
            "3 of 4 things differ (- source, + target)\ndiffers: TABLE a\n    - y\n    + z\n\
             missing at the target: TABLE c\nonly at the target: TABLE d\n"
        );
    }

    #[test]
    fn a_changed_order_of_lines_is_a_difference() {
        let mut report = Report::default();
        report.add(&side(&[("TABLE a", "x\ny")]), &side(&[("TABLE a", "y\nx")]));
        assert_eq!(report.differences.len(), 1);
    }
}
