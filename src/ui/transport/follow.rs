//! Draws the playhead's moment by hand: each frame while it moves, once where it rests.

use yew::prelude::*;

use crate::app::state::Player;
use crate::base::time::SimTime;
use crate::paint::motion;
use crate::paint::ticker::Ticker;

/// Calls `draw` with the moment of each frame while the player plays, and with the moment shown once it rests.
/// A person who wants no motion gets the moments shown, by the render itself. `rest` is all else that the
/// drawing depends on.
#[hook]
pub(super) fn use_playhead<T: PartialEq + 'static>(
    player: Player,
    end: SimTime,
    rest: T,
    draw: impl Fn(SimTime) + 'static,
) {
    let ticker = use_mut_ref(|| None::<Ticker>);
    let head = player.head;
    let resting_at = (!head.is_playing()).then_some(player.shown);
    use_effect_with((head, resting_at, end, rest), move |(head, resting_at, end, _)| {
        let (head, end) = (*head, *end);
        match resting_at {
            Some(moment) => draw(*moment),
            None if motion::is_unwanted() => {}
            None => {
                let frames = Ticker::start(move |now_millis| draw(head.time_at(now_millis, end)));
                ticker.replace(Some(frames));
            }
        }
        move || {
            ticker.replace(None);
        }
    });
}
