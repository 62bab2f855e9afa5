//! Findings and refusals in English.

use crate::scenario::edit::Refusal;
use crate::scenario::finding::Problem;
use crate::scenario::{MAX_SEED, MAX_WEEKS, Scenario};
use crate::text::Lang::En;
use crate::text::activity::{outside, place, why_not_simulated};
use crate::text::builder::told_of_ban;
use crate::text::format::{number, percent};
use crate::text::told::Told;
use crate::text::{condition, schedule};

pub(super) fn told(scenario: &Scenario, problem: &Problem) -> Told {
    match problem {
        // Told by files of their own, in both languages.
        Problem::Targeting(_)
        | Problem::Flow(_)
        | Problem::Sending(_)
        | Problem::Life(_)
        | Problem::Pitfall(_) => Told::new(String::new(), String::new()),
        Problem::WeeksOutOfRange(weeks) => Told::new(
            format!("The run has {} weeks.", number(En, (*weeks).into())),
            format!("Enter a number of weeks from 1 to {MAX_WEEKS}."),
        ),
        Problem::SeedOutOfRange(seed) => Told::new(
            format!("The seed {seed} is too large."),
            format!("Enter a whole number from 0 to {MAX_SEED}."),
        ),
        Problem::StartOutOfRange => Told::new(
            format!("The first day, {}, is outside the years 1900 to 2200.", scenario.start),
            "Choose a first day in those years.",
        ),
        Problem::Population(problem) => super::population::told(En, problem),
        Problem::ChanceOutOfRange { field, value } => Told::new(
            format!("{} is set to {}.", chance(field), percent(En, (*value).into(), 10_000)),
            "Choose at most 100%; in the file that is 10000.",
        ),
        Problem::Schedule(problem) => schedule::told(En, problem),
        Problem::NeverFires => Told::new(
            "The schedule has no launch on or after the first simulated day.",
            "Choose a later date or a longer validity, or another schedule.",
        ),
        Problem::FiresLater => Told::new(
            "The schedule launches for the first time after the simulated weeks.",
            "Simulate more weeks, or choose another schedule.",
        ),
        Problem::NoPopulation => Told::new(
            "No query leads to this delivery, so that it has nobody to send to.",
            "Put a Query or an Incremental query before it.",
        ),
        Problem::Condition(problem) => condition::told(En, problem),
        Problem::HistoryOutOfRange(days) => Told::new(
            format!("The history is {} days long.", number(En, (*days).into())),
            "Enter at most 36,500 days, or 0 for a history that never forgets.",
        ),
        Problem::SecondSchedule { first } => Told::new(
            format!(
                "It has a schedule of its own behind that of {}; chained schedules multiply the runs.",
                place(En, scenario, first)
            ),
            "Keep only one schedule in a branch.",
        ),
        Problem::PlainQueryIntoContinuous { query } => Told::new(
            format!("{} selects the same people again at each run.", place(En, scenario, query)),
            "Use an incremental query, which leaves out those already targeted.",
        ),
        Problem::MissingOutput { output } if output.is_empty() => Told::new(
            "A transition leaves it, and it has no outbound transition as it is set.",
            "Take the transition away, or switch the outbound transition on.",
        ),
        Problem::MissingOutput { output } => {
            Told::new(format!("It has no output “{output}”."), "Draw the transition from one of its outputs.")
        }
        Problem::MissingList(name) => {
            Told::new(format!("There is no list “{name}”."), "Choose one of the lists of this scenario.")
        }
        Problem::MissingService(name) => Told::new(
            format!("There is no information service “{name}”."),
            "Choose one of the services of this scenario.",
        ),
        Problem::MissingAttribute(name) => {
            Told::new(format!("Recipients have no attribute “{name}”."), "Choose one of their attributes.")
        }
        Problem::NotSimulated(kind) => Told::new(
            format!("{} is not simulated. {}", outside(En, *kind), why_not_simulated(En, *kind)),
            "Take it out of the workflow.",
        ),
        Problem::MissingTemplate(template) => Told::new(
            format!("There is no delivery template “{template}”."),
            "Choose one of the templates of this scenario.",
        ),
        Problem::DuplicateTemplate(name) => Told::new(
            format!("Two delivery templates have the name “{name}”."),
            "Give one of them another name.",
        ),
        Problem::InterventionOutside { number } => Told::new(
            format!("Change {number} lies outside the simulated weeks, so it never happens."),
            "Move it into the run, or take it out.",
        ),
        Problem::InterventionMissing { number, name } => Told::new(
            format!("Change {number} is about “{name}”, which is no delivery activity or template here."),
            "Choose one that exists, or take the change out.",
        ),
        Problem::InterventionBuiltIn { number, template } => Told::new(
            format!("Change {number} would edit the built-in template “{template}”."),
            "Duplicate the template and edit the copy: built-in templates must stay as they are.",
        ),
        Problem::EmptyWorkflow => {
            Told::new("The workflow has no activity.", "Add a scheduler, a query and a delivery.")
        }
        Problem::WorkflowTooLarge { limit } => Told::new(
            format!("The workflow has more than {} activities or transitions.", number(En, *limit as u64)),
            "Divide it into several scenarios.",
        ),
        Problem::DuplicateName(name) => {
            Told::new(format!("Two activities have the name “{name}”."), "Give one of them another name.")
        }
        Problem::EmptyName => Told::new("An activity has no name.", "Give each activity a name."),
        Problem::MissingSource { from, to } => Told::new(
            format!("A transition to {} leaves “{from}”, which does not exist.", place(En, scenario, to)),
            "Add that activity, or take the transition out.",
        ),
        Problem::MissingTarget { to, .. } => Told::new(
            format!("Its transition leads to “{to}”, which does not exist."),
            "Add that activity, or take the transition out.",
        ),
        Problem::Cycle => Told::new(
            "The transitions lead in a circle back to this activity, and nothing on it lets time pass or ends it.",
            "Put a wait or a test into the circle, or take out one of its transitions.",
        ),
        Problem::InboundNotAllowed => {
            Told::new("Nothing may lead into this activity.", "Take out the transition that enters it.")
        }
        Problem::OutboundNotAllowed => {
            Told::new("Nothing may follow an end.", "Take out the transition that leaves it.")
        }
        Problem::NoInbound => Told::new(
            "Nothing leads into this delivery, so it has no recipients.",
            "Draw a transition to it from a query.",
        ),
        Problem::NoOutbound => Told::new(
            "Nothing follows this activity, so its result goes nowhere.",
            "Draw a transition from it to the next activity.",
        ),
        Problem::NoDelivery => Told::new(
            "No activity makes deliveries, so nothing would be sent.",
            "Add a recurring or a continuous delivery.",
        ),
        Problem::MissingActivity(name) => {
            Told::new(format!("There is no activity “{name}”."), "Add it, or take out what refers to it.")
        }
    }
}

fn chance(field: &str) -> &str {
    match field {
        "fails" => "The share of messages that fail",
        "opens" => "The share of messages that are opened",
        "clicks" => "The share of openers who click",
        "unsubscribes" => "The share of openers who opt out",
        other => other,
    }
}

pub(super) fn refusal(refusal: Refusal) -> Told {
    let (what, remedy) = match refusal {
        Refusal::NoSuchActivity => ("This activity is no longer there.", "Choose another one."),
        Refusal::NoSuchTemplate => ("This delivery template is not there.", "Choose another one."),
        Refusal::NoSuchIntervention => ("This change is no longer there.", "Choose another one."),
        Refusal::NoSuchTransition => ("This transition is no longer there.", "Choose another one."),
        Refusal::NoSuchNote => ("This note is no longer there.", "Choose another one."),
        Refusal::Connection(ban) => return told_of_ban(En, &ban),
        Refusal::TooMany { limit } => {
            return Told::new(
                format!("A workflow has at most {limit} activities here."),
                "Take some out, or draw a second workflow.",
            );
        }
        Refusal::NotForThisActivity => {
            ("This activity has no such setting.", "Choose an activity that has it.")
        }
        Refusal::BuiltInTemplate => {
            ("Built-in templates must not be changed.", "Duplicate the template, or choose one of your own.")
        }
    };
    Told::new(what, remedy)
}
