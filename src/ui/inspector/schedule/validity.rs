//! The third step of the wizard: how long the schedule is valid.

use chrono::NaiveDate;
use yew::prelude::*;

use super::Planning;
use crate::base::time::SimSpan;
use crate::schedule::{Between, Iterations, Schedule, Validity};
use crate::text::inspector::schedule as words;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::choice::{Choice, Entry};
use crate::ui::inspector::field::{Field, Look};
use crate::ui::inspector::parts::row;
use crate::ui::inspector::pen::Reader;
use crate::ui::inspector::reading;

/// The most iterations a form offers.
const MOST_ITERATIONS: u32 = 1_000_000;

/// The fields.
pub fn validity_fields(planning: &Planning) -> Html {
    html! {
        <>
            { validity_choice(planning) }
            { match &planning.schedule.validity {
                Validity::Permanent { .. } => Html::default(),
                Validity::Between(between) => between_fields(planning, between),
                Validity::Iterations(iterations) => iteration_fields(planning, iterations),
            } }
        </>
    }
}

fn validity_choice(planning: &Planning) -> Html {
    let words = words::of(planning.pen.lang);
    let applied = match planning.schedule.validity {
        Validity::Permanent { .. } => "permanent",
        Validity::Between(_) => "between",
        Validity::Iterations(_) => "iterations",
    };
    let entries = vec![
        Entry::new("permanent", words.permanent),
        Entry::new("between", words.between),
        Entry::new("iterations", words.iterations),
    ];
    let choose = {
        let planning = planning.clone();
        Callback::from(move |chosen: AttrValue| {
            let last = (planning.end - SimSpan::from_secs(1)).date();
            let validity = match chosen.as_str() {
                "permanent" => Validity::permanent(),
                "between" => Validity::between(planning.start.date(), last),
                _ => Validity::iterations(10),
            };
            planning.pen.edit(planning.edit(planning.schedule.clone().valid(validity)));
        })
    };
    html! {
        <Choice id="ins-validity" label={words.validity} {applied} {entries} {choose} pen={planning.pen.clone()} />
    }
}

fn between_fields(planning: &Planning, between: &Between) -> Html {
    let words = words::of(planning.pen.lang);
    let of = between.clone();
    let from = reader(planning, move |typed| {
        reading::date(typed).map(|from| Validity::Between(Between { from, ..of.clone() }))
    });
    let of = between.clone();
    let to = reader(planning, move |typed| {
        reading::date(typed).map(|to| Validity::Between(Between { to, ..of.clone() }))
    });
    row(html! {
        <>
            { date_field(planning, "ins-valid-from", words.from, Some(between.from), from) }
            { date_field(planning, "ins-valid-to", words.to_included, Some(between.to), to) }
        </>
    })
}

fn iteration_fields(planning: &Planning, iterations: &Iterations) -> Html {
    let words = words::of(planning.pen.lang);
    let of = iterations.clone();
    let count = reader(planning, move |typed| {
        let count = reading::count(typed, 1, MOST_ITERATIONS)?;
        Ok(Validity::Iterations(Iterations { count, ..of.clone() }))
    });
    let of = iterations.clone();
    let from = reader(planning, move |typed| {
        reading::optional_date(typed).map(|from| Validity::Iterations(Iterations { from, ..of.clone() }))
    });
    let of = iterations.clone();
    let to = reader(planning, move |typed| {
        reading::optional_date(typed).map(|to| Validity::Iterations(Iterations { to, ..of.clone() }))
    });
    html! {
        <>
            <Field id="ins-iterations" label={words.count} look={Look::Number} applied={iterations.count.to_string()}
                read={count} pen={planning.pen.clone()} />
            { row(html! {
                <>
                    { date_field(planning, "ins-valid-from", words.from_optional, iterations.from, from) }
                    { date_field(planning, "ins-valid-to", words.to_optional, iterations.to, to) }
                </>
            }) }
        </>
    }
}

/// Reads a field into an edit of the validity.
fn reader(planning: &Planning, read: impl Fn(&str) -> Result<Validity, Wrong> + 'static) -> Reader {
    let planning = planning.clone();
    Callback::from(move |typed: AttrValue| {
        read(&typed).map(|validity| planning.edit(Schedule { validity, ..planning.schedule.clone() }))
    })
}

fn date_field(
    planning: &Planning,
    id: &'static str,
    label: &'static str,
    date: Option<NaiveDate>,
    read: Reader,
) -> Html {
    let applied = date.map(|date| date.to_string()).unwrap_or_default();
    html! { <Field {id} {label} look={Look::Date} {applied} {read} pen={planning.pen.clone()} /> }
}
