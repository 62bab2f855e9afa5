//! Words of a run that takes longer than a moment.

use super::Lang;
use super::format::{counted, share};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct RunningWords {
        /// Names the band.
        pub band: &'static str,
        /// Heading and name of the progress bar.
        pub running: &'static str,
        /// While recipients are made, before the first week.
        pub people: &'static str,
        /// Button: cancels the run.
        pub cancel: &'static str,
        /// Button: runs after a cancel.
        pub again: &'static str as "verb",
        /// While it runs: whose figures are shown.
        pub stale: &'static str,
        /// After a cancel, where figures of before are shown.
        pub cancelled_stale: &'static str,
        /// After a cancel, where there are no figures.
        pub cancelled: &'static str,
        /// Spoken after a cancel.
        pub told_cancelled: &'static str,
        /// Spoken at the end.
        pub told_done: &'static str,
        /// Said to the page around where a run was cancelled that it waited for.
        pub host_cancelled: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static RunningWords {
    lang.words(&EN, &SV)
}

const EN: RunningWords = RunningWords {
    band: "Run",
    running: "Simulating",
    people: "recipients are being made",
    cancel: "Cancel",
    again: "Run",
    stale: "The figures shown are from before your last change.",
    cancelled_stale: "The run was cancelled. The figures shown are from before your last change.",
    cancelled: "The run was cancelled, so there are no figures.",
    told_cancelled: "The run was cancelled.",
    told_done: "The run is done.",
    host_cancelled: "The run was cancelled or replaced by another, so there is no report. Call run() to run the scenario.",
};

const SV: RunningWords = RunningWords {
    band: "Körning",
    running: "Simulerar",
    people: "mottagarna skapas",
    cancel: "Avbryt",
    again: "Kör",
    stale: "Siffrorna som visas är från före din senaste ändring.",
    cancelled_stale: "Körningen avbröts. Siffrorna som visas är från före din senaste ändring.",
    cancelled: "Körningen avbröts, så det finns inga siffror.",
    told_cancelled: "Körningen avbröts.",
    told_done: "Körningen är klar.",
    host_cancelled: "Körningen avbröts eller ersattes av en annan, så det finns ingen rapport. Anropa run() för att köra scenariot.",
};

/// A share: `43%`.
pub fn percent(lang: Lang, percent: u32) -> String {
    share(lang, &percent.to_string(), "")
}

/// About how long it still takes; nothing as long as nobody can tell.
pub fn time_left(lang: Lang, seconds: Option<u32>) -> String {
    let Some(seconds) = seconds else { return String::new() };
    let (number, (one, many)) = match seconds {
        0..90 => (seconds, lang.either(("second", "seconds"), ("sekund", "sekunder"))),
        _ => (seconds.div_ceil(60), lang.either(("minute", "minutes"), ("minut", "minuter"))),
    };
    let number = counted(lang, number.into(), one, many);
    match lang.wording() {
        Wording::En => say!(lang, "about {number} left", number),
        Wording::Sv => format!("ungefär {number} kvar"),
    }
}

/// What is spoken at each quarter: `Simulating, 25%`.
pub fn told(lang: Lang, quarter: u32) -> String {
    format!("{}, {}", of(lang).running, percent(lang, quarter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_left_is_told_in_seconds_and_then_in_minutes() {
        assert_eq!(time_left(Lang::En, None), "");
        assert_eq!(time_left(Lang::En, Some(1)), "about 1 second left");
        assert_eq!(time_left(Lang::Sv, Some(95)), "ungefär 2 minuter kvar");
    }
}
