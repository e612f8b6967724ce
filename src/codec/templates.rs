//! Columns of documents, for the encoder: templates that many share, and the values in columns of their own.

use std::{collections::HashMap, ops::Range};

use super::{
    CodecError,
    column::ColumnWriter,
    encoding::template::Table,
    json::{self, Cut, Template},
    page::PageWriter,
    rows::Column,
    values::Values,
};

/// A column of documents has at most so many templates, and one more for each [`VALUES`] values: where there are more, a
/// template is hardly ever used again.
const TEMPLATES: usize = 64;
const VALUES: usize = 4;
/// So many values more without one of the templates before than with one, and these are no longer tried.
const MOST_LUCK: u8 = 32;
/// Columns that templates may have: each costs a header.
const COLUMNS: usize = 512;

/// Takes documents apart. Keeps its memory.
pub(super) struct Templates {
    cut: Cut,
    table: Table,
    /// By number.
    known: Vec<Known>,
    /// The number of each template.
    numbers: HashMap<Box<[u8]>, u16>,
    /// The templates of the last two values that had different ones.
    recent: [u16; 2],
    /// Rises with each value that has one of them and falls with each that has not: at 0 they are not tried.
    luck: u8,
    /// By path: its column.
    paths: HashMap<Box<[u8]>, u16>,
    columns: Vec<Column>,
    writer: ColumnWriter,
}

/// A template that some value had.
struct Known {
    template: Template,
    /// Where the columns of its places are.
    places: Range<usize>,
}

impl Default for Templates {
    fn default() -> Self {
        Templates {
            cut: Cut::default(),
            table: Table::default(),
            known: Vec::new(),
            numbers: HashMap::new(),
            recent: [0; 2],
            luck: 0,
            paths: HashMap::new(),
            columns: Vec::new(),
            writer: ColumnWriter::nested(),
        }
    }
}

impl Templates {
    /// Appends the values as templates and columns. False, with something appended or not, when they have too little in common.
    pub(super) fn write(
        &mut self,
        values: &Values<'_>,
        pages: &mut PageWriter,
        out: &mut Vec<u8>,
    ) -> Result<bool, CodecError> {
        if !self.take_apart(values) {
            return Ok(false);
        }
        let used = self.paths.len();
        // No more than COLUMNS.
        self.table.encode(u16::try_from(used).unwrap_or(u16::MAX), pages, out)?;
        for column in &self.columns[..used] {
            self.writer.write(column, &mut Vec::new(), pages, out)?;
        }
        Ok(true)
    }

    fn take_apart(&mut self, values: &Values<'_>) -> bool {
        self.table.clear();
        self.known.clear();
        self.numbers.clear();
        self.paths.clear();
        self.recent = [0; 2];
        self.luck = MOST_LUCK;
        let mut rest = values.bytes;
        for (number, length) in values.lengths.iter().enumerate() {
            let (value, after) = rest.split_at(length);
            let Some(template) = self.follow_recent(value).or_else(|| self.cut(value, number)) else { return false };
            self.table.push(template);
            let is_recent = self.recent.contains(&template);
            self.luck = if is_recent { MOST_LUCK.min(self.luck + 1) } else { self.luck.saturating_sub(1) };
            if template != self.recent[0] {
                self.recent = [template, self.recent[0]];
            }
            let columns = self.table.columns_of(self.known[usize::from(template)].places.clone());
            for (&column, own) in columns.iter().zip(&self.cut.values) {
                self.columns[usize::from(column)].push_first(own.len(), &rest[own.start..]);
            }
            rest = after;
        }
        true
    }

    /// The template of a value that has one of those that were last met.
    fn follow_recent(&mut self, value: &[u8]) -> Option<u16> {
        if self.luck == 0 {
            return None;
        }
        let known = |number: &u16| self.known.get(usize::from(*number));
        self.recent
            .into_iter()
            .find(|number| known(number).is_some_and(|known| self.cut.follow(value, &known.template)))
    }

    /// The template of any value; `None` when it has none, or there are too many.
    fn cut(&mut self, value: &[u8], number: usize) -> Option<u16> {
        if !self.cut.cut(value) {
            return None;
        }
        if let Some(template) = self.numbers.get(self.cut.template.as_slice()) {
            return Some(*template);
        }
        if self.table.len() > TEMPLATES + number / VALUES { None } else { self.add_template() }
    }

    /// Adds the template of the document that was just taken apart. `None` when there are too many, or too many columns.
    fn add_template(&mut self) -> Option<u16> {
        let number = u16::try_from(self.table.len()).ok()?;
        let Templates { cut, paths, columns, .. } = self;
        let mut own: Vec<u16> = Vec::with_capacity(cut.values.len());
        json::each_path(&cut.template, |path| {
            let next = paths.len();
            let column = paths.get(path).copied().or_else(|| {
                let column = u16::try_from(next).ok().filter(|_| next < COLUMNS)?;
                paths.insert(path.into(), column);
                match columns.get_mut(next) {
                    Some(column) => column.clear(),
                    None => columns.push(Column::default()),
                }
                Some(column)
            });
            own.extend(column);
        });
        if own.len() != cut.values.len() || u16::try_from(own.len()).is_err() {
            return None;
        }
        self.table.add(json::pieces(&cut.template), &own);
        let first = self.known.last().map_or(0, |known| known.places.end);
        let template = Template::new(&cut.template);
        self.known.push(Known { template, places: first..first + own.len() });
        self.numbers.insert(cut.template.as_slice().into(), number);
        Some(number)
    }
}
