//! Makes time pass: always mounted, whether the player is shown or not; draws nothing but what is spoken.

use yew::prelude::*;

use super::spoken::Spoken;
use crate::app::action::Action;
use crate::app::state::Player;
use crate::app::stepping::Stepping;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::paint::clock::now_millis;
use crate::paint::hidden::HiddenWatch;
use crate::paint::motion;
use crate::paint::ticker::Ticker;
use crate::paint::timer::Timer;
use crate::scene::playhead::Playhead;
use crate::scene::stops::Pace;
use crate::scene::timeline::{end_of_week, weeks_begun};
use crate::text::Lang;
use crate::ui::shared::Shared;

/// The longest time between two frames that counts, in milliseconds. A frame outside the window gets none.
const LONGEST_FRAME_MILLIS: f64 = 1_000.0;
/// A step of a week may come this much before its time, in milliseconds, as timers are not exact.
const SLACK_MILLIS: f64 = 20.0;

/// Props of the clockwork.
#[derive(Clone, PartialEq, Properties)]
pub struct ClockworkProps {
    /// The run; none where the scenario has errors.
    pub run: Option<Shared<RunLog>>,
    /// The player.
    pub player: Player,
    /// How it steps and what it rests at.
    #[prop_or_default]
    pub stepping: Stepping,
    /// The language.
    pub lang: Lang,
    /// Takes actions.
    pub send: Callback<Action>,
}

/// What makes time pass; dropping it stops time.
enum Drive {
    /// Frame by frame; held for its drop.
    Frames { _ticker: Ticker },
    /// Week by week; held for its drop.
    Weeks { _timer: Timer },
}

/// The clockwork.
#[component]
pub fn Clockwork(props: &ClockworkProps) -> Html {
    let drive = use_mut_ref(|| None::<Drive>);
    {
        let (send, shown) = (props.send.clone(), props.player.shown);
        use_effect_with((props.player.head, props.run.clone()), move |(head, run)| {
            if let Some(run) = run.clone().filter(|_| head.is_playing()) {
                drive.replace(Some(Drive::start(*head, run, shown, send)));
            }
            move || {
                drive.replace(None);
            }
        });
    }
    let watch = use_mut_ref(|| None::<HiddenWatch>);
    {
        let send = props.send.clone();
        use_effect_with(props.player.head.is_playing(), move |is_playing| {
            let pause = move || send.emit(Action::Pause { now_millis: now_millis() });
            watch.replace(is_playing.then(|| HiddenWatch::start(pause)));
            move || {
                watch.replace(None);
            }
        });
    }
    html! { <Spoken run={props.run.clone()} player={props.player} stepping={props.stepping.clone()} lang={props.lang} /> }
}

impl Drive {
    fn start(head: Playhead, run: Shared<RunLog>, shown: SimTime, send: Callback<Action>) -> Self {
        if motion::is_unwanted() {
            Self::Weeks { _timer: by_weeks(head, run, shown, send) }
        } else {
            Self::Frames { _ticker: by_frames(head, run, shown, send) }
        }
    }
}

fn by_frames(mut head: Playhead, run: Shared<RunLog>, shown: SimTime, send: Callback<Action>) -> Ticker {
    let mut last_millis = now_millis();
    let mut pace = Pace::new(shown, last_millis);
    Ticker::start(move |now_millis| {
        let lost_millis = now_millis - last_millis - LONGEST_FRAME_MILLIS;
        last_millis = now_millis;
        if lost_millis > 0.0 {
            head = head.without(lost_millis);
            send.emit(Action::Stalled { millis: lost_millis });
        }
        let moment = head.time_at(now_millis, run.end());
        // A breakpoint never waits.
        if head.is_held_at(moment) || pace.is_due(&run, moment, now_millis) {
            send.emit(Action::Reached { at: moment });
        }
    })
}

fn by_weeks(head: Playhead, run: Shared<RunLog>, shown: SimTime, send: Callback<Action>) -> Timer {
    let start = run.plan().start;
    let mut weeks = weeks_begun(start, shown);
    let millis = 1_000_u32.saturating_mul(7).div_ceil(head.speed().days_per_second().unwrap_or(7_000));
    Timer::every(i32::try_from(millis).unwrap_or(i32::MAX), move || {
        let moment = head.time_at(now_millis() + SLACK_MILLIS, run.end());
        if head.is_held_at(moment) {
            send.emit(Action::Reached { at: moment });
            return;
        }
        let is_at_end = moment >= run.end();
        let over =
            if is_at_end { weeks_begun(start, moment) } else { weeks_begun(start, moment).saturating_sub(1) };
        if over > weeks || is_at_end {
            weeks = over;
            send.emit(Action::Reached { at: end_of_week(start, over) });
        }
    })
}
