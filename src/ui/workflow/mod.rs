//! The workflow drawn left to right, with live counts on its transitions.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::Player;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scenario::finding::Finding;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct WorkflowPanelProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// What is wrong or doubtful.
    pub findings: Shared<[Finding]>,
    /// The player.
    pub player: Player,
    /// The name of the chosen activity.
    pub chosen: Option<Rc<str>>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn WorkflowPanel(props: &WorkflowPanelProps) -> Html {
    let _ = props;
    Html::default()
}
