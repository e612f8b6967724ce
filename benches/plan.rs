//! How the plan grows with the schema: order and schedule of made-up databases of 10 000 and 100 000 objects.
//!
//! `cargo bench --bench plan`. The time of the larger should be about ten times that of the smaller.

use std::collections::{HashMap, VecDeque};

use criterion::{BatchSize, Criterion, Throughput};
use dumpr::{
    object::{Class, Definition, Edge, Element, Inline, Key, Kind, Object, Part, Piece, Section},
    plan::{self, Load, Next, Schedule},
};

/// Objects made for each table.
const OBJECTS_PER_TABLE: u32 = 8;

/// Of the first table.
const FIRST_OID: u32 = 16_384;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for objects in [10_000, 100_000] {
        let (schema, edges) = schema(objects / OBJECTS_PER_TABLE);
        let mut group = criterion.benchmark_group(format!("plan of {objects} objects"));
        group.sample_size(10).throughput(Throughput::Elements(schema.len() as u64));
        group.bench_function("order", |bencher| {
            bencher.iter_batched(
                || (schema.clone(), edges.clone()),
                |(schema, edges)| plan::order(schema, edges),
                BatchSize::PerIteration,
            );
        });
        let mut ordered = plan::order(schema, edges);
        let mut loads = HashMap::new();
        for (stream, position) in (1..).zip(0..ordered.entries.len()) {
            if ordered.rows_of.contains_key(&position) {
                ordered.entries[position].stream = Some(stream);
                loads.insert(stream, Load { bytes: u64::from(stream % 1000), parts: 1, ..Load::default() });
            }
        }
        let structure = plan::structure(&ordered.entries);
        group.bench_function("schedule, two workers", |bencher| {
            bencher.iter(|| work_off(Schedule::new(&ordered.entries, &structure, &loads, 2)));
        });
        group.finish();
    }
    criterion.final_summary();
}

/// Two workers, the first to begin being the first to end.
fn work_off(mut schedule: Schedule) {
    let mut running = VecDeque::new();
    loop {
        while running.len() < 2
            && let Next::Run(work) = schedule.next_ready()
        {
            running.push_back(work);
        }
        let Some(work) = running.pop_front() else { break };
        schedule.done(work);
    }
    assert_eq!(schedule.next_ready(), Next::Finished);
}

/// Eight objects for each table: itself, a sequence and the default that needs it (written inside the table), rows, a
/// primary key, an index, a foreign key to the table before, and a comment or a view.
fn schema(tables: u32) -> (Vec<Object>, Vec<Edge>) {
    let (mut objects, mut edges) = (Vec::new(), Vec::new());
    for number in 0..tables {
        let oid = |part: u32| FIRST_OID + number * 16 + part;
        let before = |part: u32| FIRST_OID + number.saturating_sub(1) * 16 + part;
        let name = format!("table_{number}");
        let table = Key::new(Class::RELATION, oid(0));
        let sequence = Key::new(Class::RELATION, oid(1));
        let default = Key::new(Class::ATTRDEF, oid(2));
        let mut add = |key: Key, kind: Kind, name: String, on: Option<Key>, needs: &[Key]| {
            let mut object = Object::new(key, kind, Some("public".to_owned()), name);
            object.create = Definition::sql(format!("CREATE {} {};", kind.label(), object.name));
            object.belongs_to = on;
            match kind {
                Kind::Table => {
                    let pieces = vec![Piece::Text("id integer".to_owned()), Piece::Inline(default)];
                    object.create.list.get_or_insert_default().elements.push(Element { pieces });
                }
                Kind::Default => {
                    let text = " DEFAULT nextval('s')".to_owned();
                    object.inline = Some(Box::new(Inline { into: table, text, separate_section: Section::PreData }));
                }
                Kind::TableData => object.rows_of = Some(key),
                _ => {}
            }
            edges.extend(needs.iter().map(|&to| Edge { from: key, to }));
            objects.push(object);
        };
        add(sequence, Kind::Sequence, format!("{name}_id_seq"), None, &[]);
        add(table, Kind::Table, name.clone(), None, &[]);
        add(default, Kind::Default, format!("{name} id"), Some(table), &[table, sequence]);
        add(table.part(Part::Rows), Kind::TableData, name.clone(), Some(table), &[table]);
        let primary_key = Key::new(Class::CONSTRAINT, oid(3));
        add(primary_key, Kind::Constraint, format!("{name} {name}_pkey"), Some(table), &[table]);
        add(Key::new(Class::RELATION, oid(4)), Kind::Index, format!("{name}_at"), Some(table), &[table]);
        let (other, other_key) = (Key::new(Class::RELATION, before(0)), Key::new(Class::CONSTRAINT, before(3)));
        let foreign_key = Key::new(Class::CONSTRAINT, oid(5));
        add(foreign_key, Kind::ForeignKey, format!("{name} fk"), Some(table), &[table, other, other_key]);
        if number % 10 == 0 {
            add(Key::new(Class::RELATION, oid(6)), Kind::View, format!("view_{number}"), None, &[table, other]);
        } else {
            add(table.part(Part::Comment(0)), Kind::Comment, format!("TABLE {name}"), Some(table), &[table]);
        }
    }
    (objects, edges)
}
