//! A small month calendar of a schedule: launches that are over and launches to come, in the zone of the activity.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Days, Months, NaiveDate};
use web_sys::HtmlElement;
use web_sys::wasm_bindgen::JsCast as _;
use yew::prelude::*;

use super::planned::PlanProps;
use crate::base::time::SimTime;
use crate::schedule::Weekday;
use crate::text::Lang;
use crate::text::format::{capitalized, date, month_long, month_of, time, weekday_long, weekday_short};
use crate::text::inspector::month as words;
use crate::ui::inspector::parts::fold;
use crate::ui::shell::icon::{Icon, IconView};

/// The most launches of a day that are listed.
const MOST_LISTED: usize = 24;
/// The most launches of a month that are looked for: one a minute.
const MOST_IN_MONTH: usize = 31 * 24 * 60;

/// A launch on a day of the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayLaunch {
    /// What the wall shows.
    pub wall: SimTime,
    /// Whether it is over.
    pub is_done: bool,
    /// Whether it comes after the run.
    pub is_beyond: bool,
}

/// The launches of one month by their days on the wall: those of the run until the moment shown, then those that
/// the schedule plans.
pub fn launches_of(props: &PlanProps, month: NaiveDate) -> BTreeMap<NaiveDate, Vec<DayLaunch>> {
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    let moment = |day: NaiveDate| props.zone.from_local(SimTime::from_date(day)).moment();
    let (from, to) = (moment(month), moment(next));
    let mut days: BTreeMap<NaiveDate, Vec<DayLaunch>> = BTreeMap::new();
    let mut put = |at: SimTime, is_done: bool| {
        let wall = props.zone.to_local(at);
        days.entry(wall.date()).or_default().push(DayLaunch { wall, is_done, is_beyond: at >= props.end });
    };
    let step = props.run.as_ref().and_then(|run| Some((run, run.plan().step_named(&props.activity)?)));
    if let Some((run, step)) = step {
        let done = run.launches_of(step).take_while(|at| *at <= props.shown);
        done.filter(|at| (from..to).contains(at)).for_each(|at| put(at, true));
    }
    let planned = props.coming(from).take(MOST_IN_MONTH);
    planned.take_while(|at| *at < to).for_each(|at| put(at, false));
    days
}

/// The day that a key leads to.
pub fn moved(day: NaiveDate, key: &str) -> Option<NaiveDate> {
    match key {
        "ArrowLeft" => day.checked_sub_days(Days::new(1)),
        "ArrowRight" => day.checked_add_days(Days::new(1)),
        "ArrowUp" => day.checked_sub_days(Days::new(7)),
        "ArrowDown" => day.checked_add_days(Days::new(7)),
        "PageUp" => day.checked_sub_months(Months::new(1)),
        "PageDown" => day.checked_add_months(Months::new(1)),
        "Home" => day.checked_sub_days(Days::new(u64::from(day.weekday().num_days_from_monday()))),
        "End" => day.checked_add_days(Days::new(u64::from(6 - day.weekday().num_days_from_monday()))),
        _ => None,
    }
    .filter(|day| (1900..=2200).contains(&day.year()))
}

/// The first day of the month of a day.
fn month_start(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// The calendar.
#[component]
pub fn MonthCalendar(props: &PlanProps) -> Html {
    let today = props.zone.to_local(props.shown).date();
    let chosen = use_state_eq(|| None::<NaiveDate>);
    let node = use_node_ref();
    let wants_focus = use_mut_ref(|| false);
    let day = chosen.unwrap_or(today);
    let month = month_start(day);
    let asked = (props.clone(), month);
    let launches = use_memo(asked, |(props, month)| launches_of(props, *month));
    use_effect_with(day, {
        let (node, wants_focus) = (node.clone(), wants_focus.clone());
        move |_| {
            if std::mem::take(&mut *wants_focus.borrow_mut())
                && let Some(table) = node.cast::<HtmlElement>()
                && let Ok(Some(cell)) = table.query_selector("[tabindex=\"0\"]")
                && let Ok(cell) = cell.dyn_into::<HtmlElement>()
            {
                // A cell that cannot take the keyboard leaves it where it is.
                let _ = cell.focus();
            }
        }
    });
    let lang = props.lang;
    let words = words::of(lang);
    let turn = |text: &'static str, icon: Icon, key: &'static str| {
        let chosen = chosen.clone();
        let onclick = Callback::from(move |_: MouseEvent| chosen.set(moved(day, key)));
        html! {
            <button type="button" class="quiet tool" aria-label={text} title={text} {onclick}><IconView {icon} /></button>
        }
    };
    let onkeydown = {
        let (chosen, wants_focus) = (chosen.clone(), wants_focus.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(next) = moved(day, &event.key()).filter(|_| !event.ctrl_key() && !event.meta_key()) {
                event.prevent_default();
                event.stop_propagation();
                *wants_focus.borrow_mut() = true;
                chosen.set(Some(next));
            }
        })
    };
    let cell = |at: NaiveDate| {
        let here = launches.get(&at).map(Vec::as_slice).unwrap_or_default();
        let chosen = chosen.clone();
        let is_chosen = at == day;
        html! {
            <td key={at.to_string()} role="gridcell" aria-selected={is_chosen.to_string()}>
                if at.month() == month.month() {
                    <button type="button" class={classes!("quiet", (at == today).then_some("is-today"))}
                        tabindex={if is_chosen { "0" } else { "-1" }} aria-label={words::day(lang, at, here.len() as u64)}
                        aria-current={(at == today).then_some("date")}
                        onclick={Callback::from(move |_: MouseEvent| chosen.set(Some(at)))}>
                        <span>{ at.day() }</span>
                        <span class="ins-mark" aria-hidden="true">{ mark(here) }</span>
                    </button>
                }
            </td>
        }
    };
    let title = format!("{} {}", capitalized(month_long(lang, month_of(month))), month.year());
    fold(
        words.calendar,
        true,
        html! {
            <>
                <div class="ins-month-head">
                    { turn(words.previous, Icon::Previous, "PageUp") }
                    <p aria-live="polite">{ title.clone() }</p>
                    { turn(words.next, Icon::Next, "PageDown") }
                </div>
                <table class="ins-month" role="grid" aria-label={title} ref={node} {onkeydown}>
                    <thead>
                        <tr>
                            { for Weekday::ALL.into_iter().map(|weekday| html! {
                                <th scope="col" abbr={weekday_long(lang, weekday)}>{ capitalized(weekday_short(lang, weekday)) }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for weeks_of(month).into_iter().map(|week| html! {
                            <tr key={week.first().map(ToString::to_string).unwrap_or_default()}>{ for week.into_iter().map(cell) }</tr>
                        }) }
                    </tbody>
                </table>
                <p class="ins-hint">{ words.legend }<br />{ words.keys }</p>
                { listed(lang, day, launches.get(&day).map(Vec::as_slice).unwrap_or_default()) }
            </>
        },
    )
}

/// A filled dot for launches that are over, an open one for those to come.
fn mark(here: &[DayLaunch]) -> &'static str {
    let (done, planned) = (here.iter().any(|one| one.is_done), here.iter().any(|one| !one.is_done));
    match (done, planned) {
        (false, false) => "",
        (true, false) => "●",
        (false, true) => "○",
        (true, true) => "●○",
    }
}

/// The weeks of a month, whole, from Monday to Sunday.
pub fn weeks_of(month: NaiveDate) -> Vec<Vec<NaiveDate>> {
    let before = Days::new(u64::from(month.weekday().num_days_from_monday()));
    let first = month.checked_sub_days(before).unwrap_or(month);
    let next = month.checked_add_months(Months::new(1)).unwrap_or(month);
    let weeks = first.iter_weeks().take_while(|monday| *monday < next);
    weeks.map(|monday| monday.iter_days().take(7).collect()).collect()
}

/// The launches of the day that is chosen.
fn listed(lang: Lang, day: NaiveDate, here: &[DayLaunch]) -> Html {
    let words = words::of(lang);
    let state = |one: &DayLaunch| match one {
        DayLaunch { is_done: true, .. } => words.launched,
        DayLaunch { is_beyond: true, .. } => words.beyond,
        _ => words.planned,
    };
    html! {
        <div role="status">
            <p class="ins-label">{ if here.is_empty() { words::day(lang, day, 0) } else { date(lang, day) } }</p>
            if !here.is_empty() {
                <ul class="ins-launches">
                    { for here.iter().take(MOST_LISTED).map(|one| html! {
                        <li key={one.wall.secs()} class={one.is_done.then_some("is-over")}>
                            <span class="ins-time">{ time(one.wall) }</span><span>{ state(one) }</span>
                        </li>
                    }) }
                    if here.len() > MOST_LISTED {
                        <li>{ words.more }</li>
                    }
                </ul>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schedule::{Schedule, TimeOfDay, Zone};

    fn day(text: &str) -> NaiveDate {
        SimTime::parse(text).unwrap().date()
    }

    fn props(schedule: Schedule, zone: Zone) -> PlanProps {
        let at = |text: &str| SimTime::parse(text).unwrap();
        PlanProps {
            schedule,
            activity: "scheduler".into(),
            zone,
            start: at("2026-01-05"),
            end: at("2027-01-04"),
            shown: at("2026-06-10"),
            run: None,
            lang: Lang::En,
        }
    }

    #[test]
    fn the_days_of_a_month_have_the_launches_of_the_calendar() {
        let weekly = props(Schedule::weekly(Weekday::Monday, TimeOfDay::new(9, 0)), Zone::Utc);
        let july: Vec<NaiveDate> = launches_of(&weekly, day("2026-07-01")).into_keys().collect();
        assert_eq!(july, ["2026-07-06", "2026-07-13", "2026-07-20", "2026-07-27"].map(day));
        let june = launches_of(&weekly, day("2026-06-01"));
        assert_eq!(june.len(), 3, "what is over is told by the run, and there is none");
        let after = launches_of(&weekly, day("2027-02-01"));
        assert!(after.values().flatten().all(|one| one.is_beyond) && after.len() == 4);
    }

    #[test]
    fn days_are_those_of_the_wall() {
        let late = props(
            Schedule::monthly(crate::schedule::MonthDay::On(1), TimeOfDay::new(0, 30)),
            Zone::Stockholm,
        );
        let july = launches_of(&late, day("2026-07-01"));
        assert_eq!(july.keys().copied().collect::<Vec<_>>(), [day("2026-07-01")]);
        assert_eq!(time(july[&day("2026-07-01")][0].wall), "00:30");
    }

    #[test]
    fn keys_lead_to_days_and_months() {
        let start = day("2026-03-31");
        let by = |key: &str| moved(start, key).map(|day| day.to_string());
        assert_eq!(by("ArrowRight").as_deref(), Some("2026-04-01"));
        assert_eq!(by("ArrowUp").as_deref(), Some("2026-03-24"));
        assert_eq!(by("PageUp").as_deref(), Some("2026-02-28"));
        assert_eq!(by("Home").as_deref(), Some("2026-03-30"));
        assert_eq!(by("End").as_deref(), Some("2026-04-05"));
        assert_eq!(by("x"), None);
        let weeks = weeks_of(day("2026-06-01"));
        assert_eq!((weeks.len(), weeks[4][1]), (5, day("2026-06-30")));
    }
}
