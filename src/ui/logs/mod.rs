//! The broadLog, the tracking log and the exclusion log of a delivery, page by page.

mod head;
mod rows;
mod tabs;

use yew::prelude::*;

use self::head::{figure_strip, heading};
use self::rows::log_table;
use self::tabs::{PANEL_ID, log_tabs, place, tab_id};
use crate::app::action::Action;
use crate::app::state::LogKind;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::rows::{ExclusionRow, TrackingRow};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::reveal::reveal;

/// How many rows a page has.
pub const PAGE: u64 = 25;

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

/// The rows that are computed all at once. Those of the broadLog are computed page by page.
#[derive(Debug, Default)]
struct WholeLogs {
    tracking: Vec<TrackingRow>,
    exclusions: Vec<ExclusionRow>,
}

/// The panel.
#[component]
pub fn LogPanel(props: &LogPanelProps) -> Html {
    let words = text::logs::of(props.lang);
    let top = use_node_ref();
    let whole = use_memo(
        (props.run.clone(), props.delivery, props.shown, props.kind),
        |(run, delivery, shown, kind)| match kind {
            LogKind::BroadLog => WholeLogs::default(),
            LogKind::TrackingLog => {
                WholeLogs { tracking: run.tracking_log(*delivery, *shown), ..WholeLogs::default() }
            }
            LogKind::ExclusionLog => {
                WholeLogs { exclusions: run.exclusion_log(*delivery, *shown), ..WholeLogs::default() }
            }
        },
    );
    use_effect_with(props.delivery, {
        // So that whoever chose a delivery sees that its logs are open.
        let top = top.clone();
        move |_| reveal(&top, ".logs-top")
    });
    let Some(row) = props.run.delivery_row(props.delivery, props.shown) else { return Html::default() };
    let totals = [row.figures.broad_logs, row.figures.tracking_logs, row.figures.ignored];
    let at = place(props.kind);
    let paging = Paging::new(props.page, PAGE, totals[at]);
    html! {
        <section ref={top} class="logs" aria-labelledby="logs-heading">
            <div class="logs-top">
                { heading(props, words, &row) }
                { figure_strip(props.lang, words, row.figures) }
                <div class="logs-bar">
                    { log_tabs(props.lang, props.kind, totals, &props.send) }
                    if totals[at] > 0 {
                        <Pager label={words.pager} {paging} lang={props.lang} on_turn={props.send.reform(Action::TurnToPage)} />
                    }
                </div>
            </div>
            <div id={PANEL_ID} role="tabpanel" aria-labelledby={tab_id(props.kind)} class="table-box" tabindex="0">
                if totals[at] == 0 {
                    <p class="nothing muted">{ words.empty[at] }</p>
                } else {
                    { log_table(props, words, &whole, paging) }
                }
            </div>
        </section>
    }
}

#[cfg(test)]
mod tests;
