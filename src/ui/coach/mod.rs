//! The guided tour beside the page, one step at a time.

mod compare;
mod predict;
mod task;

use yew::prelude::*;

use self::compare::Compare;
use self::predict::Predict;
use crate::app::action::Action;
use crate::lesson::prediction::Counted;
use crate::lesson::tour::{Status, Step, Tour};
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;
use crate::scenario::samples::Sample;
use crate::text::coach::Coach as Words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct CoachProps {
    /// The learner's progress.
    pub tour: Tour,
    /// What the present run comes to.
    pub counted: Counted,
    /// Whether the goal of the step is met.
    pub may_go_on: bool,
    /// Whether the player plays.
    pub is_playing: bool,
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Coach(props: &CoachProps) -> Html {
    let words = text::coach::of(props.lang);
    let body = match props.tour.status {
        Status::Completed => resting(props, words.completed, &[(words.again, Action::TourRestart)]),
        Status::Skipped => resting(
            props,
            words.left,
            &[(words.go_on, Action::TourResume), (words.again, Action::TourRestart)],
        ),
        Status::Running if !fits(&props.scenario) => resting(
            props,
            words.other_scenario,
            &[(words.open_sample, Action::OpenSample(Sample::SideBySide))],
        ),
        Status::Running => step(props, words),
    };
    html! { <aside class="coach" aria-label={words.tour}>{ body }</aside> }
}

/// Whether the scenario has both kinds of delivery.
fn fits(scenario: &Scenario) -> bool {
    let has = |kind| scenario.workflow.activities.iter().any(|activity| activity.settings.kind() == kind);
    has(ActivityKind::RecurringDelivery) && has(ActivityKind::ContinuousDelivery)
}

/// The tour while it does not go on: a sentence and what can be done.
fn resting(props: &CoachProps, sentence: &'static str, choices: &[(&'static str, Action)]) -> Html {
    let words = text::coach::of(props.lang);
    html! {
        <>
            <p class="eyebrow">{ words.tour }</p>
            <p>{ sentence }</p>
            <div class="coach-foot">
                { for choices.iter().map(|(label, action)| button(props, label, "outlined", action.clone())) }
            </div>
        </>
    }
}

fn step(props: &CoachProps, words: &'static Words) -> Html {
    let tour = props.tour;
    let place = tour.step.place();
    let (heading, sentences) = words.steps[place];
    html! {
        <>
            <p class="eyebrow">{ text::coach::place(props.lang, place + 1, Step::ALL.len()) }</p>
            <h2>{ heading }</h2>
            { for sentences.iter().map(|sentence| html! { <p>{ *sentence }</p> }) }
            { widget(props) }
            <div class="progress" aria-hidden="true">
                { for Step::ALL.into_iter().map(|step| html! {
                    <i key={step.place()} class={classes!((step <= tour.step).then_some("on"))}></i>
                }) }
            </div>
            { foot(props, words) }
        </>
    }
}

/// What the learner does in the step.
fn widget(props: &CoachProps) -> Html {
    let prediction = *props.tour.prediction();
    match props.tour.step {
        Step::Welcome | Step::FindLogs => Html::default(),
        Step::PredictYear | Step::PredictChange => html! {
            <Predict key={props.tour.step.place()} {prediction} lang={props.lang} send={props.send.clone()} />
        },
        Step::PlayYear | Step::PlayChange => task::play(props),
        Step::ChangeOne => task::change(props),
        Step::CompareYear | Step::CompareChange => html! {
            <Compare {prediction} counted={props.counted} lang={props.lang} />
        },
    }
}

fn foot(props: &CoachProps, words: &'static Words) -> Html {
    let tour = props.tour;
    let on = if tour.step.next().is_some() { words.next } else { words.finish };
    let send = props.send.clone();
    html! {
        <>
            if !props.may_go_on {
                <p class="small muted" id="coach-waits">{ words.waits[tour.step.place()] }</p>
            }
            <div class="coach-foot">
                if tour.step.previous().is_some() {
                    { button(props, words.back, "outlined", Action::TourBack) }
                }
                <button type="button" class={if props.may_go_on { "primary" } else { "outlined" }}
                    disabled={!props.may_go_on} aria-describedby={(!props.may_go_on).then_some("coach-waits")}
                    onclick={move |_| send.emit(Action::TourOn)}>{ on }</button>
                <span class="spacer"></span>
                { button(props, words.skip, "link", Action::TourSkip) }
            </div>
        </>
    }
}

fn button(props: &CoachProps, label: &'static str, class: &'static str, action: Action) -> Html {
    let send = props.send.clone();
    html! { <button type="button" {class} onclick={move |_| send.emit(action.clone())}>{ label }</button> }
}
