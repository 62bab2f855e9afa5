//! Trace lines about the flow.

use super::port_name;
use crate::engine::record::FlowFact;
use crate::plan::flow::Flow;
use crate::plan::{Plan, Step, Work};
use crate::scenario::activity::flow::Operand;
use crate::scenario::variables::{Scope, VarValue};

pub(super) fn line(plan: &Plan, step: Option<&Step>, fact: &FlowFact) -> String {
    match fact {
        FlowFact::Tested { port, seen } => {
            let chosen = match port {
                Some(port) => format!("output {}", port_name(step, *port)),
                None => "no condition is true: the branch ends".to_owned(),
            };
            if seen.is_empty() { chosen } else { format!("{chosen} ({})", looked_at(seen)) }
        }
        FlowFact::Joined { joined, from: None, .. } => format!("joined {joined} transitions"),
        FlowFact::Joined { joined, from: Some(from), is_random } => {
            let from = plan.links.get(*from).and_then(|link| plan.steps.get(link.from));
            let how = if *is_random { ", chosen at random" } else { "" };
            let from = from.map_or("", |step| &step.name);
            format!("joined {joined} transitions, passes on the population from {from}{how}")
        }
        FlowFact::DimensionsDiffer => "populations of different dimensions cannot be joined".into(),
        FlowFact::OutsideWindow => "outside the window: dropped".into(),
        FlowFact::Signalled => "signal received".into(),
        FlowFact::Answered { port } => format!("answer {}", port_name(step, *port)),
        FlowFact::Expired { port } => format!("expired, output {}", port_name(step, *port)),
        FlowFact::NoEffect { port: Some(port), .. } => {
            format!("answer {} has no effect: nothing waits for it", port_name(step, *port))
        }
        FlowFact::NoEffect { is_command: true, .. } => {
            "executing pending tasks now has no effect: the task goes on waiting".into()
        }
        FlowFact::NoEffect { .. } => "signal has no effect: nothing waits for it".into(),
        FlowFact::Alerted => match step.map(|step| &step.work) {
            Some(Work::Flow(Flow::Alert(message))) => format!("alert \"{message}\""),
            _ => "alert".into(),
        },
        FlowFact::Called => "sub-workflow begins".into(),
        FlowFact::CameBack { count: Some(count) } => format!("sub-workflow came back with {count}"),
        FlowFact::CameBack { count: None } => "sub-workflow came back".into(),
        FlowFact::TooManyTasks { limit } => {
            format!("stopped: more than {limit} tasks without time passing")
        }
    }
}

/// `instance.vars.isRunning is true, vars.recCount is 3`, as a script would call them.
fn looked_at(seen: &[(Operand, VarValue)]) -> String {
    let one = |(operand, value): &(Operand, VarValue)| {
        let value = match value {
            VarValue::Flag(flag) => flag.to_string(),
            VarValue::Integer(number) => number.to_string(),
            VarValue::Text(text) => format!("\"{text}\""),
        };
        format!("{} is {value}", called(operand))
    };
    seen.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// What a script calls it; what it would calculate is in words.
fn called(operand: &Operand) -> String {
    match operand {
        Operand::RecCount => "vars.recCount".into(),
        Operand::Variable { scope, name } => {
            let whose = match scope {
                Scope::Instance => "instance.vars",
                Scope::Task => "task.vars",
                Scope::Event => "vars",
            };
            format!("{whose}.{name}")
        }
        Operand::DayOfMonth => "day of the month".into(),
        Operand::Month => "month".into(),
        Operand::IsLeapYear => "leap year".into(),
    }
}
