//! Words of the transport: play, steps, speed, the timeline, and what is said aloud on the way.

use chrono::{Datelike as _, NaiveDate};

use super::Lang;
use super::format::{capitalized, counted, month_of, month_short, number};

/// The words.
#[derive(Debug)]
pub struct Transport {
    /// Names the group of controls.
    pub player: &'static str,
    /// Button.
    pub play: &'static str,
    /// Button.
    pub pause: &'static str,
    /// Button: back to the start.
    pub reset: &'static str,
    /// Button: a week back.
    pub back: &'static str,
    /// Button: a week on.
    pub forward: &'static str,
    /// Label of the choice of speed.
    pub speed: &'static str,
    /// Label of the timeline.
    pub timeline: &'static str,
    /// Title of the mark of a timed edit.
    pub edit: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Transport {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

/// A speed: `2 weeks/s`.
pub fn speed(lang: Lang, weeks: u32) -> String {
    match lang {
        Lang::En => format!("{}/s", counted(lang, weeks.into(), "week", "weeks")),
        Lang::Sv => format!("{}/s", counted(lang, weeks.into(), "vecka", "veckor")),
    }
}

/// Where the player is: `week 23 of 52`, and before the first week has begun `52 weeks`.
pub fn week(lang: Lang, week: u64, weeks: u64) -> String {
    let (week, weeks) = (number(lang, week), number(lang, weeks));
    match lang {
        Lang::En => format!("week {week} of {weeks}"),
        Lang::Sv => format!("vecka {week} av {weeks}"),
    }
}

/// The first day of a month on a timeline: `Apr`, and `2027` where a year begins.
pub fn month(lang: Lang, day: NaiveDate) -> String {
    if day.month0() == 0 {
        format!("{:04}", day.year())
    } else {
        capitalized(month_short(lang, month_of(day)))
    }
}

/// One delivery activity, as said aloud: `Weekly newsletter: 23 deliveries, 143,369 broadLog rows`.
pub fn branch(lang: Lang, label: &str, deliveries: u64, rows: u64) -> String {
    match lang {
        Lang::En => format!(
            "{label}: {}, {}",
            counted(lang, deliveries, "delivery", "deliveries"),
            counted(lang, rows, "broadLog row", "broadLog rows")
        ),
        Lang::Sv => format!(
            "{label}: {}, {}",
            counted(lang, deliveries, "leverans", "leveranser"),
            counted(lang, rows, "rad i leveransloggen", "rader i leveransloggen")
        ),
    }
}

const EN: Transport = Transport {
    player: "Player",
    play: "Play",
    pause: "Pause",
    reset: "Back to the start",
    back: "A week back",
    forward: "A week on",
    speed: "Speed",
    timeline: "Timeline",
    edit: "Creative edited",
};

const SV: Transport = Transport {
    player: "Spelare",
    play: "Spela",
    pause: "Pausa",
    reset: "Tillbaka till början",
    back: "En vecka bakåt",
    forward: "En vecka framåt",
    speed: "Hastighet",
    timeline: "Tidslinje",
    edit: "Innehållet ändrades",
};
