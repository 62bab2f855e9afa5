//! Drawing a transition: from where, what the rules say of each card, and what is told of the one pointed at.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::card::Verdict;
use super::desk::{Desk, Mode, set_place};
use super::relink::Relink;
use crate::app::action::Action;
use crate::app::adding::Adding;
use crate::scenario::Scenario;
use crate::scenario::activity::ports::{Output, Port};
use crate::scenario::activity::{Activity, Transition};
use crate::scenario::connect::Rules;
use crate::scenario::edit::Edit;
use crate::scene::branch::Place;
use crate::scene::canvas::{CARD, Canvas, GRID, Hit};
use crate::scene::route::{Point, Prefer, Route};
use crate::text::Lang;
use crate::text::builder::{canvas as words, doubt, told_of_ban};

/// A transition that is being drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Connecting {
    /// The activity it leaves.
    pub(super) from: Rc<str>,
    /// The output it leaves by; none is the main one.
    pub(super) output: Option<Rc<str>>,
    /// Whether its target is chosen by keys.
    pub(super) by_keys: bool,
    /// The transition of which an end is drawn anew; none where it is a new one.
    pub(super) again: Option<Relink>,
}

/// The target pointed at.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Aim {
    /// The card; none is empty ground.
    pub(super) place: Option<Place>,
    /// What the rules say.
    pub(super) verdict: Verdict,
    /// That in a sentence.
    pub(super) told: AttrValue,
    /// The transition as it would be.
    pub(super) transition: Option<Transition>,
}

/// How a transition names an output: the main one needs no name.
pub(super) fn named(output: &Output) -> Option<Rc<str>> {
    (output.port != Port::Main).then(|| output.name.as_str().into())
}

/// The output a new transition most likely leaves by: the first that leads nowhere, else the first.
pub(super) fn likely_output(canvas: &Canvas, place: Place) -> Option<&Output> {
    let outputs = canvas.ports_of(place);
    let leaving = canvas.graph().leaving(place);
    let is_led = |output: &Output| {
        leaving.iter().any(|link| canvas.outputs.get(*link).and_then(Option::as_ref) == Some(output))
    };
    outputs.iter().find(|(output, _)| !is_led(output)).or(outputs.first()).map(|(output, _)| output)
}

/// What the rules say of each card.
pub(super) fn verdicts(scenario: &Scenario, drawn: &Connecting) -> Vec<Verdict> {
    let workflow = &scenario.workflow;
    let rules = Rules::of(workflow, drawn.number());
    let judged = if drawn.is_start() {
        let of_source = |name: &str| {
            let one = drawn.with_end(workflow, name, None);
            rules.judge(&one.from, one.output.as_deref(), &one.to)
        };
        workflow.activities.iter().map(|one| of_source(&one.name)).collect()
    } else {
        rules.judge_targets(&drawn.from, drawn.output.as_deref())
    };
    let fixed = drawn.fixed_end(workflow);
    let verdict = |(one, judged): (&Activity, _)| match judged {
        _ if one.name == fixed => Verdict::Source,
        Ok(None) => Verdict::Allowed,
        Ok(Some(_)) => Verdict::Doubtful,
        Err(_) => Verdict::Refused,
    };
    workflow.activities.iter().zip(judged).map(verdict).collect()
}

/// What is told of an activity pointed at, and by which verdict; `port` is the output pointed at, where it is one
/// that a transition could begin at.
pub(super) fn aim(
    lang: Lang,
    scenario: &Scenario,
    drawn: &Connecting,
    place: Place,
    port: Option<Option<Rc<str>>>,
) -> Option<Aim> {
    let workflow = &scenario.workflow;
    let target = workflow.activities.get(place)?;
    let transition = drawn.with_end(workflow, &target.name, port);
    let rules = Rules::of(workflow, drawn.number());
    let judged = rules.judge(&transition.from, transition.output.as_deref(), &transition.to);
    let (verdict, mut reason) = match judged {
        Ok(None) => (Verdict::Allowed, None),
        Ok(Some(found)) => (Verdict::Doubtful, Some(doubt(lang, scenario, &found).line())),
        Err(ban) => (Verdict::Refused, Some(told_of_ban(lang, &ban).line())),
    };
    if drawn.old(workflow) == Some(&transition) {
        reason = Some(words::of(lang).as_it_is.to_owned());
    }
    let told = if drawn.by_keys {
        let title = crate::text::workflow::title(lang, target);
        words::target(lang, &title, reason.as_deref(), verdict == Verdict::Refused)
    } else {
        reason.unwrap_or_else(|| words::of(lang).allowed.to_owned())
    };
    Some(Aim { place: Some(place), verdict, told: told.into(), transition: Some(transition) })
}

impl Desk {
    /// Begins to draw a transition from an output of an activity.
    pub(super) fn begin_connecting(&self, place: Place, output: Option<Rc<str>>, by_keys: bool) {
        let now = self.now();
        let Some(face) = now.faces.cards.get(place).filter(|_| !now.readonly) else { return };
        self.set_mode(Mode::Connecting(Connecting { from: face.name.clone(), output, by_keys, again: None }));
    }

    /// Begins to draw one from the output it most likely leaves by. Where the activity has none, the rules say why.
    pub(super) fn connect_from(&self, place: Place, by_keys: bool) {
        let output = likely_output(&self.now().canvas, place).and_then(named);
        self.begin_connecting(place, output, by_keys);
    }

    /// Goes on to the next output of the activity.
    pub(super) fn next_output(&self) {
        let Mode::Connecting(drawn) = self.mode() else { return };
        let now = self.now();
        if drawn.again.is_some() {
            return self.next_start(drawn);
        }
        let Some(place) = now.faces.place(&drawn.from) else { return };
        let ports = now.canvas.ports_of(place);
        let at = ports.iter().position(|(output, _)| named(output) == drawn.output).unwrap_or(0);
        if let Some((output, _)) = ports.get((at + 1) % ports.len().max(1)) {
            self.begin_connecting(place, named(output), drawn.by_keys);
        }
    }

    /// Points at what is under the pointer.
    pub(super) fn point(&self) {
        let Mode::Connecting(drawn) = self.mode() else { return };
        let now = self.now();
        let aim = match now.canvas.hit(self.world_pointer()) {
            Hit::Card(place)
                if now.faces.cards.get(place).is_some_and(|card| card.name == drawn.from)
                    && !drawn.is_start() =>
            {
                None
            }
            Hit::Card(place) => aim(now.lang, &now.scenario, &drawn, place, self.port_near(&drawn, place)),
            _ => {
                let words = words::of(now.lang);
                let told = if drawn.again.is_some() { words.stays } else { words.new_here };
                Some(Aim { place: None, verdict: Verdict::Allowed, told: told.into(), transition: None })
            }
        };
        self.set_aim(aim);
    }

    /// Points at a card by keys.
    pub(super) fn point_at(&self, place: Place) {
        if let Mode::Connecting(drawn) = self.mode() {
            let now = self.now();
            self.set_aim(aim(now.lang, &now.scenario, &drawn, place, None));
        }
    }

    /// Draws the transition to what is pointed at; on empty ground a new activity is chosen there. What is refused
    /// is told by the store.
    pub(super) fn connect(&self) {
        let Mode::Connecting(drawn) = self.mode() else { return };
        let target = self.aim.borrow().clone();
        let at = self.world_pointer();
        let now = self.now();
        self.set_mode(Mode::Rest);
        match target {
            Some(Aim { transition: Some(to), .. }) => match &drawn.again {
                // Where it was put back, nothing is to be undone.
                _ if drawn.old(&now.scenario.workflow) == Some(&to) => {}
                Some(again) => self.edit(Edit::Reconnect { transition: again.number, to }),
                None => self.edit(Edit::Connect(to)),
            },
            Some(_) if drawn.again.is_some() => {}
            Some(_) => {
                let at = Some(on_grid(Point { x: at.x, y: at.y - CARD.height / 2.0 }));
                self.send(Action::Add(Adding { at, after: Some((drawn.from, drawn.output)) }));
            }
            None => {}
        }
    }

    /// Writes the way of the transition that is being drawn, and puts what is told of it beside its end.
    pub(super) fn write_connecting(&self) {
        let Some(rubber) = self.nodes.rubber.cast::<Element>() else { return };
        let Mode::Connecting(drawn) = self.mode() else {
            let _ = rubber.remove_attribute("d");
            return;
        };
        let now = self.now();
        let aim = self.aim.borrow();
        let allowed = aim.as_ref().filter(|aim| aim.verdict != Verdict::Refused);
        let (leave, end) = if drawn.is_start() {
            let to = now.faces.place(drawn.fixed_end(&now.scenario.workflow));
            let port = |aim: &Aim| {
                let output = aim.transition.as_ref()?.output.as_deref().map(Rc::from);
                self.port_at(aim.place?, output.as_ref())
            };
            (allowed.and_then(port), to.and_then(|place| now.canvas.inlet_of(place)))
        } else {
            let from = now.faces.place(&drawn.from);
            let inlet = allowed.and_then(|aim| now.canvas.inlet_of(aim.place?));
            (from.and_then(|place| self.port_at(place, drawn.output.as_ref())), inlet)
        };
        // The end that is at nothing yet follows the pointer.
        let free = || (!drawn.by_keys).then(|| self.world_pointer());
        let way = leave.or_else(free).zip(end.or_else(free));
        let way = way.map(|(leave, end)| Route::between(leave, end, Prefer::Last, 0).path_data());
        let _ = rubber.set_attribute("d", &way.unwrap_or_default());
        if let (Some(tip), Some(aim)) = (self.nodes.tip.cast::<HtmlElement>(), &*aim) {
            let at = match aim.place.filter(|_| drawn.by_keys).and_then(|place| now.canvas.cards.get(place)) {
                Some(card) => self.camera().screen_from_world(Point { x: card.x, y: card.bottom() }),
                None => self.pointer.get(),
            };
            let (width, height) = (f64::from(tip.offset_width()), f64::from(tip.offset_height()));
            let room = self.room();
            let x = (at.x + 14.0).min(room.width - width - 8.0).max(8.0);
            let y = if at.y + 18.0 + height > room.height { at.y - height - 14.0 } else { at.y + 18.0 };
            set_place(&tip, x, y.max(8.0));
            let _ = tip.style().set_property("visibility", "visible");
        }
    }
}

/// The nearest point of the grid.
pub(super) fn on_grid(at: Point) -> (i32, i32) {
    let near = |length: f64| (length / f64::from(GRID)).round() as i32 * GRID;
    (near(at.x), near(at.y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn drawn(from: &str, by_keys: bool) -> Connecting {
        Connecting { from: from.into(), output: None, by_keys, again: None }
    }

    #[test]
    fn every_card_is_judged_while_a_transition_is_drawn() {
        let scenario = Sample::SideBySide.scenario();
        assert_eq!(
            verdicts(&scenario, &drawn("query", false)),
            [Verdict::Refused, Verdict::Source, Verdict::Refused, Verdict::Doubtful, Verdict::Doubtful]
        );
    }

    #[test]
    fn a_target_tells_why() {
        let scenario = Sample::SideBySide.scenario();
        let into_scheduler = aim(Lang::En, &scenario, &drawn("query", false), 0, None).unwrap();
        assert_eq!(into_scheduler.verdict, Verdict::Refused);
        assert!(into_scheduler.told.starts_with("A Scheduler starts a branch"), "{}", into_scheduler.told);
        let by_keys = aim(Lang::Sv, &scenario, &drawn("query", true), 4, None).unwrap();
        assert!(by_keys.told.ends_with("Enter kopplar ändå."), "{}", by_keys.told);
        assert_eq!(aim(Lang::En, &scenario, &drawn("query", false), 9, None), None);
    }

    #[test]
    fn a_transition_leaves_by_an_output_that_is_free() {
        let file = include_bytes!("../../../tests/browser/fixtures/outputs.lab.json");
        let workflow = crate::scenario::wire::open(file).unwrap().workflow;
        let canvas = Canvas::of(&workflow);
        for stub in &canvas.stubs {
            let likely = likely_output(&canvas, stub.place).unwrap();
            assert!(canvas.stubs.iter().any(|one| one.place == stub.place && one.output == *likely));
        }
        assert_eq!(likely_output(&canvas, 999), None);
        assert_eq!(on_grid(Point { x: 11.0, y: -31.0 }), (20, -40));
    }
}
