//! What a transition carries: the event with its population and its variables.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::enriched::Enriched;
use super::record::DeliveryIdx;
use crate::base::people_set::PeopleSet;
use crate::scenario::activity::targeting::Dimension;
use crate::scenario::variables::VarValue;

/// Variables by name.
pub(super) type Vars = Rc<BTreeMap<Rc<str>, VarValue>>;

/// The event that a transition passes on (`use-workflow-data` page: table, schema and count).
#[derive(Clone, Debug, Default)]
pub(super) struct Parcel {
    /// The population; none where it is a bare activation.
    pub people: Option<Rc<PeopleSet>>,
    /// What the population consists of.
    pub dimension: Dimension,
    /// The columns that Enrichments added.
    pub enriched: Option<Rc<Enriched>>,
    /// `vars`: passed along.
    pub vars: Vars,
    /// The delivery it names, behind a delivery activity.
    pub delivery: Option<DeliveryIdx>,
}

impl Parcel {
    /// The same event with another population.
    pub(super) fn with_people(&self, people: impl Into<Rc<PeopleSet>>) -> Self {
        Self { people: Some(people.into()), ..self.clone() }
    }

    /// The same event with another population that may consist of something else: added columns are of records
    /// of the old kind, so they stay behind then.
    pub(super) fn with_records(&self, dimension: Dimension, records: impl Into<Rc<PeopleSet>>) -> Self {
        let enriched = self.enriched.clone().filter(|_| self.dimension == dimension);
        Self { people: Some(records.into()), dimension, enriched, ..self.clone() }
    }

    /// How many records it carries.
    pub(super) fn count(&self) -> Option<u64> {
        self.people.as_ref().map(|people| people.len())
    }

    /// Its population; nobody where it carries none.
    pub(super) fn population(&self) -> Rc<PeopleSet> {
        self.people.clone().unwrap_or_default()
    }
}
