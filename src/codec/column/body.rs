//! A column as its encoding has it.

use std::borrow::Cow;

use super::{Integers, presence::Present};
use crate::codec::{
    CodecError,
    choose::{Choice, Chooser, Reference},
    encoding::{
        DICTIONARY,
        decimal::{self, Exceptions},
        digits,
        integer::{self, Plan, Predictor},
        numeric, plain, planes, scaled, shuffle,
    },
    page::{Content, PageWriter},
    spare::Spare,
    templates::Templates,
    values::Values,
};

/// Writes columns as they were chosen to be. Keeps its memory.
#[derive(Default)]
pub(super) struct BodyWriter {
    pub(super) chooser: Chooser,
    scales: Vec<u8>,
    exceptions: Exceptions,
    pub(super) spare: Spare<u64>,
    templates: Option<Box<Templates>>,
}

/// A column that was appended.
pub(super) struct Written {
    /// Its encoding.
    pub(super) encoding: u8,
    /// The name of that, with how its integers are predicted.
    pub(super) name: &'static str,
    /// The integers that its values were taken for, one per value; else empty.
    pub(super) numbers: Vec<u64>,
}

impl BodyWriter {
    /// Appends a column, from its encoding's id on. `None`, with something appended or not, when not all values allow this
    /// encoding, or they do not gain by it.
    pub(super) fn write(
        &mut self,
        choice: Choice,
        present: &Present<'_>,
        references: &[Reference<'_>],
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<Option<Written>, CodecError> {
        let values = &present.values;
        let Some(numbers) = self.numbers(choice, values) else { return Ok(None) };
        let predicted = choice.plan().and_then(|plan| predictions(plan, present, references));
        let encoding = choice.encoding();
        // Dictionaries have a code for NULL.
        let bitmap = present.bitmap.filter(|_| encoding != DICTIONARY);
        out.extend_from_slice(&[encoding, u8::from(bitmap.is_some())]);
        if let Some(bitmap) = bitmap {
            pages.write(Content::Text, bitmap, out)?;
        }
        match choice {
            Choice::Plain => plain::encode(values, pages, out)?,
            Choice::Dictionary => self.chooser.table.encode(present.row_count, present.bitmap, pages, out)?,
            Choice::Planes { width } => planes::encode(values.bytes, width, pages, out)?,
            Choice::Shuffle(layout) => shuffle::encode(layout, values, pages, out)?,
            Choice::Integer { plan, .. } => integer::encode(&numbers, plan, predicted.as_deref(), pages, out)?,
            Choice::Numeric(plan) | Choice::Digits(plan) => {
                scaled::encode(&self.scales, &numbers, plan, predicted.as_deref(), pages, out)?;
            }
            Choice::Decimal { form, plan } => {
                decimal::encode(form, &self.exceptions, &numbers, plan, predicted.as_deref(), pages, out)?;
            }
            Choice::Words => self.chooser.write_words(pages, out),
            Choice::Template => {
                let start = out.len();
                let templates = self.templates.get_or_insert_default();
                if !templates.write(values, pages, out)?
                    || !self.chooser.beats_plain(out.len() - start, values, pages)?
                {
                    return Ok(None);
                }
            }
        }
        Ok(Some(Written { encoding, name: choice.name(), numbers }))
    }

    /// The integers of a column for later ones to refer to: they have to be there for every row.
    pub(super) fn keep(&mut self, encoding: u8, numbers: Vec<u64>, present: &Present<'_>) -> Integers {
        if numbers.len() == present.row_count {
            return Some((encoding, numbers));
        }
        self.spare.give(numbers);
        None
    }

    /// The values as integers, if that is how they are to be written; `None` when some are none.
    fn numbers(&mut self, choice: Choice, values: &Values<'_>) -> Option<Vec<u64>> {
        if choice.plan().is_none() {
            return Some(Vec::new());
        }
        let mut numbers = self.spare.take(values.count());
        let complete = match choice {
            Choice::Integer { width, .. } => {
                integer::from_fields(values.bytes, width, &mut numbers);
                true
            }
            Choice::Decimal { form, .. } => {
                decimal::from_fields(values.bytes, form, &mut numbers, &mut self.exceptions)
            }
            Choice::Digits(_) => self.scaled(values, digits::parse, &mut numbers),
            _ => self.scaled(values, numeric::parse, &mut numbers),
        };
        if complete {
            return Some(numbers);
        }
        self.spare.give(numbers);
        None
    }

    fn scaled(
        &mut self,
        values: &Values<'_>,
        parse: impl Fn(&[u8]) -> Option<(i64, u8)>,
        numbers: &mut Vec<u64>,
    ) -> bool {
        numbers.reserve(values.count());
        self.scales.clear();
        values.iter().all(|field| match parse(field) {
            Some((value, scale)) => {
                numbers.push(value.cast_unsigned());
                self.scales.push(scale);
                true
            }
            None => false,
        })
    }
}

/// The integers of the column that these are predicted from, one per value.
fn predictions<'a>(plan: Plan, present: &Present<'_>, references: &[Reference<'a>]) -> Option<Cow<'a, [u64]>> {
    let Predictor::Column(column) = plan.predictor else { return None };
    let theirs = references.iter().find(|reference| reference.column == column)?.values;
    Some(match present.rows {
        Some(rows) => rows.iter().map(|&row| theirs[row as usize]).collect::<Vec<u64>>().into(),
        None => Cow::Borrowed(theirs),
    })
}
