//! One step: its words, its widget, and the way back and on.

use yew::prelude::*;

use super::CoachProps;
use super::change::change;
use super::parts::{open_sample, told};
use super::prediction::PredictionForm;
use super::verdict::verdict;
use crate::app::action::Action;
use crate::lesson::ground::{change_made, has_both_kinds};
use crate::lesson::tour::Step;
use crate::paint::clock::now_millis;
use crate::text::coach::{ask_change, ask_year};

/// The step shown, or why the workflow does not suit the tour.
pub(super) fn view(props: &CoachProps) -> Html {
    let words = props.words();
    let is_empty = props.counted.recurring == 0 || props.counted.continuous == 0;
    if is_empty || !has_both_kinds(&props.scenario) {
        return html! {
            <>
                { told(&words.unsuited, None) }
                { open_sample(props) }
            </>
        };
    }
    html! {
        <>
            { told(&words.steps[props.tour.step.place()], question(props)) }
            { widget(props) }
            { ways(props) }
        </>
    }
}

fn widget(props: &CoachProps) -> Html {
    let words = props.words();
    match props.tour.step {
        Step::Welcome if change_made(&props.scenario).is_some() && !props.readonly => html! {
            <>
                <p class="aside">{ words.changed_before }</p>
                { open_sample(props) }
            </>
        },
        Step::Welcome => Html::default(),
        Step::PredictYear | Step::PredictChange => html! {
            <PredictionForm key={props.tour.step.place()} prediction={*props.tour.prediction()} lang={props.lang}
                send={props.send.clone()} />
        },
        Step::PlayYear | Step::PlayChange => play(props),
        Step::CompareYear | Step::CompareChange => verdict(props),
        Step::FindLogs if props.may_go_on => html! { <p class="done">{ words.found }</p> },
        Step::FindLogs => Html::default(),
        Step::ChangeOne => change(props),
    }
}

fn question(props: &CoachProps) -> Option<String> {
    let weeks = props.scenario.weeks;
    match props.tour.step {
        Step::PredictYear => Some(ask_year(props.lang, weeks)),
        Step::PredictChange => Some(ask_change(props.lang, weeks)),
        _ => None,
    }
}

fn play(props: &CoachProps) -> Html {
    let words = props.words();
    if props.may_go_on && !props.is_playing {
        return html! { <p class="done">{ words.played }</p> };
    }
    let is_playing = props.is_playing;
    let toggle = props.send.reform(move |_: MouseEvent| {
        let now_millis = now_millis();
        if is_playing { Action::Pause { now_millis } } else { Action::Play { now_millis } }
    });
    html! {
        <div class="row">
            <button type="button" class="primary" onclick={toggle}>
                { if is_playing { words.pause } else { words.play } }
            </button>
            <button type="button" class="outlined" onclick={props.on(Action::Seek { to: props.scenario.end_time() })}>
                { words.to_end }
            </button>
        </div>
    }
}

/// Back and on; where the goal is not met, why not.
fn ways(props: &CoachProps) -> Html {
    let words = props.words();
    let place = props.tour.step.place();
    let steps = Step::all(props.readonly);
    let is_last = place + 1 >= steps.len();
    let reason = if props.may_go_on { "" } else { words.reasons[place] };
    let is_calm =
        !props.may_go_on || matches!(props.tour.step, Step::PlayYear | Step::PlayChange) && props.is_playing;
    html! {
        <div class="coach-foot">
            <div class="coach-ways">
                <button type="button" class="outlined" disabled={place == 0} onclick={props.on(Action::TourBack)}>
                    { words.back }
                </button>
                <button type="button" class={if is_calm { "outlined" } else { "primary" }} disabled={!props.may_go_on}
                    aria-describedby="coach-reason" onclick={props.on(Action::TourOn)}>
                    { if is_last { words.finish } else { words.next } }
                </button>
            </div>
            <p class="coach-reason" id="coach-reason">{ reason }</p>
            <div class="coach-steps" aria-hidden="true">
                { for steps.iter().map(|step| html! {
                    <span key={step.place()} class={classes!((*step <= props.tour.step).then_some("is-over"))}></span>
                }) }
            </div>
        </div>
    }
}
