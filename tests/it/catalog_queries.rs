//! Every catalog query prepares on every version and gives the same columns with the same types.

use std::collections::BTreeMap;

use dumpr::{catalog::all_queries, server::ServerVersion};
use dumpr_test_servers::{Database, Server, VERSIONS};

use crate::outcome::TestResult;

#[test]
fn every_query_has_the_same_columns_on_every_version() -> TestResult {
    let queries = all_queries();
    assert!(!queries.is_empty());
    // Query name → the columns on the first version that was asked.
    let mut known: BTreeMap<&str, (u32, String)> = BTreeMap::new();
    let mut faults = Vec::new();
    for version in VERSIONS {
        let database = Server::shared(version)?.create_database()?;
        let number = database.run("SHOW server_version_num")?.parse()?;
        for query in &queries {
            let (name, rendered) = (query.name, query.render(ServerVersion(number)));
            match columns(&database, &rendered) {
                Ok(columns) => {
                    let (first, expected) = known.entry(name).or_insert_with(|| (version, columns.clone()));
                    if columns != *expected {
                        faults.push(format!("{name}: on {first}\n{expected}\n… and on {version}\n{columns}"));
                    }
                }
                Err(failure) => faults.push(format!("{name} on {version}: {failure:?}")),
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    Ok(())
}

/// The result columns and their types, as the server describes them when it prepares the query.
fn columns(database: &Database<'_>, query: &str) -> TestResult<String> {
    let query = query.trim_end().trim_end_matches(';');
    Ok(database.run(&format!("BEGIN; SET LOCAL search_path = ''; {query} \\gdesc"))?)
}
