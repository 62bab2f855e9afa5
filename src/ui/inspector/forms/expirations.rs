//! The expirations of an Approval and of an External signal: each has an output of its own.

use std::rc::Rc;

use yew::prelude::*;

use super::duration::duration_fields;
use super::rows::Row;
use super::sheet::{RowsOf, Sheet};
use super::split::numbered;
use crate::scenario::activity::flow::{Duration, DurationUnit, Expiration};
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::flow as words;
use crate::ui::inspector::parts::section;

/// The section; `list` finds the expirations in what is edited.
pub fn expirations<S: Clone + 'static>(
    sheet: &Sheet<'_, S>,
    list: fn(&mut S, usize) -> Option<&mut Vec<Expiration>>,
) -> Html {
    let words = words::of(sheet.pen.lang);
    let rows = sheet.rows(RowsOf {
        id: "ins-expirations".to_owned(),
        label: words.expirations,
        none: words.no_expiration,
        add: words.add_expiration,
        is_ordered: true,
        list,
        of: 0,
        fresh: Rc::new(move |now| {
            let mut now = S::clone(now);
            let there = list(&mut now, 0).map(std::mem::take).unwrap_or_default();
            let name = numbered("expired", &|name| there.iter().any(|one| one.name == name));
            Expiration { name, after: Duration { count: 3, unit: DurationUnit::Days }, goes_on: false }
        }),
        row: &|place, one| expiration_row(sheet, list, place, one),
    });
    section(words.expirations, rows)
}

fn expiration_row<S: Clone + 'static>(
    sheet: &Sheet<'_, S>,
    list: fn(&mut S, usize) -> Option<&mut Vec<Expiration>>,
    place: usize,
    one: &Expiration,
) -> Row {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let id = format!("ins-expiration-{place}");
    let read = sheet.namer(move |next, name| {
        if let Some(one) = list(next, 0).and_then(|list| list.get_mut(place)) {
            one.name = name;
        }
    });
    let on = one.goes_on;
    let means = if on { words.waits_on } else { words.wait_over };
    let body = html! {
        <>
            { duration_fields(sheet, &id, words.after, one.after, move |next| {
                list(next, 0).and_then(|list| list.get_mut(place)).map(|one| &mut one.after)
            }) }
            { sheet.tick(format!("{id}-on"), words.goes_on, on, means, |next| {
                if let Some(one) = list(next, 0).and_then(|list| list.get_mut(place)) {
                    one.goes_on = !on;
                }
            }) }
        </>
    };
    let head = sheet.text(format!("{id}-name"), shared::of(lang).output_name, &one.name, read);
    Row { name: one.name.clone().into(), head, body }
}
