//! Which encoding a column of a block gets. Candidates are compared on a sample of the values themselves; nothing is
//! remembered from one block to the next, so that the same block is always encoded the same way.

mod choice;
mod estimate;
mod sample;

use super::{
    CodecError,
    cost::{is_noise, planes_cost},
    encoding::{
        DECIMAL, DIGITS, NUMERIC, TEMPLATE,
        decimal::{self, Exceptions},
        dictionary::{self, Table},
        digits,
        integer::{self, Plan},
        numeric, plain, planes,
        shuffle::{self, Layout},
        words::Words,
    },
    json,
    page::{Content, PageWriter},
    values::{Lengths, Values},
};
use estimate::{best_plan, float_cost};
use sample::Sample;

pub(super) use choice::{Choice, Excluded};

/// Bytes of text that are compressed to see what words have to beat.
const STRETCH: usize = 32 << 10;
/// Earlier columns that an integer column is compared with.
const REFERENCES: usize = 8;
/// Largest dictionary of numbers with one page of codes.
const FEW: usize = 255;
/// Bytes of a number above which the two pages of codes of a larger dictionary may be so much less that it is tried.
const LONG: usize = 4;

/// An earlier column of integers without NULLs.
pub(super) struct Reference<'a> {
    /// Its number.
    pub(super) column: u16,
    /// Its encoding: only columns of the same kind are compared.
    pub(super) encoding: u8,
    /// Its values, one per row.
    pub(super) values: &'a [u64],
}

/// What the choice is made from, besides the values.
pub(super) struct Surroundings<'a> {
    /// The row of each value, when some rows have none.
    pub(super) rows: Option<&'a [u32]>,
    /// Earlier columns.
    pub(super) references: &'a [Reference<'a>],
    /// What it cannot be.
    pub(super) excluded: Excluded,
}

/// Takes a value for a scaled integer and the digits after its point.
type Parse = fn(&[u8]) -> Option<(i64, u8)>;

/// Makes choices. Keeps its memory.
#[derive(Default)]
pub(super) struct Chooser {
    numbers: Vec<u64>,
    trial: Vec<u8>,
    words: Words,
    /// The table of the last dictionary.
    pub(super) table: Table,
    /// The last column as words, when choosing these took encoding all of it.
    ready: Vec<u8>,
    /// What the pages of `ready` hold.
    ready_content: usize,
}

impl Chooser {
    /// The encoding for a column with at least one value.
    pub(super) fn choose(
        &mut self,
        values: &Values<'_>,
        around: &Surroundings<'_>,
        pages: &mut PageWriter,
    ) -> Result<Choice, CodecError> {
        let sample = Sample::of(values);
        let some = sample.values(values);
        if let Lengths::Constant { width: width @ (2 | 4 | 8), .. } = values.lengths {
            let mut numbers = std::mem::take(&mut self.numbers);
            integer::from_fields(&sample.bytes, width, &mut numbers);
            let encoding = Choice::Integer { width, plan: Plan::FRAME }.encoding();
            let (plan, cost) = best_plan(&numbers, &sample.picked, around, encoding);
            self.numbers = numbers;
            let mut best = (cost, Choice::Integer { width, plan });
            if width > 2 {
                let cost = float_cost(&sample.bytes, width);
                // Floats only when it is plain that they are.
                if cost + cost / 32 < best.0 {
                    best = (cost, Choice::Shuffle(Layout::float(width)));
                }
                best = best.min_by_cost(self.text_numbers(&some, &sample.picked, around).unwrap_or(best));
                if let Some((cost, choice)) = self.decimal_plan(&sample, width, around)
                    && cost + cost / 32 < best.0
                {
                    best = (cost, choice);
                }
            }
            return Ok(self.or_dictionary(values, (&some, &sample.picked), best));
        }
        if let Some((plan, cost)) = self.scaled_plan(&some, &sample.picked, around, (NUMERIC, numeric::parse)) {
            return Ok(self.or_dictionary(values, (&some, &sample.picked), (cost, Choice::Numeric(plan))));
        }
        if let Some(best) = self.text_numbers(&some, &sample.picked, around) {
            return Ok(self.or_dictionary(values, (&some, &sample.picked), best));
        }
        if self.table.build(values, dictionary::MAX_ENTRIES) && self.table_pays(values) {
            return Ok(Choice::Dictionary);
        }
        if !around.excluded.has(TEMPLATE) && some.iter().next().is_some_and(json::looks_like_document) {
            return Ok(Choice::Template);
        }
        let mut best = (self.try_out(|out| plain::encode(&some, pages, out))?, Choice::Plain);
        if let Lengths::Constant { width: width @ 1..=planes::MAX_WIDTH, .. } = values.lengths {
            let cost = self.try_out(|out| planes::encode(&sample.bytes, width, pages, out))?;
            best = best.min_by_cost((cost, Choice::Planes { width }));
        }
        for layout in shuffle::LAYOUTS {
            if layout.fits(values) {
                let cost = self.try_out(|out| shuffle::encode(layout, &some, pages, out))?;
                best = best.min_by_cost((cost, Choice::Shuffle(layout)));
            }
        }
        // Noise has no words.
        if best.1 == Choice::Plain && !is_noise(&sample.bytes) && self.words.collect(values) {
            return self.words_or_plain(values, pages);
        }
        Ok(best.1)
    }

    /// Encodes the column as words, and a stretch of it as it is, which tells whether all of it would be smaller so.
    fn words_or_plain(&mut self, values: &Values<'_>, pages: &mut PageWriter) -> Result<Choice, CodecError> {
        let before = pages.content_bytes();
        self.ready.clear();
        self.words.encode(values, pages, &mut self.ready)?;
        self.ready_content = pages.content_bytes() - before;
        if self.beats_plain(self.ready.len(), values, pages)? {
            return Ok(Choice::Words);
        }
        Ok(Choice::Plain)
    }

    /// Appends what was chosen to be words.
    pub(super) fn write_words(&self, pages: &mut PageWriter, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.ready);
        pages.set_content_bytes(pages.content_bytes() + self.ready_content);
    }

    /// Whether so many bytes are no more than the values would take as they are, as far as a stretch of them tells.
    pub(super) fn beats_plain(
        &mut self,
        bytes: usize,
        values: &Values<'_>,
        pages: &mut PageWriter,
    ) -> Result<bool, CodecError> {
        let text = values.bytes;
        let stretch = &text[(text.len() - text.len().min(STRETCH)) / 2..][..text.len().min(STRETCH)];
        let counted = pages.content_bytes();
        let plain = self.try_out(|out| pages.write(Content::Text, stretch, out))?;
        pages.set_content_bytes(counted);
        Ok(bytes as u64 * stretch.len() as u64 <= plain * text.len() as u64)
    }

    fn try_out(&mut self, encode: impl FnOnce(&mut Vec<u8>) -> Result<(), CodecError>) -> Result<u64, CodecError> {
        self.trial.clear();
        encode(&mut self.trial)?;
        Ok(self.trial.len() as u64)
    }

    /// A dictionary instead, when it seems to be smaller and all values agree.
    fn or_dictionary(
        &mut self,
        values: &Values<'_>,
        (sample, picked): (&Values<'_>, &[usize]),
        best: (u64, Choice),
    ) -> Choice {
        let count = sample.count();
        if count < 16 {
            return best.1;
        }
        let few = self.table.build(sample, FEW);
        let limit = if few { FEW } else { dictionary::MAX_ENTRIES };
        if !few && (best.0 <= (LONG * count) as u64 || !self.table.build(values, limit)) {
            return best.1;
        }
        let code = |&code: &u16| u64::from(code);
        let codes: Vec<u64> = if few {
            self.table.codes().iter().map(code).collect()
        } else {
            picked.iter().map(|&number| code(&self.table.codes()[number])).collect()
        };
        // The table is there once per block, the sample's share of it is smaller.
        let share = (values.count() / count).max(1) as u64;
        let cost = planes_cost(&codes) + self.table.cost() / share;
        if cost + cost / 16 < best.0 && (!few || self.table.build(values, limit)) {
            return Choice::Dictionary;
        }
        best.1
    }

    fn table_pays(&self, values: &Values<'_>) -> bool {
        let (entries, count) = (self.table.len(), values.count());
        let saved = values.bytes.len().saturating_sub(self.table.bytes());
        // A code takes one page or two; and repeated text is not worth its length, compression sees that too.
        let code = if entries < 256 { 1 } else { 3 };
        entries * 2 <= count && saved > count * code
    }

    fn decimal_plan(&mut self, sample: &Sample, width: usize, around: &Surroundings<'_>) -> Option<(u64, Choice)> {
        let form = decimal::form(&sample.bytes, width).filter(|_| !around.excluded.has(DECIMAL))?;
        let mut exceptions = Exceptions::default();
        let mut numbers = std::mem::take(&mut self.numbers);
        let best = decimal::from_fields(&sample.bytes, form, &mut numbers, &mut exceptions).then(|| {
            let (plan, cost) = best_plan(&numbers, &sample.picked, around, DECIMAL);
            (cost + exceptions.cost(width), Choice::Decimal { form, plan })
        });
        self.numbers = numbers;
        best
    }

    fn text_numbers(
        &mut self,
        sample: &Values<'_>,
        picked: &[usize],
        around: &Surroundings<'_>,
    ) -> Option<(u64, Choice)> {
        let (plan, cost) = self.scaled_plan(sample, picked, around, (DIGITS, digits::parse))?;
        Some((cost, Choice::Digits(plan)))
    }

    /// How to write values that all are decimal numbers of a kind.
    fn scaled_plan(
        &mut self,
        sample: &Values<'_>,
        picked: &[usize],
        around: &Surroundings<'_>,
        (encoding, parse): (u8, Parse),
    ) -> Option<(Plan, u64)> {
        if around.excluded.has(encoding) {
            return None;
        }
        let mut numbers = std::mem::take(&mut self.numbers);
        numbers.clear();
        let mut scales = Vec::new();
        let parsed = sample.iter().all(|field| match parse(field) {
            Some((value, scale)) => {
                numbers.push(value.cast_unsigned());
                scales.push(u64::from(scale));
                true
            }
            None => false,
        });
        let best = parsed.then(|| {
            let (plan, cost) = best_plan(&numbers, picked, around, encoding);
            (plan, cost + planes_cost(&scales))
        });
        self.numbers = numbers;
        best
    }
}

trait MinByCost {
    fn min_by_cost(self, other: Self) -> Self;
}

impl MinByCost for (u64, Choice) {
    /// The cheaper one; the first when they are equal.
    fn min_by_cost(self, other: Self) -> Self {
        if other.0 < self.0 { other } else { self }
    }
}
