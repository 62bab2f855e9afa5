//! The newest rows of the broadLog with their foreign key: the proof of where rows go.

use yew::prelude::*;

use super::ComparisonProps;
use crate::log::RunLog;
use crate::log::rows::BroadLogRow;
use crate::log::series::{Series, newest_rows};
use crate::text::comparison::{Comparison, delivery_id, recipient};
use crate::text::format::number;
use crate::text::{self};

/// How many rows are shown.
const ROWS: usize = 3;

/// The table; it keeps its height from the first row on.
pub(super) fn table(props: &ComparisonProps, series: &Series) -> Html {
    let words = text::comparison::of(props.lang);
    let rows = newest_rows(&props.run, series.step, props.shown, ROWS);
    let missing = ROWS - rows.len();
    html! {
        <table class="newest-rows">
            <caption class="eyebrow">{ words.newest_rows }</caption>
            <thead>
                <tr>
                    <th scope="col" class="number">{ words.row }</th>
                    <th scope="col">{ words.recipient }</th>
                    <th scope="col" class="number">{ words.run }</th>
                    <th scope="col">{ words.delivery }</th>
                </tr>
            </thead>
            <tbody>
                { for rows.iter().map(|row| row_of(props, row)) }
                { for (0..missing).map(|place| empty(words, place == 0 && rows.is_empty())) }
            </tbody>
        </table>
    }
}

fn row_of(props: &ComparisonProps, row: &BroadLogRow) -> Html {
    let identity = props.run.plan().people.identity(row.recipient);
    html! {
        <tr key={row.id}>
            <td class="number">{ number(props.lang, row.id) }</td>
            <td>{ recipient(&identity) }</td>
            <td class="number">{ number(props.lang, row.run.into()) }</td>
            <td class="foreign-key">{ format!("→ {}", delivery_id(RunLog::delivery_number(row.delivery))) }</td>
        </tr>
    }
}

fn empty(words: &Comparison, says_so: bool) -> Html {
    html! {
        <tr><td colspan="4">{ if says_so { words.no_rows } else { "\u{a0}" } }</td></tr>
    }
}
