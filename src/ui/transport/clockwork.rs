//! Makes time pass: always mounted, whether the player is shown or not; draws nothing but what is spoken.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::spoken::Spoken;
use crate::app::action::Action;
use crate::app::state::Player;
use crate::app::stepping::Stepping;
use crate::base::time::{SimSpan, SimTime};
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

/// How long frames may stay away before a timer takes their place, in milliseconds: a frame outside the window gets none.
const FRAMES_LATE_MILLIS: i32 = 250;
/// The longest time between two looks at the clock that counts, in milliseconds. Timers come at least once a second, so
/// after a longer one the machine has slept.
const LONGEST_PAUSE_MILLIS: f64 = 2_500.0;
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
    /// Frame by frame, and by a timer where no frames come; held for their drop.
    Frames { _ticker: Ticker, _timer: Timer },
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
            by_frames(Passing::new(head, run, shown, now_millis()), send)
        }
    }
}

/// Time as it passes, whoever looks at the clock.
struct Passing {
    head: Playhead,
    run: Shared<RunLog>,
    pace: Pace,
    last_millis: f64,
}

impl Passing {
    fn new(head: Playhead, run: Shared<RunLog>, shown: SimTime, now_millis: f64) -> Self {
        Self { head, run, pace: Pace::new(shown, now_millis), last_millis: now_millis }
    }

    /// What a look at the clock brings about. A frame's time may lie a little before that of the last timer.
    fn look(&mut self, now_millis: f64) -> [Option<Action>; 2] {
        let now_millis = now_millis.max(self.last_millis);
        let lost_millis = now_millis - self.last_millis - LONGEST_PAUSE_MILLIS;
        self.last_millis = now_millis;
        let stalled = (lost_millis > 0.0).then(|| {
            self.head = self.head.without(lost_millis);
            Action::Stalled { millis: lost_millis }
        });
        let moment = self.head.time_at(now_millis, self.run.end());
        // A breakpoint never waits.
        let is_due = self.head.is_held_at(moment) || self.pace.is_due(&self.run, moment, now_millis);
        [stalled, is_due.then_some(Action::Reached { at: moment })]
    }

    /// Whether no frame has come for a while.
    fn is_late(&self, now_millis: f64) -> bool {
        now_millis - self.last_millis >= f64::from(FRAMES_LATE_MILLIS)
    }
}

fn by_frames(passing: Passing, send: Callback<Action>) -> Drive {
    let passing = Rc::new(RefCell::new(passing));
    let look = move |now_millis: f64, only_late: bool| {
        // Let go of before anybody is told: they may end this drive and start another.
        let told = {
            let mut passing = passing.borrow_mut();
            if only_late && !passing.is_late(now_millis) {
                return;
            }
            passing.look(now_millis)
        };
        for action in told.into_iter().flatten() {
            send.emit(action);
        }
    };
    let by_timer = look.clone();
    Drive::Frames {
        _ticker: Ticker::start(move |now_millis| look(now_millis, false)),
        _timer: Timer::every(FRAMES_LATE_MILLIS, move || by_timer(now_millis(), true)),
    }
}

fn by_weeks(head: Playhead, run: Shared<RunLog>, shown: SimTime, send: Callback<Action>) -> Timer {
    let start = run.plan().start;
    let mut weeks = weeks_over(start, shown);
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

/// How many weeks are over at `moment`, of a run that began at `start`.
fn weeks_over(start: SimTime, moment: SimTime) -> u32 {
    weeks_begun(start, moment + SimSpan::from_secs(1)).saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;
    use crate::scene::playhead::Speed;

    fn passing() -> Passing {
        let log = Rc::new(RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan)));
        let start = log.plan().start;
        let head = Playhead::resting_at(start, Speed::TwoWeeks).play(0.0, log.end());
        Passing::new(head, Shared::of(&log), start, 0.0)
    }

    fn reached(told: &[Option<Action>; 2]) -> Option<SimTime> {
        told.iter().flatten().find_map(|action| match action {
            Action::Reached { at } => Some(*at),
            _ => None,
        })
    }

    #[test]
    fn without_frames_time_passes_by_the_timer_and_nothing_is_made_up_for_later() {
        let mut passing = passing();
        let start = passing.run.plan().start;
        assert!(!passing.is_late(249.0) && passing.is_late(250.0));
        // Once a second, as timers come in a frame that nobody sees.
        for second in 1..=5_u32 {
            let told = passing.look(f64::from(second) * 1_000.0);
            assert!(told[0].is_none(), "no time is lost");
            assert_eq!(reached(&told), Some(start + SimSpan::from_days(14 * i64::from(second))));
        }
        // A frame whose time lies before that of the last timer takes nothing back.
        assert_eq!(reached(&passing.look(4_999.0)), None);
        let next = reached(&passing.look(5_250.0)).unwrap();
        assert!(next < start + SimSpan::from_days(14 * 6));
    }

    #[test]
    fn a_week_that_is_under_way_is_not_over() {
        let start = passing().run.plan().start;
        for (days, weeks) in [(0, 0), (6, 0), (7, 1), (20, 2), (21, 3), (24, 3), (28, 4)] {
            assert_eq!(weeks_over(start, start + SimSpan::from_days(days)), weeks, "after {days} days");
        }
    }

    #[test]
    fn while_the_machine_slept_no_time_passed() {
        let mut passing = passing();
        let start = passing.run.plan().start;
        passing.look(1_000.0);
        let told = passing.look(61_000.0);
        assert!(matches!(told[0], Some(Action::Stalled { millis }) if millis == 57_500.0));
        assert_eq!(reached(&told), Some(start + SimSpan::from_days(14) + SimSpan::from_days(35)));
    }
}
