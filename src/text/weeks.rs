//! Words for the weeks of a run as a picture.

use super::Lang;
use super::format::{counted, number, plain_date};
use crate::log::weeks::WeekCell;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// Its title.
pub fn title(lang: Lang, scenario: &str) -> String {
    format!("{scenario}: {}", lang.pick("week by week", "vecka för vecka"))
}

/// What a cell shows, in four short lines.
pub fn lines(lang: Lang, cell: &WeekCell) -> [String; 4] {
    let week = format!("{} {}", lang.pick("Week", "Vecka"), number(lang, u64::from(cell.week) + 1));
    let rows = cell.messages + cell.reactions;
    [
        week,
        launches(lang, cell.launches),
        super::rows::deliveries(lang, cell.deliveries),
        super::rows::matching(lang, rows),
    ]
}

/// The same as a sentence for those who listen, with the rows of each log.
pub fn told(lang: Lang, cell: &WeekCell) -> String {
    let (week, from) = (number(lang, u64::from(cell.week) + 1), plain_date(lang, cell.from.date()));
    let (launches, deliveries) =
        (launches(lang, cell.launches), super::rows::deliveries(lang, cell.deliveries));
    let (messages, reactions) = (number(lang, cell.messages), number(lang, cell.reactions));
    match lang.wording() {
        Wording::En => say!(
            lang,
            "Week {week}, from {from}: {launches}, {deliveries} made, {messages} broadLog rows, {reactions} tracking log rows",
            week,
            from,
            launches,
            deliveries,
            messages,
            reactions
        ),
        Wording::Sv => format!(
            "Vecka {week}, från {from}: {launches}, {deliveries} skapade, {messages} rader i leveransloggen, {reactions} rader i spårningsloggen"
        ),
    }
}

fn launches(lang: Lang, count: u64) -> String {
    counted(lang, count, lang.either("launch", "start"), lang.either("launches", "starter"))
}
