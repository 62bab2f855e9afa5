//! Words of the guided tour. Counts come from the engine; what Adobe does not say is called an assumption.

mod en;
mod feedback;
mod sv;

use super::Lang;
use super::format::{self, number, quoted};
use crate::base::time::SimTime;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

pub use self::feedback::{on_change, on_year};

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Coach {
        /// Names the landmark.
        pub tour: &'static str,
        /// The steps in order.
        pub steps: [StepWords; 9],
        /// Shown in the place of the button where the step's goal is not met; in the order of the steps.
        pub reasons: [&'static str; 9],
        /// Button.
        pub back: &'static str,
        /// Button.
        pub next: &'static str,
        /// The next button of the last step.
        pub finish: &'static str,
        /// Button: leaves the tour.
        pub skip: &'static str,
        /// Button: takes it up again.
        pub resume: &'static str,
        /// Button: from the first step.
        pub restart: &'static str,
        /// Button: closes the coach after the last step.
        pub on_my_own: &'static str,
        /// Button on small screens.
        pub fold: &'static str,
        /// Button on small screens.
        pub unfold: &'static str,
        /// The form and the table.
        pub prediction: PredictionWords,
        /// Button: plays.
        pub play: &'static str,
        /// Button: stops.
        pub pause: &'static str,
        /// Button: shows the end at once.
        pub to_end: &'static str,
        /// Said once the end is reached.
        pub played: &'static str,
        /// Said once logs are open.
        pub found: &'static str,
        /// Said where nothing can be changed in the middle of the run.
        pub no_change: &'static str,
        /// Label before an assumption.
        pub assumption: &'static str,
        /// What the change takes for granted.
        pub change_assumption: &'static str,
        /// What the outcome of the change takes for granted.
        pub fork_assumption: &'static str,
        /// When the workflow lacks a kind of delivery or cannot run.
        pub unsuited: StepWords,
        /// When the workflow is edited during the run already.
        pub changed_before: &'static str,
        /// Button: opens the sample.
        pub open_sample: &'static str,
        /// When it was skipped.
        pub skipped: StepWords,
        /// When it was gone through.
        pub completed: StepWords,
    }
}

words! {
    /// A heading and what stands below it.
    #[derive(Debug)]
    pub struct StepWords {
        /// The heading.
        pub heading: &'static str,
        /// Short paragraphs.
        pub sentences: &'static [&'static str],
    }
}

words! {
    /// The words of predictions.
    #[derive(Debug)]
    pub struct PredictionWords {
        /// Names the form.
        pub form: &'static str,
        /// The recurring kind.
        pub recurring: &'static str,
        /// The continuous kind.
        pub continuous: &'static str,
        /// The question before the choice.
        pub how_sure: &'static str,
        /// The choices, least sure first.
        pub confidence: [&'static str; 3],
        /// Button.
        pub lock: &'static str,
        /// Why the button cannot be pressed yet.
        pub incomplete: &'static str,
        /// Said instead of the button.
        pub locked: &'static str,
        /// The table's caption.
        pub deliveries: &'static str,
        /// Head of the column of kinds.
        pub kind: &'static str,
        /// Head of a column.
        pub predicted: &'static str,
        /// Head of a column.
        pub came_out: &'static str,
        /// The prediction came true.
        pub right: &'static str as "correct",
        /// It did not.
        pub different: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Coach {
    lang.words(&en::COACH, &sv::COACH)
}

/// Above the heading: `Tour · 2 of 9`.
pub fn eyebrow(lang: Lang, step: usize, steps: usize) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Tour · {step} of {steps}", step, steps),
        Wording::Sv => format!("Rundtur · {step} av {steps}"),
    }
}

/// What is asked for before the first run.
pub fn ask_year(lang: Lang, weeks: u32) -> String {
    let weeks = number(lang, weeks.into());
    match lang.wording() {
        Wording::En => say!(
            lang,
            "The schedules will launch both branches for {weeks} weeks. How many deliveries will each kind \
             have made by then?",
            weeks
        ),
        Wording::Sv => format!(
            "Schemana startar båda grenarna i {weeks} veckor. Hur många leveranser har varje sort skapat då?"
        ),
    }
}

/// What is asked for after the change.
pub fn ask_change(lang: Lang, weeks: u32) -> String {
    let weeks = number(lang, weeks.into());
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "The same {weeks} weeks, with one edit on the way. How many deliveries of each kind now?",
                weeks
            )
        }
        Wording::Sv => {
            format!(
                "Samma {weeks} veckor, med en redigering på vägen. Hur många leveranser av varje sort nu?"
            )
        }
    }
}

/// The button that makes the change.
pub fn change(lang: Lang, label: &str, at: SimTime) -> String {
    let (label, day) = (quoted(lang, label), format::day_and_month(lang, at.date()));
    match lang.wording() {
        Wording::En => say!(lang, "Change the subject of {label} from {day}", label, day),
        Wording::Sv => format!("Ändra ämnesraden i {label} från {day}"),
    }
}

/// Said once the change is made.
pub fn changed(lang: Lang, label: &str, at: SimTime, subject: &str) -> String {
    let (label, subject) = (quoted(lang, label), quoted(lang, subject));
    let date = format::date(lang, at.date());
    match lang.wording() {
        Wording::En => {
            say!(
                lang,
                "Done. From {date} the subject of {label} is {subject}. A flag on the timeline marks it.",
                date,
                label,
                subject
            )
        }
        Wording::Sv => format!(
            "Klart. Från {date} är ämnesraden i {label} {subject}. En flagga på tidslinjen visar det."
        ),
    }
}

/// The subject that the tour's change gives.
pub fn new_subject(lang: Lang, subject: &str) -> String {
    format!("{}: {subject}", lang.pick_as("subject", "New", "Nytt"))
}
