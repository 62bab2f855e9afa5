//! Play, pause, step, reset, speed, and the timeline with the clock.

pub mod breakpoints;
mod clock;
pub mod clockwork;
mod follow;
pub mod keys;
mod spoken;
#[cfg(test)]
mod tests;
mod timeline;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use self::clock::Clock;
use self::timeline::Timeline;
use crate::app::action::Action;
use crate::app::learning::Cover;
use crate::app::predicted::Said;
use crate::app::state::{Player, Sheet};
use crate::app::stepping::{StepAction, Stepping};
use crate::log::RunLog;
use crate::log::steps::{Unit, Way};
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scene::playhead::Speed;
use crate::text::stepping as stepped;
use crate::text::transport::Transport as Words;
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};
use crate::ui::widgets::kept_focus::click_away;

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct TransportProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// The player.
    pub player: Player,
    /// How it steps and what it rests at.
    #[prop_or_default]
    pub stepping: Stepping,
    /// What was predicted, which stays drawn.
    #[prop_or_default]
    pub said: Rc<[Said]>,
    /// Whether what is to come stays hidden, as a prediction is open.
    #[prop_or_default]
    pub cover: Option<Cover>,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

impl TransportProps {
    /// Whether there is a run, and it may be seen.
    fn may_run(&self) -> bool {
        self.run.is_some() && self.cover != Some(Cover::Asked)
    }
}

/// The panel.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let words = text::transport::of(props.lang);
    html! {
        <section class="transport" aria-label={words.player}>
            <div class="transport-buttons">
                { buttons(props, words) }
                { units(props) }
                { speeds(props, words) }
                { breakpoints(props) }
            </div>
            <Timeline scenario={props.scenario.clone()} run={props.run.clone()} player={props.player}
                said={props.said.clone()} cover={props.cover} lang={props.lang} send={props.send.clone()} />
            <Clock scenario={props.scenario.clone()} player={props.player} lang={props.lang} />
            { rested(props) }
        </section>
    }
}

fn buttons(props: &TransportProps, words: &Words) -> Html {
    let unit = props.stepping.unit;
    let (shown, cannot_run) = (props.player.shown, !props.may_run());
    let is_at_start = cannot_run || shown <= props.scenario.start_time() && !props.player.head.is_playing();
    let is_at_end = cannot_run || shown >= props.scenario.end_time();
    html! {
        <>
            { step(props, Icon::Rewind, words.to_start, is_at_start, Action::Reset) }
            { step(props, Icon::Back, stepped::step(props.lang, unit, Way::Back), is_at_start, Action::Stepping(StepAction::Step(Way::Back))) }
            { play(props, words) }
            { step(props, Icon::Forward, stepped::step(props.lang, unit, Way::On), is_at_end, Action::Stepping(StepAction::Step(Way::On))) }
        </>
    }
}

/// The one bold thing. It is the same button before and after, so that it keeps the focus.
fn play(props: &TransportProps, words: &Words) -> Html {
    let is_playing = props.player.head.is_playing();
    let (icon, label) = if is_playing { (Icon::Pause, words.pause) } else { (Icon::Play, words.play) };
    let send = props.send.clone();
    let onclick = move |_| send.emit(keys::toggled(is_playing));
    html! {
        <button type="button" class="play" aria-label={label} title={label} disabled={!props.may_run()} {onclick}>
            <IconView {icon} />
        </button>
    }
}

fn step(props: &TransportProps, icon: Icon, label: &'static str, disabled: bool, action: Action) -> Html {
    let onclick = click_away(&props.send, &[".play"], action);
    html! {
        <button type="button" class="quiet tool" aria-label={label} title={label} {disabled} {onclick}>
            <IconView {icon} />
        </button>
    }
}

fn speeds(props: &TransportProps, words: &Words) -> Html {
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let speed = Speed::ALL.into_iter().find(|speed| speed.place().to_string() == chosen);
        if let Some(speed) = speed {
            send.emit(Action::SetSpeed { speed, now_millis: now_millis() });
        }
    });
    html! {
        <select class="speed" aria-label={words.speed} title={words.speed} {onchange}>
            { for Speed::ALL.into_iter().map(|one| {
                let place = one.place();
                html! {
                    <option key={place} value={place.to_string()} selected={one == props.player.head.speed()}>
                        { stepped::speed(props.lang, one.days_per_second()) }
                    </option>
                }
            }) }
        </select>
    }
}

/// How far the step buttons go.
fn units(props: &TransportProps) -> Html {
    let fixed = stepped::of(props.lang);
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
        let unit = Unit::ALL.into_iter().find(|unit| unit.place().to_string() == chosen);
        if let Some(unit) = unit {
            send.emit(Action::Stepping(StepAction::Choose(unit)));
        }
    });
    html! {
        <select class="step-unit" aria-label={fixed.unit} title={fixed.unit} {onchange}>
            { for Unit::ALL.into_iter().map(|one| html! {
                <option key={one.place()} value={one.place().to_string()} selected={one == props.stepping.unit}>
                    { stepped::unit(props.lang, one) }
                </option>
            }) }
        </select>
    }
}

/// Opens the dialog of breakpoints; says how many there are.
fn breakpoints(props: &TransportProps) -> Html {
    let set = &props.stepping.breakpoints;
    let label = stepped::button(props.lang, props.run.as_ref().map(|run| &**run.plan()), set);
    html! {
        <button type="button" class="quiet tool breakpoint-button" aria-haspopup="dialog" aria-label={label.clone()} title={label}
            onclick={props.send.reform(|_: MouseEvent| Action::Show(Some(Sheet::Breakpoints)))}>
            <IconView icon={Icon::Breakpoint} />
            <span class="breakpoint-count" aria-hidden="true">
                { if set.is_empty() { String::new() } else { set.len().to_string() } }
            </span>
        </button>
    }
}

/// Why the player rests, where a breakpoint was met. It is heard from the player's voice.
fn rested(props: &TransportProps) -> Html {
    let hit = props.stepping.hit().zip(props.run.as_ref());
    let told = hit.map(|(hit, run)| stepped::hit(props.lang, run.plan(), hit));
    html! { <p class={classes!("rested", told.is_none().then_some("is-empty"))}>{ told.unwrap_or_default() }</p> }
}
