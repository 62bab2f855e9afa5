//! A field with a list below it from which one entry is chosen by typing, arrows and Enter (ARIA combobox pattern).

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::reveal::reveal;

/// How many entries Page Down passes.
const PAGE: usize = 8;

/// Whether an entry can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verdict {
    /// It can.
    #[default]
    Fine,
    /// It can, and something about it is doubtful.
    Doubtful,
    /// It cannot; the remark says why.
    Refused,
}

/// One entry of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its icon.
    pub icon: Option<Icon>,
    /// Its name.
    pub name: AttrValue,
    /// What stands below the name: what it does, what is doubtful, or why it cannot be chosen.
    pub remark: AttrValue,
    /// What stands at its end, such as a key.
    pub hint: AttrValue,
    /// Whether it can be chosen.
    pub verdict: Verdict,
}

/// Props of the field.
#[derive(Clone, PartialEq, Properties)]
pub struct ComboboxProps {
    /// Begins the ids of its parts.
    pub id: &'static str,
    /// The name of the field.
    pub label: AttrValue,
    /// What is shown where nothing fits.
    pub nothing: AttrValue,
    /// The entries.
    pub entries: Shared<Vec<Entry>>,
    /// The places of the entries that fit what was typed, best first.
    pub order: Callback<String, Vec<usize>>,
    /// Words the number of entries that fit.
    pub found: Callback<usize, String>,
    /// Called with the place of the entry that was chosen.
    pub on_choose: Callback<usize>,
}

/// The field with its list.
#[component]
pub fn Combobox(props: &ComboboxProps) -> Html {
    let typed = use_state_eq(String::new);
    let at = use_state_eq(|| 0_usize);
    let list = use_node_ref();
    let order = props.order.emit((*typed).clone());
    let active = (*at).min(order.len().saturating_sub(1));
    use_effect_with((active, (*typed).clone()), {
        let list = list.clone();
        move |_| reveal(&list, "[aria-selected=true]")
    });
    let oninput = {
        let (typed, at) = (typed.setter(), at.setter());
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
            at.set(0);
        })
    };
    let choose = {
        let (entries, on_choose) = (props.entries.clone(), props.on_choose.clone());
        move |place: usize| {
            if entries.get(place).is_some_and(|entry| entry.verdict != Verdict::Refused) {
                on_choose.emit(place);
            }
        }
    };
    let onkeydown = {
        let (at, count, choose) = (at.setter(), order.len(), choose.clone());
        let chosen = order.get(active).copied();
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() || count == 0 {
                return;
            }
            let next = match event.key().as_str() {
                "ArrowDown" => (active + 1) % count,
                "ArrowUp" => (active + count - 1) % count,
                "PageDown" => (active + PAGE).min(count - 1),
                "PageUp" => active.saturating_sub(PAGE),
                "Enter" => {
                    event.prevent_default();
                    chosen.into_iter().for_each(&choose);
                    return;
                }
                _ => return,
            };
            event.prevent_default();
            at.set(next);
        })
    };
    let option_id = |place: usize| format!("{}-{place}", props.id);
    let list_id = format!("{}-list", props.id);
    let row = |(rank, place): (usize, &usize)| {
        let (place, choose) = (*place, choose.clone());
        let entry = props.entries.get(place)?;
        let (class, is_refused) = match entry.verdict {
            Verdict::Fine => ("", false),
            Verdict::Doubtful => ("is-doubtful", false),
            Verdict::Refused => ("is-refused", true),
        };
        Some(html! {
            <li key={place} role="option" id={option_id(place)} class={classes!("choice", class)}
                aria-selected={(rank == active).to_string()} aria-disabled={is_refused.then_some("true")}
                onmousedown={|event: MouseEvent| event.prevent_default()} onclick={move |_| choose(place)}>
                if let Some(icon) = entry.icon {
                    <span class="choice-icon"><IconView {icon} /></span>
                }
                <span class="choice-text">
                    <b>{ &entry.name }</b>
                    if !entry.remark.is_empty() {
                        <span class="choice-remark">{ &entry.remark }</span>
                    }
                </span>
                if !entry.hint.is_empty() {
                    <kbd>{ &entry.hint }</kbd>
                }
            </li>
        })
    };
    html! {
        <div class="combobox">
            <input type="text" role="combobox" autofocus=true autocomplete="off" spellcheck="false"
                aria-label={props.label.clone()} placeholder={props.label.clone()} aria-expanded="true"
                aria-autocomplete="list" aria-controls={list_id.clone()}
                aria-activedescendant={order.get(active).map(|place| option_id(*place))}
                value={(*typed).clone()} {oninput} {onkeydown} />
            <p class="visually-hidden" role="status">{ props.found.emit(order.len()) }</p>
            <ul role="listbox" class="pick-list" id={list_id} aria-label={props.label.clone()} ref={list}>
                { for order.iter().enumerate().filter_map(row) }
            </ul>
            if order.is_empty() {
                <p class="muted">{ &props.nothing }</p>
            }
        </div>
    }
}
