//! Words of the steps of the player and of its breakpoints.

use super::format::{self, and_list, counted, counted_sv, number, quoted};
use super::{Lang, journal, label};
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::log::breakpoints::{Breakpoint, Crossing, Hit};
use crate::log::steps::{Unit, Way};
use crate::plan::Plan;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

/// How many sentences are said of one moment; of the others only how many there are.
const MOST_SAID: usize = 3;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Stepping {
        /// Label of the choice of a unit.
        pub unit: &'static str,
        /// The button and the heading of the dialog.
        pub breakpoints: &'static str,
        /// What the dialog is for.
        pub about: &'static str,
        /// Heading: what can happen anywhere.
        pub anywhere: &'static str,
        /// Heading: activities.
        pub activities: &'static str,
        /// Heading: transitions.
        pub transitions: &'static str,
        /// Label of the choice of a transition.
        pub transition: &'static str,
        /// Label of the number.
        pub above: &'static str,
        /// Button: sets the breakpoint.
        pub set: &'static str,
        /// Button: takes the breakpoint away; what it is follows.
        pub lift: &'static str,
        /// Where the number is none.
        pub no_number: &'static str,
        /// Button: closes the dialog.
        pub close: &'static str,
        /// The mark on the card of an activity.
        pub mark: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Stepping {
    lang.words(&EN, &SV)
}

const EN: Stepping = Stepping {
    unit: "Step by",
    breakpoints: "Breakpoints",
    about: "While it plays, the player rests at the very moment when one of these happens.",
    anywhere: "Anywhere",
    activities: "When this activity is activated",
    transitions: "When many cross a transition",
    transition: "Transition",
    above: "More than",
    set: "Add",
    lift: "Remove the breakpoint:",
    no_number: "Enter a whole number, 0 or more.",
    close: "Close",
    mark: "Breakpoint",
};

const SV: Stepping = Stepping {
    unit: "Stega per",
    breakpoints: "Brytpunkter",
    about: "Under uppspelningen stannar spelaren i just det ögonblick när något av detta händer.",
    anywhere: "Var som helst",
    activities: "När den här aktiviteten aktiveras",
    transitions: "När många passerar en övergång",
    transition: "Övergång",
    above: "Fler än",
    set: "Lägg till",
    lift: "Ta bort brytpunkten:",
    no_number: "Ange ett heltal, 0 eller större.",
    close: "Stäng",
    mark: "Brytpunkt",
};

/// A unit in the choice of units.
pub fn unit(lang: Lang, unit: Unit) -> &'static str {
    match unit {
        Unit::Event => lang.pick("Event", "Händelse"),
        Unit::Launch => lang.pick("Launch", "Start"),
        Unit::Day => lang.pick("Day", "Dag"),
        Unit::Week => lang.pick("Week", "Vecka"),
        Unit::Delivery => lang.pick("Delivery", "Leverans"),
    }
}

/// A step button.
pub fn step(lang: Lang, unit: Unit, way: Way) -> &'static str {
    match (unit, way) {
        (Unit::Event, Way::Back) => lang.pick("An event back", "En händelse bakåt"),
        (Unit::Event, Way::On) => lang.pick("An event on", "En händelse framåt"),
        (Unit::Launch, Way::Back) => lang.pick("A launch back", "En start bakåt"),
        (Unit::Launch, Way::On) => lang.pick("A launch on", "En start framåt"),
        (Unit::Day, Way::Back) => lang.pick("A day back", "En dag bakåt"),
        (Unit::Day, Way::On) => lang.pick("A day on", "En dag framåt"),
        (Unit::Week, Way::Back) => lang.pick("A week back", "En vecka bakåt"),
        (Unit::Week, Way::On) => lang.pick("A week on", "En vecka framåt"),
        (Unit::Delivery, Way::Back) => lang.pick("A delivery back", "En leverans bakåt"),
        (Unit::Delivery, Way::On) => lang.pick("A delivery on", "En leverans framåt"),
    }
}

/// A speed by the days of a second of it, none of which is as fast as possible: `1 day/s`, `2 weeks/s`.
pub fn speed(lang: Lang, days_per_second: Option<u32>) -> String {
    match days_per_second {
        None => lang.pick("As fast as possible", "Så fort som möjligt").to_owned(),
        Some(days) if days % 7 == 0 => super::transport::speed(lang, days / 7),
        Some(days) => {
            let (one, many) = lang.either(("day/s", "days/s"), ("dag/s", "dagar/s"));
            counted(lang, days.into(), one, many)
        }
    }
}

/// A transition by its two ends: `Query → Welcome e-mail`.
pub fn crossing(plan: &Plan, crossing: &Crossing) -> String {
    format!("{} → {}", activity(plan, &crossing.from), activity(plan, &crossing.to))
}

/// What an activity is called; its internal name where it is no more.
fn activity<'p>(plan: &'p Plan, name: &'p str) -> &'p str {
    let step = plan.steps.iter().position(|step| *step.name == *name);
    step.map_or(name, |step| label::of_step(plan, step))
}

/// A breakpoint, as it is set: without a full stop.
pub fn breakpoint(lang: Lang, plan: &Plan, which: &Breakpoint) -> String {
    match (which, lang.wording()) {
        (Breakpoint::Activity(name), Wording::En) => {
            say!(lang, "{name} is activated", name = quoted(lang, activity(plan, name)))
        }
        (Breakpoint::Activity(name), Wording::Sv) => {
            format!("{} aktiveras", quoted(lang, activity(plan, name)))
        }
        (Breakpoint::Exceeds { crossing, above }, _) => {
            let (from, to) = ends(lang, plan, crossing);
            let above = number(lang, *above);
            match lang.wording() {
                Wording::En => say!(lang, "More than {above} go from {from} to {to}", above, from, to),
                Wording::Sv => format!("Fler än {above} går från {from} till {to}"),
            }
        }
        (Breakpoint::MailedTwice, Wording::En) => say!(lang, "Someone is mailed twice").into(),
        (Breakpoint::MailedTwice, Wording::Sv) => "Någon får ett andra utskick".into(),
        (Breakpoint::DeliveryCreated, Wording::En) => say!(lang, "A delivery is created").into(),
        (Breakpoint::DeliveryCreated, Wording::Sv) => "En leverans skapas".into(),
        (Breakpoint::Trouble, Wording::En) => say!(lang, "An error, a pause or a stop happens").into(),
        (Breakpoint::Trouble, Wording::Sv) => "Ett fel, en paus eller ett stopp inträffar".into(),
    }
}

fn ends(lang: Lang, plan: &Plan, crossing: &Crossing) -> (String, String) {
    (quoted(lang, activity(plan, &crossing.from)), quoted(lang, activity(plan, &crossing.to)))
}

/// Why the player rests: `Breakpoint, Mon 8 Jun 2026, 09:00: 25 recipients get their second message.`
pub fn hit(lang: Lang, plan: &Plan, hit: &Hit) -> String {
    let why = match (&hit.which, hit.count) {
        (Breakpoint::Exceeds { crossing, above }, Some(count)) => {
            let (from, to) = ends(lang, plan, crossing);
            let (count, above) = (number(lang, count), number(lang, *above));
            match lang.wording() {
                Wording::En => {
                    say!(lang, "{count} go from {from} to {to}, more than {above}", count, from, to, above)
                }
                Wording::Sv => format!("{count} går från {from} till {to}, fler än {above}"),
            }
        }
        (Breakpoint::MailedTwice, Some(count)) => match lang.wording() {
            Wording::En if count == 1 => say!(lang, "1 recipient gets a second message").into(),
            Wording::En => {
                say!(
                    lang,
                    "{recipients} get their second message",
                    recipients = counted(lang, count, "recipient", "recipients")
                )
            }
            Wording::Sv => {
                format!("{} får sitt andra utskick", counted_sv(count, "mottagare", "mottagare"))
            }
        },
        (Breakpoint::DeliveryCreated, _) => lang.pick("a delivery is created", "en leverans skapas").into(),
        (Breakpoint::Trouble, _) => lang
            .pick("an error, a pause or a stop happens", "ett fel, en paus eller ett stopp inträffar")
            .into(),
        (which, _) => breakpoint(lang, plan, which),
    };
    format!("{}, {}: {why}.", of(lang).mark, format::date_time(lang, hit.at))
}

/// What a step led to, for those who listen: the moment, and the sentences of what happened just then. None where
/// nothing did.
pub fn step_told(lang: Lang, run: &RunLog, moment: SimTime) -> Option<String> {
    let facts = &run.record().facts;
    let first = facts.partition_point(|fact| fact.at < moment);
    let facts = &facts[first..facts.partition_point(|fact| fact.at <= moment)];
    if facts.is_empty() {
        return None;
    }
    let told = facts.iter().take(MOST_SAID);
    let mut told: Vec<String> =
        told.map(|fact| journal::narrated(lang, run.plan(), run.record(), fact)).collect();
    if let more @ 1.. = facts.len().saturating_sub(MOST_SAID) {
        let more = number(lang, more as u64);
        told.push(match lang.wording() {
            Wording::En => say!(lang, "And {more} more.", more),
            Wording::Sv => format!("Och {more} till."),
        });
    }
    Some(format!("{}: {}", journal::when(lang, run.plan().start, moment), told.join(" ")))
}

/// How many breakpoints are set, for the button that opens their dialog.
pub fn button(lang: Lang, plan: Option<&Plan>, set: &[Breakpoint]) -> String {
    let name = of(lang).breakpoints;
    match plan {
        Some(plan) if !set.is_empty() => {
            let each: Vec<String> = set.iter().map(|one| breakpoint(lang, plan, one)).collect();
            format!("{name}: {}", and_list(lang, &each))
        }
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::log::breakpoints::next_hit;
    use crate::log::steps::stepped;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run() -> RunLog {
        RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan))
    }

    #[test]
    fn a_hit_says_what_where_and_when() {
        let run = run();
        let name = Breakpoint::Activity("continuous".into());
        let met = next_hit(&run, &[name], run.plan().start).unwrap();
        let told = hit(Lang::En, run.plan(), &met);
        assert!(
            told.starts_with("Breakpoint, Mon ") && told.ends_with(": “Welcome e-mail” is activated."),
            "{told}"
        );
        let told = hit(Lang::Sv, run.plan(), &met);
        assert!(told.starts_with("Brytpunkt, mån ") && told.ends_with(" aktiveras."), "{told}");
        let twice = next_hit(&run, &[Breakpoint::MailedTwice], run.plan().start).unwrap();
        let told = hit(Lang::En, run.plan(), &twice);
        assert!(told.contains(&number(Lang::En, twice.count.unwrap())), "{told}");
    }

    #[test]
    fn a_step_is_told_by_the_sentences_of_its_moment() {
        let run = run();
        let moment = stepped(&run, run.plan().start, Unit::Delivery, Way::On);
        let told = step_told(Lang::En, &run, moment).unwrap();
        let of_moment: Vec<_> = run.record().facts.iter().filter(|fact| fact.at == moment).collect();
        for fact in of_moment.iter().take(MOST_SAID) {
            assert!(told.contains(&journal::narrated(Lang::En, run.plan(), run.record(), fact)), "{told}");
        }
        assert_eq!(told.contains(" more."), of_moment.len() > MOST_SAID);
        assert_eq!(step_told(Lang::En, &run, moment + crate::base::time::SimSpan::from_secs(1)), None);
    }
}
