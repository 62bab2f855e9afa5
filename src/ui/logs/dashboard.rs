//! The dashboard of one delivery: its dates and template, its message, its runs with their figures.

use yew::prelude::*;

use super::LogPanelProps;
use crate::app::action::Action;
use crate::app::rows::RowsAction;
use crate::engine::record::{Batch, Delivery};
use crate::log::list::DeliveryRow;
use crate::log::query::RowFilter;
use crate::plan::Work;
use crate::text::deliveries::stamp;
use crate::text::format::number;
use crate::text::rows::Rows;
use crate::text::{self, activity};
use crate::ui::widgets::pager::Pager;
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::table::{Heading, head, row as table_row};

/// How many runs a page has.
const PAGE: u64 = 12;

/// The dashboard, which unfolds.
pub(super) fn view(props: &LogPanelProps, row: &DeliveryRow) -> Html {
    let words = text::rows::of(props.lang);
    let Some(delivery) = props.run.record().deliveries.get(row.delivery) else { return Html::default() };
    html! {
        <details class="dashboard" key={row.delivery as u64} open={props.has_dashboard}>
            <summary>{ words.dashboard }</summary>
            <div class="dashboard-parts">
                { facts(props, words, row, delivery) }
                { message(words, delivery) }
                <RunTable panel={props.clone()} row={row.clone()} />
            </div>
        </details>
    }
}

fn facts(props: &LogPanelProps, words: &Rows, row: &DeliveryRow, delivery: &Delivery) -> Html {
    let lang = props.lang;
    let step = props.run.plan().steps.get(delivery.step);
    let template = match step.map(|step| &step.work) {
        Some(Work::Continuous(template)) => {
            props.run.plan().templates.get(*template).map(|template| template.label.to_string())
        }
        _ => Some(words.own_copy.to_owned()),
    };
    let values = [
        stamp(lang, delivery.created_at),
        stamp(lang, row.last_modified),
        template.unwrap_or_default(),
        step.map(|step| step.label.to_string()).unwrap_or_default(),
    ];
    html! {
        <dl class="dashboard-facts">
            { for words.facts.into_iter().zip(values).map(|(name, value)| html! {
                <div key={name}><dt>{ name }</dt><dd>{ value }</dd></div>
            }) }
        </dl>
    }
}

/// The message as it was written, with the fields that each recipient fills in.
fn message(words: &Rows, delivery: &Delivery) -> Html {
    let creative = &delivery.creative;
    html! {
        <article class="message-preview" aria-label={words.message}>
            <p><small class="muted">{ words.subject }</small>{ " " }<strong>{ &creative.subject }</strong></p>
            if !creative.preheader.is_empty() {
                <p class="muted">{ &creative.preheader }</p>
            }
            <p class="message-body">{ &creative.body }</p>
            if !creative.links.is_empty() {
                <p class="small muted">{ words.links }</p>
                <ul class="message-links">
                    { for creative.links.iter().enumerate().map(|(at, link)| html! {
                        <li key={at} class="url">{ link }</li>
                    }) }
                </ul>
            }
        </article>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RunTableProps {
    panel: LogPanelProps,
    row: DeliveryRow,
}

/// The runs that wrote into the delivery, the newest first.
#[component]
fn RunTable(props: &RunTableProps) -> Html {
    let (panel, row) = (&props.panel, &props.row);
    let words = text::rows::of(panel.lang);
    let page = use_state_eq(|| 0_u64);
    let Some(delivery) = panel.run.record().deliveries.get(row.delivery) else { return Html::default() };
    let made: Vec<&Batch> =
        panel.run.batches_of(delivery).take_while(|batch| batch.at <= panel.shown).collect();
    let newest: Vec<&Batch> = made.into_iter().rev().collect();
    let paging = Paging::new(*page, PAGE, newest.len() as u64);
    let numbers = [true, false, false, false, true, true, true, true, true];
    let headings: Vec<Heading> = words
        .run_columns
        .into_iter()
        .zip(numbers)
        .map(|(label, is_number)| Heading { label, field: "", is_number })
        .collect();
    let on_turn = {
        let page = page.setter();
        Callback::from(move |wanted| page.set(wanted))
    };
    html! {
        <div class="dashboard-runs">
            <div class="rows-bar"><h3>{ words.runs }</h3>
                <Pager label={words.runs} {paging} lang={panel.lang} {on_turn} /></div>
            <div class="table-box" role="region" aria-label={words.runs} tabindex="0">
                <table role="table" class="stacking" aria-label={words.runs} aria-rowcount={(newest.len() + 1).to_string()}>
                    { head(&headings) }
                    <tbody role="rowgroup">
                        { for paging.of(&newest).iter().map(|batch| run_row(panel, words, &headings, batch)) }
                    </tbody>
                </table>
            </div>
        </div>
    }
}

fn run_row(props: &LogPanelProps, words: &Rows, headings: &[Heading], batch: &Batch) -> Html {
    let lang = props.lang;
    let figures = props.run.figures_of_batch(batch, props.shown);
    let run = batch.occurrence + 1;
    let filter = RowFilter { run: Some(run), ..RowFilter::default() };
    let show = props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Filter(filter.clone())));
    let count = |count: u64| html! { number(lang, count) };
    let name = text::rows::behind(lang, &format!("{} {run}", words.run), figures.broad_logs);
    let contents = vec![
        html! { <button type="button" class="row-link" aria-label={name.clone()} title={name} onclick={show}>{ number(lang, run.into()) }</button> },
        html! { stamp(lang, batch.at) },
        match batch.sent_at.filter(|at| *at <= props.shown) {
            Some(at) => html! { stamp(lang, at) },
            None => html! { <span class="muted">{ words.not_sent }</span> },
        },
        html! { activity::delivery_state(lang, batch.state_at(props.shown)) },
        count(figures.to_deliver + figures.ignored),
        count(figures.to_deliver),
        count(figures.ignored),
        count(figures.success),
        count(figures.failed),
    ];
    table_row(u64::from(run), headings, contents)
}
