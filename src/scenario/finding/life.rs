//! What can be found about properties of the workflow, the Advanced tab and what is done during a run.

/// A problem of this sort. A `number` is the place of an intervention in the list, from 1.
#[derive(Clone, Debug, PartialEq)]
pub enum LifeProblem {
    /// A time zone is not one of those the lab knows.
    UnknownZone {
        /// Its name in the file.
        zone: String,
    },
    /// *Consecutive errors* are given although no activity ignores errors.
    ConsecutiveErrorsUnused,
    /// An initialization script assigns to a variable without a name.
    EmptyVariable,
    /// What is done sets a variable without a name.
    SetEmptyVariable {
        /// Which intervention.
        number: usize,
    },
    /// What is done does not fit the activity it names.
    WrongActivity {
        /// Which intervention.
        number: usize,
        /// The activity's name.
        activity: String,
        /// What would fit.
        needs: Needs,
    },
    /// The server is down for no time or for more than a year.
    DowntimeOutOfRange {
        /// Which intervention.
        number: usize,
        /// The hours.
        hours: u32,
    },
    /// Tasks are to fail, but none of them.
    FailsNever {
        /// Which intervention.
        number: usize,
    },
    /// There never is a recipient of this number.
    NoSuchRecipient {
        /// Which intervention.
        number: usize,
        /// The recipient's number.
        recipient: u32,
        /// The highest number there can be.
        last: u32,
    },
    /// The new schedule has no launch from the moment of the edit on.
    EditedNeverFires {
        /// Which intervention.
        number: usize,
        /// The activity's name.
        activity: String,
    },
}

/// What kind of activity something can be done to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// One with a schedule of its own.
    Schedule,
    /// A delivery.
    Delivery,
}

impl LifeProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownZone { .. } => "unknown-zone",
            Self::ConsecutiveErrorsUnused => "consecutive-errors-unused",
            Self::EmptyVariable | Self::SetEmptyVariable { .. } => "empty-variable",
            Self::WrongActivity { .. } => "intervention-wrong-activity",
            Self::DowntimeOutOfRange { .. } => "downtime-out-of-range",
            Self::FailsNever { .. } => "fails-never",
            Self::NoSuchRecipient { .. } => "no-such-recipient",
            Self::EditedNeverFires { .. } => "edited-never-fires",
        }
    }
}
