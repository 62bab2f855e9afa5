//! Drawing an end of a transition anew: by the grips at its ends, from its pad, and by keys.

use std::rc::Rc;

use yew::prelude::*;

use super::connect::{Connecting, named};
use super::desk::{Desk, Mode};
use crate::app::selection::Selection;
use crate::scenario::Workflow;
use crate::scenario::activity::Transition;
use crate::scenario::connect::Rules;
use crate::scene::branch::Place;
use crate::scene::canvas::Canvas;
use crate::scene::route::Point;
use crate::text::Lang;
use crate::text::builder::canvas as words;

/// How far from its cards the grips of a transition stand, in world units: beside the outputs, not on them.
const APART: f64 = 14.0;

/// Which end of which transition is drawn anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Relink {
    /// Its place in the list.
    pub(super) number: usize,
    /// Whether it is the end it begins at.
    pub(super) is_start: bool,
}

impl Connecting {
    /// The place of the transition of which an end is drawn anew.
    pub(super) fn number(&self) -> Option<usize> {
        self.again.map(|again| again.number)
    }

    /// Whether it is the beginning that is drawn anew.
    pub(super) fn is_start(&self) -> bool {
        self.again.is_some_and(|again| again.is_start)
    }

    /// The transition as it was; none where a new one is drawn.
    pub(super) fn old<'w>(&self, workflow: &'w Workflow) -> Option<&'w Transition> {
        workflow.transitions.get(self.number()?)
    }

    /// The activity at the end that stays.
    pub(super) fn fixed_end<'w>(&'w self, workflow: &'w Workflow) -> &'w str {
        let old = self.old(workflow).filter(|_| self.is_start());
        old.map_or(&self.from, |old| &old.to)
    }

    /// The transition with its free end at this activity. It begins at `port`, else at the output of the same name,
    /// else at the first one that the rules allow.
    pub(super) fn with_end(
        &self,
        workflow: &Workflow,
        name: &str,
        port: Option<Option<Rc<str>>>,
    ) -> Transition {
        let output = self.output.as_deref().map(str::to_owned);
        match self.old(workflow) {
            Some(old) if self.is_start() => {
                let output = match port {
                    Some(port) => port.as_deref().map(str::to_owned),
                    None => first_output(workflow, self, name, &old.to),
                };
                Transition { from: name.to_owned(), output, ..old.clone() }
            }
            Some(old) => Transition { to: name.to_owned(), ..old.clone() },
            None => Transition { output, ..Transition::new(&self.from, name) },
        }
    }
}

fn first_output(workflow: &Workflow, drawn: &Connecting, from: &str, to: &str) -> Option<String> {
    let outputs = workflow.activity(from)?.settings.outputs();
    let names: Vec<_> = outputs.iter().map(named).collect();
    let same = names.iter().find(|name| **name == drawn.output);
    let allowed = || {
        let rules = Rules::of(workflow, drawn.number());
        names.iter().find(|name| rules.judge(from, name.as_deref(), to).is_ok())
    };
    let chosen = same.or_else(allowed).or(names.first())?;
    chosen.as_deref().map(str::to_owned)
}

/// The grips at the ends of the chosen transition.
pub(super) fn grips(lang: Lang, canvas: &Canvas, link: usize) -> Html {
    let Some(Some(route)) = canvas.routes.get(link) else { return Html::default() };
    let (Some(first), Some(last)) = (route.corners().first(), route.corners().last()) else {
        return Html::default();
    };
    let words = words::of(lang);
    let grip = |is_start: bool, at: Point, label: &'static str| {
        html! {
            <g class="b-port b-grip" data-grip={link.to_string()} data-end={if is_start { "start" } else { "end" }}
                transform={format!("translate({} {})", at.x, at.y)}>
                <circle class="b-port-reach" r="12" /><circle class="b-port-dot" r="5.5" />
                <title>{ label }</title>
            </g>
        }
    };
    html! {
        <g>
            { grip(true, Point { x: first.x + APART, y: first.y }, words.begin_elsewhere) }
            { grip(false, Point { x: last.x - APART, y: last.y }, words.lead_elsewhere) }
        </g>
    }
}

impl Desk {
    /// Begins to draw an end of a transition anew.
    pub(super) fn begin_relinking(&self, again: Relink, by_keys: bool) {
        let now = self.now();
        let links = &now.scenario.workflow.transitions;
        let Some(old) = links.get(again.number).filter(|_| !now.readonly) else { return };
        let (from, output) = (old.from.as_str().into(), old.output.as_deref().map(Rc::from));
        self.set_mode(Mode::Connecting(Connecting { from, output, by_keys, again: Some(again) }));
    }

    /// By keys, the next output of the activity that the transition would begin at.
    pub(super) fn next_start(&self, drawn: Connecting) {
        let now = self.now();
        let aimed = self.aim.borrow().as_ref().and_then(|aim| aim.place);
        let Some(place) = aimed.or_else(|| now.faces.place(&drawn.from)).filter(|_| drawn.is_start()) else {
            return;
        };
        let ports = now.canvas.ports_of(place);
        let at = ports.iter().position(|(output, _)| named(output) == drawn.output).map_or(0, |at| at + 1);
        if let Some((output, _)) = ports.get(at % ports.len().max(1)) {
            self.set_mode(Mode::Connecting(Connecting { output: named(output), ..drawn }));
            self.point_at(place);
        }
    }

    /// Where the arrow keys begin while an end is chosen by them.
    pub(super) fn free_end(&self, drawn: &Connecting) -> Option<Place> {
        let now = self.now();
        let old = drawn.old(&now.scenario.workflow).filter(|_| !drawn.is_start());
        now.faces.place(old.map_or(&*drawn.from, |old| &old.to))
    }

    /// The output of a card that is nearest to the pointer, where a transition could begin at it.
    pub(super) fn port_near(&self, drawn: &Connecting, place: Place) -> Option<Option<Rc<str>>> {
        let (now, at) = (self.now(), self.world_pointer());
        let ports = now.canvas.ports_of(place).iter().filter(|_| drawn.is_start());
        let nearest = ports.min_by(|(_, a), (_, b)| (a.y - at.y).abs().total_cmp(&(b.y - at.y).abs()));
        nearest.map(|(output, _)| named(output))
    }

    /// Where an output leaves its card; the middle of the edge where there is none of that name.
    pub(super) fn port_at(&self, place: Place, output: Option<&Rc<str>>) -> Option<Point> {
        let canvas = self.now().canvas;
        let port = canvas.ports_of(place).iter().find(|(one, _)| named(one).as_ref() == output);
        let card = canvas.cards.get(place)?;
        Some(port.map_or(Point { x: card.right(), y: card.middle().y }, |(_, at)| *at))
    }

    /// Chooses the next transition: the first that leaves the card, then one after the other.
    pub(super) fn next_transition(&self, here: Option<Place>) {
        let now = self.now();
        let count = now.scenario.workflow.transitions.len();
        let first = || here.and_then(|here| now.canvas.graph().leaving(here).first().copied()).unwrap_or(0);
        let next = now.selection.only_transition().map_or_else(first, |link| (link + 1) % count.max(1));
        if next < count {
            self.send(crate::app::action::Action::Select(Selection::transition(next)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::card::Verdict;
    use super::super::connect::{aim, verdicts};
    use super::*;
    use crate::scenario::samples::Sample;

    fn again(workflow: &Workflow, to: &str, is_start: bool) -> Connecting {
        let number = workflow.transitions.iter().position(|one| one.to == to).unwrap();
        let from = workflow.transitions[number].from.as_str().into();
        Connecting { from, output: None, by_keys: false, again: Some(Relink { number, is_start }) }
    }

    #[test]
    fn either_end_is_judged_without_the_transition_itself() {
        let scenario = Sample::SideBySide.scenario();
        let end = again(&scenario.workflow, "recurring", false);
        assert_eq!(
            verdicts(&scenario, &end),
            [Verdict::Refused, Verdict::Source, Verdict::Allowed, Verdict::Doubtful, Verdict::Doubtful]
        );
        let start = again(&scenario.workflow, "recurring", true);
        assert_eq!(verdicts(&scenario, &start)[2], Verdict::Source, "the end that stays");
        assert_eq!(verdicts(&scenario, &start)[0], Verdict::Doubtful, "nobody is selected");
        assert_eq!(
            verdicts(&scenario, &start)[4],
            Verdict::Allowed,
            "a way that is drawn from a delivery is followed"
        );
    }

    #[test]
    fn what_is_pointed_at_becomes_the_transition() {
        let scenario = Sample::SideBySide.scenario();
        let (end, start) =
            (again(&scenario.workflow, "recurring", false), again(&scenario.workflow, "recurring", true));
        let as_it_is = aim(Lang::En, &scenario, &end, 2, None).unwrap();
        assert_eq!(as_it_is.transition.as_ref(), end.old(&scenario.workflow));
        let elsewhere = aim(Lang::En, &scenario, &start, 3, None).unwrap();
        let transition = elsewhere.transition.unwrap();
        assert_eq!((&*transition.from, &*transition.to), ("incremental", "recurring"));
        assert!(elsewhere.told.contains("leads somewhere already") || elsewhere.verdict == Verdict::Doubtful);
    }
}
