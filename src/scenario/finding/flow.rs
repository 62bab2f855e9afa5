//! What can be found about activities of the Flow control tab and the circles transitions can make.

use crate::base::time::SimTime;

/// A problem of this sort.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowProblem {
    /// A Test has no condition.
    TestWithoutBranches,
    /// A branch of a Test compares nothing, so it is always true.
    AlwaysTrue {
        /// The branch.
        branch: String,
    },
    /// A Test looks at a variable without a name.
    UnnamedVariable,
    /// An output has no name.
    UnnamedOutput,
    /// Two outputs have the same name.
    DuplicateOutput {
        /// The name.
        output: String,
    },
    /// A wait or an expiration of no length.
    NoDuration,
    /// A wait or an expiration that is not over when the simulated weeks are.
    LongerThanRun,
    /// A Time constraint has no day on which it opens.
    NoDays,
    /// An Approval offers no answer.
    NoAnswers,
    /// An AND-join with fewer than two inbound transitions.
    JoinOfOne,
    /// The main set names an activity that does not lead into the AND-join.
    UnknownMainSet {
        /// The name.
        name: String,
    },
    /// An AND-join without a main set: the product chooses at random.
    NoMainSet,
    /// A Fork with fewer than two outbound transitions.
    ForkOfOne,
    /// A Jump start without its Jump end.
    JumpWithoutEnd {
        /// The number.
        number: u32,
    },
    /// A Jump end without its Jump start.
    JumpWithoutStart {
        /// The number.
        number: u32,
    },
    /// Two Jump ends with the same number.
    DoubledJumpEnd {
        /// The number.
        number: u32,
    },
    /// Two Jump starts with the same number.
    DoubledJumpStart {
        /// The number.
        number: u32,
    },
    /// A transition leaves a Jump start.
    JumpLeadsOn,
    /// There is no workflow of this name.
    UnknownSubWorkflow {
        /// The name.
        name: String,
    },
    /// Two workflows have this name.
    DuplicateSubWorkflow {
        /// The name.
        name: String,
    },
    /// A workflow runs itself, over however many others.
    RecursiveSubWorkflow {
        /// The name.
        name: String,
    },
    /// Sub-workflows call each other too deep.
    SubWorkflowTooDeep {
        /// How deep they may.
        limit: usize,
    },
    /// A sub-workflow lacks the Jump end at its beginning or the Jump start at its end.
    SubWorkflowWithoutJumps {
        /// The workflow.
        name: String,
    },
    /// A sub-workflow has two jumps with the number of its beginning or its end.
    SubWorkflowBoundDoubled {
        /// The workflow.
        name: String,
        /// The number.
        number: u32,
    },
    /// Nothing in a sub-workflow can begin.
    SubWorkflowWithoutBeginning {
        /// The workflow.
        name: String,
    },
    /// Nothing in a sub-workflow leads back.
    SubWorkflowNeverReturns {
        /// The workflow.
        name: String,
    },
    /// An activity of a sub-workflow has a schedule.
    ScheduleInSubWorkflow {
        /// The workflow.
        name: String,
        /// The activity.
        activity: String,
    },
    /// A signal is posted to an activity that is no External signal.
    SignalUnheard {
        /// The place of the intervention in the list, from 1.
        number: usize,
        /// The name of the activity.
        name: String,
    },
    /// An answer that the activity does not offer, or an activity that asks nothing.
    AnswerUnheard {
        /// The place of the intervention in the list, from 1.
        number: usize,
        /// The name of the activity.
        name: String,
        /// The answer.
        answer: String,
    },
    /// Found by a run: tasks follow each other without time passing.
    TooManyTasks {
        /// How many tasks of one second are too many.
        limit: usize,
    },
    /// Found by a run: it makes more events than the lab allows.
    CutShort {
        /// The limit.
        limit: usize,
        /// The moment it had come to.
        at: SimTime,
    },
}

impl FlowProblem {
    /// A stable code for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TestWithoutBranches => "test-without-branches",
            Self::AlwaysTrue { .. } => "always-true",
            Self::UnnamedVariable => "unnamed-variable",
            Self::UnnamedOutput => "unnamed-output",
            Self::DuplicateOutput { .. } => "duplicate-output",
            Self::NoDuration => "no-duration",
            Self::LongerThanRun => "longer-than-run",
            Self::NoDays => "no-days",
            Self::NoAnswers => "no-answers",
            Self::JoinOfOne => "join-of-one",
            Self::UnknownMainSet { .. } => "unknown-main-set",
            Self::NoMainSet => "no-main-set",
            Self::ForkOfOne => "fork-of-one",
            Self::JumpWithoutEnd { .. } => "jump-without-end",
            Self::JumpWithoutStart { .. } => "jump-without-start",
            Self::DoubledJumpEnd { .. } => "doubled-jump-end",
            Self::DoubledJumpStart { .. } => "doubled-jump-start",
            Self::JumpLeadsOn => "jump-leads-on",
            Self::UnknownSubWorkflow { .. } => "unknown-sub-workflow",
            Self::DuplicateSubWorkflow { .. } => "duplicate-sub-workflow",
            Self::RecursiveSubWorkflow { .. } => "recursive-sub-workflow",
            Self::SubWorkflowTooDeep { .. } => "sub-workflow-too-deep",
            Self::SubWorkflowWithoutJumps { .. } => "sub-workflow-without-jumps",
            Self::SubWorkflowBoundDoubled { .. } => "sub-workflow-bound-doubled",
            Self::SubWorkflowWithoutBeginning { .. } => "sub-workflow-without-beginning",
            Self::SubWorkflowNeverReturns { .. } => "sub-workflow-never-returns",
            Self::ScheduleInSubWorkflow { .. } => "schedule-in-sub-workflow",
            Self::SignalUnheard { .. } => "signal-unheard",
            Self::AnswerUnheard { .. } => "answer-unheard",
            Self::TooManyTasks { .. } => "too-many-tasks",
            Self::CutShort { .. } => "cut-short",
        }
    }
}
