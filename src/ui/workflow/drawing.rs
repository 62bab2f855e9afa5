//! The drawing: cards as buttons on a net of transitions, one tab stop, arrow keys along the transitions.

use std::rc::Rc;

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::card::{Card, hue_class};
use crate::scene::layout::{Layout, Way};
use crate::scene::ports::Stub;
use crate::scene::rect::Rect;
use crate::scene::route::{Point, Route};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Space around a card inside its frame, for the outline of the focus.
const FRAME: f64 = 8.0;
/// How far beyond the window counts are kept up to date.
const MARGIN: f64 = 120.0;
/// How many signs of an output's name are shown, on its transition and beside its end.
const MOST_OF_NAME: usize = 16;
const MOST_OF_STUB: usize = 13;

/// Props of the drawing.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct DrawingProps {
    /// Where everything stands.
    pub(super) layout: Shared<Layout>,
    /// What stands on the cards.
    pub(super) cards: Shared<Vec<Card>>,
    /// The counts on the transitions.
    pub(super) counts: Rc<[Option<AttrValue>]>,
    /// The chosen card.
    pub(super) chosen: Option<usize>,
    /// Whether the player plays: what is out of sight then keeps its count until it rests.
    pub(super) is_playing: bool,
    /// Whether it is wider than its room and is scrolled.
    #[prop_or_default]
    pub(super) scrolls: bool,
    /// The language.
    pub(super) lang: Lang,
    /// Takes the place of a card that was chosen.
    pub(super) choose: Callback<usize>,
}

/// The drawing.
#[component]
pub(super) fn Drawing(props: &DrawingProps) -> Html {
    let node = use_node_ref();
    let focused = use_state_eq(|| 0_usize);
    let stop = props.chosen.unwrap_or(*focused).min(props.cards.len().saturating_sub(1));
    let words = text::workflow::of(props.lang);
    let size = props.layout.size;
    let held = use_mut_ref(Vec::new);
    hold(&mut held.borrow_mut(), props, &node);
    let natural =
        props.scrolls.then(|| format!("inline-size: {}px; block-size: {}px", size.width, size.height));
    let onkeydown = {
        let (node, layout) = (node.clone(), props.layout.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(from) = place_of(&event) else { return };
            let Some(to) = target(&layout, from, &event.key()) else { return };
            event.prevent_default();
            focus(&node, to);
        })
    };
    let onfocusin = {
        let focused = focused.setter();
        Callback::from(move |event: FocusEvent| {
            if let Some(place) = place_of(&event) {
                focused.set(place);
            }
        })
    };
    html! {
        <>
            <p id="workflow-keys" class="visually-hidden">{ words.keys }</p>
            <svg class="drawing" ref={node} style={natural} viewBox={format!("0 0 {} {}", size.width, size.height)} role="group"
                aria-label={words.panel} aria-describedby="workflow-keys" {onkeydown} {onfocusin}>
                { for held.borrow().iter().enumerate().map(|(link, count)| html! {
                    <Transition key={format!("link-{link}")} layout={props.layout.clone()} {link} count={count.clone()}
                        lang={props.lang} />
                }) }
                { for props.layout.stubs.iter().enumerate().map(|(number, one)| stub(props.lang, number, one)) }
                <CardList layout={props.layout.clone()} cards={props.cards.clone()} chosen={props.chosen} {stop}
                    lang={props.lang} choose={props.choose.clone()} />
            </svg>
        </>
    }
}

/// Brings the counts that are held up to date: all at rest, and while it plays those in sight.
fn hold(held: &mut Vec<Option<AttrValue>>, props: &DrawingProps, node: &NodeRef) {
    let routes = &props.layout.routes;
    let sight = if props.is_playing { sight(node, &props.layout) } else { None };
    let is_due = |link: usize| match (&sight, routes.get(link)) {
        (Some(sight), Some(Some(route))) => sight.contains(route.label_at()),
        _ => true,
    };
    held.resize(routes.len(), None);
    for (link, count) in held.iter_mut().enumerate().filter(|(link, _)| is_due(*link)) {
        *count = props.counts.get(link).cloned().flatten();
    }
}

/// What can be seen of the drawing, with a margin; none before it is there.
fn sight(node: &NodeRef, layout: &Layout) -> Option<Rect> {
    let window = web_sys::window()?;
    let length = |length: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| length.ok()?.as_f64();
    let (width, height) = (length(window.inner_width())?, length(window.inner_height())?);
    let place = node.cast::<Element>()?.get_bounding_client_rect();
    let scale = place.width() / layout.size.width;
    let seen = Rect { x: -place.left(), y: -place.top(), width, height }.inflated(MARGIN);
    (scale > 0.0).then(|| Rect {
        x: seen.x / scale,
        y: seen.y / scale,
        width: seen.width / scale,
        height: seen.height / scale,
    })
}

/// Props of a transition.
#[derive(Clone, PartialEq, Properties)]
struct TransitionProps {
    layout: Shared<Layout>,
    link: usize,
    count: Option<AttrValue>,
    lang: Lang,
}

/// A transition with its count; a component, so that those whose counts stay are not looked at again.
#[component]
fn Transition(props: &TransitionProps) -> Html {
    let TransitionProps { layout, link, count, lang } = props;
    let Some(Some(route)) = layout.routes.get(*link) else { return Html::default() };
    let ends = layout.graph().ends().get(*link).copied().flatten();
    let hue = ends.and_then(|(_, to)| layout.hues.get(to)).map(|hue| hue_class(*hue));
    let Point { x, y } = route.label_at();
    let output = layout.outputs.get(*link).and_then(Option::as_ref);
    let output = output.map(|output| text::activity::ports::output(*lang, output));
    let output = output.filter(|name| !name.is_empty());
    html! {
        <g class={classes!("transition", hue, count.is_some().then_some("is-crossed"))}>
            <path class="way" d={route.path_data()} />
            <path class="arrow" d={route.arrow_data()} />
            if let Some(count) = count {
                <text class="crossing" x={x.to_string()} y={(y - 17.0).to_string()} text-anchor="middle">{ count }</text>
            }
            if let Some(name) = output {
                { output_name(route, &name) }
            }
        </g>
    }
}

/// The name of the output on its transition, in full where it is pointed at.
fn output_name(route: &Route, name: &str) -> Html {
    let (Point { x, y }, is_at_end) = route.name_at();
    html! {
        <text class="output-name" x={x.to_string()} y={(y - 4.0).to_string()}
            text-anchor={if is_at_end { "end" } else { "start" }}>
            <title>{ name.to_owned() }</title>{ text::workflow::on_transition(name, MOST_OF_NAME) }
        </text>
    }
}

/// An output that leads nowhere: a short way to a diamond, as the product draws it.
fn stub(lang: Lang, number: usize, stub: &Stub) -> Html {
    let Point { x, y } = stub.from;
    let name = text::activity::ports::output(lang, &stub.output);
    html! {
        <g key={format!("stub-{number}")} class="stub">
            <path class="way" d={format!("M{x:.1} {y:.1}h18")} />
            <path class="stub-end" d={format!("M{:.1} {y:.1}l6-6 6 6-6 6z", x + 18.0)} />
            <text class="output-name" x={(x + 34.0).to_string()} y={(y + 4.0).to_string()}>
                <title>{ text::activity::ports::unterminated(lang, &name) }</title>{ text::workflow::on_transition(&name, MOST_OF_STUB) }
            </text>
        </g>
    }
}

/// Props of the cards.
#[derive(Clone, PartialEq, Properties)]
struct CardListProps {
    layout: Shared<Layout>,
    cards: Shared<Vec<Card>>,
    chosen: Option<usize>,
    stop: usize,
    lang: Lang,
    choose: Callback<usize>,
}

/// The cards; a component, so that they are not looked at again while only counts change.
#[component]
fn CardList(props: &CardListProps) -> Html {
    let cards = props.cards.iter().zip(&props.layout.cards).enumerate();
    cards.map(|(place, (card, at))| card_of(props, place, card, *at)).collect()
}

fn card_of(props: &CardListProps, place: usize, card: &Card, at: Point) -> Html {
    let layout = &props.layout;
    let is_chosen = props.chosen == Some(place);
    let hue = layout.hues.get(place).map(|hue| hue_class(*hue));
    let onclick = props.choose.reform(move |_: MouseEvent| place);
    html! {
        <foreignObject key={format!("card-{}", card.name)} x={(at.x - FRAME).to_string()} y={(at.y - FRAME).to_string()}
            width={(layout.card.width + 2.0 * FRAME).to_string()}
            height={(layout.card.height + 2.0 * FRAME).to_string()}>
            <button xmlns="http://www.w3.org/1999/xhtml" type="button" class={classes!("card", hue, card.is_inert.then_some("is-inert"))}
                tabindex={if place == props.stop { "0" } else { "-1" }} aria-pressed={is_chosen.to_string()}
                aria-label={card.described.clone()} data-place={place.to_string()} {onclick}>
                { card.content(props.lang) }
            </button>
        </foreignObject>
    }
}

/// Where a key leads from a card.
fn target(layout: &Layout, from: usize, key: &str) -> Option<usize> {
    match key {
        "ArrowRight" => layout.neighbor(from, Way::Right),
        "ArrowLeft" => layout.neighbor(from, Way::Left),
        "ArrowUp" => layout.neighbor(from, Way::Up),
        "ArrowDown" => layout.neighbor(from, Way::Down),
        "Home" => layout.graph().branches().first()?.first().copied(),
        "End" => layout.graph().branches().last()?.last().copied(),
        _ => None,
    }
}

/// The place of the card in which an event happened.
fn place_of(event: &Event) -> Option<usize> {
    let element = event.target_dyn_into::<Element>()?;
    element.closest("[data-place]").ok()??.get_attribute("data-place")?.parse().ok()
}

fn focus(node: &NodeRef, place: usize) {
    let card = node
        .cast::<Element>()
        .and_then(|drawing| drawing.query_selector(&format!("[data-place='{place}']")).ok()?);
    if let Some(card) = card.and_then(|card| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(card).ok()) {
        let _ = card.focus();
    }
}
