//! The one change that the tour proposes.

use yew::prelude::*;

use super::CoachProps;
use super::parts::open_sample;
use crate::app::action::Action;
use crate::lesson::ground;
use crate::text::coach;

/// The button that makes the change, or what it has done.
pub(super) fn change(props: &CoachProps) -> Html {
    let words = props.words();
    let widget = if let Some(made) = ground::change_made(&props.scenario) {
        let told = coach::changed(props.lang, &made.label, made.at, &made.creative.subject);
        html! { <p class="done" role="status">{ told }</p> }
    } else if let Some(change) = ground::change(&props.scenario, props.lang) {
        html! {
            <button type="button" class="primary" onclick={props.on(Action::Edit(change.edit()))}>
                { coach::change(props.lang, &change.label, change.at) }
            </button>
        }
    } else {
        return html! {
            <>
                <p>{ words.no_change }</p>
                { open_sample(props) }
            </>
        };
    };
    html! {
        <>
            { widget }
            <p class="aside"><strong>{ words.assumption }</strong>{ " " }{ words.change_assumption }</p>
        </>
    }
}
