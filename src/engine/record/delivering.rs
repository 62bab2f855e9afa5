//! What happens to deliveries besides being made and sent.

use super::{BatchIdx, DeliveryIdx};
use crate::base::time::SimTime;

/// A fact about a delivery.
#[derive(Clone, Debug, PartialEq)]
pub enum DeliveryFact {
    /// A control rule of the analysis gave a warning (`control-rules` page).
    Warned {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// The rule.
        warning: Warning,
    },
    /// The target was estimated; nothing was written to the logs.
    Estimated {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// How many are targeted before the analysis leaves anybody out.
        count: u64,
    },
    /// A run was analysed and is not sent yet.
    Prepared {
        /// Which run.
        batch: BatchIdx,
    },
    /// The campaign wants it approved.
    AwaitsApproval {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// How long operators have.
        until: SimTime,
    },
    /// Somebody must confirm it.
    AwaitsConfirmation {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// Whether it waits only because the analysis gave a warning.
        warned: bool,
    },
    /// It was approved.
    Approved {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// It was confirmed.
    Confirmed {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// Nobody approved it in time: it is not sent.
    ApprovalExpired {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// It waits for its contact date.
    Postponed {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// The contact date.
        until: SimTime,
    },
    /// It is ready and nothing starts it: *Jobs on deliveries* is off.
    NotStarted {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// It was paused by hand.
    Paused {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// How many messages are held.
        held: u64,
    },
    /// It was taken up again.
    Resumed {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// A delivery was stopped by hand; its activity goes on making others.
    Stopped {
        /// Which.
        delivery: DeliveryIdx,
        /// How many pending messages were cancelled.
        cancelled: u64,
    },
    /// Its validity ended, and the cleanup cancelled what was pending.
    Expired {
        /// Which delivery.
        delivery: DeliveryIdx,
        /// How many pending messages were cancelled.
        cancelled: u64,
    },
    /// A proof was sent.
    ProofSent {
        /// Which delivery; none where the activity has not made one yet.
        delivery: Option<DeliveryIdx>,
    },
    /// A step that was already done was skipped.
    Skipped {
        /// Which delivery.
        delivery: DeliveryIdx,
    },
    /// Something was asked that is not possible.
    Refused(Refused),
}

/// What a control rule can warn of; those that the content of the lab can decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Warning {
    /// The subject is empty.
    EmptySubject,
    /// The unsubscription link is missing.
    NoOptOutLink,
    /// A link is not a web address.
    DoubtfulUrl,
    /// An SMS is longer than one message.
    LongSms,
}

/// Why something is not possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// A Recurring delivery sends no proofs.
    ProofOnRecurring,
    /// A single delivery in a final state cannot be used again.
    NotReusable(DeliveryIdx),
    /// The transition names no delivery.
    NoDelivery,
    /// No delivery of the activity is in a state for it.
    NothingToDo,
}
