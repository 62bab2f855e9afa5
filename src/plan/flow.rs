//! Activities of the Flow control tab, made runnable.

use std::rc::Rc;

use super::LinkIdx;
use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::flow::{Comparison, Duration, TimeConstraintSettings};

/// An activity of the Flow control tab besides Start, End and Scheduler.
#[derive(Debug)]
pub enum Flow {
    /// Fork.
    Fork,
    /// AND-join, with the transition that brings the main set; none means one of them at random.
    AndJoin(Option<LinkIdx>),
    /// Test: the branches in order, each with what must hold; the default fork is an output of its own.
    Test(Vec<Vec<Comparison>>),
    /// Wait.
    Wait(Duration),
    /// Time constraint.
    TimeConstraint(TimeConstraintSettings),
    /// External signal, with its expirations.
    ExternalSignal(Vec<PlannedExpiration>),
    /// Approval, with its expirations.
    Approval(Vec<PlannedExpiration>),
    /// Alert.
    Alert(Rc<str>),
    /// Task, with the time after which it counts as not done.
    Task(Option<Duration>),
    /// Sub-workflow: its activities are steps of the plan too.
    SubWorkflow,
}

/// An expiration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedExpiration {
    /// How long after the beginning of the wait.
    pub after: Duration,
    /// Whether the activity goes on waiting.
    pub goes_on: bool,
}

impl Flow {
    /// The kind of activity it is.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::Fork => ActivityKind::Fork,
            Self::AndJoin(_) => ActivityKind::AndJoin,
            Self::Test(_) => ActivityKind::Test,
            Self::Wait(_) => ActivityKind::Wait,
            Self::TimeConstraint(_) => ActivityKind::TimeConstraint,
            Self::ExternalSignal(_) => ActivityKind::ExternalSignal,
            Self::Approval(_) => ActivityKind::Approval,
            Self::Alert(_) => ActivityKind::Alert,
            Self::Task(_) => ActivityKind::Task,
            Self::SubWorkflow => ActivityKind::SubWorkflow,
        }
    }
}
