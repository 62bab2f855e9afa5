//! The day selection of the wizard: seven toggles, and one for all of them.

use yew::prelude::*;

use super::Planning;
use crate::schedule::{Days, Frequency, Weekday};
use crate::text::format::{capitalized, weekday_long, weekday_short};
use crate::text::inspector::schedule as words;
use crate::ui::inspector::parts::{Toggle, toggles};

/// The toggles; `with` is the frequency with other days.
pub fn day_toggles(planning: &Planning, days: &Days, with: impl Fn(Days) -> Frequency) -> Html {
    let lang = planning.pen.lang;
    let words = words::of(lang);
    let each = Weekday::ALL.into_iter().map(|day| Toggle {
        text: capitalized(weekday_short(lang, day)).into(),
        name: capitalized(weekday_long(lang, day)).into(),
        is_pressed: days.contains(day),
        edit: planning.frequency(with(toggled(days, day))),
    });
    let is_every = *days == Days::EveryDay;
    let other = if is_every { Days::on([Weekday::of(planning.start)]) } else { Days::EveryDay };
    let every = Toggle::new(words.every_day, is_every, planning.frequency(with(other)));
    toggles(&planning.pen, words.days, every, each.collect())
}

/// The days with one more or one less; all seven are every day.
pub fn toggled(days: &Days, day: Weekday) -> Days {
    let chosen: Vec<Weekday> =
        Weekday::ALL.into_iter().filter(|&other| days.contains(other) != (other == day)).collect();
    if chosen.len() == Weekday::ALL.len() { Days::EveryDay } else { Days::on(chosen) }
}
