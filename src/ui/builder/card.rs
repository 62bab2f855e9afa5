//! One card of the canvas: four elements of SVG, drawn anew only where what stands on it changes.

use std::rc::Rc;

use yew::prelude::*;

use super::face::{Face, Stub};
use crate::scenario::activity::ActivityKind;
use crate::scenario::finding::Severity;
use crate::scene::canvas::CARD;
use crate::scene::lettering::{TEXT_LEFT, baselines, first_baseline};
use crate::text::{self, Lang};
use crate::ui::shell::icon::Icon;
use crate::ui::workflow::card::hue_class;

/// What the rules say of a card while a transition is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The transition comes from it.
    Source,
    /// It can be connected.
    Allowed,
    /// It can, and something about it is doubtful.
    Doubtful,
    /// It cannot.
    Refused,
}

impl Verdict {
    const fn class(self) -> &'static str {
        match self {
            Self::Source => "is-source",
            Self::Allowed => "is-allowed",
            Self::Doubtful => "is-doubtful",
            Self::Refused => "is-refused",
        }
    }
}

/// Props of a card.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CardViewProps {
    /// Its place among the activities.
    pub(super) place: usize,
    /// What stands on it.
    pub(super) face: Rc<Face>,
    /// Whether it is chosen.
    pub(super) is_chosen: bool,
    /// Whether the Tab key stops here.
    pub(super) is_stop: bool,
    /// What the rules say of it while a transition is drawn.
    pub(super) verdict: Option<Verdict>,
    /// Whether the transition that is drawn would lead to it.
    pub(super) is_aimed: bool,
    /// The language.
    pub(super) lang: Lang,
}

/// The card.
#[component]
pub(super) fn CardView(props: &CardViewProps) -> Html {
    let face = &props.face;
    let (x, y) = face.corner;
    let class = classes!(
        "b-card",
        hue_class(face.hue),
        face.kind.is_delivery().then_some("is-delivery"),
        face.is_inert.then_some("is-inert"),
        props.verdict.map(Verdict::class),
        props.is_aimed.then_some("is-aimed"),
    );
    let top = first_baseline(face.summary.len());
    html! {
        <g {class} transform={format!("translate({x} {y})")} data-place={props.place.to_string()}
            data-activity={face.name.to_string()} role="button" tabindex={if props.is_stop { "0" } else { "-1" }}
            aria-label={face.described.clone()} aria-pressed={props.is_chosen.to_string()}>
            <use href={format!("#{}", shape_id(face.kind))} />
            <text class="b-title" x={TEXT_LEFT.to_string()} y={top.to_string()}>{ &face.first_line }</text>
            { for face.summary.iter().zip(baselines(face.summary.len())).map(|(line, down)| html! {
                <text key={down} class="b-summary" x={TEXT_LEFT.to_string()} y={down.to_string()}>{ line }</text>
            }) }
            { for face.found.map(|found| mark(props.lang, found)) }
            { for face.stubs.iter().map(stub) }
        </g>
    }
}

/// What marks a finding on the corner of its card.
fn mark(lang: Lang, found: Severity) -> Html {
    let id = if found == Severity::Error { "b-error" } else { "b-warning" };
    html! {
        <use class="b-mark" href={format!("#{id}")} x={(CARD.width - 15.0).to_string()} y="-7">
            <title>{ text::finding::severity(lang, found) }</title>
        </use>
    }
}

/// A short way to a diamond, as the product draws it; a transition can be drawn from it.
fn stub(stub: &Stub) -> Html {
    let (x, y) = (CARD.width, stub.down);
    html! {
        <g key={stub.output.to_string()} class="b-stub" data-port={stub.output.clone()}>
            <path d={format!("M{x} {y}h14m0 0l6-6 6 6-6 6z")} />
            if !stub.name.is_empty() {
                <text class="b-output" x={(x + 32.0).to_string()} y={(y + 4).to_string()}>{ &stub.name }</text>
            }
            <title>{ &stub.told }</title>
        </g>
    }
}

/// The shapes that cards refer to: for each kind that is drawn a card with its icon, and the marks of findings.
pub(super) fn shapes(kinds: impl Iterator<Item = ActivityKind>) -> Html {
    let mut drawn: Vec<ActivityKind> = Vec::new();
    for kind in kinds {
        if !drawn.contains(&kind) {
            drawn.push(kind);
        }
    }
    drawn.sort_by_key(|kind| shape_id(*kind));
    let (width, height) = (CARD.width.to_string(), CARD.height.to_string());
    html! {
        <defs>
            { for drawn.into_iter().map(|kind| html! {
                <g key={shape_id(kind)} id={shape_id(kind)}>
                    <rect class="b-face" width={width.clone()} height={height.clone()} rx="10" />
                    <rect class="b-tile" x="8" y="17" width="30" height="30" rx="8" />
                    <path class="b-icon" transform="translate(13 22)" d={Icon::Activity(kind).path()} />
                </g>
            }) }
            // A triangle for a warning, an octagon for an error, so that the shape says it too.
            <g id="b-error" class="b-error">
                <path class="b-sign-ground" d="M7 2h6l5 5v6l-5 5H7l-5-5V7z" /><path class="b-sign" d="M10 6.500v5M10 14.300v.2" />
            </g>
            <g id="b-warning" class="b-warning">
                <path class="b-sign-ground" d="M10 2 19 18H1z" /><path class="b-sign" d="M10 7.500v5M10 15.200v.2" />
            </g>
        </defs>
    }
}

/// The name by which a card refers to its shape; names live within the lab's shadow root.
fn shape_id(kind: ActivityKind) -> String {
    format!("b-{kind:?}")
}
