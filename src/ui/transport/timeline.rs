//! The timeline: a tick a week, the launches that have passed, marks of timed edits, and a slider over it.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::action::Action;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scene::weeks::Weeks;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Beyond this many weeks ticks would be too close to tell apart.
const MOST_TICKS: u32 = 110;

/// Props of the timeline.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub(super) run: Option<Shared<RunLog>>,
    /// The moment shown.
    pub(super) shown: SimTime,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The timeline.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let lang = props.lang;
    let weeks = Weeks::of(&props.scenario);
    let words = text::transport::of(lang);
    let number = weeks.number(props.shown);
    let passed =
        if props.shown >= weeks.begin(props.scenario.weeks) { props.scenario.weeks } else { week_of(number) };
    let send = props.send.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let week = event.target_unchecked_into::<HtmlInputElement>().value();
        if let Ok(week) = week.parse() {
            send.emit(Action::Seek { to: weeks.begin(week) });
        }
    });
    let spoken = format!(
        "{}, {}",
        text::format::date_time(lang, props.shown),
        text::transport::week(lang, number, weeks.count())
    );
    html! {
        <div class="timeline">
            <div class="months" aria-hidden="true">
                { for weeks.named_days().into_iter().map(|day| html! {
                    <span key={day.to_string()} style={place(weeks, SimTime::from_date(day))}>
                        { text::transport::month(lang, day) }
                    </span>
                }) }
            </div>
            <Ticks scenario={props.scenario.clone()} run={props.run.clone()} {passed} />
            { for props.scenario.interventions.iter().enumerate().map(|(at, intervention)| html! {
                <i key={at} class="edit-mark" style={place(weeks, intervention.at)}
                    title={format!("{}: {}", words.edit, text::format::date_time(lang, intervention.at))}></i>
            }) }
            <i class="head" aria-hidden="true"></i>
            <input type="range" min="0" max={props.scenario.weeks.to_string()} step="1" value={passed.to_string()}
                aria-label={words.timeline} aria-valuetext={spoken} {oninput} />
        </div>
    }
}

/// Props of the ticks.
#[derive(Clone, PartialEq, Properties)]
struct TicksProps {
    scenario: Shared<Scenario>,
    run: Option<Shared<RunLog>>,
    passed: u32,
}

/// A tick a week, strong where the week has passed, tall where it has a launch.
#[component]
fn Ticks(props: &TicksProps) -> Html {
    let count = props.scenario.weeks;
    if count > MOST_TICKS {
        return html! { <div class="ticks is-line" aria-hidden="true"></div> };
    }
    let weeks = Weeks::of(&props.scenario);
    let launches = props.run.as_ref().map(|run| run.launch_times()).unwrap_or_default();
    let has_launch = |week: u32| {
        let from = launches.partition_point(|launch| *launch < weeks.begin(week));
        launches.get(from).is_some_and(|launch| *launch < weeks.begin(week + 1))
    };
    html! {
        <div class="ticks" aria-hidden="true">
            { for (0..count).map(|week| html! {
                <i key={week} class={classes!((week < props.passed).then_some("on"), has_launch(week).then_some("launch"))}></i>
            }) }
        </div>
    }
}

/// The week before the one that is running: how many are over.
fn week_of(number: u64) -> u32 {
    u32::try_from(number.saturating_sub(1)).unwrap_or(0)
}

fn place(weeks: Weeks, moment: SimTime) -> String {
    format!("--place: {:.3}%", 100.0 * weeks.share(moment))
}
