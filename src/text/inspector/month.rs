//! Words of the month calendar of a schedule.

use crate::text::lang::words;
use chrono::NaiveDate;

use crate::text::Lang;
use crate::text::format::{counted, date};

words! {
    /// The words.
    #[derive(Debug)]
    pub struct MonthForm {
        /// Heading of the calendar.
        pub calendar: &'static str,
        /// Button: the month before.
        pub previous: &'static str,
        /// Button: the month after.
        pub next: &'static str,
        /// What the marks mean.
        pub legend: &'static str,
        /// How to move by keys.
        pub keys: &'static str,
        /// A launch that is over.
        pub launched: &'static str,
        /// A launch to come.
        pub planned: &'static str,
        /// A launch after the run.
        pub beyond: &'static str,
        /// Said where a day has more launches than are listed.
        pub more: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static MonthForm {
    lang.words(&EN, &SV)
}

/// The name of a day for ears: `Mon 8 Jun 2026, 2 launches`.
pub fn day(lang: Lang, day: NaiveDate, launches: u64) -> String {
    let count = match launches {
        0 => lang.pick("no launch", "ingen start").to_owned(),
        more => counted(lang, more, lang.either("launch", "start"), lang.either("launches", "starter")),
    };
    format!("{}, {count}", date(lang, day))
}

const EN: MonthForm = MonthForm {
    calendar: "Calendar",
    previous: "Previous month",
    next: "Next month",
    legend: "● launched   ○ planned",
    keys: "Arrow keys move by days and weeks, Page Up and Page Down by months.",
    launched: "launched",
    planned: "planned",
    beyond: "after the run",
    more: "and more",
};

const SV: MonthForm = MonthForm {
    calendar: "Kalender",
    previous: "Föregående månad",
    next: "Nästa månad",
    legend: "● startad   ○ planerad",
    keys: "Piltangenterna flyttar dag för dag och vecka för vecka, Page Up och Page Down månad för månad.",
    launched: "startad",
    planned: "planerad",
    beyond: "efter körningen",
    more: "med flera",
};
