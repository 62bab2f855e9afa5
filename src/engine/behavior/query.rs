//! Query: selects everyone who matches and remembers nobody (`query` page).

use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::record::What;
use crate::engine::world::World;
use crate::people::Selector;
use crate::plan::StepIdx;

/// Selects among the inbound people, or among all recipients where none are carried in.
pub(super) fn select(
    world: &mut World<'_>,
    at: SimTime,
    step: StepIdx,
    selector: &Selector,
    inbound: Option<Rc<PeopleSet>>,
) {
    let mut matches = world.people.select(selector, at);
    if let Some(inbound) = inbound {
        matches &= &*inbound;
    }
    world.note(at, Some(step), What::Selected { count: matches.len() });
    world.leave(at, step, Some(Rc::new(matches)));
}
