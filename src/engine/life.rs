//! The life of the workflow: its start, the launches of its schedules, and what is done to it.

use std::rc::Rc;

use super::behavior;
use super::parcel::Parcel;
use super::queue::Rank;
use super::record::{LifeFact, PlannedLaunch, What, WorkflowState};
use super::task::Wake;
use super::world::{Event, World};
use crate::base::time::SimTime;
use crate::plan::stimulus::PlanStimulus;
use crate::plan::{StepIdx, TemplateIdx, Work};
use crate::scenario::activity::advanced::Execution;
use crate::scenario::creative::Creative;

impl World {
    /// Starts the workflow at the first moment of the run.
    pub(super) fn start(&mut self) {
        let plan = self.plan.clone();
        // At equal times what a person does comes before launches.
        let during = plan.interventions.iter().enumerate().filter(|(_, one)| one.at >= plan.start);
        for (number, intervention) in during {
            self.queue.push_ranked(intervention.at, Rank::Person, Event::Intervene(number));
        }
        self.enable_all(plan.start, What::WorkflowStarted);
        self.finish_if_idle(plan.start);
    }

    /// A schedule launches its activity: when it is due, later if that was not possible, or earlier where an
    /// operator executes what is pending.
    pub(super) fn launch(&mut self, at: SimTime, step: StepIdx) {
        let due = self.memories[step].next_launch;
        self.memories[step].launched += 1;
        let launch = self.memories[step].launched;
        self.note(at, Some(step), What::Launched { launch });
        let missed = self.plan_next_launch(at, step);
        if let Some(due) = due.filter(|&due| due < at) {
            self.note(at, Some(step), What::Life(LifeFact::Late { due, missed }));
        }
        self.enter(at, step, None, Parcel::default());
    }

    /// Every activity that nothing leads into begins, by its schedule or at once (`start-and-end` page). What went
    /// on before is stopped.
    pub(super) fn enable_all(&mut self, at: SimTime, how: What) {
        self.note(at, None, how);
        self.drop_everything(at);
        self.standing.state = WorkflowState::Started;
        self.standing.is_failed = false;
        let plan = self.plan.clone();
        for (step, row) in plan.steps.iter().enumerate() {
            if let Work::Incremental(query) = &row.work
                && !query.keep_history
            {
                behavior::empty_history(self, at, step);
            }
            self.memories[step].errors = 0;
            let edited = self.memories[step].schedule.as_ref();
            if let Some(schedule) = row.work.schedule().map(|own| edited.unwrap_or(own)) {
                if row.advanced.execution == Execution::DoNotEnable {
                    self.note(at, Some(step), What::Life(LifeFact::NotEnabled));
                } else {
                    // Not after `at` but from it on: a launch in the second of the start takes place.
                    let mut launches = schedule.launches_in(row.zone, at);
                    let first = launches.next();
                    self.memories[step].launches = Some(launches);
                    self.set_next_launch(at, step, first);
                }
            } else if row.is_root() {
                self.note(at, Some(step), What::Began);
                self.queue_entry(at, step, None, Parcel::default());
            }
        }
    }

    /// Plans the first launch later than `at`; returns how many before it are left out.
    fn plan_next_launch(&mut self, at: SimTime, step: StepIdx) -> u32 {
        let (mut missed, mut next) = (0, None);
        for launch in self.memories[step].launches.iter_mut().flatten() {
            if launch > at {
                next = Some(launch);
                break;
            }
            missed += 1;
        }
        self.set_next_launch(at, step, next);
        missed
    }

    fn set_next_launch(&mut self, at: SimTime, step: StepIdx, next: Option<SimTime>) {
        let memory = &mut self.memories[step];
        self.standing.scheduled -= usize::from(memory.next_launch.is_some());
        self.standing.scheduled += usize::from(next.is_some());
        memory.next_launch = next;
        memory.launch_number += 1;
        let number = memory.launch_number;
        self.record.planned.push(PlannedLaunch { step, at, next });
        if let Some(launch) = next.filter(|&launch| launch < self.plan.end) {
            self.queue.push(launch, Event::Launch { step, number });
        }
    }

    /// The launch that is planned, if one is, does not take place.
    pub(super) fn cancel_launch(&mut self, at: SimTime, step: StepIdx) {
        if self.memories[step].next_launch.is_some() {
            self.set_next_launch(at, step, None);
        }
        self.memories[step].launches = None;
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
            PlanStimulus::Command(command) => self.command(at, *command),
            PlanStimulus::EditSchedule { step, schedule } => {
                self.memories[*step].schedule = Some(schedule.clone());
                self.note(at, Some(*step), What::Life(LifeFact::ScheduleEdited));
            }
            PlanStimulus::Unsubscribe(recipient) => {
                self.people.apply_opt_out(*recipient);
            }
            PlanStimulus::SetVariable { name, value } => {
                self.variables.instance.insert(name.clone(), value.clone());
                let (name, value) = (name.clone(), value.clone());
                self.note(at, None, What::Life(LifeFact::VariableSet { name, value }));
            }
            PlanStimulus::ServerDown(span) => self.server_down(at, *span),
            PlanStimulus::FailTasks { step, times, error } => {
                self.memories[*step].failing = (*times > 0).then_some((*times, *error));
            }
            PlanStimulus::PostSignal { step } => self.signal(at, *step, Wake::Signal),
            PlanStimulus::Answer { step, port } => self.signal(at, *step, Wake::Answer(*port)),
            PlanStimulus::Delivery { step, action } => self.command_delivery(at, *step, *action),
        }
    }

    fn edit_template(&mut self, at: SimTime, template: TemplateIdx, creative: &Rc<Creative>) {
        self.templates[template] = creative.clone();
        self.note(at, None, What::TemplateEdited { template });
    }
}
