//! *Monthly*: months, the day of the month by number or by weekday.

use chrono::Datelike as _;
use yew::prelude::*;

use super::Planning;
use crate::schedule::{Frequency, Month, MonthDay, Monthly, Months, Nth, NthWeekday, Weekday};
use crate::text::format::{capitalized, month_long, month_short, weekday_long};
use crate::text::inspector::schedule as words;
use crate::text::schedule::nth;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::{Toggle, row, toggles};
use crate::ui::inspector::reading;

/// The fields.
pub fn monthly_fields(planning: &Planning, monthly: &Monthly) -> Html {
    html! {
        <>
            { month_toggles(planning, monthly) }
            { match &monthly.day {
                MonthDay::On(day) => row(html! {
                    <>{ day_choice(planning, monthly) }{ number_field(planning, monthly, *day) }</>
                }),
                MonthDay::LastDay => day_choice(planning, monthly),
                MonthDay::Weekday(weekday) => html! {
                    <>{ day_choice(planning, monthly) }{ weekday_fields(planning, monthly, weekday) }</>
                },
            } }
        </>
    }
}

fn with_day(monthly: &Monthly, day: MonthDay) -> Frequency {
    Frequency::Monthly(Monthly { day, ..monthly.clone() })
}

fn month_toggles(planning: &Planning, monthly: &Monthly) -> Html {
    let lang = planning.pen.lang;
    let words = words::of(lang);
    let with = |months| planning.frequency(Frequency::Monthly(Monthly { months, ..monthly.clone() }));
    let each = Month::ALL.into_iter().map(|month| Toggle {
        text: capitalized(month_short(lang, month)).into(),
        name: capitalized(month_long(lang, month)).into(),
        is_pressed: monthly.months.contains(month),
        edit: with(toggled(&monthly.months, month)),
    });
    let is_every = monthly.months == Months::EveryMonth;
    let first = crate::text::format::month_of(planning.start.date());
    let other = if is_every { Months::on([first]) } else { Months::EveryMonth };
    let every = Toggle::new(words.every_month, is_every, with(other));
    toggles(&planning.pen, words.months, every, each.collect())
}

/// The months with one more or one less; all twelve are every month.
pub(super) fn toggled(months: &Months, month: Month) -> Months {
    let chosen: Vec<Month> =
        Month::ALL.into_iter().filter(|&other| months.contains(other) != (other == month)).collect();
    if chosen.len() == Month::ALL.len() { Months::EveryMonth } else { Months::on(chosen) }
}

fn day_choice(planning: &Planning, monthly: &Monthly) -> Html {
    let words = words::of(planning.pen.lang);
    let applied = match monthly.day {
        MonthDay::On(_) => "number",
        MonthDay::LastDay => "last",
        MonthDay::Weekday(_) => "weekday",
    };
    let entries = vec![
        Entry::new("number", words.by_number),
        Entry::new("last", words.last_day),
        Entry::new("weekday", words.by_weekday),
    ];
    let choose = {
        let (planning, monthly) = (planning.clone(), monthly.clone());
        Callback::from(move |chosen: AttrValue| {
            let day = match chosen.as_str() {
                "number" => MonthDay::On(planning.start.date().day().min(28) as u8),
                "last" => MonthDay::LastDay,
                _ => MonthDay::nth(Nth::First, Weekday::of(planning.start)),
            };
            planning.pen.edit(planning.frequency(with_day(&monthly, day)));
        })
    };
    html! {
        <Choice id="ins-month-day" label={words.month_day} {applied} {entries} {choose} pen={planning.pen.clone()} />
    }
}

fn number_field(planning: &Planning, monthly: &Monthly, day: u8) -> Html {
    let words = words::of(planning.pen.lang);
    let kept = monthly.clone();
    let read = planning.reader(move |typed| {
        let day = reading::count(typed, 1, 31)?;
        Ok(with_day(&kept, MonthDay::On(day as u8)))
    });
    html! {
        <Field id="ins-day-number" label={words.day_number} look={Look::Number} applied={day.to_string()} {read}
            pen={planning.pen.clone()} />
    }
}

fn weekday_fields(planning: &Planning, monthly: &Monthly, of: &NthWeekday) -> Html {
    let lang = planning.pen.lang;
    let words = words::of(lang);
    let which = Nth::ALL.into_iter().map(|one| Entry::new(format!("{one:?}"), nth(lang, one)));
    let days = Weekday::ALL.into_iter().map(|day| Entry::new(format!("{day:?}"), weekday_long(lang, day)));
    let choose_nth = choosing(planning, monthly, of, |of, chosen| {
        Nth::ALL.into_iter().filter(|one| format!("{one:?}") == chosen).for_each(|one| of.nth = one);
    });
    let choose_day = choosing(planning, monthly, of, |of, chosen| {
        Weekday::ALL.into_iter().filter(|day| format!("{day:?}") == chosen).for_each(|day| of.weekday = day);
    });
    row(html! {
        <>
            <Choice id="ins-nth" label={words.which} applied={format!("{:?}", of.nth)} entries={which.collect::<Vec<_>>()}
                choose={choose_nth} pen={planning.pen.clone()} />
            <Choice id="ins-weekday" label={words.weekday} applied={format!("{:?}", of.weekday)}
                entries={days.collect::<Vec<_>>()} choose={choose_day} pen={planning.pen.clone()} />
        </>
    })
}

fn choosing(
    planning: &Planning,
    monthly: &Monthly,
    of: &NthWeekday,
    change: fn(&mut NthWeekday, &str),
) -> Callback<AttrValue> {
    let (planning, monthly, of) = (planning.clone(), monthly.clone(), of.clone());
    Callback::from(move |chosen: AttrValue| {
        let mut of = of.clone();
        change(&mut of, &chosen);
        planning.pen.edit(planning.frequency(with_day(&monthly, MonthDay::Weekday(of))));
    })
}
