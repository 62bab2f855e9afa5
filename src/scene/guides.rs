//! Where something that is dragged snaps: in line with others, else to the grid.

use super::canvas::GRID;
use super::rect::Rect;
use super::route::Point;

/// A line that shows what is in line with what.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// Its upper or left end.
    pub from: Point,
    /// Its lower or right end.
    pub to: Point,
}

/// By how much something is to be moved further, and why.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Snap {
    /// To the right and down.
    pub by: (i32, i32),
    /// What it is in line with then; none where it snapped to the grid.
    pub lines: Vec<Line>,
}

/// A side of the drawing: along it things are compared.
#[derive(Clone, Copy, PartialEq)]
enum Axis {
    X,
    Y,
}

/// Snaps a rectangle: with its left edge, middle or right edge to those of the others, with its top edge, middle or
/// bottom edge likewise, if one is within `reach`; else with its corner to the grid. Of several the nearest
/// line counts, then the middle before the edges, then the nearest rectangle.
pub fn snap(moving: Rect, others: &[Rect], reach: f64) -> Snap {
    let x = aligned(Axis::X, &moving, others, reach);
    let y = aligned(Axis::Y, &moving, others, reach);
    let by = (
        x.map_or_else(|| to_grid(moving.x), |(by, _)| by),
        y.map_or_else(|| to_grid(moving.y), |(by, _)| by),
    );
    let there = moving.moved(by.0.into(), by.1.into());
    let line = |axis: Axis, at: Option<(i32, usize)>| Some(line(axis, at?.1, &there, others));
    Snap { by, lines: [line(Axis::X, x), line(Axis::Y, y)].into_iter().flatten().collect() }
}

/// By how much to move along an axis, and which of the three lines is then in line with another.
fn aligned(axis: Axis, moving: &Rect, others: &[Rect], reach: f64) -> Option<(i32, usize)> {
    let own = thirds(axis, moving);
    let near = others.iter().flat_map(|other| {
        let far = distance(moving, other);
        let lines = thirds(axis, other);
        (0..3).map(move |line| (lines[line] - own[line], line, far))
    });
    // Half a unit cannot be moved by: where only one of the two has a middle at a half, they are not in line.
    let whole = near.filter(|(by, ..)| by.fract() == 0.0 && by.abs() <= reach);
    let best = whole.min_by(|a, b| {
        let rank = |line: usize| usize::from(line != 1);
        (a.0.abs().total_cmp(&b.0.abs())).then(rank(a.1).cmp(&rank(b.1))).then(a.2.total_cmp(&b.2))
    });
    best.map(|(by, line, _)| (by as i32, line))
}

/// The line through everything that is in line with what was moved.
fn line(axis: Axis, which: usize, there: &Rect, others: &[Rect]) -> Line {
    let at = thirds(axis, there)[which];
    let level = others.iter().filter(|other| thirds(axis, other)[which] == at);
    let all = level.fold(*there, |all, other| all.union(other));
    match axis {
        Axis::X => Line { from: Point { x: at, y: all.y }, to: Point { x: at, y: all.bottom() } },
        Axis::Y => Line { from: Point { x: all.x, y: at }, to: Point { x: all.right(), y: at } },
    }
}

/// The first edge, the middle and the other edge.
fn thirds(axis: Axis, rect: &Rect) -> [f64; 3] {
    let middle = rect.middle();
    match axis {
        Axis::X => [rect.x, middle.x, rect.right()],
        Axis::Y => [rect.y, middle.y, rect.bottom()],
    }
}

fn distance(one: &Rect, two: &Rect) -> f64 {
    let (one, two) = (one.middle(), two.middle());
    (one.x - two.x).abs() + (one.y - two.y).abs()
}

fn to_grid(at: f64) -> i32 {
    let grid = f64::from(GRID);
    ((at / grid).round() * grid - at).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARD: Rect = Rect { x: 0.0, y: 0.0, width: 200.0, height: 64.0 };

    #[test]
    fn cards_come_in_line_with_cards() {
        let others = [CARD, CARD.moved(0.0, 320.0), CARD.moved(600.0, 0.0)];
        let snapped = snap(CARD.moved(4.0, 153.0), &others, 6.0);
        // To the right to the first two, downwards to the grid.
        assert_eq!(snapped.by, (-4, 7));
        let line = Line { from: Point { x: 100.0, y: 0.0 }, to: Point { x: 100.0, y: 384.0 } };
        assert_eq!(snapped.lines, [line]);
        let level = snap(CARD.moved(293.0, -5.0), &others, 6.0);
        assert_eq!(level.by, (7, 5));
        let line = Line { from: Point { x: 0.0, y: 32.0 }, to: Point { x: 800.0, y: 32.0 } };
        assert_eq!(level.lines, [line]);
    }

    #[test]
    fn edges_count_where_sizes_differ_and_far_ones_do_not() {
        let note = Rect { x: 7.0, y: 500.0, width: 301.0, height: 80.0 };
        let snapped = snap(CARD.moved(105.0, 200.0), &[note], 6.0);
        assert_eq!(snapped.by, (3, 0));
        assert_eq!(snapped.lines[0].from, Point { x: 308.0, y: 200.0 });
        assert_eq!(snap(CARD.moved(51.0, 0.0), &[note], 3.0).by, (9, 0));
        assert_eq!(snap(CARD.moved(-51.0, -1.0), &[], 6.0), Snap { by: (-9, 1), lines: Vec::new() });
    }
}
