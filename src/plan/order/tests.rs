//! Order and loop repair on small graphs made by hand and on random ones.

use std::collections::{BTreeSet, HashSet};

use proptest::prelude::*;

use super::{Ordered, foreign_key_edges, order};
use crate::object::{
    Class, Definition, Drop, DropStatements, Dummy, Edge, Element, Inline, Key, Kind, Object, Part, Piece, Repair,
    Section,
};

fn key(class: Class, oid: u32) -> Key {
    Key::new(class, oid)
}

fn object(class: Class, oid: u32, kind: Kind, name: &str) -> Object {
    let mut object = Object::new(key(class, oid), kind, Some("public".to_owned()), name);
    object.create = Definition::sql(format!("CREATE {} {name};", kind.label()));
    object
}

fn relation(oid: u32, kind: Kind, name: &str) -> Object {
    object(Class::RELATION, oid, kind, name)
}

fn table(oid: u32, name: &str) -> Object {
    relation(oid, Kind::Table, name)
}

fn rows(oid: u32, name: &str) -> Object {
    let mut rows = relation(oid, Kind::TableData, name);
    rows.key = rows.key.part(Part::Rows);
    rows.rows_of = Some(rows.key);
    rows
}

fn view(oid: u32, name: &str) -> Object {
    let mut view = relation(oid, Kind::View, name);
    view.repair = Repair::Dummy(Box::new(Dummy {
        create: format!("CREATE VIEW {name} AS SELECT NULL;"),
        replace: format!("CREATE OR REPLACE VIEW {name} AS SELECT 1;"),
    }));
    view.drop = Some(Drop::marked(format!("DROP VIEW {}{name};", Drop::IF_EXISTS)));
    view
}

fn primary_key(oid: u32, of: &Object) -> Object {
    let mut constraint = object(Class::CONSTRAINT, oid, Kind::Constraint, &format!("{0} {0}_pkey", of.name));
    constraint.belongs_to = Some(of.key);
    constraint
}

/// A default or CHECK inside its parent, whose statement gets a place for it.
fn inline(oid: u32, class: Class, kind: Kind, parent: &mut Object, separate_section: Section) -> Object {
    let mut child = object(class, oid, kind, &format!("{} part{oid}", parent.name));
    child.belongs_to = Some(parent.key);
    child.inline = Some(Box::new(Inline { into: parent.key, text: format!(" PART {oid}"), separate_section }));
    let head = format!("CREATE {} (", parent.name);
    let list = parent.create.list.get_or_insert_default();
    parent.create.head = head;
    list.tail = "\n);".to_owned();
    list.elements.push(Element { pieces: vec![Piece::Text("a".to_owned()), Piece::Inline(child.key)] });
    child
}

fn edge(from: &Object, to: &Object) -> Edge {
    Edge { from: from.key, to: to.key }
}

/// `SECTION KIND name` per entry.
fn listing(ordered: &Ordered) -> Vec<String> {
    ordered
        .entries
        .iter()
        .map(|entry| {
            let section = ["pre", "data", "post"][entry.section as usize];
            format!("{section} {} {}", entry.kind.label(), entry.name)
        })
        .collect()
}

fn assert_sound(ordered: &Ordered) {
    for (position, entry) in ordered.entries.iter().enumerate() {
        assert_eq!(entry.id as usize, position + 1);
        assert!(entry.depends_on.iter().all(|&id| id < entry.id), "{entry:?} depends on a later entry");
        for &id in &entry.depends_on {
            let need = &ordered.entries[id as usize - 1];
            assert!(need.section <= entry.section, "{} is earlier than what it needs", entry.name);
            assert!(need.kind.pass() <= entry.kind.pass(), "{} is of an earlier pass than what it needs", entry.name);
        }
    }
    assert!(ordered.entries.is_sorted_by_key(|entry| entry.section));
}

#[test]
fn kinds_then_schemas_then_names() {
    let mut other = table(3, "a");
    other.schema = Some("zoo".into());
    let objects = vec![
        rows(1, "b"),
        other,
        table(1, "b"),
        table(2, "c"),
        Object::new(key(Class::NAMESPACE, 9), Kind::Schema, None, "zoo"),
    ];
    let ordered = order(objects, Vec::new());
    assert_eq!(listing(&ordered), ["pre SCHEMA zoo", "pre TABLE b", "pre TABLE c", "pre TABLE a", "data TABLE DATA b"]);
    assert_eq!(ordered.entries[4].depends_on, [2]);
    assert_eq!(ordered.rows_of[&4], rows(1, "b").key);
    assert_sound(&ordered);
}

#[test]
fn what_is_needed_stands_right_before_and_remarks_right_behind() {
    let function = object(Class::PROC, 1, Kind::Function, "f()");
    let t = table(2, "t");
    let mut comment = table(2, "TABLE t");
    comment.key = comment.key.part(Part::Comment(0));
    comment.kind = Kind::Comment;
    let mut grant = table(2, "TABLE t");
    grant.key = grant.key.part(Part::Acl(0));
    grant.kind = Kind::Acl;
    let mut column_grant = table(2, "COLUMN t.a");
    column_grant.key = column_grant.key.part(Part::Acl(1));
    column_grant.kind = Kind::Acl;
    column_grant.needs = [grant.key].into();
    let edges = [edge(&function, &t)];
    let objects = vec![column_grant, grant, function, comment, table(3, "s"), t];
    let ordered = order(objects, edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        [
            "pre TABLE t",
            "pre COMMENT TABLE t",
            "pre ACL TABLE t",
            "pre ACL COLUMN t.a",
            "pre FUNCTION f()",
            "pre TABLE s"
        ],
        "the column's privileges wait for the table's"
    );
}

#[test]
fn an_inlined_default_brings_what_it_needs_before_its_table() {
    let mut t = table(1, "t");
    let default = inline(5, Class::ATTRDEF, Kind::Default, &mut t, Section::PreData);
    let sequence = relation(2, Kind::Sequence, "t_id_seq");
    let edges = [edge(&default, &sequence), edge(&default, &t)];
    let ordered = order(vec![sequence, t, default], edges.to_vec());
    assert_eq!(listing(&ordered), ["pre SEQUENCE t_id_seq", "pre TABLE t"]);
    assert_eq!(ordered.entries[1].create, "CREATE t (\n    a PART 5\n);");
    assert_eq!(ordered.entries[1].depends_on, [1]);
}

#[test]
fn a_serial_column_stays_in_one_statement() {
    let mut t = table(1, "t");
    let default = inline(5, Class::ATTRDEF, Kind::Default, &mut t, Section::PreData);
    let mut sequence = relation(2, Kind::Sequence, "t_id_seq");
    sequence.belongs_to = Some(t.key);
    sequence.drop = Some(Drop::both("DROP".to_owned(), "DROP IF EXISTS".to_owned()));
    let mut owned = relation(2, Kind::SequenceOwnedBy, "t_id_seq");
    owned.key = owned.key.part(Part::OwnedBy);
    owned.needs = [t.key].into();
    let edges = [edge(&default, &sequence), edge(&sequence, &t)];
    let ordered = order(vec![owned, t, default, sequence], edges.to_vec());
    assert_eq!(listing(&ordered), ["pre SEQUENCE t_id_seq", "pre TABLE t", "pre SEQUENCE OWNED BY t_id_seq"]);
    let drop = DropStatements::new(String::new(), "DROP IF EXISTS".to_owned());
    assert_eq!(ordered.entries[0].drop, Some(drop), "dropping the table drops it");
    assert_eq!(ordered.entries[0].belongs_to, Some(2));
    assert_eq!(ordered.warnings, Vec::<String>::new());
}

#[test]
fn a_default_that_uses_its_own_table_becomes_a_statement() {
    let mut t = table(1, "t");
    let default = inline(5, Class::ATTRDEF, Kind::Default, &mut t, Section::PreData);
    let function = object(Class::PROC, 3, Kind::Function, "f()");
    let mut comment = object(Class::ATTRDEF, 5, Kind::Comment, "the default");
    comment.key = comment.key.part(Part::Comment(0));
    let edges = [edge(&default, &function), edge(&function, &t)];
    let ordered = order(vec![t, default, function, comment], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        ["pre TABLE t", "pre FUNCTION f()", "pre DEFAULT t part5", "pre COMMENT the default"]
    );
    assert_eq!(ordered.entries[0].create, "CREATE t (\n    a\n);");
    assert_eq!(ordered.entries[2].depends_on, [1, 2]);
    assert_eq!(ordered.warnings, Vec::<String>::new());
}

#[test]
fn a_check_in_a_loop_goes_behind_the_rows() {
    let mut domain = object(Class::TYPE, 1, Kind::Domain, "d");
    let check = inline(5, Class::CONSTRAINT, Kind::CheckConstraint, &mut domain, Section::PostData);
    let function = object(Class::PROC, 3, Kind::Function, "f(d)");
    let edges = [edge(&check, &function), edge(&function, &domain)];
    let ordered = order(vec![domain, check, function], edges.to_vec());
    assert_eq!(listing(&ordered), ["pre DOMAIN d", "pre FUNCTION f(d)", "post CHECK CONSTRAINT d part5"]);
}

#[test]
fn an_inline_part_without_a_place_stands_apart() {
    let mut t = table(1, "t");
    let check = inline(5, Class::CONSTRAINT, Kind::CheckConstraint, &mut t, Section::PostData);
    t.create = Definition::sql("CREATE TABLE t ();");
    let ordered = order(vec![t, check], Vec::new());
    assert_eq!(listing(&ordered), ["pre TABLE t", "post CHECK CONSTRAINT t part5"]);
}

#[test]
fn input_and_output_functions_use_the_shell_type() {
    let base = object(Class::TYPE, 1, Kind::Type, "box3");
    let mut shell = object(Class::TYPE, 1, Kind::ShellType, "box3");
    shell.key = shell.key.part(Part::Shell);
    let input = object(Class::PROC, 2, Kind::Function, "box3_in(cstring)");
    let output = object(Class::PROC, 3, Kind::Function, "box3_out(box3)");
    let user = object(Class::PROC, 4, Kind::Function, "area(box3)");
    let range = object(Class::TYPE, 7, Kind::Type, "lonely");
    let mut unused = object(Class::TYPE, 7, Kind::ShellType, "lonely");
    unused.key = unused.key.part(Part::Shell);
    let edges =
        [edge(&base, &input), edge(&base, &output), edge(&input, &base), edge(&output, &base), edge(&user, &base)];
    let ordered = order(vec![user, output, input, base, shell, range, unused], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        [
            "pre SHELL TYPE box3",
            "pre FUNCTION box3_in(cstring)",
            "pre FUNCTION box3_out(box3)",
            "pre TYPE box3",
            "pre TYPE lonely",
            "pre FUNCTION area(box3)"
        ]
    );
    assert_eq!(ordered.warnings, Vec::<String>::new());
}

#[test]
fn a_view_that_groups_by_a_primary_key_is_created_twice() {
    let t = table(1, "t");
    let pkey = primary_key(2, &t);
    let v = view(3, "v");
    let on_top = view(4, "w");
    let mut comment = view(3, "VIEW v");
    comment.key = comment.key.part(Part::Comment(0));
    comment.kind = Kind::Comment;
    let edges = [edge(&v, &t), edge(&v, &pkey), edge(&on_top, &v)];
    let ordered = order(vec![v, on_top, comment, pkey, t, rows(1, "t")], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        [
            "pre TABLE t",
            "pre VIEW v",
            "pre COMMENT VIEW v",
            "pre VIEW w",
            "data TABLE DATA t",
            "post CONSTRAINT t t_pkey",
            "post VIEW v"
        ]
    );
    assert_eq!(ordered.entries[1].create, "CREATE VIEW v AS SELECT NULL;");
    assert_eq!(ordered.entries[6].create, "CREATE OR REPLACE VIEW v AS SELECT 1;");
    let again = "CREATE OR REPLACE VIEW v AS SELECT NULL;".to_owned();
    assert_eq!(ordered.entries[6].drop, Some(DropStatements::new(again.clone(), again)));
    assert_eq!(ordered.entries[6].depends_on, [1, 2, 6]);
    assert_eq!(ordered.entries[6].belongs_to, Some(2));
}

#[test]
fn a_view_and_a_function_of_its_row_type() {
    let v = view(1, "v");
    let function = object(Class::PROC, 2, Kind::Function, "f(v)");
    // The function takes the view's row type, which is no object of its own.
    let row_type = key(Class::TYPE, 100);
    let edges = [edge(&v, &function), Edge { from: function.key, to: row_type }, Edge { from: row_type, to: v.key }];
    let ordered = order(vec![function, v], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(listing(&ordered), ["pre VIEW v", "pre FUNCTION f(v)", "post VIEW v"]);
}

#[test]
fn what_cannot_be_a_dummy_moves_behind_the_rows_with_what_stands_on_it() {
    let t = table(1, "t");
    let pkey = primary_key(2, &t);
    let mut matview = relation(3, Kind::MaterializedView, "m");
    matview.repair = Repair::Postpone;
    let mut upper = relation(4, Kind::MaterializedView, "a");
    upper.repair = Repair::Postpone;
    let v = view(5, "v");
    let mut grant = relation(3, Kind::Acl, "TABLE m");
    grant.key = grant.key.part(Part::Acl(0));
    let mut statistics = relation(3, Kind::StatisticsData, "m");
    statistics.key = statistics.key.part(Part::Statistics);
    let edges = [edge(&matview, &pkey), edge(&upper, &matview), edge(&v, &upper)];
    let ordered = order(vec![upper, matview, v, pkey, t, grant, statistics], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        [
            "pre TABLE t",
            "pre VIEW v",
            "post CONSTRAINT t t_pkey",
            "post MATERIALIZED VIEW m",
            "post ACL TABLE m",
            "post MATERIALIZED VIEW a",
            "post STATISTICS DATA m",
            "post VIEW v"
        ]
    );
    assert_eq!(ordered.warnings, Vec::<String>::new());
}

#[test]
fn a_default_on_a_postponed_function_follows_it() {
    let mut t = table(1, "t");
    let pkey = primary_key(2, &t);
    let default = inline(5, Class::ATTRDEF, Kind::Default, &mut t, Section::PreData);
    let mut function = object(Class::PROC, 6, Kind::Function, "f()");
    function.repair = Repair::Postpone;
    let edges = [edge(&default, &function), edge(&function, &pkey), edge(&function, &t)];
    let ordered = order(vec![t, pkey, default, function], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        listing(&ordered),
        ["pre TABLE t", "post CONSTRAINT t t_pkey", "post FUNCTION f()", "post DEFAULT t part5"]
    );
}

#[test]
fn refreshes_follow_the_views_between_them() {
    let lower = relation(1, Kind::MaterializedView, "z");
    let between = view(2, "v");
    let upper = relation(3, Kind::MaterializedView, "a");
    let refresh = |of: &Object| {
        let mut refresh = of.clone();
        refresh.key = of.key.part(Part::Refresh);
        refresh.kind = Kind::Refresh;
        refresh.section = Section::PostData;
        refresh
    };
    let edges = [edge(&between, &lower), edge(&upper, &between)];
    let objects = vec![refresh(&upper), refresh(&lower), upper, between, lower];
    let ordered = order(objects, edges.to_vec());
    assert_eq!(listing(&ordered)[3..], ["post MATERIALIZED VIEW DATA z", "post MATERIALIZED VIEW DATA a"]);
    assert_sound(&ordered);
}

#[test]
fn indexes_of_a_partition_and_its_root() {
    let root = relation(1, Kind::Index, "a_root_index");
    let leaf = relation(2, Kind::Index, "b_leaf_index");
    let mut attach = relation(2, Kind::IndexAttach, "b_leaf_index");
    attach.key = attach.key.part(Part::Attach);
    attach.needs = [root.key, leaf.key].into();
    let edges = [edge(&root, &leaf), edge(&leaf, &root)];
    let ordered = order(vec![root, leaf, attach], edges.to_vec());
    assert_eq!(
        listing(&ordered),
        ["post INDEX b_leaf_index", "post INDEX a_root_index", "post INDEX ATTACH b_leaf_index"]
    );
    assert_eq!(ordered.warnings, Vec::<String>::new());
}

#[test]
fn circular_foreign_keys_are_told_and_broken() {
    let (a, b) = (table(1, "a"), table(2, "b"));
    let foreign_key = |oid, from: &Object, to: &Object| {
        let mut object = object(Class::CONSTRAINT, oid, Kind::ForeignKey, "fk");
        object.belongs_to = Some(from.key);
        object.needs = [to.key].into();
        object
    };
    let objects =
        vec![foreign_key(5, &a, &b), foreign_key(6, &b, &a), foreign_key(7, &a, &a), rows(1, "a"), rows(2, "b"), a, b];
    let edges = foreign_key_edges(&objects, &[]);
    assert_eq!(edges.len(), 2, "a table's reference to itself is no edge");
    let ordered = order(objects.into_iter().filter(|object| object.kind != Kind::ForeignKey).collect(), edges);
    assert_sound(&ordered);
    assert_eq!(ordered.warnings.len(), 1);
    assert!(ordered.warnings[0].contains("TABLE DATA public.a, TABLE DATA public.b"), "{:?}", ordered.warnings);
}

#[test]
fn rows_follow_foreign_keys_when_asked() {
    let (a, b) = (table(1, "a"), table(2, "b"));
    let mut foreign_key = object(Class::CONSTRAINT, 5, Kind::ForeignKey, "fk");
    foreign_key.belongs_to = Some(a.key);
    let objects = vec![rows(1, "a"), rows(2, "b"), foreign_key.clone()];
    let edges = foreign_key_edges(&objects, &[edge(&foreign_key, &b)]);
    let ordered = order(objects.into_iter().take(2).collect(), edges);
    assert_eq!(listing(&ordered), ["data TABLE DATA b", "data TABLE DATA a"]);
}

#[test]
fn an_unknown_loop_is_told_and_broken() {
    let (a, b) = (table(1, "a"), table(2, "b"));
    let edges = [edge(&a, &b), edge(&b, &a), edge(&a, &a)];
    let ordered = order(vec![a, b], edges.to_vec());
    assert_sound(&ordered);
    assert_eq!(
        ordered.warnings,
        ["these objects need each other: TABLE public.a, TABLE public.b; restoring some of them may fail"]
    );
}

#[test]
fn dependencies_pass_through_what_is_left_out() {
    let (a, b, c) = (table(1, "a"), table(2, "b"), table(3, "c"));
    let mut data = rows(3, "c");
    data.belongs_to = Some(c.key);
    let edges = [edge(&b, &a), edge(&c, &b)];
    let ordered = order(vec![a, b, c, data], edges.to_vec()).retain(|entry| entry.name != "b");
    assert_sound(&ordered);
    assert_eq!(listing(&ordered), ["pre TABLE a", "pre TABLE c", "data TABLE DATA c"]);
    assert_eq!(ordered.entries[1].depends_on, [1]);
    assert_eq!(ordered.entries[2].belongs_to, Some(2));
    assert_eq!(ordered.rows_of.len(), 1);
    assert!(ordered.rows_of.contains_key(&2));
}

/// The definition, spelled out: from the end, always the free node that stands last in the sorted list.
fn from_the_end(needs: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut left: BTreeSet<usize> = (0..needs.len()).collect();
    let mut order = Vec::new();
    while let Some(&last) = left.iter().rev().find(|id| left.iter().all(|other| !needs[*other].contains(id))) {
        left.remove(&last);
        order.push(last);
    }
    order.reverse();
    order
}

fn tables(count: usize) -> Vec<Object> {
    (0..count).map(|n| table(u32::try_from(n).unwrap_or(0) + 1, &format!("t{n:03}"))).collect()
}

/// A graph over every kind that can be part of a repair.
fn any_objects() -> impl Strategy<Value = (Vec<Object>, Vec<Edge>)> {
    (2_usize..24).prop_flat_map(|count| {
        let kinds = proptest::collection::vec(0_usize..8, count);
        let edges = proptest::collection::vec((0..count, 0..count), 0..count * 3);
        (kinds, edges).prop_map(move |(kinds, edges)| {
            let mut objects: Vec<Object> = Vec::new();
            for (n, kind) in kinds.into_iter().enumerate() {
                let oid = u32::try_from(n).unwrap_or(0) + 1;
                let name = format!("o{n:03}");
                let mut postponed = relation(oid, Kind::MaterializedView, &name);
                postponed.repair = Repair::Postpone;
                let made = match kind {
                    0 => table(oid, &name),
                    1 => view(oid, &name),
                    2 => postponed,
                    3 => relation(oid, Kind::Index, &name),
                    4 => object(Class::PROC, oid, Kind::Function, &name),
                    5 => {
                        let mut shell = object(Class::TYPE, oid, Kind::ShellType, &name);
                        shell.key = shell.key.part(Part::Shell);
                        objects.push(shell);
                        object(Class::TYPE, oid, Kind::Type, &name)
                    }
                    6 => relation(oid, Kind::Acl, &name),
                    _ => match objects.iter_mut().find(|object| object.kind == Kind::Table) {
                        Some(parent) => inline(oid, Class::ATTRDEF, Kind::Default, parent, Section::PreData),
                        None => table(oid, &name),
                    },
                };
                objects.push(made);
            }
            let edges = edges
                .into_iter()
                .filter_map(|(a, b)| Some(Edge { from: objects.get(a)?.key, to: objects.get(b)?.key }))
                .collect();
            (objects, edges)
        })
    })
}

proptest! {
    #[test]
    fn the_last_free_object_stands_last(
        edges in proptest::collection::vec((0_usize..12, 0_usize..12), 0..30),
        ranks in Just((0_usize..12).collect::<Vec<_>>()).prop_shuffle(),
    ) {
        // Edges from higher to lower rank have no loops; ranks are unrelated to the sorted order.
        let mut needs = vec![BTreeSet::new(); 12];
        for (a, b) in edges {
            if ranks[a] > ranks[b] {
                needs[a].insert(b);
            }
        }
        let objects = tables(12);
        let edges: Vec<Edge> = needs
            .iter()
            .enumerate()
            .flat_map(|(from, needs)| needs.iter().map(move |&to| (from, to)))
            .map(|(from, to)| edge(&objects[from], &objects[to]))
            .collect();
        let names: Vec<String> = from_the_end(&needs).into_iter().map(|id| objects[id].name.clone()).collect();
        let ordered: Vec<String> = order(objects, edges).entries.into_iter().map(|entry| entry.name).collect();
        prop_assert_eq!(ordered, names);
    }

    #[test]
    fn any_graph_becomes_a_sound_order((objects, edges) in any_objects()) {
        let count = objects.iter().filter(|object| object.kind != Kind::ShellType && object.inline.is_none()).count();
        let ordered = order(objects, edges.clone());
        assert_sound(&ordered);
        let keys: HashSet<Key> = ordered.keys.iter().copied().collect();
        prop_assert_eq!(keys.len(), ordered.keys.len());
        prop_assert!(ordered.entries.len() >= count);
    }

    #[test]
    fn the_order_of_input_does_not_matter(
        (objects, edges, shuffled, shuffled_edges) in any_objects().prop_flat_map(|(objects, edges)| {
            let shuffles = (Just(objects.clone()).prop_shuffle(), Just(edges.clone()).prop_shuffle());
            (Just(objects), Just(edges), shuffles).prop_map(|(o, e, (so, se))| (o, e, so, se))
        })
    ) {
        prop_assert_eq!(order(objects, edges), order(shuffled, shuffled_edges));
    }

    #[test]
    fn oids_do_not_matter((objects, edges) in any_objects(), step in 1_u32..1000) {
        let other = |key: Key| Key { oid: 1_000_000 - key.oid * step, ..key };
        let mut renumbered = objects.clone();
        for object in &mut renumbered {
            object.key = other(object.key);
            object.belongs_to = object.belongs_to.map(other);
            if let Some(inline) = &mut object.inline {
                inline.into = other(inline.into);
            }
            for element in object.create.list.iter_mut().flat_map(|list| &mut list.elements) {
                for piece in &mut element.pieces {
                    if let Piece::Inline(key) = piece {
                        *key = other(*key);
                    }
                }
            }
        }
        let moved: Vec<Edge> = edges.iter().map(|edge| Edge { from: other(edge.from), to: other(edge.to) }).collect();
        prop_assert_eq!(order(objects, edges).entries, order(renumbered, moved).entries);
    }
}

/// `cargo test --release --lib plan::order -- --ignored --nocapture`: a schema of 100 000 tables.
#[test]
#[ignore = "a measurement, not a test"]
fn a_million_objects() {
    const TABLES: u32 = 100_000;
    let mut by_kind: Vec<Vec<Object>> = vec![Vec::new(); Kind::ALL.len()];
    let mut edges = Vec::new();
    for n in 0..TABLES {
        let oid = 20_000 + n * 10;
        let name = format!("table_{n:06}");
        let mut t = table(oid, &name);
        let default = inline(oid + 1, Class::ATTRDEF, Kind::Default, &mut t, Section::PreData);
        let mut sequence = relation(oid + 2, Kind::Sequence, &format!("{name}_id_seq"));
        sequence.belongs_to = Some(t.key);
        let mut owned = sequence.clone();
        owned.key = owned.key.part(Part::OwnedBy);
        owned.kind = Kind::SequenceOwnedBy;
        let mut grant = table(oid, &name);
        grant.key = grant.key.part(Part::Acl(0));
        grant.kind = Kind::Acl;
        let pkey = primary_key(oid + 7, &t);
        let mut made = vec![rows(oid, &name), grant, sequence, owned];
        for i in 3..6 {
            let mut index = relation(oid + i, Kind::Index, &format!("{name}_{i}"));
            index.belongs_to = Some(t.key);
            edges.push(edge(&index, &t));
            made.push(index);
        }
        if n % 10 == 0 {
            let v = view(oid + 8, &format!("view_{n:06}"));
            edges.extend([edge(&v, &t), edge(&v, &pkey)]);
            made.push(v);
        }
        edges.extend([edge(&default, &made[2]), edge(&default, &t), edge(&made[2], &t), edge(&pkey, &t)]);
        for object in made.into_iter().chain([default, pkey, t]) {
            by_kind[object.kind as usize].push(object);
        }
    }
    let objects = by_kind.concat();
    let (object_count, edge_count) = (objects.len(), edges.len());
    let start = std::time::Instant::now();
    let ordered = order(objects, edges);
    let elapsed = start.elapsed();
    assert_sound(&ordered);
    assert!(elapsed.as_secs() < 60, "{object_count} objects, {edge_count} edges: {elapsed:?}");
    std::fs::write("/dev/stdout", format!("{object_count} objects, {edge_count} edges: {elapsed:?}\n")).ok();
}
