//! What is done during a run, as a clause: `the workflow is restarted`.

use super::format::{counted, quoted};
use super::{Lang, label};
use crate::scenario::Scenario;
use crate::scenario::intervention::Stimulus;
use crate::scenario::variables::VarValue;

/// What is done, without a capital and without a full stop.
pub fn clause(lang: Lang, scenario: &Scenario, what: &Stimulus) -> String {
    let of = |name: &str| quoted(lang, label::of_activity(scenario, name));
    match lang {
        Lang::En => english(scenario, what, &of),
        Lang::Sv => swedish(scenario, what, &of),
    }
}

fn template(lang: Lang, scenario: &Scenario, name: &str) -> String {
    quoted(lang, label::of_template(scenario, name))
}

fn english(scenario: &Scenario, what: &Stimulus, of: &dyn Fn(&str) -> String) -> String {
    let lang = Lang::En;
    match what {
        Stimulus::EditTemplate { template: name, .. } => {
            format!("the template {} is edited", template(lang, scenario, name))
        }
        Stimulus::EditDelivery { activity, .. } => format!("the creative of {} is edited", of(activity)),
        Stimulus::Relabel { activity, label } => {
            format!("{} gets the label {}", of(activity), quoted(lang, label))
        }
        Stimulus::RestartWorkflow => "the workflow is restarted".into(),
        Stimulus::StartWorkflow => "the workflow is started".into(),
        Stimulus::PauseWorkflow => "the workflow is paused".into(),
        Stimulus::StopWorkflow => "the workflow is stopped".into(),
        Stimulus::StopUnconditionally => "the workflow is stopped unconditionally".into(),
        Stimulus::ExecutePending { activity: None } => "the pending tasks are executed now".into(),
        Stimulus::ExecutePending { activity: Some(activity) } => {
            format!("the pending tasks of {} are executed now", of(activity))
        }
        Stimulus::EditSchedule { activity, .. } => format!("the schedule of {} is changed", of(activity)),
        Stimulus::PostSignal { activity } => format!("a signal is posted to {}", of(activity)),
        Stimulus::Answer { activity, answer } => {
            format!("{} is answered with {}", of(activity), quoted(lang, answer))
        }
        Stimulus::SetVariable { name, value } => {
            format!("the instance variable {} is set to {}", quoted(lang, name), variable(lang, value))
        }
        Stimulus::ApproveDelivery { activity } => format!("the deliveries of {} are approved", of(activity)),
        Stimulus::ConfirmDelivery { activity } => format!("the deliveries of {} are confirmed", of(activity)),
        Stimulus::PauseDelivery { activity } => format!("the newest delivery of {} is paused", of(activity)),
        Stimulus::ResumeDelivery { activity } => format!("the newest delivery of {} goes on", of(activity)),
        Stimulus::StopDelivery { activity } => format!("the newest delivery of {} is stopped", of(activity)),
        Stimulus::SendProof { activity } => format!("a proof of {} is sent", of(activity)),
        Stimulus::Unsubscribe { recipient } => format!("recipient {recipient} unsubscribes"),
        Stimulus::ServerDown { hours } => {
            format!("the workflow server is down for {}", counted(lang, (*hours).into(), "hour", "hours"))
        }
        Stimulus::FailTasks { activity, times, .. } => {
            format!("{} fails {}", of(activity), counted(lang, (*times).into(), "time", "times"))
        }
    }
}

fn swedish(scenario: &Scenario, what: &Stimulus, of: &dyn Fn(&str) -> String) -> String {
    let lang = Lang::Sv;
    match what {
        Stimulus::EditTemplate { template: name, .. } => {
            format!("mallen {} redigeras", template(lang, scenario, name))
        }
        Stimulus::EditDelivery { activity, .. } => format!("innehållet i {} redigeras", of(activity)),
        Stimulus::Relabel { activity, label } => {
            format!("{} får etiketten {}", of(activity), quoted(lang, label))
        }
        Stimulus::RestartWorkflow => "arbetsflödet startas om".into(),
        Stimulus::StartWorkflow => "arbetsflödet startas".into(),
        Stimulus::PauseWorkflow => "arbetsflödet pausas".into(),
        Stimulus::StopWorkflow => "arbetsflödet stoppas".into(),
        Stimulus::StopUnconditionally => "arbetsflödet stoppas ovillkorligt".into(),
        Stimulus::ExecutePending { activity: None } => "väntande uppgifter körs nu".into(),
        Stimulus::ExecutePending { activity: Some(activity) } => {
            format!("väntande uppgifter i {} körs nu", of(activity))
        }
        Stimulus::EditSchedule { activity, .. } => format!("schemat för {} ändras", of(activity)),
        Stimulus::PostSignal { activity } => format!("en signal skickas till {}", of(activity)),
        Stimulus::Answer { activity, answer } => {
            format!("{} besvaras med {}", of(activity), quoted(lang, answer))
        }
        Stimulus::SetVariable { name, value } => {
            format!("instansvariabeln {} sätts till {}", quoted(lang, name), variable(lang, value))
        }
        Stimulus::ApproveDelivery { activity } => format!("leveranserna från {} godkänns", of(activity)),
        Stimulus::ConfirmDelivery { activity } => format!("leveranserna från {} bekräftas", of(activity)),
        Stimulus::PauseDelivery { activity } => {
            format!("den senaste leveransen från {} pausas", of(activity))
        }
        Stimulus::ResumeDelivery { activity } => {
            format!("den senaste leveransen från {} återupptas", of(activity))
        }
        Stimulus::StopDelivery { activity } => {
            format!("den senaste leveransen från {} stoppas", of(activity))
        }
        Stimulus::SendProof { activity } => format!("ett korrektur av {} skickas", of(activity)),
        Stimulus::Unsubscribe { recipient } => format!("mottagare {recipient} avregistrerar sig"),
        Stimulus::ServerDown { hours } => {
            format!("arbetsflödesservern är nere i {}", counted(lang, (*hours).into(), "timme", "timmar"))
        }
        Stimulus::FailTasks { activity, times, .. } => {
            format!("{} misslyckas {}", of(activity), counted(lang, (*times).into(), "gång", "gånger"))
        }
    }
}

/// The value of a variable.
pub fn variable(lang: Lang, value: &VarValue) -> String {
    match value {
        VarValue::Flag(true) => lang.pick("true", "sant").into(),
        VarValue::Flag(false) => lang.pick("false", "falskt").into(),
        VarValue::Integer(number) => number.to_string(),
        VarValue::Text(text) => quoted(lang, text),
    }
}
