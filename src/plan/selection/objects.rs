//! Which objects of a dump are wanted: a part follows what it belongs to.

use super::{Relations, Selection};
use crate::object::{Class, KeyMap, KeySet, Kind, Object, Part};

impl Selection {
    /// The wanted objects of the cluster: what is left out takes what is said about it along.
    pub fn select_globals(&self, mut objects: Vec<Object>) -> Vec<Object> {
        let left_out = |object: &Object| !self.leave_out.wants(object.kind);
        let gone: KeySet = objects.iter().filter(|object| left_out(object)).map(|object| object.key).collect();
        objects.retain(|object| !left_out(object) && !object.belongs_to.is_some_and(|key| gone.contains(&key)));
        for object in &mut objects {
            self.leave_out.strip(&mut object.owner, &mut object.tablespace, &mut object.access_method);
        }
        objects
    }

    /// The wanted objects, stripped of owners and the like where that is asked for. Sections are left whole
    /// (see [`Selection::finish`]); objects that only carry rows are taken out here.
    pub fn select(&self, mut objects: Vec<Object>, relations: &Relations) -> Vec<Object> {
        let wanted = {
            let places: KeyMap<usize> = objects.iter().enumerate().map(|(place, object)| (object.key, place)).collect();
            let mut choice =
                Choice { selection: self, relations, objects: &objects, places, known: vec![None; objects.len()] };
            (0..objects.len()).map(|place| choice.wants(place)).collect::<Vec<bool>>()
        };
        // In place: objects are large, and there may be very many.
        let mut wanted = wanted.into_iter();
        objects.retain_mut(|object| {
            self.leave_out.strip(&mut object.owner, &mut object.tablespace, &mut object.access_method);
            wanted.next().unwrap_or(false)
        });
        objects
    }
}

/// How long a chain of parts may be: a comment on an index of a table is three. Longer ones are a circle.
const LONGEST_CHAIN: usize = 16;

struct Choice<'a> {
    selection: &'a Selection,
    relations: &'a Relations,
    objects: &'a [Object],
    places: KeyMap<usize>,
    known: Vec<Option<bool>>,
}

impl Choice<'_> {
    fn wants(&mut self, place: usize) -> bool {
        self.decide(place, 0)
    }

    fn decide(&mut self, place: usize, depth: usize) -> bool {
        if let Some(known) = self.known[place] {
            return known;
        }
        if depth > LONGEST_CHAIN {
            return false;
        }
        let wanted = self.judge(place, depth);
        self.known[place] = Some(wanted);
        wanted
    }

    fn judge(&mut self, place: usize, depth: usize) -> bool {
        let objects = self.objects;
        let object = &objects[place];
        let selection = self.selection;
        if !selection.leave_out.wants(object.kind) {
            return false;
        }
        match object.kind {
            Kind::Database | Kind::DatabaseProperties => true,
            Kind::Schema => !selection.names_tables() && selection.wants_schema(&object.name),
            Kind::Extension => selection.wants_extension(&object.name),
            Kind::LargeObject | Kind::LargeObjectData => selection.wants_large_objects(),
            Kind::Table | Kind::ForeignTable | Kind::View | Kind::MaterializedView | Kind::Sequence => {
                self.relations.definitions.contains(&object.key.oid)
            }
            Kind::TableData | Kind::Refresh => self.relations.rows.contains(&object.key.oid),
            Kind::SequenceSet if object.key.class == Class::RELATION && object.key.oid != 0 => {
                self.relations.rows.contains(&object.key.oid)
            }
            Kind::SequenceSet => selection.wants_sequence_values(),
            Kind::StatisticsData if !selection.statistics => false,
            // These connect two objects and are nothing without both.
            Kind::SequenceOwnedBy
            | Kind::TableAttach
            | Kind::IndexAttach
            | Kind::PublicationTable
            | Kind::PublicationSchema => {
                let ends =
                    object.needs.iter().chain(&object.belongs_to).filter_map(|key| self.places.get(key).copied());
                let ends: Vec<usize> = ends.filter(|&end| end != place).collect();
                !ends.is_empty() && ends.into_iter().all(|end| self.decide(end, depth + 1))
            }
            _ => match self.owner(object).filter(|&owner| owner != place) {
                Some(owner) => self.decide(owner, depth + 1),
                None => match &object.schema {
                    Some(schema) => !selection.names_tables() && selection.wants_schema(schema),
                    None => selection.is_everything(),
                },
            },
        }
    }

    /// The object that this one is a part of, or that it was made from together with this one.
    fn owner(&self, object: &Object) -> Option<usize> {
        let definition = Some(object.key.part(Part::Definition)).filter(|_| object.key.part != Part::Definition);
        object.belongs_to.into_iter().chain(definition).find_map(|key| self.places.get(&key).copied())
    }
}
