//! What activities of the Targeting tab do. Whoever comes in goes out, or is counted as left over or dropped.

use crate::people::AttributeIdx;
use crate::plan::targeting::NamedIdx;
use crate::scenario::activity::ports::Port;
use crate::scenario::activity::targeting::{Dimension, EnrichedColumn, SubscriptionAction};

/// A fact about a population.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetingFact {
    /// A Query selected contracts.
    ContractsSelected {
        /// How many contracts.
        count: u64,
        /// How many recipients have them.
        holders: u64,
    },
    /// A list was read.
    ListRead {
        /// Which.
        list: NamedIdx,
        /// How many recipients are in it.
        count: u64,
    },
    /// A Union, Intersection or Exclusion combined populations.
    Combined {
        /// How many records each transition brought; the main set of an Exclusion comes first.
        inbound: Vec<u64>,
        /// How many records result.
        count: u64,
        /// What does not result: doubles of a Union, the complement of the others.
        rest: u64,
    },
    /// A Split or Cells divided a population.
    Divided {
        /// How many records came in.
        inbound: u64,
        /// How many records each subset or cell has, in order.
        parts: Vec<(Port, u64)>,
        /// How many are in none of them.
        rest: u64,
    },
    /// Doubles were dropped.
    Deduplicated {
        /// How many records came in.
        inbound: u64,
        /// How many were kept; the others are the complement.
        kept: u64,
    },
    /// Columns were added.
    Enriched {
        /// To how many records.
        count: u64,
        /// Which columns.
        columns: Vec<AddedColumn>,
    },
    /// The population consists of something else now.
    DimensionChanged {
        /// Of what.
        to: Dimension,
        /// How many records came in.
        inbound: u64,
        /// How many records result.
        count: u64,
        /// How many recipients have no contract and are dropped.
        rest: u64,
    },
    /// A population was subscribed or unsubscribed.
    SubscriptionsChanged {
        /// The service.
        service: NamedIdx,
        /// Which of the two.
        action: SubscriptionAction,
        /// How many recipients came in.
        inbound: u64,
        /// For how many it changed something.
        changed: u64,
        /// How many are subscribed now.
        subscribers: u64,
    },
    /// A population was saved to a list.
    ListUpdated {
        /// Which.
        list: NamedIdx,
        /// How many recipients came in.
        inbound: u64,
        /// How many members were purged first.
        purged: u64,
        /// How many of those who came in were not members then.
        added: u64,
        /// How many members it has now.
        members: u64,
    },
    /// A value was written to a population.
    Updated {
        /// Into which attribute.
        attribute: AttributeIdx,
        /// How many recipients came in.
        inbound: u64,
        /// How many had another value.
        changed: u64,
        /// How many are not in the database.
        rejected: u64,
    },
}

/// A column that was added, with its extremes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddedColumn {
    /// Which.
    pub column: EnrichedColumn,
    /// The least value; 0 where there is no record.
    pub least: i64,
    /// The largest value; 0 where there is no record.
    pub most: i64,
}
