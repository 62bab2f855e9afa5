//! Small words of settings: durations, comparisons, columns, variables, windows of time.

use crate::people::Scalar;
use crate::scenario::Scenario;
use crate::scenario::activity::flow::{Comparison, Duration, DurationUnit, Operand};
use crate::scenario::activity::sending::{Channel, ControlAction, DeliveryAction};
use crate::scenario::activity::targeting::{Comparator, Dimension, EnrichedTest, LinkFilter};
use crate::scenario::variables::{Assigned, Assignment, Scope, VarValue};
use crate::schedule::Days;
pub use crate::text::enriched::column;
use crate::text::format::{and_list, counted, number, quoted, weekday_short};
use crate::text::{Lang, label};

/// A length of time: `3 days`.
pub fn duration(lang: Lang, duration: Duration) -> String {
    let (one, many) = match duration.unit {
        DurationUnit::Seconds => lang.either(("second", "seconds"), ("sekund", "sekunder")),
        DurationUnit::Minutes => lang.either(("minute", "minutes"), ("minut", "minuter")),
        DurationUnit::Hours => lang.either(("hour", "hours"), ("timme", "timmar")),
        DurationUnit::Days => lang.either(("day", "days"), ("dag", "dagar")),
        DurationUnit::Weeks => lang.either(("week", "weeks"), ("vecka", "veckor")),
        DurationUnit::Months => lang.either(("month", "months"), ("månad", "månader")),
    };
    counted(lang, duration.count.into(), one, many)
}

/// How two values are compared: `is at least`.
pub fn comparator(lang: Lang, comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::Equals => lang.pick("is", "är"),
        Comparator::NotEquals => lang.pick("is not", "är inte"),
        Comparator::Greater => lang.pick("is more than", "är mer än"),
        Comparator::AtLeast => lang.pick("is at least", "är minst"),
        Comparator::Less => lang.pick("is less than", "är mindre än"),
        Comparator::AtMost => lang.pick("is at most", "är högst"),
    }
}

/// A condition on an enriched column.
pub fn enriched(lang: Lang, test: &EnrichedTest) -> String {
    format!("{} {} {}", column(lang, test.column), comparator(lang, test.operator), test.value)
}

/// What a population consists of.
pub fn dimension(lang: Lang, dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Recipients => lang.pick("recipients", "mottagare"),
        Dimension::Contracts => lang.pick("contracts", "avtal"),
    }
}

/// A channel.
pub fn channel(lang: Lang, channel: Channel) -> &'static str {
    match channel {
        Channel::Email => lang.pick("e-mail", "e-post"),
        Channel::Sms => "SMS",
        Channel::DirectMail => lang.pick("direct mail", "direktreklam"),
    }
}

/// What a Delivery activity does.
pub fn delivery_action(lang: Lang, action: DeliveryAction) -> &'static str {
    match action {
        DeliveryAction::Save => lang.pick("Save", "Spara"),
        DeliveryAction::EstimateTarget => lang.pick("Estimate the target", "Uppskatta målgruppen"),
        DeliveryAction::Prepare => lang.pick("Prepare", "Förbered"),
        DeliveryAction::SendProof => lang.pick("Send a proof", "Skicka ett korrektur"),
        DeliveryAction::PrepareAndStart => lang.pick("Prepare and start", "Förbered och starta"),
    }
}

/// What a Delivery control does.
pub fn control_action(lang: Lang, action: ControlAction) -> &'static str {
    match action {
        ControlAction::Start => lang.pick_as("command", "Start", "Starta"),
        ControlAction::Pause => lang.pick("Pause", "Pausa"),
        ControlAction::Stop => lang.pick("Stop", "Stoppa"),
    }
}

/// Days of the week: `every day`, `Mon, Tue and Wed`.
pub fn days(lang: Lang, days: &Days) -> String {
    let names: Vec<&str> = days.iter().map(|day| weekday_short(lang, day)).collect();
    match names.len() {
        0 => lang.pick("no day", "ingen dag").to_owned(),
        7 => lang.pick("every day", "varje dag").to_owned(),
        _ => and_list(lang, &names),
    }
}

/// A value that is written to records.
pub fn scalar(lang: Lang, value: &Scalar) -> String {
    match value {
        Scalar::Flag(on) => yes_or_no(lang, *on).to_owned(),
        Scalar::Integer(value) => value.to_string(),
        Scalar::Text(text) => quoted(lang, text),
    }
}

/// Yes or no.
pub fn yes_or_no(lang: Lang, yes: bool) -> &'static str {
    if yes { lang.pick("yes", "ja") } else { lang.pick("no", "nej") }
}

/// What a Query asks of a linked table.
pub fn link_filter(lang: Lang, scenario: &Scenario, filter: &LinkFilter) -> String {
    let of = |activity: &Option<String>| {
        let activity = activity.as_deref().map(|name| quoted(lang, label::of_activity(scenario, name)));
        activity.unwrap_or_else(|| lang.pick("any delivery", "någon leverans").to_owned())
    };
    let in_days = |days: u32| {
        let days = counted(lang, days.into(), lang.either("day", "dag"), lang.either("days", "dagar"));
        format!("{} {days}", lang.pick("in the last", "de senaste"))
    };
    let asked = |yes: &'static str, no: &'static str, not: bool| if not { no } else { yes };
    match filter {
        LinkFilter::InList { list: name, not } => {
            let is = lang.pick(
                asked("is in the list", "is not in the list", *not),
                asked("finns i listan", "finns inte i listan", *not),
            );
            format!("{is} {}", quoted(lang, label::of_list(scenario, name)))
        }
        LinkFilter::Subscribed { service: name, not } => {
            let is = lang.pick(
                asked("is subscribed to", "is not subscribed to", *not),
                asked("prenumererar på", "prenumererar inte på", *not),
            );
            format!("{is} {}", quoted(lang, label::of_service(scenario, name)))
        }
        LinkFilter::Received { activity, days, not } => {
            let has = lang.pick(asked("received", "did not receive", *not), asked("fick", "fick inte", *not));
            format!("{has} {} {}", of(activity), in_days(*days))
        }
        LinkFilter::Reacted { activity, days, not } => {
            let has = lang.pick(
                asked("opened or clicked", "neither opened nor clicked", *not),
                asked("öppnade eller klickade i", "varken öppnade eller klickade i", *not),
            );
            format!("{has} {} {}", of(activity), in_days(*days))
        }
    }
}

/// The comparisons of a branch of a Test: `recCount is more than 0 and month is 6`.
pub fn comparisons(lang: Lang, all: &[Comparison]) -> String {
    if all.is_empty() {
        return lang.pick("always", "alltid").to_owned();
    }
    let one = |one: &Comparison| {
        format!("{} {} {}", operand(lang, &one.left), comparator(lang, one.operator), value(lang, &one.right))
    };
    let all: Vec<String> = all.iter().map(one).collect();
    and_list(lang, &all)
}

fn operand(lang: Lang, operand: &Operand) -> String {
    match operand {
        Operand::RecCount => "vars.recCount".to_owned(),
        Operand::Variable { scope, name } => variable(*scope, name),
        Operand::DayOfMonth => lang.pick("the day of the month", "dagen i månaden").to_owned(),
        Operand::Month => lang.pick("the month", "månaden").to_owned(),
        Operand::IsLeapYear => lang.pick("leap year", "skottår").to_owned(),
    }
}

/// A variable as a script writes it: `instance.vars.segment`.
pub fn variable(scope: Scope, name: &str) -> String {
    match scope {
        Scope::Instance => format!("instance.vars.{name}"),
        Scope::Task => format!("task.vars.{name}"),
        Scope::Event => format!("vars.{name}"),
    }
}

fn value(lang: Lang, value: &VarValue) -> String {
    match value {
        VarValue::Flag(on) => yes_or_no(lang, *on).to_owned(),
        VarValue::Integer(value) => value.to_string(),
        VarValue::Text(text) => quoted(lang, text),
    }
}

/// A line of an initialization script: `instance.vars.runs = instance.vars.runs + 1`.
pub fn assignment(lang: Lang, one: &Assignment) -> String {
    let name = variable(one.scope, &one.name);
    match &one.value {
        Assigned::Set(set) => format!("{name} = {}", value(lang, set)),
        Assigned::Add(more) if *more < 0 => {
            format!("{name} = {name} − {}", number(lang, more.unsigned_abs()))
        }
        Assigned::Add(more) => format!("{name} = {name} + {}", number(lang, more.unsigned_abs())),
    }
}
