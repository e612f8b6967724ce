//! Runs one throwaway server until its standard input ends, for measurements and for looking around.
//!
//! `cargo run -p dumpr-test-servers -- 18 [--pgbench SCALE] [--tpch SCALE_FACTOR] [--tables COUNT]` prints a URL per database
//! and waits for the end of its input (Ctrl-D).
#![expect(clippy::print_stdout, reason = "printing the URLs is what this program is for")]

use std::{error::Error, io};

use dumpr_test_servers::{ManyTables, Options, Server, load_many_tables, load_pgbench, load_tpch};

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (version, samples) =
        words.split_first().ok_or("usage: VERSION [--pgbench SCALE] [--tpch SCALE_FACTOR] [--tables COUNT]")?;
    let server = Server::start(&Options::new(version.parse()?).fast())?;
    println!("{}", server.url("postgres"));
    let mut databases = Vec::new();
    for sample in samples.chunks(2) {
        let [name, scale] = sample else { return Err(format!("{} needs a value", sample[0]).into()) };
        let database = server.create_database_as(name.trim_start_matches("--"), "")?;
        match name.as_str() {
            "--pgbench" => load_pgbench(&database, scale.parse()?)?,
            "--tpch" => load_tpch(&database, scale.parse()?)?,
            "--tables" => {
                let tables = ManyTables { tables: scale.parse()?, rows: 5, foreign_keys: true };
                load_many_tables(&database, tables)?;
            }
            other => return Err(format!("{other} is no sample; there are --pgbench, --tpch and --tables").into()),
        }
        println!("{}", database.url());
        databases.push(database);
    }
    io::copy(&mut io::stdin(), &mut io::sink())?;
    Ok(())
}
