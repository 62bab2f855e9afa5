//! A drawing set in order: in columns along the transitions, in rows with few crossings.

use super::branch::{Graph, Place};
use super::canvas::GRID;
use super::layers::Layers;
use super::spot::{COLUMN, ROW};
use crate::scenario::Workflow;

/// Drawings begin no further from the middle of the world than this.
const FAR: i32 = 1_000_000;
/// Between the rows of parts that do not hang together.
const PART: i32 = ROW + 2 * GRID;

/// New corners for all activities: the column of each is the longest way to it, 300 apart; rows are 120 apart at
/// least, with what belongs together at one height. Parts that do not hang together stand below each other, in the
/// order in which they stood. The drawing keeps its top left corner, and notes stay.
///
/// Only the transitions and the order of the parts decide, so that doing it twice changes nothing.
pub fn tidy(workflow: &Workflow) -> Vec<(String, i32, i32)> {
    let graph = Graph::of(workflow);
    let activities = &workflow.activities;
    let edge =
        |all: &mut dyn Iterator<Item = i32>| all.min().unwrap_or(0).clamp(-FAR, FAR).div_euclid(GRID) * GRID;
    let (left, mut top) =
        (edge(&mut activities.iter().map(|one| one.x)), edge(&mut activities.iter().map(|one| one.y)));
    let mut corners = vec![(left, top); activities.len()];
    for part in parts(workflow, &graph) {
        let mut lowest = 0;
        for (place, column, y) in Layers::of(&graph, &part).placed() {
            corners[place] = (left + column * COLUMN, top + y);
            lowest = lowest.max(y);
        }
        top += lowest + PART;
    }
    activities.iter().zip(corners).map(|(one, (x, y))| (one.name.clone(), x, y)).collect()
}

/// The activities that hang together, part for part from top to bottom.
fn parts(workflow: &Workflow, graph: &Graph) -> Vec<Vec<Place>> {
    let mut is_listed = vec![false; workflow.activities.len()];
    let mut parts: Vec<Vec<Place>> = Vec::new();
    for first in 0..workflow.activities.len() {
        let (mut part, mut next) = (Vec::new(), vec![first]);
        while let Some(place) = next.pop() {
            if !std::mem::replace(&mut is_listed[place], true) {
                part.push(place);
                next.extend(graph.after(place).chain(graph.before(place)));
            }
        }
        part.sort_unstable();
        parts.extend((!part.is_empty()).then_some(part));
    }
    let corner = |place: &Place| (workflow.activities[*place].y, workflow.activities[*place].x);
    parts.sort_by_key(|part| part.iter().map(corner).min());
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::activity::Transition;
    use crate::scenario::samples::Sample;
    use crate::scene::canvas::Canvas;
    use crate::scene::drawn::drawing;
    use proptest::prelude::*;

    fn tidied(workflow: &Workflow) -> Workflow {
        let mut next = workflow.clone();
        for (activity, (name, x, y)) in next.activities.iter_mut().zip(tidy(workflow)) {
            assert_eq!(activity.name, name);
            (activity.x, activity.y) = (x, y);
        }
        next
    }

    #[test]
    fn chains_are_level_and_parts_stand_below_each_other() {
        let workflow = tidied(&Sample::SideBySide.scenario().workflow);
        let corners: Vec<_> = workflow.activities.iter().map(|one| (one.x, one.y)).collect();
        let (x, y) = corners[0];
        assert_eq!(corners[1..3], [(x + 300, y), (x + 600, y)]);
        assert_eq!(corners[3..], [(x, y + 160), (x + 300, y + 160)]);
        assert!(Canvas::of(&workflow).routes.iter().flatten().all(|route| route.turns() == 0));
    }

    #[test]
    fn branches_fan_out_and_join_without_a_crossing() {
        // 0 leads to 3, 2 and 1, in this order, and these to 4.
        let links = [(0, 3), (0, 2), (0, 1), (1, 4), (2, 4), (3, 4)];
        let workflow = tidied(&drawing(5, &links));
        let at = |place: usize| (workflow.activities[place].x / 300, workflow.activities[place].y);
        assert_eq!([at(0).0, at(1).0, at(4).0], [0, 1, 2]);
        assert!(at(3).1 < at(2).1 && at(2).1 < at(1).1);
        assert_eq!([at(0).1, at(4).1], [at(2).1; 2]);
    }

    #[test]
    fn a_long_transition_has_a_row_of_its_own() {
        let workflow = tidied(&drawing(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]));
        let canvas = Canvas::of(&workflow);
        assert_eq!(canvas.forced, 0);
        let heights: Vec<i32> = workflow.activities.iter().map(|one| one.y).collect();
        assert_eq!(heights[1], heights[2]);
        let long = canvas.routes[3].as_ref().unwrap();
        assert!(long.turns() <= 4, "{long:?}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn twice_is_once_and_nothing_overlaps(
            count in 1..40_usize,
            links in prop::collection::vec((0..40_usize, 0..40_usize), 0..60),
            places in prop::collection::vec((-3_000..3_000_i32, -3_000..3_000_i32), 40),
        ) {
            let links: Vec<_> = links.into_iter().map(|(from, to)| (from % count, to % count)).collect();
            let mut workflow = drawing(count, &links);
            for (one, (x, y)) in workflow.activities.iter_mut().zip(places) {
                (one.x, one.y) = (x, y);
            }
            workflow.transitions.push(Transition { to: "nowhere".into(), ..workflow.transitions.first().cloned().unwrap_or_else(
                || Transition { from: "a0".into(), to: "a0".into(), output: None, rest: Default::default() }) });
            let once = tidied(&workflow);
            prop_assert_eq!(&tidied(&once), &once);
            let cards = Canvas::of(&once).cards;
            for (place, card) in cards.iter().enumerate() {
                prop_assert!(cards[..place].iter().all(|other| !other.inflated(20.0).intersects(card)));
            }
        }
    }
}
