//! A length of time with its unit.

use yew::prelude::*;

use super::sheet::Sheet;
use crate::scenario::activity::flow::{Duration, DurationUnit};
use crate::text::inspector::forms as words;
use crate::ui::inspector::parts::row;

/// The most of a unit there may be.
const MOST: u32 = 100_000;
/// The units, the shortest first.
const UNITS: [DurationUnit; 6] = [
    DurationUnit::Seconds,
    DurationUnit::Minutes,
    DurationUnit::Hours,
    DurationUnit::Days,
    DurationUnit::Weeks,
    DurationUnit::Months,
];

/// The two fields; `at` finds the duration in what is edited.
pub fn duration_fields<S: Clone + 'static>(
    sheet: &Sheet<'_, S>,
    id: &str,
    label: &'static str,
    applied: Duration,
    at: impl Fn(&mut S) -> Option<&mut Duration> + Clone + 'static,
) -> Html {
    let units = UNITS.map(|one| (one, words::unit(sheet.pen.lang, one).to_owned()));
    let of_unit = at.clone();
    row(html! {
        <>
            { sheet.number(format!("{id}-count"), label, applied.count, (1, MOST), move |next, count| {
                if let Some(duration) = at(next) {
                    duration.count = count;
                }
            }) }
            { sheet.one_of(format!("{id}-unit"), words::of(sheet.pen.lang).unit, applied.unit, &units, move |next, unit| {
                if let Some(duration) = of_unit(next) {
                    duration.unit = unit;
                }
            }) }
        </>
    })
}
