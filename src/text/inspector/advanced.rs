//! Words of the Advanced tab, of the properties of the workflow, of campaign approvals and of the technical workflows.

use crate::scenario::activity::advanced::{Execution, OnError};
use crate::text::Lang;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct AdvancedForm {
        /// Heading of the Advanced tab.
        pub advanced: &'static str,
        /// Field: execution.
        pub execution: &'static str,
        /// Field: behavior.
        pub behavior: &'static str,
        /// *Several tasks authorized*.
        pub several: &'static str,
        /// *The current task has priority*.
        pub priority: &'static str,
        /// What the first means.
        pub several_means: &'static str,
        /// What the second means.
        pub priority_means: &'static str,
        /// Field: time zone.
        pub time_zone: &'static str,
        /// Stands for no zone of an activity.
        pub zone_by_default: &'static str,
        /// Stands for no zone of the workflow.
        pub zone_of_server: &'static str,
        /// Field: in case of error.
        pub on_error: &'static str,
        /// Stands for no choice of the activity.
        pub error_of_workflow: &'static str,
        /// Box: max. execution period.
        pub max_execution: &'static str,
        /// What it does.
        pub max_on: &'static str,
        /// What the opposite does.
        pub max_off: &'static str,
        /// Field: how long.
        pub period: &'static str,
        /// Heading of the initialization script.
        pub initialization: &'static str,
        /// Said where nothing is assigned.
        pub no_assignment: &'static str,
        /// Button: adds a line.
        pub add_assignment: &'static str,
        /// Field: whose variable.
        pub scope: &'static str,
        /// A variable of the workflow.
        pub instance: &'static str,
        /// A variable of the task.
        pub task: &'static str,
        /// A variable of the event.
        pub event: &'static str,
        /// Field: name of the variable.
        pub variable: &'static str,
        /// Field: what is done to it.
        pub does: &'static str,
        /// Sets yes or no.
        pub set_flag: &'static str,
        /// Sets a number.
        pub set_number: &'static str,
        /// Sets a text.
        pub set_text: &'static str,
        /// Adds a number.
        pub add: &'static str,
        /// Field: comment.
        pub comment: &'static str,
        /// Heading of the properties of the workflow.
        pub workflow: &'static str,
        /// Field: consecutive errors.
        pub consecutive: &'static str,
        /// Hint of that field.
        pub consecutive_means: &'static str,
        /// Box: keep the result of interim populations.
        pub keeps: &'static str,
        /// What it does.
        pub keeps_on: &'static str,
        /// What the opposite does.
        pub keeps_off: &'static str,
        /// Heading of the campaign approvals.
        pub approvals: &'static str,
        /// Box: target approval.
        pub target: &'static str,
        /// Box: content approval.
        pub content: &'static str,
        /// What an approval does.
        pub asked: &'static str,
        /// What the opposite does.
        pub not_asked: &'static str,
        /// Field: how long operators have.
        pub approval_days: &'static str,
        /// Heading of the technical workflows.
        pub technical: &'static str,
        /// Field: database cleanup.
        pub cleanup: &'static str,
        /// No cleanup.
        pub keep_all: &'static str,
        /// As a v7 instance.
        pub v7: &'static str,
        /// As a v8 instance.
        pub v8: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static AdvancedForm {
    lang.words(&EN, &SV)
}

/// How an activity is executed.
pub fn execution(lang: Lang, execution: Execution) -> &'static str {
    match execution {
        Execution::Normal => lang.pick("Normal execution", "Normal körning"),
        Execution::EnableButDoNotExecute => lang.pick("Enable but do not execute", "Aktivera men kör inte"),
        Execution::DoNotEnable => lang.pick("Do not enable", "Aktivera inte"),
    }
}

/// What that means.
pub fn execution_means(lang: Lang, execution: Execution) -> &'static str {
    match execution {
        Execution::Normal => {
            lang.pick("The activity is executed when it is activated.", "Aktiviteten körs när den aktiveras.")
        }
        Execution::EnableButDoNotExecute => lang.pick(
            "The task is made and does nothing. Nothing after it is activated.",
            "Uppgiften skapas men gör inget. Inget efter den aktiveras.",
        ),
        Execution::DoNotEnable => {
            lang.pick("No task is made. The branch ends here.", "Ingen uppgift skapas. Grenen slutar här.")
        }
    }
}

/// What an error does, in a sentence.
pub fn on_error_means(lang: Lang, on_error: OnError) -> &'static str {
    match on_error {
        OnError::Suspend => lang.pick(
            "The workflow is paused and has the failed flag.",
            "Arbetsflödet pausas och får flaggan misslyckat.",
        ),
        OnError::Ignore => lang.pick(
            "The task fails and the workflow goes on. Right for scheduled branches.",
            "Uppgiften misslyckas och arbetsflödet fortsätter. Rätt för schemalagda grenar.",
        ),
        OnError::Abort => lang.pick("The workflow is stopped.", "Arbetsflödet stoppas."),
    }
}

const EN: AdvancedForm = AdvancedForm {
    advanced: "Advanced tab",
    execution: "Execution",
    behavior: "Behavior",
    several: "Several tasks authorized",
    priority: "The current task has priority",
    several_means: "A second task may begin while one is in progress.",
    priority_means: "While a task is in progress no other is executed.",
    time_zone: "Time zone",
    zone_by_default: "By default (that of the workflow)",
    zone_of_server: "That of the server (UTC)",
    on_error: "In case of error",
    error_of_workflow: "As the workflow",
    max_execution: "Max. execution period",
    max_on: "A task that takes longer has a warning in the journal, and goes on.",
    max_off: "A task may take as long as it takes.",
    period: "Longer than",
    initialization: "Initialization script",
    no_assignment: "Nothing is assigned when a task begins.",
    add_assignment: "Add a line",
    scope: "Whose variable",
    instance: "Of the workflow (instance.vars)",
    task: "Of the task (task.vars)",
    event: "Of the event (vars)",
    variable: "Name",
    does: "What is done",
    set_flag: "Set to yes or no",
    set_number: "Set to a number",
    set_text: "Set to a text",
    add: "Add a number",
    comment: "Comment",
    workflow: "Workflow properties",
    consecutive: "Consecutive errors",
    consecutive_means: "So many errors in a row in one activity pause the workflow although errors are ignored. 0 means no limit.",
    keeps: "Keep the result of interim populations between two executions",
    keeps_on: "The work tables of every transition stay. Never in production.",
    keeps_off: "Only the last work table stays.",
    approvals: "Campaign approvals",
    target: "The target of each delivery must be approved",
    content: "The content of each delivery must be approved",
    asked: "The delivery is sent only after it was given. Add it to what is done during the run.",
    not_asked: "Nobody is asked.",
    approval_days: "Days operators have",
    technical: "Technical workflows",
    cleanup: "Database cleanup",
    keep_all: "Off: all log rows stay",
    v7: "As v7: logs for 180 days",
    v8: "As v8: delivery logs 6 months, tracking logs 1 year",
};

const SV: AdvancedForm = AdvancedForm {
    advanced: "Fliken Avancerat",
    execution: "Körning",
    behavior: "Beteende",
    several: "Flera uppgifter tillåts",
    priority: "Den pågående uppgiften har företräde",
    several_means: "En andra uppgift får börja medan en pågår.",
    priority_means: "Medan en uppgift pågår körs ingen annan.",
    time_zone: "Tidszon",
    zone_by_default: "Som standard (arbetsflödets)",
    zone_of_server: "Serverns (UTC)",
    on_error: "Vid fel",
    error_of_workflow: "Som arbetsflödet",
    max_execution: "Längsta körtid",
    max_on: "En uppgift som tar längre tid får en varning i journalen och fortsätter.",
    max_off: "En uppgift får ta den tid den tar.",
    period: "Längre än",
    initialization: "Initieringsskript",
    no_assignment: "Inget tilldelas när en uppgift börjar.",
    add_assignment: "Lägg till en rad",
    scope: "Vems variabel",
    instance: "Arbetsflödets (instance.vars)",
    task: "Uppgiftens (task.vars)",
    event: "Händelsens (vars)",
    variable: "Namn",
    does: "Vad som görs",
    set_flag: "Sätt till ja eller nej",
    set_number: "Sätt till ett tal",
    set_text: "Sätt till en text",
    add: "Lägg till ett tal",
    comment: "Kommentar",
    workflow: "Arbetsflödets egenskaper",
    consecutive: "Fel i följd",
    consecutive_means: "Så många fel i följd i en aktivitet pausar arbetsflödet trots att fel ignoreras. 0 betyder ingen gräns.",
    keeps: "Behåll resultatet av mellanliggande populationer mellan två körningar",
    keeps_on: "Arbetstabellerna för varje övergång blir kvar. Aldrig i produktion.",
    keeps_off: "Bara den sista arbetstabellen blir kvar.",
    approvals: "Kampanjens godkännanden",
    target: "Varje leverans målgrupp måste godkännas",
    content: "Varje leverans innehåll måste godkännas",
    asked: "Leveransen skickas först när det är gjort. Lägg till det bland det som görs under körningen.",
    not_asked: "Ingen tillfrågas.",
    approval_days: "Dagar som operatörerna har",
    technical: "Tekniska arbetsflöden",
    cleanup: "Databasrensning",
    keep_all: "Av: alla loggrader finns kvar",
    v7: "Som v7: loggar i 180 dagar",
    v8: "Som v8: leveransloggar 6 månader, spårningsloggar 1 år",
};
