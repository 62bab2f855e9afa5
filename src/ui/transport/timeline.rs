//! The weeks as a line: which launch something, which are over, what was edited when; and a slider over it.

use std::rc::Rc;

use chrono::Datelike as _;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::follow::use_playhead;
use crate::app::action::Action;
use crate::app::learning::Cover;
use crate::app::predicted::Said;
use crate::app::state::Player;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::scenario::Scenario;
use crate::scene::timeline::{Mark, end_of_week, launch_weeks, marks, weeks_begun};
use crate::text::transport::{flag, value};
use crate::text::{self, Lang, format};
use crate::ui::shared::Shared;

/// Props of the timeline.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct TimelineProps {
    /// The scenario.
    pub(super) scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub(super) run: Option<Shared<RunLog>>,
    /// The player.
    pub(super) player: Player,
    /// What was predicted.
    pub(super) said: Rc<[Said]>,
    /// Why what is to come stays hidden.
    pub(super) cover: Option<Cover>,
    /// The language.
    pub(super) lang: Lang,
    /// Takes actions.
    pub(super) send: Callback<Action>,
}

/// The timeline.
#[component]
pub(super) fn Timeline(props: &TimelineProps) -> Html {
    let node = use_node_ref();
    let (start, end) = (props.scenario.start_time(), props.scenario.end_time());
    {
        let node = node.clone();
        use_playhead(props.player, end, start, move |moment| place_head(&node, share(start, end, moment)));
    }
    let weeks = props.scenario.weeks;
    // Which weeks launch something would tell how many deliveries there will be.
    let known = props.run.clone().filter(|_| props.cover.is_none());
    let ticks = use_memo((known, weeks), |(run, weeks)| Ticks::of(run.as_deref(), *weeks));
    html! {
        <div class="timeline" ref={node} style={format!("--at: {:.5}", share(start, end, props.player.shown))}>
            <ol class="timeline-names" aria-hidden="true">
                { for marks(props.scenario.start, weeks).into_iter().map(|mark| name(props, mark)) }
            </ol>
            <div class="timeline-track">
                <div class="timeline-line">
                    <div class="timeline-weeks">{ ticks.view(weeks) }</div>
                    <div class="timeline-weeks is-over">{ ticks.view(weeks) }</div>
                    <div class="timeline-head"></div>
                </div>
                { slider(props) }
                <div class="timeline-flags">{ flags(props) }{ said(props) }</div>
            </div>
        </div>
    }
}

/// Two sets of bars, as strokes of one drawing: weeks that launch something and weeks that do not.
#[derive(PartialEq)]
struct Ticks {
    launching: String,
    idle: String,
}

impl Ticks {
    fn of(run: Option<&RunLog>, weeks: u32) -> Self {
        let launches = run.map(launch_weeks).unwrap_or_default();
        let bars = |is_launching: bool, top: u32, height: u32| {
            let weeks = (0..weeks).filter(|week| launches.contains(week) == is_launching);
            weeks.map(|week| format!("M{week}.07 {top}h.86v{height}h-.86z")).collect()
        };
        Self { launching: bars(true, 0, 10), idle: bars(false, 4, 2) }
    }

    fn view(&self, weeks: u32) -> Html {
        html! {
            <svg viewBox={format!("0 0 {} 10", weeks.max(1))} preserveAspectRatio="none" aria-hidden="true">
                <path d={format!("{}{}", self.launching, self.idle)} />
            </svg>
        }
    }
}

fn slider(props: &TimelineProps) -> Html {
    let (start, weeks) = (props.scenario.start_time(), props.scenario.weeks);
    let week = weeks_begun(start, props.player.shown);
    let oninput = {
        let send = props.send.clone();
        Callback::from(move |event: InputEvent| {
            let slider = event.target_unchecked_into::<HtmlInputElement>();
            let week = slider.value_as_number().clamp(0.0, f64::from(weeks));
            send.emit(Action::Seek { to: end_of_week(start, week as u32) });
        })
    };
    let onkeydown = {
        let (send, end) = (props.send.clone(), props.scenario.end_time());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(action) = action_of_key(&event.key(), end) {
                event.prevent_default();
                send.emit(action);
            }
        })
    };
    html! {
        <input type="range" min="0" max={weeks.to_string()} step="1" value={week.to_string()}
            disabled={props.run.is_none() || props.cover == Some(Cover::Asked)} aria-label={text::transport::of(props.lang).timeline}
            aria-valuetext={value(props.lang, props.player.shown, week, weeks)} {oninput} {onkeydown} />
    }
}

/// A week by an arrow, four by a page, all by Home and End.
fn action_of_key(key: &str, end: SimTime) -> Option<Action> {
    let weeks = match key {
        "ArrowRight" | "ArrowUp" => 1,
        "ArrowLeft" | "ArrowDown" => -1,
        "PageUp" => 4,
        "PageDown" => -4,
        "Home" => return Some(Action::Reset),
        "End" => return Some(Action::Seek { to: end }),
        _ => return None,
    };
    Some(Action::StepWeek { weeks })
}

fn name(props: &TimelineProps, mark: Mark) -> Html {
    let at = share(props.scenario.start_time(), props.scenario.end_time(), SimTime::from_date(mark.date));
    let text = if mark.is_year {
        mark.date.year().to_string()
    } else {
        format::month_short(props.lang, format::month_of(mark.date)).to_owned()
    };
    html! {
        <li key={mark.date.to_string()} class={classes!((!mark.is_major).then_some("is-minor"))}
            style={format!("--at: {at:.5}")}>{ text }</li>
    }
}

fn flags(props: &TimelineProps) -> Html {
    let (start, end) = (props.scenario.start_time(), props.scenario.end_time());
    let within = props.scenario.interventions.iter().enumerate();
    let within = within.filter(|(_, done)| done.at >= start && done.at < end);
    within
        .map(|(number, done)| {
            let label = flag(props.lang, &props.scenario, done);
            html! {
                <span key={number} class="flag" role="img" aria-label={label.clone()} title={label}
                    style={format!("--at: {:.5}", share(start, end, done.at))}></span>
            }
        })
        .collect()
}

/// Where the run came to a number that was predicted; not before it has.
fn said(props: &TimelineProps) -> Html {
    let (start, end) = (props.scenario.start_time(), props.scenario.end_time());
    let Some(run) = &props.run else { return Html::default() };
    let come = props
        .said
        .iter()
        .filter_map(|said| Some((said, said.reached.filter(|at| *at <= props.player.shown)?)));
    come.map(|(said, at)| {
        let label = run.plan().steps.get(said.step).map(|step| step.label.to_string()).unwrap_or_default();
        let told = text::course::panel::reached(props.lang, said.number, &label, at);
        html! {
            <span key={format!("said-{}", said.step)} class="flag is-said" role="img" aria-label={told.clone()} title={told}
                style={format!("--at: {:.5}", share(start, end, at))}></span>
        }
    })
    .collect()
}

/// How much of the run is over at `moment`, from 0 to 1.
fn share(start: SimTime, end: SimTime, moment: SimTime) -> f64 {
    let whole = (end - start).secs().max(1);
    ((moment - start).secs() as f64 / whole as f64).clamp(0.0, 1.0)
}

fn place_head(node: &NodeRef, share: f64) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _ = element.style().set_property("--at", &format!("{share:.5}"));
    }
}
