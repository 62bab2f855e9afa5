//! Play, pause, step, reset, speed, and the timeline.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::Player;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct TransportProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// The player.
    pub player: Player,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let _ = props;
    Html::default()
}
