//! Incremental query: selects who matches and is not in its history (`incremental-query` page).

use std::collections::VecDeque;
use std::rc::Rc;

use crate::base::people_set::PeopleSet;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::record::What;
use crate::engine::task::{Outcome, Turn};
use crate::engine::world::World;
use crate::plan::{IncrementalStep, StepIdx};

/// Who was targeted by one incremental query, and when.
#[derive(Debug, Default)]
pub(in crate::engine) struct History {
    /// Everyone who stays excluded now.
    excluded: PeopleSet,
    /// The same people by run, oldest first. Runs never share a member: whoever is excluded is not selected.
    runs: VecDeque<(SimTime, Rc<PeopleSet>)>,
}

impl History {
    /// Drops runs that are `span` old or older; returns how many people may be selected again.
    fn forget(&mut self, now: SimTime, span: SimSpan) -> u64 {
        let mut count = 0;
        while let Some((at, people)) = self.runs.front()
            && *at + span <= now
        {
            self.excluded -= &**people;
            count += people.len();
            self.runs.pop_front();
        }
        count
    }

    fn add(&mut self, at: SimTime, people: &Rc<PeopleSet>, is_kept_for_ever: bool) {
        self.excluded |= &**people;
        if !is_kept_for_ever {
            self.runs.push_back((at, people.clone()));
        }
    }
}

/// Empties the history: the workflow starts and *Keep history when starting* is off.
pub(in crate::engine) fn empty_history(world: &mut World, at: SimTime, step: StepIdx) {
    let count = world.memories[step].history.excluded.len();
    if count > 0 {
        world.memories[step].history = History::default();
        world.note(at, Some(step), What::HistoryEmptied { count });
    }
}

/// Selects those who are new; with nobody new the branch waits for the next launch.
pub(super) fn select(world: &mut World, turn: Turn, settings: &IncrementalStep, inbound: &Parcel) -> Outcome {
    let Turn { at, step, .. } = turn;
    if let Some(span) = settings.history {
        let count = world.memories[step].history.forget(at, span);
        if count > 0 {
            world.note(at, Some(step), What::Forgotten { count });
        }
    }
    let wall = world.wall(turn);
    let mut new = world.people.select(&settings.selector, wall);
    world.judged(turn, Rule::Condition(0), inbound.people.as_deref(), &new);
    if let Some(people) = &inbound.people {
        world.judged(turn, Rule::Inbound, Some(&new), people);
        new &= &**people;
    }
    let matched = new.len();
    let matching = world.probe.is_some().then(|| new.clone());
    new -= &world.memories[step].history.excluded;
    world.judged(turn, Rule::History, matching.as_ref(), &new);
    let history = &mut world.memories[step].history;
    if new.is_empty() {
        world.note(at, Some(step), What::NobodyNew { matched });
        return Outcome::ends();
    }
    let new = Rc::new(new);
    history.add(at, &new, settings.history.is_none());
    world.note(at, Some(step), What::SelectedNew { matched, new: new.len() });
    Outcome::passes(inbound.with_people(new))
}
