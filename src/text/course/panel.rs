//! More words of the lesson panel, and what the lab says while a prediction is open.

use crate::base::time::SimTime;
use crate::text::Lang;
use crate::text::format::{date, number};

/// Words without a number in them.
#[derive(Debug)]
pub struct Words {
    /// In place of the outcome while a prediction is asked for.
    pub covered: &'static str,
    /// Why, and what to do.
    pub covered_why: &'static str,
    /// In place of a list while the run of a locked prediction is to be seen.
    pub locked: &'static str,
    /// Why, and what to do.
    pub locked_why: &'static str,
    /// Back to where the lesson is played.
    pub to_play: &'static str,
    /// At what a wrong answer was led to.
    pub here: &'static str,
    /// Folds the panel.
    pub fold: &'static str,
    /// Unfolds it.
    pub unfold: &'static str,
    /// An open lesson whose course is being fetched.
    pub coming: &'static str,
    /// It did not come.
    pub missing: &'static str,
    /// Closes the lesson that cannot be shown.
    pub to_own: &'static str,
    /// The steps of the lesson.
    pub steps: &'static str,
    /// A step that is done.
    pub done: &'static str,
    /// A step whose item was answered right.
    pub right: &'static str,
    /// A step whose item was answered wrong.
    pub wrong: &'static str,
    /// The step that is shown.
    pub now: &'static str,
    /// A step that is to come.
    pub to_come: &'static str,
    /// What the numbers drawn with dashes are.
    pub key: &'static str,
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

/// The predicted number, where it is drawn.
pub fn said(lang: Lang, count: u64) -> String {
    match lang {
        Lang::En => format!("You said {}", number(lang, count)),
        Lang::Sv => format!("Du sa {}", number(lang, count)),
    }
}

/// The predicted number on the line of weeks, at the moment when the run came to it.
pub fn reached(lang: Lang, count: u64, label: &str, at: SimTime) -> String {
    let (count, at) = (number(lang, count), date(lang, at.date()));
    match lang {
        Lang::En => format!("You said {count}: {label} came to it on {at}"),
        Lang::Sv => format!("Du sa {count}: {label} kom dit {at}"),
    }
}

/// Which hint of how many.
pub fn hint_of(lang: Lang, hint: usize, hints: usize) -> String {
    match lang {
        Lang::En => format!("Hint {hint} of {hints}"),
        Lang::Sv => format!("Ledtråd {hint} av {hints}"),
    }
}

/// How many goals are met.
pub fn goals_met(lang: Lang, met: usize, goals: usize) -> String {
    match lang {
        Lang::En => format!("{met} of {goals} goals met"),
        Lang::Sv => format!("{met} av {goals} mål nådda"),
    }
}

const EN: Words = Words {
    covered: "Covered until you have answered",
    covered_why: "What comes of this run would give the answer away. Lock your prediction, then watch it happen here.",
    locked: "This opens when the run is over",
    locked_why: "Your prediction is locked. Play the run to its end, and all its lists and figures are yours.",
    to_play: "Back to the question",
    here: "Look here",
    fold: "Fold the lesson",
    unfold: "Unfold the lesson",
    coming: "Your lesson is on its way…",
    missing: "Your lesson could not be fetched. Its scenario is here as you left it; your own is kept.",
    to_own: "Back to my own scenario",
    steps: "Steps",
    done: "done",
    right: "right",
    wrong: "to practise",
    now: "now",
    to_come: "to come",
    key: "dashed: what you said",
};

const SV: Words = Words {
    covered: "Dolt tills du har svarat",
    covered_why: "Det som kommer ut av körningen skulle avslöja svaret. Lås din förutsägelse och se sedan vad som händer här.",
    locked: "Öppnas när körningen är över",
    locked_why: "Din förutsägelse är låst. Spela körningen till slutet, så får du alla listor och siffror.",
    to_play: "Tillbaka till frågan",
    here: "Titta här",
    fold: "Fäll ihop lektionen",
    unfold: "Fäll ut lektionen",
    coming: "Din lektion är på väg…",
    missing: "Din lektion gick inte att hämta. Scenariot är här som du lämnade det; ditt eget finns kvar.",
    to_own: "Tillbaka till mitt eget scenario",
    steps: "Steg",
    done: "klart",
    right: "rätt",
    wrong: "att öva på",
    now: "nu",
    to_come: "återstår",
    key: "streckat: vad du sa",
};
