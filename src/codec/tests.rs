//! Blocks there and back: every encoding, random rows, damage.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;

use proptest::{prelude::*, test_runner::{RngAlgorithm, TestRng}};
use rand_core::RngCore;

use super::*;
