//! The columns that an Enrichment adds, in words.

use super::Lang;
use crate::scenario::activity::targeting::EnrichedColumn;

/// The name of a column.
pub fn column(lang: Lang, column: EnrichedColumn) -> &'static str {
    match column {
        EnrichedColumn::Contracts => lang.pick("number of contracts", "antal avtal"),
        EnrichedColumn::MessagesReceived => lang.pick("messages received", "mottagna meddelanden"),
        EnrichedColumn::DaysSinceLastMessage => {
            lang.pick("days since the last message", "dagar sedan senaste meddelandet")
        }
    }
}
