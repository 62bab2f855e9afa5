//! What activities of the Flow control tab do.

use crate::plan::LinkIdx;
use crate::scenario::activity::flow::Operand;
use crate::scenario::activity::ports::Port;
use crate::scenario::variables::VarValue;

/// A fact about the flow.
#[derive(Clone, Debug, PartialEq)]
pub enum FlowFact {
    /// A Test chose.
    Tested {
        /// The output; none where no condition was true and the default fork is not used.
        port: Option<Port>,
        /// What it looked at, each once, with the value it had.
        seen: Vec<(Operand, VarValue)>,
    },
    /// An AND-join had all its transitions.
    Joined {
        /// How many.
        joined: u32,
        /// The transition whose population passes on, where one carries a population.
        from: Option<LinkIdx>,
        /// Whether it was chosen at random, for want of a main set.
        is_random: bool,
    },
    /// An AND-join cannot join populations of different targeting dimensions.
    DimensionsDiffer,
    /// A Time constraint dropped an activation outside its window.
    OutsideWindow,
    /// An External signal had its signal.
    Signalled,
    /// An Approval or a Task had its answer.
    Answered {
        /// The output of the answer.
        port: Port,
    },
    /// An expiration came, or a Task was not done in time.
    Expired {
        /// Its output.
        port: Port,
    },
    /// A signal, an answer or *Execute pending task(s) now* found nothing that waited for it.
    NoEffect {
        /// The output of the answer; none where it was no answer.
        port: Option<Port>,
        /// Whether it was *Execute pending task(s) now*.
        is_command: bool,
    },
    /// An Alert sent its message.
    Alerted,
    /// A Sub-workflow called its workflow.
    Called,
    /// A sub-workflow came back with its result.
    CameBack {
        /// How many records it brought; none where it brought no population.
        count: Option<u64>,
    },
    /// The run was stopped: tasks follow each other without time passing.
    TooManyTasks {
        /// How many tasks of one second are too many.
        limit: usize,
    },
}
