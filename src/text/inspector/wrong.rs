//! Why something typed in a form is not taken, as typed values, and the sentences for it.

use crate::text::lang::Wording;
use crate::text::lang::say;
use chrono::NaiveDate;

use crate::text::Lang;
use crate::text::format::{number, plain_date, quoted};
use crate::text::told::Told;

/// Why something typed is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// There must be something.
    Empty,
    /// Not a whole number.
    NotANumber {
        /// What was typed.
        typed: String,
        /// The smallest number allowed.
        from: i64,
        /// The largest number allowed.
        to: i64,
    },
    /// A whole number, but too small or too large.
    OutOfRange {
        /// The smallest number allowed.
        from: i64,
        /// The largest number allowed.
        to: i64,
    },
    /// Not a time of day.
    NotATime {
        /// What was typed.
        typed: String,
    },
    /// Not a date.
    NotADate,
    /// A date, but too early or too late.
    DateOutside {
        /// The first day allowed.
        from: NaiveDate,
        /// The last day allowed.
        to: NaiveDate,
    },
    /// Not a percentage from 0 to 100 with at most two decimals.
    NotAPercentage {
        /// What was typed.
        typed: String,
    },
    /// A label script has a part in braces that stands for nothing.
    UnknownPlaceholder {
        /// The part with its braces, or from an open brace to the end.
        found: String,
    },
    /// Another output of the activity has the name.
    NameTaken {
        /// The name.
        name: String,
    },
    /// Not a web address.
    NotAnAddress,
}

/// What is wrong and what to do about it.
pub fn told(lang: Lang, wrong: &Wrong) -> Told {
    match lang.wording() {
        Wording::En => told_en(lang, wrong),
        Wording::Sv => told_sv(wrong),
    }
}

fn told_en(lang: Lang, wrong: &Wrong) -> Told {
    match wrong {
        Wrong::Empty => {
            Told::new(say!(lang, "This cannot be empty."), say!(lang, "Enter something, or press Escape."))
        }
        Wrong::NotANumber { typed, from, to } => Told::new(
            say!(lang, "{typed} is not a whole number.", typed = quoted(lang, typed)),
            say!(
                lang,
                "Enter one from {least} to {most}.",
                least = signed(lang, *from),
                most = signed(lang, *to)
            ),
        ),
        Wrong::OutOfRange { from, to } => Told::new(
            say!(lang, "That number is out of range."),
            say!(
                lang,
                "Enter one from {least} to {most}.",
                least = signed(lang, *from),
                most = signed(lang, *to)
            ),
        ),
        Wrong::NotATime { typed } => Told::new(
            say!(lang, "{typed} is not a time of day.", typed = quoted(lang, typed)),
            say!(lang, "Enter one from 00:00 to 23:59."),
        ),
        Wrong::NotADate => {
            Told::new(say!(lang, "This is not a date."), say!(lang, "Enter a day, month and year."))
        }
        Wrong::DateOutside { from, to } => Told::new(
            say!(lang, "That day does not fit here."),
            say!(
                lang,
                "Choose one from {from} to {to}.",
                from = plain_date(lang, *from),
                to = plain_date(lang, *to)
            ),
        ),
        Wrong::NotAPercentage { typed } => Told::new(
            say!(lang, "{typed} is not a percentage.", typed = quoted(lang, typed)),
            say!(lang, "Enter a number from 0 to 100 with at most two decimals, such as 1.4."),
        ),
        Wrong::UnknownPlaceholder { found } => Told::new(
            say!(lang, "{found} stands for nothing.", found = quoted(lang, found)),
            say!(lang, "Use {yyyy}, {mm}, {dd} or {ww}."),
        ),
        Wrong::NameTaken { name } => Told::new(
            say!(lang, "Another output is called {name}.", name = quoted(lang, name)),
            say!(lang, "Enter another name, since a transition is told by it."),
        ),
        Wrong::NotAnAddress => Told::new(
            say!(lang, "This is not a web address."),
            say!(lang, "Enter one that begins with https://, without spaces."),
        ),
    }
}

fn told_sv(wrong: &Wrong) -> Told {
    const LANG: Lang = Lang::Sv;
    match wrong {
        Wrong::Empty => Told::new("Det här får inte vara tomt.", "Skriv något, eller tryck på Escape."),
        Wrong::NotANumber { typed, from, to } => Told::new(
            format!("{} är inte ett heltal.", quoted(LANG, typed)),
            format!("Ange ett från {} till {}.", signed(LANG, *from), signed(LANG, *to)),
        ),
        Wrong::OutOfRange { from, to } => Told::new(
            "Talet är för litet eller för stort.",
            format!("Ange ett från {} till {}.", signed(LANG, *from), signed(LANG, *to)),
        ),
        Wrong::NotATime { typed } => Told::new(
            format!("{} är inte ett klockslag.", quoted(LANG, typed)),
            "Ange ett från 00:00 till 23:59.",
        ),
        Wrong::NotADate => Told::new("Det här är inte ett datum.", "Ange dag, månad och år."),
        Wrong::DateOutside { from, to } => Told::new(
            "Den dagen passar inte här.",
            format!("Välj en från {} till {}.", plain_date(LANG, *from), plain_date(LANG, *to)),
        ),
        Wrong::NotAPercentage { typed } => Told::new(
            format!("{} är inte en procentsats.", quoted(LANG, typed)),
            "Ange ett tal från 0 till 100 med högst två decimaler, till exempel 1,4.",
        ),
        Wrong::UnknownPlaceholder { found } => Told::new(
            format!("{} står inte för något.", quoted(LANG, found)),
            "Använd {yyyy}, {mm}, {dd} eller {ww}.",
        ),
        Wrong::NameTaken { name } => Told::new(
            format!("En annan utgång heter {}.", quoted(LANG, name)),
            "Ange ett annat namn, eftersom övergången känns igen på det.",
        ),
        Wrong::NotAnAddress => {
            Told::new("Det här är inte en webbadress.", "Ange en som börjar med https://, utan mellanslag.")
        }
    }
}

fn signed(lang: Lang, value: i64) -> String {
    let sign = if value < 0 { "−" } else { "" };
    format!("{sign}{}", number(lang, value.unsigned_abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_and_what_to_do_are_said_in_both_languages() {
        let wrong = Wrong::NotANumber { typed: "ten".into(), from: 1, to: 1_000 };
        assert_eq!(told(Lang::En, &wrong).line(), "“ten” is not a whole number. Enter one from 1 to 1,000.");
        assert_eq!(
            told(Lang::Sv, &wrong).line(),
            "”ten” är inte ett heltal. Ange ett från 1 till 1\u{a0}000."
        );
        assert_eq!(signed(Lang::En, -1_000), "−1,000");
    }
}
