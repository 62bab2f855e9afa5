//! The indicators of the product's delivery reports (`metrics-calculation` page), over any choice of deliveries.

mod quotient;
mod scope;
mod tally;
#[cfg(test)]
mod tests;

use serde::{Serialize, Serializer};

pub use self::quotient::Quotient;
pub use self::scope::Scope;
pub use self::tally::{Reach, Tally};

/// An indicator. Mirror page views and complaints are left out: the lab's recipients do neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum IndicatorId {
    /// *Initial population*: sum(totalTarget).
    InitialPopulation,
    /// *Messages rejected by rule*: sum(reject).
    Rejected,
    /// *Messages to deliver*: sum(toDeliver).
    ToDeliver,
    /// *Processed*: error and success.
    Processed,
    /// *Success*.
    Success,
    /// *Errors*: messages that could not be delivered.
    Errors,
    /// *Hard bounces*: user unknown only.
    HardBounces,
    /// *Soft bounces*: the reasons that may pass.
    SoftBounces,
    /// *Distinct opens*: countdistinct(broadLog-id), so that a click counts as an open.
    Opens,
    /// *Estimated distinct opens*: those who read in text format are taken to open as often as the others.
    EstimatedOpens,
    /// *Recipient clicks*: countdistinct(broadLog-id) where the type is 1.
    RecipientClicks,
    /// *Cumulated clicks*: count(id) where the type is 1.
    CumulatedClicks,
    /// *Distinct clicks*, in persons: countdistinct(source-id) where the type is 1.
    Clickers,
    /// *Raw reactivity*: recipient clicks in opens.
    RawReactivity,
    /// *Estimated reactivity*: recipient clicks in estimated opens.
    EstimatedReactivity,
    /// *Unsubscriptions*: count where the type is 3.
    Unsubscriptions,
    /// Different people who were sent a message in any of the deliveries; not in the product's reports.
    PeopleReached,
    /// Different people who opened in any of the deliveries; not in the product's reports.
    PeopleOpened,
    /// Different people who clicked in any of the deliveries; not in the product's reports.
    PeopleClicked,
}

/// What rates on reception are taken on; the product's reports differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Basis {
    /// Successful messages, as in *Tracking indicators*.
    #[default]
    Success,
    /// Messages to deliver, as in *Delivery summary*.
    ToDeliver,
}

/// A rate in hundredths of a percent, rounded half up: 10,000 is all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct BasisPoints(u32);

/// An indicator with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Which.
    pub id: IndicatorId,
    /// How many.
    pub numerator: u64,
    /// Of how many; none where it is a count and no part of anything.
    pub denominator: Option<u64>,
}

impl IndicatorId {
    /// All of them, in the order of the reports.
    pub const ALL: [Self; 19] = [
        Self::InitialPopulation,
        Self::Rejected,
        Self::ToDeliver,
        Self::Processed,
        Self::Success,
        Self::Errors,
        Self::HardBounces,
        Self::SoftBounces,
        Self::Opens,
        Self::EstimatedOpens,
        Self::RecipientClicks,
        Self::CumulatedClicks,
        Self::Clickers,
        Self::RawReactivity,
        Self::EstimatedReactivity,
        Self::Unsubscriptions,
        Self::PeopleReached,
        Self::PeopleOpened,
        Self::PeopleClicked,
    ];

    /// Its name in reports for machines.
    pub const fn code(self) -> &'static str {
        match self {
            Self::InitialPopulation => "initial_population",
            Self::Rejected => "rejected",
            Self::ToDeliver => "to_deliver",
            Self::Processed => "processed",
            Self::Success => "success",
            Self::Errors => "errors",
            Self::HardBounces => "hard_bounces",
            Self::SoftBounces => "soft_bounces",
            Self::Opens => "opens",
            Self::EstimatedOpens => "estimated_opens",
            Self::RecipientClicks => "recipient_clicks",
            Self::CumulatedClicks => "cumulated_clicks",
            Self::Clickers => "clickers",
            Self::RawReactivity => "raw_reactivity",
            Self::EstimatedReactivity => "estimated_reactivity",
            Self::Unsubscriptions => "unsubscriptions",
            Self::PeopleReached => "people_reached",
            Self::PeopleOpened => "people_opened",
            Self::PeopleClicked => "people_clicked",
        }
    }

    /// The page of the product's documentation that defines it; none where the lab does.
    pub const fn page(self) -> Option<&'static str> {
        match self {
            Self::PeopleReached | Self::PeopleOpened | Self::PeopleClicked => None,
            Self::Errors | Self::HardBounces | Self::SoftBounces => Some("delivery-reports"),
            _ => Some("metrics-calculation"),
        }
    }
}

impl BasisPoints {
    /// The share of `part` in `whole`; none where there is no whole.
    pub fn of(part: u64, whole: u64) -> Option<Self> {
        let (part, whole) = (u128::from(part), u128::from(whole));
        let rate = (part * 20_000 + whole).checked_div(whole * 2)?;
        u32::try_from(rate).ok().map(Self)
    }

    /// Hundredths of a percent.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl Indicator {
    /// The rate; none where it is a count, or where there is nothing to be a part of.
    pub fn rate(&self) -> Option<BasisPoints> {
        BasisPoints::of(self.numerator, self.denominator?)
    }
}

impl Tally {
    /// One indicator.
    pub fn indicator(&self, id: IndicatorId, basis: Basis) -> Indicator {
        let figures = &self.figures;
        let received = match basis {
            Basis::Success => figures.success,
            Basis::ToDeliver => figures.to_deliver,
        };
        let (numerator, denominator) = match id {
            IndicatorId::InitialPopulation => (self.initial_population(), None),
            IndicatorId::Rejected => (figures.ignored, Some(self.initial_population())),
            IndicatorId::ToDeliver => (figures.to_deliver, Some(self.initial_population())),
            IndicatorId::Processed => (figures.processed, Some(figures.to_deliver)),
            IndicatorId::Success => (figures.success, Some(figures.to_deliver)),
            IndicatorId::Errors => (figures.failed, Some(figures.to_deliver)),
            IndicatorId::HardBounces => (self.hard_bounces, Some(figures.to_deliver)),
            IndicatorId::SoftBounces => (self.soft_bounces, Some(figures.to_deliver)),
            IndicatorId::Opens => (figures.opens, Some(received)),
            IndicatorId::EstimatedOpens => (self.estimated_opens(), Some(received)),
            IndicatorId::RecipientClicks => (figures.clicks, Some(received)),
            IndicatorId::CumulatedClicks => (self.cumulated_clicks, None),
            IndicatorId::Clickers => (self.clickers, Some(received)),
            IndicatorId::RawReactivity => (figures.clicks, Some(figures.opens)),
            IndicatorId::EstimatedReactivity => (figures.clicks, Some(self.estimated_opens())),
            IndicatorId::Unsubscriptions => (figures.unsubscriptions, Some(received)),
            IndicatorId::PeopleReached => (self.people.reached.len(), None),
            IndicatorId::PeopleOpened => (self.people.opened.len(), Some(self.people.reached.len())),
            IndicatorId::PeopleClicked => (self.people.clicked.len(), Some(self.people.reached.len())),
        };
        Indicator { id, numerator, denominator }
    }

    /// All indicators, in the order of the reports.
    pub fn indicators(&self, basis: Basis) -> Vec<Indicator> {
        IndicatorId::ALL.into_iter().map(|id| self.indicator(id, basis)).collect()
    }
}

impl Serialize for IndicatorId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}
