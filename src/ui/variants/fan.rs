//! The fan of seeds: run when asked for, as a chart, a sentence and a table of the same numbers.

use yew::prelude::*;

use super::meter;
use crate::app::action::Action;
use crate::app::files::PictureForm;
use crate::app::trials::{Fan, Trials};
use crate::app::variants::VariantAction;
use crate::log::fan::{Band, FanMeasure, SEEDS, bands, points};
use crate::scenario::Scenario;
use crate::scene::fan_chart::{FanChart, SIZE};
use crate::text::fan::{self as words, FanWords};
use crate::text::format::number;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::select::{Select, choice};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FanPanelProps {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// What was run besides it.
    pub(super) trials: Shared<Trials>,
    /// What is shown.
    pub(super) measure: FanMeasure,
    /// Whether the scenario itself was run.
    pub(super) is_current: bool,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// What the chart is offered as.
const FILES: [(PictureForm, &str); 2] = [(PictureForm::Svg, "SVG"), (PictureForm::Png, "PNG")];

/// The numbers of a measure at each point.
struct Numbers {
    weeks: Vec<u32>,
    bands: Vec<Band>,
    present: Vec<u64>,
}

/// The panel.
#[component]
pub(super) fn FanPanel(props: &FanPanelProps) -> Html {
    let words = words::of(props.lang);
    let fan = props.trials.fan(props.scenario.rc());
    let seeds = fan.lines.len() as u64;
    html! {
        <section class="fan" aria-label={words.heading}>
            <div class="fan-head">
                <h3>{ words.heading }</h3>
                <p class="muted">{ words.intro }</p>
                { control(props, words, &fan) }
            </div>
            if let Some(numbers) = numbers(props, &fan) {
                { shown(props, words, &numbers, seeds) }
            }
        </section>
    }
}

fn control(props: &FanPanelProps, words: &FanWords, fan: &Fan) -> Html {
    let act =
        |action: fn() -> VariantAction| props.send.reform(move |_: MouseEvent| Action::Variant(action()));
    let seeds = fan.lines.len() as u64;
    if fan.is_complete() {
        return Html::default();
    }
    if fan.is_running {
        let permille = u32::try_from(seeds * 1_000 / SEEDS).unwrap_or(1_000);
        return html! {
            <div class="fan-control">
                { meter(words.running, permille) }
                <span class="small muted">{ words::done(props.lang, seeds) }</span>
                <button type="button" class="outlined" onclick={act(|| VariantAction::CancelFan)}>{ words.cancel }</button>
            </div>
        };
    }
    html! {
        <div class="fan-control">
            <button type="button" class="outlined" disabled={!props.is_current} onclick={act(|| VariantAction::BeginFan)}>
                { if seeds == 0 { words.begin } else { words.go_on } }
            </button>
            if seeds > 0 {
                <span class="small muted">{ words::done(props.lang, seeds) }</span>
            }
        </div>
    }
}

/// What is to be shown, as soon as there is a seed beside the present one.
fn numbers(props: &FanPanelProps, fan: &Fan) -> Option<Numbers> {
    let bands = bands(fan.lines.iter().map(AsRef::as_ref), props.measure);
    let present = fan.present.as_ref()?.values(props.measure).to_vec();
    let weeks = points(props.scenario.weeks);
    (bands.len() == weeks.len() && present.len() == weeks.len()).then_some(Numbers { weeks, bands, present })
}

fn shown(props: &FanPanelProps, words: &FanWords, numbers: &Numbers, seeds: u64) -> Html {
    let chosen = props.measure.place();
    let on_choose = props.send.reform(|at: usize| {
        let measure = FanMeasure::ALL.get(at).copied().unwrap_or_default();
        Action::Variant(VariantAction::ShowMeasure(measure))
    });
    let (band, present) = (numbers.bands.last(), numbers.present.last());
    let sentence = band
        .zip(present)
        .map(|(band, present)| words::take_away(props.lang, props.scenario.weeks, seeds, band, *present));
    html! {
        <>
            <div class="fan-bar">
                <Select label={words.measure} {chosen} {on_choose}>
                    { for words.measures.iter().enumerate().map(|(at, name)| choice(at, at == chosen, *name)) }
                </Select>
                <ul class="fan-legend small">
                    <li class="of-present">{ words.present }</li>
                    <li class="of-median">{ words.median }</li>
                    <li class="of-band">{ words.band }</li>
                </ul>
                <div class="fan-files">{ for FILES.map(|(form, short)| file(props, words, form, short)) }</div>
            </div>
            { chart(props.lang, words, numbers) }
            <p class="take-away">{ sentence }</p>
            <details class="fan-table">
                <summary>{ words.table }</summary>
                <div class="table-box" role="region" aria-label={words.table} tabindex="0">{ table(props.lang, words, numbers) }</div>
            </details>
        </>
    }
}

/// A button that offers the chart as a file.
fn file(props: &FanPanelProps, words: &FanWords, form: PictureForm, short: &'static str) -> Html {
    let reports = text::reports::of(props.lang);
    let name = if form == PictureForm::Svg { reports.svg } else { reports.png };
    let save = props.send.reform(move |_: MouseEvent| Action::Variant(VariantAction::SaveFan(form)));
    html! {
        <button key={short} type="button" class="quiet chart-file" aria-label={format!("{name}: {}", words.heading)} title={name}
            onclick={save}><IconView icon={Icon::Save} />{ short }</button>
    }
}

fn chart(lang: Lang, words: &FanWords, numbers: &Numbers) -> Html {
    let chart = FanChart::new(&numbers.weeks, &numbers.bands, &numbers.present);
    let percent = |at: f64| format!("{:.2}%", at / SIZE * 100.0);
    let line = |class: &'static str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)| {
        html! { <line {class} x1={x1.to_string()} y1={y1.to_string()} x2={x2.to_string()} y2={y2.to_string()} /> }
    };
    html! {
        <figure class="fan-chart" aria-hidden="true">
            <div class="fan-plot">
                <svg key="plot" viewBox={format!("0 0 {SIZE} {SIZE}")} preserveAspectRatio="none">
                    { for chart.values.iter().map(|(y, _)| line("fan-grid", (0.0, *y), (SIZE, *y))) }
                    <path class="fan-band" d={chart.band.clone()} />
                    <path class="fan-median" d={chart.median.clone()} />
                    <path class="fan-present" d={chart.present.clone()} />
                </svg>
                { for chart.values.iter().map(|(y, value)| html! {
                    <span key={format!("value-{value}")} class="fan-value" style={format!("inset-block-start: {}", percent(*y))}>{ number(lang, *value) }</span>
                }) }
                { for chart.weeks.iter().map(|(x, week)| html! {
                    <span key={format!("week-{week}")} class="fan-week" style={format!("inset-inline-start: {}", percent(*x))}>{ number(lang, (*week).into()) }</span>
                }) }
            </div>
            <figcaption class="small muted">{ words.week }</figcaption>
        </figure>
    }
}

fn table(lang: Lang, words: &FanWords, numbers: &Numbers) -> Html {
    let rows = numbers.weeks.iter().zip(&numbers.bands).zip(&numbers.present);
    html! {
        <table aria-label={words.heading}>
            <thead>
                <tr>
                    <th key="week" scope="col" class="number">{ words.week }</th>
                    { for words.columns.iter().map(|name| html! { <th key={*name} scope="col" class="number">{ name }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for rows.map(|((week, band), present)| html! {
                    <tr key={*week}>
                        <th scope="row" class="number">{ week }</th>
                        { for [band.low, band.median, band.high, *present].map(|count| html! { <td class="number">{ number(lang, count) }</td> }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
