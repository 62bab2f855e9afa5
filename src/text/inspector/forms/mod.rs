//! Words of the forms of Targeting and Flow control, and those that many of them share.

pub mod flow;
pub mod people;
pub mod targeting;

use crate::scenario::activity::flow::DurationUnit;
use crate::scenario::activity::targeting::Comparator;
use crate::text::Lang;
use crate::text::activity::words;
use crate::text::format::{capitalized, quoted};
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Forms {
        /// Heading of what an activity has set.
        pub settings: &'static str,
        /// Button: moves a row up.
        pub move_up: &'static str,
        /// Button: moves a row down.
        pub move_down: &'static str,
        /// Button: takes a row out.
        pub remove: &'static str,
        /// Field: the name of an output.
        pub output_name: &'static str,
        /// Check box: *Generate complement*.
        pub complement: &'static str,
        /// Check box: *Generate an outbound transition*.
        pub outbound: &'static str,
        /// Said where it is off.
        pub no_outbound: &'static str,
        /// Field: the main set.
        pub main_set: &'static str,
        /// Field: how two values are compared.
        pub operator: &'static str,
        /// Field: a value.
        pub value: &'static str,
        /// Field: a unit of time.
        pub unit: &'static str,
        /// A flag that is set.
        pub yes: &'static str,
        /// A flag that is not set.
        pub no: &'static str,
        /// Stands in a list for nothing chosen.
        pub nothing: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Forms {
    lang.words(&EN, &SV)
}

/// Something that is set and does not exist: `“vip” (missing)`.
pub fn missing(lang: Lang, name: &str) -> String {
    format!("{} ({})", quoted(lang, name), lang.pick("missing", "saknas"))
}

/// A unit of time, alone in a list.
pub fn unit(lang: Lang, unit: DurationUnit) -> &'static str {
    match unit {
        DurationUnit::Seconds => lang.pick("Seconds", "Sekunder"),
        DurationUnit::Minutes => lang.pick("Minutes", "Minuter"),
        DurationUnit::Hours => lang.pick("Hours", "Timmar"),
        DurationUnit::Days => lang.pick("Days", "Dagar"),
        DurationUnit::Weeks => lang.pick("Weeks", "Veckor"),
        DurationUnit::Months => lang.pick("Months", "Månader"),
    }
}

/// How two values are compared, alone in a list.
pub fn comparator(lang: Lang, comparator: Comparator) -> String {
    capitalized(words::comparator(lang, comparator))
}

const EN: Forms = Forms {
    settings: "Settings",
    move_up: "Move up",
    move_down: "Move down",
    remove: "Remove",
    output_name: "Name of the output",
    complement: "Generate complement",
    outbound: "Generate an outbound transition",
    no_outbound: "Nothing follows: the branch ends here.",
    main_set: "Main set",
    operator: "Operator",
    value: "Value",
    unit: "Unit",
    yes: "Yes",
    no: "No",
    nothing: "None",
};

const SV: Forms = Forms {
    settings: "Inställningar",
    move_up: "Flytta upp",
    move_down: "Flytta ned",
    remove: "Ta bort",
    output_name: "Utgångens namn",
    complement: "Skapa komplement",
    outbound: "Skapa en utgående övergång",
    no_outbound: "Inget följer: grenen slutar här.",
    main_set: "Huvudmängd",
    operator: "Operator",
    value: "Värde",
    unit: "Enhet",
    yes: "Ja",
    no: "Nej",
    nothing: "Ingen",
};
