//! Edits every parameter of the chosen activity, or of the scenario where none is chosen.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct InspectorProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
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
    let _ = props;
    Html::default()
}
