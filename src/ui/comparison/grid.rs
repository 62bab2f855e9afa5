//! The instances of a recurring delivery, one card each: those made solid, those to come dashed.

use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::{SideProps, open, said_of};
use crate::app::predicted::SaidOf;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::series::{Reason, reason};
use crate::text;

/// More instances than this are drawn as small squares without numbers.
const ROOMY: usize = 60;
/// More than this many squares are never drawn: then one stands for several.
const MOST: usize = 400;

/// The grid.
#[component]
pub(super) fn InstanceGrid(props: &SideProps) -> Html {
    let node = use_node_ref();
    let focused = use_state_eq(|| None::<usize>);
    let (panel, series) = (&props.panel, &props.series);
    let said = said_of(panel, series, SaidOf::Deliveries).and_then(|said| usize::try_from(said).ok());
    // What is to come may not be told by the number of places either.
    let all = if panel.hides_future { series.made.max(said.unwrap_or(0)) } else { series.deliveries.len() };
    let together = all.div_ceil(MOST).max(1);
    let is_dense = all.max(said.unwrap_or(0).min(MOST)) > ROOMY;
    let known = if panel.hides_future { &series.deliveries[..series.made] } else { &series.deliveries[..] };
    let end = said.filter(|_| together == 1);
    let newest = series.made.checked_sub(1).map(|last| last / together);
    let chosen =
        series.deliveries.iter().position(|own| panel.delivery == Some(*own)).map(|place| place / together);
    let stop = chosen.or(*focused).or(newest).map(|stop| stop.min(newest.unwrap_or(0)));
    let onkeydown = {
        let node = node.clone();
        Callback::from(move |event: KeyboardEvent| {
            if let Some(card) = node.cast::<Element>().and_then(|grid| target(&grid, &event)) {
                event.prevent_default();
                let _ = card.focus();
            }
        })
    };
    let onfocusin = {
        let focused = focused.setter();
        Callback::from(move |event: FocusEvent| focused.set(place_of(&event)))
    };
    let words = text::comparison::of(panel.lang);
    let label = format!("{}, {}", words.recurring, panel.run.plan().steps[series.step].label);
    html! {
        <div class="instances">
            <div class={classes!("instance-grid", is_dense.then_some("is-dense"))} ref={node} role="group" aria-label={label}
                {onkeydown} {onfocusin}>
                { for known.chunks(together).enumerate().map(|(place, own)| {
                    let made = series.made.saturating_sub(place * together).min(own.len());
                    if made == 0 {
                        let class = classes!("instance", "is-later", (end == Some(place + 1)).then_some("is-said-end"));
                        html! { <span key={format!("later-{place}")} {class}></span> }
                    } else if together > 1 {
                        square(props, place, own, made, stop == Some(place))
                    } else {
                        card(props, (place, end == Some(place + 1), is_dense), own[0], stop == Some(place))
                    }
                }) }
                // What was said beyond what there is.
                { for (known.len()..end.unwrap_or(0).min(MOST)).map(|place| {
                    let class = classes!("instance", "is-said", (end == Some(place + 1)).then_some("is-said-end"));
                    html! { <span key={format!("said-{place}")} {class}></span> }
                }) }
            </div>
            if together > 1 {
                <p class="small muted">{ text::comparison::together(panel.lang, together as u64) }</p>
            } else if !is_dense {
                <p class="instance-legend small muted">
                    { words.bar }
                    if said.is_some() { { format!(" · {}", text::course::panel::of(panel.lang).key) } }
                </p>
            }
        </div>
    }
}

/// The card of one instance.
fn card(
    props: &SideProps,
    (place, is_said_end, is_dense): (usize, bool, bool),
    delivery: DeliveryIdx,
    is_stop: bool,
) -> Html {
    let (panel, series) = (&props.panel, &props.series);
    let Some(row) = panel.run.record().deliveries.get(delivery) else { return Html::default() };
    let figures = panel.run.figures_of_delivery(delivery, panel.shown);
    let is_edited = matches!(reason(&panel.run, delivery), Reason::Edited(_));
    let run = place as u64 + 1;
    let mut name = text::comparison::card(
        panel.lang,
        RunLog::delivery_number(delivery),
        run,
        row.created_at,
        figures.broad_logs,
    );
    if is_edited {
        name = format!("{name}, {}", text::comparison::after_edit(panel.lang));
    }
    let is_chosen = panel.delivery == Some(delivery);
    let is_new = place + 1 == series.made;
    html! {
        <button key={format!("made-{place}")} type="button" data-place={place.to_string()} aria-label={name.clone()} title={name}
            class={classes!("instance", is_new.then_some("is-new"), is_edited.then_some("is-edited"), is_said_end.then_some("is-said-end"))}
            aria-pressed={is_chosen.to_string()} tabindex={tab_index(is_stop)} onclick={open(props, delivery)}>
            if !is_dense {
                { bar(figures.opens, figures.broad_logs) }
                <span class="instance-number">{ run }</span>
            }
        </button>
    }
}

/// A square that stands for several instances and opens the newest of them.
fn square(props: &SideProps, place: usize, own: &[DeliveryIdx], made: usize, is_stop: bool) -> Html {
    let first = props.series.deliveries.iter().position(|other| other == &own[0]).unwrap_or(0) as u64;
    let name = text::comparison::cards(props.panel.lang, first + 1, first + made as u64);
    let newest = own[made - 1];
    let is_chosen = props.panel.delivery.is_some_and(|chosen| own.contains(&chosen));
    let is_new = first as usize + made == props.series.made;
    html! {
        <button key={format!("made-{place}")} type="button" data-place={place.to_string()} aria-label={name.clone()} title={name}
            class={classes!("instance", is_new.then_some("is-new"))} aria-pressed={is_chosen.to_string()}
            tabindex={tab_index(is_stop)} onclick={open(props, newest)}></button>
    }
}

/// A bar as long as the share of a whole.
fn bar(part: u64, whole: u64) -> Html {
    let share = (part * 100).checked_div(whole).unwrap_or(0);
    html! {
        <svg class="instance-bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
            <rect class="bar-ground" width="100" height="4" />
            <rect width={share.to_string()} height="4" />
        </svg>
    }
}

fn tab_index(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// The card to which an arrow key leads.
fn target(grid: &Element, event: &KeyboardEvent) -> Option<HtmlElement> {
    let from = place_of(event)?;
    let cards = grid.children();
    let card = |place: usize| {
        wasm_bindgen::JsCast::dyn_into::<HtmlElement>(cards.item(u32::try_from(place).ok()?)?).ok()
    };
    let made = (0..cards.length() as usize).take_while(|&place| is_made(&cards, place)).count();
    let top = card(0)?.offset_top();
    let columns = (0..cards.length() as usize)
        .take_while(|&place| card(place).is_some_and(|card| card.offset_top() == top));
    let columns = columns.count().max(1);
    let to = match event.key().as_str() {
        "ArrowRight" => from + 1,
        "ArrowLeft" => from.checked_sub(1)?,
        "ArrowDown" => from + columns,
        "ArrowUp" => from.checked_sub(columns)?,
        "Home" => 0,
        "End" => made.checked_sub(1)?,
        _ => return None,
    };
    if to < made { card(to) } else { None }
}

fn is_made(cards: &web_sys::HtmlCollection, place: usize) -> bool {
    let card = u32::try_from(place).ok().and_then(|place| cards.item(place));
    card.is_some_and(|card| card.has_attribute("data-place"))
}

/// The place of the card in which an event happened.
fn place_of(event: &Event) -> Option<usize> {
    let element = event.target_dyn_into::<Element>()?;
    element.closest("[data-place]").ok()??.get_attribute("data-place")?.parse().ok()
}
