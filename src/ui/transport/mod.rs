//! Play, pause, step, reset, speed, and the timeline with the clock.

mod clock;
pub mod clockwork;
mod follow;
pub mod keys;
mod spoken;
#[cfg(test)]
mod tests;
mod timeline;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use self::clock::Clock;
use self::timeline::Timeline;
use crate::app::action::Action;
use crate::app::state::Player;
use crate::log::RunLog;
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scene::playhead::Speed;
use crate::text::transport::{Transport as Words, speed};
use crate::text::{self, Lang};
use crate::ui::shared::Shared;
use crate::ui::shell::icon::{Icon, IconView};

/// Props of the panel.
#[derive(Clone, PartialEq, Properties)]
pub struct TransportProps {
    /// The scenario.
    pub scenario: Shared<Scenario>,
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// The player.
    pub player: Player,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let words = text::transport::of(props.lang);
    html! {
        <section class="transport" aria-label={words.player}>
            <div class="transport-buttons">
                { buttons(props, words) }
                { speeds(props, words) }
            </div>
            <Timeline scenario={props.scenario.clone()} run={props.run.clone()} player={props.player}
                lang={props.lang} send={props.send.clone()} />
            <Clock scenario={props.scenario.clone()} player={props.player} lang={props.lang} />
        </section>
    }
}

fn buttons(props: &TransportProps, words: &Words) -> Html {
    let (shown, cannot_run) = (props.player.shown, props.run.is_none());
    let is_at_start = cannot_run || shown <= props.scenario.start_time() && !props.player.head.is_playing();
    let is_at_end = cannot_run || shown >= props.scenario.end_time();
    html! {
        <>
            { step(props, Icon::Rewind, words.to_start, is_at_start, Action::Reset) }
            { step(props, Icon::Back, words.week_back, is_at_start, Action::StepWeek { weeks: -1 }) }
            { play(props, words) }
            { step(props, Icon::Forward, words.week_on, is_at_end, Action::StepWeek { weeks: 1 }) }
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
        <button type="button" class="play" aria-label={label} title={label} disabled={props.run.is_none()} {onclick}>
            <IconView {icon} />
        </button>
    }
}

fn step(props: &TransportProps, icon: Icon, label: &'static str, disabled: bool, action: Action) -> Html {
    let send = props.send.clone();
    let onclick = move |_| send.emit(action.clone());
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
        let speed = Speed::ALL.into_iter().find(|speed| speed.weeks_per_second().to_string() == chosen);
        if let Some(speed) = speed {
            send.emit(Action::SetSpeed { speed, now_millis: now_millis() });
        }
    });
    html! {
        <select class="speed" aria-label={words.speed} title={words.speed} {onchange}>
            { for Speed::ALL.into_iter().map(|one| {
                let weeks = one.weeks_per_second();
                html! {
                    <option key={weeks} value={weeks.to_string()} selected={one == props.player.head.speed()}>
                        { speed(props.lang, weeks) }
                    </option>
                }
            }) }
        </select>
    }
}
