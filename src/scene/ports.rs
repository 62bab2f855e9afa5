//! Where transitions leave and enter a card: a place for each output and each inbound transition, in an order in
//! which few of them cross; and the outputs that lead nowhere.

use super::branch::{Graph, Place, places};
use super::route::{Point, Prefer, Route};
use super::size::Size;
use crate::scenario::Workflow;
use crate::scenario::activity::Activity;
use crate::scenario::activity::ports::{Output, Port};

/// How far outputs on one card are apart at most.
const APART: f64 = 17.0;

/// A way enters no nearer to the corner of a card than this.
const CORNER_ROOM: f64 = 8.0;

/// An output that leads nowhere although the workflow pauses there: a short way with a diamond at its end.
#[derive(Clone, Debug, PartialEq)]
pub struct Stub {
    /// The activity.
    pub place: Place,
    /// The output.
    pub output: Output,
    /// Where it leaves the card.
    pub from: Point,
}

/// The outputs of all activities of a drawing.
pub(super) struct Ports {
    /// For each activity its outputs that have a place on its card, and whether a transition leaves there.
    drawn: Vec<Vec<(Output, bool)>>,
    /// For each transition: the place of its output among those drawn.
    of_links: Vec<usize>,
}

/// What the ways of the transitions depend on besides the cards they go around: for each transition where it
/// leaves, where it enters, which part of it is long, and the lane it turns in.
pub(super) type Ends = Option<(Point, Point, Prefer, u32)>;

impl Ports {
    /// Those that are led on, or required.
    pub(super) fn of(workflow: &Workflow) -> Self {
        Self::some(workflow, |output, is_led| is_led || output.is_required)
    }

    /// All of them, so that each can be taken hold of.
    pub(super) fn all(workflow: &Workflow) -> Self {
        Self::some(workflow, |_, _| true)
    }

    fn some(workflow: &Workflow, is_drawn: impl Fn(&Output, bool) -> bool) -> Self {
        let places = places(workflow);
        // One to nowhere leaves all the same.
        let mut leaving = vec![Vec::new(); workflow.activities.len()];
        for (link, transition) in workflow.transitions.iter().enumerate() {
            if let Some(&place) = places.get(transition.from.as_str()) {
                leaving[place].push(link);
            }
        }
        let mut of_links = vec![0; workflow.transitions.len()];
        let of_card = |(place, activity): (Place, &Activity)| {
            let ports = leaving[place].iter().map(|&link| {
                let name = workflow.transitions[link].output.as_deref();
                (link, activity.settings.port_named(name))
            });
            let ports: Vec<_> = ports.collect();
            let outputs = activity.settings.outputs().into_iter().map(|output| {
                let is_led = ports.iter().any(|(_, port)| *port == Some(output.port));
                (output, is_led)
            });
            let drawn: Vec<_> = outputs.filter(|(output, is_led)| is_drawn(output, *is_led)).collect();
            for (link, port) in ports {
                let at = drawn.iter().position(|(output, _)| Some(output.port) == port);
                of_links[link] = at.unwrap_or(0);
            }
            drawn
        };
        let drawn = workflow.activities.iter().enumerate().map(of_card).collect();
        Self { drawn, of_links }
    }

    /// Whether an activity has an output that leads nowhere.
    pub(super) fn has_stub(&self) -> bool {
        self.drawn.iter().flatten().any(|(output, is_led)| !is_led && output.is_required)
    }

    /// Whether an activity has outputs with names.
    pub(super) fn is_named(&self, place: Place) -> bool {
        self.drawn[place].iter().any(|(output, _)| output.port != Port::Main)
    }

    /// The output that a transition leaves by.
    pub(super) fn output(&self, graph: &Graph, link: usize) -> Option<&Output> {
        let (from, _) = graph.ends().get(link).copied().flatten()?;
        self.drawn[from].get(self.of_links[link]).map(|(output, _)| output)
    }

    /// The stubs, for cards at these corners.
    pub(super) fn stubs(&self, cards: &[Point], card: Size) -> Vec<Stub> {
        let of_card = |(place, outputs): (Place, &Vec<(Output, bool)>)| {
            let open =
                outputs.iter().enumerate().filter(|(_, (output, is_led))| !is_led && output.is_required);
            open.map(|(at, (output, _))| Stub {
                place,
                output: output.clone(),
                from: side(cards[place], card, card.width, at, outputs.len()),
            })
            .collect::<Vec<_>>()
        };
        self.drawn.iter().enumerate().flat_map(of_card).collect()
    }

    /// Where every output of an activity leaves its card, for a card at this corner.
    pub(super) fn leaving(&self, place: Place, corner: Point, card: Size) -> Vec<(Output, Point)> {
        let outputs = self.drawn.get(place).map_or(&[] as &[_], Vec::as_slice);
        let leave = |at| side(corner, card, card.width, at, outputs.len());
        outputs.iter().enumerate().map(|(at, (output, _))| (output.clone(), leave(at))).collect()
    }

    /// The ends of the transitions, for cards at these corners.
    pub(super) fn ends(&self, graph: &Graph, cards: &[Point], card: Size) -> Vec<Ends> {
        let leave = |link: usize| {
            let (from, _) = graph.ends()[link]?;
            Some(side(cards[from], card, card.width, self.of_links[link], self.drawn[from].len().max(1)))
        };
        let leaves: Vec<Option<Point>> = (0..self.of_links.len()).map(leave).collect();
        let mut enters: Vec<Option<Point>> = vec![None; leaves.len()];
        for (to, corner) in cards.iter().enumerate() {
            let into = arriving(graph, &leaves, to);
            for (at, &link) in into.iter().enumerate() {
                let enter = side(*corner, card, 0.0, at, into.len());
                // A single transition goes straight on where the cards stand side by side.
                let leave = leaves[link].filter(|leave| into.len() == 1 && leave.x < enter.x);
                let beside =
                    leave.filter(|leave| (leave.y - enter.y).abs() <= card.height / 2.0 - CORNER_ROOM);
                enters[link] = Some(Point { x: enter.x, y: beside.map_or(enter.y, |leave| leave.y) });
            }
        }
        let ends_of = |link: usize| {
            let ((from, to), leave, enter) = (graph.ends()[link]?, leaves[link]?, enters[link]?);
            let joins = graph.entering(to).len() > 1;
            let prefer = if joins { Prefer::First } else { Prefer::Last };
            let beside = if joins { graph.entering(to) } else { graph.leaving(from) };
            // The ways that turn nearer to the card than this one, so that none of them crosses another.
            let nearer = beside.iter().filter(|other| **other != link).filter(|other| {
                let (Some(one), Some(two)) = (leaves[**other], enters[**other]) else { return false };
                let (is_down, other_is_down) = (enter.y > leave.y, two.y > one.y);
                is_down == other_is_down
                    && (one.y - two.y).abs() >= 1.0
                    && match (joins, is_down) {
                        (true, true) => one.y < leave.y,
                        (true, false) => one.y > leave.y,
                        (false, true) => one.y > leave.y,
                        (false, false) => one.y < leave.y,
                    }
            });
            let lane = u32::try_from(nearer.count()).unwrap_or(0);
            Some((leave, enter, prefer, lane))
        };
        (0..leaves.len()).map(ends_of).collect()
    }

    /// The ways of the transitions, for cards at these corners.
    pub(super) fn routes(&self, graph: &Graph, cards: &[Point], card: Size) -> Vec<Option<Route>> {
        let way = |ends: Ends| {
            let (leave, enter, prefer, lane) = ends?;
            Some(Route::between(leave, enter, prefer, lane))
        };
        self.ends(graph, cards, card).into_iter().map(way).collect()
    }
}

/// The transitions into an activity, in the order of the heights they come from.
fn arriving(graph: &Graph, leaves: &[Option<Point>], to: Place) -> Vec<usize> {
    let mut into = graph.entering(to).to_vec();
    let height = |link: &usize| leaves[*link].map_or(0.0, |leave| leave.y);
    into.sort_by(|a, b| height(a).total_cmp(&height(b)));
    into
}

/// The point of place `at` of `count` on the edge of a card, `x` from its left.
fn side(corner: Point, card: Size, x: f64, at: usize, count: usize) -> Point {
    let apart = APART.min(card.height / count.max(1) as f64);
    let from_middle = (at as f64 - (count.max(1) as f64 - 1.0) / 2.0) * apart;
    Point { x: corner.x + x, y: (corner.y + card.height / 2.0 + from_middle).round() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::wire;
    use crate::scene::layout::Layout;

    fn outputs() -> Layout {
        let file = include_bytes!("../../tests/browser/fixtures/outputs.lab.json");
        Layout::fit(&wire::open(file).unwrap().workflow, Size { width: 1_900.0, height: 600.0 })
    }

    #[test]
    fn each_output_leaves_and_each_transition_enters_at_a_place_of_its_own() {
        let layout = outputs();
        let ends = |link: usize| {
            let route = layout.routes[link].as_ref().unwrap();
            (route.point_at(0.0), route.point_at(1.0))
        };
        // Two transitions into the Union, three out of the Split.
        assert!(ends(2).1.y < ends(3).1.y && ends(2).1.x == ends(3).1.x);
        let heights: Vec<f64> = (5..8).map(|link| ends(link).0.y).collect();
        assert!(heights.windows(2).all(|pair| pair[0] + 10.0 < pair[1]), "{heights:?}");
        // By the same output they leave together.
        assert_eq!(ends(0).0, ends(1).0);
        let names: Vec<_> = layout.outputs.iter().flatten().map(|output| output.port).collect();
        assert_eq!(names[5..8], [Port::Named(0), Port::Named(1), Port::Complement]);
    }

    #[test]
    fn outputs_that_lead_nowhere_end_in_stubs_beside_their_card() {
        let layout = outputs();
        let names: Vec<&str> = layout.stubs.iter().map(|stub| stub.output.name.as_str()).collect();
        assert_eq!(names, ["No", "Two days", "main"]);
        for stub in &layout.stubs {
            let corner = layout.cards[stub.place];
            assert!((stub.from.x - corner.x - layout.card.width).abs() < 0.01);
            assert!(stub.from.y > corner.y && stub.from.y < corner.y + layout.card.height);
        }
    }
}
