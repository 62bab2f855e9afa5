//! Words of the scenario's own settings: clock, seed, recipients, reactions, and what is done during the run.

use crate::text::lang::words;
use chrono::NaiveDate;

use crate::scenario::Scenario;
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{capitalized, counted, date, date_time, quoted, time};
use crate::text::stimulus;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct ScenarioForm {
        /// Eyebrow of the panel.
        pub scenario: &'static str,
        /// Said under the name.
        pub choose: &'static str,
        /// Heading of clock and seed.
        pub run: &'static str,
        /// Field: number of weeks.
        pub weeks: &'static str,
        /// Field: seed.
        pub seed: &'static str,
        /// Hint of that field.
        pub seed_hint: &'static str,
        /// Heading of the population.
        pub recipients: &'static str,
        /// Field: how many at the start.
        pub size: &'static str,
        /// Group of what happens in a week.
        pub each_week: &'static str,
        /// Field: joins.
        pub joins: &'static str,
        /// Field: moves.
        pub moves: &'static str as "people",
        /// Field: edits.
        pub edits: &'static str,
        /// Field: unsubscribes.
        pub unsubscribes: &'static str,
        /// Field: without an address.
        pub without_address: &'static str,
        /// Button: opens the import dialog.
        pub import: &'static str,
        /// Button: goes back to invented people.
        pub invent: &'static str,
        /// Heading of the reactions.
        pub reactions: &'static str,
        /// What the reactions are.
        pub assumption: &'static str,
        /// Field: messages that fail.
        pub fails: &'static str,
        /// Field: messages opened.
        pub opens: &'static str,
        /// Field: opened messages clicked.
        pub clicks: &'static str,
        /// Field: opened messages with an opt-out.
        pub opts_out: &'static str,
        /// Button: takes one out.
        pub remove: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static ScenarioForm {
    lang.words(&EN, &SV)
}

/// When the run begins.
pub fn starts(lang: Lang, start: NaiveDate) -> String {
    format!("{} {}.", lang.pick("Starts on", "Börjar"), date(lang, start))
}

/// Where imported people come from: `1,200 recipients from customers.csv`.
pub fn imported(lang: Lang, rows: u32, file: &str) -> String {
    let people = counted(
        lang,
        rows.into(),
        lang.either("recipient", "mottagare"),
        lang.either("recipients", "mottagare"),
    );
    format!("{people} {} {}.", lang.pick("from", "från"), quoted(lang, file))
}

/// When something is done: the date, and the time where it is not midnight.
pub fn moment(lang: Lang, intervention: &Intervention) -> String {
    match time(intervention.at).as_str() {
        "00:00" => date(lang, intervention.at.date()),
        _ => date_time(lang, intervention.at),
    }
}

/// What is done at a moment of the run.
pub fn done(lang: Lang, scenario: &Scenario, what: &Stimulus) -> String {
    match what {
        Stimulus::EditTemplate { template, creative } => {
            let label = scenario.template(template).map_or(template.as_str(), |row| row.label.as_str());
            let template = lang.pick("Template", "Mall");
            format!("{template} {}: {}", quoted(lang, label), subject(lang, &creative.subject))
        }
        Stimulus::EditDelivery { activity, creative } => {
            format!("{}: {}", place(lang, scenario, activity), subject(lang, &creative.subject))
        }
        Stimulus::Relabel { activity, label } => {
            let new = lang.pick("new label", "ny etikett");
            format!("{}: {new} {}", place(lang, scenario, activity), quoted(lang, label))
        }
        other => format!("{}.", capitalized(&stimulus::clause(lang, scenario, other))),
    }
}

/// The new content in short.
pub fn subject(lang: Lang, subject: &str) -> String {
    format!("{} {}", lang.pick("new content,", "nytt innehåll,"), quoted(lang, subject))
}

const EN: ScenarioForm = ScenarioForm {
    scenario: "Scenario",
    choose: "Choose an activity in the workflow to set it.",
    run: "Run",
    weeks: "Weeks",
    seed: "Seed",
    seed_hint: "The same seed always gives the same year.",
    recipients: "Recipients",
    size: "At the start",
    each_week: "In each week",
    joins: "Join",
    moves: "Move",
    edits: "Profile edits",
    unsubscribes: "Unsubscribe",
    without_address: "Without an address (%)",
    import: "Import from a file…",
    invent: "Use invented recipients",
    reactions: "Reactions",
    assumption: "Assumption: the same for every message.",
    fails: "Messages that fail (%)",
    opens: "Sent messages opened (%)",
    clicks: "Opened messages clicked (%)",
    opts_out: "Opened messages with an opt-out (%)",
    remove: "Remove",
};

const SV: ScenarioForm = ScenarioForm {
    scenario: "Scenario",
    choose: "Välj en aktivitet i arbetsflödet för att ställa in den.",
    run: "Körning",
    weeks: "Veckor",
    seed: "Frö",
    seed_hint: "Samma frö ger alltid samma år.",
    recipients: "Mottagare",
    size: "I början",
    each_week: "Varje vecka",
    joins: "Tillkommer",
    moves: "Flyttar",
    edits: "Ändrade profiler",
    unsubscribes: "Avregistrerar sig",
    without_address: "Utan adress (%)",
    import: "Importera från en fil…",
    invent: "Använd påhittade mottagare",
    reactions: "Reaktioner",
    assumption: "Antagande: samma för alla meddelanden.",
    fails: "Meddelanden som misslyckas (%)",
    opens: "Skickade meddelanden som öppnas (%)",
    clicks: "Öppnade meddelanden som klickas (%)",
    opts_out: "Öppnade meddelanden med avregistrering (%)",
    remove: "Ta bort",
};
