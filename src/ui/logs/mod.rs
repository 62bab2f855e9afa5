//! The logs of a delivery, or of several: what became of their messages, the dashboard, the rows behind a figure.

mod dashboard;
mod filter;
mod found;
mod head;
pub mod marked;
mod rows;
mod tabs;

use yew::prelude::*;

use self::filter::LogFilter;
use self::found::{Found, use_rows};
use self::head::{figure_strip, heading, several};
use self::rows::log_table;
use self::tabs::{PANEL_ID, log_tabs, place, tab_id};
use crate::app::action::Action;
use crate::app::rows::{PAGE, RowsAction, RowsView, Traced};
use crate::app::state::LogKind;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::export::ExportOf;
use crate::log::indicators::Scope;
use crate::log::query::RowQuery;
use crate::text::{self, Lang, indicator};
use crate::ui::shared::Shared;
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::reveal::{reveal, reveal_from};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct LogPanelProps {
    /// The run.
    pub run: Shared<RunLog>,
    /// The moment shown.
    pub shown: SimTime,
    /// The delivery that is chosen.
    pub delivery: Option<DeliveryIdx>,
    /// Which log.
    pub kind: LogKind,
    /// Which page, from 0.
    pub page: u64,
    /// What of the rows is looked at.
    #[prop_or_default]
    pub rows: RowsView,
    /// Whether the dashboard is open at first.
    #[prop_or_default]
    pub has_dashboard: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel; nothing where neither a delivery is chosen nor a figure looked into.
#[component]
pub fn LogPanel(props: &LogPanelProps) -> Html {
    let top = use_node_ref();
    let looked = props.rows.looked_at(props.delivery, props.kind);
    let query = looked.clone().map(|Traced { scope, counted }| RowQuery {
        filter: props.rows.filter.clone(),
        ..RowQuery::of(scope, counted, props.shown)
    });
    let is_traced = props.rows.traced.is_some();
    let total = query.as_ref().map_or(0, |query| {
        match props.run.figures_of(&query.scope, query.moment).get(query.counted) {
            Some(figure) if query.filter.is_open() && !is_traced => figure,
            _ => u64::MAX,
        }
    });
    let page = Paging::new(props.page, PAGE, total).page();
    let found = use_rows(&props.run, query.clone(), page, PAGE);
    let last = match &found {
        Found::Rows(behind) => Paging::new(page, PAGE, behind.rows).page(),
        Found::Searching(_) => page,
    };
    use_effect_with((page, last), {
        // Earlier there are fewer rows: then the last page is shown.
        let send = props.send.clone();
        move |&(page, last)| {
            if last < page {
                send.emit(Action::TurnToPage(last));
            }
        }
    });
    use_effect_with((props.delivery, props.rows.traced.clone()), {
        // So that whoever chose a delivery or a figure sees what is open.
        let top = top.clone();
        move |_| {
            if is_traced {
                reveal_from(&top, ".logs-bar");
            } else {
                reveal(&top, ".logs-top");
            }
        }
    });
    let (Some(looked), Some(query)) = (looked, query) else { return Html::default() };
    let words = text::logs::of(props.lang);
    let delivery = match looked.scope {
        Scope::Delivery(delivery) => match props.run.delivery_row(delivery, props.shown) {
            Some(row) => Some(row),
            None => return Html::default(),
        },
        _ => None,
    };
    let figures = props.run.figures_of(&looked.scope, props.shown);
    let totals = [figures.broad_logs, figures.tracking_logs, figures.ignored];
    let export = {
        let query = query.clone();
        props
            .send
            .reform(move |_: MouseEvent| Action::Rows(RowsAction::Export(ExportOf::Rows(query.clone()))))
    };
    let table = looked.counted.table();
    html! {
        <section ref={top} class="logs" aria-labelledby="logs-heading">
            <div class="logs-top">
                { match &delivery {
                    Some(row) => heading(props, words, row),
                    None => several(props, &looked.scope),
                } }
                { figure_strip(props, words, &looked.scope, figures) }
                if let Some(row) = &delivery {
                    { dashboard::view(props, row) }
                }
                <div class="logs-bar">
                    { log_tabs(props.lang, props.kind, totals, &props.send) }
                    <button type="button" class="to-file" aria-label={text::rows::save_as_csv(props.lang, table)}
                        title={text::rows::save_as_csv(props.lang, table)} onclick={export}>{ text::rows::of(props.lang).export }</button>
                </div>
                <LogFilter run={props.run.clone()} shown={props.shown} looked={looked.clone()}
                    filter={props.rows.filter.clone()} lang={props.lang} send={props.send.clone()} />
            </div>
            { body(props, &looked, &query, &found) }
        </section>
    }
}

/// The table with its pager, or what stands in its place.
fn body(props: &LogPanelProps, looked: &Traced, query: &RowQuery, found: &Found) -> Html {
    let (lang, at) = (props.lang, place(props.kind));
    let words = text::logs::of(lang);
    let row_words = text::rows::of(lang);
    let content = match found {
        Found::Searching(permille) => {
            html! { <p class="nothing muted">{ text::rows::percent_done(lang, row_words.searching, *permille) }</p> }
        }
        Found::Rows(behind) if behind.rows == 0 && !query.filter.is_open() => {
            html! { <p class="nothing muted">{ row_words.no_row }</p> }
        }
        Found::Rows(behind) if behind.rows == 0 && behind.purged == 0 => {
            html! { <p class="nothing muted">{ words.empty[at] }</p> }
        }
        Found::Rows(behind) => {
            let paging = Paging::new(props.page, PAGE, behind.rows);
            log_table(props, words, &behind.page, paging)
        }
    };
    let (paging, count) = match found {
        Found::Rows(behind) => (Some(Paging::new(props.page, PAGE, behind.rows)), Some(behind)),
        Found::Searching(_) => (None, None),
    };
    let is_asked = props.rows.traced.is_some() || !query.filter.is_open();
    let leave = props.send.reform(|_: MouseEvent| Action::Rows(RowsAction::Trace(None)));
    html! {
        <>
            <div class="rows-bar">
                if let Some(behind) = count.filter(|_| is_asked) {
                    <p class="traced" role="status">
                        { text::rows::traced(lang, looked.counted, behind.count) }
                        if let Some(purged) = indicator::purged(lang, behind) {
                            { " " }<span class="muted">{ purged }</span>
                        }
                    </p>
                    if props.delivery.is_some() && props.rows.traced.is_some() {
                        <button type="button" class="quiet" onclick={leave}>{ row_words.whole_log }</button>
                    }
                }
                if let Some(paging) = paging.filter(|paging| paging.total() > 0) {
                    <Pager label={words.pager} {paging} {lang} on_turn={props.send.reform(Action::TurnToPage)} />
                }
            </div>
            <div id={PANEL_ID} role="tabpanel" aria-labelledby={tab_id(props.kind)} class="table-box" tabindex="0"
                aria-busy={matches!(found, Found::Searching(_)).then_some("true")}>
                { content }
            </div>
        </>
    }
}

#[cfg(test)]
mod tests;
