//! What can be counted of a run, in the order in which courses list their counts.

use crate::text::Lang;
use crate::text::format::number;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// A count as a noun, by its place.
pub fn name(lang: Lang, place: usize) -> &'static str {
    match place {
        0 => lang.pick("deliveries", "leveranser"),
        1 => lang.pick("batches", "omgångar"),
        2 => lang.pick("messages prepared", "förberedda meddelanden"),
        3 => lang.pick_as("noun", "broadLog rows", "rader i broadLog"),
        4 => lang.pick("tracking log rows", "rader i spårningsloggen"),
        5 => lang.pick("exclusions", "uteslutningar"),
        6 => lang.pick("tracked URLs", "spårade URL:er"),
        7 => lang.pick("different people reached", "olika personer nådda"),
        8 => lang.pick("people mailed more than once", "personer som fick mer än ett"),
        9 => lang.pick("log rows purged", "rensade loggrader"),
        10 => {
            lang.pick("messages in the largest single report", "meddelanden i den största enskilda rapporten")
        }
        11 => lang.pick("messages delivered", "levererade meddelanden"),
        12 => lang.pick("different people who opened", "olika personer som öppnade"),
        13 => lang.pick("tasks", "uppgifter"),
        14 => lang.pick("launches", "starter"),
        15 => lang.pick("late launches", "sena starter"),
        _ => lang.pick("failed tasks", "misslyckade uppgifter"),
    }
}

/// A count of the present run as a line: `deliveries of Recurring delivery: 12`.
pub fn line(lang: Lang, place: usize, of: Option<&str>, count: Option<u64>) -> String {
    let what = name(lang, place);
    let shown = count.map_or_else(|| "–".to_owned(), |count| number(lang, count));
    match (lang.wording(), of) {
        (_, None) => format!("{what}: {shown}"),
        (Wording::En, Some(of)) => say!(lang, "{what} of {of}: {shown}", what, of, shown),
        (Wording::Sv, Some(of)) => format!("{what} för {of}: {shown}"),
    }
}
