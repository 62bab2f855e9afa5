//! The forms of Wait and Time constraint.

use yew::prelude::*;

use super::duration::duration_fields;
use super::sheet::Sheet;
use crate::scenario::activity::flow::{OutsideWindow, TimeConstraintSettings, WaitSettings};
use crate::schedule::{Days, TimeOfDay, Weekday};
use crate::text::format::{capitalized, weekday_long, weekday_short};
use crate::text::inspector::forms::flow as words;
use crate::text::inspector::schedule as days_words;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::parts::{Toggle, row, toggles};
use crate::ui::inspector::reading;
use crate::ui::inspector::schedule::days::toggled;

/// The Wait: for how long.
pub fn wait(sheet: &Sheet<'_, WaitSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    duration_fields(sheet, "ins-wait", words.duration, sheet.now.duration, |wait| Some(&mut wait.duration))
}

/// The Time constraint: days, hours, and what becomes of an activation outside of them.
pub fn constraint(sheet: &Sheet<'_, TimeConstraintSettings>) -> Html {
    let words = words::of(sheet.pen.lang);
    let now = &sheet.now;
    let time = |id: &'static str,
                label: &'static str,
                applied: TimeOfDay,
                put: fn(&mut TimeConstraintSettings, TimeOfDay)| {
        let read = sheet.reader(move |window, typed| {
            put(window, reading::time(typed)?);
            Ok(())
        });
        sheet.field(id, label, Look::Time, applied.to_string(), read)
    };
    let outside =
        [(OutsideWindow::Later, words.later.to_owned()), (OutsideWindow::Drop, words.dropped.to_owned())];
    html! {
        <>
            { days(sheet) }
            { row(html! {
                <>
                    { time("ins-from", words.from, now.from, |window, from| window.from = from) }
                    { time("ins-to", words.to, now.to, |window, to| window.to = to) }
                </>
            }) }
            if now.to <= now.from {
                <p class="ins-hint">{ words.into_next_day }</p>
            }
            { sheet.one_of("ins-outside", words.outside, now.outside, &outside, |window, outside| {
                window.outside = outside;
            }) }
        </>
    }
}

fn days(sheet: &Sheet<'_, TimeConstraintSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, days_words::of(sheet.pen.lang));
    let days = &sheet.now.days;
    let with = |days: Days| sheet.with(|window| window.days = days);
    let each = Weekday::ALL.into_iter().map(|day| Toggle {
        text: capitalized(weekday_short(lang, day)).into(),
        name: capitalized(weekday_long(lang, day)).into(),
        is_pressed: days.contains(day),
        edit: with(toggled(days, day)),
    });
    let is_every = *days == Days::EveryDay;
    let other = if is_every { Days::on(Weekday::ALL.into_iter().take(5)) } else { Days::EveryDay };
    let every = Toggle::new(words.every_day, is_every, with(other));
    toggles(sheet.pen, words.days, every, each.collect())
}
