//! What is wrong with the recipients of a scenario, in both languages.

use crate::people::PopulationProblem;
use crate::text::Lang;
use crate::text::condition::{attribute, kind};
use crate::text::format::number;
use crate::text::told::Told;

/// What is wrong with a population and what to do about it.
pub fn told(lang: Lang, problem: &PopulationProblem) -> Told {
    match lang {
        Lang::En => english(problem),
        Lang::Sv => swedish(problem),
    }
}

fn english(problem: &PopulationProblem) -> Told {
    let number = |count: u64| number(Lang::En, count);
    let name = |name: &str| format!("“{}”", attribute(Lang::En, name));
    match problem {
        PopulationProblem::Empty => Told::new(
            "There are no recipients, and nobody will join.",
            "Set the number of recipients to at least 1, or import some.",
        ),
        PopulationProblem::TooMany { people, limit } => Told::new(
            format!("{} recipients are more than the lab keeps.", number((*people).into())),
            format!("Use at most {}.", number((*limit).into())),
        ),
        PopulationProblem::TooManyPerWeek { field, number: asked, limit } => Told::new(
            format!("{} people {} each week; that is too many.", number((*asked).into()), weekly_en(field)),
            format!("Choose at most {} a week.", number((*limit).into())),
        ),
        PopulationProblem::TooManyChanges { changes, limit } => Told::new(
            format!("The weeks would bring {} changes of recipients.", number(*changes)),
            format!("Simulate fewer weeks or have fewer changes a week: at most {} in all.", number(*limit)),
        ),
        PopulationProblem::ColumnTwice { attribute } => Told::new(
            format!("Two columns of the recipients hold {}.", name(attribute)),
            "Take one of them out, or import the recipients again.",
        ),
        PopulationProblem::WrongKind { attribute, expected, found } => Told::new(
            format!(
                "The column {} holds {}, but it must hold {}.",
                name(attribute),
                kind(Lang::En, *found),
                kind(Lang::En, *expected)
            ),
            "Correct its kind in the file, or import the recipients again.",
        ),
        PopulationProblem::WrongLength { attribute, expected, found } => Told::new(
            format!(
                "The column {} has {} values for {} recipients.",
                name(attribute),
                number(*found),
                number((*expected).into())
            ),
            "Give it one line for each recipient, or import the recipients again.",
        ),
        PopulationProblem::UnreadableValue { attribute, row, value } => Told::new(
            format!("The value “{value}” of {} for recipient {row} cannot be read.", name(attribute)),
            "Correct it or empty it, or import the recipients again.",
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

fn weekly_en(field: &str) -> &str {
    match field {
        "joinsPerWeek" => "join",
        "movesPerWeek" => "move",
        "editsPerWeek" => "have their profile edited",
        "unsubscribesPerWeek" => "opt out",
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
