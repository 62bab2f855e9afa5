//! What stands on the cards and transitions of the canvas, made once for each change of scenario or language.

use std::rc::Rc;

use yew::AttrValue;

use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, ActivityKind};
use crate::scenario::finding::{Finding, Severity};
use crate::scene::branch::{Hue, Place};
use crate::scene::canvas::Canvas;
use crate::scene::leading::{leads_to, open_outputs};
use crate::scene::lettering::{Lines, output_name};
use crate::scene::route::{Point, Route};
use crate::text::activity::ports;
use crate::text::{Lang, workflow as words};

/// One card.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Face {
    /// The activity's name.
    pub(super) name: Rc<str>,
    /// What kind it is.
    pub(super) kind: ActivityKind,
    /// The line in bold, whole.
    pub(super) title: AttrValue,
    /// The line in bold as far as it fits.
    pub(super) first_line: AttrValue,
    /// The lines below it as far as they fit, at most two.
    pub(super) summary: Vec<AttrValue>,
    /// What it is called when it is read out.
    pub(super) described: AttrValue,
    /// The left and top edge, in world units.
    pub(super) corner: (i32, i32),
    /// The colour of its branch.
    pub(super) hue: Hue,
    /// Whether it is shown and does nothing here: a script, or an activity that is not simulated.
    pub(super) is_inert: bool,
    /// The worst that was found in it.
    pub(super) found: Option<Severity>,
    /// The required outputs that lead nowhere: their place below the card's top edge, their name, and what is
    /// said of them.
    pub(super) stubs: Vec<Stub>,
}

/// An output that is required and leads nowhere.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stub {
    /// How far below the top edge of the card it leaves.
    pub(super) down: i32,
    /// Its name in the file.
    pub(super) output: AttrValue,
    /// Its name as far as it fits.
    pub(super) name: AttrValue,
    /// What is said of it.
    pub(super) told: AttrValue,
}

/// One transition.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LinkFace {
    /// Its way as the `d` of an SVG path, with an open arrow head.
    pub(super) way: AttrValue,
    /// The colour of its branch.
    pub(super) hue: Hue,
    /// The name of its output as far as it fits, where it stands, and whether it ends there.
    pub(super) name: Option<(AttrValue, i32, i32, bool)>,
}

/// Everything that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Faces {
    /// The cards, in the order of the activities.
    pub(super) cards: Vec<Rc<Face>>,
    /// The transitions, in their order; none where an end is missing.
    pub(super) links: Vec<Option<Rc<LinkFace>>>,
}

impl Faces {
    /// What is drawn of a scenario.
    pub(super) fn of(lang: Lang, scenario: &Scenario, findings: &[Finding], canvas: &Canvas) -> Self {
        let activities = &scenario.workflow.activities;
        let titles: Vec<String> = activities.iter().map(|one| words::title(lang, one)).collect();
        let mut found = vec![Vec::new(); activities.len()];
        for finding in findings {
            let place = activities.iter().position(|one| finding.activity.as_ref() == Some(&one.name));
            if let Some(place) = place {
                found[place].push(finding.severity);
            }
        }
        let made = Making { lang, scenario, canvas, titles: &titles };
        let cards = activities.iter().zip(found).enumerate();
        Self {
            cards: cards.map(|(place, (one, found))| Rc::new(made.card(place, one, &found))).collect(),
            links: (0..canvas.routes.len()).map(|link| made.link(link).map(Rc::new)).collect(),
        }
    }

    /// The place of an activity by its name.
    pub(super) fn place(&self, name: &str) -> Option<Place> {
        self.cards.iter().position(|card| *card.name == *name)
    }
}

struct Making<'s> {
    lang: Lang,
    scenario: &'s Scenario,
    canvas: &'s Canvas,
    titles: &'s [String],
}

impl Making<'_> {
    fn card(&self, place: Place, one: &Activity, found: &[Severity]) -> Face {
        let (lang, kind, title) = (self.lang, one.settings.kind(), &self.titles[place]);
        let summary = words::summary(lang, self.scenario, one);
        let lines = Lines::of(title, &summary);
        let canvas = self.canvas;
        let leads_to = leads_to(lang, canvas.graph(), &canvas.outputs, self.titles, place);
        let open = open_outputs(lang, &canvas.stubs, place);
        Face {
            name: one.name.as_str().into(),
            kind,
            first_line: lines.first.into(),
            summary: lines.below.into_iter().map(Into::into).collect(),
            described: words::described(lang, self.scenario, one, found, (&leads_to, &open)).into(),
            title: title.clone().into(),
            corner: (one.x, one.y),
            hue: self.canvas.hues.get(place).copied().unwrap_or(Hue::Neutral),
            is_inert: matches!(kind, ActivityKind::Script | ActivityKind::Outside),
            found: found.iter().copied().min(),
            stubs: self.stubs(place),
        }
    }

    fn stubs(&self, place: Place) -> Vec<Stub> {
        let stubs = self.canvas.stubs.iter().filter(|stub| stub.place == place);
        let top = self.canvas.cards[place].y;
        stubs
            .map(|stub| {
                let name = ports::output(self.lang, &stub.output);
                Stub {
                    down: (stub.from.y - top).round() as i32,
                    output: stub.output.name.clone().into(),
                    told: ports::unterminated(self.lang, &name).into(),
                    name: output_name(&name).into(),
                }
            })
            .collect()
    }

    fn link(&self, link: usize) -> Option<LinkFace> {
        let route = self.canvas.routes.get(link)?.as_ref()?;
        let (_, to) = self.canvas.graph().ends().get(link).copied().flatten()?;
        let output = self.canvas.outputs.get(link).and_then(Option::as_ref);
        let name = output.map(|output| ports::output(self.lang, output)).filter(|name| !name.is_empty());
        Some(LinkFace {
            way: way(route).into(),
            hue: self.canvas.hues.get(to).copied().unwrap_or(Hue::Neutral),
            name: name.map(|name| {
                let (at, is_at_end) = route.name_at();
                (output_name(&name).into(), at.x.round() as i32, at.y.round() as i32 - 5, is_at_end)
            }),
        })
    }
}

/// A way with an open arrow head at its end, as one path.
pub(super) fn way(route: &Route) -> String {
    let end = route.point_at(1.0);
    let tip = Point { x: end.x - 6.5, y: end.y - 4.5 };
    format!("{}M{tip}l6.500 4.500-6.500 4.500", route.path_data())
}
