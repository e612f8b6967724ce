//! dump room.
