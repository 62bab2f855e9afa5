//! Words of the narration, the journal and the task list.

use super::Lang;
use super::format::{counted, counted_sv, number};
use crate::log::journal::Topic;
use crate::log::tasks::TaskStatus;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Narration {
        /// Names the narration.
        pub panel: &'static str,
        /// Before anything has happened.
        pub nothing: &'static str,
        /// Button: shows the sentences before.
        pub more: &'static str,
        /// Button: hides them.
        pub less: &'static str,
        /// Button: to the journal.
        pub whole: &'static str,
        /// What pressing the moment of a sentence does.
        pub go: &'static str,
        /// Names the journal.
        pub journal: &'static str,
        /// Names its pager.
        pub pager: &'static str,
        /// Choice of an activity, and its first entry.
        pub of_activity: [&'static str; 2],
        /// Choice of a topic, and its first entry.
        pub of_topic: [&'static str; 2],
        /// Where nothing is asked for that happened.
        pub none: &'static str,
        /// Heading: the moment.
        pub moment: &'static str,
        /// Heading: the activity.
        pub activity: &'static str,
        /// Heading: what happened.
        pub sentence: &'static str,
        /// Buttons: the transcript as text and as a table.
        pub save: [&'static str; 2],
        /// Names the task list.
        pub tasks: &'static str,
        /// Where there is no task yet.
        pub no_task: &'static str,
        /// Names its pager.
        pub task_pager: &'static str,
        /// The columns of the console: activity name, creation date, status, duration, next execution.
        pub columns: [&'static str; 5],
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Narration {
    lang.words(&EN, &SV)
}

const EN: Narration = Narration {
    panel: "What happens",
    nothing: "Nothing has happened yet. Press Play.",
    more: "What happened before",
    less: "Only the newest",
    whole: "Whole journal",
    go: "Go to this moment",
    journal: "Journal",
    pager: "Pages of the journal",
    of_activity: ["Activity", "All activities"],
    of_topic: ["About", "Everything"],
    none: "Nothing of this kind has happened yet.",
    moment: "When",
    activity: "Activity",
    sentence: "What happened",
    save: ["Transcript (.txt)", "Table (.csv)"],
    tasks: "Tasks",
    no_task: "No task has been made yet: an activity makes one each time it is activated.",
    task_pager: "Pages of the task list",
    columns: ["Activity name", "Creation date", "Status", "Duration", "Next execution"],
};

const SV: Narration = Narration {
    panel: "Det här händer",
    nothing: "Ännu har inget hänt. Tryck på Spela.",
    more: "Det som hände förut",
    less: "Bara det senaste",
    whole: "Hela journalen",
    go: "Gå till den här stunden",
    journal: "Journal",
    pager: "Journalens sidor",
    of_activity: ["Aktivitet", "Alla aktiviteter"],
    of_topic: ["Om", "Allt"],
    none: "Inget sådant har hänt ännu.",
    moment: "När",
    activity: "Aktivitet",
    sentence: "Vad som hände",
    save: ["Utskrift (.txt)", "Tabell (.csv)"],
    tasks: "Uppgifter",
    no_task: "Ännu finns ingen uppgift: en aktivitet skapar en varje gång den aktiveras.",
    task_pager: "Uppgiftslistans sidor",
    columns: ["Aktivitetens namn", "Skapad", "Status", "Längd", "Nästa körning"],
};

/// What a topic is called.
pub fn topic(lang: Lang, topic: Topic) -> &'static str {
    match topic {
        Topic::Launches => lang.pick("Launches", "Starter"),
        Topic::Targeting => lang.pick("Targeting", "Målgrupp"),
        Topic::Deliveries => lang.pick("Deliveries", "Leveranser"),
        Topic::Flow => lang.pick("Flow control", "Flödeskontroll"),
        Topic::Workflow => lang.pick("The workflow itself", "Själva arbetsflödet"),
    }
}

/// The status of a task.
pub fn status(lang: Lang, status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Finished => lang.pick("Finished", "Slutförd"),
        TaskStatus::Aborted => lang.pick("Aborted", "Avbruten"),
        TaskStatus::Failed => lang.pick_as("task", "Failed", "Misslyckad"),
        TaskStatus::InProgress => lang.pick("In progress", "Pågår"),
        TaskStatus::Waiting => lang.pick("Waiting", "Väntar"),
    }
}

/// How many sentences the journal has at the moment shown.
pub fn sentences(lang: Lang, count: usize) -> String {
    match lang.wording() {
        Wording::En => counted(lang, count as u64, "sentence", "sentences"),
        Wording::Sv => counted_sv(count as u64, "mening", "meningar"),
    }
}

/// The first line of a transcript.
pub fn transcript_heading(lang: Lang, name: &str, seed: u64) -> String {
    let seed = number(lang, seed);
    match lang.wording() {
        Wording::En => say!(
            lang,
            "{name}: what happened, seed {seed}. Simulated by Delivery Lab; times are UTC.",
            name,
            seed
        ),
        Wording::Sv => {
            format!("{name}: vad som hände, frö {seed}. Simulerat av Delivery Lab; tiderna är UTC.")
        }
    }
}
