//! The last row of the delivery list: the figures of all deliveries in it together, each with the rows behind it.

use yew::prelude::*;

use super::{DeliveryListProps, heads};
use crate::engine::record::DeliveryIdx;
use crate::log::figures::Figures;
use crate::log::indicators::Scope;
use crate::log::list::DeliveryRow;
use crate::log::provenance::Counted;
use crate::text;
use crate::text::deliveries::Deliveries;
use crate::ui::widgets::figure::figure;
use crate::ui::widgets::table::cell;

/// The row.
pub(super) fn row(props: &DeliveryListProps, words: &Deliveries, rows: &[DeliveryRow]) -> Html {
    let lang = props.lang;
    let totals: Figures = rows.iter().map(|row| row.figures).sum();
    let scope = if props.filter.is_open() {
        Scope::All
    } else {
        let mut deliveries: Vec<DeliveryIdx> = rows.iter().map(|row| row.delivery).collect();
        deliveries.sort_unstable();
        Scope::Deliveries(deliveries)
    };
    let count = |counted, count| figure(lang, &scope, counted, count, &props.send);
    let name = html! {
        <strong>{ text::rows::of(lang).totals }{ " " }<small class="muted">{ text::rows::deliveries(lang, rows.len() as u64) }</small></strong>
    };
    let contents = [
        name,
        Html::default(),
        Html::default(),
        Html::default(),
        count(Counted::ToDeliver, totals.to_deliver),
        count(Counted::Processed, totals.processed),
        count(Counted::Success, totals.success),
        Html::default(),
    ];
    html! {
        <tfoot role="rowgroup">
            <tr role="row" class="totals-row" aria-rowindex={(rows.len() + 2).to_string()}>
                { for heads(words).zip(contents).map(|((_, heading), content)| cell(heading, content)) }
            </tr>
        </tfoot>
    }
}
