//! The way of a transition: straight where it can be, else with right angles; and the points along it.

use std::fmt::{self, Write as _};

/// How far a way runs straight on before it turns back.
const STUB: f64 = 18.0;
/// How far from a card a way turns to the height of another.
const TURN: f64 = 26.0;
/// Between two lanes in which ways turn.
const LANE: f64 = 9.0;
/// The radius of its corners.
const CORNER: f64 = 8.0;

/// A point of the drawing, in its units: pixels where the drawing is not scaled down.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// To the right.
    pub x: f64,
    /// Downwards.
    pub y: f64,
}

/// As in the `d` of an SVG path, to a tenth. Drawings are made of thousands of these: whole numbers are written
/// much faster than decimal fractions are found.
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        tenths(self.x, f)?;
        f.write_char(' ')?;
        tenths(self.y, f)
    }
}

fn tenths(value: f64, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let all = (value * 10.0).round() as i64;
    let (whole, tenth) = (all.unsigned_abs() / 10, all.unsigned_abs() % 10);
    let sign = if all < 0 { "-" } else { "" };
    match tenth {
        0 => write!(f, "{sign}{whole}"),
        _ => write!(f, "{sign}{whole}.{tenth}"),
    }
}

/// Which part of a way that turns is the long one, with room for its label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// Where it leaves: for ways that join before they arrive.
    First,
    /// Where it arrives: for ways that leave together.
    Last,
}

/// A way from the right edge of one card to the left edge of another.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    corners: Vec<Point>,
}

impl Route {
    /// The way between two points; it leaves and arrives to the right, and turns near the other end than the
    /// one preferred.
    ///
    /// `lane` counts the ways beside it that turn nearer to that end: each turns in a lane of its own.
    pub fn between(from: Point, to: Point, prefer: Prefer, lane: u32) -> Self {
        let at = |x, y| Point { x, y };
        let aside = f64::from(lane) * LANE;
        let corners = if (from.y - to.y).abs() < 1.0 && to.x > from.x {
            vec![from, at(to.x, from.y)]
        } else if to.x >= from.x + 2.0 * STUB {
            let turn = (TURN + aside).min((to.x - from.x) * 0.7);
            let x = if prefer == Prefer::First { to.x - turn } else { from.x + turn };
            vec![from, at(x, from.y), at(x, to.y), to]
        } else {
            let y = f64::midpoint(from.y, to.y);
            let (out, back) = (from.x + STUB + aside, to.x - STUB - aside);
            vec![from, at(out, from.y), at(out, y), at(back, y), at(back, to.y), to]
        };
        Self { corners }
    }

    /// The way through these corners, each level with or upright to the one before; those that do not turn are
    /// left out.
    pub fn through(corners: &[Point]) -> Self {
        let mut kept: Vec<Point> = Vec::with_capacity(corners.len());
        for &corner in corners {
            if kept.last() == Some(&corner) {
                continue;
            }
            if let &[.., before, last] = kept.as_slice() {
                let is_level = before.y == last.y && last.y == corner.y;
                let is_upright = before.x == last.x && last.x == corner.x;
                if is_level || is_upright {
                    kept.pop();
                }
            }
            kept.push(corner);
        }
        Self { corners: kept }
    }

    /// Where it begins, turns and ends.
    pub fn corners(&self) -> &[Point] {
        &self.corners
    }

    /// How many times it turns.
    pub fn turns(&self) -> usize {
        self.corners.len().saturating_sub(2)
    }

    /// The way as the `d` of an SVG path, with round corners.
    pub fn path_data(&self) -> String {
        let mut data = String::new();
        let Some((first, rest)) = self.corners.split_first() else { return data };
        let _ = write!(data, "M{first}");
        for corner in self.corners.windows(3) {
            let &[before, corner, after] = corner else { continue };
            let radius = CORNER.min(distance(before, corner) / 2.0).min(distance(corner, after) / 2.0);
            let (enter, leave) = (towards(corner, before, radius), towards(corner, after, radius));
            let _ = write!(data, "L{enter}Q{corner} {leave}");
        }
        if let Some(last) = rest.last() {
            let _ = write!(data, "L{last}");
        }
        data
    }

    /// The arrow head at its end, as the `d` of an SVG path.
    pub fn arrow_data(&self) -> String {
        let end = self.corners.last().copied().unwrap_or_default();
        format!("M{end}l-8 -4.500v9z")
    }

    /// The point at a share of the way, 0 at its beginning and 1 at its end.
    pub fn point_at(&self, share: f64) -> Point {
        let mut left = self.length() * share.clamp(0.0, 1.0);
        for pair in self.corners.windows(2) {
            let &[from, to] = pair else { continue };
            let length = distance(from, to);
            if left <= length {
                return towards(from, to, left);
            }
            left -= length;
        }
        self.corners.last().copied().unwrap_or_default()
    }

    /// The middle of its longest level part, where its label has most room.
    pub fn label_at(&self) -> Point {
        let level = self.corners.windows(2).filter_map(|pair| match pair {
            &[from, to] if from.y == to.y => Some((from, to)),
            _ => None,
        });
        let longest = level.max_by(|a, b| distance(a.0, a.1).total_cmp(&distance(b.0, b.1)));
        let middle = |(from, to): (Point, Point)| Point { x: f64::midpoint(from.x, to.x), y: from.y };
        longest.map_or_else(|| self.point_at(0.5), middle)
    }

    /// Where its name stands, and whether it ends there: beside the end of it that runs level for longer.
    pub fn name_at(&self) -> (Point, bool) {
        let level = |pair: Option<&[Point]>| match pair {
            Some(&[from, to]) if from.y == to.y => to.x - from.x,
            _ => 0.0,
        };
        let (first, last) = (self.corners.first(), self.corners.last());
        let is_last = level(self.corners.windows(2).last()) >= level(self.corners.windows(2).next());
        let Point { x, y } = if is_last { last } else { first }.copied().unwrap_or_default();
        (Point { x: if is_last { x - 12.0 } else { x + 6.0 }, y }, is_last)
    }

    fn length(&self) -> f64 {
        self.corners.windows(2).map(|pair| distance(pair[0], pair[1])).sum()
    }
}

/// Every part of a way is level or upright, so that its length is a sum.
fn distance(from: Point, to: Point) -> f64 {
    (to.x - from.x).abs() + (to.y - from.y).abs()
}

/// The point this far from one point towards another.
fn towards(from: Point, to: Point, far: f64) -> Point {
    let whole = distance(from, to);
    let share = if whole > 0.0 { far / whole } else { 0.0 };
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn route(x: f64, y: f64, prefer: Prefer) -> Route {
        Route::between(Point { x: 0.0, y: 0.0 }, Point { x, y }, prefer, 0)
    }

    #[test]
    fn points_are_written_to_a_tenth() {
        let written = |x, y| Point { x, y }.to_string();
        assert_eq!(
            [written(0.0, -0.04), written(-12.25, 7.96), written(-0.5, 1e6)],
            ["0 0", "-12.3 8", "-0.5 1000000"]
        );
    }

    #[test]
    fn level_ways_are_straight_and_others_turn_near_one_end() {
        assert_eq!(route(100.0, 0.0, Prefer::Last).path_data(), "M0 0L100 0");
        assert_eq!(
            route(100.0, 60.0, Prefer::Last).path_data(),
            "M0 0L18 0Q26 0 26 8L26 52Q26 60 34 60L100 60"
        );
        assert_eq!(route(100.0, 60.0, Prefer::Last).label_at(), Point { x: 63.0, y: 60.0 });
        assert_eq!(route(100.0, 60.0, Prefer::First).label_at(), Point { x: 37.0, y: 0.0 });
        assert_eq!(route(100.0, 60.0, Prefer::Last).name_at(), (Point { x: 88.0, y: 60.0 }, true));
        assert_eq!(route(100.0, 60.0, Prefer::First).name_at(), (Point { x: 6.0, y: 0.0 }, false));
    }

    #[test]
    fn corners_that_do_not_turn_are_left_out() {
        let at = |x, y| Point { x, y };
        let route =
            Route::through(&[at(0.0, 0.0), at(10.0, 0.0), at(10.0, 0.0), at(30.0, 0.0), at(30.0, 9.0)]);
        assert_eq!(route.corners(), [at(0.0, 0.0), at(30.0, 0.0), at(30.0, 9.0)]);
        assert_eq!(route.turns(), 1);
    }

    #[test]
    fn points_follow_the_way_even_where_it_turns_back() {
        let turned = route(100.0, 60.0, Prefer::Last);
        assert_eq!(turned.point_at(0.0), Point { x: 0.0, y: 0.0 });
        assert_eq!(turned.point_at(0.25), Point { x: 26.0, y: 14.0 });
        assert_eq!(turned.point_at(1.0), Point { x: 100.0, y: 60.0 });
        let back = route(-100.0, 80.0, Prefer::Last);
        assert_eq!(back.point_at(0.5), Point { x: -50.0, y: 40.0 });
        assert_eq!(back.point_at(2.0), Point { x: -100.0, y: 80.0 });
    }
}
