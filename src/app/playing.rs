//! What the transport does to the state.

use super::effect::Effect;
use super::state::{AppState, Player};
use super::stepping::{self, Rest};
use crate::base::time::{SimSpan, SimTime};
use crate::scene::playhead::{Playhead, Speed};

pub(super) fn play(state: &mut AppState, now_millis: f64) {
    if state.outcome.log.is_none() || state.player.head.is_playing() {
        return;
    }
    let end = state.end();
    if state.player.shown >= end {
        rest_at(state, state.scenario().start_time());
    }
    state.player.head = state.player.head.play(now_millis, end);
    stepping::aim(state);
    hurry(state);
}

/// Where time takes no time the player is at its breakpoint, or at the end, at once.
fn hurry(state: &mut AppState) {
    if state.player.head.is_playing() && state.player.head.speed() == Speed::AtOnce {
        let to = state.player.head.limit().unwrap_or(state.end());
        reached(state, to);
    }
}

pub(super) fn pause(state: &mut AppState, now_millis: f64) {
    if state.player.head.is_playing() {
        let end = state.end();
        let met = state.view.stepping.ahead.take();
        state.player.head = state.player.head.pause(now_millis, end);
        show(state, state.player.head.time_at(now_millis, end));
        if let Some(hit) = met.filter(|hit| hit.at == state.player.shown) {
            state.view.stepping.rest = Rest::Hit(hit);
        }
    }
}

/// Follows the playhead; at a breakpoint and at the end it comes to rest. However late the frame is that tells of it,
/// the player rests at the very moment of the breakpoint.
pub(super) fn reached(state: &mut AppState, at: SimTime) {
    if state.player.head.is_held_at(at)
        && let Some(hit) = state.view.stepping.ahead.clone()
    {
        rest_at(state, hit.at);
        state.view.stepping.rest = Rest::Hit(hit);
    } else if at >= state.end() {
        rest_at(state, state.end());
    } else if state.player.head.is_playing() {
        show(state, at);
    }
}

pub(super) fn seek(state: &mut AppState, to: SimTime) {
    let within = to.clamp(state.scenario().start_time(), state.end());
    rest_at(state, within);
}

/// Goes to the end of the week some weeks on or back, so that each week's launches are whole.
pub(super) fn step_weeks(state: &mut AppState, weeks: i64) {
    let start = state.scenario().start_time();
    let week = SimSpan::from_days(7).secs();
    let passed = (state.player.shown - start).secs();
    let whole = if weeks < 0 { -(-passed).div_euclid(week) } else { passed.div_euclid(week) };
    seek(state, start + SimSpan::from_secs((whole + weeks) * week));
}

pub(super) fn reset(state: &mut AppState) {
    rest_at(state, state.scenario().start_time());
}

pub(super) fn set_speed(state: &mut AppState, speed: Speed, now_millis: f64) {
    state.player.head = state.player.head.with_speed(speed, now_millis, state.end());
    hurry(state);
}

fn rest_at(state: &mut AppState, moment: SimTime) {
    (state.view.stepping.rest, state.view.stepping.ahead) = (Rest::Plain, None);
    state.player = Player { head: Playhead::resting_at(moment, state.player.head.speed()), ..state.player };
    show(state, moment);
}

fn show(state: &mut AppState, moment: SimTime) {
    let end = state.end();
    if moment >= end && state.player.shown < end && state.has_figures() {
        state.outbox.push(Effect::Ran);
    }
    state.player.shown = moment;
    state.close_logs_to_come();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::action::Action;
    use crate::app::options::Options;
    use crate::app::reduce::reduce;
    use crate::app::rows::{RowsAction, Traced};
    use crate::log::indicators::Scope;
    use crate::log::provenance::Counted;

    /// Traces a figure at the end and goes back to the start.
    fn gone_back(scope: Scope) -> AppState {
        let state = AppState::new(&Options::default(), None);
        let traced = Traced { scope, counted: Counted::Failed };
        let trace = Action::Rows(RowsAction::Trace(Some(traced)));
        let seek = Action::Seek { to: state.end() };
        [seek, trace, Action::Reset].into_iter().fold(state, |state, action| reduce(&state, action))
    }

    #[test]
    fn the_logs_of_a_delivery_to_come_are_closed() {
        let state = gone_back(Scope::Delivery(5));
        assert_eq!((state.view.delivery, state.view.rows.traced), (None, None));
        let state = gone_back(Scope::All);
        assert_eq!(state.view.rows.traced.map(|one| one.scope), Some(Scope::All));
    }
}
