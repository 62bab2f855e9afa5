//! What is wrong with the recipients of a scenario, in both languages.

use crate::people::PopulationProblem;
use crate::text::Lang;
use crate::text::condition::{attribute, kind};
use crate::text::format::{number, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

/// What is wrong with a population and what to do about it.
pub fn told(lang: Lang, problem: &PopulationProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, problem),
        Wording::Sv => swedish(problem),
    }
}

fn english(lang: Lang, problem: &PopulationProblem) -> Told {
    let number = |count: u64| number(lang, count);
    let name = |name: &str| quoted(lang, attribute(lang, name));
    match problem {
        PopulationProblem::Empty => Told::new(
            say!(lang, "There are no recipients, and nobody will join."),
            say!(lang, "Set the number of recipients to at least 1, or import some."),
        ),
        PopulationProblem::TooMany { people, limit } => Told::new(
            say!(lang, "{people} recipients are more than the lab keeps.", people = number((*people).into())),
            say!(lang, "Use at most {limit}.", limit = number((*limit).into())),
        ),
        PopulationProblem::TooManyPerWeek { field, number: asked, limit } => Told::new(
            say!(
                lang,
                "{asked} people {what} each week; that is too many.",
                asked = number((*asked).into()),
                what = weekly_en(lang, field)
            ),
            say!(lang, "Choose at most {limit} a week.", limit = number((*limit).into())),
        ),
        PopulationProblem::TooManyChanges { changes, limit } => Told::new(
            say!(lang, "The weeks would bring {changes} changes of recipients.", changes = number(*changes)),
            say!(
                lang,
                "Simulate fewer weeks or have fewer changes a week: at most {limit} in all.",
                limit = number(*limit)
            ),
        ),
        PopulationProblem::ColumnTwice { attribute } => Told::new(
            say!(lang, "Two columns of the recipients hold {attribute}.", attribute = name(attribute)),
            say!(lang, "Take one of them out, or import the recipients again."),
        ),
        PopulationProblem::WrongKind { attribute, expected, found } => Told::new(
            say!(
                lang,
                "The column {attribute} holds {kind}, but it must hold {needed}.",
                attribute = name(attribute),
                kind = kind(lang, *found),
                needed = kind(lang, *expected)
            ),
            say!(lang, "Correct its kind in the file, or import the recipients again."),
        ),
        PopulationProblem::WrongLength { attribute, expected, found } => Told::new(
            say!(
                lang,
                "The column {attribute} has {found} values for {expected} recipients.",
                attribute = name(attribute),
                found = number(*found),
                expected = number((*expected).into())
            ),
            say!(lang, "Give it one line for each recipient, or import the recipients again."),
        ),
        PopulationProblem::UnreadableValue { attribute, row, value } => Told::new(
            say!(
                lang,
                "The value “{value}” of {attribute} for recipient {row} cannot be read.",
                value,
                attribute = name(attribute),
                row
            ),
            say!(lang, "Correct it or empty it, or import the recipients again."),
        ),
    }
}

fn swedish(problem: &PopulationProblem) -> Told {
    let number = |count: u64| number(Lang::Sv, count);
    let name = |name: &str| format!("”{}”", attribute(Lang::Sv, name));
    match problem {
        PopulationProblem::Empty => Told::new(
            "Det finns inga mottagare, och ingen tillkommer.",
            "Sätt antalet mottagare till minst 1, eller importera några.",
        ),
        PopulationProblem::TooMany { people, limit } => Told::new(
            format!("{} mottagare är fler än labbet klarar.", number((*people).into())),
            format!("Använd högst {}.", number((*limit).into())),
        ),
        PopulationProblem::TooManyPerWeek { field, number: asked, limit } => Told::new(
            format!(
                "{} personer {} varje vecka; det är för många.",
                number((*asked).into()),
                weekly_sv(field)
            ),
            format!("Välj högst {} i veckan.", number((*limit).into())),
        ),
        PopulationProblem::TooManyChanges { changes, limit } => Told::new(
            format!("Veckorna skulle ge {} ändringar av mottagare.", number(*changes)),
            format!(
                "Simulera färre veckor eller ha färre ändringar i veckan: högst {} sammanlagt.",
                number(*limit)
            ),
        ),
        PopulationProblem::ColumnTwice { attribute } => Told::new(
            format!("Två av mottagarnas kolumner innehåller {}.", name(attribute)),
            "Ta bort den ena, eller importera mottagarna igen.",
        ),
        PopulationProblem::WrongKind { attribute, expected, found } => Told::new(
            format!(
                "Kolumnen {} innehåller {} men ska innehålla {}.",
                name(attribute),
                kind(Lang::Sv, *found),
                kind(Lang::Sv, *expected)
            ),
            "Rätta dess typ i filen, eller importera mottagarna igen.",
        ),
        PopulationProblem::WrongLength { attribute, expected, found } => Told::new(
            format!(
                "Kolumnen {} har {} värden för {} mottagare.",
                name(attribute),
                number(*found),
                number((*expected).into())
            ),
            "Ge den en rad för varje mottagare, eller importera mottagarna igen.",
        ),
        PopulationProblem::UnreadableValue { attribute, row, value } => Told::new(
            format!("Värdet ”{value}” i {} för mottagare {row} går inte att läsa.", name(attribute)),
            "Rätta det eller lämna det tomt, eller importera mottagarna igen.",
        ),
    }
}

fn weekly_en(lang: Lang, field: &str) -> &str {
    match field {
        "joinsPerWeek" => say!(lang, "join"),
        "movesPerWeek" => say!(lang, "move"),
        "editsPerWeek" => say!(lang, "have their profile edited"),
        "unsubscribesPerWeek" => say!(lang, "opt out"),
        other => other,
    }
}

fn weekly_sv(field: &str) -> &str {
    match field {
        "joinsPerWeek" => "tillkommer",
        "movesPerWeek" => "flyttar",
        "editsPerWeek" => "får sin profil ändrad",
        "unsubscribesPerWeek" => "avregistrerar sig",
        other => other,
    }
}
