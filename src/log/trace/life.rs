//! Trace lines about the workflow and its tasks.

use super::port_name;
use crate::engine::record::{AbortCause, LifeCommand, LifeFact, PauseCause, StopCause};
use crate::plan::Step;
use crate::scenario::intervention::TaskError;
use crate::scenario::variables::VarValue;

pub(super) fn line(step: Option<&Step>, fact: &LifeFact) -> String {
    match fact {
        LifeFact::Waits { until: Some(until) } => format!("waits until {until}"),
        LifeFact::Waits { until: None } => "waits".into(),
        LifeFact::Unterminated { port } => {
            format!("output {} leads nowhere: the workflow pauses", port_name(step, *port))
        }
        LifeFact::Paused { cause } => format!("paused: {}", paused(*cause)),
        LifeFact::Resumed => "resumed".into(),
        LifeFact::Stopped { cause } => format!("stopped: {}", stopped(*cause)),
        LifeFact::Finished => "finished".into(),
        LifeFact::Ignored { command } => format!("{} has no effect", commanded(*command)),
        LifeFact::PendingExecuted { launches, tasks } => {
            format!("pending executed now: launches {launches}, waiting tasks {tasks}")
        }
        LifeFact::Late { due, missed } => format!("due {due}, late, {missed} more missed"),
        LifeFact::Aborted { cause } => format!("task aborted: {}", aborted(*cause)),
        LifeFact::Failed { error } => format!("task failed: {}", error_name(*error)),
        LifeFact::ErrorProcessed { error } => format!("error processed: {}", error_name(*error)),
        LifeFact::ExecutedAgain => "executed again".into(),
        LifeFact::NotExecuted => "enabled but not executed".into(),
        LifeFact::NotEnabled => "not enabled".into(),
        LifeFact::TooLong { since } => format!("warning: in progress for too long, since {since}"),
        LifeFact::ScheduleEdited => "schedule edited, for the next start".into(),
        LifeFact::VariableSet { name, value } => format!("instance.vars.{name} set to {}", shown(value)),
        LifeFact::ServerDown { until } => format!("server down until {until}"),
        LifeFact::ServerUp => "server up".into(),
        LifeFact::PausedTooLong { since, notice } => format!("notice {notice}: paused since {since}"),
    }
}

fn shown(value: &VarValue) -> String {
    match value {
        VarValue::Flag(flag) => flag.to_string(),
        VarValue::Integer(number) => number.to_string(),
        VarValue::Text(text) => format!("\"{text}\""),
    }
}

fn paused(cause: PauseCause) -> &'static str {
    match cause {
        PauseCause::Operator => "by an operator",
        PauseCause::Error => "a task failed; failed flag",
        PauseCause::ConsecutiveErrors => "too many errors in a row; failed flag",
        PauseCause::Unterminated => "at an unterminated transition",
    }
}

fn stopped(cause: StopCause) -> &'static str {
    match cause {
        StopCause::Operator => "by an operator",
        StopCause::Unconditional => "unconditionally",
        StopCause::Error => "abort on error; failed flag",
        StopCause::PausedTooLong => "paused for too long",
    }
}

fn aborted(cause: AbortCause) -> &'static str {
    match cause {
        AbortCause::Stopped => "the workflow is stopped",
        AbortCause::Priority => "the current task has priority",
        AbortCause::End => "an End interrupts it",
    }
}

fn commanded(command: LifeCommand) -> &'static str {
    match command {
        LifeCommand::Start => "start",
        LifeCommand::Pause => "pause",
        LifeCommand::Stop => "stop",
        LifeCommand::StopUnconditionally => "unconditional stop",
        LifeCommand::Restart => "restart",
        LifeCommand::ExecutePending => "execute pending tasks now",
    }
}

fn error_name(error: TaskError) -> &'static str {
    match error {
        TaskError::Database => "database",
        TaskError::FileSystem => "file system",
    }
}
