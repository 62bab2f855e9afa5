//! The data model with real rows: each log row has a line from its foreign key to the delivery it names.

use yew::prelude::*;

use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::keyed::{Below, Keyed, KeyedRows, keyed_rows};
use crate::log::rows::{BroadLogRow, TrackingRow};
use crate::plan::StepIdx;
use crate::text::comparison::{delivery_id, recipient};
use crate::text::format::{date_time, number};
use crate::text::variants::{self as words, VariantWords};
use crate::text::{Lang, activity, comparison};
use crate::ui::shared::Shared;

/// How many rows each log has.
const ROWS: usize = 3;
/// The height of a row, in the units of the lines; the style sheet has the same.
const ROW: usize = 26;
/// How many rows stand above the first one: the caption and the headings.
const ABOVE: usize = 2;
/// The width of the lines, in their units.
const WIDTH: usize = 40;

/// Props of the tables.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct KeyTablesProps {
    /// The name of the variant: what these tables are called by.
    pub(super) name: &'static str,
    /// The run.
    pub(super) run: Shared<RunLog>,
    /// The delivery activity.
    pub(super) step: StepIdx,
    /// The moment shown.
    pub(super) shown: SimTime,
    /// The delivery whose rows are looked at; none means the newest.
    pub(super) picked: Option<DeliveryIdx>,
    /// The language.
    pub(super) lang: Lang,
    /// Asks for the newest rows again.
    pub(super) on_newest: Callback<()>,
}

/// The tables.
#[component]
pub(super) fn KeyTables(props: &KeyTablesProps) -> Html {
    let words = words::of(props.lang);
    let rows = keyed_rows(&props.run, props.step, props.shown, props.picked, ROWS);
    html! {
        <section class="fk" aria-label={format!("{}: {}", words.model, props.name)}>
            <div class="fk-head">
                <h4 class="eyebrow">{ words.model }</h4>
                if props.picked.is_some() {
                    <button type="button" class="link small" onclick={props.on_newest.reform(|_: MouseEvent| ())}>{ words.newest }</button>
                }
            </div>
            <div class="fk-body">
                <div class="fk-logs">
                    { broad_log(props, words, &rows.broad_log) }
                    { tracking(props, words, &rows.tracking) }
                </div>
                { wires(&rows) }
                { deliveries(props, words, &rows) }
            </div>
            <p class="small fk-told">{ words::keys(props.lang, &rows) }</p>
        </section>
    }
}

/// The caption of a table: what it holds, and its schema.
fn caption(name: &'static str, schema: &'static str) -> Html {
    html! { <caption>{ name }{ " " }<span class="table-name" translate="no">{ schema }</span></caption> }
}

fn field(name: &'static str, class: Option<&'static str>) -> Html {
    html! { <th scope="col" class={classes!("field-name", class)} translate="no">{ name }</th> }
}

fn broad_log(props: &KeyTablesProps, words: &VariantWords, rows: &[Keyed<BroadLogRow>]) -> Html {
    let row = |(at, keyed): (usize, &Keyed<BroadLogRow>)| {
        let identity = props.run.plan().people.identity(keyed.row.recipient);
        html! {
            <tr key={format!("{}", keyed.row.id)} class="fk-row">
                <td class="number">{ number(props.lang, keyed.row.id) }</td>
                <td class="fk-extra">{ recipient(&identity) }</td>
                { key(props.lang, keyed.row.delivery, keyed.below, is_lit(rows, at)) }
            </tr>
        }
    };
    html! {
        <table class="fk-table">
            { caption(words.tables[1], "NmsBroadLogRcp") }
            <thead>
                <tr>{ field("iBroadLogId", Some("number")) }<th scope="col" class="fk-extra">{ comparison::of(props.lang).recipient }</th>{ field("iDeliveryId", None) }</tr>
            </thead>
            <tbody>
                { for rows.iter().enumerate().map(row) }
                { for (rows.len()..ROWS).map(|at| filler(at, rows.is_empty() && at == 0, words)) }
            </tbody>
        </table>
    }
}

fn tracking(props: &KeyTablesProps, words: &VariantWords, rows: &[Keyed<TrackingRow>]) -> Html {
    let row = |keyed: &Keyed<TrackingRow>| {
        html! {
            <tr key={format!("{}", keyed.row.id)} class="fk-row">
                <td class="number">{ number(props.lang, keyed.row.id) }</td>
                <td class="fk-when">{ date_time(props.lang, keyed.row.at) }</td>
                <td class="number fk-through">{ number(props.lang, keyed.row.broad_log) }</td>
            </tr>
        }
    };
    html! {
        <table class="fk-table">
            { caption(words.tables[2], "NmsTrackingLogRcp") }
            <thead>
                <tr>{ field("iTrackingLogId", Some("number")) }{ field("tsLog", Some("fk-when")) }{ field("broadLog-id", Some("number")) }</tr>
            </thead>
            <tbody>
                { for rows.iter().map(row) }
                { for (rows.len()..ROWS).map(|at| filler(at, rows.is_empty() && at == 0, words)) }
            </tbody>
        </table>
    }
}

fn deliveries(props: &KeyTablesProps, words: &VariantWords, rows: &KeyedRows) -> Html {
    let row = |delivery: &DeliveryIdx| {
        let listed = props.run.delivery_row(*delivery, props.shown);
        let state =
            listed.map(|listed| (listed.state.code(), activity::delivery_state(props.lang, listed.state)));
        html! {
            <tr key={*delivery} class={classes!("fk-row", (props.picked == Some(*delivery)).then_some("is-picked"))}>
                <th scope="row" class="fk-target">{ delivery_id(RunLog::delivery_number(*delivery)) }</th>
                <td class="number fk-state" title={state.map(|(_, name)| name)}>{ state.map(|(code, _)| code) }</td>
            </tr>
        }
    };
    let mut body: Vec<Html> = rows.deliveries.iter().map(row).collect();
    if rows.deliveries.is_empty() {
        body.push(filler(0, true, words));
    }
    if rows.more > 0 {
        let more = words::more(props.lang, rows.more as u64);
        body.push(html! { <tr key="more"><td colspan="2" class="muted">{ more }</td></tr> });
    }
    html! {
        <table class="fk-table fk-deliveries">
            { caption(words.tables[0], "NmsDelivery") }
            <thead><tr>{ field("sInternalName", None) }{ field("iState", Some("number fk-state")) }</tr></thead>
            <tbody>
                { for body }
            </tbody>
        </table>
    }
}

/// A row that keeps its place free.
fn filler(at: usize, says_so: bool, words: &VariantWords) -> Html {
    html! { <tr key={format!("empty-{at}")}><td colspan="3" class="muted">{ if says_so { words.no_rows } else { "\u{a0}" } }</td></tr> }
}

/// The foreign key, with a mark that says how it is to the one below.
fn key(lang: Lang, delivery: DeliveryIdx, below: Below, is_lit: bool) -> Html {
    let mark = match below {
        Below::Nothing => None,
        Below::Same => Some("="),
        Below::Other => Some("≠"),
    };
    let told = words::below(lang, below);
    html! {
        <td class={classes!("fk-key", is_lit.then_some("is-lit"))}>
            { delivery_id(RunLog::delivery_number(delivery)) }
            <span class="fk-mark" aria-hidden="true" title={told}>{ mark.unwrap_or("\u{a0}") }</span>
            <span class="visually-hidden">{ told }</span>
        </td>
    }
}

/// Whether the delivery of a row is another than that of a row beside it.
fn is_lit<T>(rows: &[Keyed<T>], at: usize) -> bool {
    let is_other = |at: usize| rows.get(at).is_some_and(|keyed| keyed.below == Below::Other);
    is_other(at) || at > 0 && is_other(at - 1)
}

/// The lines from log rows to their deliveries.
fn wires(rows: &KeyedRows) -> Html {
    let place_of = |delivery: DeliveryIdx| rows.deliveries.iter().position(|own| *own == delivery);
    let wire = |above: usize, at: usize, delivery: DeliveryIdx, key: String, class: Classes| {
        let to = place_of(delivery)?;
        let y = |above: usize, at: usize| (above + at) * ROW + ROW / 2;
        let (from, to) = (y(above, at), y(ABOVE, to));
        let half = WIDTH / 2;
        let d = format!("M0 {from}C{half} {from} {half} {to} {WIDTH} {to}");
        Some(html! { <path {key} class={classes!("fk-wire", class)} {d} /> })
    };
    let of_messages = rows.broad_log.iter().enumerate().filter_map(|(at, keyed)| {
        let class = classes!(is_lit(&rows.broad_log, at).then_some("is-lit"));
        wire(ABOVE, at, keyed.row.delivery, format!("m{}", keyed.row.id), class)
    });
    let of_tracking = rows.tracking.iter().enumerate().filter_map(|(at, keyed)| {
        let class = classes!("is-through", is_lit(&rows.tracking, at).then_some("is-lit"));
        wire(ABOVE * 2 + ROWS, at, keyed.row.delivery, format!("t{}", keyed.row.id), class)
    });
    let height = (ABOVE + ROWS) * 2 * ROW;
    html! {
        <svg class="fk-wires" viewBox={format!("0 0 {WIDTH} {height}")} width={WIDTH.to_string()} height={height.to_string()}
            preserveAspectRatio="none" aria-hidden="true">
            { for of_tracking.chain(of_messages) }
        </svg>
    }
}
