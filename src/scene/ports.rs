//! Where transitions leave and enter a card: a place for each output and each inbound transition, in an order in
//! which few of them cross; and the outputs that lead nowhere.

use super::branch::{Graph, Place};
use super::layout::Size;
use super::route::{Point, Prefer, Route};
use crate::scenario::Workflow;
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
    /// For each activity its outputs that are drawn: led on, or leading nowhere and required.
    drawn: Vec<Vec<(Output, bool)>>,
    /// For each transition: the place of its output among those drawn.
    of_links: Vec<usize>,
}

impl Ports {
    pub(super) fn of(workflow: &Workflow) -> Self {
        let links = &workflow.transitions;
        let drawn = workflow.activities.iter().map(|one| {
            let is_led_on = |output: &Output| {
                let own = links.iter().filter(|link| link.from == one.name);
                own.map(|link| one.settings.port_named(link.output.as_deref()))
                    .any(|port| port == Some(output.port))
            };
            let outputs = one.settings.outputs().into_iter().map(|output| {
                let is_led = is_led_on(&output);
                (output, is_led)
            });
            outputs.filter(|(output, is_led)| *is_led || output.is_required).collect::<Vec<_>>()
        });
        let drawn: Vec<_> = drawn.collect();
        let of_links = links.iter().map(|link| {
            let place = workflow.activities.iter().position(|one| one.name == link.from);
            let port = place.and_then(|place| {
                let port = workflow.activities[place].settings.port_named(link.output.as_deref())?;
                drawn[place].iter().position(|(output, _)| output.port == port)
            });
            port.unwrap_or(0)
        });
        let of_links = of_links.collect();
        Self { drawn, of_links }
    }

    /// Whether an activity has an output that leads nowhere.
    pub(super) fn has_stub(&self) -> bool {
        self.drawn.iter().flatten().any(|(_, is_led)| !is_led)
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
            let open = outputs.iter().enumerate().filter(|(_, (_, is_led))| !is_led);
            open.map(|(at, (output, _))| Stub {
                place,
                output: output.clone(),
                from: side(cards[place], card, card.width, at, outputs.len()),
            })
            .collect::<Vec<_>>()
        };
        self.drawn.iter().enumerate().flat_map(of_card).collect()
    }

    /// The ways of the transitions, for cards at these corners.
    pub(super) fn routes(&self, graph: &Graph, cards: &[Point], card: Size) -> Vec<Option<Route>> {
        let leaves: Vec<Option<Point>> = graph
            .ends()
            .iter()
            .zip(&self.of_links)
            .map(|(ends, at)| {
                let (from, _) = (*ends)?;
                Some(side(cards[from], card, card.width, *at, self.drawn[from].len().max(1)))
            })
            .collect();
        let enters: Vec<Option<Point>> = graph
            .ends()
            .iter()
            .enumerate()
            .map(|(link, ends)| {
                let (_, to) = (*ends)?;
                let into = arriving(graph, &leaves, to);
                let at = into.iter().position(|other| *other == link).unwrap_or(0);
                let enter = side(cards[to], card, 0.0, at, into.len());
                // A single transition goes straight on where the cards stand side by side.
                let leave = leaves[link].filter(|leave| into.len() == 1 && leave.x < enter.x);
                let beside =
                    leave.filter(|leave| (leave.y - enter.y).abs() <= card.height / 2.0 - CORNER_ROOM);
                Some(Point { x: enter.x, y: beside.map_or(enter.y, |leave| leave.y) })
            })
            .collect();
        let way = |link: usize| {
            let ((from, to), leave, enter) = (graph.ends()[link]?, leaves[link]?, enters[link]?);
            let joins = graph.before(to).count() > 1;
            let prefer = if joins { Prefer::First } else { Prefer::Last };
            let beside = |other: &usize| {
                graph.ends()[*other].is_some_and(|ends| if joins { ends.1 == to } else { ends.0 == from })
            };
            let others = (0..self.of_links.len()).filter(|other| *other != link).filter(beside);
            // The ways that turn nearer to the card than this one, so that none of them crosses another.
            let nearer = others.filter(|other| {
                let (Some(one), Some(two)) = (leaves[*other], enters[*other]) else { return false };
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
            Some(Route::between(leave, enter, prefer, lane))
        };
        (0..graph.ends().len()).map(way).collect()
    }
}

/// The transitions into an activity, in the order of the heights they come from.
fn arriving(graph: &Graph, leaves: &[Option<Point>], to: Place) -> Vec<usize> {
    let is_into = |link: &usize| graph.ends()[*link].is_some_and(|ends| ends.1 == to);
    let mut into: Vec<usize> = (0..graph.ends().len()).filter(is_into).collect();
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
