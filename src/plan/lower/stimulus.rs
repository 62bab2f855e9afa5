//! Resolves the names in what is done during a run.

use std::rc::Rc;

use super::Builder;
use crate::base::time::SimSpan;
use crate::plan::stimulus::{Command, DeliveryCommand, PlanStimulus};
use crate::scenario::activity::ports::Port;
use crate::scenario::finding::{Finding, Problem};
use crate::scenario::intervention::Stimulus;

impl Builder<'_> {
    pub(super) fn stimulus(&mut self, stimulus: &Stimulus) -> PlanStimulus {
        match stimulus {
            Stimulus::EditTemplate { template, creative } => PlanStimulus::EditTemplate {
                template: self.template(template),
                creative: Rc::new(creative.clone()),
            },
            Stimulus::EditDelivery { activity, creative } => {
                PlanStimulus::EditDelivery { step: self.step(activity), creative: Rc::new(creative.clone()) }
            }
            Stimulus::Relabel { activity, label } => {
                PlanStimulus::Relabel { step: self.step(activity), label: label.as_str().into() }
            }
            Stimulus::RestartWorkflow => PlanStimulus::Command(Command::Restart),
            Stimulus::StartWorkflow => PlanStimulus::Command(Command::Start),
            Stimulus::PauseWorkflow => PlanStimulus::Command(Command::Pause),
            Stimulus::StopWorkflow => PlanStimulus::Command(Command::Stop),
            Stimulus::StopUnconditionally => PlanStimulus::Command(Command::StopUnconditionally),
            Stimulus::ExecutePending { activity } => {
                let step = activity.as_deref().map(|name| self.step(name));
                PlanStimulus::Command(Command::ExecutePending(step))
            }
            Stimulus::EditSchedule { activity, schedule } => {
                PlanStimulus::EditSchedule { step: self.step(activity), schedule: schedule.clone() }
            }
            Stimulus::PostSignal { activity } => PlanStimulus::PostSignal { step: self.step(activity) },
            Stimulus::Answer { activity, answer } => {
                PlanStimulus::Answer { step: self.step(activity), port: self.answer(activity, answer) }
            }
            Stimulus::SetVariable { name, value } => {
                PlanStimulus::SetVariable { name: name.as_str().into(), value: value.clone() }
            }
            Stimulus::ApproveDelivery { activity } => self.steering(activity, DeliveryCommand::Approve),
            Stimulus::ConfirmDelivery { activity } => self.steering(activity, DeliveryCommand::Confirm),
            Stimulus::PauseDelivery { activity } => self.steering(activity, DeliveryCommand::Pause),
            Stimulus::ResumeDelivery { activity } => self.steering(activity, DeliveryCommand::Resume),
            Stimulus::StopDelivery { activity } => self.steering(activity, DeliveryCommand::Stop),
            Stimulus::SendProof { activity } => self.steering(activity, DeliveryCommand::SendProof),
            Stimulus::Unsubscribe { recipient } => PlanStimulus::Unsubscribe(recipient.saturating_sub(1)),
            Stimulus::ServerDown { hours } => {
                PlanStimulus::ServerDown(SimSpan::from_hours(i64::from(*hours)))
            }
            Stimulus::FailTasks { activity, times, error } => {
                PlanStimulus::FailTasks { step: self.step(activity), times: *times, error: *error }
            }
        }
    }

    fn steering(&mut self, activity: &str, action: DeliveryCommand) -> PlanStimulus {
        PlanStimulus::Delivery { step: self.step(activity), action }
    }

    fn answer(&mut self, activity: &str, answer: &str) -> Port {
        let settings = self.scenario.workflow.activity(activity).map(|activity| &activity.settings);
        let port = settings.and_then(|settings| settings.port_named(Some(answer)));
        port.unwrap_or_else(|| {
            let problem = Problem::MissingOutput { output: answer.to_owned() };
            self.missing.push(Finding::error_at(activity, problem));
            Port::Main
        })
    }
}
