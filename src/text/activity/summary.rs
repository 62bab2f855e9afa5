//! The telling line on the card of an activity.

use super::words::{
    channel, column, comparisons, control_action, days, delivery_action, dimension, duration, scalar,
};
use super::{outside, script};
use crate::scenario::Scenario;
use crate::scenario::activity::flow::{Expiration, OutsideWindow};
use crate::scenario::activity::sending::{ControlledDelivery, WhichDelivery};
use crate::scenario::activity::targeting::{KeptDouble, SubscriptionAction};
use crate::scenario::activity::{Activity, IncrementalQuerySettings, Settings};
use crate::text::format::{and_list, capitalized, counted, counted_sv, or_list, quoted};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::{Lang, condition, label, schedule};

/// What an activity does here: when it launches, whom it selects, how long it waits. Empty where the kind says all.
pub fn summary(lang: Lang, scenario: &Scenario, one: &Activity) -> String {
    let and_complement = |text: String, complement: bool| {
        if complement { format!("{text} + {}", lang.pick("complement", "komplement")) } else { text }
    };
    let described = |query| capitalized(&condition::describe(lang, &scenario.population.schema(), query));
    match &one.settings {
        Settings::Start(_) | Settings::Fork(_) => String::new(),
        Settings::End(end) if end.stops_all => lang.pick("Stops everything", "Stoppar allt").to_owned(),
        Settings::End(_) => String::new(),
        Settings::Scheduler(scheduler) => schedule::short(lang, &scheduler.schedule),
        Settings::Query(query) => {
            let text = described(&query.condition);
            let more = query.links.len() as u64;
            let linked = || counted(lang, more, lang.either("link", "länk"), lang.either("links", "länkar"));
            if more > 0 { format!("{text} + {}", linked()) } else { text }
        }
        Settings::IncrementalQuery(query) => incremental(lang, query),
        Settings::ReadList(read) => quoted(lang, label::of_list(scenario, &read.list)),
        Settings::Union(_) => lang.pick("All inbound together", "Alla inkommande tillsammans").to_owned(),
        Settings::Intersection(set) => {
            and_complement(lang.pick("In all inbound", "I alla inkommande").to_owned(), set.complement)
        }
        Settings::Exclusion(set) => and_complement(
            match &set.main_set {
                Some(main) => {
                    format!(
                        "{} {}",
                        quoted(lang, label::of_activity(scenario, main)),
                        lang.pick("minus the rest", "minus resten")
                    )
                }
                None => {
                    lang.pick("First inbound minus the rest", "Första inkommande minus resten").to_owned()
                }
            },
            set.complement,
        ),
        Settings::Split(split) => and_complement(
            counted(
                lang,
                split.subsets.len() as u64,
                lang.either("subset", "delmängd"),
                lang.either("subsets", "delmängder"),
            ),
            split.complement,
        ),
        Settings::Deduplication(set) => {
            let by = format!("{} {}", lang.pick("By", "Efter"), condition::attribute(lang, &set.attribute));
            let how = match set.keep {
                KeptDouble::ChooseForMe => String::new(),
                KeptDouble::NonEmptyEmail => lang.pick(", with a value", ", med värde").to_owned(),
            };
            and_complement(format!("{by}{how}"), set.complement)
        }
        Settings::Enrichment(enrichment) => {
            let names: Vec<_> = enrichment.columns.iter().map(|one| column(lang, *one)).collect();
            capitalized(&and_list(lang, &names))
        }
        Settings::ChangeDimension(change) => {
            format!("{} {}", lang.pick_as("dimension", "To", "Till"), dimension(lang, change.to))
        }
        Settings::Cells(cells) => counted(
            lang,
            cells.cells.len() as u64,
            lang.either("cell", "cell"),
            lang.either("cells", "celler"),
        ),
        Settings::Subscription(update) => {
            let name = quoted(lang, label::of_service(scenario, &update.service));
            match update.action {
                SubscriptionAction::Subscribe => {
                    format!("{} {name}", lang.pick("Subscribes to", "Anmäler till"))
                }
                SubscriptionAction::Unsubscribe => {
                    format!("{} {name}", lang.pick("Unsubscribes from", "Avanmäler från"))
                }
            }
        }
        Settings::ListUpdate(update) => {
            let name = quoted(lang, label::of_list(scenario, &update.list));
            let how = if update.purge {
                lang.pick("Replaces", "Ersätter")
            } else {
                lang.pick("Adds to", "Lägger till i")
            };
            format!("{how} {name}")
        }
        Settings::UpdateData(update) => {
            let name = capitalized(condition::attribute(lang, &update.attribute));
            format!("{name} = {}", scalar(lang, &update.value))
        }
        Settings::AndJoin(join) => match &join.main_set {
            Some(main) => {
                format!(
                    "{} {}",
                    lang.pick("All inbound, passes", "Alla inkommande, för vidare"),
                    quoted(lang, label::of_activity(scenario, main))
                )
            }
            None => lang.pick("All inbound", "Alla inkommande").to_owned(),
        },
        Settings::Test(test) => match test.branches.as_slice() {
            [only] if !test.default_fork => capitalized(&comparisons(lang, &only.when)),
            all => {
                let branches = counted(
                    lang,
                    all.len() as u64,
                    lang.either("condition", "villkor"),
                    lang.either("conditions", "villkor"),
                );
                let default = lang.pick(" + default", " + förval");
                format!("{branches}{}", if test.default_fork { default } else { "" })
            }
        },
        Settings::Wait(wait) => format!("{} {}", lang.pick("Wait", "Vänta"), duration(lang, wait.duration)),
        Settings::TimeConstraint(window) => {
            let (from, to) = (window.from, window.to);
            let else_ = match window.outside {
                OutsideWindow::Later => lang.pick("else later", "annars senare"),
                OutsideWindow::Drop => lang.pick("else dropped", "annars släpps"),
            };
            format!("{} {from}–{to}, {else_}", capitalized(&days(lang, &window.days)))
        }
        Settings::ExternalSignal(signal) => {
            waits(lang, lang.pick("Waits for a signal", "Väntar på en signal"), &signal.expirations)
        }
        Settings::SubWorkflow(sub) => quoted(lang, label::of_sub_workflow(scenario, &sub.workflow)),
        Settings::JumpStart(_) => {
            lang.pick("Goes on at the jump end", "Går vidare vid hoppets slut").to_owned()
        }
        Settings::JumpEnd(_) => {
            lang.pick("Comes from the jump start", "Kommer från hoppets start").to_owned()
        }
        Settings::Approval(approval) => {
            let names: Vec<_> = approval.answers.iter().map(|answer| answer.name.as_str()).collect();
            waits(lang, &or_list(lang, &names), &approval.expirations)
        }
        Settings::Alert(alert) => alert.message.trim().to_owned(),
        Settings::Task(task) => task.message.trim().to_owned(),
        Settings::ChannelDelivery(_) | Settings::RecurringDelivery(_) | Settings::ContinuousDelivery(_) => {
            one.label.clone()
        }
        Settings::Delivery(delivery) => {
            let which = match &delivery.delivery {
                WhichDelivery::FromTransition => {
                    lang.pick("from the transition", "från övergången").to_owned()
                }
                WhichDelivery::Explicit { properties, .. } => {
                    format!(
                        "{}, {}",
                        lang.pick("always the same", "alltid samma"),
                        channel(lang, properties.channel)
                    )
                }
                WhichDelivery::Computed { label, .. } => quoted(lang, label),
                WhichDelivery::New { template: name } => quoted(lang, label::of_template(scenario, name)),
            };
            format!("{}: {which}", delivery_action(lang, delivery.action))
        }
        Settings::DeliveryControl(control) => {
            let which = match &control.delivery {
                ControlledDelivery::FromTransition => {
                    lang.pick("from the transition", "från övergången").to_owned()
                }
                ControlledDelivery::Explicit { activity } => {
                    quoted(lang, label::of_activity(scenario, activity))
                }
            };
            format!("{}: {which}", control_action(lang, control.action))
        }
        Settings::Script(code) => {
            format!("{}, {}", script(lang, code.kind), lang.pick("not executed", "körs inte"))
        }
        Settings::Outside(other) => {
            format!("{}, {}", outside(lang, other.kind), lang.pick("not simulated", "simuleras inte"))
        }
    }
}

/// What is waited for, and for how long at most.
fn waits(lang: Lang, what: &str, expirations: &[Expiration]) -> String {
    match expirations.first() {
        Some(first) => {
            format!("{what}, {} {}", lang.pick("at most", "högst"), duration(lang, first.after))
        }
        None => what.to_owned(),
    }
}

fn incremental(lang: Lang, query: &IncrementalQuerySettings) -> String {
    let when = match &query.schedule {
        Some(own) => schedule::short(lang, own),
        None => lang.pick("No schedule of its own", "Inget eget schema").to_owned(),
    };
    let again = match (query.history_days, lang.wording()) {
        (0, _) => lang.pick("nobody twice", "ingen två gånger").to_owned(),
        (days, Wording::En) => {
            say!(lang, "not again for {days}", days = counted(lang, days.into(), "day", "days"))
        }
        (days, Wording::Sv) => format!("inte igen på {}", counted_sv(days.into(), "dag", "dagar")),
    };
    format!("{when}, {again}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::wire;
    use crate::text::activity::settings::settings;

    fn many() -> Scenario {
        let file = include_bytes!("../../../tests/browser/fixtures/many-activities.lab.json");
        wire::open(file).unwrap()
    }

    fn line(lang: Lang, name: &str) -> String {
        let scenario = many();
        summary(lang, &scenario, scenario.workflow.activity(name).unwrap())
    }

    #[test]
    fn cards_tell_what_is_set() {
        for (name, en, sv) in [
            ("wait", "Wait 3 days", "Vänta 3 dagar"),
            ("split", "2 subsets + complement", "2 delmängder + komplement"),
            ("join", "All inbound", "Alla inkommande"),
            ("vip", "“VIPs”", "”VIPs”"),
            ("exclusion", "“Union” minus the rest + complement", "”Union” minus resten + komplement"),
            ("approval", "Yes or No, at most 2 days", "Yes eller No, högst 2 dagar"),
            ("data", "Loyalty tier = “gold”", "Lojalitetsnivå = ”gold”"),
            ("control", "Stop: “Offer by e-mail”", "Stoppa: ”Offer by e-mail”"),
            ("script", "JavaScript code, not executed", "JavaScript-kod, körs inte"),
            ("test", "1 condition + default", "1 villkor + förval"),
        ] {
            assert_eq!((line(Lang::En, name).as_str(), line(Lang::Sv, name).as_str()), (en, sv), "{name}");
        }
        assert!(line(Lang::En, "window").starts_with("Mon, Tue, Wed, Thu and Fri 09:00–17:00, else later"));
    }

    #[test]
    fn settings_are_told_in_both_languages() {
        let scenario = many();
        let told = |lang, name| settings(lang, &scenario, scenario.workflow.activity(name).unwrap());
        let split = told(Lang::En, "split");
        assert_eq!(split[0], ("Gold and platinum".to_owned(), "At most 500 records, at random".to_owned()));
        assert_eq!(split[2], ("Generate complement".to_owned(), "Yes".to_owned()));
        assert_eq!(told(Lang::Sv, "wait"), [("Längd".to_owned(), "3 dagar".to_owned())]);
        for one in &scenario.workflow.activities {
            let (en, sv) = (settings(Lang::En, &scenario, one), settings(Lang::Sv, &scenario, one));
            assert_eq!(en.len(), sv.len(), "{}", one.name);
        }
    }
}
