//! Many small cards beside one that grows: the deliveries of each delivery activity.

use yew::prelude::*;

use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct ComparisonProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery whose logs are open.
    pub delivery: Option<DeliveryIdx>,
    /// Whether only the headlines are wanted.
    pub is_compact: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Comparison(props: &ComparisonProps) -> Html {
    let _ = props;
    Html::default()
}
