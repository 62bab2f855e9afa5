//! Findings about activities of the Targeting tab, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::TargetingProblem;
use crate::text::Lang;
use crate::text::told::Told;

pub(super) fn told(_lang: Lang, _scenario: &Scenario, problem: &TargetingProblem) -> Told {
    match *problem {}
}
