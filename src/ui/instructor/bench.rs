//! The bench beside the lab: the list of steps, and the form of the one that is chosen.

use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;
use yew::prelude::*;

pub(in crate::ui) use super::kit::BenchProps;
use super::kit::tool;
use super::{form, steps};
use crate::app::instructor::InstructorAction;
use crate::lesson::authoring::lesson;
use crate::text::instructor::{self as says, Say};
use crate::ui::shell::icon::Icon;

/// The bench.
#[component]
pub(in crate::ui) fn BenchPanel(props: &BenchProps) -> Html {
    let panel = use_node_ref();
    use_wish(&props.bench.wish, &panel);
    let bench = &props.bench;
    let count = lesson(&bench.draft).map_or(0, |lesson| lesson.steps.len());
    let status = match bench.chosen {
        Some(place) => format!(
            "{} {}",
            says::moved(props.lang, place + 1, count),
            says::to_mend(props.lang, bench.faults())
        ),
        None => says::to_mend(props.lang, bench.faults()),
    };
    html! {
        <aside class="coach bench" aria-label={props.say(Say::Bench)} ref={panel}>
            <div class="coach-top">
                <p class="eyebrow">{ props.say(Say::Bench) }</p>
                { tool(Icon::Undo, props.say(Say::Undo), !bench.can_undo(), props.on(InstructorAction::Undo)) }
                { tool(Icon::Redo, props.say(Say::Redo), !bench.can_redo(), props.on(InstructorAction::Redo)) }
                { tool(Icon::Close, props.say(Say::CloseBench), false, props.on(InstructorAction::Close)) }
            </div>
            { steps::list(props) }
            { form::view(props) }
            <p class="visually-hidden" role="status">{ status }</p>
        </aside>
    }
}

/// Goes to the field that is wished for.
#[hook]
fn use_wish(wish: &(u64, Option<String>), panel: &NodeRef) {
    let panel = panel.clone();
    use_effect_with(wish.clone(), move |(_, id)| {
        let (Some(id), Some(panel)) = (id, panel.cast::<HtmlElement>()) else { return };
        let found = panel.query_selector(&format!("[id=\"{id}\"]")).ok().flatten();
        if let Some(field) = found.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
            let _ = field.focus();
            field.scroll_into_view_with_bool(false);
        }
    });
}
