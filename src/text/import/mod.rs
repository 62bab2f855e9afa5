//! Words of the import of recipients: the dialog, and what is wrong with a file or a line of it.

mod en;
mod sv;

use super::Lang;
use super::condition;
use super::format::{capitalized, counted, counted_sv, number};
use super::told::Told;
use crate::people::AttributeKind;
use crate::people::import::{BadRow, Delimiter, Encoding, ImportError, RowProblem};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Import {
        /// The heading.
        pub heading: &'static str,
        /// The button that closes the dialog.
        pub close: &'static str,
        /// What this is for, and that nothing leaves the page.
        pub intro: &'static str,
        /// The choice of a file.
        pub choose: &'static str,
        /// The choice of another one.
        pub choose_other: &'static str,
        /// Beside it: a file may be dropped.
        pub or_drop: &'static str,
        /// The link to an example.
        pub example: &'static str,
        /// The name of the example's file.
        pub example_name: &'static str,
        /// The example's content.
        pub example_file: &'static str,
        /// Before the encoding found.
        pub encoding: &'static str,
        /// Label of the delimiter.
        pub delimiter: &'static str,
        /// Before the number of rows.
        pub rows: &'static str,
        /// Switch: the first line has the column names.
        pub has_header: &'static str,
        /// Heading of the mapping.
        pub mapping: &'static str,
        /// Its columns: in the file, first values, becomes.
        pub mapping_columns: [&'static str; 3],
        /// Group of targets: the standard attributes.
        pub standard: &'static str,
        /// Group of targets: a new attribute.
        pub new: &'static str,
        /// Target: nowhere.
        pub leave_out: &'static str,
        /// Heading of the lines that cannot be taken.
        pub bad_lines: &'static str,
        /// Their columns: line, what is wrong.
        pub bad_columns: [&'static str; 2],
        /// Where the file has names and nobody.
        pub only_header: (&'static str, &'static str),
        /// Where every line is bad.
        pub all_bad: (&'static str, &'static str),
        /// Where the browser could not read the file.
        pub unreadable: (&'static str, &'static str),
        /// The button that takes the recipients, while there are none to take.
        pub take_none: &'static str,
        /// Button: back to generated recipients.
        pub back_to_generated: &'static str,
        /// Said of work that goes on.
        pub counting: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Import {
    lang.words(&en::WORDS, &sv::WORDS)
}

/// Why nothing of a file can be taken, and what to do about it.
pub fn told(lang: Lang, error: &ImportError) -> Told {
    match lang.wording() {
        Wording::En => en::error(lang, error),
        Wording::Sv => sv::error(error),
    }
}

/// Why a line cannot be taken, and what to do about it.
pub fn row(lang: Lang, problem: &RowProblem) -> Told {
    match lang.wording() {
        Wording::En => en::row(lang, problem),
        Wording::Sv => sv::row(problem),
    }
}

/// Why a line cannot be taken, after its number: `Line 12: “ann” is not an e-mail address.`
pub fn bad_row(lang: Lang, bad: &BadRow) -> String {
    format!("{} {}: {}", lang.pick("Line", "Rad"), number(lang, bad.line), row(lang, &bad.reason).what)
}

/// Said while a file is being read.
pub fn reading(lang: Lang, name: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Reading {name}…", name),
        Wording::Sv => format!("Läser {name}…"),
    }
}

/// Said above the reason where a file was refused; all else is as it was.
pub fn refused(lang: Lang, name: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "{name} cannot be used. Your recipients are as they were.", name),
        Wording::Sv => format!("{name} kan inte användas. Dina mottagare är som de var."),
    }
}

/// How many recipients can be taken and how many lines cannot.
pub fn outcome(lang: Lang, good: u64, bad: u64) -> String {
    match lang.wording() {
        Wording::En => en::outcome(lang, good, bad),
        Wording::Sv => sv::outcome(good, bad),
    }
}

/// The button that takes the recipients.
pub fn take(lang: Lang, good: u64) -> String {
    match (lang.wording(), good) {
        (Wording::En, 1) => say!(lang, "Use this 1 recipient").to_owned(),
        (Wording::En, _) => say!(lang, "Use these {good} recipients", good = number(lang, good)),
        (Wording::Sv, 1) => "Använd denna enda mottagare".to_owned(),
        (Wording::Sv, _) => format!("Använd dessa {} mottagare", number(lang, good)),
    }
}

/// How many of the bad lines are shown, where not all are.
pub fn first_of(lang: Lang, shown: u64, total: u64) -> String {
    let (shown, total) = (number(lang, shown), number(lang, total));
    match lang.wording() {
        Wording::En => say!(lang, "the first {shown} of {total}", shown, total),
        Wording::Sv => format!("de första {shown} av {total}"),
    }
}

/// The recipients there are now: of a file, or generated.
pub fn present(lang: Lang, count: u64, file: Option<&str>) -> String {
    match (lang.wording(), file) {
        (Wording::En, Some(file)) => {
            say!(
                lang,
                "Now: {recipients} from {file}.",
                recipients = counted(lang, count, "recipient", "recipients"),
                file
            )
        }
        (Wording::En, None) => {
            say!(
                lang,
                "Now: {recipients}.",
                recipients = counted(lang, count, "generated recipient", "generated recipients")
            )
        }
        (Wording::Sv, Some(file)) => format!("Nu: {} mottagare ur {file}.", number(lang, count)),
        (Wording::Sv, None) => {
            format!("Nu: {}.", counted_sv(count, "genererad mottagare", "genererade mottagare"))
        }
    }
}

/// Switch: invented people go on joining and changing each week.
pub fn go_on_changing(lang: Lang, joins: u64) -> String {
    let joins = number(lang, joins);
    match lang.wording() {
        Wording::En => {
            say!(lang, "Let invented people join ({joins} a week), and people move and opt out", joins)
        }
        Wording::Sv => format!(
            "Låt påhittade personer tillkomma ({joins} i veckan) och folk flytta och avregistrera sig"
        ),
    }
}

/// Names the choice of what a column becomes.
pub fn becomes(lang: Lang, header: &str) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "“{header}” becomes", header),
        Wording::Sv => format!("”{header}” blir"),
    }
}

/// What an attribute of the file's own may hold.
pub fn new_kind(lang: Lang, kind: AttributeKind) -> String {
    let (word, held) = (lang.pick("New", "Ny"), condition::kind(lang, kind));
    format!("{word}: {held}")
}

/// A standard attribute as a choice.
pub fn standard_attribute(lang: Lang, name: &str) -> String {
    capitalized(condition::attribute(lang, name))
}

/// How a file writes its letters.
pub const fn encoding(encoding: Encoding) -> &'static str {
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16 LE",
        Encoding::Utf16Be => "UTF-16 BE",
        Encoding::Latin1 => "Latin-1",
    }
}

/// What stands between values.
pub fn delimiter(lang: Lang, delimiter: Delimiter) -> &'static str {
    match delimiter {
        Delimiter::Comma => lang.pick("Comma", "Komma"),
        Delimiter::Semicolon => lang.pick("Semicolon", "Semikolon"),
        Delimiter::Tab => lang.pick("Tab", "Tabb"),
    }
}

/// Whole megabytes, rounded up.
fn megabytes(lang: Lang, bytes: u64) -> String {
    format!("{} MB", number(lang, bytes.div_ceil(1 << 20)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::import::{Limits, import_file};

    #[test]
    fn the_examples_are_taken_whole() {
        for lang in Lang::WRITTEN {
            let imported =
                import_file(of(lang).example_file.as_bytes(), "a.csv", &Limits::default()).unwrap();
            assert_eq!((imported.good_rows, imported.bad_total), (5, 0));
            let custom = imported.people.columns.iter().filter(|column| column.attribute == "email").count();
            assert_eq!((custom, imported.people.columns.len()), (1, 7));
        }
    }

    #[test]
    fn outcomes_follow_the_number() {
        assert_eq!(outcome(Lang::En, 99_874, 126), "99,874 recipients can be taken, 126 lines cannot.");
        assert_eq!(outcome(Lang::En, 1, 1), "1 recipient can be taken, 1 line cannot.");
        assert_eq!(outcome(Lang::En, 5, 0), "All 5 recipients can be taken.");
        assert_eq!(outcome(Lang::Sv, 2, 1), "2 mottagare kan tas in, men inte 1 rad.");
        assert_eq!(take(Lang::Sv, 1_000), "Använd dessa 1\u{a0}000 mottagare");
    }

    #[test]
    fn a_line_says_why_it_is_left_out() {
        let file = b"email,points\nann,1\nbo@example.com,2\nbo@example.com,3\n";
        let imported = import_file(file, "a.csv", &Limits::default()).unwrap();
        let rows: Vec<_> = imported.bad_rows.iter().map(|bad| bad_row(Lang::En, bad)).collect();
        assert_eq!(
            rows,
            ["Line 2: “ann” is not an e-mail address.", "Line 4: “bo@example.com” is already on line 3."]
        );
    }

    #[test]
    fn sizes_are_told_in_megabytes() {
        let told = told(Lang::En, &ImportError::TooLarge { bytes: 641_000_000, limit: 256 << 20 });
        assert_eq!(told.what, "The file has 612 MB; the lab reads up to 256 MB.");
    }
}
