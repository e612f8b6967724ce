//! verify room.
