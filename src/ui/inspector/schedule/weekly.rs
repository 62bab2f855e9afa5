//! *Weekly*: days, and every week or every few weeks from a date.

use yew::prelude::*;

use super::Planning;
use super::days::day_toggles;
use crate::base::rest::Rest;
use crate::schedule::{EveryWeeks, Frequency, Weekly, Weeks};
use crate::text::inspector::schedule as words;
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::{Toggle, row, switch};
use crate::ui::inspector::reading;

/// The most weeks there may be between two weeks with launches.
const LONGEST_WEEKS: u32 = 520;

/// The fields.
pub fn weekly_fields(planning: &Planning, weekly: &Weekly) -> Html {
    let kept = weekly.clone();
    html! {
        <>
            { day_toggles(planning, &weekly.days, move |days| {
                Frequency::Weekly(Weekly { days, ..kept.clone() })
            }) }
            { weeks_switch(planning, weekly) }
            if let Weeks::Every(weeks) = &weekly.weeks {
                { few_weeks(planning, weekly, weeks) }
            }
        </>
    }
}

fn with_weeks(weekly: &Weekly, weeks: Weeks) -> Frequency {
    Frequency::Weekly(Weekly { weeks, ..weekly.clone() })
}

fn weeks_switch(planning: &Planning, weekly: &Weekly) -> Html {
    let words = words::of(planning.pen.lang);
    let is_every = weekly.weeks == Weeks::EveryWeek;
    let fortnight = EveryWeeks { every: 2, from: planning.start.date(), rest: Rest::new() };
    let edit = |weeks| planning.frequency(with_weeks(weekly, weeks));
    let sides = vec![
        Toggle::new(words.every_week, is_every, edit(Weeks::EveryWeek)),
        Toggle::new(words.every_few_weeks, !is_every, edit(Weeks::Every(fortnight))),
    ];
    switch(&planning.pen, words.weeks, sides)
}

fn few_weeks(planning: &Planning, weekly: &Weekly, weeks: &EveryWeeks) -> Html {
    let words = words::of(planning.pen.lang);
    let (kept, of) = (weekly.clone(), weeks.clone());
    let every = planning.reader(move |typed| {
        let every = reading::count(typed, 1, LONGEST_WEEKS)?;
        Ok(with_weeks(&kept, Weeks::Every(EveryWeeks { every, ..of.clone() })))
    });
    let (kept, of) = (weekly.clone(), weeks.clone());
    let from = planning.reader(move |typed| {
        let from = reading::date(typed)?;
        Ok(with_weeks(&kept, Weeks::Every(EveryWeeks { from, ..of.clone() })))
    });
    row(html! {
        <>
            <Field id="ins-weeks" label={words.weeks_between} look={Look::Number} applied={weeks.every.to_string()}
                read={every} pen={planning.pen.clone()} />
            <Field id="ins-weeks-from" label={words.from_week_of} look={Look::Date} applied={weeks.from.to_string()}
                read={from} pen={planning.pen.clone()} />
        </>
    })
}
