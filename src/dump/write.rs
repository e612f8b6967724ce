//! The writer: appends blocks in ticket order, keeps the totals of every stream, ends streams and archive.

use std::{collections::BTreeMap, io::Write};

use crossbeam_channel::{Receiver, Sender};

use super::{
    DumpReport,
    pipeline::{Message, Shared, Slot},
    streams::Layout,
};
use crate::{
    Error,
    archive::{ArchiveWriter, BlockHeader, Payload, StreamEnd},
    codec::{BlockInfo, Digest},
    manifest::{Encodings, Manifest, StreamSummary, Summary, Table},
};

/// The archive with all rows in it, and what was counted on the way.
pub(super) struct Outcome<W: Write> {
    archive: ArchiveWriter<W>,
    streams: Vec<StreamTotals>,
}

/// Totals of one stream.
#[derive(Clone, Default)]
struct StreamTotals {
    jobs_left: usize,
    blocks: u32,
    raw_bytes: u64,
    stored_bytes: u64,
    digest: Digest,
    encodings: Vec<Vec<(&'static str, u64)>>,
}

/// Writes until all jobs are done.
pub(super) fn work<W: Write>(
    shared: &Shared<'_>,
    archive: ArchiveWriter<W>,
    messages: Receiver<Message>,
    slots: &Sender<Slot>,
) -> Result<Outcome<W>, Error> {
    let mut outcome = Outcome { archive, streams: vec![StreamTotals::default(); shared.layout.tables.len()] };
    for job in &shared.layout.jobs {
        outcome.streams[job.stream as usize - 1].jobs_left += 1;
    }
    outcome.end_streams_without_jobs()?;
    let mut waiting: BTreeMap<u64, Message> = BTreeMap::new();
    let mut next_ticket = 0;
    for message in messages {
        waiting.insert(message.ticket(), message);
        while let Some(message) = waiting.remove(&next_ticket) {
            next_ticket += 1;
            match message {
                Message::Block { stream, mut payloads, digest, chosen, .. } => {
                    outcome.block(stream, &payloads, digest, &chosen)?;
                    let payload = payloads.pop().map(|(_, payload)| payload.into_bytes()).unwrap_or_default();
                    // Nobody waits for it when the readers are gone.
                    let _ = slots.try_send(Slot { payload });
                }
                Message::JobDone { stream, .. } => outcome.job_done(stream)?,
            }
        }
    }
    if shared.is_stopped() {
        return Err(Error::Interrupted);
    }
    if let Some(position) = outcome.streams.iter().position(|stream| stream.jobs_left > 0) {
        let name = &shared.layout.tables[position].name;
        return Err(Error::Mismatch { what: format!("the rows of {name} were not read to the end") });
    }
    Ok(outcome)
}

impl Message {
    fn ticket(&self) -> u64 {
        match self {
            Message::Block { ticket, .. } | Message::JobDone { ticket, .. } => *ticket,
        }
    }
}

impl<W: Write> Outcome<W> {
    fn block(
        &mut self,
        stream: u32,
        payloads: &[(BlockInfo, Payload)],
        digest: Digest,
        chosen: &[&'static str],
    ) -> Result<(), Error> {
        let totals = &mut self.streams[stream as usize - 1];
        for (info, payload) in payloads {
            let header = BlockHeader {
                stream,
                number: totals.blocks,
                rows: info.rows,
                raw_bytes: info.raw_bytes,
                continued: info.continued,
            };
            self.archive.hashed_block(header, payload).map_err(Error::archive("write a block"))?;
            totals.blocks += 1;
            totals.raw_bytes += u64::from(info.raw_bytes);
            totals.stored_bytes += payload.bytes().len() as u64;
        }
        totals.digest.add(digest);
        if totals.encodings.len() < chosen.len() {
            totals.encodings.resize(chosen.len(), Vec::new());
        }
        for (counts, name) in totals.encodings.iter_mut().zip(chosen) {
            match counts.iter_mut().find(|(known, _)| known == name) {
                Some((_, blocks)) => *blocks += 1,
                None => counts.push((name, 1)),
            }
        }
        Ok(())
    }

    fn job_done(&mut self, stream: u32) -> Result<(), Error> {
        let totals = &mut self.streams[stream as usize - 1];
        totals.jobs_left = totals.jobs_left.saturating_sub(1);
        if totals.jobs_left == 0 { self.end_stream(stream) } else { Ok(()) }
    }

    fn end_streams_without_jobs(&mut self) -> Result<(), Error> {
        let empty: Vec<usize> =
            (0..self.streams.len()).filter(|position| self.streams[*position].jobs_left == 0).collect();
        for position in empty {
            self.end_stream(u32::try_from(position + 1).unwrap_or(u32::MAX))?;
        }
        Ok(())
    }

    fn end_stream(&mut self, stream: u32) -> Result<(), Error> {
        let totals = &self.streams[stream as usize - 1];
        let end = StreamEnd {
            stream,
            blocks: totals.blocks,
            rows: totals.digest.rows,
            raw_bytes: totals.raw_bytes,
            digest: totals.digest.sum,
        };
        self.archive.end_stream(end).map_err(Error::archive("end a stream"))
    }
}

/// Writes summary, index and trailer.
pub(super) fn finish<W: Write>(
    outcome: Outcome<W>,
    finished_at: jiff::Timestamp,
    layout: Layout,
    manifest: Manifest,
    warnings: Vec<String>,
) -> Result<(W, DumpReport), Error> {
    let Outcome { archive, streams } = outcome;
    let streams: Vec<StreamSummary> = streams
        .into_iter()
        .zip(&layout.tables)
        .map(|(totals, table)| StreamSummary {
            stream: table.stream,
            rows: totals.digest.rows,
            raw_bytes: totals.raw_bytes,
            stored_bytes: totals.stored_bytes,
            digest: totals.digest.hex(),
            encodings: encodings(totals.encodings, table),
        })
        .collect();
    let summary = Summary {
        finished_at: finished_at.to_string(),
        rows: streams.iter().map(|stream| stream.rows).sum(),
        raw_bytes: streams.iter().map(|stream| stream.raw_bytes).sum(),
        stored_bytes: streams.iter().map(|stream| stream.stored_bytes).sum(),
        warnings,
        streams,
    };
    let json = serde_json::to_vec(&summary).map_err(Error::document("summary"))?;
    let (sink, written) = archive.finish(&json).map_err(Error::archive("finish the archive"))?;
    Ok((sink, DumpReport { manifest, tables: layout.tables, summary, written }))
}

fn encodings(counts: Vec<Vec<(&'static str, u64)>>, table: &Table) -> Encodings {
    let names = table.columns.iter().map(|column| &*column.name);
    Encodings::new(names.zip(counts).map(|(name, mut blocks)| {
        blocks.sort_unstable();
        (name, blocks)
    }))
}
