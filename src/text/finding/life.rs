//! Findings about properties of the workflow, the Advanced tab and what is done during a run, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::LifeProblem;
use crate::text::Lang;
use crate::text::told::Told;

pub(super) fn told(_lang: Lang, _scenario: &Scenario, problem: &LifeProblem) -> Told {
    match *problem {}
}
