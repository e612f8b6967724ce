//! What numbers would take in the ways there are to write them.

use super::{REFERENCES, Surroundings};
use crate::codec::{
    cost::planes_cost,
    encoding::integer::{self, Plan, Predictor},
};

/// The cheapest way to write these numbers, and its estimated bytes.
pub(super) fn best_plan(numbers: &[u64], picked: &[usize], around: &Surroundings<'_>, encoding: u8) -> (Plan, u64) {
    let mut best = (Plan::FRAME, integer::cost(numbers, Plan::FRAME, None));
    let mut consider = |plan: Plan, reference: Option<&[u64]>| {
        let cost = integer::cost(numbers, plan, reference);
        if cost < best.1 {
            best = (plan, cost);
        }
    };
    for zigzag in [false, true] {
        consider(Plan { predictor: Predictor::Delta, zigzag }, None);
    }
    let mut theirs = Vec::with_capacity(numbers.len());
    for reference in around.references.iter().rev().filter(|reference| reference.encoding == encoding).take(REFERENCES)
    {
        theirs.clear();
        let row = |&number: &usize| around.rows.map_or(number, |rows| rows[number] as usize);
        theirs.extend(picked.iter().map(|number| reference.values[row(number)]));
        for zigzag in [false, true] {
            consider(Plan { predictor: Predictor::Column(reference.column), zigzag }, Some(&theirs));
        }
    }
    best
}

/// Estimated bytes of floats, rotated and taken apart.
pub(super) fn float_cost(bytes: &[u8], width: usize) -> u64 {
    let numbers: Vec<u64> = match width {
        4 => bytes.as_chunks::<4>().0.iter().map(|&word| u32::from_be_bytes(word).rotate_left(1).into()).collect(),
        _ => bytes.as_chunks::<8>().0.iter().map(|&word| u64::from_be_bytes(word).rotate_left(1)).collect(),
    };
    planes_cost(&numbers)
}
