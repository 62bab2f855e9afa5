//! The broadLog, the tracking log and the exclusion log of a delivery, page by page.

use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::LogKind;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::text::Lang;
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct LogPanelProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery.
    pub delivery: DeliveryIdx,
    /// Which log.
    pub kind: LogKind,
    /// Which page, from 0.
    pub page: u64,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn LogPanel(props: &LogPanelProps) -> Html {
    let _ = props;
    Html::default()
}
