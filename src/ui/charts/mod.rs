//! A chart on the page: its take-away, its legend, the drawing or the same numbers as a table, and its files.

mod drawing;

use yew::prelude::*;

use self::drawing::{drawn, mark};
use crate::app::action::Action;
use crate::app::files::PictureForm;
use crate::app::reporting::ReportAction;
use crate::scene::chart::{Chart, LEAST_WIDTH, Table};
use crate::scene::charts::ChartId;
use crate::text::{self, Lang};
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::workflow::room::use_room;

/// Props of a chart.
#[derive(Clone, PartialEq, Properties)]
pub struct ChartViewProps {
    /// Which.
    pub id: ChartId,
    /// What is in it.
    pub chart: Chart,
    /// Whether it is shown as a table.
    pub is_table: bool,
    /// Further switches in its head.
    #[prop_or_default]
    pub children: Html,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The chart.
#[component]
pub fn ChartView(props: &ChartViewProps) -> Html {
    let words = text::reports::of(props.lang);
    let body = use_node_ref();
    let room = use_room(&body);
    let (id, chart) = (props.id, &props.chart);
    let part = |part: &str| format!("chart-{}-{part}", id.code());
    let report =
        |action: ReportAction| props.send.reform(move |_: MouseEvent| Action::Report(action.clone()));
    let form = |is_table: bool, name: &'static str| {
        html! {
            <button type="button" aria-pressed={(props.is_table == is_table).to_string()}
                onclick={report(ReportAction::ShowTable(id, is_table))}>{ name }</button>
        }
    };
    let file = |form: PictureForm, name: &'static str, short: &'static str| {
        html! {
            <button type="button" class="quiet chart-file" aria-label={format!("{name}: {}", chart.title)} title={name}
                onclick={report(ReportAction::SaveChart(id, form))}><IconView icon={Icon::Save} />{ short }</button>
        }
    };
    let is_empty = chart.is_empty();
    html! {
        <figure class="chart" data-chart={id.code()} aria-labelledby={part("title")}>
            <div class="chart-head">
                <h3 id={part("title")}>{ &chart.title }</h3>
                <div class="chart-tools">
                    { props.children.clone() }
                    <div class="segments" role="group" aria-label={format!("{}: {}", words.form, chart.title)}>
                        { form(false, words.chart) }
                        { form(true, words.table) }
                    </div>
                    { file(PictureForm::Svg, words.svg, "SVG") }
                    { file(PictureForm::Png, words.png, "PNG") }
                </div>
            </div>
            <figcaption id={part("takeaway")} class="takeaway">{ &chart.takeaway }</figcaption>
            <div ref={body} class="chart-body">
                if is_empty {
                    <p class="nothing muted">{ words.empty }</p>
                } else if props.is_table {
                    { table(chart, &part("title")) }
                } else {
                    <div class="chart-drawn">
                        <div class="chart-legend">
                            <span class="chart-unit">{ &chart.unit }</span>
                            { for chart.legend().into_iter().enumerate().map(|(at, (shape, name))| html! {
                                <span key={at} class="legend-entry">{ mark(shape) }{ name }</span>
                            }) }
                        </div>
                        { drawn(chart, f64::from(room.width()).max(LEAST_WIDTH), &part("title"), &part("takeaway")) }
                    </div>
                }
            </div>
        </figure>
    }
}

/// The numbers, where the keys reach each of them.
fn table(chart: &Chart, labelled_by: &str) -> Html {
    let Table { headings, rows } = chart.table();
    let class = |at: usize| (at + 1 == headings.len() || at > 0 && !is_words(&rows, at)).then_some("number");
    html! {
        <div class="table-box chart-table" role="region" aria-labelledby={labelled_by.to_owned()} tabindex="0">
            <table aria-labelledby={labelled_by.to_owned()}>
                <thead>
                    <tr>
                        { for headings.iter().enumerate().map(|(at, heading)| html! {
                            <th key={at} scope="col" class={class(at)}>{ heading }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().enumerate().map(|(place, row)| html! {
                        <tr key={place}>
                            { for row.iter().enumerate().map(|(at, words)| match at {
                                0 => html! { <th key={at} scope="row">{ words }</th> },
                                _ => html! { <td key={at} class={class(at)}>{ words }</td> },
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// Whether a column holds words and no numbers.
fn is_words(rows: &[Vec<String>], at: usize) -> bool {
    let cells = rows.iter().filter_map(|row| row.get(at));
    cells
        .filter(|words| !words.is_empty())
        .any(|words| !words.starts_with(|sign: char| sign.is_ascii_digit()))
}
