//! What stands on the card of an activity, made once for each change of scenario or language.

use std::rc::Rc;

use yew::prelude::*;

use crate::log::breakpoints::Breakpoint;
use crate::scenario::Scenario;
use crate::scenario::activity::{Activity, ActivityKind};
use crate::scenario::finding::{Finding, Severity};
use crate::scene::branch::Hue;
use crate::scene::layout::Layout;
use crate::scene::leading::{leads_to, open_outputs};
use crate::text::activity::ports;
use crate::text::workflow as words;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};

/// The card of one activity.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Card {
    /// The activity's name.
    pub(super) name: Rc<str>,
    /// What kind it is.
    pub(super) kind: ActivityKind,
    /// The line in bold.
    pub(super) title: AttrValue,
    /// The line below it.
    pub(super) summary: AttrValue,
    /// What it is called when it is read out.
    pub(super) described: AttrValue,
    /// Its outputs that have names, and those of them that lead nowhere.
    pub(super) outputs: Vec<(AttrValue, bool)>,
    /// Whether it is shown and does nothing here: a script, or an activity that is not simulated.
    pub(super) is_inert: bool,
    /// Whether the player rests when it is activated.
    pub(super) is_breakpoint: bool,
    /// The worst that was found in it.
    pub(super) found: Option<Severity>,
}

impl Card {
    /// The cards of a scenario, in the order of its activities.
    pub(super) fn all(
        lang: Lang,
        scenario: &Scenario,
        findings: &[Finding],
        breakpoints: &[Breakpoint],
        layout: &Layout,
    ) -> Vec<Self> {
        let activities = &scenario.workflow.activities;
        let titles: Vec<String> = activities.iter().map(|one| words::title(lang, one)).collect();
        let card = |(place, one): (usize, &Activity)| {
            let own = findings.iter().filter(|finding| finding.activity.as_ref() == Some(&one.name));
            let found: Vec<_> = own.map(|finding| finding.severity).collect();
            let leads_to = leads_to(lang, layout.graph(), &layout.outputs, &titles, place);
            let open = open_outputs(lang, &layout.stubs, place);
            let outputs = ports::outputs(lang, one).into_iter().map(|name| {
                let is_open = open.contains(&name);
                (name.into(), is_open)
            });
            let kind = one.settings.kind();
            let is_own = |set: &Breakpoint| matches!(set, Breakpoint::Activity(name) if **name == *one.name);
            let is_breakpoint = breakpoints.iter().any(is_own);
            let described = words::described(lang, scenario, one, &found, (&leads_to, &open));
            let mark = text::stepping::of(lang).mark;
            Self {
                is_breakpoint,
                name: one.name.as_str().into(),
                kind,
                outputs: outputs.collect(),
                is_inert: matches!(kind, ActivityKind::Script | ActivityKind::Outside),
                title: titles[place].clone().into(),
                summary: words::summary(lang, scenario, one).into(),
                described: if is_breakpoint { format!("{described}. {mark}") } else { described }.into(),
                found: found.into_iter().min(),
            }
        };
        activities.iter().enumerate().map(card).collect()
    }

    /// The icon in its tile, the two lines, and the mark of what was found.
    pub(super) fn content(&self, lang: Lang) -> Html {
        html! {
            <>
                <span class={classes!("card-icon", self.kind.is_delivery().then_some("is-delivery"))}>
                    <IconView icon={Icon::Activity(self.kind)} />
                </span>
                <span class="card-text">
                    <b class="card-title">{ &self.title }</b>
                    if !self.summary.is_empty() {
                        <span class="card-summary">{ &self.summary }</span>
                    }
                </span>
                if self.is_breakpoint {
                    <span class="card-breakpoint" title={text::stepping::of(lang).mark}></span>
                }
                { for self.found.map(|found| mark(lang, found)) }
            </>
        }
    }
}

/// The class that gives a branch its hue.
pub(crate) const fn hue_class(hue: Hue) -> &'static str {
    match hue {
        Hue::Recurring => "is-rec",
        Hue::Continuous => "is-con",
        Hue::Neutral => "is-neutral",
    }
}

/// A triangle for a warning, an octagon for an error, so that the shape says it too.
fn mark(lang: Lang, found: Severity) -> Html {
    let (class, shape) = match found {
        Severity::Error => ("card-mark is-error", "M7 2h6l5 5v6l-5 5H7l-5-5V7z"),
        Severity::Warning | Severity::Note => ("card-mark is-warning", "M10 2 19 18H1z"),
    };
    html! {
        <span {class} title={text::finding::severity(lang, found)}>
            <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                <path class="mark-shape" d={shape} />
                <path class="mark-sign" d="M10 7v5M10 15v.2" />
            </svg>
        </span>
    }
}
