//! The import of recipients in English.

use super::{Import, megabytes};
use crate::people::import::{BinaryKind, ImportError, RowProblem};
use crate::text::Lang;
use crate::text::condition::attribute;
use crate::text::format::{counted, number as grouped};
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

fn number(count: u64) -> String {
    grouped(Lang::En, count)
}

pub(super) fn outcome(good: u64, bad: u64) -> String {
    let recipients = counted(Lang::En, good, "recipient", "recipients");
    match bad {
        0 if good > 1 => format!("All {recipients} can be taken."),
        0 => format!("{recipients} can be taken."),
        _ => format!("{recipients} can be taken, {} cannot.", counted(Lang::En, bad, "line", "lines")),
    }
}

pub(super) fn error(error: &ImportError) -> Told {
    match error {
        ImportError::TooLarge { bytes, limit } => Told::new(
            format!(
                "The file has {}; the lab reads up to {}.",
                megabytes(Lang::En, *bytes),
                megabytes(Lang::En, *limit)
            ),
            "Split it, or leave out columns you do not need.",
        ),
        ImportError::NotText { looks_like } => not_text(*looks_like),
        ImportError::NoRows => {
            Told::new("The file is empty.", "Choose a file with one line for each recipient.")
        }
        ImportError::LimitReached { rows, limit } => Told::new(
            format!(
                "The file has at least {} recipients; the lab takes up to {}, so none were taken.",
                number(*rows),
                number(*limit)
            ),
            "Take a part of the file, such as its first 100,000 lines.",
        ),
        ImportError::TooManyColumns { columns, limit } => Told::new(
            format!(
                "The file has {} columns; the lab reads up to {}.",
                number(*columns as u64),
                number(*limit as u64)
            ),
            "Leave out columns you do not need, or check the delimiter.",
        ),
        ImportError::TargetTwice { attribute: name } => Told::new(
            format!("Two columns become “{}”.", attribute(Lang::En, name)),
            "Let one of them become something else, or leave it out.",
        ),
        ImportError::UnknownTarget { attribute } => Told::new(
            format!("There is no attribute called “{attribute}”."),
            "Let the column become something else.",
        ),
    }
}

fn not_text(looks_like: BinaryKind) -> Told {
    let save_as = "Open it in your spreadsheet program and save it as CSV.";
    let export = "Export the recipients as CSV from the program they come from.";
    match looks_like {
        BinaryKind::ZipOrSpreadsheet => {
            Told::new("This is a spreadsheet or a zip archive, not a CSV file.", save_as)
        }
        BinaryKind::OldSpreadsheet => Told::new("This is an old spreadsheet, not a CSV file.", save_as),
        BinaryKind::Pdf => Told::new("This is a PDF document, not a CSV file.", export),
        BinaryKind::Image => Told::new("This is a picture, not a CSV file.", export),
        BinaryKind::Compressed => {
            Told::new("This is a compressed file.", "Unpack it and choose the CSV file in it.")
        }
        BinaryKind::Other => Told::new("This is not a text file.", export),
    }
}

pub(super) fn row(problem: &RowProblem) -> Told {
    match problem {
        RowProblem::WrongFieldCount { expected, found } => Told::new(
            format!(
                "{} instead of {}.",
                counted(Lang::En, *found as u64, "value", "values"),
                number(*expected as u64)
            ),
            if found < expected {
                "Add what is missing, even if it is empty."
            } else {
                "Put quotation marks around a value that contains the delimiter."
            },
        ),
        RowProblem::Blank => Told::new("Nothing but delimiters.", "Take the line out."),
        RowProblem::UnclosedQuote => {
            Told::new("A quotation mark opens a value and is never closed.", "Close it, or take it out.")
        }
        RowProblem::TooLong { column, limit } => Told::new(
            format!("“{column}” is longer than {} characters.", number(*limit as u64)),
            "Shorten it, or leave the column out.",
        ),
        RowProblem::InvalidEmail { value } => {
            Told::new(format!("“{value}” is not an e-mail address."), "Correct it, or leave it empty.")
        }
        RowProblem::DuplicateEmail { value, first_line } => Told::new(
            format!("“{value}” is already on line {}.", number(*first_line)),
            "Keep one of the two lines.",
        ),
        RowProblem::UnreadableDate { column, value } => Told::new(
            format!("“{value}” in “{column}” is not a date."),
            "Write it as 2001-12-31, or let the column become a text.",
        ),
        RowProblem::NotANumber { column, value } => Told::new(
            format!("“{value}” in “{column}” is not a whole number."),
            "Write digits alone, or let the column become a text.",
        ),
        RowProblem::NotAFlag { column, value } => Told::new(
            format!("“{value}” in “{column}” is neither yes nor no."),
            "Write yes or no, or let the column become a text.",
        ),
    }
}
