//! restore room.
