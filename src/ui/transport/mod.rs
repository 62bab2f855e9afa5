//! Play, pause, step, reset, speed, and the timeline; also what moves the player, shown or not.

mod clockwork;
mod spoken;
mod timeline;

use std::rc::Rc;

use web_sys::{HtmlElement, HtmlSelectElement};
use yew::prelude::*;

use self::clockwork::use_clockwork;
use self::spoken::Spoken;
use self::timeline::Timeline;
use crate::app::action::Action;
use crate::app::state::Player;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::paint::clock::now_millis;
use crate::scenario::Scenario;
use crate::scene::playhead::Speed;
use crate::scene::weeks::Weeks;
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
    /// Whether the controls are shown; the player moves all the same.
    pub is_shown: bool,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// The panel.
#[component]
pub fn Transport(props: &TransportProps) -> Html {
    let lang = props.lang;
    let weeks = Weeks::of(&props.scenario);
    let (panel, clock) = (use_node_ref(), use_node_ref());
    let draw: Rc<dyn Fn(SimTime)> = {
        let (panel, clock) = (panel.clone(), clock.clone());
        Rc::new(move |at| {
            if let Some(panel) = panel.cast::<HtmlElement>() {
                let share = format!("{:.3}%", 100.0 * weeks.share(at));
                // A browser that refuses leaves the mark where it was.
                let _ = panel.style().set_property("--at", &share);
            }
            if let Some(clock) = clock.cast::<HtmlElement>() {
                clock.set_text_content(Some(&text::format::date_time(lang, at)));
            }
        })
    };
    use_clockwork(props.player, props.run.clone(), draw, props.send.clone());
    if !props.is_shown {
        return Html::default();
    }
    let words = text::transport::of(lang);
    let shown = props.player.shown;
    html! {
        <footer ref={panel} class="transport" role="group" aria-label={words.player}
            style={format!("--at: {:.3}%", 100.0 * weeks.share(shown))}>
            <div class="controls">
                { button(props, Icon::Rewind, words.reset, Action::Reset) }
                { button(props, Icon::Back, words.back, Action::StepWeek { weeks: -1 }) }
                { play_button(props) }
                { button(props, Icon::Forward, words.forward, Action::StepWeek { weeks: 1 }) }
                { speeds(props) }
            </div>
            <Timeline scenario={props.scenario.clone()} run={props.run.clone()} {shown} {lang} send={props.send.clone()} />
            <p class="when">
                <b ref={clock}>{ text::format::date_time(lang, shown) }</b>
                <span>{ text::transport::week(lang, weeks.number(shown), weeks.count()) }</span>
            </p>
            <Spoken run={props.run.clone()} player={props.player} {lang} />
        </footer>
    }
}

fn button(props: &TransportProps, icon: Icon, label: &'static str, action: Action) -> Html {
    let send = props.send.clone();
    html! {
        <button type="button" class="quiet tool" aria-label={label} title={label}
            onclick={move |_| send.emit(action.clone())}><IconView {icon} /></button>
    }
}

fn play_button(props: &TransportProps) -> Html {
    let words = text::transport::of(props.lang);
    let is_playing = props.player.head.is_playing();
    let (icon, label) = if is_playing { (Icon::Pause, words.pause) } else { (Icon::Play, words.play) };
    let send = props.send.clone();
    let onclick = move |_| {
        let now_millis = now_millis();
        send.emit(if is_playing { Action::Pause { now_millis } } else { Action::Play { now_millis } });
    };
    html! {
        <button type="button" class="primary play" aria-label={label} title={label}
            disabled={props.run.is_none()} {onclick}><IconView {icon} /></button>
    }
}

fn speeds(props: &TransportProps) -> Html {
    let words = text::transport::of(props.lang);
    let send = props.send.clone();
    let onchange = Callback::from(move |event: Event| {
        let chosen = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
        if let Some(&speed) = usize::try_from(chosen).ok().and_then(|place| Speed::ALL.get(place)) {
            send.emit(Action::SetSpeed { speed, now_millis: now_millis() });
        }
    });
    html! {
        <select class="speed" aria-label={words.speed} {onchange}>
            { for Speed::ALL.into_iter().map(|speed| html! {
                <option key={speed.weeks_per_second()} selected={speed == props.player.head.speed()}>
                    { text::transport::speed(props.lang, speed.weeks_per_second()) }
                </option>
            }) }
        </select>
    }
}
