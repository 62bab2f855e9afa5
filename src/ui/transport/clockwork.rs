//! Moves the shown moment while the player plays: draws every frame, tells the store only at stops.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Interval;
use yew::prelude::*;

use crate::app::action::Action;
use crate::app::state::Player;
use crate::base::time::SimTime;
use crate::log::RunLog;
use crate::paint::clock::{now_millis, wants_stillness};
use crate::paint::ticker::Ticker;
use crate::scene::stops::Stops;
use crate::ui::shared::Shared;

/// The store hears of a stop at most this often, in milliseconds.
const REST_MILLIS: f64 = 90.0;
/// A frame later than this was not shown to anybody, as in a frame out of sight; that time does not count.
const GAP_MILLIS: f64 = 1_000.0;

/// What keeps the player moving; dropping it stops it.
enum Drive {
    Frames(#[expect(dead_code, reason = "held for its drop")] Ticker),
    Weeks(#[expect(dead_code, reason = "held for its drop")] Interval),
}

/// Drives the player of a run. `draw` puts a moment on the page, up to once a frame, without the store.
#[hook]
pub fn use_clockwork(
    player: Player,
    run: Option<Shared<RunLog>>,
    draw: Rc<dyn Fn(SimTime)>,
    send: Callback<Action>,
) {
    {
        let draw = draw.clone();
        use_effect_with((player.shown, player.head.is_playing()), move |(shown, _)| draw(*shown));
    }
    {
        let send = send.clone();
        use_effect_with((), move |()| {
            let document = web_sys::window().and_then(|window| window.document());
            let listener = document.map(|document| {
                EventListener::new(&document.clone(), "visibilitychange", move |_| {
                    if document.hidden() {
                        send.emit(Action::Pause { now_millis: now_millis() });
                    }
                })
            });
            move || drop(listener)
        });
    }
    use_effect_with((player.head, run), move |(head, run)| {
        let drive = run.as_ref().filter(|_| head.is_playing()).map(|run| {
            let player = Player { head: *head, shown: player.shown };
            if wants_stillness() { weeks(player, run, send) } else { frames(player, run, draw, send) }
        });
        move || drop(drive)
    });
}

fn frames(player: Player, run: &Shared<RunLog>, draw: Rc<dyn Fn(SimTime)>, send: Callback<Action>) -> Drive {
    let (head, end, stops) = (player.head, run.end(), Stops::of(run));
    let told = Cell::new(player.shown);
    let told_millis = Cell::new(f64::MIN);
    let last_millis = Cell::new(None);
    Drive::Frames(Ticker::start(move |now_millis| {
        if let Some(last) = last_millis.replace(Some(now_millis))
            && now_millis - last > GAP_MILLIS
        {
            send.emit(Action::Pause { now_millis: last });
            return send.emit(Action::Play { now_millis });
        }
        let at = head.time_at(now_millis, end);
        draw(at);
        let is_due = at >= end || stops.lies_between(told.get(), at);
        if is_due && (at >= end || now_millis - told_millis.get() >= REST_MILLIS) {
            told.set(at);
            told_millis.set(now_millis);
            send.emit(Action::Reached { at });
        }
    }))
}

/// Without motion the same year passes in whole weeks.
fn weeks(player: Player, run: &Shared<RunLog>, send: Callback<Action>) -> Drive {
    let (head, start, end) = (player.head, run.plan().start, run.end());
    let told = Cell::new(player.shown);
    let millis = 1_000 / head.speed().weeks_per_second();
    Drive::Weeks(Interval::new(millis, move || {
        let now = head.time_at(now_millis(), end);
        let at = if now >= end { end } else { Stops::week_begun(start, now) };
        if at > told.get() {
            told.set(at);
            send.emit(Action::Reached { at });
        }
    }))
}
