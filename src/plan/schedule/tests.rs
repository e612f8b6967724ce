//! The schedule on archives made by hand and on random ones, with workers that end in any order.

use std::collections::{HashMap, HashSet};

use proptest::prelude::*;

use super::{Load, Next, Schedule, Work, passes};
use crate::manifest::Entry;
use crate::object::{Kind, Pass, Section};

fn entry(id: u32, kind: Kind, name: &str) -> Entry {
    Entry { owner: None, tablespace: None, ..crate::plan::selection::entry(id, kind, name) }
}

fn on(id: u32, kind: Kind, name: &str, table: u32, further: &[u32]) -> Entry {
    let depends_on = std::iter::once(table).chain(further.iter().copied()).collect();
    Entry { belongs_to: Some(table), depends_on, ..entry(id, kind, name) }
}

fn rows(id: u32, table: u32) -> Entry {
    Entry { depends_on: [table].into(), stream: Some(id), ..entry(id, Kind::TableData, "rows") }
}

fn load(bytes: u64) -> Load {
    Load { bytes, parts: 1, ..Load::default() }
}

/// The entries' numbers in the order one worker runs them.
fn serial(entries: &[Entry], loads: &HashMap<u32, Load>) -> Vec<u32> {
    let mut schedule = Schedule::new(entries, &[], loads, 1);
    let mut order = Vec::new();
    while let Next::Run(work) = schedule.next_ready() {
        order.push(entries[work.position].id);
        schedule.done(work);
    }
    assert_eq!(schedule.next_ready(), Next::Finished);
    order
}

/// Two tables, the second the larger, with keys between them.
fn shop() -> (Vec<Entry>, HashMap<u32, Load>) {
    let entries = vec![
        entry(1, Kind::Table, "small"),
        on(2, Kind::Acl, "TABLE small", 1, &[]),
        entry(3, Kind::Table, "large"),
        rows(4, 1),
        rows(5, 3),
        on(6, Kind::Constraint, "small small_pkey", 1, &[]),
        on(7, Kind::Index, "large_a", 3, &[]),
        on(8, Kind::Index, "large_b", 3, &[]),
        on(9, Kind::ForeignKey, "large fk", 3, &[6]),
        entry(10, Kind::EventTrigger, "watch"),
        Entry { depends_on: [10].into(), ..entry(11, Kind::Comment, "EVENT TRIGGER watch") },
        Entry { depends_on: [3].into(), ..entry(12, Kind::Refresh, "sums") },
    ];
    (entries, HashMap::from([(4, load(10)), (5, load(1000))]))
}

#[test]
fn one_worker_goes_by_pass_chain_and_dependency() {
    let (entries, loads) = shop();
    assert_eq!(serial(&entries, &loads), [1, 3, 5, 4, 7, 8, 6, 9, 2, 12, 10, 11]);
}

#[test]
fn many_workers_wait_for_what_they_need() {
    let (entries, loads) = shop();
    let mut schedule = Schedule::new(&entries, &[], &loads, 2);
    let run = |schedule: &mut Schedule| match schedule.next_ready() {
        Next::Run(work) => Some((entries[work.position].id, work)),
        _ => None,
    };
    let (first, work) = run(&mut schedule).expect("pre-data");
    assert_eq!(first, 1);
    assert_eq!(run(&mut schedule), None, "pre-data is serial");
    schedule.done(work);
    let (_, work) = run(&mut schedule).expect("the second table");
    schedule.done(work);
    let (large, large_rows) = run(&mut schedule).expect("rows");
    let (small, small_rows) = run(&mut schedule).expect("rows");
    assert_eq!((large, small), (5, 4));
    assert_eq!(run(&mut schedule), None);
    schedule.done(small_rows);
    let (key, key_work) = run(&mut schedule).expect("the small table is loaded");
    assert_eq!(key, 6);
    schedule.done(large_rows);
    let (a, _) = run(&mut schedule).expect("an index");
    let (b, _) = run(&mut schedule).expect("another on the same table");
    assert_eq!((a, b), (7, 8));
    schedule.done(key_work);
    assert_eq!(schedule.next_ready(), Next::Wait, "the foreign key wants both tables for itself");
}

/// Takes the next piece of work and says which entry and part it is.
fn take(schedule: &mut Schedule) -> Option<(usize, u32, Work)> {
    match schedule.next_ready() {
        Next::Run(work) => Some((work.position, work.part, work)),
        _ => None,
    }
}

const MEGABYTE: u64 = 1 << 20;

#[test]
fn parts_of_a_stream_run_together_and_are_waited_for() {
    let entries = vec![entry(1, Kind::Table, "t"), rows(2, 1), on(3, Kind::Index, "i", 1, &[])];
    let loads = HashMap::from([(2, Load { parts: 3, ..load(9 * MEGABYTE) })]);
    let mut schedule = Schedule::new(&entries, &[], &loads, 3);
    let (_, _, table) = take(&mut schedule).expect("the table");
    schedule.done(table);
    let parts: Vec<Work> = (0..3).filter_map(|_| take(&mut schedule)).map(|(_, _, work)| work).collect();
    assert_eq!(
        parts.iter().map(|work| (work.position, work.part, work.parts)).collect::<Vec<_>>(),
        [(1, 0, 3), (1, 1, 3), (1, 2, 3)]
    );
    schedule.done(parts[2]);
    schedule.done(parts[0]);
    assert_eq!(schedule.next_ready(), Next::Wait);
    assert!(schedule.is_last_part(parts[1]));
    schedule.done(parts[1]);
    assert!(matches!(take(&mut schedule), Some((2, 0, _))));
}

#[test]
fn a_part_that_ends_first_waits_for_what_hangs_on_all_parts() {
    let entries = vec![
        entry(1, Kind::Table, "large"),
        entry(2, Kind::Table, "small"),
        rows(3, 1),
        rows(4, 2),
        on(5, Kind::Index, "large_a", 1, &[]),
        on(6, Kind::Index, "large_b", 1, &[]),
    ];
    for (megabytes, waits) in [(100, true), (600, false)] {
        let loads = HashMap::from([
            (3, Load { parts: 2, ..load(1000 * MEGABYTE) }),
            (4, Load { parts: 1, ..load(megabytes * MEGABYTE) }),
        ]);
        let mut schedule = Schedule::new(&entries, &[], &loads, 2);
        for _ in 0..2 {
            let (_, _, table) = take(&mut schedule).expect("a table");
            schedule.done(table);
        }
        let parts: Vec<Work> = (0..2).filter_map(|_| take(&mut schedule)).map(|(_, _, work)| work).collect();
        assert_eq!(parts.iter().map(|work| (work.position, work.parts)).collect::<Vec<_>>(), [(2, 2), (2, 2)]);
        schedule.done(parts[1]);
        let next = schedule.next_ready();
        assert_eq!(next == Next::Wait, waits, "{next:?}");
        schedule.done(parts[0]);
        assert!(matches!(take(&mut schedule), Some((4, ..))), "an index of the large table");
    }
}

#[test]
fn a_table_is_shared_only_when_it_would_be_the_last_to_end() {
    let entries = vec![
        entry(1, Kind::Table, "a"),
        entry(2, Kind::Table, "b"),
        entry(3, Kind::Table, "c"),
        rows(4, 1),
        rows(5, 2),
        rows(6, 3),
    ];
    let shared = |megabytes: [u64; 3]| {
        let loads = (4..).zip(megabytes).map(|(id, size)| (id, Load { parts: 2, ..load(size * MEGABYTE) })).collect();
        let mut schedule = Schedule::new(&entries, &[], &loads, 2);
        let mut parts = HashMap::new();
        while let Some((position, _, work)) = take(&mut schedule) {
            parts.insert(position + 1, work.parts);
            schedule.done(work);
        }
        [parts[&4], parts[&5], parts[&6]]
    };
    assert_eq!(shared([900, 100, 100]), [2, 1, 2], "the largest, and what is left when all others are done");
    assert_eq!(shared([100, 100, 100]), [1, 1, 2]);
}

#[test]
fn foreign_keys_of_one_table_count_once_in_what_is_left() {
    let entries = vec![
        entry(1, Kind::Table, "lines"),
        entry(2, Kind::Table, "orders"),
        entry(3, Kind::Table, "parts"),
        rows(4, 1),
        rows(5, 2),
        rows(6, 3),
        on(7, Kind::Index, "lines_day", 1, &[]),
        on(8, Kind::Constraint, "lines_pkey", 1, &[]),
        on(9, Kind::Constraint, "orders_pkey", 2, &[]),
        on(10, Kind::Constraint, "parts_pkey", 3, &[]),
        on(11, Kind::ForeignKey, "lines orders", 1, &[9]),
        on(12, Kind::ForeignKey, "lines parts", 1, &[10]),
    ];
    let loads = [(4, 1200), (5, 400), (6, 130)];
    let loads = loads.map(|(stream, size)| (stream, Load { parts: 2, ..load(size * MEGABYTE) })).into();
    let mut schedule = Schedule::new(&entries, &[], &loads, 2);
    let all = std::iter::from_fn(|| {
        let (position, _, work) = take(&mut schedule)?;
        schedule.done(work);
        Some((position + 1, work.parts))
    });
    let first = all.into_iter().find(|&(id, _)| id > 3);
    assert_eq!(first, Some((4, 2)), "its chain is longer than half of all work, so both connections load it");
}

#[test]
fn the_longest_chain_begins_first() {
    let entries = vec![
        entry(1, Kind::Table, "wide"),
        entry(2, Kind::Table, "keyed"),
        rows(3, 1),
        rows(4, 2),
        on(5, Kind::Index, "keyed_a", 2, &[]),
        on(6, Kind::Index, "keyed_b", 2, &[]),
        on(7, Kind::ForeignKey, "keyed fk", 2, &[]),
    ];
    let loads = HashMap::from([(3, load(11 * MEGABYTE)), (4, load(10 * MEGABYTE))]);
    assert_eq!(serial(&entries, &loads), [1, 2, 4, 3, 5, 6, 7]);
}

#[test]
fn small_entries_run_in_one_batch_and_large_ones_alone() {
    let entries = vec![
        entry(1, Kind::Table, "hub"),
        entry(2, Kind::Table, "a"),
        entry(3, Kind::Table, "b"),
        entry(4, Kind::Table, "large"),
        rows(5, 1),
        rows(6, 2),
        rows(7, 3),
        rows(8, 4),
        on(9, Kind::ForeignKey, "a fk", 2, &[1]),
        on(10, Kind::ForeignKey, "b fk", 3, &[1]),
        on(11, Kind::ForeignKey, "large fk", 4, &[1]),
    ];
    let loads = HashMap::from([(5, load(1)), (6, load(1)), (7, load(1)), (8, load(100 * MEGABYTE))]);
    let mut schedule = Schedule::new(&entries, &[], &loads, 2);
    let mut batches: Vec<Vec<u32>> = Vec::new();
    while let Some((_, _, first)) = take(&mut schedule) {
        let mut batch = vec![first];
        while let Some(work) = schedule.next_small(first) {
            batch.push(work);
        }
        batches.push(batch.iter().map(|work| entries[work.position].id).collect());
        for work in batch {
            schedule.done(work);
        }
    }
    assert_eq!(batches[4..], [vec![8], vec![5, 6, 7], vec![11], vec![9, 10]]);
}

#[test]
fn rows_that_name_objects_come_after_indexes_and_before_triggers() {
    let entries = vec![
        entry(1, Kind::Table, "names"),
        entry(2, Kind::Table, "other"),
        rows(3, 1),
        rows(4, 2),
        on(5, Kind::Constraint, "names names_pkey", 1, &[]),
        on(6, Kind::Index, "other_index", 2, &[]),
        on(7, Kind::Trigger, "names log", 1, &[]),
        on(8, Kind::ForeignKey, "other fk", 2, &[5]),
        on(9, Kind::Trigger, "other log", 2, &[]),
    ];
    let loads = HashMap::from([(3, Load { last: true, ..load(1000) }), (4, load(1))]);
    assert_eq!(serial(&entries, &loads), [1, 2, 4, 5, 6, 9, 3, 8, 7]);
}

/// A partitioned table with two partitions; a foreign key on the whole, an index on a partition.
fn partitioned() -> Vec<Entry> {
    vec![
        entry(1, Kind::Table, "whole"),
        entry(2, Kind::Table, "left"),
        entry(3, Kind::Table, "right"),
        on(4, Kind::TableAttach, "left", 2, &[1]),
        on(5, Kind::TableAttach, "right", 3, &[1]),
        rows(6, 2),
        rows(7, 3),
        on(8, Kind::Index, "left_index", 2, &[]),
        on(9, Kind::ForeignKey, "whole fk", 1, &[]),
        on(10, Kind::Constraint, "whole whole_pkey", 1, &[]),
    ]
}

#[test]
fn what_reaches_partitions_waits_for_all_their_rows() {
    let mut schedule = Schedule::new(&partitioned(), &[], &HashMap::from([(6, load(5)), (7, load(9))]), 2);
    let mut running = Vec::new();
    let mut order = Vec::new();
    loop {
        match schedule.next_ready() {
            Next::Run(work) => {
                order.push(work.position + 1);
                // Rows of the right partition stay under way until nothing else can run.
                if work.position + 1 == 7 { running.push(work) } else { schedule.done(work) }
            }
            Next::Wait => schedule.done(running.pop().expect("only those rows are under way")),
            Next::Finished => break,
        }
    }
    assert_eq!(order, [1, 2, 3, 4, 5, 7, 6, 8, 10, 9]);
}

/// The tables and their attachments ran before: a restore's schedule begins with rows.
#[test]
fn the_structure_of_what_has_run_is_known() {
    let all = partitioned();
    let structure = super::structure(&all);
    let entries: Vec<Entry> = all.into_iter().filter(|entry| entry.section != Section::PreData).collect();
    let loads = HashMap::from([(6, load(5)), (7, load(9))]);
    let mut schedule = Schedule::new(&entries, &structure, &loads, 4);
    let started: Vec<u32> =
        std::iter::from_fn(|| take(&mut schedule)).map(|(position, _, _)| entries[position].id).collect();
    assert_eq!(started, [7, 6, 10], "the foreign key reaches both partitions and waits for their rows");
}

#[test]
fn rows_loaded_through_the_root_may_land_in_any_partition() {
    let root = Some(("public".to_owned(), "whole".to_owned()));
    let through_root = |bytes| Load { root: root.clone(), ..load(bytes) };
    let order = serial(&partitioned(), &HashMap::from([(6, through_root(9)), (7, through_root(5))]));
    assert_eq!(order, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
}

#[test]
fn large_objects_exist_before_their_bytes() {
    let mut bytes = entry(1, Kind::LargeObjectData, "LARGE OBJECTS");
    bytes.stream = Some(1);
    let entries = vec![bytes, entry(2, Kind::LargeObject, "2"), entry(3, Kind::LargeObject, "3")];
    assert_eq!(serial(&entries, &HashMap::from([(1, load(7))])), [2, 3, 1]);
}

#[test]
fn privileges_on_one_object_never_run_together() {
    let entries = vec![
        entry(1, Kind::Table, "t"),
        entry(2, Kind::Table, "u"),
        on(3, Kind::Acl, "TABLE t", 1, &[]),
        on(4, Kind::Acl, "COLUMN t.a", 1, &[]),
        on(5, Kind::Acl, "TABLE u", 2, &[]),
    ];
    let mut schedule = Schedule::new(&entries, &[], &HashMap::new(), 2);
    for position in 0..2 {
        let (found, _, work) = take(&mut schedule).expect("a table");
        assert_eq!(found, position);
        schedule.done(work);
    }
    let (first, _, work) = take(&mut schedule).expect("the first table's privileges");
    assert_eq!(first, 2);
    assert!(matches!(take(&mut schedule), Some((4, 0, _))));
    assert_eq!(schedule.next_ready(), Next::Wait);
    schedule.done(work);
    assert!(matches!(take(&mut schedule), Some((3, 0, _))));
}

#[test]
fn nothing_to_do() {
    assert_eq!(Schedule::new(&[], &[], &HashMap::new(), 1).next_ready(), Next::Finished);
}

/// Any list of entries, sensible or not: dependencies point anywhere, also to themselves and outside.
fn any_archive() -> impl Strategy<Value = (Vec<Entry>, HashMap<u32, Load>)> {
    let any_entry = (0..Kind::ALL.len(), proptest::option::of(0_u32..30), proptest::collection::vec(0_u32..30, 0..4));
    let any_load = (0_u64..100, 1_u32..4, any::<bool>(), any::<bool>());
    let lists = (proptest::collection::vec(any_entry, 0..28), proptest::collection::vec(any_load, 28));
    lists.prop_map(|(shapes, loads)| {
        let mut entries = Vec::new();
        let mut by_stream = HashMap::new();
        for ((id, (kind, belongs_to, depends_on)), (bytes, parts, last, through_root)) in
            (1_u32..).zip(shapes).zip(loads)
        {
            let kind = Kind::ALL[kind];
            let is_rows = matches!(kind, Kind::TableData | Kind::SequenceSet | Kind::LargeObjectData);
            let root = through_root.then(|| ("public".to_owned(), "t1".to_owned()));
            by_stream.insert(id, Load { bytes, parts, last, root });
            entries.push(Entry {
                belongs_to,
                depends_on: depends_on.into(),
                stream: is_rows.then_some(id),
                ..entry(id, kind, &format!("t{}", id % 3))
            });
        }
        (entries, by_stream)
    })
}

/// What an archive made by `order` looks like: few kinds, dependencies on earlier entries only.
fn sensible_archive() -> impl Strategy<Value = (Vec<Entry>, HashMap<u32, Load>)> {
    let parts = proptest::collection::vec((0_usize..7, 0_u32..6, 0_u32..6), 0..30);
    let streams = proptest::collection::vec((0_u64..100, 1_u32..3, any::<bool>()), 6);
    (parts, streams).prop_map(|(parts, streams)| {
        let mut entries: Vec<Entry> = (1..=6).map(|id| entry(id, Kind::Table, &format!("t{id}"))).collect();
        let mut loads = HashMap::new();
        for (id, (bytes, parts, last)) in (7_u32..).zip(streams) {
            entries.push(rows(id, id - 6));
            loads.insert(id, Load { bytes, parts, last, root: None });
        }
        for (id, (kind, table, other)) in (13_u32..).zip(parts) {
            let (table, other) = (table + 1, other + 1);
            let kinds = [
                Kind::Index,
                Kind::Constraint,
                Kind::ForeignKey,
                Kind::Trigger,
                Kind::Acl,
                Kind::Refresh,
                Kind::Comment,
            ];
            let further: Vec<u32> = if kinds[kind] == Kind::ForeignKey { vec![other] } else { Vec::new() };
            let mut part = on(id, kinds[kind], &format!("p{id}"), table, &further);
            if part.kind == Kind::Comment {
                part.section = Section::PostData;
            }
            entries.push(part);
        }
        (entries, loads)
    })
}

/// When an entry started and ended, and in which batch.
type Span = (usize, usize, u64);

/// Runs a schedule with `workers` workers that end in the order `choices` says and take as much in one batch as it says.
fn simulate(entries: &[Entry], loads: &HashMap<u32, Load>, workers: usize, choices: &[usize]) -> HashMap<usize, Span> {
    let mut schedule = Schedule::new(entries, &[], loads, workers);
    let mut running: Vec<Vec<Work>> = Vec::new();
    let mut started: HashSet<Work> = HashSet::new();
    let mut spans: HashMap<usize, Span> = HashMap::new();
    let mut choices = choices.iter().copied().cycle();
    let end = |schedule: &mut Schedule, batch: Vec<Work>, clock: usize, spans: &mut HashMap<usize, Span>| {
        for work in batch {
            schedule.done(work);
            spans.entry(work.position).and_modify(|span| span.1 = clock);
        }
    };
    for clock in 0.. {
        let next = if running.len() < workers { schedule.next_ready() } else { Next::Wait };
        match next {
            Next::Run(first) => {
                let mut batch = vec![first];
                for _ in 0..choices.next().unwrap_or(0) {
                    batch.extend(schedule.next_small(first));
                }
                for work in &batch {
                    assert!(started.insert(*work), "{work:?} is given twice");
                    spans.entry(work.position).or_insert((clock, clock, work.batch));
                }
                running.push(batch);
            }
            Next::Wait => {
                assert!(!running.is_empty(), "nothing runs and nothing can run");
                let batch = running.swap_remove(choices.next().unwrap_or(0) % running.len());
                end(&mut schedule, batch, clock, &mut spans);
            }
            Next::Finished => {
                if running.is_empty() {
                    break;
                }
                let batch = running.remove(0);
                end(&mut schedule, batch, clock, &mut spans);
            }
        }
    }
    assert_eq!(spans.len(), entries.len(), "every entry runs");
    spans
}

proptest! {
    #[test]
    fn any_archive_is_restored_to_the_end(
        (entries, loads) in any_archive(),
        workers in 1_usize..5,
        choices in proptest::collection::vec(0_usize..8, 1..40),
    ) {
        simulate(&entries, &loads, workers, &choices);
    }

    #[test]
    fn one_worker_always_goes_the_same_way((entries, loads) in any_archive()) {
        let loads = loads.into_iter().map(|(stream, load)| (stream, Load { parts: 1, ..load })).collect();
        prop_assert_eq!(serial(&entries, &loads), serial(&entries, &loads));
    }

    #[test]
    fn order_and_conflicts_are_kept(
        (entries, loads) in sensible_archive(),
        workers in 1_usize..6,
        choices in proptest::collection::vec(0_usize..8, 1..40),
    ) {
        let spans = simulate(&entries, &loads, workers, &choices);
        let passes = passes(&entries);
        let is_last = |id: u32| loads.get(&id).is_some_and(|load| load.last);
        for (position, entry) in entries.iter().enumerate() {
            let (start, end, batch) = spans[&position];
            for &need in &entry.depends_on {
                let need = need as usize - 1;
                if passes[need] <= passes[position] {
                    prop_assert!(spans[&need].1 < start, "{} starts before its need {} ends", entry.id, need + 1);
                }
            }
            for (other, second) in entries.iter().enumerate() {
                let (other_start, other_end, other_batch) = spans[&other];
                if passes[other] < passes[position] {
                    prop_assert!(other_end < start, "passes do not mix");
                }
                let both = entry.section == Section::PostData && second.section == Section::PostData;
                let shares = entry.depends_on.iter().any(|need| second.depends_on.contains(need));
                let one_index = entry.kind == Kind::Index && second.kind == Kind::Index;
                let main = passes[position] == Pass::Main && passes[other] == Pass::Main;
                if position != other && both && shares && main && !one_index && batch != other_batch {
                    prop_assert!(other_end < start || end < other_start, "{} and {} conflict", entry.id, second.id);
                }
                if second.kind == Kind::TableData && entry.section == Section::PostData && shares && main {
                    let early = is_last(second.id) && matches!(entry.kind, Kind::Index | Kind::Constraint);
                    prop_assert!(early || other_end < start, "{} starts before rows {}", entry.id, second.id);
                }
            }
        }
    }
}
