//! The words of the trainer's side: the bench where lessons are made, the report page, the classroom screen.

pub mod count;
pub mod finding;
pub mod goal;
pub mod place;
mod say;

pub use say::Say;

use super::Lang;
use super::format::{counted, counted_sv, number};
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What a skill is called, by its place among the skills of courses.
pub fn skill_name(lang: Lang, place: usize) -> &'static str {
    match place {
        0 => lang.pick("Count deliveries", "Räkna leveranser"),
        1 => lang.pick("Find logs", "Hitta loggar"),
        2 => lang.pick("Choose the kind", "Välja sort"),
        3 => lang.pick("Read reports", "Läsa rapporter"),
        4 => lang.pick("Find faults", "Hitta fel"),
        _ => lang.pick_as("skill", "Build", "Bygga"),
    }
}

/// The sorts of steps: read, predict, find, quiz, build.
pub fn sort(lang: Lang, place: usize) -> &'static str {
    match place {
        0 => lang.pick("Reading", "Läsning"),
        1 => lang.pick("Prediction", "Förutsägelse"),
        2 => lang.pick("Find it", "Leta upp"),
        3 => lang.pick("Quiz", "Fråga"),
        _ => lang.pick_as("step", "Build", "Bygge"),
    }
}

/// What each sort of step is for.
pub fn sort_says(lang: Lang, place: usize) -> &'static str {
    match place {
        0 => lang.pick(
            "Says something, and perhaps waits until it was done.",
            "Säger något och väntar kanske tills det är gjort.",
        ),
        1 => lang.pick(
            "Asks what a run will come to, before it is seen.",
            "Frågar vad en körning ger, innan den syns.",
        ),
        2 => lang.pick("Asks for something that the lab shows.", "Frågar efter något som labbet visar."),
        3 => lang.pick("Asks a question out of the head.", "Ställer en fråga som besvaras ur minnet."),
        _ => lang.pick("Has a workflow built or mended.", "Låter bygga eller laga ett arbetsflöde."),
    }
}

/// A step in the list, read out.
pub fn step(lang: Lang, number: usize, sort: &str, title: &str) -> String {
    let title = if title.is_empty() { Say::Untitled.within(lang) } else { title };
    match lang.wording() {
        Wording::En => say!(lang, "Step {number}, {sort}: {title}", number, sort, title),
        Wording::Sv => format!("Steg {number}, {sort}: {title}"),
    }
}

/// How much is to be mended.
pub fn to_mend(lang: Lang, faults: usize) -> String {
    match (lang.wording(), faults) {
        (_, 0) => Say::Clean.within(lang).to_owned(),
        (Wording::En, _) => {
            say!(
                lang,
                "{things} to mend before it goes out",
                things = counted(lang, faults as u64, "thing", "things")
            )
        }
        (Wording::Sv, _) => {
            format!("{} att rätta innan den går ut", counted_sv(faults as u64, "sak", "saker"))
        }
    }
}

/// After a step was moved, for who listens.
pub fn moved(lang: Lang, place: usize, steps: usize) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Now step {place} of {steps}.", place, steps),
        Wording::Sv => format!("Nu steg {place} av {steps}."),
    }
}

/// How many changes a solution has.
pub fn recorded(lang: Lang, changes: usize) -> String {
    match lang.wording() {
        Wording::En => say!(
            lang,
            "The solution is recorded: {changes} to the start.",
            changes = counted(lang, changes as u64, "change", "changes")
        ),
        Wording::Sv => format!(
            "Lösningen är inspelad: {} av starten.",
            counted_sv(changes as u64, "ändring", "ändringar")
        ),
    }
}

/// How long a link is.
pub fn link_length(lang: Lang, signs: usize) -> String {
    match lang.wording() {
        Wording::En => {
            say!(lang, "{signs} characters, with the whole lesson inside", signs = number(lang, signs as u64))
        }
        Wording::Sv => format!("{} tecken, med hela lektionen i", number(lang, signs as u64)),
    }
}

/// Of how many learners a class table is.
pub fn learners(lang: Lang, count: usize) -> String {
    match lang.wording() {
        Wording::En => counted(lang, count as u64, "learner", "learners"),
        Wording::Sv => counted_sv(count as u64, "deltagare", "deltagare"),
    }
}

/// A wrong number, by its place.
pub fn wrong_number(lang: Lang, place: usize) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Wrong number {place}", place),
        Wording::Sv => format!("Fel tal {place}"),
    }
}
