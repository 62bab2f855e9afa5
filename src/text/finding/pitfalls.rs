//! Findings about well-known pitfalls that the drawing shows, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::PitfallProblem;
use crate::text::Lang;
use crate::text::told::Told;

pub(super) fn told(_lang: Lang, _scenario: &Scenario, problem: &PitfallProblem) -> Told {
    match *problem {}
}
