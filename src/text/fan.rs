//! Words of the fan of seeds: the same scenario with other draws.

use super::Lang;
use super::format::{counted, number};
use crate::log::fan::{Band, SEEDS};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct FanWords {
        /// The heading.
        pub heading: &'static str,
        /// What it shows.
        pub intro: &'static str,
        /// Button: begins.
        pub begin: &'static str,
        /// Button: goes on after a cancel.
        pub go_on: &'static str,
        /// Button: leaves the seeds that were not run.
        pub cancel: &'static str,
        /// While seeds are run.
        pub running: &'static str,
        /// Names the choice of a measure.
        pub measure: &'static str,
        /// The measures, in the order of `FanMeasure::ALL`.
        pub measures: [&'static str; 4],
        /// The line of the present scenario.
        pub present: &'static str,
        /// The middle line.
        pub median: &'static str,
        /// The band.
        pub band: &'static str,
        /// The horizontal axis.
        pub week: &'static str,
        /// Opens the table of the same numbers.
        pub table: &'static str,
        /// Its columns: lower edge, median, upper edge, the present scenario.
        pub columns: [&'static str; 4],
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static FanWords {
    lang.words(&EN, &SV)
}

const EN: FanWords = FanWords {
    heading: "How much is chance?",
    intro: "The same scenario under 50 other seeds: other people, other opens, the same rules.",
    begin: "Run 50 seeds",
    go_on: "Go on",
    cancel: "Cancel",
    running: "Running seeds",
    measure: "What is counted",
    measures: ["broadLog rows", "Opens", "People mailed", "Mailed more than once"],
    present: "This seed",
    median: "Median",
    band: "10th to 90th percentile",
    week: "Week",
    table: "The numbers as a table",
    columns: ["10th percentile", "Median", "90th percentile", "This seed"],
};

const SV: FanWords = FanWords {
    heading: "Hur mycket är slump?",
    intro: "Samma scenario med 50 andra frön: andra personer, andra öppningar, samma regler.",
    begin: "Kör 50 frön",
    go_on: "Fortsätt",
    cancel: "Avbryt",
    running: "Frön körs",
    measure: "Vad som räknas",
    measures: ["Rader i leveransloggen", "Öppningar", "Personer som fått utskick", "Fått mer än ett"],
    present: "Detta frö",
    median: "Median",
    band: "10:e till 90:e percentilen",
    week: "Vecka",
    table: "Siffrorna som tabell",
    columns: ["10:e percentilen", "Median", "90:e percentilen", "Detta frö"],
};

/// How many seeds were run: `17 of 50 seeds`.
pub fn done(lang: Lang, seeds: u64) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "{seeds} of {all} seeds", seeds, all = SEEDS),
        Wording::Sv => format!("{seeds} av {SEEDS} frön"),
    }
}

/// What the chart shows at its end, in a sentence.
pub fn take_away(lang: Lang, weeks: u32, seeds: u64, band: &Band, present: u64) -> String {
    let weeks = counted(lang, weeks.into(), lang.either("week", "vecka"), lang.either("weeks", "veckor"));
    let seeds = counted(lang, seeds, lang.either("seed", "frö"), lang.either("seeds", "frön"));
    let [low, high, value] = [band.low, band.high, present].map(|count| number(lang, count));
    if band.low == band.high && present == band.low {
        return match lang.wording() {
            Wording::En => say!(
                lang,
                "After {weeks} this seed has {value}, and so has the middle 80% of {seeds}: chance changes nothing here.",
                weeks,
                value,
                seeds
            ),
            Wording::Sv => format!(
                "Efter {weeks} har detta frö {value}, liksom de mittersta 80\u{a0}% av {seeds}: slumpen ändrar inget här."
            ),
        };
    }
    let place = match (present < band.low, present > band.high) {
        (true, _) => lang.pick("less than", "mindre än"),
        (_, true) => lang.pick("more than", "mer än"),
        _ => lang.pick("within", "inom"),
    };
    match lang.wording() {
        Wording::En => say!(
            lang,
            "After {weeks} this seed has {value}, {place} the {low} to {high} of the middle 80% of {seeds}.",
            weeks,
            value,
            place,
            low,
            high,
            seeds
        ),
        Wording::Sv => format!(
            "Efter {weeks} har detta frö {value}, {place} de {low} till {high} som de mittersta 80\u{a0}% av {seeds} har."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentence_says_where_the_present_seed_lies() {
        let band = Band { low: 900, median: 1_000, high: 1_100 };
        let told = |present| take_away(Lang::En, 52, 50, &band, present);
        assert_eq!(
            told(1_050),
            "After 52 weeks this seed has 1,050, within the 900 to 1,100 of the middle 80% of 50 seeds."
        );
        assert!(told(1_101).contains("more than the 900") && told(1).contains("less than the 900"));
        let flat = Band { low: 5, median: 5, high: 5 };
        assert!(take_away(Lang::Sv, 1, 50, &flat, 5).contains("slumpen ändrar inget"));
        assert!(
            of(Lang::En).begin.contains(&SEEDS.to_string())
                && of(Lang::Sv).intro.contains(&SEEDS.to_string())
        );
    }
}
