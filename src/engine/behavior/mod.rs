//! What each activity does when it is activated, one file per activity.

mod continuous;
mod incremental;
mod query;
mod recurring;
mod send;

use std::rc::Rc;

use super::record::What;
use super::world::World;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::plan::{StepIdx, Work};

pub(super) use incremental::{History, empty_history};

/// One task: the activity is activated, by a launch or by a transition with the people it carries.
pub(super) fn enter(world: &mut World<'_>, at: SimTime, step: StepIdx, people: Option<Rc<PeopleSet>>) {
    match &world.plan.steps[step].work {
        Work::Start | Work::Scheduler(_) => world.leave(at, step, people),
        Work::End => world.note(at, Some(step), What::BranchEnded),
        Work::Query(selector) => query::select(world, at, step, selector, people),
        Work::Incremental(settings) => incremental::select(world, at, step, settings, people),
        Work::Recurring(settings) => recurring::deliver(world, at, step, settings, people),
        Work::Continuous(template) => continuous::deliver(world, at, step, *template, people),
    }
}
