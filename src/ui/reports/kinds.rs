//! How many reports each delivery activity has, and what the single ones say beside the cumulated one.

use yew::prelude::*;

use super::ReportsProps;
use crate::app::action::Action;
use crate::app::reporting::{ReportAction, Subject};
use crate::log::figures::Figures;
use crate::log::growth::Growth;
use crate::log::indicators::{Basis, BasisPoints};
use crate::log::series::Series;
use crate::text::format::number;
use crate::text::reports::{Reports as Words, range, rate_range};
use crate::text::{indicator, label};
use crate::ui::widgets::kind_mark::kind_mark;

pub(super) fn comparison(props: &ReportsProps, words: &'static Words, growth: &Growth) -> Html {
    let series = Series::all(&props.run, props.shown);
    let rows = series.iter().filter(|one| growth.steps.contains(&one.step));
    html! {
        <div class="kinds">
            <h3>{ words.kinds }</h3>
            <div class="table-scroll" role="region" aria-label={words.kinds} tabindex="0">
                <table role="table" class="kinds-table report-table">
                    <thead role="rowgroup">
                        <tr role="row">
                            { for words.kind_columns.into_iter().enumerate().map(|(at, name)| html! {
                                <th key={at} role="columnheader" scope="col" class={(at > 0).then_some("number")}>{ name }</th>
                            }) }
                            <td key="show" role="cell"></td>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{ for rows.map(|one| row(props, words, one)) }</tbody>
                </table>
            </div>
            <p class="muted small">{ words.kinds_what }</p>
        </div>
    }
}

fn row(props: &ReportsProps, words: &'static Words, series: &Series) -> Html {
    let (lang, run) = (props.lang, &props.run);
    let made = series.made().iter().map(|delivery| run.figures_of_delivery(*delivery, props.shown));
    let each: Vec<Figures> = made.collect();
    let rate = |figures: &Figures| match props.reporting.basis {
        Basis::Success => BasisPoints::of(figures.opens, figures.success),
        Basis::ToDeliver => BasisPoints::of(figures.opens, figures.to_deliver),
    };
    let messages = || each.iter().map(|figures| figures.to_deliver);
    let rates = || each.iter().filter_map(rate);
    let together: Figures = each.iter().copied().sum();
    let name = label::of_step(run.plan(), series.step).to_owned();
    let subject = Subject::Step(series.step);
    let onclick = props.send.reform(move |_: MouseEvent| Action::Report(ReportAction::ReportOn(subject)));
    let in_each = messages().min().zip(messages().max()).map(|(least, most)| range(lang, least, most));
    let rate_in_each = rates().min().zip(rates().max()).map(|(least, most)| rate_range(lang, least, most));
    html! {
        <tr key={series.step as u64} role="row">
            <th role="rowheader" scope="row"><span class="label-cell">{ kind_mark(lang, series.kind) }{ &name }</span></th>
            <td role="cell" class="number" data-label={words.kind_columns[1]}><b>{ number(lang, each.len() as u64) }</b></td>
            <td role="cell" class="number" data-label={words.kind_columns[2]}>{ in_each }</td>
            <td role="cell" class="number" data-label={words.kind_columns[3]}>{ rate_in_each }</td>
            <td role="cell" class="number rate" data-label={words.kind_columns[4]}>{ rate(&together).map(|rate| indicator::rate(lang, rate)) }</td>
            <td role="cell" class="number">
                <button type="button" class="link" aria-pressed={(props.reporting.subject == subject).to_string()}
                    aria-label={format!("{}: {name}", words.show)} {onclick}>{ words.show }</button>
            </td>
        </tr>
    }
}
