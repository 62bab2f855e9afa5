//! Words of the forms of the Flow control tab.

use crate::text::Lang;
use crate::text::format::quoted;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Flow {
        /// Check box: *Interrupt all tasks in progress*.
        pub stops_all: &'static str,
        /// Said where it is on.
        pub stopped: &'static str,
        /// Said where it is off.
        pub not_stopped: &'static str,
        /// The main set of an AND-join where none is chosen.
        pub unknown_set: &'static str,
        /// Heading of the conditions of a Test.
        pub branches: &'static str,
        /// Said under that heading.
        pub branches_hint: &'static str,
        /// Button: adds one.
        pub add_branch: &'static str,
        /// Names the comparisons of one.
        pub comparisons: &'static str,
        /// Button: adds one.
        pub add_comparison: &'static str,
        /// Said of a condition without comparisons.
        pub always: &'static str,
        /// Field: what is looked at.
        pub operand: &'static str,
        /// How many records the transition carries.
        pub rec_count: &'static str,
        /// A variable of the workflow.
        pub instance: &'static str,
        /// A variable of the event.
        pub event: &'static str,
        /// A variable of the task.
        pub task: &'static str,
        /// The day of the month.
        pub day_of_month: &'static str,
        /// The month.
        pub month: &'static str,
        /// Whether it is a leap year.
        pub leap_year: &'static str,
        /// Field: the name of a variable.
        pub variable: &'static str,
        /// Said of the value that a variable is compared with.
        pub variable_value: &'static str,
        /// Check box: *Use the default fork*.
        pub default_fork: &'static str,
        /// Said of it.
        pub default_fork_hint: &'static str,
        /// Field: how long a Wait is.
        pub duration: &'static str,
        /// Field: from what time of day.
        pub from: &'static str,
        /// Field: until what time of day.
        pub to: &'static str,
        /// Said where the window ends on the next day.
        pub into_next_day: &'static str,
        /// Switch: what becomes of an activation outside the window.
        pub outside: &'static str,
        /// It is tried again.
        pub later: &'static str,
        /// It is dropped.
        pub dropped: &'static str,
        /// Heading of the expirations.
        pub expirations: &'static str,
        /// Button: adds one.
        pub add_expiration: &'static str,
        /// Said where there is none.
        pub no_expiration: &'static str,
        /// Field: after what time.
        pub after: &'static str,
        /// Check box: *Do not terminate the task*.
        pub goes_on: &'static str,
        /// Said where it is on.
        pub waits_on: &'static str,
        /// Said where it is off.
        pub wait_over: &'static str,
        /// Field: the workflow that is run.
        pub workflow: &'static str,
        /// Said where there is none to run.
        pub no_workflow: &'static str,
        /// Field: the number of a jump.
        pub number: &'static str,
        /// Said of a Jump start without its Jump end.
        pub no_jump_end: &'static str,
        /// Said of a Jump end without a Jump start.
        pub no_jump_start: &'static str,
        /// Field: the question to operators.
        pub question: &'static str,
        /// Heading of the answers.
        pub answers: &'static str,
        /// Button: adds one.
        pub add_answer: &'static str,
        /// Field: the message of an Alert.
        pub message: &'static str,
        /// Field: what is to be done.
        pub to_do: &'static str,
        /// Check box: a Task expires.
        pub expires: &'static str,
        /// Said where it is on.
        pub counts_as_not_done: &'static str,
        /// Said where it is off.
        pub never_expires: &'static str,
        /// Said of a text that may have several lines.
        pub lines: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Flow {
    lang.words(&EN, &SV)
}

/// Where a Jump start leads.
pub fn goes_on_at(lang: Lang, label: &str) -> String {
    format!(
        "{} {}.",
        lang.pick("The workflow goes on at", "Arbetsflödet fortsätter vid"),
        quoted(lang, label)
    )
}

/// What leads to a Jump end.
pub fn comes_from(lang: Lang, label: &str) -> String {
    format!("{} {}.", lang.pick("The workflow comes from", "Arbetsflödet kommer från"), quoted(lang, label))
}

const EN: Flow = Flow {
    stops_all: "Interrupt all tasks in progress",
    stopped: "Whatever else still waits is aborted.",
    not_stopped: "Other branches go on.",
    unknown_set: "None chosen; the lab takes the first",
    branches: "Conditions",
    branches_hint: "The first that is true has its output activated.",
    add_branch: "Add condition",
    comparisons: "Comparisons",
    add_comparison: "Add comparison",
    always: "No comparison: always true.",
    operand: "Left side",
    rec_count: "Records (vars.recCount)",
    instance: "Variable of the workflow (instance.vars)",
    event: "Variable of the event (vars)",
    task: "Variable of the task (task.vars)",
    day_of_month: "Day of the month",
    month: "Month",
    leap_year: "Leap year",
    variable: "Name of the variable",
    variable_value: "true, false, a whole number or a text; quotes make a text of anything.",
    default_fork: "Use the default fork",
    default_fork_hint: "Its output is activated where no condition is true.",
    duration: "Duration",
    from: "From",
    to: "To",
    into_next_day: "The window ends on the next day.",
    outside: "Outside of it",
    later: "Try again when it opens",
    dropped: "Drop the activation",
    expirations: "Expirations",
    add_expiration: "Add expiration",
    no_expiration: "None: it waits until the end of the run.",
    after: "After",
    goes_on: "Do not terminate the task",
    waits_on: "The activity goes on waiting.",
    wait_over: "The wait is over then.",
    workflow: "Workflow",
    no_workflow: "This scenario has no other workflow to run.",
    number: "Number",
    no_jump_end: "No Jump end has this number.",
    no_jump_start: "No Jump start has this number.",
    question: "Question",
    answers: "Answers",
    add_answer: "Add answer",
    message: "Message",
    to_do: "To do",
    expires: "Expiration",
    counts_as_not_done: "Then it counts as not done.",
    never_expires: "It waits until somebody says whether it is done.",
    lines: "Applied on leaving the field, or with Ctrl and Enter.",
};

const SV: Flow = Flow {
    stops_all: "Avbryt alla pågående uppgifter",
    stopped: "Allt annat som väntar avbryts.",
    not_stopped: "Andra grenar fortsätter.",
    unknown_set: "Ingen vald; labbet tar den första",
    branches: "Villkor",
    branches_hint: "Det första som är sant får sin utgång aktiverad.",
    add_branch: "Nytt villkor",
    comparisons: "Jämförelser",
    add_comparison: "Ny jämförelse",
    always: "Ingen jämförelse: alltid sant.",
    operand: "Vänster sida",
    rec_count: "Poster (vars.recCount)",
    instance: "Arbetsflödets variabel (instance.vars)",
    event: "Händelsens variabel (vars)",
    task: "Uppgiftens variabel (task.vars)",
    day_of_month: "Dag i månaden",
    month: "Månad",
    leap_year: "Skottår",
    variable: "Variabelns namn",
    variable_value: "true, false, ett heltal eller en text; citattecken gör text av allt.",
    default_fork: "Använd förvald gren",
    default_fork_hint: "Dess utgång aktiveras när inget villkor är sant.",
    duration: "Längd",
    from: "Från",
    to: "Till",
    into_next_day: "Fönstret slutar nästa dag.",
    outside: "Utanför fönstret",
    later: "Försök igen när det öppnas",
    dropped: "Släpp aktiveringen",
    expirations: "Tidsgränser",
    add_expiration: "Ny tidsgräns",
    no_expiration: "Ingen: den väntar till körningens slut.",
    after: "Efter",
    goes_on: "Avsluta inte uppgiften",
    waits_on: "Aktiviteten fortsätter att vänta.",
    wait_over: "Då är väntan över.",
    workflow: "Arbetsflöde",
    no_workflow: "Scenariot har inget annat arbetsflöde att köra.",
    number: "Nummer",
    no_jump_end: "Inget ”Hopp, slut” har det här numret.",
    no_jump_start: "Inget ”Hopp, start” har det här numret.",
    question: "Fråga",
    answers: "Svar",
    add_answer: "Nytt svar",
    message: "Meddelande",
    to_do: "Att göra",
    expires: "Tidsgräns",
    counts_as_not_done: "Då räknas den som inte utförd.",
    never_expires: "Den väntar tills någon säger om den är utförd.",
    lines: "Sparas när fältet lämnas, eller med Ctrl och Enter.",
};
