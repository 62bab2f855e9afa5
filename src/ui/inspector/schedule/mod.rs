//! The schedule form: the steps of the product's wizard, one below the other.

pub mod days;
pub mod launches;
pub mod month;
pub mod monthly;
pub mod planned;
pub mod several;
#[cfg(test)]
mod tests;
pub mod validity;
pub mod weekly;

use std::rc::Rc;

use yew::prelude::*;

use super::choice::{Choice, Entry};
use super::field::{Field, Look};
use super::parts::row;
use super::pen::{Pen, Reader};
use super::reading;
use crate::base::time::{SimSpan, SimTime};
use crate::scenario::edit::Edit;
use crate::schedule::{Daily, Frequency, FrequencyKind, Monthly, Once, Schedule, TimeOfDay, Weekly};
use crate::text::inspector::schedule as words;
use crate::text::inspector::wrong::Wrong;
use crate::text::schedule::{describe, kind};

/// A schedule being edited: whose it is, and how a new one becomes an edit.
#[derive(Clone)]
pub struct Planning {
    /// Where edits go.
    pub pen: Pen,
    /// The activity that has the schedule.
    pub activity: Rc<str>,
    /// The schedule.
    pub schedule: Schedule,
    /// When the run begins.
    pub start: SimTime,
    /// When the run ends.
    pub end: SimTime,
}

impl Planning {
    /// The edit that sets another frequency and keeps the validity.
    fn frequency(&self, frequency: Frequency) -> Edit {
        self.edit(Schedule { frequency, ..self.schedule.clone() })
    }

    /// The edit that sets another schedule.
    fn edit(&self, schedule: Schedule) -> Edit {
        Edit::SetSchedule { activity: self.activity.to_string(), schedule: Some(schedule) }
    }

    /// Reads a field into an edit of the frequency.
    fn reader(&self, read: impl Fn(&str) -> Result<Frequency, Wrong> + 'static) -> Reader {
        let planning = self.clone();
        Callback::from(move |typed: AttrValue| read(&typed).map(|frequency| planning.frequency(frequency)))
    }

    /// A field for a time of day.
    fn time_field(
        &self,
        (id, label): (&'static str, &'static str),
        time: TimeOfDay,
        with: impl Fn(TimeOfDay) -> Frequency + 'static,
    ) -> Html {
        let read = self.reader(move |typed| reading::time(typed).map(&with));
        html! { <Field {id} {label} look={Look::Time} applied={time.to_string()} {read} pen={self.pen.clone()} /> }
    }
}

/// The form of an activity that has a schedule, with its summary.
pub fn schedule_form(planning: &Planning) -> Html {
    html! {
        <>
            { schedule_fields(planning) }
            <p class="ins-hint">{ words::of(planning.pen.lang).restart }</p>
        </>
    }
}

/// The steps of the wizard and what they say, wherever a schedule is asked for.
pub fn schedule_fields(planning: &Planning) -> Html {
    let lang = planning.pen.lang;
    html! {
        <>
            { row(html! { <>{ frequency_choice(planning) }{ start_field(planning) }</> }) }
            { frequency_fields(planning) }
            { validity::validity_fields(planning) }
            <p class="ins-summary">{ describe(lang, &planning.schedule) }{ "." }</p>
        </>
    }
}

fn frequency_choice(planning: &Planning) -> Html {
    let lang = planning.pen.lang;
    let name = |of: FrequencyKind| AttrValue::from(format!("{of:?}"));
    let entries: Vec<Entry> =
        FrequencyKind::ALL.into_iter().map(|of| Entry::new(name(of), kind(lang, of))).collect();
    let choose = {
        let planning = planning.clone();
        Callback::from(move |chosen: AttrValue| {
            if let Some(kind) = FrequencyKind::ALL.into_iter().find(|of| name(*of) == chosen) {
                planning
                    .pen
                    .edit(planning.frequency(Frequency::default_of(kind, launch_hour(planning.start))));
            }
        })
    };
    html! {
        <Choice id="ins-frequency" label={words::of(lang).frequency} applied={name(planning.schedule.frequency.kind())}
            {entries} {choose} pen={planning.pen.clone()} />
    }
}

/// A run begins at midnight; a form had better offer a time at which people are awake.
fn launch_hour(start: SimTime) -> SimTime {
    start + SimSpan::from_hours(9)
}

fn frequency_fields(planning: &Planning) -> Html {
    match &planning.schedule.frequency {
        Frequency::SeveralTimesADay(several) => several::several_fields(planning, several),
        Frequency::Daily(_) => Html::default(),
        Frequency::Weekly(weekly) => weekly::weekly_fields(planning, weekly),
        Frequency::Monthly(monthly) => monthly::monthly_fields(planning, monthly),
        Frequency::Once(once) => once_fields(planning, once),
    }
}

/// The time of the launches, for the types that have only one.
fn start_field(planning: &Planning) -> Html {
    let label = words::of(planning.pen.lang).start_time;
    let frequency = planning.schedule.frequency.clone();
    let time = match &frequency {
        Frequency::Daily(daily) => daily.time,
        Frequency::Weekly(weekly) => weekly.start,
        Frequency::Monthly(monthly) => monthly.time,
        Frequency::SeveralTimesADay(_) | Frequency::Once(_) => return Html::default(),
    };
    planning.time_field(("ins-start-time", label), time, move |time| with_start(frequency.clone(), time))
}

fn with_start(frequency: Frequency, time: TimeOfDay) -> Frequency {
    match frequency {
        Frequency::Daily(daily) => Frequency::Daily(Daily { time, ..daily }),
        Frequency::Weekly(weekly) => Frequency::Weekly(Weekly { start: time, ..weekly }),
        Frequency::Monthly(monthly) => Frequency::Monthly(Monthly { time, ..monthly }),
        other => other,
    }
}

fn once_fields(planning: &Planning, once: &Once) -> Html {
    let words = words::of(planning.pen.lang);
    let (date, time) = (once.at.date(), TimeOfDay::of(once.at));
    let with = {
        let kept = once.clone();
        move |date, time: TimeOfDay| {
            let at = SimTime::from_date(date) + SimSpan::from_secs(time.secs().into());
            Frequency::Once(Once { at, ..kept.clone() })
        }
    };
    let with_date = with.clone();
    let read = planning.reader(move |typed| reading::date(typed).map(|date| with_date(date, time)));
    row(html! {
        <>
            <Field id="ins-date" label={words.date} look={Look::Date} applied={date.to_string()} {read}
                pen={planning.pen.clone()} />
            { planning.time_field(("ins-time", words.time), time, move |time| with(date, time)) }
        </>
    })
}
