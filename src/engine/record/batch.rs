//! Deliveries and their runs: states, who was left out why, when what became of the messages.

use std::rc::Rc;

use super::DeliveryIdx;
use crate::base::chance::Key;
use crate::base::kept_set::KeptSet;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::curve::Curve;
use crate::engine::fate::{Fates, Odds};
use crate::engine::processing::processed_at;
use crate::plan::StepIdx;
use crate::plan::sending::Properties;
use crate::scenario::activity::sending::Channel;
use crate::scenario::creative::Creative;
use crate::scenario::reactions::Reactions;

/// A run's place in `Record::batches`.
pub type BatchIdx = usize;

/// The state of a delivery (`database-cleanup-workflow` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// Made and not analysed; code 0.
    BeingEdited,
    /// Analysed, and waits for an approval, a confirmation or another activity; code 45. Assumption: the label;
    /// the pages say only that 45 is prepared or later.
    Prepared,
    /// Waits for its contact date, or to be started; code 51.
    StartPending,
    /// Messages are being processed; code 55.
    InProgress,
    /// Held by hand; code 75.
    Paused,
    /// Ended by hand; code 85.
    Stopped,
    /// Everything was processed, or the validity is over; code 95. A continuous delivery appends all the same.
    Finished,
}

/// Why somebody was left out (`delivery-failures` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExclusionReason {
    /// No address; code 7.
    AddressNotSpecified,
    /// Opted out; code 8.
    Denylisted,
    /// The address is in quarantine; code 9.
    Quarantined,
    /// A filtering rule of the typology; code 11.
    FilteringRule,
    /// The address is already in this run; code 10.
    Double,
    /// A pressure rule; code 12.
    Pressure,
    /// A capacity rule; code 12. Assumption: it counts as an arbitration like a pressure rule.
    Capacity,
}

/// Those whom one rule left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Exclusion {
    /// The rule.
    pub reason: ExclusionReason,
    /// Who; nobody is left out twice.
    pub people: KeptSet,
}

/// A row of `nms:delivery` (`data-model-description` page).
#[derive(Clone, Debug)]
pub struct Delivery {
    /// The activity that made it.
    pub step: StepIdx,
    /// *Label*. Instances of a recurring delivery all have the same one.
    pub label: Rc<str>,
    /// *Delivery code*; may be empty.
    pub code: Rc<str>,
    /// When it was made.
    pub created_at: SimTime,
    /// The content it was made with, which it keeps.
    pub creative: Rc<Creative>,
    /// How it is prepared and sent.
    pub properties: Rc<Properties>,
    /// The population it was saved with and not yet analysed for.
    pub target: Option<Rc<PeopleSet>>,
    /// The runs that wrote into it, in order.
    pub batches: Vec<BatchIdx>,
}

/// One run of a delivery activity: from it and its key every log row follows.
#[derive(Clone, Debug)]
pub struct Batch {
    /// The delivery its rows point to.
    pub delivery: DeliveryIdx,
    /// The activity.
    pub step: StepIdx,
    /// Which run of the activity, from 0.
    pub occurrence: u32,
    /// When it was analysed: its broadLog rows are there from then on.
    pub at: SimTime,
    /// Seed, activity and occurrence: with a recipient, the key of a message.
    pub key: Key,
    /// How its messages are sent.
    pub channel: Channel,
    /// Everyone who has a message, in rising order.
    pub to_deliver: KeptSet,
    /// Everyone who read in text format when it was analysed, whether they have a message or not; nobody where it
    /// is not sent by e-mail. Assumption: the analysis settles the format, as it prepares the messages.
    pub text_format: Rc<PeopleSet>,
    /// Everyone whom the analysis left out by reason, in the order of the rules.
    pub exclusions: Vec<Exclusion>,
    /// *Contact date*: when sending is planned.
    pub contact_date: SimTime,
    /// When sending began and was not undone; none before.
    pub sent_at: Option<SimTime>,
    /// When its messages were cancelled.
    pub cancelled_at: Option<SimTime>,
    /// The states it passed through. That it is finished with the first feedback is not among them.
    pub states: Vec<(SimTime, DeliveryState)>,
    /// For how many hours a message that bounces softly is tried again.
    pub retry_hours: u32,
    /// How many messages could not be delivered in the end.
    pub failed: u64,
    /// The `iBroadLogId` of its first broadLog row.
    pub first_broad_log: u64,
    /// The `iTrackingLogId` of its first tracking row.
    pub first_tracking_log: u64,
    /// What became of the messages by hour.
    pub curve: Curve,
    /// The sum of the bits of all messages; part of the fingerprint.
    pub digest: u64,
}

impl DeliveryState {
    /// The product's `iState`.
    pub fn code(self) -> u32 {
        match self {
            Self::BeingEdited => 0,
            Self::Prepared => 45,
            Self::StartPending => 51,
            Self::InProgress => 55,
            Self::Paused => 75,
            Self::Stopped => 85,
            Self::Finished => 95,
        }
    }
}

impl ExclusionReason {
    /// The product's number for the reason.
    pub fn code(self) -> u32 {
        match self {
            Self::AddressNotSpecified => 7,
            Self::Denylisted => 8,
            Self::Quarantined => 9,
            Self::Double => 10,
            Self::FilteringRule => 11,
            Self::Pressure | Self::Capacity => 12,
        }
    }
}

impl Batch {
    /// The state it gives its delivery at a moment; that of the analysis before it.
    ///
    /// Assumption: it is finished with the first feedback, although soft bounces are still tried again.
    pub fn state_at(&self, moment: SimTime) -> DeliveryState {
        let reached = self.states.partition_point(|(at, _)| *at <= moment);
        let state = self.states[..reached].last().or(self.states.first());
        match state {
            Some((since, DeliveryState::InProgress)) if moment >= processed_at(*since) => {
                DeliveryState::Finished
            }
            Some((_, state)) => *state,
            None => DeliveryState::BeingEdited,
        }
    }

    /// When the first feedback comes in; none where nothing is sent.
    pub fn processed_at(&self) -> Option<SimTime> {
        self.sent_at.map(processed_at)
    }

    /// Whether its messages were cancelled until `moment`.
    pub fn is_cancelled(&self, moment: SimTime) -> bool {
        self.cancelled_at.is_some_and(|at| at <= moment)
    }

    /// How many the analysis left out.
    pub fn excluded(&self) -> u64 {
        self.exclusions.iter().map(|exclusion| exclusion.people.len()).sum()
    }

    /// Whether it is neither sent nor cancelled.
    pub fn is_open(&self) -> bool {
        self.sent_at.is_none() && self.cancelled_at.is_none()
    }

    /// Whether its sending ever began, taken back or not.
    pub fn was_in_progress(&self) -> bool {
        self.states.iter().any(|(_, state)| *state == DeliveryState::InProgress)
    }

    /// What becomes of its messages.
    pub fn fates(&self, reactions: &Reactions) -> Fates<'_> {
        let odds = Odds::of(reactions, self.channel, self.retry_hours);
        Fates { run_key: self.key, odds, text_format: &self.text_format }
    }

    /// How many of its messages are in text format.
    pub fn text_messages(&self) -> u64 {
        self.to_deliver.shared_len(&self.text_format)
    }

    /// The last change of a state or a count until `moment`: the row's `tsLastModified`.
    pub fn last_change(&self, moment: SimTime) -> SimTime {
        let states = self.states.iter().map(|(at, _)| *at).filter(|at| *at <= moment);
        let processed = self.processed_at().filter(|at| *at <= moment);
        states.chain(processed).chain(self.curve.last_change(moment)).fold(self.at, SimTime::max)
    }
}
