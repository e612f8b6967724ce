//! Names that many objects have.

use std::{collections::HashSet, sync::Arc};

/// One copy of each name: all objects of a schema have its name, and most have the same owner.
#[derive(Clone, Debug, Default)]
pub struct Names(HashSet<Arc<str>>);

impl Names {
    /// Makes the name the copy that is kept, when there is one.
    pub fn share(&mut self, name: &mut Option<Arc<str>>) {
        let Some(name) = name else { return };
        match self.0.get(name) {
            Some(kept) => *name = Arc::clone(kept),
            None => drop(self.0.insert(Arc::clone(name))),
        }
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
