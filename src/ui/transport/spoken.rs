//! What the player says to those who listen: a sentence for a week now and then, a sum where it rests.

use yew::prelude::*;

use crate::app::state::Player;
use crate::app::stepping::{Rest, Stepping};
use crate::log::RunLog;
use crate::paint::clock::now_millis;
use crate::paint::timer::Timer;
use crate::scene::playhead::Speed;
use crate::scene::timeline::weeks_begun;
use crate::text::Lang;
use crate::text::stepping::{hit, step_told};
use crate::text::transport::{rest_told, week_told};
use crate::ui::shared::Shared;

/// The shortest time between two sentences while it plays, in milliseconds.
const SHORTEST_MILLIS: f64 = 2_000.0;
/// How long the player has to rest before the sum is said, in milliseconds: who drags the timeline hears one.
const REST_MILLIS: i32 = 700;

/// Props of the voice.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SpokenProps {
    /// The run; none where the scenario has errors.
    pub(super) run: Option<Shared<RunLog>>,
    /// The player.
    pub(super) player: Player,
    /// Why it rests.
    pub(super) stepping: Stepping,
    /// The language.
    pub(super) lang: Lang,
}

/// The voice: a live region that is heard and not seen.
#[component]
pub(super) fn Spoken(props: &SpokenProps) -> Html {
    let said = use_state_eq(String::new);
    let said_at = use_mut_ref(|| None::<f64>);
    let waiting = use_mut_ref(|| None::<Timer>);
    let is_playing = props.player.head.is_playing();
    let week = props.run.as_ref().map_or(0, |run| weeks_begun(run.plan().start, props.player.shown));
    let resting_at = (!is_playing).then_some(props.player.shown);
    {
        let (props, said) = (props.clone(), said.setter());
        use_effect_with((week, resting_at), move |(week, resting_at)| {
            // What is there when the page opens is read by reading the page.
            let is_first = said_at.borrow().is_none();
            let passed = said_at.borrow().map_or(0.0, |before| now_millis() - before);
            match (props.run.clone(), *resting_at) {
                (_, _) if is_first => {
                    said_at.replace(Some(f64::MIN));
                }
                (Some(run), Some(moment)) => {
                    let (lang, week) = (props.lang, *week);
                    let rest = props.stepping.rest.clone();
                    let say = move || {
                        let told = match &rest {
                            Rest::Hit(met) => Some(hit(lang, run.plan(), met)),
                            Rest::Step => step_told(lang, &run, moment),
                            Rest::Plain => None,
                        };
                        said.set(told.unwrap_or_else(|| rest_told(lang, &run, moment, week)));
                    };
                    waiting.replace(Some(Timer::after(REST_MILLIS, say)));
                }
                (Some(run), None) if is_slow(props.player) && *week > 1 && passed >= SHORTEST_MILLIS => {
                    said_at.replace(Some(now_millis()));
                    said.set(week_told(props.lang, &run, *week - 1));
                }
                _ => {}
            }
            move || {
                waiting.replace(None);
            }
        });
    }
    html! { <p class="visually-hidden spoken" role="status">{ &*said }</p> }
}

/// At higher speeds a sentence for some weeks would say too little and one for each too much.
fn is_slow(player: Player) -> bool {
    player.head.speed() <= Speed::TwoWeeks
}
