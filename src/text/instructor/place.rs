//! Where the lab is led to, in words.

use crate::text::Lang;
use crate::text::format::number;

/// A place: build, play, deliveries, reports, variants, journal.
pub const fn name(lang: Lang, place: usize) -> &'static str {
    match place {
        0 => lang.pick("Build", "Bygg"),
        1 => lang.pick("Play", "Spela"),
        2 => lang.pick("Compare › Deliveries", "Jämför › Leveranser"),
        3 => lang.pick("Compare › Reports", "Jämför › Rapporter"),
        4 => lang.pick("Compare › Variants", "Jämför › Varianter"),
        _ => lang.pick("Compare › Journal", "Jämför › Journal"),
    }
}

/// What a reading step waits for: a place that is to be opened.
pub fn opened(lang: Lang, place: usize) -> String {
    match lang {
        Lang::En => format!("{} was opened", name(lang, place)),
        Lang::Sv => format!("{} har öppnats", name(lang, place)),
    }
}

/// The moment: the start, the end, or the end of a week.
pub fn moment(lang: Lang, week: Option<u32>, is_end: bool) -> String {
    match (lang, week) {
        (Lang::En, Some(week)) => format!("end of week {}", number(lang, week.into())),
        (Lang::Sv, Some(week)) => format!("slutet av vecka {}", number(lang, week.into())),
        (Lang::En, None) => if is_end { "end of the run" } else { "start of the run" }.to_owned(),
        (Lang::Sv, None) => if is_end { "körningens slut" } else { "körningens början" }.to_owned(),
    }
}
