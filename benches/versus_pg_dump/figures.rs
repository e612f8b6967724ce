//! From runs to figures: medians, ranges, ratios; the JSON of everything.

use serde_json::{Value, json};

use crate::{
    contest::{Entry, Results},
    machine::Machine,
    measure::Cost,
    options::Operation,
};

/// Median and range of one quantity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Spread {
    pub(crate) median: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

impl Spread {
    /// Of these values; zeros when there are none.
    fn of(values: impl Iterator<Item = f64>) -> Spread {
        let mut sorted: Vec<f64> = values.collect();
        sorted.sort_by(f64::total_cmp);
        let (Some(&low), Some(&high)) = (sorted.first(), sorted.last()) else {
            return Spread { median: 0.0, low: 0.0, high: 0.0 };
        };
        let middle = sorted.len() / 2;
        let median =
            if sorted.len() % 2 == 1 { sorted[middle] } else { f64::midpoint(sorted[middle - 1], sorted[middle]) };
        Spread { median, low, high }
    }
}

impl Entry {
    /// Seconds.
    pub(crate) fn wall(&self) -> Spread {
        self.spread(|cost| cost.wall)
    }

    /// Processor seconds of the programs.
    pub(crate) fn client_cpu(&self) -> Spread {
        self.spread(|cost| cost.client_cpu)
    }

    /// Processor seconds of the server.
    pub(crate) fn server_cpu(&self) -> Spread {
        self.spread(|cost| cost.server_cpu)
    }

    /// Peak memory of the largest process.
    pub(crate) fn peak(&self) -> Spread {
        self.spread(|cost| cost.peak_bytes as f64)
    }

    fn spread(&self, of: impl Fn(&Cost) -> f64) -> Spread {
        Spread::of(self.runs.iter().map(of))
    }
}

impl Results {
    /// Dumpr's own entry of an operation.
    pub(crate) fn ours(&self, operation: Operation) -> Option<&Entry> {
        self.of(operation).find(|entry| entry.contestant.is_ours())
    }

    /// The entries of an operation.
    pub(crate) fn of(&self, operation: Operation) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.contestant.operation == operation)
    }

    /// The entry whose name holds these words.
    pub(crate) fn named(&self, operation: Operation, words: &str) -> Option<&Entry> {
        self.of(operation).find(|entry| entry.contestant.name.contains(words))
    }

    fn json(&self, quick: bool) -> Value {
        let entries: Vec<Value> = self.entries.iter().map(Entry::json).collect();
        json!({
            "data": self.data.database(),
            "description": self.data.description(quick),
            "raw_bytes": self.raw_bytes,
            "measurements": entries,
        })
    }
}

impl Entry {
    fn json(&self) -> Value {
        let spread = |spread: Spread| json!({"median": spread.median, "min": spread.low, "max": spread.high});
        json!({
            "operation": self.contestant.operation.title(),
            "contestant": self.contestant.name,
            "wall_seconds": spread(self.wall()),
            "client_cpu_seconds": spread(self.client_cpu()),
            "server_cpu_seconds": spread(self.server_cpu()),
            "peak_bytes": spread(self.peak()),
            "bytes": self.bytes,
            "runs": self.runs,
        })
    }
}

/// Everything, for programs.
pub(crate) fn json(machine: &Machine, all: &[Results], quick: bool) -> Value {
    let data: Vec<Value> = all.iter().map(|results| results.json(quick)).collect();
    json!({ "machine": machine, "quick": quick, "data": data })
}
