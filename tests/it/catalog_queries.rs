//! Every catalog query prepares on every version and gives the same columns with the same types.

use std::collections::BTreeMap;

use dumpr::{catalog::all_queries, server::ServerVersion};
use dumpr_test_servers::{Server, VERSIONS};

use crate::outcome::{TestResult, all};

#[test]
fn every_query_has_the_same_columns_on_every_version() -> TestResult {
    // Query name → the columns on the first version that was asked.
    let mut known: BTreeMap<&str, (u32, String)> = BTreeMap::new();
    all(VERSIONS, |version| {
        let database = Server::shared(*version)?.create_database()?;
        let number: u32 = database.run("SHOW server_version_num")?.parse()?;
        all(all_queries().iter().map(|query| query.name), |name| {
            let queries = all_queries();
            let query = queries.iter().find(|query| query.name == *name).ok_or_else(|| std::fmt::Error)?;
            let columns = columns(&database, &query.render(ServerVersion(number)))?;
            let (first, expected) = known.entry(query.name).or_insert_with(|| (*version, columns.clone()));
            assert_eq!(columns, *expected, "{name}: columns on {version} and on {first}");
            Ok(())
        })
    })
}

/// The result columns and their types, as the server describes them when it prepares the query.
fn columns(database: &dumpr_test_servers::Database<'_>, query: &str) -> TestResult<String> {
    let query = query.trim_end().trim_end_matches(';');
    Ok(database.run(&format!("BEGIN; SET LOCAL search_path = ''; {query} \\gdesc"))?)
}
