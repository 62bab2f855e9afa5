//! Why a file of recipients, or a row of it, cannot be imported, in both languages.

use super::Lang;
use super::condition::attribute;
use super::format::{number, quoted};
use super::told::Told;
use crate::people::import::{BadRow, BinaryKind, ImportError, RowProblem};

/// Why nothing of a file can be imported and what to do about it.
pub fn told(lang: Lang, problem: &ImportError) -> Told {
    match lang {
        Lang::En => english(problem),
        Lang::Sv => swedish(problem),
    }
}

fn english(problem: &ImportError) -> Told {
    let number = |count: u64| number(Lang::En, count);
    match problem {
        ImportError::TooLarge { bytes, limit } => Told::new(
            format!("The file has {} bytes; the lab reads up to {}.", number(*bytes), number(*limit)),
            "Split it, or leave columns out.",
        ),
        ImportError::NotText { looks_like } => Told::new(
            format!("The file is not text: it looks like {}.", binary(Lang::En, *looks_like)),
            "Save it as CSV in the program it comes from.",
        ),
        ImportError::NoRows => Told::new("The file has no rows.", "Choose a file with recipients in it."),
        ImportError::LimitReached { rows, limit } => Told::new(
            format!("The file has {} rows or more; the lab keeps up to {}.", number(*rows), number(*limit)),
            "Split the file, or take a sample of it.",
        ),
        ImportError::TooManyColumns { columns, limit } => Told::new(
            format!("The file has {columns} columns; the lab reads up to {limit}."),
            "Leave columns out.",
        ),
        ImportError::TargetTwice { attribute: name } => Told::new(
            format!("Two columns are mapped to “{}”.", attribute(Lang::En, name)),
            "Map one of them to something else, or leave it out.",
        ),
        ImportError::UnknownTarget { attribute: name } => Told::new(
            format!("A column is mapped to “{name}”, which recipients do not have."),
            "Choose an attribute from the list.",
        ),
    }
}

fn swedish(problem: &ImportError) -> Told {
    let number = |count: u64| number(Lang::Sv, count);
    match problem {
        ImportError::TooLarge { bytes, limit } => Told::new(
            format!("Filen har {} byte; labbet läser högst {}.", number(*bytes), number(*limit)),
            "Dela upp den, eller utelämna kolumner.",
        ),
        ImportError::NotText { looks_like } => Told::new(
            format!("Filen är inte text: den ser ut som {}.", binary(Lang::Sv, *looks_like)),
            "Spara den som CSV i programmet den kommer från.",
        ),
        ImportError::NoRows => Told::new("Filen har inga rader.", "Välj en fil med mottagare i."),
        ImportError::LimitReached { rows, limit } => Told::new(
            format!("Filen har minst {} rader; labbet rymmer högst {}.", number(*rows), number(*limit)),
            "Dela upp filen, eller ta ett urval av den.",
        ),
        ImportError::TooManyColumns { columns, limit } => Told::new(
            format!("Filen har {columns} kolumner; labbet läser högst {limit}."),
            "Utelämna kolumner.",
        ),
        ImportError::TargetTwice { attribute: name } => Told::new(
            format!("Två kolumner går till ”{}”.", attribute(Lang::Sv, name)),
            "Välj något annat för den ena, eller utelämna den.",
        ),
        ImportError::UnknownTarget { attribute: name } => Told::new(
            format!("En kolumn går till ”{name}”, som mottagare inte har."),
            "Välj ett attribut ur listan.",
        ),
    }
}

const fn binary(lang: Lang, kind: BinaryKind) -> &'static str {
    match kind {
        BinaryKind::ZipOrSpreadsheet => {
            lang.pick("a spreadsheet or a zip file", "ett kalkylark eller en zip-fil")
        }
        BinaryKind::OldSpreadsheet => lang.pick("an older spreadsheet", "ett äldre kalkylark"),
        BinaryKind::Pdf => lang.pick("a PDF document", "ett PDF-dokument"),
        BinaryKind::Image => lang.pick("a picture", "en bild"),
        BinaryKind::Compressed => lang.pick("a compressed file", "en komprimerad fil"),
        BinaryKind::Other => lang.pick("data of another program", "data från ett annat program"),
    }
}

/// A row that was left out, with its line: `Line 12: “ann” is not an e-mail address.`
pub fn bad_row(lang: Lang, row: &BadRow) -> String {
    let why = row_problem(lang, &row.reason);
    match lang {
        Lang::En => format!("Line {}: {why}", number(lang, row.line)),
        Lang::Sv => format!("Rad {}: {why}", number(lang, row.line)),
    }
}

/// Why a row was left out, as a whole sentence.
pub fn row_problem(lang: Lang, problem: &RowProblem) -> String {
    let quote = |text: &str| quoted(lang, text);
    match (problem, lang) {
        (RowProblem::WrongFieldCount { expected, found }, Lang::En) => {
            format!("The row has {found} values for {expected} columns.")
        }
        (RowProblem::WrongFieldCount { expected, found }, Lang::Sv) => {
            format!("Raden har {found} värden för {expected} kolumner.")
        }
        (RowProblem::Blank, _) => lang.pick("The row is empty.", "Raden är tom.").into(),
        (RowProblem::UnclosedQuote, _) => {
            lang.pick("A quotation mark is not closed.", "Ett citattecken saknar avslutning.").into()
        }
        (RowProblem::TooLong { column, limit }, Lang::En) => {
            format!(
                "The value of {} is longer than {} characters.",
                quote(column),
                number(lang, *limit as u64)
            )
        }
        (RowProblem::TooLong { column, limit }, Lang::Sv) => {
            format!("Värdet i {} är längre än {} tecken.", quote(column), number(lang, *limit as u64))
        }
        (RowProblem::InvalidEmail { value }, Lang::En) => {
            format!("{} is not an e-mail address.", quote(value))
        }
        (RowProblem::InvalidEmail { value }, Lang::Sv) => format!("{} är ingen e-postadress.", quote(value)),
        (RowProblem::DuplicateEmail { value, first_line }, Lang::En) => {
            format!("{} is already on line {}.", quote(value), number(lang, *first_line))
        }
        (RowProblem::DuplicateEmail { value, first_line }, Lang::Sv) => {
            format!("{} finns redan på rad {}.", quote(value), number(lang, *first_line))
        }
        (RowProblem::UnreadableDate { column, value }, Lang::En) => {
            format!("{} in {} is not a date.", quote(value), quote(column))
        }
        (RowProblem::UnreadableDate { column, value }, Lang::Sv) => {
            format!("{} i {} är inget datum.", quote(value), quote(column))
        }
        (RowProblem::NotANumber { column, value }, Lang::En) => {
            format!("{} in {} is not a whole number.", quote(value), quote(column))
        }
        (RowProblem::NotANumber { column, value }, Lang::Sv) => {
            format!("{} i {} är inget heltal.", quote(value), quote(column))
        }
        (RowProblem::NotAFlag { column, value }, Lang::En) => {
            format!("{} in {} is neither yes nor no.", quote(value), quote(column))
        }
        (RowProblem::NotAFlag { column, value }, Lang::Sv) => {
            format!("{} i {} är varken ja eller nej.", quote(value), quote(column))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::import::{Limits, import_file};

    #[test]
    fn rows_and_files_say_why_they_are_left_out() {
        let file = b"email,points\nann,1\nbo@example.com,2\nbo@example.com,3\n";
        let imported = import_file(file, "a.csv", &Limits::default()).unwrap();
        let rows: Vec<_> = imported.bad_rows.iter().map(|row| bad_row(Lang::En, row)).collect();
        assert_eq!(
            rows,
            ["Line 2: “ann” is not an e-mail address.", "Line 4: “bo@example.com” is already on line 3."]
        );
        let problem = import_file(b"PK\x03\x04\x00\x00", "a.xlsx", &Limits::default()).unwrap_err();
        assert_eq!(
            told(Lang::Sv, &problem).line(),
            "Filen är inte text: den ser ut som ett kalkylark eller en zip-fil. Spara den som CSV i \
             programmet den kommer från."
        );
    }
}
