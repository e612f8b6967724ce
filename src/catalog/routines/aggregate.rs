//! Aggregates: normal, ordered-set and hypothetical-set, with their moving variant.

use super::signature;
use crate::{
    catalog::{
        CatalogError, Reading,
        query::{Query, query},
        reading::{CatalogRow, KindReader},
    },
    object::{Class, Definition, Element, Key, Kind, Object},
    syntax::{identifier, literal, qualified},
};

const QUERY: Query = query!("routines", "aggregate.sql");

pub(super) const READER: KindReader = KindReader { queries: &[QUERY], read };

fn read(reading: &mut Reading<'_>) -> Result<(), CatalogError> {
    for row in reading.rows(QUERY)? {
        let row = Row::read(&row)?;
        if row.refused_from_14 && !reading.members.contains(&Key::new(Class::PROC, row.oid)) {
            reading.catalog.warnings.push(format!(
                "aggregate {}.{} cannot be restored on servers from 14 on: the array functions it is made of take \
                 other argument types there",
                row.schema, row.name
            ));
        }
        reading.add(object(row)?);
    }
    Ok(())
}

#[derive(Default)]
struct Row {
    oid: u32,
    schema: String,
    name: String,
    owner: String,
    arguments: String,
    identity_arguments: String,
    argument_types: Vec<String>,
    parallel: char,
    /// `n` normal, `o` ordered-set, `h` hypothetical-set.
    kind: char,
    plain: Phase,
    combine: Option<String>,
    serial: Option<String>,
    deserial: Option<String>,
    moving: Option<Phase>,
    moving_inverse: Option<String>,
    /// Schema and name.
    sort_operator: Option<(String, String)>,
    refused_from_14: bool,
}

/// What the plain and the moving aggregation both have.
#[derive(Default)]
struct Phase {
    transition: String,
    state_type: String,
    /// Bytes; 0 leaves the estimate to the planner.
    state_space: i32,
    initial: Option<String>,
    last: Option<String>,
    last_extra: bool,
    /// `r` read only, `s` shareable, `w` read write.
    last_modify: char,
}

impl Row {
    fn read(row: &CatalogRow) -> Result<Self, CatalogError> {
        let moving: Option<String> = row.get("moving_transition")?;
        let state_type: Option<String> = row.get("moving_type")?;
        let operator: Option<String> = row.get("sort_operator")?;
        let moving = match moving.zip(state_type) {
            Some((transition, state_type)) => Some(Phase {
                transition,
                state_type,
                state_space: row.get("moving_space")?,
                initial: row.get("moving_initial")?,
                last: row.get("moving_final")?,
                last_extra: row.get("moving_final_extra")?,
                last_modify: row.char("moving_final_modify")?,
            }),
            None => None,
        };
        Ok(Row {
            oid: row.get("oid")?,
            schema: row.get("schema")?,
            name: row.get("name")?,
            owner: row.get("owner")?,
            arguments: row.get("arguments")?,
            identity_arguments: row.get("identity_arguments")?,
            argument_types: row.get("argument_types")?,
            parallel: row.char("parallel")?,
            kind: row.char("kind")?,
            plain: Phase {
                transition: row.get("transition")?,
                state_type: row.get("transition_type")?,
                state_space: row.get("transition_space")?,
                initial: row.get("initial")?,
                last: row.get("final")?,
                last_extra: row.get("final_extra")?,
                last_modify: row.char("final_modify")?,
            },
            combine: row.get("combine")?,
            serial: row.get("serial")?,
            deserial: row.get("deserial")?,
            moving,
            moving_inverse: row.get("moving_inverse")?,
            sort_operator: row.get::<Option<String>>("sort_operator_schema")?.zip(operator),
            refused_from_14: row.get("refused_from_14")?,
        })
    }
}

fn object(row: Row) -> Result<Object, CatalogError> {
    let name = qualified(&row.schema, &row.name);
    // An aggregate without arguments is written with a star wherever it is named.
    let or_star = |arguments: &str| if arguments.is_empty() { "*".to_owned() } else { arguments.to_owned() };
    let address = format!("{name}({})", or_star(&row.identity_arguments));
    let create = Definition::list(
        format!("CREATE AGGREGATE {name}({}) (", or_star(&row.arguments)),
        options(&row)?.into_iter().map(Element::text),
        "\n);",
    );
    let list_name = if row.argument_types.is_empty() {
        format!("{}(*)", row.name)
    } else {
        signature(&row.name, &row.argument_types)
    };
    Ok(Object {
        owner: Some(row.owner.into()),
        create,
        ..Object::new(Key::new(Class::PROC, row.oid), Kind::Aggregate, Some(row.schema), list_name)
            .addressed("AGGREGATE", &address)
    })
}

fn options(row: &Row) -> Result<Vec<String>, CatalogError> {
    let mut options = Vec::new();
    phase(row, &row.plain, "", None, &mut options)?;
    let parts = [("COMBINEFUNC", &row.combine), ("SERIALFUNC", &row.serial), ("DESERIALFUNC", &row.deserial)];
    for (option, function) in parts {
        options.extend(function.as_ref().map(|function| format!("{option} = {function}")));
    }
    if let Some(moving) = &row.moving {
        phase(row, moving, "M", row.moving_inverse.as_deref(), &mut options)?;
    }
    if let Some((schema, operator)) = &row.sort_operator {
        options.push(format!("SORTOP = OPERATOR({}.{operator})", identifier(schema)));
    }
    if row.kind == 'h' {
        options.push("HYPOTHETICAL".to_owned());
    }
    match row.parallel {
        'u' => {}
        's' => options.push("PARALLEL = safe".to_owned()),
        'r' => options.push("PARALLEL = restricted".to_owned()),
        other => return Err(unknown(row, "parallel safety", other)),
    }
    Ok(options)
}

/// The options of one phase; those of the moving one begin with `M`.
fn phase(
    row: &Row,
    phase: &Phase,
    prefix: &str,
    inverse: Option<&str>,
    options: &mut Vec<String>,
) -> Result<(), CatalogError> {
    options.push(format!("{prefix}SFUNC = {}", phase.transition));
    options.extend(inverse.map(|function| format!("{prefix}INVFUNC = {function}")));
    options.push(format!("{prefix}STYPE = {}", phase.state_type));
    if phase.state_space != 0 {
        options.push(format!("{prefix}SSPACE = {}", phase.state_space));
    }
    if let Some(function) = &phase.last {
        options.push(format!("{prefix}FINALFUNC = {function}"));
        if phase.last_extra {
            options.push(format!("{prefix}FINALFUNC_EXTRA"));
        }
        let default = if row.kind == 'n' { 'r' } else { 'w' };
        if phase.last_modify != default {
            let word = match phase.last_modify {
                'r' => "READ_ONLY",
                's' => "SHAREABLE",
                'w' => "READ_WRITE",
                other => return Err(unknown(row, "final function modification", other)),
            };
            options.push(format!("{prefix}FINALFUNC_MODIFY = {word}"));
        }
    }
    if let Some(value) = &phase.initial {
        options.push(format!("{prefix}INITCOND = {}", literal(value)));
    }
    Ok(())
}

fn unknown(row: &Row, what: &str, value: char) -> CatalogError {
    CatalogError::Row { what: QUERY.name, detail: format!("{what} {value:?} of aggregate {}.{}", row.schema, row.name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        Row {
            schema: "s".to_owned(),
            name: "total".to_owned(),
            parallel: 'u',
            kind: 'n',
            plain: Phase {
                transition: "int4pl".to_owned(),
                state_type: "integer".to_owned(),
                last_modify: 'r',
                ..Phase::default()
            },
            ..Row::default()
        }
    }

    #[test]
    fn aggregate_without_arguments_takes_a_star() -> Result<(), CatalogError> {
        let object = object(row())?;
        assert_eq!(
            object.create.render(|_| None),
            "CREATE AGGREGATE s.total(*) (\n    SFUNC = int4pl,\n    STYPE = integer\n);"
        );
        assert_eq!(object.address.as_deref(), Some("AGGREGATE s.total(*)"));
        Ok(())
    }

    #[test]
    fn both_phases_have_their_options() -> Result<(), CatalogError> {
        let options = options(&Row {
            plain: Phase {
                state_space: 64,
                initial: Some("it's".to_owned()),
                last: Some("s.done".to_owned()),
                last_extra: true,
                last_modify: 'w',
                ..row().plain
            },
            combine: Some("s.merge".to_owned()),
            moving: Some(Phase {
                transition: "s.add".to_owned(),
                state_type: "integer".to_owned(),
                last_modify: 'r',
                ..Phase::default()
            }),
            moving_inverse: Some("s.take".to_owned()),
            sort_operator: Some(("S".to_owned(), "<".to_owned())),
            parallel: 's',
            ..row()
        })?;
        assert_eq!(
            options,
            [
                "SFUNC = int4pl",
                "STYPE = integer",
                "SSPACE = 64",
                "FINALFUNC = s.done",
                "FINALFUNC_EXTRA",
                "FINALFUNC_MODIFY = READ_WRITE",
                "INITCOND = 'it''s'",
                "COMBINEFUNC = s.merge",
                "MSFUNC = s.add",
                "MINVFUNC = s.take",
                "MSTYPE = integer",
                "SORTOP = OPERATOR(\"S\".<)",
                "PARALLEL = safe",
            ]
        );
        Ok(())
    }

    #[test]
    fn ordered_sets_modify_their_state_by_default() -> Result<(), CatalogError> {
        let last = |last_modify| Phase { last: Some("s.done".to_owned()), last_modify, ..row().plain };
        assert!(
            options(&Row { kind: 'o', plain: last('r'), ..row() })?
                .contains(&"FINALFUNC_MODIFY = READ_ONLY".to_owned())
        );
        let hypothetical = options(&Row { kind: 'h', plain: last('w'), ..row() })?;
        assert!(hypothetical.contains(&"HYPOTHETICAL".to_owned()));
        assert!(!hypothetical.iter().any(|option| option.starts_with("FINALFUNC_MODIFY")));
        Ok(())
    }
}
