//! Findings about properties of the workflow, the Advanced tab and what is done during a run, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::{LifeProblem, Needs};
use crate::schedule::Zone;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{counted, counted_sv, number as grouped, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &LifeProblem) -> Told {
    match lang.wording() {
        Wording::En => english(lang, scenario, problem),
        Wording::Sv => swedish(scenario, problem),
    }
}

fn english(lang: Lang, scenario: &Scenario, problem: &LifeProblem) -> Told {
    match problem {
        LifeProblem::UnknownZone { zone } => Told::new(
            say!(lang, "The lab does not know the time zone {zone}.", zone = quoted(lang, zone)),
            say!(lang, "Choose one of these: {zones}.", zones = zones()),
        ),
        LifeProblem::ConsecutiveErrorsUnused => Told::new(
            say!(lang, "A number of consecutive errors is given, but no activity ignores errors."),
            say!(lang, "Set In case of error to Ignore, or set the number to 0."),
        ),
        LifeProblem::EmptyVariable => Told::new(
            say!(lang, "The initialization script assigns to a variable without a name."),
            say!(lang, "Give the variable a name, or delete the line."),
        ),
        LifeProblem::SetEmptyVariable { number } => Told::new(
            say!(lang, "Change {number} sets a variable without a name.", number),
            say!(lang, "Give the variable a name, or delete the change."),
        ),
        LifeProblem::WrongActivity { number, activity, needs } => {
            let needed = match needs {
                Needs::Schedule => say!(lang, "an activity with a schedule"),
                Needs::Delivery => say!(lang, "a delivery activity"),
            };
            Told::new(
                say!(
                    lang,
                    "Change {number} cannot be done to {activity}: it needs {needed}.",
                    number,
                    activity = place(lang, scenario, activity),
                    needed
                ),
                say!(lang, "Name {needed} in it, or delete the change.", needed),
            )
        }
        LifeProblem::DowntimeOutOfRange { number, hours } => Told::new(
            say!(
                lang,
                "In change {number} the server is down for {hours}.",
                number,
                hours = counted(lang, (*hours).into(), "hour", "hours")
            ),
            say!(lang, "Enter from 1 hour to 8,784 hours, which is a year."),
        ),
        LifeProblem::FailsNever { number } => Told::new(
            say!(lang, "In change {number} no task is to fail.", number),
            say!(lang, "Enter a number of tasks from 1 on, or delete the change."),
        ),
        LifeProblem::NoSuchRecipient { number, recipient, last } => Told::new(
            say!(
                lang,
                "In change {number} recipient {recipient} unsubscribes, who never exists.",
                number,
                recipient = grouped(lang, (*recipient).into())
            ),
            say!(lang, "Enter a recipient from 1 to {last}.", last = grouped(lang, (*last).into())),
        ),
        LifeProblem::EditedNeverFires { number, activity } => Told::new(
            say!(
                lang,
                "The schedule that change {number} gives {activity} has no launch from then on.",
                number,
                activity = place(lang, scenario, activity)
            ),
            say!(lang, "Choose a later date or a longer validity, or an earlier moment for the change."),
        ),
    }
}

fn swedish(scenario: &Scenario, problem: &LifeProblem) -> Told {
    let lang = Lang::Sv;
    match problem {
        LifeProblem::UnknownZone { zone } => Told::new(
            format!("Labbet känner inte till tidszonen {}.", quoted(lang, zone)),
            format!("Välj någon av dessa: {}.", zones()),
        ),
        LifeProblem::ConsecutiveErrorsUnused => Told::new(
            "Ett antal fel i följd är angivet, men ingen aktivitet ignorerar fel.",
            "Sätt Vid fel till Ignorera, eller sätt antalet till 0.",
        ),
        LifeProblem::EmptyVariable => Told::new(
            "Initieringsskriptet tilldelar en variabel utan namn.",
            "Ge variabeln ett namn, eller ta bort raden.",
        ),
        LifeProblem::SetEmptyVariable { number } => Told::new(
            format!("Ändring {number} sätter en variabel utan namn."),
            "Ge variabeln ett namn, eller ta bort ändringen.",
        ),
        LifeProblem::WrongActivity { number, activity, needs } => {
            let needed = match needs {
                Needs::Schedule => "en aktivitet med schema",
                Needs::Delivery => "en leveransaktivitet",
            };
            Told::new(
                format!(
                    "Ändring {number} går inte att göra med {}: den kräver {needed}.",
                    place(lang, scenario, activity)
                ),
                format!("Ange {needed} i den, eller ta bort ändringen."),
            )
        }
        LifeProblem::DowntimeOutOfRange { number, hours } => Told::new(
            format!(
                "I ändring {number} är servern nere i {}.",
                counted_sv((*hours).into(), "timme", "timmar")
            ),
            "Ange från 1 timme till 8 784 timmar, som är ett år.",
        ),
        LifeProblem::FailsNever { number } => Told::new(
            format!("I ändring {number} ska ingen uppgift misslyckas."),
            "Ange ett antal uppgifter från 1 och uppåt, eller ta bort ändringen.",
        ),
        LifeProblem::NoSuchRecipient { number, recipient, last } => Told::new(
            format!(
                "I ändring {number} avregistrerar sig mottagare {}, som aldrig finns.",
                grouped(lang, (*recipient).into())
            ),
            format!("Ange en mottagare från 1 till {}.", grouped(lang, (*last).into())),
        ),
        LifeProblem::EditedNeverFires { number, activity } => Told::new(
            format!(
                "Schemat som ändring {number} ger {} har ingen start från och med då.",
                place(lang, scenario, activity)
            ),
            "Välj ett senare datum eller en längre giltighet, eller en tidigare tidpunkt för ändringen.",
        ),
    }
}

/// The names of the zones that are known.
fn zones() -> String {
    Zone::ALL.map(Zone::name).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;
    use crate::text::lang::tests::swedish;

    #[test]
    fn every_problem_has_two_whole_sentences_in_each_language() {
        let (number, activity) = (2, "query".to_owned());
        let mut problems = vec![
            LifeProblem::UnknownZone { zone: "Europe/Atlantis".into() },
            LifeProblem::ConsecutiveErrorsUnused,
            LifeProblem::EmptyVariable,
            LifeProblem::SetEmptyVariable { number },
            LifeProblem::DowntimeOutOfRange { number, hours: 0 },
            LifeProblem::FailsNever { number },
            LifeProblem::NoSuchRecipient { number, recipient: 0, last: 1_200 },
            LifeProblem::EditedNeverFires { number, activity: activity.clone() },
        ];
        for needs in [Needs::Schedule, Needs::Delivery] {
            problems.push(LifeProblem::WrongActivity { number, activity: activity.clone(), needs });
        }
        let scenario = Sample::SideBySide.scenario();
        let mut seen = std::collections::BTreeSet::new();
        for problem in &problems {
            swedish(|lang| told(lang, &scenario, problem));
            for lang in Lang::WRITTEN {
                let Told { what, remedy } = told(lang, &scenario, problem);
                for sentence in [&what, &remedy] {
                    assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
                }
                assert!(seen.insert(format!("{what} {remedy}")), "twice: {what}");
            }
        }
    }
}
