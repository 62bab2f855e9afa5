//! A prediction: made before the run, locked, and then held against what the engine says.

use serde::{Deserialize, Serialize};

use crate::log::RunLog;
use crate::scenario::activity::ActivityKind;

/// How sure the learner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Confidence {
    /// A guess.
    Guessing,
    /// Fairly sure.
    #[default]
    Fairly,
    /// Sure.
    Sure,
}

/// How many deliveries each kind will have made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Prediction {
    /// Of the recurring kind.
    pub recurring: Option<u32>,
    /// Of the continuous kind.
    pub continuous: Option<u32>,
    /// How sure.
    pub confidence: Confidence,
    /// Whether it can no longer be changed.
    pub is_locked: bool,
}

/// What came out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Deliveries of the recurring kind.
    pub recurring: u32,
    /// Deliveries of the continuous kind.
    pub continuous: u32,
}

impl Confidence {
    /// All of them, least first.
    pub const ALL: [Self; 3] = [Self::Guessing, Self::Fairly, Self::Sure];
}

impl Prediction {
    /// Whether both numbers are there.
    pub fn is_complete(&self) -> bool {
        self.recurring.is_some() && self.continuous.is_some()
    }

    /// Whether both numbers came true.
    pub fn is_right(&self, counted: Counted) -> bool {
        self.recurring == Some(counted.recurring) && self.continuous == Some(counted.continuous)
    }
}

impl Counted {
    /// Counts the deliveries that a run has made at its end.
    pub fn of(log: &RunLog) -> Self {
        let count = |kind| {
            let made = log.record().deliveries.iter();
            let of_kind = made
                .filter(|row| log.plan().steps.get(row.step).is_some_and(|step| step.work.kind() == kind));
            u32::try_from(of_kind.count()).unwrap_or(u32::MAX)
        };
        Self {
            recurring: count(ActivityKind::RecurringDelivery),
            continuous: count(ActivityKind::ContinuousDelivery),
        }
    }
}
