//! The words of the certificate, in every language.

use crate::text::Lang;
use crate::text::format::{counted, counted_sv};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// Words without a number in them.
    #[derive(Debug)]
    pub struct Words {
        /// The heading.
        pub heading: &'static str,
        /// Before the name.
        pub says: &'static str,
        /// In place of a name that was not typed.
        pub nobody: &'static str,
        /// After the name, before the title of the course.
        pub has_passed: &'static str,
        /// Heading of the skills.
        pub skills: &'static str,
        /// Heading of the results.
        pub result: &'static str,
        /// What kind of record it is.
        pub honest: &'static str,
        /// Opens it.
        pub open: &'static str,
        /// Back to the list of pieces.
        pub back: &'static str,
        /// The field with the name.
        pub name: &'static str,
        /// Says where the name stays.
        pub name_says: &'static str,
        /// Prints it.
        pub print: &'static str,
        /// Offers it as a file.
        pub save: &'static str,
        /// Before what is missing.
        pub missing: &'static str,
        /// Of a final check that can no longer be passed: why, and what to do.
        pub is_spent: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Words {
    lang.words(&EN, &SV)
}

/// The edition of the course, and its pass mark.
pub fn terms(lang: Lang, edition: u32, mark: u8) -> String {
    let mark = super::home::percent(lang, mark);
    match lang.wording() {
        Wording::En => say!(lang, "Course edition {edition}, pass mark {mark}", edition, mark),
        Wording::Sv => format!("Kursens utgåva {edition}, godkänt vid {mark}"),
    }
}

/// The result of a final check.
pub fn check(lang: Lang, right: u32, of: u32) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "{right} of {of} right", right, of),
        Wording::Sv => format!("{right} av {of} rätt"),
    }
}

/// A skill that is not mastered yet.
pub fn skill_missing(lang: Lang, skill: &str, percent: u8, row: u8) -> String {
    let percent = super::home::percent(lang, percent);
    match lang.wording() {
        Wording::En => say!(lang, "{skill}: {percent} right, {row} of 3 in a row", skill, percent, row),
        Wording::Sv => format!("{skill}: {percent} rätt, {row} av 3 i rad"),
    }
}

/// A final check that is not passed yet, or that can no longer be.
pub fn check_missing(lang: Lang, title: &str, (right, all): (u32, u32), is_spent: bool) -> String {
    let result = check(lang, right, all);
    if is_spent { format!("{title}: {result} ({})", of(lang).is_spent) } else { format!("{title}: {result}") }
}

/// How much is missing.
pub fn how_much(lang: Lang, things: u64) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "{things} to go.", things = counted(lang, things, "thing", "things")),
        Wording::Sv => format!("{} kvar.", counted_sv(things, "sak", "saker")),
    }
}

const EN: Words = Words {
    heading: "Certificate",
    says: "This says that",
    nobody: "(your name)",
    has_passed: "has passed the course",
    skills: "Skill",
    result: "Result",
    honest: "A self-issued record: Delivery Lab wrote it on the learner’s own device. Nobody has checked who answered.",
    open: "Certificate",
    back: "Back to the course",
    name: "Your name",
    name_says: "It stays on this device and in what you print or save.",
    print: "Print",
    save: "Save as a file",
    missing: "Still missing for the certificate",
    is_spent: "the first answer to each item counts; “Erase progress” lets you take it again",
};

const SV: Words = Words {
    heading: "Intyg",
    says: "Härmed intygas att",
    nobody: "(ditt namn)",
    has_passed: "har klarat kursen",
    skills: "Färdighet",
    result: "Resultat",
    honest: "Ett intyg som du utfärdar själv: Delivery Lab skrev det på din egen enhet. Ingen har kontrollerat vem som svarade.",
    open: "Intyg",
    back: "Tillbaka till kursen",
    name: "Ditt namn",
    name_says: "Det stannar på enheten och i det du skriver ut eller sparar.",
    print: "Skriv ut",
    save: "Spara som fil",
    missing: "Det saknas för intyget",
    is_spent: "första svaret på varje uppgift räknas; med ”Radera framsteg” kan du göra om det",
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::lang::tests::swedish;

    #[test]
    fn a_check_that_can_no_longer_be_passed_says_what_to_do() {
        swedish(|lang| (terms(lang, 2, 80), skill_missing(lang, "Räkna", 67, 2)));
        assert_eq!(check_missing(Lang::En, "Final check", (3, 12), false), "Final check: 3 of 12 right");
        assert!(check_missing(Lang::En, "Final check", (3, 12), true).contains("“Erase progress”"));
        assert_eq!(terms(Lang::En, 2, 80), "Course edition 2, pass mark 80%");
        assert!(swedish(|lang| check_missing(lang, "Slutprov", (3, 12), true)).contains("”Radera framsteg”"));
    }
}
