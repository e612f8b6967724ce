//! Columns put together into rows, for the decoder.

use std::ops::Range;

use super::{
    Rows,
    column::{Decoded, has_value},
    values::Fields,
};

/// Bytes of rows that are written together, so that they stay in the first-level cache while column after column is
/// scattered over them.
const BATCH_BYTES: usize = 24 << 10;

/// How far a column has been written.
#[derive(Clone, Copy, Debug, Default)]
struct Progress {
    value: usize,
    offset: usize,
}

/// Writes rows. Keeps its memory.
#[derive(Debug, Default)]
pub(super) struct Joiner {
    progress: Vec<Progress>,
    /// Where the next field of each row of the batch goes; before that, the size of each row.
    places: Vec<usize>,
}

impl Joiner {
    /// Fills `out`, which has exactly the size of the rows.
    pub(super) fn join(&mut self, format: Rows, columns: &[Decoded], rows: usize, out: &mut [u8]) {
        self.progress.clear();
        self.progress.resize(columns.len(), Progress::default());
        let batch = (BATCH_BYTES * rows / out.len().max(1)).clamp(16, 4096);
        let mut done = 0;
        let mut at = 0;
        while done < rows {
            let range = done..rows.min(done + batch);
            done = range.end;
            self.measure(format, columns, range.clone());
            for place in &mut self.places {
                let size = *place;
                *place = at;
                at += size;
            }
            match format {
                Rows::Binary => self.write_binary(columns, &range, out),
                Rows::Text => self.write_text(columns, &range, out),
            }
        }
    }

    /// Puts the size of each row of the batch into `places`.
    fn measure(&mut self, format: Rows, columns: &[Decoded], rows: Range<usize>) {
        let (frame, null) = match format {
            Rows::Binary => (2 + 4 * columns.len(), 0),
            Rows::Text => (columns.len().max(1), 2),
        };
        let mut fixed = frame;
        self.places.clear();
        self.places.resize(rows.len(), 0);
        for (column, progress) in columns.iter().zip(&self.progress) {
            match (&column.present, &column.fields) {
                (None, Fields::Fixed { width, .. }) => fixed += width,
                (None, Fields::Null) => fixed += null,
                (None, Fields::Varied { lengths, .. }) => {
                    for (size, &length) in self.places.iter_mut().zip(&lengths[progress.value..]) {
                        *size += length as usize;
                    }
                }
                _ => {
                    let mut sizes = self.places.iter_mut();
                    for_each(column, *progress, rows.clone(), |field| {
                        if let Some(size) = sizes.next() {
                            *size += field.map_or(null, <[u8]>::len);
                        }
                    });
                }
            }
        }
        for size in &mut self.places {
            *size += fixed;
        }
    }

    fn write_binary(&mut self, columns: &[Decoded], rows: &Range<usize>, out: &mut [u8]) {
        // At most MAX_COLUMNS.
        let count = u16::try_from(columns.len()).unwrap_or(u16::MAX).to_be_bytes();
        for place in &mut self.places {
            out[*place..][..2].copy_from_slice(&count);
            *place += 2;
        }
        for (column, progress) in columns.iter().zip(&mut self.progress) {
            let places = &mut self.places;
            match (&column.present, &column.fields) {
                (None, Fields::Fixed { width: 1, bytes }) => write_fixed::<1>(places, bytes, progress, out),
                (None, Fields::Fixed { width: 2, bytes }) => write_fixed::<2>(places, bytes, progress, out),
                (None, Fields::Fixed { width: 4, bytes }) => write_fixed::<4>(places, bytes, progress, out),
                (None, Fields::Fixed { width: 8, bytes }) => write_fixed::<8>(places, bytes, progress, out),
                (None, Fields::Fixed { width: 16, bytes }) => write_fixed::<16>(places, bytes, progress, out),
                _ => {
                    let mut places = places.iter_mut();
                    *progress = for_each(column, *progress, rows.clone(), |field| {
                        let Some(place) = places.next() else { return };
                        let slot = &mut out[*place..];
                        if let Some(field) = field {
                            // A field is no longer than a block.
                            let length = u32::try_from(field.len()).unwrap_or(u32::MAX);
                            slot[..4].copy_from_slice(&length.to_be_bytes());
                            slot[4..4 + field.len()].copy_from_slice(field);
                            *place += 4 + field.len();
                        } else {
                            slot[..4].copy_from_slice(&(-1_i32).to_be_bytes());
                            *place += 4;
                        }
                    });
                }
            }
        }
    }

    fn write_text(&mut self, columns: &[Decoded], rows: &Range<usize>, out: &mut [u8]) {
        let last = columns.len().saturating_sub(1);
        for (number, (column, progress)) in columns.iter().zip(&mut self.progress).enumerate() {
            let end = if number == last { b'\n' } else { b'\t' };
            let mut places = self.places.iter_mut();
            *progress = for_each(column, *progress, rows.clone(), |field| {
                let Some(place) = places.next() else { return };
                let field = field.unwrap_or(b"\\N");
                out[*place..][..field.len()].copy_from_slice(field);
                out[*place + field.len()] = end;
                *place += field.len() + 1;
            });
        }
        if columns.is_empty() {
            for &place in &self.places {
                out[place] = b'\n';
            }
        }
    }
}

fn write_fixed<const N: usize>(places: &mut [usize], bytes: &[u8], progress: &mut Progress, out: &mut [u8]) {
    let length = u32::try_from(N).unwrap_or(u32::MAX).to_be_bytes();
    let values = bytes.as_chunks::<N>().0;
    for (place, value) in places.iter_mut().zip(&values[progress.value..]) {
        let slot = &mut out[*place..*place + 4 + N];
        slot[..4].copy_from_slice(&length);
        slot[4..].copy_from_slice(value);
        *place += 4 + N;
    }
    progress.value += places.len();
}

/// Shows the column's field in each of the rows, from where it stands; says where it stands then.
fn for_each(column: &Decoded, mut at: Progress, rows: Range<usize>, mut show: impl FnMut(Option<&[u8]>)) -> Progress {
    match &column.fields {
        Fields::Null => rows.for_each(|_| show(None)),
        Fields::Coded { codes, entries, bytes } => {
            for &code in &codes[rows] {
                show(entries[usize::from(code)].map(|(start, length)| &bytes[start..start + length]));
            }
        }
        Fields::Fixed { width, bytes } => {
            for row in rows {
                if column.present.as_deref().is_none_or(|bits| has_value(bits, row)) {
                    show(Some(&bytes[at.offset..at.offset + width]));
                    at.offset += width;
                } else {
                    show(None);
                }
            }
        }
        Fields::Varied { lengths, bytes } => {
            for row in rows {
                if column.present.as_deref().is_none_or(|bits| has_value(bits, row)) {
                    let length = lengths[at.value] as usize;
                    show(Some(&bytes[at.offset..at.offset + length]));
                    at.offset += length;
                    at.value += 1;
                } else {
                    show(None);
                }
            }
        }
    }
    at
}
