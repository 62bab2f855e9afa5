//! What can be found about activities of the Targeting tab.

use crate::people::WriteProblem;
use crate::scenario::activity::targeting::EnrichedColumn;

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum TargetingProblem {
    /// Nothing leads into an activity that works on a population.
    NothingComesIn,
    /// What leads into the activity never carries a population.
    NoPopulationComesIn,
    /// The activity combines populations, and fewer than two transitions enter it.
    TooFewInbound,
    /// Several transitions enter an activity that does not merge them.
    NotMerged {
        /// How many.
        inbound: usize,
    },
    /// A Read list takes the place of a population that comes in.
    PopulationReplaced,
    /// The main set comes from an activity that does not lead here.
    MainSetElsewhere {
        /// The activity's name.
        activity: String,
    },
    /// No subset, no cell or no column is there.
    NothingToDo,
    /// An output has no name.
    EmptyOutputName {
        /// Its place, from 1.
        place: usize,
    },
    /// Two outputs have the same name.
    DuplicateOutput {
        /// The name.
        name: String,
    },
    /// A limit of no record at all, so that nobody is ever in the subset.
    LimitOfNothing {
        /// The subset's name.
        subset: String,
    },
    /// One subset is limited to more than the whole.
    ShareOverWhole {
        /// The subset's name.
        subset: String,
        /// Its share, in hundredths of a percent.
        share: u32,
    },
    /// The shares of the subsets make more than the whole.
    SharesOverWhole {
        /// Their sum, in hundredths of a percent.
        sum: u64,
    },
    /// A subset after one that takes everyone.
    NobodyLeft {
        /// The subset that takes everyone.
        taker: String,
        /// The first subset that gets nobody.
        subset: String,
    },
    /// A number of days is not 1 to 3,650.
    DaysOutOfRange(u32),
    /// A question to a log names an activity that makes no deliveries.
    NoDeliveryActivity(String),
    /// A subset tests a column that nothing before it adds.
    ColumnNotAdded {
        /// The column.
        column: EnrichedColumn,
    },
    /// Contracts come into an activity that needs recipients.
    ContractsComeIn,
    /// Recipients and contracts come into an activity that combines them.
    MixedDimensions,
    /// The population consists already of what it is changed to.
    SameDimension,
    /// A value cannot be written.
    Write {
        /// The attribute's name.
        attribute: String,
        /// Why not.
        problem: WriteProblem,
    },
    /// Two lists have this name.
    DuplicateList(String),
    /// Two information services have this name.
    DuplicateService(String),
}

impl TargetingProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NothingComesIn => "nothing-comes-in",
            Self::NoPopulationComesIn => "no-population-comes-in",
            Self::TooFewInbound => "too-few-inbound",
            Self::NotMerged { .. } => "not-merged",
            Self::PopulationReplaced => "population-replaced",
            Self::MainSetElsewhere { .. } => "main-set-elsewhere",
            Self::NothingToDo => "nothing-to-do",
            Self::EmptyOutputName { .. } => "empty-output-name",
            Self::DuplicateOutput { .. } => "duplicate-output",
            Self::LimitOfNothing { .. } => "limit-of-nothing",
            Self::ShareOverWhole { .. } => "share-over-whole",
            Self::SharesOverWhole { .. } => "shares-over-whole",
            Self::NobodyLeft { .. } => "nobody-left",
            Self::DaysOutOfRange(_) => "days-out-of-range",
            Self::NoDeliveryActivity(_) => "no-delivery-activity",
            Self::ColumnNotAdded { .. } => "column-not-added",
            Self::ContractsComeIn => "contracts-come-in",
            Self::MixedDimensions => "mixed-dimensions",
            Self::SameDimension => "same-dimension",
            Self::Write { .. } => "not-writable",
            Self::DuplicateList(_) => "duplicate-list",
            Self::DuplicateService(_) => "duplicate-service",
        }
    }
}
