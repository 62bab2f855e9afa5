//! Findings about properties of the workflow, the Advanced tab and what is done during a run, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::{LifeProblem, Needs};
use crate::schedule::Zone;
use crate::text::Lang;
use crate::text::activity::place;
use crate::text::format::{counted, number as grouped, quoted};
use crate::text::told::Told;

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &LifeProblem) -> Told {
    match lang {
        Lang::En => english(scenario, problem),
        Lang::Sv => swedish(scenario, problem),
    }
}

fn english(scenario: &Scenario, problem: &LifeProblem) -> Told {
    let lang = Lang::En;
    match problem {
        LifeProblem::UnknownZone { zone } => Told::new(
            format!("The lab does not know the time zone {}.", quoted(lang, zone)),
            format!("Choose one of these: {}.", zones()),
        ),
        LifeProblem::ConsecutiveErrorsUnused => Told::new(
            "A number of consecutive errors is given, but no activity ignores errors.",
            "Set In case of error to Ignore, or set the number to 0.",
        ),
        LifeProblem::EmptyVariable => Told::new(
            "The initialization script assigns to a variable without a name.",
            "Give the variable a name, or delete the line.",
        ),
        LifeProblem::SetEmptyVariable { number } => Told::new(
            format!("Intervention {number} sets a variable without a name."),
            "Give the variable a name, or delete the intervention.",
        ),
        LifeProblem::WrongActivity { number, activity, needs } => {
            let needed = match needs {
                Needs::Schedule => "an activity with a schedule",
                Needs::Delivery => "a delivery activity",
            };
            Told::new(
                format!(
                    "Intervention {number} cannot be done to {}: it needs {needed}.",
                    place(lang, scenario, activity)
                ),
                format!("Name {needed} in it, or delete the intervention."),
            )
        }
        LifeProblem::DowntimeOutOfRange { number, hours } => Told::new(
            format!(
                "In intervention {number} the server is down for {}.",
                counted(lang, (*hours).into(), "hour", "hours")
            ),
            "Enter from 1 hour to 8,784 hours, which is a year.",
        ),
        LifeProblem::FailsNever { number } => Told::new(
            format!("In intervention {number} no task is to fail."),
            "Enter a number of tasks from 1 on, or delete the intervention.",
        ),
        LifeProblem::NoSuchRecipient { number, recipient, last } => Told::new(
            format!(
                "In intervention {number} recipient {} unsubscribes, who never exists.",
                grouped(lang, (*recipient).into())
            ),
            format!("Enter a recipient from 1 to {}.", grouped(lang, (*last).into())),
        ),
        LifeProblem::EditedNeverFires { number, activity } => Told::new(
            format!(
                "The schedule that intervention {number} gives {} has no launch from then on.",
                place(lang, scenario, activity)
            ),
            "Choose a later date or a longer validity, or an earlier moment for the intervention.",
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
            format!("Ingripande {number} sätter en variabel utan namn."),
            "Ge variabeln ett namn, eller ta bort ingripandet.",
        ),
        LifeProblem::WrongActivity { number, activity, needs } => {
            let needed = match needs {
                Needs::Schedule => "en aktivitet med schema",
                Needs::Delivery => "en leveransaktivitet",
            };
            Told::new(
                format!(
                    "Ingripande {number} går inte att göra med {}: det kräver {needed}.",
                    place(lang, scenario, activity)
                ),
                format!("Ange {needed} i det, eller ta bort ingripandet."),
            )
        }
        LifeProblem::DowntimeOutOfRange { number, hours } => Told::new(
            format!(
                "I ingripande {number} är servern nere i {}.",
                counted(lang, (*hours).into(), "timme", "timmar")
            ),
            "Ange från 1 timme till 8 784 timmar, som är ett år.",
        ),
        LifeProblem::FailsNever { number } => Told::new(
            format!("I ingripande {number} ska ingen uppgift misslyckas."),
            "Ange ett antal uppgifter från 1 och uppåt, eller ta bort ingripandet.",
        ),
        LifeProblem::NoSuchRecipient { number, recipient, last } => Told::new(
            format!(
                "I ingripande {number} avregistrerar sig mottagare {}, som aldrig finns.",
                grouped(lang, (*recipient).into())
            ),
            format!("Ange en mottagare från 1 till {}.", grouped(lang, (*last).into())),
        ),
        LifeProblem::EditedNeverFires { number, activity } => Told::new(
            format!(
                "Schemat som ingripande {number} ger {} har ingen start från och med då.",
                place(lang, scenario, activity)
            ),
            "Välj ett senare datum eller en längre giltighet, eller en tidigare tidpunkt för ingripandet.",
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
            for lang in Lang::ALL {
                let Told { what, remedy } = told(lang, &scenario, problem);
                for sentence in [&what, &remedy] {
                    assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
                }
                assert!(seen.insert(format!("{what} {remedy}")), "twice: {what}");
            }
        }
    }
}
