//! Findings about activities of the Flow control tab and the circles transitions can make, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::FlowProblem;
use crate::text::Lang;
use crate::text::told::Told;

pub(super) fn told(_lang: Lang, _scenario: &Scenario, problem: &FlowProblem) -> Told {
    match *problem {}
}
