//! Records of either dimension: who stands behind them, and which of them match.

use std::rc::Rc;

use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::engine::parcel::Parcel;
use crate::engine::probe::Rule;
use crate::engine::task::{Arrivals, Turn};
use crate::engine::world::World;
use crate::people::{Contracts, Selector};
use crate::plan::LinkIdx;
use crate::scenario::activity::targeting::Dimension;

/// A population with the transition it came by.
type Brought = (Option<LinkIdx>, Rc<PeopleSet>);

/// The recipient behind a record.
pub(super) const fn recipient_of(dimension: Dimension, record: u32) -> RecipientIdx {
    match dimension {
        Dimension::Recipients => record,
        Dimension::Contracts => Contracts::holder(record),
    }
}

/// The recipients behind records.
pub(in crate::engine::behavior) fn recipients_of(
    dimension: Dimension,
    records: &Rc<PeopleSet>,
) -> Rc<PeopleSet> {
    match dimension {
        Dimension::Recipients => records.clone(),
        Dimension::Contracts => Rc::new(Contracts::holders(records)),
    }
}

/// The populations of all transitions in one dimension, each with the transition it came by.
///
/// Populations of different dimensions are an error of the drawing; where one slips through, recipients result.
pub(super) fn populations(arrivals: &Arrivals) -> (Dimension, Vec<Brought>) {
    let carrying = || arrivals.iter().filter(|(_, parcel)| parcel.people.is_some());
    let is_contracts = |parcel: &Parcel| parcel.dimension == Dimension::Contracts;
    if carrying().next().is_some() && carrying().all(|(_, parcel)| is_contracts(parcel)) {
        return (Dimension::Contracts, arrivals.iter().map(|(via, one)| (via, one.population())).collect());
    }
    let recipients = |parcel: &Parcel| recipients_of(parcel.dimension, &parcel.population());
    (Dimension::Recipients, arrivals.iter().map(|(via, one)| (via, recipients(one))).collect())
}

impl World {
    /// Like [`World::judged`], of records of either dimension.
    pub(super) fn judged_records(
        &mut self,
        turn: Turn,
        rule: Rule,
        dimension: Dimension,
        (before, after): (&PeopleSet, &PeopleSet),
    ) {
        match dimension {
            Dimension::Recipients => self.judged(turn, rule, Some(before), after),
            Dimension::Contracts if self.probe.is_some() => {
                let (before, after) = (Contracts::holders(before), Contracts::holders(after));
                self.judged(turn, rule, Some(&before), &after);
            }
            Dimension::Contracts => {}
        }
    }

    /// Those of the records whose recipient matches.
    pub(super) fn matching(
        &mut self,
        turn: Turn,
        selector: &Selector,
        dimension: Dimension,
        records: &PeopleSet,
    ) -> PeopleSet {
        let wall = self.wall(turn);
        let mut matches = self.people.select(selector, wall);
        match dimension {
            Dimension::Recipients => {
                matches &= records;
                matches
            }
            Dimension::Contracts => {
                records.iter().filter(|&one| matches.contains(Contracts::holder(one))).collect()
            }
        }
    }
}
