//! The guided tour beside the page, one step at a time.

use yew::prelude::*;

use crate::app::action::Action;
use crate::lesson::prediction::Counted;
use crate::lesson::tour::Tour;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct CoachProps {
    /// The learner's progress.
    pub tour: Tour,
    /// What the present run comes to.
    pub counted: Counted,
    /// Whether the goal of the step is met.
    pub may_go_on: bool,
    /// Whether the player plays.
    pub is_playing: bool,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Coach(props: &CoachProps) -> Html {
    let _ = props;
    Html::default()
}
