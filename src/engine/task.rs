//! One task as behaviours see it: whose turn it is, what came in, and what may come of it.

use super::parcel::Parcel;
use super::record::TaskIdx;
use super::variables::Variables;
use crate::base::time::SimTime;
use crate::plan::{LinkIdx, StepIdx};
use crate::scenario::activity::ports::Port;
use crate::scenario::intervention::TaskError;
use crate::scenario::variables::{Assignment, Scope};

/// Whose turn it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Turn {
    /// The moment.
    pub at: SimTime,
    /// The activity.
    pub step: StepIdx,
    /// The task.
    pub task: TaskIdx,
}

/// What activated a task: one event, or one on each transition where the activity waits for all.
#[derive(Debug, Default)]
pub(super) struct Arrivals(Vec<(Option<LinkIdx>, Parcel)>);

/// What comes of a turn.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The task is over; these outputs are activated, in this order.
    Done(Vec<(Port, Parcel)>),
    /// The task goes on; the behaviour's `wake` is called at these moments, and when something from outside comes.
    Waits(Vec<Alarm>),
    /// The task is in error.
    Fails(TaskError),
}

/// A moment at which a waiting task wants to be woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Alarm {
    /// When.
    pub at: SimTime,
    /// Which of its alarms it is.
    pub number: u16,
}

/// Why a waiting task is woken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wake {
    /// One of its alarms.
    Alarm(u16),
    /// A posted signal.
    Signal,
    /// An answer, which activates an output.
    Answer(Port),
    /// *Execute pending task(s) now*.
    Now,
}

impl Arrivals {
    /// The arrival of one event.
    pub(super) fn one(via: Option<LinkIdx>, parcel: Parcel) -> Self {
        Self(vec![(via, parcel)])
    }

    /// One event for each transition.
    pub(super) fn all(parcels: Vec<(LinkIdx, Parcel)>) -> Self {
        Self(parcels.into_iter().map(|(via, parcel)| (Some(via), parcel)).collect())
    }

    /// Carries out a line of an initialization script: an event's variable changes in each event, that of the
    /// task or the instance once.
    pub(super) fn assign(&mut self, variables: &mut Variables, assignment: &Assignment, task: TaskIdx) {
        let count = if assignment.scope == Scope::Event { usize::MAX } else { 1 };
        for (_, parcel) in self.0.iter_mut().take(count) {
            variables.assign(assignment, task, parcel);
        }
    }

    /// The first event: the only one, except where the activity waits for all.
    pub(super) fn first(&self) -> Parcel {
        self.0.first().map(|(_, parcel)| parcel.clone()).unwrap_or_default()
    }

    /// The event that came by this transition, or else the first.
    pub(super) fn by(&self, via: Option<LinkIdx>) -> Parcel {
        let found = self.0.iter().find(|(link, _)| via.is_some() && *link == via);
        found.map_or_else(|| self.first(), |(_, parcel)| parcel.clone())
    }

    /// All events with the transitions they came by, in the order of the drawing.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Option<LinkIdx>, &Parcel)> {
        self.0.iter().map(|(via, parcel)| (*via, parcel))
    }
}

impl Outcome {
    /// Over, with the main output activated.
    pub(super) fn passes(parcel: Parcel) -> Self {
        Self::Done(vec![(Port::Main, parcel)])
    }

    /// Over, with nothing activated.
    pub(super) fn ends() -> Self {
        Self::Done(Vec::new())
    }
}
