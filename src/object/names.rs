//! Names that many objects have.

use std::{collections::HashSet, sync::Arc};

/// One copy of each name: all objects of a schema have its name, and most have the same owner.
#[derive(Clone, Debug, Default)]
pub struct Names(HashSet<Arc<str>>);

impl Names {
    /// The one copy of this name.
    pub fn one(&mut self, name: Arc<str>) -> Arc<str> {
        if let Some(kept) = self.0.get(&name) {
            return Arc::clone(kept);
        }
        self.0.insert(Arc::clone(&name));
        name
    }

    /// Makes a name the one copy of it.
    pub fn share(&mut self, name: &mut Option<Arc<str>>) {
        *name = name.take().map(|name| self.one(name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_names_are_one() {
        let mut names = Names::default();
        let mut all: Vec<Option<Arc<str>>> = ["a", "b", "a"].map(|name| Some(name.into())).into();
        all.push(None);
        for name in &mut all {
            names.share(name);
        }
        let [Some(a), Some(b), Some(again), None] = all.as_slice() else { panic!("{all:?}") };
        assert!(Arc::ptr_eq(a, again) && **a == *"a" && **b == *"b");
    }
}
