//! Tasks in error: what catches an error, and what it does to the workflow (`workflow-properties` page).

use std::rc::Rc;

use super::record::{EndingKind, LifeFact, PauseCause, StopCause, TaskIdx, What};
use super::task::{Arrivals, Turn};
use super::world::{Event, World};
use crate::base::time::SimTime;
use crate::plan::StepIdx;
use crate::scenario::activity::advanced::OnError;
use crate::scenario::activity::ports::Port;
use crate::scenario::intervention::TaskError;

impl World {
    /// The error that the next task of an activity is to run into, if it is to fail.
    pub(super) fn next_error(&mut self, step: StepIdx) -> Option<TaskError> {
        let (times, error) = self.memories[step].failing?;
        self.memories[step].failing = (times > 1).then(|| (times - 1, error));
        Some(error)
    }

    /// A task is in error. Only file-system errors are caught by *Process errors*; the workflow then goes on.
    pub(super) fn fail(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, error: TaskError) {
        let plan = self.plan.clone();
        let row = &plan.steps[turn.step];
        let is_caught =
            error == TaskError::FileSystem && row.outputs.iter().any(|output| output.port == Port::Error);
        if is_caught {
            self.note_of(turn, What::Life(LifeFact::ErrorProcessed { error }));
            self.end(turn, EndingKind::Finished);
            return self.activate(turn, Port::Error, &arrivals.first());
        }
        self.note_of(turn, What::Life(LifeFact::Failed { error }));
        match row.on_error {
            OnError::Suspend => self.suspend(turn, arrivals, PauseCause::Error),
            OnError::Ignore => self.ignore_error(turn, arrivals),
            OnError::Abort => {
                self.end(turn, EndingKind::Failed);
                self.stop(turn.at, StopCause::Error);
            }
        }
    }

    /// The task failed and the workflow goes on, unless that was one error too many.
    ///
    /// Assumption: errors in a row are counted for each activity, and the error that reaches the number suspends.
    fn ignore_error(&mut self, turn: Turn, arrivals: &Rc<Arrivals>) {
        let limit = self.plan.properties.consecutive_errors;
        let errors = &mut self.memories[turn.step].errors;
        *errors += 1;
        if limit > 0 && *errors >= limit {
            *errors = 0;
            self.suspend(turn, arrivals, PauseCause::ConsecutiveErrors);
        } else {
            self.end(turn, EndingKind::Failed);
        }
    }

    /// The workflow is paused; when it is resumed, the task is executed again.
    fn suspend(&mut self, turn: Turn, arrivals: &Rc<Arrivals>, cause: PauseCause) {
        let own = self.variables.task.remove(&turn.task);
        self.end(turn, EndingKind::Failed);
        if let Some(own) = own {
            self.variables.task.insert(turn.task, own);
        }
        self.pause(turn.at, cause);
        self.standing.entering += 1;
        let (arrivals, start) = (arrivals.clone(), self.standing.starts);
        self.standing.held.push(Event::Again { failed: turn.task, arrivals, start });
    }

    /// The erroneous activity is executed again with what had come in (`monitor-workflow-execution` page).
    ///
    /// Assumption: as a new task with the variables of the failed one; its initialization script is not carried out
    /// a second time.
    pub(super) fn execute_again(&mut self, at: SimTime, failed: TaskIdx, arrivals: &Rc<Arrivals>) {
        let step = self.record.tasks[failed].step;
        let task = self.begin(at, step);
        if let Some(own) = self.variables.task.remove(&failed) {
            self.variables.task.insert(task, own);
        }
        let turn = Turn { at, step, task };
        self.note_of(turn, What::Life(LifeFact::ExecutedAgain));
        self.execute_given(turn, arrivals);
    }
}
