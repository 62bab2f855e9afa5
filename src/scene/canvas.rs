//! The drawing as its author made it, in world units: cards, notes, ways of transitions, and what is where.

pub use super::rect::Rect;

use super::avoid::{self, Found, Task};
use super::branch::{Graph, Hue, Place};
use super::layout::{Size, Way, next_card};
use super::ports::{Ends, Ports, Stub};
use super::route::{Point, Route};
use crate::scenario::Workflow;
use crate::scenario::activity::ports::{Inbound, Output};

/// The size of a card.
pub const CARD: Size = Size { width: 200.0, height: 64.0 };
/// The distance of the lines that cards snap to.
pub const GRID: i32 = 20;
/// A point this near to a way is on it.
const NEAR: f64 = 6.0;

/// A drawing in the coordinates of its author.
#[derive(Clone, Debug, PartialEq)]
pub struct Canvas {
    /// The cards, in the order of the activities.
    pub cards: Vec<Rect>,
    /// The notes, in their order.
    pub notes: Vec<Rect>,
    /// The ways of the transitions, in their order; none where an end is missing.
    pub routes: Vec<Option<Route>>,
    /// The outputs that the transitions leave by, in their order.
    pub outputs: Vec<Option<Output>>,
    /// The outputs that are required and lead nowhere.
    pub stubs: Vec<Stub>,
    /// The hues of the cards.
    pub hues: Vec<Hue>,
    /// How many ways run across cards, because none around them was found.
    pub forced: usize,
    leaving: Vec<Vec<(Output, Point)>>,
    inlets: Vec<Option<Point>>,
    ends: Vec<Ends>,
    graph: Graph,
}

/// What is at a point of the drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// The card of the activity at this place.
    Card(Place),
    /// The note at this place.
    Note(usize),
    /// The transition at this place.
    Link(usize),
    /// Nothing.
    Nothing,
}

impl Canvas {
    /// The drawing of a workflow.
    pub fn of(workflow: &Workflow) -> Self {
        let (graph, ports) = (Graph::of(workflow), Ports::all(workflow));
        let activities = &workflow.activities;
        let cards: Vec<Rect> =
            activities.iter().map(|one| Rect { x: one.x.into(), y: one.y.into(), ..card() }).collect();
        let notes = workflow.notes.iter().map(|note| Rect {
            x: note.x.into(),
            y: note.y.into(),
            width: note.width.into(),
            height: note.height.into(),
        });
        let corners: Vec<Point> = cards.iter().map(corner).collect();
        let ends = ports.ends(&graph, &corners, CARD);
        let found: Vec<Option<Found>> =
            (0..ends.len()).map(|link| found(&graph, &cards, &ends, link)).collect();
        let inlets = activities.iter().zip(&cards).map(|(one, card)| {
            let has_none = one.settings.inbound() == Inbound::None;
            (!has_none).then(|| Point { x: card.x, y: card.middle().y })
        });
        Self {
            notes: notes.collect(),
            forced: found.iter().flatten().filter(|found| found.is_forced).count(),
            routes: found.into_iter().map(|found| Some(found?.route)).collect(),
            outputs: (0..ends.len()).map(|link| ports.output(&graph, link).cloned()).collect(),
            stubs: ports.stubs(&corners, CARD),
            hues: (0..cards.len()).map(|place| graph.hue(place)).collect(),
            leaving: (0..cards.len()).map(|place| ports.leaving(place, corners[place], CARD)).collect(),
            inlets: inlets.collect(),
            cards,
            ends,
            graph,
        }
    }

    /// Where every output of an activity leaves its card, also one that leads nowhere.
    pub fn ports_of(&self, place: Place) -> &[(Output, Point)] {
        self.leaving.get(place).map_or(&[], Vec::as_slice)
    }

    /// Where a transition may enter an activity: the middle of the left edge; none where none may.
    pub fn inlet_of(&self, place: Place) -> Option<Point> {
        self.inlets.get(place).copied().flatten()
    }

    /// How the activities hang together.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// The least rectangle around everything drawn; without width and height where nothing is.
    pub fn bounds(&self) -> Rect {
        let ways = self.routes.iter().flatten().filter_map(|route| around(route.corners()));
        let all = self.cards.iter().chain(&self.notes).copied().chain(ways);
        all.reduce(|one, two| one.union(&two)).unwrap_or_default()
    }

    /// The least rectangle around the way of a transition; none where it has no way.
    pub fn bounds_of_way(&self, link: usize) -> Option<Rect> {
        around(self.routes.get(link)?.as_ref()?.corners())
    }

    /// The least rectangle around some activities and notes; none where there are none.
    pub fn bounds_of(&self, places: &[Place], notes: &[usize]) -> Option<Rect> {
        let cards = places.iter().filter_map(|place| self.cards.get(*place));
        let notes = notes.iter().filter_map(|note| self.notes.get(*note));
        cards.chain(notes).copied().reduce(|one, two| one.union(&two))
    }

    /// Where an arrow key leads from a card: along the transitions, and where there is none to the next card
    /// on that side.
    pub fn neighbor(&self, from: Place, way: Way) -> Option<Place> {
        let corners: Vec<Point> = self.cards.iter().map(corner).collect();
        next_card(&self.graph, &corners, from, way)
    }

    /// What is at a point: a card before a way, a way before a note, and of two the one drawn later.
    pub fn hit(&self, at: Point) -> Hit {
        let last = |rects: &[Rect]| rects.iter().rposition(|rect| rect.contains(at));
        let is_on = |route: &Option<Route>| {
            let corners = route.as_ref().map_or(&[] as &[_], Route::corners);
            corners.windows(2).any(|pair| Rect::between(pair[0], pair[1]).inflated(NEAR).contains(at))
        };
        let link = || self.routes.iter().rposition(is_on).map(Hit::Link);
        let card = last(&self.cards).map(Hit::Card);
        card.or_else(link).or_else(|| last(&self.notes).map(Hit::Note)).unwrap_or(Hit::Nothing)
    }

    /// The activities and the notes that lie in a rectangle as a whole.
    pub fn within(&self, lasso: Rect) -> (Vec<Place>, Vec<usize>) {
        let inside = |rects: &[Rect]| {
            let all = rects.iter().enumerate().filter(|(_, rect)| lasso.encloses(rect));
            all.map(|(place, _)| place).collect::<Vec<_>>()
        };
        (inside(&self.cards), inside(&self.notes))
    }

    /// The ways that change while activities are dragged by a distance: of the transitions at these, and of those
    /// whose end moves aside for them. The others are led around them only once they are dropped.
    ///
    /// `workflow` is the one this was drawn from.
    pub fn moved(
        &self,
        workflow: &Workflow,
        places: &[Place],
        (by_x, by_y): (i32, i32),
    ) -> Vec<(usize, Route)> {
        let mut cards = self.cards.clone();
        let mut is_moved = vec![false; cards.len()];
        for &place in places {
            if let Some(card) = cards.get_mut(place).filter(|_| !is_moved[place]) {
                *card = card.moved(by_x.into(), by_y.into());
                is_moved[place] = true;
            }
        }
        let corners: Vec<Point> = cards.iter().map(corner).collect();
        let ends = Ports::all(workflow).ends(&self.graph, &corners, CARD);
        let is_changed = |link: &usize| {
            let touches = |(from, to): (Place, Place)| is_moved[from] || is_moved[to];
            self.graph.ends()[*link].is_some_and(touches) || ends.get(*link) != self.ends.get(*link)
        };
        let changed = (0..ends.len().min(self.ends.len())).filter(is_changed);
        changed.filter_map(|link| Some((link, found(&self.graph, &cards, &ends, link)?.route))).collect()
    }
}

fn card() -> Rect {
    Rect { x: 0.0, y: 0.0, width: CARD.width, height: CARD.height }
}

fn corner(card: &Rect) -> Point {
    Point { x: card.x, y: card.y }
}

fn around(corners: &[Point]) -> Option<Rect> {
    let parts = corners.windows(2).map(|pair| Rect::between(pair[0], pair[1]));
    parts.reduce(|one, two| one.union(&two))
}

fn found(graph: &Graph, cards: &[Rect], ends: &[Ends], link: usize) -> Option<Found> {
    let (from, to) = graph.ends()[link]?;
    let (leave, enter, prefer, lane) = ends[link]?;
    Some(avoid::find(cards, Task { from, to, leave, enter, prefer, lane }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::note::Note;
    use crate::scenario::samples::Sample;
    use crate::scenario::wire;
    use crate::scene::drawn::drawing;
    use std::time::Instant;

    fn outputs() -> Workflow {
        let file = include_bytes!("../../tests/browser/fixtures/outputs.lab.json");
        wire::open(file).unwrap().workflow
    }

    /// Four hundred activities in rows of twenty, each joined to the next, and a hundred further transitions of
    /// all lengths, some backwards.
    fn large() -> Workflow {
        let row = (0..400).filter(|at| at % 20 != 19).map(|at| (at, at + 1));
        let far = (0..120).map(|at| (at * 37 % 400, at * 53 % 400));
        drawing(400, &row.chain(far).collect::<Vec<_>>())
    }

    #[test]
    fn every_output_has_a_place_and_every_sample_is_drawn_without_force() {
        let workflow = outputs();
        let canvas = Canvas::of(&workflow);
        for (place, activity) in workflow.activities.iter().enumerate() {
            let names: Vec<_> = canvas.ports_of(place).iter().map(|(output, _)| output.clone()).collect();
            assert_eq!(names, activity.settings.outputs());
            let card = canvas.cards[place];
            assert!(canvas.ports_of(place).iter().all(|(_, at)| at.x == card.right() && card.contains(*at)));
            assert_eq!(canvas.inlet_of(place).is_some(), activity.settings.inbound() != Inbound::None);
        }
        let names: Vec<&str> = canvas.stubs.iter().map(|stub| stub.output.name.as_str()).collect();
        assert_eq!(names, ["No", "Two days", "main"]);
        for (link, route) in canvas.routes.iter().enumerate() {
            let (from, _) = canvas.graph().ends()[link].unwrap();
            let leaves = route.as_ref().unwrap().corners()[0];
            let output = canvas.outputs[link].as_ref().unwrap();
            assert!(canvas.ports_of(from).contains(&(output.clone(), leaves)));
        }
        for sample in Sample::ALL {
            assert_eq!(Canvas::of(&sample.scenario().workflow).forced, 0, "{sample:?}");
        }
    }

    #[test]
    fn points_hit_what_is_drawn_there() {
        let mut workflow = Sample::SideBySide.scenario().workflow;
        let first = workflow.activities[0].clone();
        workflow.notes.push(Note { width: 900, ..Note::new("All of it", (first.x - 40, first.y - 40)) });
        let canvas = Canvas::of(&workflow);
        let at = |x: i32, y: i32| Point { x: (first.x + x).into(), y: (first.y + y).into() };
        assert_eq!(canvas.hit(at(10, 10)), Hit::Card(0));
        assert_eq!(canvas.hit(canvas.routes[0].as_ref().unwrap().point_at(0.5)), Hit::Link(0));
        assert_eq!(canvas.hit(at(-30, -30)), Hit::Note(0));
        assert_eq!(canvas.hit(at(-30, 900)), Hit::Nothing);
        let lasso = Rect::between(at(-1, -1), at(510, 70));
        assert_eq!(canvas.within(lasso), (vec![0, 1], vec![]));
        assert_eq!(canvas.within(canvas.bounds()).0.len(), 5);
        assert_eq!(canvas.bounds_of(&[0], &[]), Some(canvas.cards[0]));
        assert_eq!(Canvas::of(&Workflow::default()).bounds(), Rect::default());
    }

    #[test]
    fn what_moves_moves_as_it_would_be_drawn_there() {
        let workflow = outputs();
        let canvas = Canvas::of(&workflow);
        for place in 0..workflow.activities.len() {
            let mut moved = workflow.clone();
            moved.activities[place].x += 40;
            moved.activities[place].y += 60;
            let after = Canvas::of(&moved);
            let changed = canvas.moved(&workflow, &[place], (40, 60));
            let touching = canvas.graph().leaving(place).iter().chain(canvas.graph().entering(place));
            assert!(touching.clone().all(|link| changed.iter().any(|(other, _)| other == link)));
            for (link, route) in changed {
                assert_eq!(after.routes[link].as_ref(), Some(&route));
            }
        }
    }

    #[test]
    #[allow(clippy::disallowed_methods, reason = "the ban guards the product; this is a measurement")]
    fn four_hundred_activities_are_drawn_at_once() {
        let workflow = large();
        let started = Instant::now();
        let canvas = Canvas::of(&workflow);
        let drawn = started.elapsed();
        let started = Instant::now();
        for by in 0..60 {
            assert!(!canvas.moved(&workflow, &[210], (by, by)).is_empty());
        }
        let moved = started.elapsed() / 60;
        let started = Instant::now();
        let tidied = crate::scene::tidy::tidy(&workflow);
        let tidy = started.elapsed();
        assert_eq!(tidied.len(), 400);
        println!("drawn in {drawn:?}, moved in {moved:?}, tidied in {tidy:?}, {} forced", canvas.forced);
        // Ten times what it takes on a slow machine that has nothing else to do.
        assert!(drawn.as_millis() < 1_500 && moved.as_millis() < 60 && tidy.as_millis() < 3_000);
    }
}
