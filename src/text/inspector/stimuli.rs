//! Words of the form for what is done during the run.

use crate::scenario::intervention::StimulusKind;
use crate::text::Lang;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct StimulusForm {
        /// Heading of the list.
        pub during: &'static str,
        /// Said where nothing is done.
        pub none: &'static str,
        /// Button: opens the form.
        pub add: &'static str,
        /// Button: opens one that is there.
        pub edit: &'static str,
        /// Button: takes one out.
        pub remove: &'static str,
        /// Field: what is done.
        pub what: &'static str,
        /// Field: the day.
        pub date: &'static str,
        /// Field: the time of day.
        pub time: &'static str,
        /// Field: to which activity.
        pub activity: &'static str,
        /// Stands for every activity.
        pub all_activities: &'static str,
        /// Said where no activity fits.
        pub no_activity: &'static str,
        /// Field: the answer.
        pub answer: &'static str,
        /// Field: the new label.
        pub label: &'static str,
        /// Field: name of the variable.
        pub variable: &'static str,
        /// Field: value of the variable.
        pub value: &'static str,
        /// Hint of that field.
        pub value_hint: &'static str,
        /// Field: number of the recipient.
        pub recipient: &'static str,
        /// Field: for how many hours.
        pub hours: &'static str,
        /// Field: how many times.
        pub times: &'static str,
        /// Field: what goes wrong.
        pub error: &'static str,
        /// The database refuses.
        pub database: &'static str,
        /// A file cannot be read or written.
        pub file_system: &'static str,
        /// Field: the new schedule.
        pub schedule: &'static str,
        /// Hint of that field.
        pub restart_needed: &'static str,
        /// Said of edits of content.
        pub in_content: &'static str,
        /// Button: takes what the form says.
        pub save: &'static str,
        /// Button: closes the form.
        pub cancel: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static StimulusForm {
    lang.words(&EN, &SV)
}

/// What can be done, alone in a list.
pub fn kind(lang: Lang, kind: StimulusKind) -> &'static str {
    match kind {
        StimulusKind::EditTemplate => {
            lang.pick("Edit the creative of a template", "Redigera en malls innehåll")
        }
        StimulusKind::EditDelivery => {
            lang.pick("Edit the creative of a delivery", "Redigera en leverans innehåll")
        }
        StimulusKind::Relabel => {
            lang.pick("Give a delivery another label", "Ge en leverans en annan etikett")
        }
        StimulusKind::RestartWorkflow => lang.pick("Restart the workflow", "Starta om arbetsflödet"),
        StimulusKind::StartWorkflow => lang.pick("Start the workflow", "Starta arbetsflödet"),
        StimulusKind::PauseWorkflow => lang.pick("Pause the workflow", "Pausa arbetsflödet"),
        StimulusKind::StopWorkflow => lang.pick("Stop the workflow", "Stoppa arbetsflödet"),
        StimulusKind::StopUnconditionally => {
            lang.pick("Stop the workflow unconditionally", "Stoppa arbetsflödet ovillkorligt")
        }
        StimulusKind::ExecutePending => lang.pick("Execute pending tasks now", "Kör väntande uppgifter nu"),
        StimulusKind::EditSchedule => lang.pick("Change a schedule", "Ändra ett schema"),
        StimulusKind::PostSignal => lang.pick("Post a signal", "Skicka en signal"),
        StimulusKind::Answer => {
            lang.pick("Answer an approval or a task", "Besvara ett godkännande eller en uppgift")
        }
        StimulusKind::SetVariable => lang.pick("Set an instance variable", "Sätt en instansvariabel"),
        StimulusKind::ApproveDelivery => lang.pick("Approve deliveries", "Godkänn leveranser"),
        StimulusKind::ConfirmDelivery => lang.pick("Confirm deliveries", "Bekräfta leveranser"),
        StimulusKind::PauseDelivery => lang.pick("Pause the newest delivery", "Pausa den senaste leveransen"),
        StimulusKind::ResumeDelivery => {
            lang.pick("Resume the newest delivery", "Återuppta den senaste leveransen")
        }
        StimulusKind::StopDelivery => lang.pick("Stop the newest delivery", "Stoppa den senaste leveransen"),
        StimulusKind::SendProof => lang.pick("Send a proof", "Skicka ett korrektur"),
        StimulusKind::Unsubscribe => lang.pick("A recipient unsubscribes", "En mottagare avregistrerar sig"),
        StimulusKind::ServerDown => lang.pick("The workflow server is down", "Arbetsflödesservern är nere"),
        StimulusKind::FailTasks => lang.pick("Tasks fail", "Uppgifter misslyckas"),
    }
}

/// The day and time must lie in the run.
pub fn within(lang: Lang, first: &str, last: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "From {first} to {last}.", first, last),
        Wording::Sv => format!("Från {first} till {last}."),
    }
}

const EN: StimulusForm = StimulusForm {
    during: "During the run",
    none: "Nothing yet. Add what people and circumstances do to the workflow at a moment of the run.",
    add: "Add something",
    edit: "Edit",
    remove: "Remove",
    what: "What is done",
    date: "Day",
    time: "Time",
    activity: "Activity",
    all_activities: "All activities",
    no_activity: "No activity of the workflow fits. Draw one first, or choose something else.",
    answer: "Answer",
    label: "New label",
    variable: "Instance variable",
    value: "Value",
    value_hint: "A number, true, false, or a text.",
    recipient: "Number of the recipient",
    hours: "Hours",
    times: "How many tasks",
    error: "What goes wrong",
    database: "The database (not caught by “Process errors”)",
    file_system: "The file system (caught by “Process errors”)",
    schedule: "New schedule",
    restart_needed: "It acts only after a restart of the workflow.",
    in_content: "The content of this edit is changed in the creative editor of the delivery; here its moment.",
    save: "Save",
    cancel: "Cancel",
};

const SV: StimulusForm = StimulusForm {
    during: "Under körningen",
    none: "Inget ännu. Lägg till vad människor och omständigheter gör med arbetsflödet vid en tidpunkt i körningen.",
    add: "Lägg till något",
    edit: "Redigera",
    remove: "Ta bort",
    what: "Vad som görs",
    date: "Dag",
    time: "Tid",
    activity: "Aktivitet",
    all_activities: "Alla aktiviteter",
    no_activity: "Ingen aktivitet i arbetsflödet passar. Rita en först, eller välj något annat.",
    answer: "Svar",
    label: "Ny etikett",
    variable: "Instansvariabel",
    value: "Värde",
    value_hint: "Ett tal, true, false eller en text.",
    recipient: "Mottagarens nummer",
    hours: "Timmar",
    times: "Antal uppgifter",
    error: "Vad som går fel",
    database: "Databasen (fångas inte av ”Hantera fel”)",
    file_system: "Filsystemet (fångas av ”Hantera fel”)",
    schedule: "Nytt schema",
    restart_needed: "Det gäller först när arbetsflödet har startats om.",
    in_content: "Innehållet i den här ändringen ändras i leveransens innehållsredigerare; här ändras tidpunkten.",
    save: "Spara",
    cancel: "Avbryt",
};
