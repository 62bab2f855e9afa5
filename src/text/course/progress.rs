//! Progress in and out: what a file of it may be wrong with, and what became of it.

use crate::text::Lang;
use crate::text::format::{counted, number};
use crate::text::notice;
use crate::text::told::Told;

/// Why a file holds no progress that can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecordProblem {
    /// It is larger than this many bytes.
    TooLarge(usize),
    /// It is not JSON; line and column from 1.
    NotJson(usize, usize),
    /// It is JSON and no progress.
    NotProgress,
    /// A later version of the lab wrote it.
    LaterVersion,
    /// It is of another course, which has this name.
    OtherCourse(String),
    /// A part of it cannot be read; what the reader said.
    Invalid(String),
}

/// Why nothing was taken, and what to do.
pub fn told(lang: Lang, problem: &RecordProblem) -> Told {
    use RecordProblem as P;
    match (lang, problem) {
        (_, P::NotProgress) => notice::progress_unreadable(lang),
        (Lang::En, P::TooLarge(limit)) => Told::new(
            format!(
                "This file is larger than {} bytes; your progress is as it was.",
                number(lang, *limit as u64)
            ),
            "Choose a file that “Save progress” made.",
        ),
        (Lang::Sv, P::TooLarge(limit)) => Told::new(
            format!("Filen är större än {} byte; dina framsteg är som de var.", number(lang, *limit as u64)),
            "Välj en fil som ”Spara framsteg” har gjort.",
        ),
        (Lang::En, P::NotJson(line, column)) => Told::new(
            format!("This file is damaged at line {line}, column {column}; your progress is as it was."),
            "Choose another copy of it.",
        ),
        (Lang::Sv, P::NotJson(line, column)) => Told::new(
            format!("Filen är skadad på rad {line}, kolumn {column}; dina framsteg är som de var."),
            "Välj en annan kopia av den.",
        ),
        (Lang::En, P::LaterVersion) => Told::new(
            "A later version of Delivery Lab wrote this file; your progress is as it was.",
            "Open it there.",
        ),
        (Lang::Sv, P::LaterVersion) => Told::new(
            "En senare version av Delivery Lab har skrivit filen; dina framsteg är som de var.",
            "Öppna den där.",
        ),
        (Lang::En, P::OtherCourse(id)) => Told::new(
            format!("This file is of another course, “{id}”; your progress is as it was."),
            "Open it where that course is.",
        ),
        (Lang::Sv, P::OtherCourse(id)) => Told::new(
            format!("Filen gäller en annan kurs, ”{id}”; dina framsteg är som de var."),
            "Öppna den där den kursen finns.",
        ),
        (Lang::En, P::Invalid(detail)) => Told::new(
            format!("This file cannot be read ({detail}); your progress is as it was."),
            "Choose a file that “Save progress” made.",
        ),
        (Lang::Sv, P::Invalid(detail)) => Told::new(
            format!("Filen går inte att läsa ({detail}); dina framsteg är som de var."),
            "Välj en fil som ”Spara framsteg” har gjort.",
        ),
    }
}

/// Progress was taken from a file; `unknown` of its entries are of steps that this course does not have.
pub fn taken(lang: Lang, answers: u64, unknown: u64) -> Told {
    let what = match lang {
        Lang::En => format!("Progress opened: {}.", counted(lang, answers, "answer", "answers")),
        Lang::Sv => format!("Framsteg öppnade: {}.", counted(lang, answers, "svar", "svar")),
    };
    Told::new(what, kept_unknown(lang, unknown).unwrap_or_default())
}

/// What progress of another edition keeps; none where all of it is known.
pub fn kept_unknown(lang: Lang, unknown: u64) -> Option<String> {
    (unknown > 0).then(|| match lang {
        Lang::En => format!(
            "{} {} steps that this edition does not have. Nothing of it is lost: it is kept, and what it showed counts.",
            counted(lang, unknown, "entry", "entries"),
            if unknown == 1 { "belongs to" } else { "belong to" },
        ),
        Lang::Sv => format!(
            "{} hör till steg som den här utgåvan inte har. Inget går förlorat: det finns kvar, och det som visats räknas.",
            counted(lang, unknown, "post", "poster"),
        ),
    })
}

/// The progress on the device is of another edition of the course.
pub fn older_edition(lang: Lang, edition: u32, unknown: u64) -> String {
    let rest = kept_unknown(lang, unknown);
    let whole = match lang {
        Lang::En => "All of it counts here, too.",
        Lang::Sv => "Allt räknas här också.",
    };
    let rest = rest.as_deref().unwrap_or(whole);
    match lang {
        Lang::En => format!("Your progress was made with edition {edition} of the course. {rest}"),
        Lang::Sv => format!("Dina framsteg gjordes med utgåva {edition} av kursen. {rest}"),
    }
}

/// Asks before the progress of a file takes the place of one's own.
pub fn replaces(lang: Lang, own: u64, answers: u64) -> String {
    let (own, answers) = match lang {
        Lang::En => (counted(lang, own, "answer", "answers"), counted(lang, answers, "answer", "answers")),
        Lang::Sv => (counted(lang, own, "svar", "svar"), counted(lang, answers, "svar", "svar")),
    };
    match lang {
        Lang::En => format!(
            "You already have progress here: {own}. The file has {answers}. If you open it, it takes the place of yours."
        ),
        Lang::Sv => format!(
            "Du har redan framsteg här: {own}. Filen har {answers}. Om du öppnar den ersätter den dina."
        ),
    }
}

/// Stored progress could not be read; it is kept aside.
pub fn put_aside(lang: Lang) -> Told {
    match lang {
        Lang::En => Told::new(
            "The progress in the course on this device could not be read.",
            "It is kept aside and goes out with “Save progress”; your scenario is as it was.",
        ),
        Lang::Sv => Told::new(
            "Framstegen i kursen på den här enheten gick inte att läsa.",
            "De är undanlagda och följer med ”Spara framsteg”; ditt scenario är som det var.",
        ),
    }
}

/// The lesson that was open is no longer in the course.
pub fn lesson_gone(lang: Lang) -> Told {
    match lang {
        Lang::En => Told::new(
            "The lesson you were in is not in this edition of the course.",
            "Your own scenario is back; choose another lesson.",
        ),
        Lang::Sv => Told::new(
            "Lektionen du var i finns inte i den här utgåvan av kursen.",
            "Ditt eget scenario är tillbaka; välj en annan lektion.",
        ),
    }
}

/// The scenario may not change while a prediction is open.
pub fn predicting(lang: Lang) -> Told {
    match lang {
        Lang::En => Told::new(
            "This scenario is being predicted, so it stays as it is.",
            "Answer first, or choose “Try things freely” to change it.",
        ),
        Lang::Sv => Told::new(
            "Det här scenariot ska förutsägas, så det förblir som det är.",
            "Svara först, eller välj ”Prova fritt” för att ändra det.",
        ),
    }
}
