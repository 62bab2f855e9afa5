//! Words of the inspector: its frame, and where the words of its parts are.

pub mod advanced;
pub mod condition;
pub mod content;
pub mod delivery;
pub mod forms;
pub mod month;
pub mod scenario;
pub mod schedule;
pub mod sending;
pub mod stimuli;
pub mod wrong;

use super::Lang;
use crate::text::lang::words;

words! {
    /// The words of the frame.
    #[derive(Debug)]
    pub struct Inspector {
        /// Names the panel.
        pub panel: &'static str,
        /// Field: the label of the activity.
        pub label: &'static str,
        /// Hint of that field, of a delivery activity.
        pub label_of_delivery: &'static str,
        /// Button: closes the panel.
        pub close: &'static str,
        /// Heading over what is wrong or doubtful.
        pub findings: &'static str,
        /// Names the list of what is worth knowing about an activity.
        pub notes: &'static str,
        /// What a mark has to say besides its explanation.
        pub nothing_to_set: &'static str,
        /// Heading over the settings of an activity, in words.
        pub set: &'static str,
        /// Heading over settings that have no form, beside those that have one.
        pub also_set: &'static str,
        /// Said where nothing may be changed.
        pub readonly: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Inspector {
    lang.words(&EN, &SV)
}

const EN: Inspector = Inspector {
    panel: "Settings",
    label: "Label",
    label_of_delivery: "The deliveries it makes have this label.",
    close: "Close",
    findings: "Worth a look",
    notes: "Worth knowing",
    nothing_to_set: "There is nothing to set here.",
    set: "What is set",
    also_set: "Also set",
    readonly: "This exercise can be looked at and played, but not changed.",
};

const SV: Inspector = Inspector {
    panel: "Inställningar",
    label: "Etikett",
    label_of_delivery: "Leveranserna den skapar får denna etikett.",
    close: "Stäng",
    findings: "Värt en titt",
    notes: "Värt att veta",
    nothing_to_set: "Här finns inget att ställa in.",
    set: "Vad som är inställt",
    also_set: "Också inställt",
    readonly: "Övningen går att se och spela, men inte att ändra.",
};
