//! Drawings for the tests of this layer.

use crate::base::rest::Rest;
use crate::scenario::Workflow;
use crate::scenario::activity::Transition;
use crate::scenario::samples::Sample;

/// Activities `a0`, `a1` … in rows of twenty, joined as said; each has one output and takes any number of inputs
/// as far as a drawing is concerned.
pub(super) fn drawing(count: usize, links: &[(usize, usize)]) -> Workflow {
    let mut workflow = Sample::SideBySide.scenario().workflow;
    let one = workflow.activities[0].clone();
    workflow.notes.clear();
    workflow.activities = (0..count)
        .map(|at| {
            let mut activity = one.clone();
            activity.name = format!("a{at}");
            (activity.x, activity.y) = ((at % 20) as i32 * 300, (at / 20) as i32 * 160);
            activity
        })
        .collect();
    let link = |&(from, to): &(usize, usize)| Transition {
        from: format!("a{from}"),
        to: format!("a{to}"),
        output: None,
        rest: Rest::new(),
    };
    workflow.transitions = links.iter().map(link).collect();
    workflow
}
