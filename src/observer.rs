//! What a running flow tells the outside: phases, rows and bytes done, warnings.

/// Watches a flow. Called from several threads; every method has an empty default.
pub trait Observer: Sync {
    /// A new phase began: `reading the schema`.
    fn phase(&self, _name: &str) {}
    /// How much is expected: streams and raw bytes (an estimate when dumping).
    fn expect(&self, _streams: u64, _raw_bytes: u64) {}
    /// Rows and raw bytes that went through since the last call.
    fn advance(&self, _rows: u64, _raw_bytes: u64) {}
    /// One stream or object is complete.
    fn done(&self, _name: &str) {}
    /// Something the user should know; the run goes on.
    fn warning(&self, _text: &str) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Observer for Silent {}
