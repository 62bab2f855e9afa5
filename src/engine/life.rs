//! The life of the workflow: start, launches, commands, errors (`start-a-workflow` page).

use std::rc::Rc;

use super::behavior;
use super::parcel::Parcel;
use super::record::What;
use super::task::Turn;
use super::world::{Event, World};
use crate::base::time::SimTime;
use crate::plan::stimulus::{Command, PlanStimulus};
use crate::plan::{StepIdx, TemplateIdx, Work};
use crate::scenario::creative::Creative;
use crate::scenario::intervention::TaskError;

impl World {
    /// Starts the workflow at the first moment of the run.
    pub(super) fn start(&mut self) {
        let plan = self.plan.clone();
        // Interventions are queued first: at equal times they come before launches.
        for (number, intervention) in plan.interventions.iter().enumerate() {
            self.queue.push(intervention.at, Event::Intervene(number));
        }
        self.enable_all(plan.start, What::WorkflowStarted);
    }

    pub(super) fn launch(&mut self, at: SimTime, step: StepIdx) {
        self.memories[step].launched += 1;
        let launch = self.memories[step].launched;
        self.note(at, Some(step), What::Launched { launch });
        self.queue_next_launch(step);
        self.enter(at, step, None, Parcel::default());
    }

    /// Every activity that nothing leads into begins, by its schedule or at once (`start-and-end` page).
    fn enable_all(&mut self, at: SimTime, how: What) {
        self.starts += 1;
        self.note(at, None, how);
        let plan = self.plan.clone();
        for (step, row) in plan.steps.iter().enumerate() {
            if let Work::Incremental(query) = &row.work
                && !query.keep_history
            {
                behavior::empty_history(self, at, step);
            }
            if let Some(schedule) = row.work.schedule() {
                self.memories[step].launches = Some(schedule.launches(at));
                self.queue_next_launch(step);
            } else if row.is_root() {
                self.note(at, Some(step), What::Began);
                self.queue.push(at, Event::Enter { step, via: None, parcel: Parcel::default() });
            }
        }
    }

    fn queue_next_launch(&mut self, step: StepIdx) {
        let next = self.memories[step].launches.as_mut().and_then(Iterator::next);
        if let Some(at) = next.filter(|&at| at < self.plan.end) {
            self.queue.push(at, Event::Launch { step, start: self.starts });
        }
    }

    pub(super) fn intervene(&mut self, at: SimTime, stimulus: &PlanStimulus) {
        match stimulus {
            PlanStimulus::EditTemplate { template, creative } => self.edit_template(at, *template, creative),
            PlanStimulus::EditDelivery { step, creative } => {
                self.memories[*step].creative = Some(creative.clone());
                self.note(at, Some(*step), What::DeliveryEdited);
            }
            PlanStimulus::Relabel { step, label } => {
                self.memories[*step].label = label.clone();
                self.note(at, Some(*step), What::Relabelled { label: label.clone() });
            }
            PlanStimulus::Command(Command::Restart) => self.enable_all(at, What::WorkflowRestarted),
            PlanStimulus::Unsubscribe(recipient) => {
                self.people.apply_opt_out(*recipient);
            }
            PlanStimulus::Delivery { step, action } => self.command_delivery(at, *step, *action),
            _ => {}
        }
    }

    fn edit_template(&mut self, at: SimTime, template: TemplateIdx, creative: &Rc<Creative>) {
        self.templates[template] = creative.clone();
        self.note(at, None, What::TemplateEdited { template });
    }

    pub(super) fn pause_at_unterminated(&mut self, _turn: Turn) {}

    pub(super) fn fail(&mut self, _turn: Turn, _error: TaskError) {}
}
