//! What can be found about deliveries, their properties and their templates.

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum SendingProblem {
    /// A single delivery behind a schedule: it is sent once, and the second run fails.
    SingleOnSchedule,
    /// A channel's delivery behind a schedule: it is executed once, and the second run fails.
    ChannelOnSchedule,
    /// The validity is not 1 to 365 days; of the template of this label, or of the activity.
    ValidityOutOfRange {
        /// The template's label, if it is about one.
        template: Option<String>,
        /// The days.
        days: u32,
    },
    /// A pressure rule that is not 1 to 100 messages in 1 to 3,650 days.
    PressureOutOfRange {
        /// The template's label, if it is about one.
        template: Option<String>,
        /// The messages.
        messages: u32,
        /// The days.
        days: u32,
    },
    /// A capacity rule of no messages: everybody is left out.
    NoCapacity {
        /// The template's label, if it is about one.
        template: Option<String>,
    },
    /// The contact date lies more than a year after the analysis.
    PostponedTooLong {
        /// The template's label, if it is about one.
        template: Option<String>,
        /// The hours.
        hours: u32,
    },
    /// The activity takes its delivery from the transition, and nothing before it makes one.
    NoDeliveryBefore,
    /// A proof is asked of a Recurring delivery, which sends none.
    ProofOnRecurring {
        /// The intervention's place in the list, from 1.
        number: usize,
    },
    /// An SMS is sent to people without mobile numbers.
    NoMobileNumbers,
    /// A direct mail: letters have no opens, clicks or bounces.
    LettersUntracked,
    /// Manual approval, and nobody confirms it during the run.
    NobodyConfirms,
    /// The campaign wants deliveries approved, and nobody approves them during the run.
    NobodyApproves,
}

impl SendingProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::SingleOnSchedule => "single-on-schedule",
            Self::ChannelOnSchedule => "channel-on-schedule",
            Self::ValidityOutOfRange { .. } => "validity-out-of-range",
            Self::PressureOutOfRange { .. } => "pressure-out-of-range",
            Self::NoCapacity { .. } => "no-capacity",
            Self::PostponedTooLong { .. } => "postponed-too-long",
            Self::NoDeliveryBefore => "no-delivery-before",
            Self::ProofOnRecurring { .. } => "proof-on-recurring",
            Self::NoMobileNumbers => "no-mobile-numbers",
            Self::LettersUntracked => "letters-untracked",
            Self::NobodyConfirms => "nobody-confirms",
            Self::NobodyApproves => "nobody-approves",
        }
    }
}
