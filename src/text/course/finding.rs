//! What is wrong with a course or its words, each with its place and what to do.

use crate::text::Lang;
use crate::text::format::quoted;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseFinding {
    /// Where, such as `lessons.logs.steps.key`; empty for the file as a whole.
    pub place: String,
    /// What.
    pub problem: CourseProblem,
}

/// Everything that the linter of courses finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseProblem {
    /// The text is not JSON; line and column from 1.
    NotJson(usize, usize),
    /// It is JSON and no course.
    NotACourse,
    /// A later version of the lab wrote it.
    LaterVersion,
    /// More bytes than are read.
    TooLarge(usize),
    /// A part cannot be read; what the reader said.
    Invalid(String),
    /// Two have this name.
    Duplicate(String),
    /// It names something that there is not.
    Unknown(String),
    /// A misconception that no answer comes from.
    Unused(String),
    /// An item without a skill.
    NoSkill,
    /// A question with neither fields nor choices, or with both.
    NoQuestion,
    /// There are no words for this, in this language.
    MissingWords(String, String),
    /// There are words for something that there is not, in this language.
    NeedlessWords(String, String),
    /// The words of this language name a value that there is not.
    UnknownPlaceholder(String, String),
    /// The words of this language hold something that looks like a script or a tag.
    Markup(String),
    /// An item needs three hints; it has this many in this language.
    Hints(String, usize),
    /// A change leads nowhere: its pointer, and the part where it goes astray.
    Astray(String, String),
    /// After its changes the scene is no scenario; what the reader said.
    BadScene(String),
    /// There is no scene here or before.
    NoScene,
    /// No right answer can be told.
    NoAnswer,
    /// Two choices are right.
    ManyRight,
    /// What is said to come from this misconception is right, or cannot be counted.
    MistakeIsRight(String),
    /// Nothing is left to do.
    SolvedBefore,
    /// The solution does not meet this goal.
    GoalMissed(String),
    /// A wrong workflow, by its number from 1, should fail at the first goal and fails at the second or nowhere.
    WrongFailsElsewhere(usize, String, Option<String>),
}

/// The finding as a sentence, with what to do.
pub fn sentence(lang: Lang, finding: &CourseFinding) -> String {
    let what = problem(lang, &finding.problem);
    if finding.place.is_empty() { what } else { format!("{}: {what}", finding.place) }
}

fn problem(lang: Lang, problem: &CourseProblem) -> String {
    use CourseProblem as P;
    let q = |name: &str| quoted(lang, name);
    match lang.wording() {
        Wording::En => match problem {
            P::NotJson(line, column) => say!(lang, "This is not JSON: see line {line}, column {column}.", line, column),
            P::NotACourse => say!(lang, "This is no course. A course says \"format\": \"delivery-lab/course\" and its version.").into(),
            P::LaterVersion => say!(lang, "A later version of Delivery Lab wrote this. Open it there, or save it for this version.").into(),
            P::TooLarge(limit) => say!(lang, "This is larger than {limit} bytes, which is the most that is read. Split it.", limit),
            P::Invalid(detail) => say!(lang, "This cannot be read: {detail}.", detail),
            P::Duplicate(name) => say!(lang, "Two have the name {name}. Rename one.", name = q(name)),
            P::Unused(name) => say!(lang, "No answer comes from {name}. Give it to one, or take it out.", name = q(name)),
            P::Unknown(name) => say!(lang, "There is nothing with the name {name}. Correct the name, or add it.", name = q(name)),
            P::NoSkill => say!(lang, "An item needs a skill. Name the one it is evidence of.").into(),
            P::NoQuestion => say!(lang, "A question has either fields or choices. Give it one of them.").into(),
            P::MissingWords(code, name) => say!(lang, "The words for {name} are missing in {code}. Write them.", name = q(name), code = q(code)),
            P::NeedlessWords(code, name) => say!(lang, "{code} has words for {name}, which there is not. Take them out or correct the name.", code = q(code), name = q(name)),
            P::UnknownPlaceholder(code, name) => say!(lang, "{code} names the value {name}, which there is not here. Use a parameter or a field.", code = q(code), name = q(name)),
            P::Markup(code) => say!(lang, "The words in {code} hold a tag or a script. Words are plain text; take it out.", code = q(code)),
            P::Hints(code, count) => say!(lang, "An item has three hints: point, principle, way. In {code} it has {count}.", code = q(code), count),
            P::Astray(pointer, at) => say!(lang, "The change at {pointer} leads nowhere: there is no {at}. Correct the pointer.", pointer = q(pointer), at = q(at)),
            P::BadScene(detail) => say!(lang, "With its changes the scene is no scenario: {detail}. Correct the changes.", detail),
            P::NoScene => say!(lang, "There is no scene here or in a step before. Give it one.").into(),
            P::NoAnswer => say!(lang, "No right answer can be told: no choice is right, or something cannot be counted. Correct it.").into(),
            P::ManyRight => say!(lang, "More than one choice is right. Let one be right.").into(),
            P::MistakeIsRight(name) => say!(lang, "What is said to be the mistake {name} is right, or cannot be counted, for some values. Change it.", name = q(name)),
            P::SolvedBefore => say!(lang, "All goals are met before anything is done. Begin from another scene, or ask for more.").into(),
            P::GoalMissed(goal) => say!(lang, "The solution does not meet the goal {goal}. Correct one of them.", goal = q(goal)),
            P::WrongFailsElsewhere(number, fails, first) => match first {
                Some(first) => say!(lang, "Wrong workflow {number} should fail at {fails} and fails at {first}. Correct it.", number, fails = q(fails), first = q(first)),
                None => say!(lang, "Wrong workflow {number} should fail at {fails} and meets all goals. Correct it.", number, fails = q(fails)),
            },
        },
        Wording::Sv => match problem {
            P::NotJson(line, column) => format!("Det här är inte JSON: se rad {line}, kolumn {column}."),
            P::NotACourse => "Det här är ingen kurs. En kurs anger \"format\": \"delivery-lab/course\" och sin version.".into(),
            P::LaterVersion => "En senare version av Delivery Lab har skrivit det här. Öppna det där, eller spara det för den här versionen.".into(),
            P::TooLarge(limit) => format!("Det här är större än {limit} byte, som är det mesta som läses. Dela upp det."),
            P::Invalid(detail) => format!("Det här går inte att läsa: {detail}."),
            P::Duplicate(name) => format!("Två heter {}. Byt namn på den ena.", q(name)),
            P::Unused(name) => format!("Inget svar kommer av {}. Ge den till ett, eller ta bort den.", q(name)),
            P::Unknown(name) => format!("Det finns inget som heter {}. Rätta namnet eller lägg till det.", q(name)),
            P::NoSkill => "En uppgift behöver en färdighet. Ange vilken den visar.".into(),
            P::NoQuestion => "En fråga har antingen fält eller val. Ge den det ena.".into(),
            P::MissingWords(code, name) => format!("Orden för {} saknas på {}. Skriv dem.", q(name), q(code)),
            P::NeedlessWords(code, name) => format!("{} har ord för {}, som inte finns. Ta bort dem eller rätta namnet.", q(code), q(name)),
            P::UnknownPlaceholder(code, name) => format!("{} nämner värdet {}, som inte finns här. Använd en parameter eller ett fält.", q(code), q(name)),
            P::Markup(code) => format!("Orden på {} innehåller en tagg eller ett skript. Ord är ren text; ta bort det.", q(code)),
            P::Hints(code, count) => format!("En uppgift har tre ledtrådar: poäng, princip, väg. På {} har den {count}.", q(code)),
            P::Astray(pointer, at) => format!("Ändringen vid {} leder ingenstans: {} finns inte. Rätta pekaren.", q(pointer), q(at)),
            P::BadScene(detail) => format!("Med sina ändringar är scenen inget scenario: {detail}. Rätta ändringarna."),
            P::NoScene => "Det finns ingen scen här eller i ett tidigare steg. Ge steget en.".into(),
            P::NoAnswer => "Inget rätt svar går att ange: inget val är rätt, eller något går inte att räkna. Rätta det.".into(),
            P::ManyRight => "Fler än ett val är rätt. Låt ett vara rätt.".into(),
            P::MistakeIsRight(name) => format!("Det som sägs vara misstaget {} är rätt, eller går inte att räkna, för vissa värden. Ändra det.", q(name)),
            P::SolvedBefore => "Alla mål är nådda innan något är gjort. Börja med en annan scen, eller begär mer.".into(),
            P::GoalMissed(goal) => format!("Lösningen når inte målet {}. Rätta ett av dem.", q(goal)),
            P::WrongFailsElsewhere(number, fails, first) => match first {
                Some(first) => format!("Fel arbetsflöde {number} ska falla på {} och faller på {}. Rätta det.", q(fails), q(first)),
                None => format!("Fel arbetsflöde {number} ska falla på {} och når alla mål. Rätta det.", q(fails)),
            },
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lang::tests::swedish;

    /// One of each.
    fn problems() -> Vec<CourseProblem> {
        use CourseProblem as P;
        let name = || "logs".to_owned();
        vec![
            P::NotJson(3, 14),
            P::NotACourse,
            P::LaterVersion,
            P::TooLarge(4_096),
            P::Invalid(name()),
            P::Duplicate(name()),
            P::Unknown(name()),
            P::Unused(name()),
            P::NoSkill,
            P::NoQuestion,
            P::MissingWords("de".into(), name()),
            P::NeedlessWords("de".into(), name()),
            P::UnknownPlaceholder("de".into(), name()),
            P::Markup("de".into()),
            P::Hints("de".into(), 2),
            P::Astray("/workflow".into(), name()),
            P::BadScene(name()),
            P::NoScene,
            P::NoAnswer,
            P::ManyRight,
            P::MistakeIsRight(name()),
            P::SolvedBefore,
            P::GoalMissed(name()),
            P::WrongFailsElsewhere(1, name(), Some("year".into())),
            P::WrongFailsElsewhere(1, name(), None),
        ]
    }

    #[test]
    fn the_page_tells_each_problem_in_the_language_of_the_reader() {
        for problem in problems() {
            let found = CourseFinding { place: "lessons.logs".to_owned(), problem };
            let told = swedish(|lang| sentence(lang, &found));
            assert_ne!(told, sentence(Lang::En, &found));
        }
    }
}
