//! Columns of documents, for the encoder: templates that many share, and the values in columns of their own.

use std::{collections::HashMap, ops::Range};

use super::{
    CodecError,
    column::ColumnWriter,
    encoding::template::Table,
    json::{self, Cut},
    page::PageWriter,
    rows::Column,
    values::Values,
};

/// A column of documents has at most so many templates, and one more for each [`VALUES`] values: where there are more, a
/// template is hardly ever used again.
const TEMPLATES: usize = 64;
const VALUES: usize = 4;
/// Columns that templates may have: each costs a header.
const COLUMNS: usize = 512;

/// Takes documents apart. Keeps its memory.
pub(super) struct Templates {
    cut: Cut,
    table: Table,
    /// By template: its number, and where the columns of its places are.
    known: HashMap<Box<[u8]>, (u16, Range<usize>)>,
    /// By path: its column.
    paths: HashMap<Box<[u8]>, u16>,
    columns: Vec<Column>,
    /// Places of all templates.
    places: usize,
    writer: ColumnWriter,
}

impl Default for Templates {
    fn default() -> Self {
        Templates {
            cut: Cut::default(),
            table: Table::default(),
            known: HashMap::new(),
            paths: HashMap::new(),
            columns: Vec::new(),
            places: 0,
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
        self.paths.clear();
        self.places = 0;
        for (number, value) in values.iter().enumerate() {
            if !self.cut.cut(value) {
                return false;
            }
            if !self.known.contains_key(self.cut.template.as_slice())
                && (self.table.len() > TEMPLATES + number / VALUES || !self.add_template())
            {
                return false;
            }
            let Some((template, places)) = self.known.get(self.cut.template.as_slice()) else { return false };
            self.table.push(*template);
            for (&column, own) in self.table.columns_of(places.clone()).iter().zip(&self.cut.values) {
                self.columns[usize::from(column)].push(&value[own.clone()]);
            }
        }
        true
    }

    /// Adds the template of the document that was just taken apart. False when there are too many, or too many columns.
    fn add_template(&mut self) -> bool {
        let Ok(number) = u16::try_from(self.table.len()) else { return false };
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
            return false;
        }
        self.table.add(json::pieces(&cut.template), &own);
        let places = self.places..self.places + own.len();
        self.places = places.end;
        self.known.insert(cut.template.as_slice().into(), (number, places));
        true
    }
}
