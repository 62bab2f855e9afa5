//! What is done during a run, as a clause: `the workflow is restarted`.

use super::format::{counted, counted_sv, quoted};
use super::{Lang, label};
use crate::scenario::Scenario;
use crate::scenario::intervention::Stimulus;
use crate::scenario::variables::VarValue;
use crate::text::lang::Wording;
use crate::text::lang::say;

/// What is done, without a capital and without a full stop.
pub fn clause(lang: Lang, scenario: &Scenario, what: &Stimulus) -> String {
    let of = |name: &str| quoted(lang, label::of_activity(scenario, name));
    match lang.wording() {
        Wording::En => english(lang, scenario, what, &of),
        Wording::Sv => swedish(scenario, what, &of),
    }
}

fn template(lang: Lang, scenario: &Scenario, name: &str) -> String {
    quoted(lang, label::of_template(scenario, name))
}

fn english(lang: Lang, scenario: &Scenario, what: &Stimulus, of: &dyn Fn(&str) -> String) -> String {
    match what {
        Stimulus::EditTemplate { template: name, .. } => {
            say!(lang, "the template {template} is edited", template = template(lang, scenario, name))
        }
        Stimulus::EditDelivery { activity, .. } => {
            say!(lang, "the creative of {activity} is edited", activity = of(activity))
        }
        Stimulus::Relabel { activity, label } => {
            say!(
                lang,
                "{activity} gets the label {label}",
                activity = of(activity),
                label = quoted(lang, label)
            )
        }
        Stimulus::RestartWorkflow => say!(lang, "the workflow is restarted").into(),
        Stimulus::StartWorkflow => say!(lang, "the workflow is started").into(),
        Stimulus::PauseWorkflow => say!(lang, "the workflow is paused").into(),
        Stimulus::StopWorkflow => say!(lang, "the workflow is stopped").into(),
        Stimulus::StopUnconditionally => say!(lang, "the workflow is stopped unconditionally").into(),
        Stimulus::ExecutePending { activity: None } => {
            say!(lang, "the pending tasks are executed now").into()
        }
        Stimulus::ExecutePending { activity: Some(activity) } => {
            say!(lang, "the pending tasks of {activity} are executed now", activity = of(activity))
        }
        Stimulus::EditSchedule { activity, .. } => {
            say!(lang, "the schedule of {activity} is changed", activity = of(activity))
        }
        Stimulus::PostSignal { activity } => {
            say!(lang, "a signal is posted to {activity}", activity = of(activity))
        }
        Stimulus::Answer { activity, answer } => {
            say!(
                lang,
                "{activity} is answered with {answer}",
                activity = of(activity),
                answer = quoted(lang, answer)
            )
        }
        Stimulus::SetVariable { name, value } => {
            say!(
                lang,
                "the instance variable {name} is set to {variable}",
                name = quoted(lang, name),
                variable = variable(lang, value)
            )
        }
        Stimulus::ApproveDelivery { activity } => {
            say!(lang, "the deliveries of {activity} are approved", activity = of(activity))
        }
        Stimulus::ConfirmDelivery { activity } => {
            say!(lang, "the deliveries of {activity} are confirmed", activity = of(activity))
        }
        Stimulus::PauseDelivery { activity } => {
            say!(lang, "the newest delivery of {activity} is paused", activity = of(activity))
        }
        Stimulus::ResumeDelivery { activity } => {
            say!(lang, "the newest delivery of {activity} goes on", activity = of(activity))
        }
        Stimulus::StopDelivery { activity } => {
            say!(lang, "the newest delivery of {activity} is stopped", activity = of(activity))
        }
        Stimulus::SendProof { activity } => {
            say!(lang, "a proof of {activity} is sent", activity = of(activity))
        }
        Stimulus::Unsubscribe { recipient } => say!(lang, "recipient {recipient} unsubscribes", recipient),
        Stimulus::ServerDown { hours } => {
            say!(
                lang,
                "the workflow server is down for {hours}",
                hours = counted(lang, (*hours).into(), "hour", "hours")
            )
        }
        Stimulus::FailTasks { activity, times, .. } => {
            say!(
                lang,
                "{activity} fails {times}",
                activity = of(activity),
                times = counted(lang, (*times).into(), "time", "times")
            )
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
            format!("arbetsflödesservern är nere i {}", counted_sv((*hours).into(), "timme", "timmar"))
        }
        Stimulus::FailTasks { activity, times, .. } => {
            format!("{} misslyckas {}", of(activity), counted_sv((*times).into(), "gång", "gånger"))
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
