//! Words of the outline, its menus, and the list of activities to lead to.

use crate::scenario::Scenario;
use crate::scenario::activity::ports::Output;
use crate::text::Lang;
use crate::text::activity::{place, ports};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Outline {
        /// Names the tree.
        pub tree: &'static str,
        /// Where there is no activity yet.
        pub empty: &'static str,
        /// Button: add an activity.
        pub add: &'static str,
        /// Button of the command palette.
        pub commands: &'static str,
        /// In a menu: add an activity behind this one.
        pub add_after: &'static str,
        /// In a menu: connect.
        pub connect: &'static str,
        /// In a menu: show the settings.
        pub open: &'static str,
        /// In a menu.
        pub rename: &'static str,
        /// In a menu.
        pub duplicate: &'static str,
        /// In a menu.
        pub remove: &'static str,
        /// In a menu: up, down, left, right.
        pub moves: [&'static str; 4],
        /// In a menu: let the transition lead to another activity.
        pub lead_elsewhere: &'static str,
        /// In a menu: take the transition out.
        pub disconnect: &'static str,
        /// Beside an output without a transition.
        pub nowhere: &'static str,
        /// Label of the field in the list of activities to lead to.
        pub to_which: &'static str,
        /// The same for the outputs.
        pub by_which: &'static str,
        /// Where no activity fits.
        pub nothing: &'static str,
        /// Beside a choice that is allowed.
        pub allowed: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Outline {
    lang.words(&EN, &SV)
}

const EN: Outline = Outline {
    tree: "Outline of the workflow",
    empty: "This workflow has no activities yet. Add one to begin: most branches begin with a Scheduler or an Incremental query.",
    add: "Add",
    commands: "Commands",
    add_after: "Add an activity after it…",
    connect: "Connect to…",
    open: "Show its settings",
    rename: "Rename…",
    duplicate: "Duplicate",
    remove: "Remove",
    moves: ["Move up", "Move down", "Move left", "Move right"],
    lead_elsewhere: "Lead to another activity…",
    disconnect: "Disconnect",
    nowhere: "leads nowhere: the workflow pauses there",
    to_which: "To which activity?",
    by_which: "By which output?",
    nothing: "No activity fits.",
    allowed: "Allowed",
};

const SV: Outline = Outline {
    tree: "Översikt av arbetsflödet",
    empty: "Arbetsflödet har inga aktiviteter än. Lägg till en för att börja: de flesta grenar börjar med en Schemaläggare eller en Inkrementell fråga.",
    add: "Lägg till",
    commands: "Kommandon",
    add_after: "Lägg till en aktivitet efter…",
    connect: "Koppla till…",
    open: "Visa inställningarna",
    rename: "Byt namn…",
    duplicate: "Duplicera",
    remove: "Ta bort",
    moves: ["Flytta upp", "Flytta ned", "Flytta åt vänster", "Flytta åt höger"],
    lead_elsewhere: "Led till en annan aktivitet…",
    disconnect: "Koppla bort",
    nowhere: "leder ingenstans: arbetsflödet pausar där",
    to_which: "Till vilken aktivitet?",
    by_which: "Genom vilken utgång?",
    nothing: "Ingen aktivitet passar.",
    allowed: "Tillåtet",
};

/// The name of an output as a row: `Complement`; where it has none, `Way 2`.
pub fn output(lang: Lang, output: &Output, way: usize) -> String {
    let name = ports::output(lang, output);
    let numbered = || format!("{} {way}", lang.pick("Way", "Väg"));
    match (name.is_empty(), way) {
        (true, 0) => lang.pick("Output", "Utgång").to_owned(),
        (true, _) => numbered(),
        (false, 0) => name,
        (false, _) => format!("{name}, {}", lang.within(&numbered())),
    }
}

/// A row that leads to an activity which stands elsewhere.
pub fn reference(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    format!("{} {}", lang.pick("goes on at", "fortsätter vid"), place(lang, scenario, activity))
}

/// Names the button of a row's menu.
pub fn menu(lang: Lang, name: &str) -> String {
    format!("{} {name}", lang.pick("Actions for", "Åtgärder för"))
}

/// In a menu: takes out the transition to this activity.
pub fn disconnect_from(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    format!("{} {}", lang.pick("Disconnect from", "Koppla bort från"), place(lang, scenario, activity))
}

/// In a menu: lets the transition to this activity lead to another one.
pub fn lead_elsewhere_than(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    let place = place(lang, scenario, activity);
    match lang.wording() {
        Wording::En => say!(lang, "Lead elsewhere than to {place}…", place),
        Wording::Sv => format!("Led någon annanstans än till {place}…"),
    }
}

/// Heading of the list of activities that a transition can lead to instead.
pub fn lead_elsewhere_from(lang: Lang, scenario: &Scenario, from: &str, to: &str) -> String {
    let (from, to) = (place(lang, scenario, from), place(lang, scenario, to));
    match lang.wording() {
        Wording::En => say!(lang, "Lead from {from} elsewhere than to {to}", from, to),
        Wording::Sv => format!("Led från {from} någon annanstans än till {to}"),
    }
}

/// Heading of the list of activities to lead to.
pub fn connect_from(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    let place = place(lang, scenario, activity);
    match lang.wording() {
        Wording::En => say!(lang, "Connect {place} to…", place),
        Wording::Sv => format!("Koppla {place} till…"),
    }
}

/// Beside an output: where it leads now.
pub fn leads_to(lang: Lang, scenario: &Scenario, activity: &str) -> String {
    format!("{} {}", lang.pick("leads to", "leder till"), place(lang, scenario, activity))
}
