//! The import of recipients in English.

use super::{Import, megabytes};
use crate::people::import::{BinaryKind, ImportError, RowProblem};
use crate::text::Lang;
use crate::text::condition::attribute;
use crate::text::format::{counted, number as grouped};
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) const WORDS: Import = Import {
    heading: "Recipients from a file",
    close: "Close",
    intro: "Use your own recipients from a CSV file: one line for each, with columns such as e-mail, first \
            name and town. The file is read in this page and sent nowhere.",
    choose: "Choose a CSV file",
    choose_other: "Choose another file",
    or_drop: "or drop it here",
    example: "An example file",
    example_name: "recipients.csv",
    example_file: "E-mail,First name,Last name,Date of birth,Town,Newsletter,Shoe size\r\n\
        ada.lind@example.com,Ada,Lind,1988-04-12,Uppsala,yes,38\r\n\
        bo.krantz@example.com,Bo,Krantz,1975-11-30,Lund,yes,43\r\n\
        eva.sand@example.com,Eva,Sand,2001-02-28,Malmö,no,40\r\n\
        ali.berg@example.com,Ali,Berg,1993-07-05,Umeå,yes,44\r\n\
        mia.holm@example.com,Mia,Holm,1966-09-21,\"Göteborg, Haga\",no,37\r\n",
    encoding: "Encoding",
    delimiter: "Delimiter",
    rows: "Rows",
    has_header: "The first line has the column names",
    mapping: "What the columns become",
    mapping_columns: ["In the file", "First values", "Becomes"],
    standard: "Attribute of every recipient",
    new: "New attribute",
    leave_out: "Leave out",
    bad_lines: "Lines that cannot be taken",
    bad_columns: ["Line", "What is wrong"],
    only_header: (
        "The file has column names, but no recipients below them.",
        "Add one line for each recipient. If the first line is a recipient, take the tick above away.",
    ),
    all_bad: ("None of the lines can be taken.", "See below what is wrong with them."),
    unreadable: (
        "The browser could not read it.",
        "Check that it is a file, not a folder, and that it is still there; then choose it again.",
    ),
    take_none: "No recipients to use yet",
    back_to_generated: "Back to generated recipients",
    counting: "Counting…",
};

fn number(lang: Lang, count: u64) -> String {
    grouped(lang, count)
}

pub(super) fn outcome(lang: Lang, good: u64, bad: u64) -> String {
    let recipients = counted(lang, good, "recipient", "recipients");
    match bad {
        0 if good > 1 => say!(lang, "All {recipients} can be taken.", recipients),
        0 => say!(lang, "{recipients} can be taken.", recipients),
        _ => say!(
            lang,
            "{recipients} can be taken, {lines} cannot.",
            recipients,
            lines = counted(lang, bad, "line", "lines")
        ),
    }
}

pub(super) fn error(lang: Lang, error: &ImportError) -> Told {
    match error {
        ImportError::TooLarge { bytes, limit } => Told::new(
            say!(
                lang,
                "The file has {bytes}; the lab reads up to {limit}.",
                bytes = megabytes(lang, *bytes),
                limit = megabytes(lang, *limit)
            ),
            say!(lang, "Split it, or leave out columns you do not need."),
        ),
        ImportError::NotText { looks_like } => not_text(lang, *looks_like),
        ImportError::NoRows => Told::new(
            say!(lang, "The file is empty."),
            say!(lang, "Choose a file with one line for each recipient."),
        ),
        ImportError::LimitReached { rows, limit } => Told::new(
            say!(
                lang,
                "The file has at least {rows} recipients; the lab takes up to {limit}, so none were taken.",
                rows = number(lang, *rows),
                limit = number(lang, *limit)
            ),
            say!(lang, "Take a part of the file, such as its first 100,000 lines."),
        ),
        ImportError::TooManyColumns { columns, limit } => Told::new(
            say!(
                lang,
                "The file has {columns} columns; the lab reads up to {limit}.",
                columns = number(lang, *columns as u64),
                limit = number(lang, *limit as u64)
            ),
            say!(lang, "Leave out columns you do not need, or check the delimiter."),
        ),
        ImportError::TargetTwice { attribute: name } => Told::new(
            say!(lang, "Two columns become “{name}”.", name = attribute(lang, name)),
            say!(lang, "Let one of them become something else, or leave it out."),
        ),
        ImportError::UnknownTarget { attribute } => Told::new(
            say!(lang, "There is no attribute called “{attribute}”.", attribute),
            say!(lang, "Let the column become something else."),
        ),
    }
}

fn not_text(lang: Lang, looks_like: BinaryKind) -> Told {
    let save_as = say!(lang, "Open it in your spreadsheet program and save it as CSV.");
    let export = say!(lang, "Export the recipients as CSV from the program they come from.");
    match looks_like {
        BinaryKind::ZipOrSpreadsheet => {
            Told::new(say!(lang, "This is a spreadsheet or a zip archive, not a CSV file."), save_as)
        }
        BinaryKind::OldSpreadsheet => {
            Told::new(say!(lang, "This is an old spreadsheet, not a CSV file."), save_as)
        }
        BinaryKind::Pdf => Told::new(say!(lang, "This is a PDF document, not a CSV file."), export),
        BinaryKind::Image => Told::new(say!(lang, "This is a picture, not a CSV file."), export),
        BinaryKind::Compressed => Told::new(
            say!(lang, "This is a compressed file."),
            say!(lang, "Unpack it and choose the CSV file in it."),
        ),
        BinaryKind::Other => Told::new(say!(lang, "This is not a text file."), export),
    }
}

pub(super) fn row(lang: Lang, problem: &RowProblem) -> Told {
    match problem {
        RowProblem::WrongFieldCount { expected, found } => Told::new(
            say!(
                lang,
                "{values} instead of {expected}.",
                values = counted(lang, *found as u64, "value", "values"),
                expected = number(lang, *expected as u64)
            ),
            if found < expected {
                say!(lang, "Add what is missing, even if it is empty.")
            } else {
                say!(lang, "Put quotation marks around a value that contains the delimiter.")
            },
        ),
        RowProblem::Blank => {
            Told::new(say!(lang, "Nothing but delimiters."), say!(lang, "Take the line out."))
        }
        RowProblem::UnclosedQuote => Told::new(
            say!(lang, "A quotation mark opens a value and is never closed."),
            say!(lang, "Close it, or take it out."),
        ),
        RowProblem::TooLong { column, limit } => Told::new(
            say!(
                lang,
                "“{column}” is longer than {limit} characters.",
                column,
                limit = number(lang, *limit as u64)
            ),
            say!(lang, "Shorten it, or leave the column out."),
        ),
        RowProblem::InvalidEmail { value } => Told::new(
            say!(lang, "“{value}” is not an e-mail address.", value),
            say!(lang, "Correct it, or leave it empty."),
        ),
        RowProblem::DuplicateEmail { value, first_line } => Told::new(
            say!(lang, "“{value}” is already on line {line}.", value, line = number(lang, *first_line)),
            say!(lang, "Keep one of the two lines."),
        ),
        RowProblem::UnreadableDate { column, value } => Told::new(
            say!(lang, "“{value}” in “{column}” is not a date.", value, column),
            say!(lang, "Write it as 2001-12-31, or let the column become a text."),
        ),
        RowProblem::NotANumber { column, value } => Told::new(
            say!(lang, "“{value}” in “{column}” is not a whole number.", value, column),
            say!(lang, "Write digits alone, or let the column become a text."),
        ),
        RowProblem::NotAFlag { column, value } => Told::new(
            say!(lang, "“{value}” in “{column}” is neither yes nor no.", value, column),
            say!(lang, "Write yes or no, or let the column become a text."),
        ),
    }
}
