//! The workflow as a list, branch by branch: for narrow panels, and for whoever prefers reading to looking.

use std::rc::Rc;

use yew::prelude::*;

use super::card::{Card, hue_class};
use crate::scene::layout::Layout;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the outline.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct OutlineProps {
    /// How the activities hang together.
    pub(super) layout: Shared<Layout>,
    /// What is said of them.
    pub(super) cards: Shared<Vec<Card>>,
    /// The counts on the transitions.
    pub(super) counts: Rc<[Option<AttrValue>]>,
    /// The chosen activity.
    pub(super) chosen: Option<usize>,
    /// The language.
    pub(super) lang: Lang,
    /// Takes the place of an activity that was chosen.
    pub(super) choose: Callback<usize>,
}

/// The outline.
#[component]
pub(super) fn Outline(props: &OutlineProps) -> Html {
    let branches = props.layout.graph().branches();
    html! {
        <div class="outline">
            { for branches.into_iter().enumerate().map(|(number, places)| html! {
                <ol key={number} class="branch" aria-label={text::workflow::branch(props.lang, number + 1, places.len())}>
                    { for places.into_iter().filter_map(|place| Some(row(props, place, props.cards.get(place)?))) }
                </ol>
            }) }
        </div>
    }
}

fn row(props: &OutlineProps, place: usize, card: &Card) -> Html {
    let hue = props.layout.hues.get(place).map(|hue| hue_class(*hue));
    let onclick = props.choose.reform(move |_: MouseEvent| place);
    let leaving = props.layout.graph().ends().iter().zip(props.counts.iter());
    let counts: Vec<&str> = leaving
        .filter_map(|(ends, count)| count.as_deref().filter(|_| ends.is_some_and(|(from, _)| from == place)))
        .collect();
    html! {
        <li key={&*card.name}>
            <button type="button" class={classes!("card", "is-row", hue, card.is_inert.then_some("is-inert"))}
                aria-pressed={(props.chosen == Some(place)).to_string()} onclick={onclick}>
                { card.content(props.lang) }
                if !counts.is_empty() {
                    <span class="card-count">{ counts.join(", ") }</span>
                }
            </button>
            if !card.outputs.is_empty() {
                <ul class="outline-outputs" aria-label={text::workflow::of(props.lang).outputs}>
                    { for card.outputs.iter().map(|(name, is_open)| html! {
                        <li key={&**name} class={classes!(is_open.then_some("is-open"))}>
                            { name }
                            if *is_open {
                                <span class="outline-open">{ text::workflow::of(props.lang).nowhere }</span>
                            }
                        </li>
                    }) }
                </ul>
            }
        </li>
    }
}
