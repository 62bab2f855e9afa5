//! What charts are called, what their axes count, and what follows from them.

use crate::base::time::SimTime;
use crate::log::indicators::BasisPoints;
use crate::text::Lang;
use crate::text::format::{and_list, counted, counted_sv, month_of, month_short, number};
use crate::text::indicator::rate;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What a chart is called, and what its vertical and its horizontal axis count.
pub type Named = [&'static str; 3];

/// The grid of runs and deliveries.
pub fn grid(lang: Lang) -> Named {
    lang.pick(
        ["Which run wrote into which delivery", "Rows of the broadLog", "Run"],
        ["Vilken körning som skrev i vilken leverans", "Rader i leveransloggen", "Körning"],
    )
}

/// Deliveries over time.
pub fn deliveries(lang: Lang) -> Named {
    lang.pick(
        ["Deliveries over time", "Deliveries", "Until"],
        ["Leveranser över tid", "Leveranser", "Till och med"],
    )
}

/// Logs over time.
pub fn logs(lang: Lang) -> Named {
    lang.pick(["Log rows over time", "Rows", "Until"], ["Loggrader över tid", "Rader", "Till och med"])
}

/// The two logs.
pub fn log_names(lang: Lang) -> [&'static str; 2] {
    [lang.pick_as("series", "broadLog", "leveranslogg"), lang.pick("tracking log", "spårningslogg")]
}

/// Opens by hours since the send.
pub fn hours(lang: Lang) -> Named {
    lang.pick(
        ["First opens and clicks by hours since the send", "Messages", "Hours since the send"],
        ["Första öppningar och klick efter timmar sedan utskicket", "Meddelanden", "Timmar sedan utskicket"],
    )
}

/// Its parts.
pub fn hour_parts(lang: Lang) -> [&'static str; 2] {
    lang.pick(
        ["Opened for the first time", "Clicked for the first time"],
        ["Öppnade för första gången", "Klickade för första gången"],
    )
}

/// Throughput.
pub fn throughput(lang: Lang) -> Named {
    lang.pick(
        ["Messages with a result by hours since the send", "Messages", "Hours since the send"],
        ["Meddelanden med resultat efter timmar sedan utskicket", "Meddelanden", "Timmar sedan utskicket"],
    )
}

/// Its parts.
pub fn throughput_parts(lang: Lang) -> [&'static str; 2] {
    lang.pick(["Success", "Errors"], ["Lyckade", "Fel"])
}

/// Rates by delivery.
pub fn rates(lang: Lang) -> Named {
    lang.pick(
        ["Open rate of each delivery and cumulated", "Distinct opens", "First sent"],
        ["Öppningsgrad för varje leverans och sammanlagt", "Unika öppningar", "Först skickad"],
    )
}

/// The points of a line: a report each.
pub fn each(lang: Lang, activity: &str) -> String {
    format!("{activity}: {}", lang.pick("each delivery", "varje leverans"))
}

/// The line itself: reports added up.
pub fn cumulated(lang: Lang, activity: &str) -> String {
    format!("{activity}: {}", lang.pick("cumulated", "sammanlagt"))
}

/// The name of a month on an axis, with its year in January; or of a year.
pub fn axis(lang: Lang, moment: SimTime, is_year: bool) -> String {
    use chrono::Datelike as _;
    let date = moment.date();
    if is_year { date.year().to_string() } else { month_short(lang, month_of(date)).to_owned() }
}

/// Days that are taken together in a column of the grid: `8 Jun 2026 + 7 days`.
pub fn together(lang: Lang, date: &str, days: i64) -> String {
    let days = u64::try_from(days).unwrap_or_default();
    match lang.wording() {
        Wording::En => format!("{date} + {}", counted(lang, days, "day", "days")),
        Wording::Sv => format!("{date} + {}", counted_sv(days, "dag", "dagar")),
    }
}

/// What an activity has written: deliveries, rows, and the most in one delivery.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The activity.
    pub activity: String,
    /// Its deliveries.
    pub deliveries: u64,
    /// Their rows together.
    pub rows: u64,
    /// The rows of the largest.
    pub most: u64,
}

/// What a row of the grid is: a delivery, or an activity with all of its deliveries.
pub fn grid_row(lang: Lang, is_delivery: bool) -> &'static str {
    if is_delivery { lang.pick("Delivery", "Leverans") } else { lang.pick("Activity", "Aktivitet") }
}

/// What follows from the grid.
pub fn grid_takeaway(lang: Lang, all: &[Written]) -> String {
    let one = |Written { activity, deliveries, rows, most }: &Written| {
        let rows_in = match lang.wording() {
            Wording::En => counted(lang, *rows, "row", "rows"),
            Wording::Sv => counted_sv(*rows, "rad", "rader"),
        };
        let most = number(lang, *most);
        match (lang.wording(), deliveries) {
            (Wording::En, 0) => say!(lang, "{activity} has made no delivery yet.", activity),
            (Wording::Sv, 0) => format!("{activity} har inte skapat någon leverans ännu."),
            (Wording::En, 1) => say!(lang, "{activity}: 1 delivery holds {rows}.", activity, rows = rows_in),
            (Wording::Sv, 1) => format!("{activity}: 1 leverans rymmer {rows_in}."),
            (Wording::En, many) => {
                say!(
                    lang,
                    "{activity}: {many} deliveries hold {rows}; none holds more than {most}.",
                    activity,
                    many = number(lang, *many),
                    rows = rows_in,
                    most
                )
            }
            (Wording::Sv, many) => {
                format!(
                    "{activity}: {} leveranser rymmer {rows_in}; ingen rymmer fler än {most}.",
                    number(lang, *many)
                )
            }
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// What follows from the deliveries over time.
pub fn deliveries_takeaway(lang: Lang, made: &[(String, u64)]) -> String {
    let one = |(activity, count): &(String, u64)| {
        let count = match lang.wording() {
            Wording::En => counted(lang, *count, "delivery", "deliveries"),
            Wording::Sv => counted_sv(*count, "leverans", "leveranser"),
        };
        format!("{activity} {} {count}", lang.pick("has made", "har skapat"))
    };
    let all: Vec<String> = made.iter().map(one).collect();
    format!("{}.", and_list(lang, &all))
}

/// What follows from the logs over time: rows of the broadLog, of the tracking log, messages whose row is purged.
pub fn logs_takeaway(lang: Lang, broad: u64, tracking: u64, purged: u64) -> String {
    let (broad, tracking) = (number(lang, broad), number(lang, tracking));
    let first = match lang.wording() {
        Wording::En => say!(
            lang,
            "Together the broadLog has {broad} rows and the tracking log {tracking}: a row for each message, and one \
             for each open or click, however many deliveries they lie in.",
            broad,
            tracking
        ),
        Wording::Sv => format!(
            "Tillsammans har leveransloggen {broad} rader och spårningsloggen {tracking}: en rad för varje meddelande \
             och en för varje öppning eller klick, hur många leveranser de än ligger i."
        ),
    };
    if purged == 0 {
        return first;
    }
    let purged = number(lang, purged);
    match lang.wording() {
        Wording::En => say!(
            lang,
            "{first} The database cleanup has purged {purged} rows of the broadLog.",
            first,
            purged
        ),
        Wording::Sv => format!("{first} Databasrensningen har tagit bort {purged} rader ur leveransloggen."),
    }
}

/// What follows from the hours: all opens, and in how many hours half of them came.
pub fn hours_takeaway(lang: Lang, opens: u64, half: u64) -> String {
    if opens == 0 {
        return lang.pick("Nobody has opened yet.", "Ingen har öppnat ännu.").to_owned();
    }
    let opens = number(lang, opens);
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "Half of the {opens} first opens came within {hours} of the send.",
                opens,
                hours = counted(lang, half, "hour", "hours")
            )
        }
        Wording::Sv => format!(
            "Hälften av de {opens} första öppningarna kom inom {} från utskicket.",
            counted_sv(half, "timme", "timmar")
        ),
    }
}

/// What follows from the throughput: results in the first hour, all results, the hour of the last.
pub fn throughput_takeaway(lang: Lang, first: u64, all: u64, last: u64) -> String {
    if all == 0 {
        return lang
            .pick("No message has a result yet.", "Inget meddelande har fått något resultat ännu.")
            .to_owned();
    }
    let (first, all) = (number(lang, first), number(lang, all));
    match lang.wording() {
        Wording::En => say!(
            lang,
            "{first} of {all} messages had their result within the first hour, the last after {hours}: soft bounces are \
             tried again.",
            first,
            all,
            hours = counted(lang, last, "hour", "hours")
        ),
        Wording::Sv => format!(
            "{first} av {all} meddelanden fick sitt resultat inom den första timmen, det sista efter {}: vid mjuka \
             studsar görs nya försök.",
            counted_sv(last, "timme", "timmar")
        ),
    }
}

/// The rates of an activity: how many reports, the lowest, the highest, cumulated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rated {
    /// The activity.
    pub activity: String,
    /// How many reports have a rate.
    pub reports: u64,
    /// The lowest rate and the highest.
    pub range: (BasisPoints, BasisPoints),
    /// The rate of all together.
    pub together: BasisPoints,
}

/// What follows from the rates.
pub fn rates_takeaway(lang: Lang, all: &[Rated]) -> String {
    if all.is_empty() {
        return lang.pick("No delivery has a rate yet.", "Ingen leverans har någon andel ännu.").to_owned();
    }
    let one = |rated: &Rated| {
        let Rated { activity, reports, range, together } = rated;
        let (low, high, together) = (rate(lang, range.0), rate(lang, range.1), rate(lang, *together));
        let count = number(lang, *reports);
        match (lang.wording(), reports) {
            (Wording::En, 1) => {
                say!(
                    lang,
                    "{activity}: one report says {together}, and its runs cannot be told apart in it.",
                    activity,
                    together
                )
            }
            (Wording::Sv, 1) => format!(
                "{activity}: en rapport säger {together}, och där går körningarna inte att skilja åt."
            ),
            (Wording::En, _) => {
                say!(
                    lang,
                    "{activity}: {count} reports say {low} to {high}; cumulated it is {together}.",
                    activity,
                    count,
                    low,
                    high,
                    together
                )
            }
            (Wording::Sv, _) => format!(
                "{activity}: {count} rapporter säger {low} till {high}; sammanlagt är det {together}."
            ),
        }
    };
    all.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takeaways_say_what_the_numbers_say() {
        let written = |deliveries, rows, most| Written { activity: "Weekly".into(), deliveries, rows, most };
        assert_eq!(
            grid_takeaway(Lang::En, &[written(52, 1_240, 31), written(1, 900, 900)]),
            "Weekly: 52 deliveries hold 1,240 rows; none holds more than 31. Weekly: 1 delivery holds 900 rows."
        );
        assert_eq!(
            grid_takeaway(Lang::Sv, &[written(0, 0, 0)]),
            "Weekly har inte skapat någon leverans ännu."
        );
        assert_eq!(
            hours_takeaway(Lang::En, 10, 1),
            "Half of the 10 first opens came within 1 hour of the send."
        );
        assert!(logs_takeaway(Lang::Sv, 10, 4, 3).ends_with("tagit bort 3 rader ur leveransloggen."));
        assert!(!logs_takeaway(Lang::En, 10, 4, 0).contains("purged"));
        for lang in Lang::WRITTEN {
            assert!(
                rates_takeaway(lang, &[]).ends_with('.') && throughput_takeaway(lang, 0, 0, 0).ends_with('.')
            );
        }
    }
}
