//! The forms of Alert and Task: what is said to operators, and until when a Task is waited for.

use yew::prelude::*;

use super::duration::duration_fields;
use super::sheet::Sheet;
use crate::scenario::activity::flow::{AlertSettings, Duration, DurationUnit, TaskSettings};
use crate::text::inspector::forms::flow as words;

/// The Alert.
pub fn alert(sheet: &Sheet<'_, AlertSettings>) -> Html {
    let label = words::of(sheet.pen.lang).message;
    sheet.area("ins-message", label, &sheet.now.message, |alert, text| alert.message = text)
}

/// The Task.
pub fn task(sheet: &Sheet<'_, TaskSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let expires = sheet.now.expires;
    let means = if expires.is_some() { words.counts_as_not_done } else { words.never_expires };
    html! {
        <>
            { sheet.area("ins-message", words.to_do, &sheet.now.message, |task, text| task.message = text) }
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
