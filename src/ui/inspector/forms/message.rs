//! The forms of Alert and Task: what is said to operators, and until when a Task is waited for.

use yew::prelude::*;

use super::area::Area;
use super::duration::duration_fields;
use super::sheet::Sheet;
use crate::scenario::activity::flow::{AlertSettings, Duration, DurationUnit, TaskSettings};
use crate::text::inspector::forms::flow as words;

/// The Alert.
pub fn alert(sheet: &Sheet<'_, AlertSettings>) -> Html {
    let change = sheet.making(|alert, text: AttrValue| alert.message = text.to_string());
    area(sheet, "ins-message", words::of(sheet.pen.lang).message, &sheet.now.message, change)
}

/// The Task.
pub fn task(sheet: &Sheet<'_, TaskSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let change = sheet.making(|task, text: AttrValue| task.message = text.to_string());
    let expires = sheet.now.expires;
    let means = if expires.is_some() { words.counts_as_not_done } else { words.never_expires };
    html! {
        <>
            { area(sheet, "ins-message", words.to_do, &sheet.now.message, change) }
            { sheet.tick("ins-expires", words.expires, expires.is_some(), means, |task| {
                task.expires = match task.expires {
                    None => Some(Duration { count: 3, unit: DurationUnit::Days }),
                    Some(_) => None,
                };
            }) }
            if let Some(applied) = expires {
                { duration_fields(sheet, "ins-expires-after", words.after, applied, |task| task.expires.as_mut()) }
            }
        </>
    }
}

fn area<S>(
    sheet: &Sheet<'_, S>,
    id: &'static str,
    label: &'static str,
    applied: &str,
    change: Callback<AttrValue, crate::scenario::edit::Edit>,
) -> Html {
    html! { <Area {id} {label} applied={applied.to_owned()} {change} pen={sheet.pen.clone()} /> }
}
