//! What an operator commands: start, pause, stop, restart, execute what is pending (`start-a-workflow` page).

use super::queue::Rank;
use super::record::{AbortCause, LifeCommand, LifeFact, PauseCause, StopCause, TaskIdx, What, WorkflowState};
use super::task::Wake;
use super::world::World;
use crate::base::time::SimTime;
use crate::plan::StepIdx;
use crate::plan::stimulus::Command;

impl World {
    /// Carries out a command, or notes that the workflow is in no state for it.
    pub(super) fn command(&mut self, at: SimTime, command: Command) {
        let state = self.standing.state;
        // `advanced-parameters` page: after *Abort on error* the workflow cannot be restarted.
        let is_aborted = state == WorkflowState::Finished && self.standing.is_failed;
        match (command, state) {
            (Command::Start | Command::Restart, _) if is_aborted => self.ignore(at, command),
            (Command::Start, WorkflowState::Paused) => self.go_on(at),
            (Command::Start, WorkflowState::BeingEdited | WorkflowState::Finished) => {
                // The variables of the instance are cleared by Start and kept by Restart. Another page of the
                // product, `monitor-workflow-execution`, has them reset by a restart.
                self.variables.instance.clear();
                self.enable_all(at, What::WorkflowStarted);
            }
            (Command::Restart, _) => self.enable_all(at, What::WorkflowRestarted),
            (Command::Pause, WorkflowState::Started) => self.pause(at, PauseCause::Operator),
            (Command::Stop, WorkflowState::Started | WorkflowState::Paused) => {
                self.stop(at, StopCause::Operator);
            }
            (Command::StopUnconditionally, WorkflowState::Started | WorkflowState::Paused) => {
                self.stop(at, StopCause::Unconditional);
            }
            (Command::ExecutePending(only), WorkflowState::Started) => self.execute_pending(at, only),
            _ => self.ignore(at, command),
        }
    }

    fn ignore(&mut self, at: SimTime, command: Command) {
        let command = match command {
            Command::Start => LifeCommand::Start,
            Command::Pause => LifeCommand::Pause,
            Command::Stop => LifeCommand::Stop,
            Command::StopUnconditionally => LifeCommand::StopUnconditionally,
            Command::Restart => LifeCommand::Restart,
            Command::ExecutePending(_) => LifeCommand::ExecutePending,
        };
        self.note(at, None, What::Life(LifeFact::Ignored { command }));
    }

    /// Pauses the workflow: tasks that wait go on waiting, and what they or schedules activate is held.
    pub(super) fn pause(&mut self, at: SimTime, cause: PauseCause) {
        let fails_now = cause.is_failure() && !self.standing.is_failed;
        let is_news = match self.standing.state {
            WorkflowState::Started => {
                self.standing.state = WorkflowState::Paused;
                self.standing.paused_at = at;
                self.begin_supervision(at);
                true
            }
            // A task that was in progress fails during a pause: the flag is new, the pause is not.
            WorkflowState::Paused => fails_now,
            WorkflowState::BeingEdited | WorkflowState::Finished => false,
        };
        if is_news {
            self.standing.is_failed |= cause.is_failure();
            self.note(at, None, What::Life(LifeFact::Paused { cause }));
        }
    }

    /// Goes on where the workflow stopped: what was held takes place now, in the order in which it was due.
    ///
    /// Assumption: of the launches that a schedule missed meanwhile, one takes place, late; then it goes on as
    /// planned. An activation that came to an unterminated transition is lost.
    fn go_on(&mut self, at: SimTime) {
        self.standing.state = WorkflowState::Started;
        self.standing.is_failed = false;
        self.note(at, None, What::Life(LifeFact::Resumed));
        for event in std::mem::take(&mut self.standing.held) {
            self.queue.push_ranked(at, Rank::Late, event);
        }
    }

    /// Stops the workflow: its state is *Finished*, and what was in progress or to come is dropped.
    ///
    /// Assumption: messages that are being sent go on being sent.
    pub(super) fn stop(&mut self, at: SimTime, cause: StopCause) {
        self.standing.state = WorkflowState::Finished;
        self.standing.is_failed = cause == StopCause::Error;
        self.note(at, None, What::Life(LifeFact::Stopped { cause }));
        self.drop_everything(at);
    }

    /// Aborts the tasks in progress and forgets what is to come.
    pub(super) fn drop_everything(&mut self, at: SimTime) {
        self.standing.starts += 1;
        self.standing.entering = 0;
        self.standing.held.clear();
        self.abort_all(at, AbortCause::Stopped);
        self.variables.task.clear();
        for step in 0..self.memories.len() {
            self.cancel_launch(at, step);
            // A start clears them: what one of several transitions had brought is of the execution that is over.
            self.memories[step].gathered.clear();
        }
    }

    /// Fires the next launch of each schedule and wakes the tasks that wait, of one activity or of all.
    ///
    /// Assumption: the launch is brought forward, so that it does not take place a second time when it is due.
    fn execute_pending(&mut self, at: SimTime, only: Option<StepIdx>) {
        let is_meant = |step: StepIdx| only.is_none_or(|only| only == step);
        let launches: Vec<StepIdx> = (0..self.memories.len())
            .filter(|&step| is_meant(step) && self.memories[step].next_launch.is_some())
            .collect();
        let waiting = self.waiting.iter().filter(|(_, waiting)| is_meant(waiting.step));
        let tasks: Vec<TaskIdx> = waiting.map(|(&task, _)| task).collect();
        let count = |length: usize| u32::try_from(length).unwrap_or(u32::MAX);
        let fact = LifeFact::PendingExecuted { launches: count(launches.len()), tasks: count(tasks.len()) };
        self.note(at, only, What::Life(fact));
        for step in launches {
            // A task that fails at once can pause or stop the workflow before the next one begins.
            if self.standing.state == WorkflowState::Started {
                self.launch(at, step);
            }
        }
        for task in tasks {
            self.wake(at, task, Wake::Now);
        }
    }
}
