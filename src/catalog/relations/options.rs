//! Storage parameters, attribute options and foreign-data options: `name=value` in the catalogs, a list in SQL.

use crate::syntax::{identifier, literal};

/// A reserved attribute option that servers from the November 2026 minor releases on stamp columns with
/// (15.20 seen). It is theirs: setting it is refused or meaningless.
const RESERVED: &str = "pg_attver";

/// Storage parameters that came after 13, the oldest supported server, with the version that brought them.
const SINCE: &[(&str, u32)] = &[("autovacuum_vacuum_max_threshold", 18), ("vacuum_max_eager_freeze_failure_rate", 18)];

/// The last version of that list.
pub(super) const OPTIONS_SINCE: u32 = 18;

/// The options that servers of this major version know.
pub(super) fn known(options: &[String], server: u32) -> Vec<String> {
    let known = |name: &str| SINCE.iter().all(|&(option, since)| option != name || server >= since);
    options.iter().filter(|option| known(name(option))).cloned().collect()
}

/// The names of the options that they do not know.
pub(super) fn unknown(options: &[String], server: u32) -> impl Iterator<Item = &str> {
    let known = known(options, server);
    options.iter().filter(move |option| !known.contains(option)).map(|option| name(option))
}

fn name(option: &str) -> &str {
    option.split_once('=').map_or(option, |(name, _)| name)
}

/// `fillfactor='70', autovacuum_enabled='false'`; `None` when there is nothing to set.
pub(in crate::catalog) fn option_list(options: &[String]) -> Option<String> {
    prefixed_list("", options)
}

/// The same for a table's own options followed by those of its TOAST table.
pub(super) fn storage_list(options: &[String], toast_options: &[String]) -> Option<String> {
    let lists = [option_list(options), prefixed_list("toast.", toast_options)];
    let lists: Vec<String> = lists.into_iter().flatten().collect();
    (!lists.is_empty()).then(|| lists.join(", "))
}

fn prefixed_list(prefix: &str, options: &[String]) -> Option<String> {
    let list: Vec<String> = split(options)
        .filter(|(name, _)| *name != RESERVED)
        .map(|(name, value)| format!("{prefix}{}={}", identifier(name), literal(value).trim_start()))
        .collect();
    (!list.is_empty()).then(|| list.join(", "))
}

/// The options of a foreign table or column: `host 'a', port 'b'`, each on its line, by name.
pub(super) fn foreign_list(options: &[String]) -> Option<String> {
    let mut list: Vec<(&str, &str)> = split(options).collect();
    list.sort_unstable();
    let list: Vec<String> =
        list.into_iter().map(|(name, value)| format!("{} {}", identifier(name), literal(value).trim_start())).collect();
    (!list.is_empty()).then(|| list.join(",\n    "))
}

fn split(options: &[String]) -> impl Iterator<Item = (&str, &str)> {
    options.iter().map(|option| option.split_once('=').unwrap_or((option, "")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(list: &[&str]) -> Vec<String> {
        list.iter().map(|&option| option.to_owned()).collect()
    }

    #[test]
    fn values_are_quoted_and_reserved_options_left_out() {
        let list = options(&["pg_attver=2", "n_distinct=-0.5", "n_distinct_inherited=3"]);
        assert_eq!(option_list(&list).as_deref(), Some("n_distinct='-0.5', n_distinct_inherited='3'"));
        assert_eq!(option_list(&options(&["pg_attver=2"])), None);
    }

    #[test]
    fn toast_options_follow_with_their_prefix() {
        let text = storage_list(&options(&["fillfactor=70"]), &options(&["autovacuum_enabled=false"]));
        assert_eq!(text.as_deref(), Some("fillfactor='70', toast.autovacuum_enabled='false'"));
        assert_eq!(storage_list(&[], &[]), None);
    }

    #[test]
    fn older_servers_get_the_options_they_know() {
        let all = options(&["fillfactor=70", "autovacuum_vacuum_max_threshold=5"]);
        assert_eq!(known(&all, 18), all);
        assert_eq!(known(&all, 17), all[..1]);
        assert_eq!(unknown(&all, 17).collect::<Vec<_>>(), ["autovacuum_vacuum_max_threshold"]);
    }

    #[test]
    fn foreign_options_are_sorted_and_values_may_hold_equal_signs() {
        let text = foreign_list(&options(&["b=it's", "A=x=y"]));
        assert_eq!(text.as_deref(), Some("\"A\" 'x=y',\n    b 'it''s'"));
    }
}
