//! The one card of a continuous delivery with a stratum for each run; a second one where a change began another.

use yew::prelude::*;

use super::{SideProps, open, said_of, you_said};
use crate::app::predicted::SaidOf;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::series::{Stratum, reason, strata};
use crate::text;
use crate::text::comparison::delivery_id;
use crate::text::format::number;

/// More strata than this are drawn together.
const MOST: usize = 400;
/// More than this stand without a line between them.
const LINED: usize = 130;
/// How many deliveries have strata of their own; older ones are chips.
const LARGE: usize = 2;
/// The width of the strata in their own units.
const WIDTH: f64 = 1_000.0;

/// The cards.
#[component]
pub(super) fn GrowingCards(props: &SideProps) -> Html {
    let by_runs = use_state_eq(|| false);
    let (panel, made) = (&props.panel, props.series.made());
    let words = text::comparison::of(panel.lang);
    let (chips, large) = made.split_at(made.len().saturating_sub(LARGE));
    let scale = |is_runs: bool, name: &'static str| {
        let by_runs = by_runs.clone();
        html! {
            <button type="button" aria-pressed={(*by_runs == is_runs).to_string()} onclick={move |_| by_runs.set(is_runs)}>
                { name }
            </button>
        }
    };
    html! {
        <div class="growing">
            if !made.is_empty() {
                <div class="segments strata-scale" role="group" aria-label={words.scale}>
                    { scale(false, words.by_rows) }
                    { scale(true, words.by_runs) }
                </div>
            }
            if !chips.is_empty() {
                <div class="old-deliveries">
                    { for chips.iter().map(|&delivery| chip(props, delivery)) }
                </div>
            }
            { for large.iter().map(|&delivery| card(props, delivery, *by_runs)) }
            { said(props) }
            if made.is_empty() {
                <p class="grown is-later muted">{ words.no_rows }</p>
            }
        </div>
    }
}

/// The card of a delivery with its strata.
fn card(props: &SideProps, delivery: DeliveryIdx, by_runs: bool) -> Html {
    let (panel, lang) = (&props.panel, props.panel.lang);
    let Some(row) = panel.run.record().deliveries.get(delivery) else { return Html::default() };
    let is_newest = props.series.made().last() == Some(&delivery);
    let mut strata = strata(&panel.run, delivery, panel.shown, MOST);
    if panel.hides_future {
        strata.retain(|one| one.is_there);
    }
    let there: Vec<_> = strata.iter().filter(|one| one.is_there).collect();
    let rows = there.iter().map(|one| one.rows).sum();
    let runs = panel.run.batches_of(row).filter(|batch| batch.at <= panel.shown).count() as u64;
    let number = RunLog::delivery_number(delivery);
    let told = if is_newest {
        text::comparison::reason(lang, reason(&panel.run, delivery), row.created_at)
    } else {
        text::comparison::kept(lang, rows)
    };
    // A name stands for all that is in the button.
    let mut name = format!("{}, {told}", text::comparison::grown(lang, number, &row.label, runs, rows));
    if let Some(said) = said_of(panel, &props.series, SaidOf::Batches).filter(|_| is_newest) {
        name = format!("{name}, {}", text::course::panel::said(lang, said));
    }
    html! {
        <button key={delivery} type="button" aria-pressed={(panel.delivery == Some(delivery)).to_string()}
            class={classes!("grown", (!is_newest).then_some("is-old"))} onclick={open(props, delivery)}
            aria-label={name}>
            <span class="grown-head">
                <b class="grown-label">{ &*row.label }</b>
                <span class="grown-id">{ delivery_id(number) }</span>
                <span class="grown-why">{ told }</span>
            </span>
            { drawn(props, &strata, by_runs, there.len().checked_sub(1).filter(|_| is_newest)) }
            if is_newest {
                { you_said(panel, &props.series, SaidOf::Batches) }
            }
            if let Some(last) = there.last().filter(|_| is_newest) {
                <span class="grown-foot">
                    <span>{ strata.first().map(|first| text::comparison::first_run(lang, first)) }</span>
                    <span>{ text::comparison::added(lang, last.run, newest_rows(props, delivery, last)) }</span>
                </span>
            }
        </button>
    }
}

/// As many places as were said, where more deliveries were said than there are.
fn said(props: &SideProps) -> Html {
    let said = said_of(&props.panel, &props.series, SaidOf::Deliveries).unwrap_or(0);
    let made = props.series.made as u64;
    if said <= made.max(1) {
        return Html::default();
    }
    html! {
        <div class="instance-grid is-dense said-places" aria-hidden="true">
            { for (made..said.min(MOST as u64)).map(|place| html! { <span key={place} class="instance is-said"></span> }) }
        </div>
    }
}

/// How many rows the newest run alone added, where several are drawn as one.
fn newest_rows(props: &SideProps, delivery: DeliveryIdx, last: &Stratum) -> u64 {
    let run = &props.panel.run;
    let row = run.record().deliveries.get(delivery);
    let newest = row.and_then(|row| run.batches_of(row).rev().find(|batch| batch.at == last.at));
    newest.map_or(last.added, |batch| batch.to_deliver.len())
}

/// The strata; `marked` is the place of the newest, if it is to be marked.
fn drawn(props: &SideProps, strata: &[Stratum], by_runs: bool, marked: Option<usize>) -> Html {
    let lang = props.panel.lang;
    let total = strata.last().map_or(0, |last| last.below + last.rows).max(1) as f64;
    let is_lined = strata.len() <= LINED;
    let one = |(place, stratum): (usize, &Stratum)| {
        let (x, width) = if by_runs {
            (place as f64 * WIDTH / strata.len() as f64, WIDTH / strata.len() as f64)
        } else {
            (stratum.below as f64 * WIDTH / total, stratum.rows as f64 * WIDTH / total)
        };
        let is_new = marked == Some(place);
        let is_purged = stratum.rows == 0 && stratum.added > 0;
        let class = classes!(
            "stratum",
            (!stratum.is_there).then_some("is-later"),
            is_purged.then_some("is-purged"),
            is_new.then_some("is-new")
        );
        html! {
            <rect key={format!("{place}-{}", stratum.is_there)} {class} x={format!("{x:.2}")} y="0" width={format!("{width:.2}")} height="10">
                if is_lined && stratum.is_there {
                    <title>{ text::comparison::stratum(lang, stratum) }</title>
                }
            </rect>
        }
    };
    html! {
        <svg class={classes!("strata", is_lined.then_some("is-lined"))} viewBox={format!("0 0 {WIDTH} 10")}
            preserveAspectRatio="none" aria-hidden="true">
            { for strata.iter().enumerate().map(one) }
        </svg>
    }
}

/// An old delivery where there are many: its number and its rows.
fn chip(props: &SideProps, delivery: DeliveryIdx) -> Html {
    let (panel, lang) = (&props.panel, props.panel.lang);
    let Some(row) = panel.run.record().deliveries.get(delivery) else { return Html::default() };
    let rows = panel.run.figures_of_delivery(delivery, panel.shown).broad_logs;
    let number_of = RunLog::delivery_number(delivery);
    let name = text::comparison::grown(lang, number_of, &row.label, row.batches.len() as u64, rows);
    let why = text::comparison::reason(lang, reason(&panel.run, delivery), row.created_at);
    html! {
        <button key={delivery} type="button" class="old-delivery" aria-pressed={(panel.delivery == Some(delivery)).to_string()}
            aria-label={name.clone()} title={format!("{name}, {why}")} onclick={open(props, delivery)}>
            <b>{ delivery_id(number_of) }</b>{ " " }{ number(lang, rows) }
        </button>
    }
}
