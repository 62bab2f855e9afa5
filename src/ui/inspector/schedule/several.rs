//! *Several times a day*: selected hours, or every few minutes from one time to another.

use yew::prelude::*;

use super::Planning;
use super::days::day_toggles;
use crate::schedule::{Frequency, Period, SeveralTimesADay, TimeOfDay, Times};
use crate::text::inspector::schedule as words;
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::{Toggle, row, switch};
use crate::ui::inspector::reading;
use crate::ui::shell::icon::{Icon, IconView};

/// The most minutes there may be between two launches of a day.
const LONGEST_MINUTES: u32 = 1_439;

/// The fields.
pub fn several_fields(planning: &Planning, several: &SeveralTimesADay) -> Html {
    let kept = several.clone();
    html! {
        <>
            { times_switch(planning, several) }
            { match &several.times {
                Times::Selected(hours) => hour_list(planning, several, hours),
                Times::Every(period) => period_fields(planning, several, period),
            } }
            { day_toggles(planning, &several.days, move |days| {
                Frequency::SeveralTimesADay(SeveralTimesADay { days, ..kept.clone() })
            }) }
        </>
    }
}

fn with_times(several: &SeveralTimesADay, times: Times) -> Frequency {
    Frequency::SeveralTimesADay(SeveralTimesADay { times, ..several.clone() })
}

fn times_switch(planning: &Planning, several: &SeveralTimesADay) -> Html {
    let words = words::of(planning.pen.lang);
    let hours = Times::Selected(vec![TimeOfDay::new(9, 0), TimeOfDay::new(15, 0)]);
    let period = match Frequency::every_minutes(60, TimeOfDay::new(8, 0), TimeOfDay::new(18, 0)) {
        Frequency::SeveralTimesADay(hourly) => hourly.times,
        _ => hours.clone(),
    };
    let is_selected = matches!(several.times, Times::Selected(_));
    let edit = |times| planning.frequency(with_times(several, times));
    let sides = vec![
        Toggle::new(words.selected_hours, is_selected, edit(hours)),
        Toggle::new(words.every_period, !is_selected, edit(period)),
    ];
    switch(&planning.pen, words.times, sides)
}

fn hour_list(planning: &Planning, several: &SeveralTimesADay, hours: &[TimeOfDay]) -> Html {
    let words = words::of(planning.pen.lang);
    let edit = |hours: Vec<TimeOfDay>| planning.frequency(with_times(several, Times::Selected(hours)));
    let mut more = hours.to_vec();
    more.push(next_hour(hours));
    html! {
        <div class="ins-hours">
            { for hours.iter().enumerate().map(|(place, hour)| {
                let mut fewer = hours.to_vec();
                fewer.remove(place);
                html! {
                    // An hour has no name of its own; its place is what a person edits.
                    <div class="ins-hour" key={place}>
                        { hour_field(planning, several, hours, place) }
                        <button type="button" class="quiet tool" disabled={planning.pen.readonly}
                            aria-label={format!("{} {hour}", words.remove_hour)} title={words.remove_hour}
                            onclick={planning.pen.click(edit(fewer))}><IconView icon={Icon::Close} /></button>
                    </div>
                }
            }) }
            <button type="button" class="outlined" disabled={planning.pen.readonly}
                onclick={planning.pen.click(edit(more))}>{ words.add_hour }</button>
        </div>
    }
}

fn hour_field(planning: &Planning, several: &SeveralTimesADay, hours: &[TimeOfDay], place: usize) -> Html {
    let words = words::of(planning.pen.lang);
    let applied = hours.get(place).map(TimeOfDay::to_string).unwrap_or_default();
    let (kept, hours) = (several.clone(), hours.to_vec());
    let read = planning.reader(move |typed| {
        let mut hours = hours.clone();
        let time = reading::time(typed)?;
        hours.iter_mut().skip(place).take(1).for_each(|hour| *hour = time);
        Ok(with_times(&kept, Times::Selected(hours)))
    });
    html! {
        <Field id={format!("ins-hour-{place}")} label={format!("{} {}", words.time, place + 1)} has_hidden_label=true
            look={Look::Time} {applied} {read} pen={planning.pen.clone()} />
    }
}

/// The full hour after the last one; one past the end of the day is the first of it.
pub(super) fn next_hour(hours: &[TimeOfDay]) -> TimeOfDay {
    let last = hours.iter().max().map_or(8, |last| last.hour());
    TimeOfDay::new((last + 1) % 24, 0)
}

fn period_fields(planning: &Planning, several: &SeveralTimesADay, period: &Period) -> Html {
    let words = words::of(planning.pen.lang);
    let with = {
        let kept = several.clone();
        move |period| with_times(&kept, Times::Every(period))
    };
    let minutes = {
        let (with, period) = (with.clone(), period.clone());
        planning.reader(move |typed| {
            let every_minutes = reading::count(typed, 1, LONGEST_MINUTES)?;
            Ok(with(Period { every_minutes, ..period.clone() }))
        })
    };
    let from = {
        let (with, period) = (with.clone(), period.clone());
        move |from| with(Period { from, ..period.clone() })
    };
    let to = {
        let period = period.clone();
        move |to| with(Period { to, ..period.clone() })
    };
    html! {
        <>
            <Field id="ins-minutes" label={words.every_minutes} look={Look::Number} hint={words.quarter_rule}
                applied={period.every_minutes.to_string()} read={minutes} pen={planning.pen.clone()} />
            { row(html! {
                <>
                    { planning.time_field(("ins-hours-from", words.from), period.from, from) }
                    { planning.time_field(("ins-hours-to", words.to), period.to, to) }
                </>
            }) }
        </>
    }
}
