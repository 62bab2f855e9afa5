//! What this is, in a box.

use yew::prelude::*;

use crate::app::action::Action;
use crate::text::Lang;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct AboutBoxProps {
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn AboutBox(props: &AboutBoxProps) -> Html {
    let _ = props;
    Html::default()
}
