//! The COPY statements for the rows of a table.

use crate::{
    manifest::{RowFormat, StreamContent, Table},
    plan::RowRange,
    syntax,
};

/// `COPY … TO STDOUT` for one range of a table (or all of it).
///
/// `encoding` is the database's own, so that the server converts nothing and the bytes are the stored ones.
pub(super) fn copy_out_sql(table: &Table, range: Option<RowRange>, encoding: &str) -> String {
    let name = syntax::qualified(&table.schema, &table.name);
    let columns: Vec<String> = table.columns.iter().map(|column| syntax::identifier(&column.name)).collect();
    let columns = columns.join(", ");
    let mut conditions: Vec<String> = Vec::new();
    if let Some(range) = range {
        // The literal is resolved as tid without a cast that a user could shadow: search_path is empty.
        conditions.push(format!("ctid >= '({},0)'", range.from_page));
        if let Some(to_page) = range.to_page {
            conditions.push(format!("ctid < '({to_page},0)'"));
        }
    }
    let source = match (&table.condition, conditions.is_empty()) {
        (None, true) if table.content == StreamContent::Table && columns.is_empty() => name,
        (None, true) => format!("{name} ({columns})"),
        (None, false) => format!("(SELECT {columns} FROM ONLY {name} WHERE {})", conditions.join(" AND ")),
        (Some(condition), _) => format!("(SELECT {columns} FROM ONLY {name} {condition})"),
    };
    format!("COPY {source} TO STDOUT ({})", options(table.format, encoding))
}

/// `COPY … FROM STDIN` for a table.
pub(crate) fn copy_in_sql(table: &Table, encoding: &str, freeze: bool) -> String {
    let (schema, name) = match &table.root {
        Some((schema, name)) => (schema, name),
        None => (&table.schema, &table.name),
    };
    let columns: Vec<String> = table.columns.iter().map(|column| syntax::identifier(&column.name)).collect();
    let list = if columns.is_empty() { String::new() } else { format!(" ({})", columns.join(", ")) };
    format!(
        "COPY {}{list} FROM STDIN ({}{})",
        syntax::qualified(schema, name),
        options(table.format, encoding),
        if freeze { ", FREEZE true" } else { "" }
    )
}

fn options(format: RowFormat, encoding: &str) -> String {
    let format = match format {
        RowFormat::Binary => "binary",
        RowFormat::Text => "text",
    };
    format!("FORMAT {format}, ENCODING {}", syntax::literal(encoding))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::{Column, LoadTarget};

    fn table(columns: &[&str]) -> Table {
        Table {
            stream: 1,
            content: StreamContent::Table,
            schema: "public".to_owned(),
            name: "Order".to_owned(),
            columns: columns
                .iter()
                .map(|name| Column { name: (*name).into(), type_name: "integer".into(), type_oid: 23, collation: None })
                .collect(),
            format: RowFormat::Binary,
            format_reason: None,
            load: LoadTarget::Itself,
            root: None,
            load_last: false,
            condition: None,
            estimated_bytes: 0,
        }
    }

    #[test]
    fn whole_table_is_copied_by_name() {
        assert_eq!(
            copy_out_sql(&table(&["id", "a b"]), None, "UTF8"),
            "COPY public.\"Order\" (id, \"a b\") TO STDOUT (FORMAT binary, ENCODING 'UTF8')"
        );
        assert_eq!(
            copy_out_sql(&table(&[]), None, "UTF8"),
            "COPY public.\"Order\" TO STDOUT (FORMAT binary, ENCODING 'UTF8')"
        );
    }

    #[test]
    fn ranges_leave_children_out_and_the_last_one_is_open() {
        let range = RowRange { from_page: 8192, to_page: None };
        assert_eq!(
            copy_out_sql(&table(&["id"]), Some(range), "UTF8"),
            "COPY (SELECT id FROM ONLY public.\"Order\" WHERE ctid >= '(8192,0)') TO STDOUT (FORMAT binary, ENCODING 'UTF8')"
        );
    }

    #[test]
    fn rows_go_through_the_root_when_the_table_says_so() {
        let mut table = table(&["id"]);
        table.root = Some(("public".to_owned(), "root".to_owned()));
        assert_eq!(
            copy_in_sql(&table, "UTF8", false),
            "COPY public.root (id) FROM STDIN (FORMAT binary, ENCODING 'UTF8')"
        );
    }
}
