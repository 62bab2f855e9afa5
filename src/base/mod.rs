//! Words without any domain in them: time, chance, sets of people.

pub mod chance;
pub mod checksum;
pub mod kept_set;
pub mod people_set;
pub mod plain;
pub mod rest;
pub mod time;
