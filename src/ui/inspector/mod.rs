//! Edits every parameter of the chosen activity, or of the scenario where none is chosen.

pub mod activity;
pub mod advanced;
pub mod choice;
pub mod delivery;
pub mod field;
pub mod forms;
pub mod parts;
pub mod pen;
pub mod query;
pub mod reading;
pub mod scenario;
pub mod schedule;
pub mod stimulus;
#[cfg(test)]
mod tests;
pub mod timed;
pub mod zone;

use std::rc::Rc;

use yew::prelude::*;

use self::activity::activity_form;
use self::pen::Pen;
use self::scenario::scenario_form;
use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// What was found wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// The moment shown.
    pub shown: SimTime,
    /// The name of the chosen activity.
    pub chosen: Option<Rc<str>>,
    /// Whether nothing may be changed.
    pub readonly: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Inspector(props: &InspectorProps) -> Html {
    let pen = Pen { lang: props.lang, readonly: props.readonly, send: props.send.clone() };
    let words = text::inspector::of(props.lang);
    let activity = props.chosen.as_ref().and_then(|name| props.scenario.workflow.activity(name));
    // What was typed for one activity must not turn up at another.
    let key = activity.map_or("", |activity| activity.name.as_str()).to_owned();
    html! {
        <aside class="inspector" aria-label={words.panel}>
            <div class="ins" {key}>
                { match activity {
                    Some(activity) => activity_form(props, &pen, activity),
                    None => scenario_form(props, &pen),
                } }
                if props.readonly {
                    <p class="ins-hint">{ words.readonly }</p>
                }
            </div>
        </aside>
    }
}
