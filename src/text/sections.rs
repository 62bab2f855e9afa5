//! Words of the tabs of Compare mode.

use super::Lang;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Sections {
        /// Names the row of tabs.
        pub sections: &'static str,
        /// The tabs, in the order of `Section::ALL`.
        pub names: [&'static str; 4],
        /// What is behind each.
        pub explained: [&'static str; 4],
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Sections {
    lang.words(&EN, &SV)
}

const EN: Sections = Sections {
    sections: "What to look at",
    names: ["Deliveries", "Reports", "Variants", "Journal"],
    explained: [
        "The delivery list and the logs of each delivery",
        "What the reports of a delivery, or of many together, show",
        "The same weeks with one thing changed, side by side",
        "What happened, sentence by sentence, and the tasks of the workflow",
    ],
};

const SV: Sections = Sections {
    sections: "Vad du vill titta på",
    names: ["Leveranser", "Rapporter", "Varianter", "Journal"],
    explained: [
        "Leveranslistan och loggarna för varje leverans",
        "Vad rapporterna visar för en leverans, eller för många tillsammans",
        "Samma veckor med en sak ändrad, sida vid sida",
        "Vad som hände, mening för mening, och arbetsflödets uppgifter",
    ],
};
