//! The task list with the console's columns, at a moment (`monitor-workflow-execution` page, *Tasks* tab).

use std::collections::BTreeMap;

use super::RunLog;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::{Ending, EndingKind, LifeFact, TaskIdx, What, WorkflowState};
use crate::plan::StepIdx;

/// *Status* of a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskStatus {
    /// *Finished*.
    Finished,
    /// *Aborted*.
    Aborted,
    /// In error.
    Failed,
    /// In progress: it has what came by some transitions and not yet by all.
    InProgress,
    /// It waits for a moment, or for something from outside.
    Waiting,
}

/// A row of the task list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaskRow {
    /// Which task; none for a schedule that waits for its next launch. Assumption: the product's persistent task of
    /// a Scheduler is shown as a row of its own, with what it launched as further rows.
    pub task: Option<TaskIdx>,
    /// *Activity name*.
    pub step: StepIdx,
    /// *Creation date*.
    pub created_at: SimTime,
    /// *Status*.
    pub status: TaskStatus,
    /// *Duration*: until it ended, or until the moment where it goes on.
    pub duration: SimSpan,
    /// *Next execution*: when it goes on or its schedule launches, where that is known.
    pub next_execution: Option<SimTime>,
}

impl RunLog {
    /// The tasks made until `moment`, newest first; above them the schedules that wait for their next launch.
    pub fn task_list(&self, moment: SimTime) -> Vec<TaskRow> {
        let record = self.record();
        let ended = record.endings.partition_point(|ending| ending.at <= moment);
        let endings: BTreeMap<TaskIdx, &Ending> =
            record.endings[..ended].iter().map(|ending| (ending.task, ending)).collect();
        let made = record.tasks.partition_point(|task| task.created_at <= moment);
        let waits = self.waits_until(moment);
        let rows = (0..made).rev().map(|task| {
            let row = record.tasks[task];
            let ending = endings.get(&task);
            let wait = waits.get(&task);
            let status = match (ending.map(|ending| ending.kind), wait) {
                (Some(EndingKind::Finished), _) => TaskStatus::Finished,
                (Some(EndingKind::Aborted), _) => TaskStatus::Aborted,
                (Some(EndingKind::Failed), _) => TaskStatus::Failed,
                (None, Some(_)) => TaskStatus::Waiting,
                (None, None) => TaskStatus::InProgress,
            };
            TaskRow {
                task: Some(task),
                step: row.step,
                created_at: row.created_at,
                status,
                duration: ending.map_or(moment, |ending| ending.at) - row.created_at,
                next_execution: wait.copied().flatten().filter(|_| ending.is_none()),
            }
        });
        self.schedules(moment).chain(rows).collect()
    }

    /// When the schedule of an activity launches next, as planned at `moment`; none while the workflow is not
    /// started, for then nothing is launched.
    pub fn next_launch(&self, step: StepIdx, moment: SimTime) -> Option<SimTime> {
        let planned = &self.record().planned;
        let until = planned.partition_point(|planned| planned.at <= moment);
        let latest = planned[..until].iter().rev().find(|planned| planned.step == step)?;
        latest.next.filter(|_| self.workflow_state(moment).state == WorkflowState::Started)
    }

    /// Until when tasks wait that have begun to until `moment`.
    fn waits_until(&self, moment: SimTime) -> BTreeMap<TaskIdx, Option<SimTime>> {
        let facts = &self.record().facts;
        let until = facts.partition_point(|fact| fact.at <= moment);
        let wait = |fact: &crate::engine::record::Fact| match fact.what {
            What::Life(LifeFact::Waits { until }) => Some((fact.task?, until)),
            _ => None,
        };
        facts[..until].iter().filter_map(wait).collect()
    }

    fn schedules(&self, moment: SimTime) -> impl Iterator<Item = TaskRow> {
        let standing = self.standings.partition_point(|(at, _)| *at <= moment);
        let started = self.standings[..standing]
            .iter()
            .rev()
            .find(|(_, standing)| standing.state == WorkflowState::Started)
            .map_or(self.plan().start, |(at, _)| *at);
        (0..self.plan().steps.len()).filter_map(move |step| {
            let next = self.next_launch(step, moment)?;
            Some(TaskRow {
                task: None,
                step,
                created_at: started,
                status: TaskStatus::Waiting,
                duration: moment - started,
                next_execution: Some(next),
            })
        })
    }
}
