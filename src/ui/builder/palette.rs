//! The palette: everything that can be drawn, by the product's tabs, to be searched, clicked or dragged.

use web_sys::{Element, HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::drop;
use super::quick_add::all;
use crate::app::action::Action;
use crate::app::placing;
use crate::app::preferences::Preferences;
use crate::app::selection::Selection;
use crate::scenario::Scenario;
use crate::scenario::activity::Tab;
use crate::scenario::fresh::Sort;
use crate::text::Lang;
use crate::text::builder::{palette as words, search};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the palette.
#[derive(Clone, PartialEq, Properties)]
pub struct PaletteProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// What is chosen; a new activity follows it where that can be.
    pub selection: Selection,
    /// How somebody likes to build.
    pub preferences: Preferences,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The palette.
#[component]
pub fn Palette(props: &PaletteProps) -> Html {
    let lang = props.lang;
    let fixed = words::of(lang);
    let typed = use_state_eq(String::new);
    let shows_inert = use_state_eq(|| false);
    // On a narrow page it lies over the others while it is open.
    let is_open = use_state_eq(|| false);
    let at = use_state_eq(|| 0_usize);
    let node = use_node_ref();
    // Where it lies over the others, what opens it is hidden by that, and all the rest by closing it.
    let was_open = use_mut_ref(|| false);
    use_effect_with(*is_open, {
        let node = node.clone();
        move |&open| {
            if was_open.replace(open) != open {
                bring_focus(&node, if open { ".palette-close" } else { ".palette-door" });
            }
        }
    });
    let sorts = all();
    let fitting = search::ranked(&sorts, |sort| words::fits(lang, &typed, *sort));
    let is_search = !typed.trim().is_empty();
    let shown: Vec<Sort> = Tab::ALL
        .into_iter()
        .filter(|tab| is_search || *tab != Tab::NotSimulated || *shows_inert)
        .flat_map(|tab| fitting.iter().map(|&place| sorts[place]).filter(move |sort| sort.tab() == tab))
        .collect();
    let current = (*at).min(shown.len().saturating_sub(1));
    let add = {
        let (props, is_open) = (props.clone(), is_open.setter());
        move |sort: Sort| {
            let adding = placing::beside(&props.scenario, &props.selection);
            let edit = placing::edit(&props.scenario, &adding, sort, words::name(lang, sort));
            is_open.set(false);
            props.send.emit(Action::Edit(edit));
        }
    };
    let item = |(place, sort): (usize, Sort)| {
        let (add, at) = (add.clone(), at.setter());
        html! {
            <li key={place}>
                <button type="button" class="palette-item" data-place={place.to_string()} draggable="true"
                    tabindex={if place == current { "0" } else { "-1" }} title={words::explained(lang, sort)}
                    onfocus={move |_| at.set(place)} onclick={move |_| add(sort)}
                    ondragstart={move |event: DragEvent| drop::begin(&event, sort)}>
                    <IconView icon={Icon::Activity(sort.kind())} /><span>{ words::name(lang, sort) }</span>
                </button>
            </li>
        }
    };
    let group = |tab: Tab| {
        let own: Vec<_> = shown.iter().copied().enumerate().filter(|(_, sort)| sort.tab() == tab).collect();
        let is_inert = tab == Tab::NotSimulated;
        if own.is_empty() && (is_search || !is_inert) {
            return Html::default();
        }
        let is_unfolded = is_search || *shows_inert;
        html! {
            <section key={words::group(lang, tab)} class={classes!(is_inert.then_some("is-inert"))}>
                if is_inert {
                    <h3><button type="button" class="quiet eyebrow" aria-expanded={is_unfolded.to_string()} onclick={{
                        let shows_inert = shows_inert.clone();
                        move |_| shows_inert.set(!*shows_inert)
                    }}>{ words::group(lang, tab) }</button></h3>
                } else {
                    <h3 class="eyebrow">{ words::group(lang, tab) }</h3>
                }
                if is_inert && is_unfolded {
                    <p class="small muted">{ fixed.not_simulated }</p>
                }
                <ul>
                    { for own.into_iter().map(|(place, sort)| html! {
                        <>
                            { item((place, sort)) }
                            if is_inert {
                                <li class="palette-why small muted">{ words::explained(lang, sort) }</li>
                            }
                        </>
                    }) }
                </ul>
            </section>
        }
    };
    let onkeydown = {
        let (node, count, is_open) = (node.clone(), shown.len(), is_open.clone());
        Callback::from(move |event: KeyboardEvent| {
            let is_field = event.target_dyn_into::<HtmlInputElement>().is_some();
            let next = match event.key().as_str() {
                "ArrowDown" if is_field => 0,
                "ArrowDown" => current + 1,
                "ArrowUp" if !is_field && current == 0 => return focus(&node, "input"),
                "ArrowUp" if !is_field => current - 1,
                "Home" if !is_field => 0,
                "End" if !is_field => count.saturating_sub(1),
                "Escape" if *is_open => {
                    event.prevent_default();
                    is_open.set(false);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            focus(&node, &format!("[data-place='{}']", next.min(count.saturating_sub(1))));
        })
    };
    let oninput = {
        let (typed, at) = (typed.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let fold = {
        let (send, preferences) = (props.send.clone(), props.preferences);
        let folded = Preferences { is_palette_folded: !preferences.is_palette_folded, ..preferences };
        Callback::from(move |_: MouseEvent| send.emit(Action::Prefer(folded)))
    };
    let toggle = {
        let is_open = is_open.clone();
        Callback::from(move |_: MouseEvent| is_open.set(!*is_open))
    };
    let is_folded = props.preferences.is_palette_folded;
    let class = classes!("palette", is_folded.then_some("is-folded"), is_open.then_some("is-open"));
    html! {
        <aside {class} aria-label={fixed.heading} ref={node} {onkeydown}>
            <button type="button" class="outlined palette-door" aria-expanded={is_open.to_string()} onclick={toggle.clone()}>
                <IconView icon={Icon::Add} />{ fixed.heading }
            </button>
            <div class="palette-head">
                <h2 class="eyebrow">{ fixed.heading }</h2>
                { fold_button(if is_folded { fixed.unfold } else { fixed.fold }, is_folded, fold) }
                <button type="button" class="quiet tool palette-close" aria-label={fixed.close} onclick={toggle}>
                    <IconView icon={Icon::Close} />
                </button>
            </div>
            <div class="palette-body">
                <input type="search" placeholder={fixed.search} aria-label={fixed.search} value={(*typed).clone()} {oninput} />
                <p class="small muted palette-how">{ fixed.how }</p>
                if shown.is_empty() && is_search {
                    <p class="small muted" role="status">{ fixed.nothing }</p>
                }
                { for Tab::ALL.into_iter().map(group) }
            </div>
        </aside>
    }
}

fn fold_button(label: &'static str, is_folded: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="quiet tool palette-fold" aria-label={label} title={label}
            aria-expanded={(!is_folded).to_string()} {onclick}>
            <IconView icon={if is_folded { Icon::Next } else { Icon::Previous }} />
        </button>
    }
}

/// Puts the focus on the first element inside that the selector names.
pub(super) fn focus(parent: &NodeRef, selector: &str) {
    let found = parent.cast::<Element>();
    let found = found.and_then(|parent| parent.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| wasm_bindgen::JsCast::dyn_into::<HtmlElement>(found).ok()) {
        let _ = element.focus();
    }
}

/// The same, unless something of the lab beyond the palette has the focus.
fn bring_focus(palette: &NodeRef, selector: &str) {
    let Some(element) = palette.cast::<Element>() else { return };
    let lab = element.closest(".lab").ok().flatten();
    let focused = lab.and_then(|lab| lab.query_selector(":focus").ok().flatten());
    if focused.is_none_or(|focused| element.contains(Some(&focused))) {
        focus(palette, selector);
    }
}
