//! How the player steps and what it rests at.

use std::rc::Rc;

use super::playing;
use super::state::AppState;
use crate::log::breakpoints::{Breakpoint, Hit, next_hit};
use crate::log::steps::{Unit, Way, stepped};

/// How somebody steps, and the breakpoints.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stepping {
    /// How far a step goes.
    pub unit: Unit,
    /// The breakpoints, in the order in which they were set.
    pub breakpoints: Rc<[Breakpoint]>,
    /// Why the player rests where it does.
    pub rest: Rest,
    /// The breakpoint that the player is on its way to.
    pub(super) ahead: Option<Hit>,
}

/// Why the player rests where it does.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Rest {
    /// It was put there, or paused, or it is at an end.
    #[default]
    Plain,
    /// A step led there.
    Step,
    /// A breakpoint was met.
    Hit(Hit),
}

/// What can be asked of stepping and breakpoints.
#[derive(Clone, Debug, PartialEq)]
pub enum StepAction {
    /// From the choice of units.
    Choose(Unit),
    /// From the step buttons or a key.
    Step(Way),
    /// From the dialog of breakpoints: sets one, after those that are set.
    Set(Breakpoint),
    /// From the dialog of breakpoints: lifts one.
    Lift(Breakpoint),
}

impl Stepping {
    /// The breakpoint that was met, where the player rests at one.
    pub fn hit(&self) -> Option<&Hit> {
        match &self.rest {
            Rest::Hit(hit) => Some(hit),
            _ => None,
        }
    }
}

pub(super) fn reduce(state: &mut AppState, action: StepAction) {
    match action {
        StepAction::Choose(unit) => state.view.stepping.unit = unit,
        StepAction::Step(way) => step(state, way),
        StepAction::Set(breakpoint) => {
            let set = &state.view.stepping.breakpoints;
            if !set.contains(&breakpoint) {
                state.view.stepping.breakpoints = set.iter().cloned().chain([breakpoint]).collect();
                aim(state);
            }
        }
        StepAction::Lift(breakpoint) => {
            let kept = state.view.stepping.breakpoints.iter().filter(|one| **one != breakpoint);
            state.view.stepping.breakpoints = kept.cloned().collect();
            if state.view.stepping.hit().is_some_and(|hit| hit.which == breakpoint) {
                state.view.stepping.rest = Rest::Plain;
            }
            aim(state);
        }
    }
}

fn step(state: &mut AppState, way: Way) {
    let Some(log) = state.outcome.log.clone() else { return };
    let to = stepped(&log, state.player.shown, state.view.stepping.unit, way);
    playing::seek(state, to);
    state.view.stepping.rest = Rest::Step;
}

/// Has a player that moves rest at the first breakpoint after what is shown.
pub(super) fn aim(state: &mut AppState) {
    let stepping = &mut state.view.stepping;
    stepping.ahead = None;
    if !state.player.head.is_playing() {
        return;
    }
    stepping.rest = Rest::Plain;
    if let Some(log) = &state.outcome.log {
        stepping.ahead = next_hit(log, &stepping.breakpoints, state.player.shown);
    }
    let limit = stepping.ahead.as_ref().map(|hit| hit.at);
    state.player.head = state.player.head.with_limit(limit);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::app::action::Action;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::app::state::AppState;
    use crate::base::time::{SimSpan, SimTime};
    use crate::scene::playhead::Speed;

    fn fresh() -> AppState {
        AppState::new(&Options::default(), None)
    }

    fn all(state: AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
        actions.into_iter().fold(state, |state, action| reduce(&state, action))
    }

    fn set(breakpoint: Breakpoint) -> Action {
        Action::Stepping(StepAction::Set(breakpoint))
    }

    /// Plays with a frame every so often until it rests or a number of frames is over, as the clockwork does.
    fn played(mut state: AppState, frame_millis: f64, frames: u32) -> AppState {
        state = reduce(&state, Action::Play { now_millis: 0.0 });
        for frame in 1..=frames {
            if !state.player.head.is_playing() {
                break;
            }
            let at = state.player.head.time_at(f64::from(frame) * frame_millis, state.end());
            state = reduce(&state, Action::Reached { at });
        }
        state
    }

    /// What is seen of a moment.
    fn seen(state: &AppState) -> String {
        let (log, shown) = (state.outcome.log.as_ref().unwrap(), state.player.shown);
        format!("{shown} {:?} {:?} {}", log.totals(shown), log.traffic(shown), log.deliveries_until(shown))
    }

    #[test]
    fn it_rests_exactly_at_each_breakpoint_at_every_speed_and_goes_on_from_there() {
        let log = fresh().outcome.log.unwrap();
        let made: Vec<SimTime> = log.record().deliveries.iter().map(|one| one.created_at).collect();
        let mut different = made.clone();
        different.dedup();
        for (speed, frame_millis) in
            [(Speed::OneDay, 900.0), (Speed::TwoWeeks, 16.7), (Speed::Quarter, 999.0), (Speed::AtOnce, 16.7)]
        {
            let mut state =
                all(fresh(), [Action::SetSpeed { speed, now_millis: 0.0 }, set(Breakpoint::DeliveryCreated)]);
            for moment in different.iter().take(3) {
                state = played(state, frame_millis, 10_000);
                assert_eq!(state.player.shown, *moment, "{speed:?}");
                let hit = state.view.stepping.hit().unwrap();
                assert_eq!((hit.at, &hit.which), (*moment, &Breakpoint::DeliveryCreated));
            }
        }
    }

    #[test]
    fn without_a_breakpoint_at_once_goes_to_the_end() {
        let speed = Action::SetSpeed { speed: Speed::AtOnce, now_millis: 0.0 };
        let state = all(fresh(), [speed.clone(), Action::Play { now_millis: 5.0 }]);
        assert_eq!((state.player.shown, state.player.head.is_playing()), (state.end(), false));
        assert_eq!(state.view.stepping.rest, Rest::Plain);
        let state = all(fresh(), [Action::Play { now_millis: 5.0 }, speed]);
        assert_eq!((state.player.shown, state.player.head.is_playing()), (state.end(), false));
    }

    #[test]
    fn a_breakpoint_set_or_lifted_while_it_plays_counts_from_then_on() {
        let playing = reduce(&fresh(), Action::Play { now_millis: 0.0 });
        let held = reduce(&playing, set(Breakpoint::DeliveryCreated));
        let limit = held.player.head.limit().unwrap();
        let far = Action::Reached { at: limit + SimSpan::from_days(40) };
        let rested = reduce(&held, far.clone());
        assert_eq!((rested.player.shown, rested.player.head.is_playing()), (limit, false));
        let lifted = reduce(&held, Action::Stepping(StepAction::Lift(Breakpoint::DeliveryCreated)));
        assert_eq!(lifted.player.head.limit(), None);
        assert!(reduce(&lifted, far).player.head.is_playing());
        let lifted = reduce(&rested, Action::Stepping(StepAction::Lift(Breakpoint::DeliveryCreated)));
        assert_eq!(lifted.view.stepping.rest, Rest::Plain);
    }

    #[test]
    fn pausing_on_the_breakpoint_tells_it_and_whatever_moves_the_player_forgets_it() {
        let state = all(fresh(), [set(Breakpoint::MailedTwice), Action::Play { now_millis: 0.0 }]);
        let limit = state.player.head.limit().unwrap();
        let rested = reduce(&state, Action::Pause { now_millis: 1e9 });
        assert_eq!((rested.player.shown, rested.view.stepping.hit().map(|hit| hit.at)), (limit, Some(limit)));
        for action in [Action::Reset, Action::StepWeek { weeks: 1 }, Action::Play { now_millis: 0.0 }] {
            assert_eq!(reduce(&rested, action).view.stepping.hit(), None);
        }
    }

    #[test]
    fn steps_follow_the_unit_and_leave_breakpoints_alone() {
        let first = fresh().outcome.log.unwrap().record().deliveries[0].created_at;
        let step = |way| Action::Stepping(StepAction::Step(way));
        let unit = Action::Stepping(StepAction::Choose(Unit::Delivery));
        let state = all(fresh(), [set(Breakpoint::DeliveryCreated), unit, step(Way::On)]);
        assert_eq!((state.player.shown, &state.view.stepping.rest), (first, &Rest::Step));
        let back = reduce(&state, step(Way::Back));
        assert_eq!(back.player.shown, back.scenario().start_time());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn a_moment_shows_the_same_whether_it_was_sought_or_played_to(
            speed in prop::sample::select(Speed::ALL[..5].to_vec()),
            frame_millis in 5.0_f64..400.0,
            frames in 1_u32..120,
            detours in prop::collection::vec(0_i64..31_000_000, 0..4),
        ) {
            let state = reduce(&fresh(), Action::SetSpeed { speed, now_millis: 0.0 });
            let played = played(state.clone(), frame_millis, frames);
            let shown = played.player.shown;
            let start = state.scenario().start_time();
            let detours = detours.into_iter().map(|secs| Action::Seek { to: start + SimSpan::from_secs(secs) });
            let sought = all(state, detours.chain([Action::Seek { to: shown }]));
            prop_assert_eq!(seen(&sought), seen(&played));
        }
    }
}
