//! Scrolling at the edge: while something is dragged near the border of the canvas, the drawing moves on under it.

use std::rc::Rc;

use super::desk::Desk;
use super::gesture::Gesture;
use crate::paint::clock::now_millis;
use crate::paint::motion;
use crate::scene::layout::Size;
use crate::scene::route::Point;

/// How far from the border it begins, in pixels.
const ZONE: f64 = 40.0;
/// How fast the drawing moves at the border itself, in pixels a second.
const FASTEST: f64 = 900.0;
/// The same for those who asked for less motion: what is dragged must still come along.
const CALM: f64 = 300.0;
/// How long the pointer stays there before it begins, in milliseconds, so that passing by moves nothing.
const DWELL_MILLIS: f64 = 180.0;
/// The longest time between two frames that counts, in milliseconds.
const LONGEST_MILLIS: f64 = 50.0;

/// The pointer is at the edge with something it drags.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dwell {
    since: f64,
    last: f64,
}

/// How fast the drawing moves while the pointer is there, in pixels a second; it grows with the square of the depth.
fn speed(at: Point, room: Size, fastest: f64) -> Point {
    let axis = |at: f64, length: f64| {
        // In a small room there is a middle where nothing moves.
        let zone = ZONE.min(length / 4.0);
        let deep = |distance: f64| ((zone - distance) / zone.max(1.0)).clamp(0.0, 1.0).powi(2);
        (deep(at) - deep(length - at)) * fastest
    };
    Point { x: axis(at.x, room.width), y: axis(at.y, room.height) }
}

impl Desk {
    /// Moves the drawing by what the time since the last frame makes; asks for the next one as long as it moves.
    /// Nothing is dragged any more once the button is let go, and with that it ends.
    pub(super) fn scroll_at_edge(self: &Rc<Self>) {
        let drags = matches!(
            *self.gesture.borrow(),
            Gesture::Drag(_) | Gesture::Lasso(_) | Gesture::Resize(_) | Gesture::Link
        );
        let fastest = if motion::is_unwanted() { CALM } else { FASTEST };
        let speed = speed(self.pointer.get(), self.room(), fastest);
        if !drags || (speed.x == 0.0 && speed.y == 0.0) {
            return self.edge.set(None);
        }
        let now = now_millis();
        let Dwell { since, last } = self.edge.get().unwrap_or(Dwell { since: now, last: now });
        self.edge.set(Some(Dwell { since, last: now }));
        if now - since < DWELL_MILLIS {
            return self.ask();
        }
        let seconds = (now - last).clamp(0.0, LONGEST_MILLIS) / 1000.0;
        // This asks for the next frame.
        self.look(self.camera().panned(speed.x * seconds, speed.y * seconds));
        self.point();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_speed_grows_toward_the_edge_and_is_nothing_in_the_middle() {
        let room = Size { width: 800.0, height: 600.0 };
        let at = |x: f64, y: f64| speed(Point { x, y }, room, FASTEST);
        assert_eq!(at(400.0, 300.0), Point::default());
        assert_eq!(at(ZONE, 600.0 - ZONE), Point::default());
        assert_eq!(at(0.0, 300.0), Point { x: FASTEST, y: 0.0 });
        assert_eq!(at(-90.0, 700.0), Point { x: FASTEST, y: -FASTEST }, "beyond it is as at it");
        assert!(at(790.0, 300.0).x < at(775.0, 300.0).x && at(775.0, 300.0).x < 0.0);
        let narrow = Size { width: 60.0, height: 60.0 };
        assert_eq!(speed(Point { x: 30.0, y: 30.0 }, narrow, CALM), Point::default());
        assert!(speed(Point { x: 0.0, y: 0.0 }, Size { width: 0.0, height: 0.0 }, CALM).x.is_finite());
    }
}
