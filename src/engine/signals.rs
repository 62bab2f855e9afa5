//! What reaches tasks from outside: initialization scripts, signals, answers, and sub-workflows that come back.

use super::MAX_TASKS_AT_ONCE;
use super::parcel::Parcel;
use super::record::{FlowFact, Task, TaskIdx, What};
use super::task::{Arrivals, Outcome, Turn, Wake};
use super::world::World;
use crate::base::time::SimTime;
use crate::plan::StepIdx;
use crate::scenario::activity::ports::Port;

impl World {
    /// Hands a signal or an answer to every waiting task of an activity; where none waits it has no effect.
    pub(super) fn signal(&mut self, at: SimTime, step: StepIdx, why: Wake) {
        let tasks: Vec<TaskIdx> = self.waiting_tasks(step).collect();
        if tasks.is_empty() {
            self.no_effect(at, step, why);
        }
        for task in tasks {
            self.wake(at, task, why);
        }
    }

    /// Notes that something from outside was not waited for.
    pub(super) fn no_effect(&mut self, at: SimTime, step: StepIdx, why: Wake) {
        let port = match why {
            Wake::Answer(port) => Some(port),
            _ => None,
        };
        let is_command = why == Wake::Now;
        self.note(at, Some(step), What::Flow(FlowFact::NoEffect { port, is_command }));
    }

    /// A sub-workflow comes back: the oldest call that waits for it is over and passes the result on.
    ///
    /// Assumption: where it comes back more often than it was called, each further time is a task of its own that
    /// passes the result on too.
    pub(super) fn come_back(&mut self, at: SimTime, step: StepIdx, parcel: Parcel) {
        let waiting = self.waiting_tasks(step).next();
        let task = waiting.unwrap_or_else(|| self.begin(at, step));
        let fact = FlowFact::CameBack { count: parcel.count() };
        self.resume(Turn { at, step, task }, What::Flow(fact), Outcome::Done(vec![(Port::Main, parcel)]));
    }

    /// Carries out the initialization script of an activity, as each of its tasks begins.
    pub(super) fn initialize(&mut self, turn: Turn, arrivals: &mut Arrivals) {
        let plan = self.plan.clone();
        for assignment in &plan.steps[turn.step].advanced.initialization {
            arrivals.assign(&mut self.variables, assignment, turn.task);
        }
    }

    /// The newest task, where too many tasks began in its second.
    pub(super) fn crowded(&self) -> Option<Task> {
        let tasks = &self.record.tasks;
        let (newest, before) = (tasks.last()?, tasks.len().checked_sub(MAX_TASKS_AT_ONCE + 1)?);
        (tasks.get(before)?.created_at == newest.created_at).then_some(*newest)
    }

    fn waiting_tasks(&self, step: StepIdx) -> impl Iterator<Item = TaskIdx> {
        self.waiting.iter().filter(move |(_, waiting)| waiting.step == step).map(|(task, _)| *task)
    }
}
