//! Findings about deliveries, their properties and their templates, in words.

use crate::scenario::Scenario;
use crate::scenario::finding::SendingProblem;
use crate::text::Lang;
use crate::text::told::Told;

pub(super) fn told(_lang: Lang, _scenario: &Scenario, problem: &SendingProblem) -> Told {
    match *problem {}
}
