//! Scenario files of both versions, and pictures with one inside.

use crate::trial::try_text;

/// Opens, checks, saves, runs and reads a file that somebody opens.
pub fn scenario(bytes: &[u8]) {
    try_text(bytes);
}
