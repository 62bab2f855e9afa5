//! Why no rate is over 100 %, with one's own numbers.

use yew::prelude::*;

use super::ReportsProps;
use crate::log::breakdown::Breakdown;
use crate::log::indicators::{BasisPoints, Quotient, Tally};
use crate::text::format::number;
use crate::text::indicator;
use crate::text::reports::why;

pub(super) fn panel(props: &ReportsProps, tally: &Tally, parts: &Breakdown) -> Html {
    let lang = props.lang;
    let row = |quotient: Quotient| {
        let (part, whole) = quotient.of(tally, parts.opens);
        let rate = BasisPoints::of(part, whole).map(|rate| indicator::rate(lang, rate));
        let class = classes!("quotient", quotient.can_pass().then_some("can-pass"));
        html! {
            <tr key={quotient as u8} {class}>
                <th scope="row">
                    <span class="indicator-name">{ why::name(lang, quotient) }</span>
                    <small class="definition">{ why::verdict(lang, quotient) }</small>
                </th>
                <td class="number">{ number(lang, part) }{ " ÷ " }{ number(lang, whole) }</td>
                <td class="number rate">
                    if quotient.can_pass() {
                        <del>{ rate }</del>
                    } else {
                        { rate.unwrap_or_default() }
                    }
                </td>
            </tr>
        }
    };
    html! {
        <article class="report-card is-lesson" data-report="why">
            <h3>{ why::heading(lang) }</h3>
            <p class="small">{ why::lead(lang) }</p>
            <table class="why-table">
                <thead>
                    <tr>
                        { for why::columns(lang).into_iter().enumerate().map(|(at, name)| html! {
                            <th key={at} scope="col" class={(at > 0).then_some("number")}>{ name }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>{ for Quotient::ALL.into_iter().map(row) }</tbody>
            </table>
        </article>
    }
}
