//! The words of the certificate, in every language.

use crate::text::Lang;
use crate::text::format::counted;

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
}

/// The words in a language.
pub const fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::En => &EN,
        Lang::Sv => &SV,
    }
}

/// The edition of the course, and its pass mark.
pub fn terms(lang: Lang, edition: u32, mark: u8) -> String {
    match lang {
        Lang::En => format!("Course edition {edition}, pass mark {mark} %"),
        Lang::Sv => format!("Kursens utgåva {edition}, godkänt vid {mark} %"),
    }
}

/// The result of a final check.
pub fn check(lang: Lang, right: u32, of: u32) -> String {
    match lang {
        Lang::En => format!("{right} of {of} right"),
        Lang::Sv => format!("{right} av {of} rätt"),
    }
}

/// A skill that is not mastered yet.
pub fn skill_missing(lang: Lang, skill: &str, percent: u8, row: u8) -> String {
    match lang {
        Lang::En => format!("{skill}: {percent} % right, {row} of 3 in a row"),
        Lang::Sv => format!("{skill}: {percent} % rätt, {row} av 3 i rad"),
    }
}

/// A final check that is not passed yet.
pub fn check_missing(lang: Lang, title: &str, right: u32, of: u32) -> String {
    format!("{title}: {}", check(lang, right, of))
}

/// How much is missing.
pub fn how_much(lang: Lang, things: u64) -> String {
    match lang {
        Lang::En => format!("{} to go.", counted(lang, things, "thing", "things")),
        Lang::Sv => format!("{} kvar.", counted(lang, things, "sak", "saker")),
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
};
