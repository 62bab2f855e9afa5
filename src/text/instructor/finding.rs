//! What a draft still lacks, for who wrote it: which field, and what to do.

use crate::text::Lang;
use crate::text::course::finding::{CourseFinding, CourseProblem, sentence};
use crate::text::format::quoted;

/// There is nothing in the lesson.
pub fn no_steps(lang: Lang) -> String {
    lang.pick("The lesson has no step yet. Add one.", "Lektionen har inget steg än. Lägg till ett.")
        .to_owned()
}

/// A build step without a recorded solution.
pub fn no_solution(lang: Lang) -> String {
    lang.pick(
        "No solution is recorded. Press Record, build it in the lab, then say that this is the solution.",
        "Ingen lösning är inspelad. Tryck på Spela in, bygg i labbet och säg sedan att det är lösningen.",
    )
    .to_owned()
}

/// A build step without a goal.
pub fn no_goals(lang: Lang) -> String {
    lang.pick("There is no goal. Tick at least one.", "Det finns inget mål. Kryssa för minst ett.").to_owned()
}

/// A goal that is met before anything is done.
pub fn met_before(lang: Lang, goal: &str) -> String {
    let goal = quoted(lang, goal);
    match lang {
        Lang::En => format!(
            "The goal {goal} is met before anything is done. It guards what must stay so; take it out if it should be reached."
        ),
        Lang::Sv => format!(
            "Målet {goal} är nått innan något är gjort. Det vaktar det som ska vara kvar; ta bort det om det ska uppnås."
        ),
    }
}

/// The solution does not meet a goal.
pub fn missed(lang: Lang, goal: &str) -> String {
    let goal = quoted(lang, goal);
    match lang {
        Lang::En => format!(
            "Your solution does not meet the goal {goal}. Record the solution anew, or take the goal out."
        ),
        Lang::Sv => {
            format!("Din lösning når inte målet {goal}. Spela in lösningen på nytt, eller ta bort målet.")
        }
    }
}

/// What the linter of courses says, as far as a trainer can mend it on the bench.
pub fn problem(lang: Lang, field: &str, language: &str, problem: &CourseProblem) -> String {
    let plain = || sentence(lang, &CourseFinding { place: String::new(), problem: problem.clone() });
    match problem {
        CourseProblem::MissingWords(..) if !field.is_empty() => match lang {
            Lang::En => format!("“{field}” is empty in {language}. Write it."),
            Lang::Sv => format!("”{field}” är tomt på {language}. Skriv det."),
        },
        CourseProblem::Hints(..) => match lang {
            Lang::En => format!("Write three hints in {language}: the place, the rule, the way."),
            Lang::Sv => format!("Skriv tre ledtrådar på {language}: platsen, regeln, vägen."),
        },
        CourseProblem::Markup(_) => match lang {
            Lang::En => format!("A text in {language} holds a tag, an angle bracket or a script. Take it out: texts are plain."),
            Lang::Sv => format!("En text på {language} har en tagg, en vinkelparentes eller ett skript. Ta bort det: texter är ren text."),
        },
        CourseProblem::NoScene => lang
            .pick(
                "Neither this step nor one before it opens a scenario. Press “Use the present workflow”.",
                "Varken steget eller något före det öppnar ett scenario. Tryck på ”Använd det nuvarande arbetsflödet”.",
            )
            .to_owned(),
        CourseProblem::NoAnswer => lang
            .pick(
                "No right answer can be told. Mark an answer as right, or pick a count that the step's scenario has.",
                "Inget rätt svar går att ange. Markera ett svar som rätt, eller välj något som går att räkna i stegets scenario.",
            )
            .to_owned(),
        CourseProblem::MistakeIsRight(_) => lang
            .pick(
                "A wrong number is the right one, too, or cannot be counted. Pick another.",
                "Ett fel tal är också det rätta, eller går inte att räkna. Välj ett annat.",
            )
            .to_owned(),
        CourseProblem::SolvedBefore => lang
            .pick(
                "All goals are met before anything is done. Tick one that the start does not meet.",
                "Alla mål är nådda innan något är gjort. Kryssa för ett som starten inte når.",
            )
            .to_owned(),
        CourseProblem::Astray(..) | CourseProblem::BadScene(_) => lang
            .pick(
                "What was recorded does not fit the step's start any more. Record the solution anew.",
                "Det inspelade passar inte längre stegets start. Spela in lösningen på nytt.",
            )
            .to_owned(),
        _ => plain(),
    }
}

/// Why a lesson that came in a link or a file does not open.
pub fn not_opened(lang: Lang, name: &str, why: &str) -> String {
    let name = quoted(lang, name);
    match lang {
        Lang::En => format!("The lesson {name} was not opened, and your work is as it was. {why}"),
        Lang::Sv => format!("Lektionen {name} öppnades inte, och ditt arbete är som det var. {why}"),
    }
}
