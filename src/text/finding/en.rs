//! Findings and refusals in English.

use crate::scenario::edit::Refusal;
use crate::scenario::finding::Problem;
use crate::scenario::{MAX_SEED, MAX_WEEKS, Scenario};
use crate::text::Lang;
use crate::text::activity::{outside, place, why_not_simulated};
use crate::text::builder::told_of_ban;
use crate::text::format::{number, percent};
use crate::text::lang::say;
use crate::text::told::Told;
use crate::text::{condition, schedule};

pub(super) fn told(lang: Lang, scenario: &Scenario, problem: &Problem) -> Told {
    match problem {
        // Told by files of their own, in both languages.
        Problem::Targeting(_)
        | Problem::Flow(_)
        | Problem::Sending(_)
        | Problem::Life(_)
        | Problem::Pitfall(_) => Told::new(String::new(), String::new()),
        Problem::WeeksOutOfRange(weeks) => Told::new(
            say!(lang, "The run has {weeks} weeks.", weeks = number(lang, (*weeks).into())),
            say!(lang, "Enter a number of weeks from 1 to {most}.", most = MAX_WEEKS),
        ),
        Problem::SeedOutOfRange(seed) => Told::new(
            say!(lang, "The seed {seed} is too large.", seed),
            say!(lang, "Enter a whole number from 0 to {most}.", most = MAX_SEED),
        ),
        Problem::StartOutOfRange => Told::new(
            say!(lang, "The first day, {start}, is outside the years 1900 to 2200.", start = scenario.start),
            say!(lang, "Choose a first day in those years."),
        ),
        Problem::Population(problem) => super::population::told(lang, problem),
        Problem::ChanceOutOfRange { field, value } => Told::new(
            say!(
                lang,
                "{chance} is set to {percent}.",
                chance = chance(lang, field),
                percent = percent(lang, (*value).into(), 10_000)
            ),
            say!(lang, "Choose at most 100%; in the file that is 10000."),
        ),
        Problem::Schedule(problem) => schedule::told(lang, problem),
        Problem::NeverFires => Told::new(
            say!(lang, "The schedule has no launch on or after the first simulated day."),
            say!(lang, "Choose a later date or a longer validity, or another schedule."),
        ),
        Problem::FiresLater => Told::new(
            say!(lang, "The schedule launches for the first time after the simulated weeks."),
            say!(lang, "Simulate more weeks, or choose another schedule."),
        ),
        Problem::NoPopulation => Told::new(
            say!(lang, "No query leads to this delivery, so that it has nobody to send to."),
            say!(lang, "Put a Query or an Incremental query before it."),
        ),
        Problem::Condition(problem) => condition::told(lang, problem),
        Problem::HistoryOutOfRange(days) => Told::new(
            say!(lang, "The history is {days} days long.", days = number(lang, (*days).into())),
            say!(lang, "Enter at most 36,500 days, or 0 for a history that never forgets."),
        ),
        Problem::SecondSchedule { first } => Told::new(
            say!(
                lang,
                "It has a schedule of its own behind that of {first}; chained schedules multiply the runs.",
                first = place(lang, scenario, first)
            ),
            say!(lang, "Keep only one schedule in a branch."),
        ),
        Problem::PlainQueryIntoContinuous { query } => Told::new(
            say!(
                lang,
                "{query} selects the same people again at each run.",
                query = place(lang, scenario, query)
            ),
            say!(lang, "Use an incremental query, which leaves out those already targeted."),
        ),
        Problem::MissingOutput { output } if output.is_empty() => Told::new(
            say!(lang, "A transition leaves it, and it has no outbound transition as it is set."),
            say!(lang, "Take the transition away, or switch the outbound transition on."),
        ),
        Problem::MissingOutput { output } => Told::new(
            say!(lang, "It has no output “{output}”.", output),
            say!(lang, "Draw the transition from one of its outputs."),
        ),
        Problem::MissingList(name) => Told::new(
            say!(lang, "There is no list “{name}”.", name),
            say!(lang, "Choose one of the lists of this scenario."),
        ),
        Problem::MissingService(name) => Told::new(
            say!(lang, "There is no information service “{name}”.", name),
            say!(lang, "Choose one of the services of this scenario."),
        ),
        Problem::MissingAttribute(name) => Told::new(
            say!(lang, "Recipients have no attribute “{name}”.", name),
            say!(lang, "Choose one of their attributes."),
        ),
        Problem::NotSimulated(kind) => Told::new(
            say!(
                lang,
                "{activity} is not simulated. {reason}",
                activity = outside(lang, *kind),
                reason = why_not_simulated(lang, *kind)
            ),
            say!(lang, "Take it out of the workflow."),
        ),
        Problem::MissingTemplate(template) => Told::new(
            say!(lang, "There is no delivery template “{template}”.", template),
            say!(lang, "Choose one of the templates of this scenario."),
        ),
        Problem::DuplicateTemplate(name) => Told::new(
            say!(lang, "Two delivery templates have the name “{name}”.", name),
            say!(lang, "Give one of them another name."),
        ),
        Problem::InterventionOutside { number } => Told::new(
            say!(lang, "Change {number} lies outside the simulated weeks, so it never happens.", number),
            say!(lang, "Move it into the run, or take it out."),
        ),
        Problem::InterventionMissing { number, name } => Told::new(
            say!(
                lang,
                "Change {number} is about “{name}”, which is no delivery activity or template here.",
                number,
                name
            ),
            say!(lang, "Choose one that exists, or take the change out."),
        ),
        Problem::InterventionBuiltIn { number, template } => Told::new(
            say!(lang, "Change {number} would edit the built-in template “{template}”.", number, template),
            say!(lang, "Duplicate the template and edit the copy: built-in templates must stay as they are."),
        ),
        Problem::EmptyWorkflow => Told::new(
            say!(lang, "The workflow has no activity."),
            say!(lang, "Add a scheduler, a query and a delivery."),
        ),
        Problem::WorkflowTooLarge { limit } => Told::new(
            say!(
                lang,
                "The workflow has more than {limit} activities or transitions.",
                limit = number(lang, *limit as u64)
            ),
            say!(lang, "Divide it into several scenarios."),
        ),
        Problem::DuplicateName(name) => Told::new(
            say!(lang, "Two activities have the name “{name}”.", name),
            say!(lang, "Give one of them another name."),
        ),
        Problem::EmptyName => {
            Told::new(say!(lang, "An activity has no name."), say!(lang, "Give each activity a name."))
        }
        Problem::MissingSource { from, to } => Told::new(
            say!(
                lang,
                "A transition to {to} leaves “{from}”, which does not exist.",
                to = place(lang, scenario, to),
                from
            ),
            say!(lang, "Add that activity, or take the transition out."),
        ),
        Problem::MissingTarget { to, .. } => Told::new(
            say!(lang, "Its transition leads to “{to}”, which does not exist.", to),
            say!(lang, "Add that activity, or take the transition out."),
        ),
        Problem::Cycle => Told::new(
            say!(
                lang,
                "The transitions lead in a circle back to this activity, and nothing on it lets time pass or ends it."
            ),
            say!(lang, "Put a wait or a test into the circle, or take out one of its transitions."),
        ),
        Problem::InboundNotAllowed => Told::new(
            say!(lang, "Nothing may lead into this activity."),
            say!(lang, "Take out the transition that enters it."),
        ),
        Problem::OutboundNotAllowed => Told::new(
            say!(lang, "Nothing may follow an end."),
            say!(lang, "Take out the transition that leaves it."),
        ),
        Problem::NoInbound => Told::new(
            say!(lang, "Nothing leads into this delivery, so it has no recipients."),
            say!(lang, "Draw a transition to it from a query."),
        ),
        Problem::NoOutbound => Told::new(
            say!(lang, "Nothing follows this activity, so its result goes nowhere."),
            say!(lang, "Draw a transition from it to the next activity."),
        ),
        Problem::NoDelivery => Told::new(
            say!(lang, "No activity makes deliveries, so nothing would be sent."),
            say!(lang, "Add a recurring or a continuous delivery."),
        ),
        Problem::MissingActivity(name) => Told::new(
            say!(lang, "There is no activity “{name}”.", name),
            say!(lang, "Add it, or take out what refers to it."),
        ),
    }
}

fn chance(lang: Lang, field: &str) -> &str {
    match field {
        "fails" => say!(lang, "The share of messages that fail"),
        "opens" => say!(lang, "The share of messages that are opened"),
        "clicks" => say!(lang, "The share of openers who click"),
        "unsubscribes" => say!(lang, "The share of openers who opt out"),
        other => other,
    }
}

pub(super) fn refusal(lang: Lang, refusal: Refusal) -> Told {
    let (what, remedy) = match refusal {
        Refusal::NoSuchActivity => {
            (say!(lang, "This activity is no longer there."), say!(lang, "Choose another one."))
        }
        Refusal::NoSuchTemplate => {
            (say!(lang, "This delivery template is not there."), say!(lang, "Choose another one."))
        }
        Refusal::NoSuchIntervention => {
            (say!(lang, "This change is no longer there."), say!(lang, "Choose another one."))
        }
        Refusal::NoSuchTransition => {
            (say!(lang, "This transition is no longer there."), say!(lang, "Choose another one."))
        }
        Refusal::NoSuchNote => {
            (say!(lang, "This note is no longer there."), say!(lang, "Choose another one."))
        }
        Refusal::Connection(ban) => return told_of_ban(lang, &ban),
        Refusal::TooMany { limit } => {
            return Told::new(
                say!(lang, "A workflow has at most {limit} activities here.", limit),
                say!(lang, "Take some out, or draw a second workflow."),
            );
        }
        Refusal::NotForThisActivity => {
            (say!(lang, "This activity has no such setting."), say!(lang, "Choose an activity that has it."))
        }
        Refusal::BuiltInTemplate => (
            say!(lang, "Built-in templates must not be changed."),
            say!(lang, "Duplicate the template, or choose one of your own."),
        ),
    };
    Told::new(what, remedy)
}
