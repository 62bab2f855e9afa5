//! Activities of the Targeting tab, made runnable.

use std::rc::Rc;

use super::{LinkIdx, StepIdx};
use crate::base::time::SimSpan;
use crate::people::{AttributeIdx, NewValue, Selector};
use crate::scenario::activity::ActivityKind;
use crate::scenario::activity::targeting::{
    Dimension, EnrichedColumn, EnrichedTest, KeptDouble, SubscriptionAction, SubsetLimit,
};

/// A list's or service's place in the plan.
pub type NamedIdx = usize;

/// A Query.
#[derive(Debug)]
pub struct QueryStep {
    /// Who is selected.
    pub selector: Selector,
    /// What is selected.
    pub dimension: Dimension,
    /// What is asked of linked tables.
    pub links: Vec<LinkQuestion>,
}

/// A question to a linked table.
#[derive(Debug)]
pub struct LinkQuestion {
    /// Which table.
    pub table: LinkedTable,
    /// Whether those are meant of whom it does not hold.
    pub not: bool,
}

/// A table linked to the recipient.
#[derive(Debug)]
pub enum LinkedTable {
    /// Members of a list.
    List(NamedIdx),
    /// Subscribers of a service.
    Service(NamedIdx),
    /// Those with a broadLog row of so long ago or less, of one activity or any.
    BroadLog(Option<StepIdx>, SimSpan),
    /// Those with a tracking row of so long ago or less, of one activity or any.
    TrackingLog(Option<StepIdx>, SimSpan),
}

/// An activity of the Targeting tab besides the queries.
#[derive(Debug)]
pub enum Targeting {
    /// Read list.
    ReadList(NamedIdx),
    /// Union.
    Union,
    /// Intersection.
    Intersection,
    /// Exclusion, with the transition that brings the main set.
    Exclusion {
        /// The transition that brings the main set; none where nothing enters it.
        main: Option<LinkIdx>,
    },
    /// Split.
    Split(Vec<SplitPart>),
    /// Deduplication.
    Deduplication {
        /// The attribute in which doubles agree.
        attribute: AttributeIdx,
        /// Which one is kept.
        keep: KeptDouble,
    },
    /// Enrichment.
    Enrichment(Rc<[EnrichedColumn]>),
    /// Change dimension.
    ChangeDimension(Dimension),
    /// Cells: who belongs to each.
    Cells(Vec<Selector>),
    /// Subscription services.
    Subscription(NamedIdx, SubscriptionAction),
    /// List update.
    ListUpdate {
        /// Which list.
        list: NamedIdx,
        /// Whether it is emptied first.
        purge: bool,
    },
    /// Update data: what is written, and into which attribute.
    UpdateData(NewValue),
}

/// A subset of a Split.
#[derive(Debug)]
pub struct SplitPart {
    /// The filtering condition.
    pub filter: Option<Selector>,
    /// The condition on an enriched column.
    pub enriched: Option<EnrichedTest>,
    /// The limit of its size.
    pub limit: Option<SubsetLimit>,
}

impl Targeting {
    /// The kind of activity it is.
    pub fn kind(&self) -> ActivityKind {
        match self {
            Self::ReadList(_) => ActivityKind::ReadList,
            Self::Union => ActivityKind::Union,
            Self::Intersection => ActivityKind::Intersection,
            Self::Exclusion { .. } => ActivityKind::Exclusion,
            Self::Split(_) => ActivityKind::Split,
            Self::Deduplication { .. } => ActivityKind::Deduplication,
            Self::Enrichment(_) => ActivityKind::Enrichment,
            Self::ChangeDimension(_) => ActivityKind::ChangeDimension,
            Self::Cells(_) => ActivityKind::Cells,
            Self::Subscription(..) => ActivityKind::Subscription,
            Self::ListUpdate { .. } => ActivityKind::ListUpdate,
            Self::UpdateData(_) => ActivityKind::UpdateData,
        }
    }
}
