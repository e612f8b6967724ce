//! What can be chosen.

use crate::codec::encoding::{
    DECIMAL, DICTIONARY, DIGITS, INT2, INT4, INT8, NUMERIC, PLAIN, PLANES, SHUFFLE, TEMPLATE, WORDS,
    decimal::Form,
    integer::{Plan, Predictor},
    shuffle::Layout,
};

/// How a column is to be encoded.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(in crate::codec) enum Choice {
    /// As it is.
    Plain,
    /// With the table that was just built.
    Dictionary,
    /// Fixed width, taken apart.
    Planes {
        /// Bytes of a value.
        width: usize,
    },
    /// Arrays and the like.
    Shuffle(Layout),
    /// Integers of this width.
    Integer {
        /// Bytes of a value: 2, 4 or 8.
        width: usize,
        /// How.
        plan: Plan,
    },
    /// Numerics.
    Numeric(Plan),
    /// Floats that are short decimal numbers.
    Decimal {
        /// How many digits they have.
        form: Form,
        /// How their numbers are written.
        plan: Plan,
    },
    /// Decimal numbers as text.
    Digits(Plan),
    /// Text as words; the bytes are ready.
    Words,
    /// Documents as templates, if they have enough in common.
    Template,
}

impl Choice {
    /// The encoding's id.
    pub(in crate::codec) fn encoding(self) -> u8 {
        match self {
            Choice::Plain => PLAIN,
            Choice::Dictionary => DICTIONARY,
            Choice::Planes { .. } => PLANES,
            Choice::Shuffle(_) => SHUFFLE,
            Choice::Integer { width: 2, .. } => INT2,
            Choice::Integer { width: 4, .. } => INT4,
            Choice::Integer { .. } => INT8,
            Choice::Numeric(_) => NUMERIC,
            Choice::Decimal { .. } => DECIMAL,
            Choice::Digits(_) => DIGITS,
            Choice::Words => WORDS,
            Choice::Template => TEMPLATE,
        }
    }

    /// The encoding's name, with how its integers are predicted.
    pub(in crate::codec) fn name(self) -> &'static str {
        let [frame, delta, column] = match self {
            Choice::Plain => ["plain"; 3],
            Choice::Dictionary => ["dictionary"; 3],
            Choice::Planes { .. } => ["planes"; 3],
            Choice::Shuffle(_) => ["shuffle"; 3],
            Choice::Integer { width: 2, .. } => ["int2-frame", "int2-delta", "int2-column"],
            Choice::Integer { width: 4, .. } => ["int4-frame", "int4-delta", "int4-column"],
            Choice::Integer { .. } => ["int8-frame", "int8-delta", "int8-column"],
            Choice::Numeric(_) => ["numeric-frame", "numeric-delta", "numeric-column"],
            Choice::Decimal { .. } => ["decimal-frame", "decimal-delta", "decimal-column"],
            Choice::Digits(_) => ["digits-frame", "digits-delta", "digits-column"],
            Choice::Words => ["words"; 3],
            Choice::Template => ["template"; 3],
        };
        match self.plan().map(|plan| plan.predictor) {
            None | Some(Predictor::Frame) => frame,
            Some(Predictor::Delta) => delta,
            Some(Predictor::Column(_)) => column,
        }
    }

    /// How its integers are written, when it has integers.
    pub(in crate::codec) fn plan(self) -> Option<Plan> {
        match self {
            Choice::Integer { plan, .. }
            | Choice::Numeric(plan)
            | Choice::Decimal { plan, .. }
            | Choice::Digits(plan) => Some(plan),
            _ => None,
        }
    }
}

/// Encodings that a column does not get.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::codec) struct Excluded(u16);

impl Excluded {
    /// These and one more.
    pub(in crate::codec) fn with(self, encoding: u8) -> Self {
        Excluded(self.0 | 1 << encoding)
    }

    /// Whether this is one of them.
    pub(in crate::codec) fn has(self, encoding: u8) -> bool {
        self.0 >> encoding & 1 == 1
    }
}
