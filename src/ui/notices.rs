//! Messages to the person, until they are closed.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::notice::Notices;
use crate::text::Lang;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct NoticeListProps {
    /// The messages.
    pub notices: Notices,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn NoticeList(props: &NoticeListProps) -> Html {
    let _ = props;
    Html::default()
}
