//! Where cards stand in a drawing of a given room, spread or drawn together so that they stay legible.

use super::branch::{Graph, Hue, Place};
use super::ports::{Ports, Stub};
use super::route::{Point, Route};
pub use super::size::Size;
use crate::scenario::Workflow;
use crate::scenario::activity::Activity;
use crate::scenario::activity::ports::Output;

/// Where the author drew cards apart by this much, they stay apart.
const DRAWN: Size = Size { width: 200.0, height: 64.0 };
/// The widest and the narrowest card.
const CARD_WIDTHS: [f64; 5] = [224.0, 212.0, 200.0, 188.0, 176.0];
const CARD_HEIGHT: f64 = 68.0;
/// Room around the drawing.
const MARGIN: Size = Size { width: 16.0, height: 14.0 };
/// Between cards that a transition joins, so that its count can be read.
const LINK_GAP: f64 = 72.0;
/// Between cards of which one has outputs with names, so that these can be read.
const NAMED_GAP: f64 = 116.0;
/// Cards that a transition joins are spread no further than this.
const FAR: f64 = 260.0;
/// Between other cards.
const GAP: f64 = 22.0;
/// Beside the last cards, for outputs that lead nowhere.
const STUB_ROOM: f64 = 84.0;
/// How far the author's distances may be spread where there is room.
const SPREAD: Size = Size { width: 1.25, height: 0.85 };
/// Scaled down further, the text of a card would be smaller than eleven pixels.
const LEGIBLE: f64 = 0.9;

/// A drawing fitted into a room.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The size of the drawing: the room, or more where the room is too small.
    pub size: Size,
    /// The least height it needs.
    pub least_height: f64,
    /// The size of every card.
    pub card: Size,
    /// The top left corners of the cards, in the order of the activities.
    pub cards: Vec<Point>,
    /// The ways of the transitions, in their order; none where an end is missing.
    pub routes: Vec<Option<Route>>,
    /// The outputs that the transitions leave by, in their order.
    pub outputs: Vec<Option<Output>>,
    /// The outputs that lead nowhere.
    pub stubs: Vec<Stub>,
    /// The hues of the cards.
    pub hues: Vec<Hue>,
    /// For each transition: how many lie before it on its branch, and how many the branch has.
    pub stages: Vec<(u32, u32)>,
    /// How far it is scaled down to fit the width, 1 where it is not.
    pub scale: f64,
    graph: Graph,
}

/// The room beside a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beside {
    /// Below the card, and not above it.
    pub is_below: bool,
    /// How much there is to the next card or the edge.
    pub room: f64,
}

/// Where to go from a card by an arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Along a transition.
    Right,
    /// Against a transition.
    Left,
    /// To the next card above.
    Up,
    /// To the next card below.
    Down,
}

impl Layout {
    /// Fits the drawing of a workflow into a room.
    pub fn fit(workflow: &Workflow, room: Size) -> Self {
        let (graph, ports) = (Graph::of(workflow), Ports::of(workflow));
        let beyond = if ports.has_stub() { STUB_ROOM } else { 0.0 };
        let drawn = &workflow.activities;
        let (xs, ys) = (Span::of(drawn, |one| one.x), Span::of(drawn, |one| one.y));
        let width_of = |card: f64| {
            xs.length * least_spread_x(drawn, &graph, &ports, card) + card + 2.0 * MARGIN.width + beyond
        };
        let width = CARD_WIDTHS.into_iter().find(|&card| width_of(card) <= room.width);
        let card = Size { width: width.unwrap_or(CARD_WIDTHS[CARD_WIDTHS.len() - 1]), height: CARD_HEIGHT };
        let spread = |span: &Span, room: f64, least: f64, most: f64| {
            if span.length > 0.0 { (room / span.length).min(most).max(least) } else { 1.0 }
        };
        let room_x = room.width - card.width - 2.0 * MARGIN.width - beyond;
        let room_y = room.height - card.height - 2.0 * MARGIN.height;
        let most_x = (card.width + FAR) / nearest_link(drawn, &graph);
        let by_x =
            spread(&xs, room_x, least_spread_x(drawn, &graph, &ports, card.width), most_x.min(SPREAD.width));
        let by_y = spread(&ys, room_y, least_spread_y(drawn), SPREAD.height);
        let inner = Size { width: xs.length * by_x + card.width, height: ys.length * by_y + card.height };
        let size = Size {
            width: room.width.max(inner.width + 2.0 * MARGIN.width + beyond),
            height: room.height.max(inner.height + 2.0 * MARGIN.height),
        };
        let (left, top) = ((size.width - inner.width - beyond) / 2.0, (size.height - inner.height) / 2.0);
        let cards: Vec<_> = drawn
            .iter()
            .map(|one| Point {
                x: (left + (f64::from(one.x) - xs.from) * by_x).round(),
                y: (top + (f64::from(one.y) - ys.from) * by_y).round(),
            })
            .collect();
        Self {
            routes: ports.routes(&graph, &cards, card),
            outputs: (0..graph.ends().len()).map(|link| ports.output(&graph, link).cloned()).collect(),
            stubs: ports.stubs(&cards, card),
            hues: (0..drawn.len()).map(|place| graph.hue(place)).collect(),
            stages: graph.stages(),
            least_height: (ys.length * least_spread_y(drawn) + card.height + 2.0 * MARGIN.height).ceil(),
            scale: (room.width / size.width).min(1.0),
            size,
            card,
            cards,
            graph,
        }
    }

    /// Whether its text is large enough to be read; if not, an outline serves better.
    pub fn is_legible(&self) -> bool {
        self.scale >= LEGIBLE
    }

    /// Whether a drawing that is too wide for the room is of use there: one that shows a few cards at a time.
    pub fn may_scroll(&self, room: Size) -> bool {
        room.width >= 2.0 * self.card.width + LINK_GAP
    }

    /// How the activities hang together.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Where something is shown beside a card that wants this much room: below it, or where there is less than that,
    /// where there is more.
    pub fn beside(&self, place: Place, wanted: f64) -> Beside {
        let Some(own) = self.cards.get(place) else { return Beside { is_below: true, room: wanted } };
        let column = self.cards.iter().filter(|one| (one.x - own.x).abs() < self.card.width);
        let (mut above, mut below) = (own.y, self.size.height - own.y - self.card.height);
        for one in column {
            let gap = (one.y - own.y).abs() - self.card.height;
            let side = if one.y < own.y { &mut above } else { &mut below };
            *side = if gap >= 0.0 { side.min(gap) } else { *side };
        }
        let is_below = below >= wanted || below >= above;
        Beside { is_below, room: if is_below { below } else { above } }
    }

    /// Where an arrow key leads from a card: along the transitions, and where there is none to the next card
    /// on that side.
    pub fn neighbor(&self, from: Place, way: Way) -> Option<Place> {
        next_card(&self.graph, &self.cards, from, way)
    }
}

/// Where an arrow key leads from a card, for cards of one size at these corners.
pub(super) fn next_card(graph: &Graph, cards: &[Point], from: Place, way: Way) -> Option<Place> {
    let linked = match way {
        Way::Right => graph.after(from).next(),
        Way::Left => graph.before(from).next(),
        Way::Up | Way::Down => None,
    };
    let here = *cards.get(from)?;
    let aside = |there: &Point| {
        let (x, y) = (there.x - here.x, there.y - here.y);
        let (along, across) = match way {
            Way::Right => (x, y),
            Way::Left => (-x, y),
            Way::Down => (y, x),
            Way::Up => (-y, x),
        };
        (along > 1.0).then_some(along + 2.0 * across.abs())
    };
    let near = cards.iter().enumerate().filter_map(|(place, there)| Some((place, aside(there)?)));
    linked.or_else(|| near.min_by(|a, b| a.1.total_cmp(&b.1)).map(|(place, _)| place))
}

/// The author's coordinates in one direction.
struct Span {
    from: f64,
    length: f64,
}

impl Span {
    fn of(drawn: &[Activity], coordinate: impl Fn(&Activity) -> i32) -> Self {
        let all = || drawn.iter().map(|one| f64::from(coordinate(one)));
        let (from, to) = (all().fold(f64::MAX, f64::min), all().fold(f64::MIN, f64::max));
        if drawn.is_empty() { Self { from: 0.0, length: 0.0 } } else { Self { from, length: to - from } }
    }
}

/// By how much distances to the right must be multiplied so that no card covers another or a count.
fn least_spread_x(drawn: &[Activity], graph: &Graph, ports: &Ports, card: f64) -> f64 {
    pairs(drawn.len())
        .filter_map(|(a, b)| {
            let apart = between(drawn[a].x, drawn[b].x);
            let beside = between(drawn[a].y, drawn[b].y) < DRAWN.height;
            let linked = graph.after(a).chain(graph.before(a)).any(|place| place == b);
            let gap = match linked {
                true if ports.is_named(a) || ports.is_named(b) => NAMED_GAP,
                true => LINK_GAP,
                false => GAP,
            };
            (apart >= DRAWN.width && (linked || beside)).then_some((card + gap) / apart)
        })
        .fold(0.0, f64::max)
}

/// How far apart the author drew the two cards that are nearest to each other along a transition.
fn nearest_link(drawn: &[Activity], graph: &Graph) -> f64 {
    let apart = |(from, to): &(Place, Place)| between(drawn[*from].x, drawn[*to].x);
    graph.ends().iter().flatten().map(apart).filter(|apart| *apart >= DRAWN.width).fold(f64::MAX, f64::min)
}

/// By how much distances downwards must be multiplied so that no card covers another.
fn least_spread_y(drawn: &[Activity]) -> f64 {
    pairs(drawn.len())
        .filter_map(|(a, b)| {
            let apart = between(drawn[a].y, drawn[b].y);
            (apart >= DRAWN.height).then_some((CARD_HEIGHT + GAP) / apart)
        })
        .fold(0.0, f64::max)
}

/// How far two coordinates are apart, which may be further than a coordinate can be.
fn between(one: i32, other: i32) -> f64 {
    (f64::from(other) - f64::from(one)).abs()
}

fn pairs(count: usize) -> impl Iterator<Item = (Place, Place)> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn fitted(sample: Sample, width: f64, height: f64) -> Layout {
        Layout::fit(&sample.scenario().workflow, Size { width, height })
    }

    #[test]
    fn cards_lie_within_the_room_and_apart() {
        for (width, height) in [(1_100.0, 400.0), (976.0, 300.0), (712.0, 200.0)] {
            let layout = fitted(Sample::SideBySide, width, height);
            assert_eq!(layout.size, Size { width, height });
            assert!(layout.is_legible());
            for (a, b) in pairs(5) {
                let (a, b) = (layout.cards[a], layout.cards[b]);
                let is_apart = (a.x - b.x).abs() >= layout.card.width + GAP
                    || (a.y - b.y).abs() >= layout.card.height + GAP - 1.0;
                assert!(is_apart, "{a:?} and {b:?} at {width} × {height}");
            }
            assert!(layout.cards.iter().all(|card| card.x >= 0.0 && card.x + layout.card.width <= width));
            assert!(layout.cards.iter().all(|card| card.y >= 0.0 && card.y + layout.card.height <= height));
        }
    }

    #[test]
    fn there_is_room_beside_a_card_below_it_or_above() {
        let tight = fitted(Sample::SideBySide, 712.0, 182.0);
        let (upper, lower) = (tight.beside(2, 34.0), tight.beside(4, 34.0));
        assert!(upper.is_below && !lower.is_below && upper.room == lower.room, "{upper:?} {lower:?}");
        let alone = fitted(Sample::RecurringWeekly, 712.0, 300.0).beside(2, 34.0);
        assert!(alone.is_below && alone.room > 34.0, "{alone:?}");
    }

    #[test]
    fn a_narrow_room_is_no_place_for_a_drawing() {
        assert!(!fitted(Sample::SideBySide, 360.0, 300.0).is_legible());
        assert!(fitted(Sample::ContinuousWeekly, 620.0, 200.0).is_legible());
        let nothing = Layout::fit(&Workflow::default(), Size { width: 300.0, height: 200.0 });
        assert!(nothing.cards.is_empty() && nothing.is_legible());
    }

    #[test]
    fn coordinates_may_lie_as_far_apart_as_there_are_any() {
        let mut workflow = Sample::SideBySide.scenario().workflow;
        for (at, far) in [(0, i32::MIN), (1, i32::MAX)] {
            (workflow.activities[at].x, workflow.activities[at].y) = (far, far);
        }
        let layout = Layout::fit(&workflow, Size { width: 976.0, height: 300.0 });
        assert!(layout.cards.iter().all(|card| card.x.is_finite() && card.y.is_finite()));
    }

    #[test]
    fn arrow_keys_follow_transitions_then_places() {
        let layout = fitted(Sample::SideBySide, 976.0, 300.0);
        assert_eq!(layout.neighbor(0, Way::Right), Some(1));
        assert_eq!(layout.neighbor(2, Way::Left), Some(1));
        assert_eq!(layout.neighbor(2, Way::Right), None);
        assert_eq!(layout.neighbor(1, Way::Down), Some(3));
        assert_eq!(layout.neighbor(4, Way::Up), Some(2));
        assert_eq!(layout.neighbor(9, Way::Up), None);
    }
}
