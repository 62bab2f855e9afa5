//! A menu at a place, closed by Escape, Tab or a look elsewhere (ARIA menu pattern).

use web_sys::{Element, FocusEvent, Node};
use yew::prelude::*;

use super::palette::focus;
use crate::app::action::Action;
use crate::ui::widgets::after_paint::after_paint;

/// One entry.
#[derive(Clone, Debug)]
pub struct MenuItem {
    /// Its name.
    pub name: AttrValue,
    /// What it does, in order.
    pub actions: Vec<Action>,
}

/// Props of a menu.
#[derive(Clone, PartialEq, Properties)]
pub struct MenuProps {
    /// Its name.
    pub label: AttrValue,
    /// How far below the top of what it lies over, in pixels.
    pub top: i32,
    /// The names of its entries.
    pub names: Vec<AttrValue>,
    /// Called with the place of the chosen entry; none where it is closed without a choice.
    pub on_close: Callback<Option<usize>>,
    /// Called when the focus went elsewhere.
    pub on_leave: Callback<()>,
}

/// An open menu; it is closed by not rendering it.
#[component]
pub fn Menu(props: &MenuProps) -> Html {
    let node = use_node_ref();
    let count = props.names.len();
    use_effect_with((), {
        let node = node.clone();
        move |()| {
            focus(&node, "[data-item='0']");
            // Near the lower end it may lie outside of what is seen.
            if let Some(menu) = node.cast::<Element>() {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                menu.scroll_into_view_with_scroll_into_view_options(&options);
            }
        }
    });
    let onkeydown = {
        let (node, on_close) = (node.clone(), props.on_close.clone());
        Callback::from(move |event: KeyboardEvent| {
            let at = event.target_dyn_into::<Element>().and_then(|item| item.get_attribute("data-item"));
            let at: usize = at.and_then(|at| at.parse().ok()).unwrap_or_default();
            event.stop_propagation();
            let next = match event.key().as_str() {
                "ArrowDown" => (at + 1) % count.max(1),
                "ArrowUp" => (at + count.saturating_sub(1)) % count.max(1),
                "Home" => 0,
                "End" => count.saturating_sub(1),
                "Escape" | "Tab" => {
                    event.prevent_default();
                    return on_close.emit(None);
                }
                _ => return,
            };
            event.prevent_default();
            focus(&node, &format!("[data-item='{next}']"));
        })
    };
    let onfocusout = {
        let (node, on_leave) = (node.clone(), props.on_leave.clone());
        Callback::from(move |event: FocusEvent| {
            let next = event.related_target();
            let next = next.and_then(|next| wasm_bindgen::JsCast::dyn_into::<Node>(next).ok());
            let is_inside = node.cast::<Node>().is_some_and(|menu| menu.contains(next.as_ref()));
            if next.is_none() {
                let (node, on_leave) = (node.clone(), on_leave.clone());
                after_paint(move || {
                    if node.cast::<Element>().is_some_and(|menu| is_left(&menu)) {
                        on_leave.emit(());
                    }
                });
            } else if !is_inside {
                on_leave.emit(());
            }
        })
    };
    html! {
        <div role="menu" class="menu" tabindex="-1" aria-label={props.label.clone()} ref={node} {onkeydown} {onfocusout}
            style={format!("inset-block-start: {}px", props.top)}>
            { for props.names.iter().enumerate().map(|(place, name)| {
                let onclick = props.on_close.reform(move |_: MouseEvent| Some(place));
                html! {
                    <button key={place} type="button" role="menuitem" tabindex="-1" data-item={place.to_string()} {onclick}>{ name }</button>
                }
            }) }
        </div>
    }
}

/// Whether the page has the focus, but nothing of an open menu has it; the focus of another window is none of ours.
fn is_left(menu: &Element) -> bool {
    let document = menu.owner_document().filter(|_| menu.is_connected());
    let is_here = document.is_some_and(|document| document.has_focus().unwrap_or(false));
    is_here && !menu.matches(":focus-within").unwrap_or(true)
}
