//! Where something new finds room in a drawing.

use super::branch::places;
use super::canvas::{CARD, GRID};
use super::rect::Rect;
use crate::scenario::Workflow;

/// From one column to the next, and from one row to the next.
pub(super) const COLUMN: i32 = 300;
pub(super) const ROW: i32 = 120;
/// Between something new and what is there, on each side.
const GAP: f64 = 20.0;
/// How many rings around a point are tried.
const RINGS: i32 = 30;

/// The corner of a card that is to follow an activity by one of its outputs: in the next column, at the height of
/// the output, or below that where something is in the way. Several outputs fan out by a row each.
pub fn after(workflow: &Workflow, from: &str, output: Option<&str>) -> (i32, i32) {
    let Some(activity) = places(workflow).get(from).and_then(|place| workflow.activities.get(*place)) else {
        return free(workflow, (0, 0));
    };
    let outputs = activity.settings.outputs();
    let port = activity.settings.port_named(output);
    let at = outputs.iter().position(|output| Some(output.port) == port).unwrap_or(0);
    let (at, count) = (at as i32, outputs.len().max(1) as i32);
    let x = activity.x.saturating_add(COLUMN);
    let y = activity.y.saturating_add((2 * at - (count - 1)) * ROW / 2);
    below(&taken(workflow), (x, y))
}

/// The free corner for a card that is nearest to a point, of which that would be the corner.
pub fn free(workflow: &Workflow, near: (i32, i32)) -> (i32, i32) {
    let taken = taken(workflow);
    let ring = |ring: i32| {
        let all = (-ring..=ring).flat_map(move |x| (-ring..=ring).map(move |y| (x, y)));
        let on_ring = all.filter(move |(x, y)| x.abs().max(y.abs()) == ring);
        let mut spots: Vec<(i32, i32)> = on_ring.map(|(x, y)| (x * 2 * GRID, y * GRID)).collect();
        // Of two that are as near, the lower one, then the right one.
        spots.sort_by_key(|(x, y)| (x.abs() + y.abs(), -y, -x));
        spots
    };
    let spots = (0..=RINGS).flat_map(ring);
    let mut corners = spots.map(|(x, y)| (near.0.saturating_add(x), near.1.saturating_add(y)));
    corners.find(|corner| blocker(&taken, *corner).is_none()).unwrap_or_else(|| below(&taken, near))
}

/// The first free corner at or below one.
fn below(taken: &[Rect], (x, mut y): (i32, i32)) -> (i32, i32) {
    // Each step leaves at least one rectangle above for good.
    for _ in taken {
        let Some(rect) = blocker(taken, (x, y)) else { break };
        let rows = ((rect.bottom() + GAP - f64::from(y)) / f64::from(GRID)).ceil() as i32;
        y = y.saturating_add(rows.max(1).saturating_mul(GRID));
    }
    (x, y)
}

fn blocker(taken: &[Rect], (x, y): (i32, i32)) -> Option<&Rect> {
    let card = Rect { x: x.into(), y: y.into(), width: CARD.width, height: CARD.height }.inflated(GAP);
    taken.iter().find(|rect| rect.intersects(&card))
}

fn taken(workflow: &Workflow) -> Vec<Rect> {
    let card = |x: i32, y: i32| Rect { x: x.into(), y: y.into(), width: CARD.width, height: CARD.height };
    let notes = workflow.notes.iter().map(|note| Rect {
        width: note.width.into(),
        height: note.height.into(),
        ..card(note.x, note.y)
    });
    workflow.activities.iter().map(|one| card(one.x, one.y)).chain(notes).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::note::Note;
    use crate::scenario::samples::Sample;
    use crate::scenario::wire;

    fn sample() -> Workflow {
        Sample::SideBySide.scenario().workflow
    }

    #[test]
    fn what_follows_stands_in_the_next_column_and_below_what_is_there() {
        let mut workflow = sample();
        let last = workflow.activities[2].clone();
        assert_eq!(after(&workflow, &last.name, None), (last.x + 300, last.y));
        let first = workflow.activities[0].clone();
        let spot = after(&workflow, &first.name, None);
        assert_eq!(spot.0, first.x + 300);
        assert!(blocker(&taken(&workflow), spot).is_none());
        assert!(spot.1 > first.y && spot.1 <= first.y + 160 + 120, "{spot:?}");
        workflow.notes.push(Note::new("Here", (last.x + 300, last.y)));
        assert!(after(&workflow, &last.name, None).1 >= last.y + 100);
        assert_eq!(after(&workflow, "nobody", None), free(&workflow, (0, 0)));
    }

    #[test]
    fn several_outputs_fan_out() {
        let file = include_bytes!("../../tests/browser/fixtures/outputs.lab.json");
        let mut workflow = wire::open(file).unwrap().workflow;
        let split = workflow.activities.iter().find(|one| one.settings.outputs().len() == 3).unwrap().clone();
        workflow.activities.retain(|one| one.name == split.name);
        let names: Vec<_> = split.settings.outputs().into_iter().map(|output| output.name).collect();
        let heights: Vec<_> = names.iter().map(|name| after(&workflow, &split.name, Some(name)).1).collect();
        assert_eq!(heights, [split.y - 120, split.y, split.y + 120]);
    }

    #[test]
    fn a_free_spot_is_near_and_free_even_at_the_edge_of_the_world() {
        let workflow = sample();
        let one = &workflow.activities[0];
        let spot = free(&workflow, (one.x + 10, one.y + 10));
        assert!(blocker(&taken(&workflow), spot).is_none());
        assert!((spot.0 - one.x).abs() + (spot.1 - one.y).abs() <= 120, "{spot:?}");
        assert_eq!(free(&workflow, (9_000, 9_000)), (9_000, 9_000));
        let mut far = workflow.clone();
        for one in &mut far.activities {
            (one.x, one.y) = (i32::MAX, i32::MAX);
        }
        let _ = (after(&far, &far.activities[0].name, None), free(&far, (i32::MAX, i32::MAX)));
    }
}
