//! The delivery list with the console's columns.

use yew::prelude::*;

use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct DeliveryListProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn DeliveryList(props: &DeliveryListProps) -> Html {
    let _ = props;
    Html::default()
}
