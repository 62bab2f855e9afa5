//! The search for a way along lines beside the cards: short, and with few turns.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::rect::Rect;
use super::route::Point;

/// A turn counts as much as this length.
const TURN: f64 = 40.0;
/// With more points than this, lines that are near to each other become one.
const FINE: usize = 20_000;
/// A ground with more points than this is not searched.
const MOST: usize = 80_000;
/// A search that has visited this many points gives up.
const VISITS: usize = 20_000;
/// How far apart lines are that became one.
const COARSE: f64 = 20.0;
/// To the right, down, to the left, up; the opposite is two further.
const STEPS: [(isize, isize); 4] = [(1, 0), (0, 1), (-1, 0), (0, -1)];
const RIGHT: usize = 0;

/// Distances from cards.
#[derive(Clone, Copy)]
pub(super) struct Span {
    /// How far beside them the lines lie.
    pub(super) beside: f64,
    /// Nearer than this no line is walked.
    pub(super) clear: f64,
}

/// The lines between the cards, and where they are blocked.
pub(super) struct Ground {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// Whether the part of a line to the right of a point is blocked, and the one below it.
    blocked: Vec<[bool; 2]>,
}

impl Ground {
    /// The ground within a window; none where there is too much of it.
    pub(super) fn of(cards: &[Rect], window: Rect, span: Span, points: [Point; 2]) -> Option<Self> {
        let lines = |grain: f64| {
            let Span { beside, .. } = span;
            let before = |edge: f64| ((edge - beside) / grain).floor() * grain;
            let behind = |edge: f64| ((edge + beside) / grain).ceil() * grain;
            let xs = cards.iter().flat_map(|card| [before(card.x), behind(card.right())]);
            let ys = cards.iter().flat_map(|card| [before(card.y), behind(card.bottom())]);
            let xs = sorted(xs.chain(points.map(|point| point.x)), window.x, window.right());
            let ys = sorted(ys.chain(points.map(|point| point.y)), window.y, window.bottom());
            (xs, ys)
        };
        let (mut xs, mut ys) = lines(1.0);
        if xs.len() * ys.len() > FINE {
            (xs, ys) = lines(COARSE);
        }
        let count = xs.len() * ys.len();
        if count > MOST {
            return None;
        }
        let mut ground = Self { xs, ys, blocked: vec![[false; 2]; count] };
        cards.iter().for_each(|card| ground.block(&card.inflated(span.clear)));
        Some(ground)
    }

    fn block(&mut self, card: &Rect) {
        let width = self.xs.len();
        let inside = |lines: &[f64], from: f64, to: f64| {
            (lines.partition_point(|line| *line <= from), lines.partition_point(|line| *line < to))
        };
        let (left, right) = inside(&self.xs, card.x, card.right());
        let (top, bottom) = inside(&self.ys, card.y, card.bottom());
        // A part that begins before the card and ends in it or behind it is blocked, too.
        for y in top..bottom {
            for x in left.saturating_sub(1)..right {
                self.blocked[y * width + x][0] = true;
            }
        }
        for y in top.saturating_sub(1)..bottom {
            for x in left..right {
                self.blocked[y * width + x][1] = true;
            }
        }
    }

    /// The corners of a way between two points on lines. It begins and ends to the right and never turns back on
    /// the spot.
    pub(super) fn way(&self, start: Point, goal: Point) -> Option<Vec<Point>> {
        let width = self.xs.len();
        let node = |point: Point| {
            let x = self.xs.iter().position(|line| *line == point.x)?;
            let y = self.ys.iter().position(|line| *line == point.y)?;
            Some(y * width + x)
        };
        let (first, last) = (node(start)?, node(goal)?);
        let rest = |node: usize| {
            let at = self.point(node);
            (at.x - goal.x).abs() + (at.y - goal.y).abs()
        };
        // Four states for each point: by the direction in which it was reached.
        let mut costs = vec![f64::INFINITY; self.blocked.len() * 4];
        let mut befores = vec![usize::MAX; costs.len()];
        let mut open = BinaryHeap::new();
        costs[first * 4 + RIGHT] = 0.0;
        open.push(Reverse((rest(first).to_bits(), first * 4 + RIGHT)));
        let mut visits = 0;
        while let Some(Reverse((estimate, state))) = open.pop() {
            let (at, way, cost) = (state / 4, state % 4, costs[state]);
            // The bits of numbers above zero are in the order of the numbers.
            if estimate > (cost + rest(at)).to_bits() {
                continue;
            }
            if state == last * 4 + RIGHT {
                return Some(self.corners(&befores, state));
            }
            visits += 1;
            if visits > VISITS {
                return None;
            }
            let mut reach = |next: usize, to: usize, cost: f64| {
                let state = next * 4 + to;
                if cost < costs[state] {
                    (costs[state], befores[state]) = (cost, at * 4 + way);
                    open.push(Reverse(((cost + rest(next)).to_bits(), state)));
                }
            };
            if at == last && way % 2 == 1 {
                reach(at, RIGHT, cost + TURN);
            }
            for to in (0..4).filter(|to| to ^ 2 != way) {
                if let Some((next, length)) = self.step(at, to) {
                    reach(next, to, cost + length + if to == way { 0.0 } else { TURN });
                }
            }
        }
        None
    }

    /// The next point in a direction, and how far it is.
    fn step(&self, from: usize, way: usize) -> Option<(usize, f64)> {
        let width = self.xs.len();
        let (x, y) = (from % width, from / width);
        let (by_x, by_y) = STEPS[way];
        let (to_x, to_y) = (x.checked_add_signed(by_x)?, y.checked_add_signed(by_y)?);
        let length = (self.xs.get(to_x)? - self.xs[x]).abs() + (self.ys.get(to_y)? - self.ys[y]).abs();
        let to = to_y * width + to_x;
        (!self.blocked[from.min(to)][way % 2]).then_some((to, length))
    }

    fn corners(&self, befores: &[usize], last: usize) -> Vec<Point> {
        let mut corners = vec![self.point(last / 4)];
        let mut state = last;
        while let Some(&before) = befores.get(state).filter(|before| **before != usize::MAX) {
            corners.push(self.point(before / 4));
            state = before;
        }
        corners.reverse();
        corners
    }

    fn point(&self, node: usize) -> Point {
        Point { x: self.xs[node % self.xs.len()], y: self.ys[node / self.xs.len()] }
    }
}

/// The lines within a window in their order, each once.
fn sorted(lines: impl Iterator<Item = f64>, from: f64, to: f64) -> Vec<f64> {
    let mut lines: Vec<f64> = lines.filter(|line| (from..=to).contains(line)).collect();
    lines.sort_by(f64::total_cmp);
    lines.dedup();
    lines
}
