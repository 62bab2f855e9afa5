//! The launches that a schedule plans from the moment shown on, as its list and its calendar ask for them.

use std::iter::successors;
use std::rc::Rc;

use yew::prelude::*;

use crate::base::time::{SimSpan, SimTime};
use crate::log::RunLog;
use crate::schedule::{Schedule, Zone};
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of what shows the launches of a schedule.
#[derive(Clone, PartialEq, Properties)]
pub struct PlanProps {
    /// The schedule.
    pub schedule: Schedule,
    /// The activity that has it.
    pub activity: Rc<str>,
    /// The time zone in which it is read.
    pub zone: Zone,
    /// When the run begins, which activates the schedule.
    pub start: SimTime,
    /// When the run ends.
    pub end: SimTime,
    /// The moment shown.
    pub shown: SimTime,
    /// The run.
    pub run: Option<Shared<RunLog>>,
    /// The language.
    pub lang: Lang,
}

impl PlanProps {
    /// The launches after the moment shown that are not before `from`, in order, as the engine would fire them.
    pub fn coming(&self, from: SimTime) -> impl Iterator<Item = SimTime> {
        let second = SimSpan::from_secs(1);
        // A launch at the very start is not over before the start.
        let seen = if self.shown > self.start { self.shown } else { self.start - second };
        let next = |after| self.schedule.next_after_in(self.zone, self.start, after);
        successors(next(seen.max(from - second)), move |&last| next(last))
    }
}
