//! What of a drawing is to be seen on the screen, and how large.

use super::layout::Size;
use super::rect::Rect;
use super::route::Point;

/// The least and the most that the camera magnifies.
const ZOOM: (f64, f64) = (0.2, 3.0);
/// A drawing fitted into a room is magnified no further than this.
const FITTED: f64 = 1.25;
/// Room around a fitted drawing, in pixels.
const MARGIN: f64 = 40.0;
/// Beside something that is brought into view, in pixels.
const BESIDE: f64 = 24.0;

/// Where the screen lies on the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// The world point at the left edge of the screen.
    pub x: f64,
    /// The world point at its top edge.
    pub y: f64,
    /// Pixels for each world unit, from 0.2 to 3.
    pub zoom: f64,
}

impl Default for Camera {
    fn default() -> Self {
        Self { x: 0.0, y: 0.0, zoom: 1.0 }
    }
}

impl Camera {
    /// The point of the drawing under a point of the screen.
    pub fn world_from_screen(&self, at: Point) -> Point {
        Point { x: self.x + at.x / self.zoom, y: self.y + at.y / self.zoom }
    }

    /// Where on the screen a point of the drawing is.
    pub fn screen_from_world(&self, at: Point) -> Point {
        Point { x: (at.x - self.x) * self.zoom, y: (at.y - self.y) * self.zoom }
    }

    /// The part of the drawing that is seen in a room.
    pub fn view(&self, room: Size) -> Rect {
        Rect { x: self.x, y: self.y, width: room.width / self.zoom, height: room.height / self.zoom }
    }

    /// The camera after the drawing was pulled this many pixels to the right and down.
    #[must_use]
    pub fn panned(&self, dx: f64, dy: f64) -> Self {
        Self { x: self.x - dx / self.zoom, y: self.y - dy / self.zoom, ..*self }
    }

    /// The camera with everything this many times larger; what is at a point of the screen stays there.
    #[must_use]
    pub fn zoomed_at(&self, factor: f64, screen: Point) -> Self {
        let zoom = clamped(self.zoom * factor);
        let fixed = self.world_from_screen(screen);
        Self { x: fixed.x - screen.x / zoom, y: fixed.y - screen.y / zoom, zoom }
    }

    /// The camera that shows a drawing as a whole in the middle of a room, as large as it can be up to 1.25.
    /// Where even the least zoom is too large, its middle is shown.
    #[must_use]
    pub fn fitted(bounds: Rect, room: Size) -> Self {
        let share = |room: f64, length: f64| (room - 2.0 * MARGIN).max(1.0) / length.max(1.0);
        let zoom = share(room.width, bounds.width).min(share(room.height, bounds.height)).min(FITTED);
        Self::centered(bounds.middle(), room, clamped(zoom))
    }

    /// The camera that shows a drawing at its full size: in the middle of the room where it fits in there, else
    /// from its left or top edge on.
    #[must_use]
    pub fn at_full_size(bounds: Rect, room: Size) -> Self {
        let middle = Self::centered(bounds.middle(), room, 1.0);
        Self { x: middle.x.min(bounds.x - MARGIN), y: middle.y.min(bounds.y - MARGIN), zoom: 1.0 }
    }

    /// The camera with a point of the drawing in the middle of the room.
    #[must_use]
    pub fn centered(middle: Point, room: Size, zoom: f64) -> Self {
        let zoom = clamped(zoom);
        Self { x: middle.x - room.width / zoom / 2.0, y: middle.y - room.height / zoom / 2.0, zoom }
    }

    /// The camera moved by as little as brings a rectangle of the drawing into view. Of one that is too large
    /// for the room, the left and top edges are shown.
    #[must_use]
    pub fn showing(&self, rect: Rect, room: Size) -> Self {
        let view = self.view(room);
        let into = |from: f64, length: f64, seen: f64, of_view: f64| {
            let beside = (BESIDE / self.zoom).min((of_view - length).max(0.0) / 2.0);
            let last = (from + length + beside - of_view).min(from - beside);
            seen.clamp(last, from - beside)
        };
        Self {
            x: into(rect.x, rect.width, self.x, view.width),
            y: into(rect.y, rect.height, self.y, view.height),
            ..*self
        }
    }

    /// The `transform` of the SVG group that holds the drawing.
    pub fn transform(&self) -> String {
        let (x, y) = (-self.x * self.zoom, -self.y * self.zoom);
        // Adding zero keeps a minus away from 0.
        format!("translate({:.2} {:.2}) scale({:.5})", x + 0.0, y + 0.0, self.zoom)
    }
}

fn clamped(zoom: f64) -> f64 {
    if zoom.is_nan() { 1.0 } else { zoom.clamp(ZOOM.0, ZOOM.1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Size = Size { width: 1_000.0, height: 500.0 };

    fn is_near(a: Point, b: Point) -> bool {
        (a.x - b.x).abs() < 0.001 && (a.y - b.y).abs() < 0.001
    }

    #[test]
    fn small_drawings_are_not_blown_up_and_large_ones_fit() {
        let card = Rect { x: 300.0, y: 100.0, width: 200.0, height: 64.0 };
        let camera = Camera::fitted(card, ROOM);
        assert_eq!(camera.zoom, 1.25);
        assert!(is_near(camera.screen_from_world(card.middle()), Point { x: 500.0, y: 250.0 }));
        let wide = Rect { x: -50.0, y: 0.0, width: 1_840.0, height: 200.0 };
        let camera = Camera::fitted(wide, ROOM);
        assert_eq!(camera.zoom, 0.5);
        assert!(is_near(camera.screen_from_world(Point { x: -50.0, y: 100.0 }), Point { x: 40.0, y: 250.0 }));
        assert_eq!(Camera::fitted(Rect { width: 1e9, ..wide }, ROOM).zoom, 0.2);
        assert_eq!(Camera::fitted(wide, Size { width: 0.0, height: 0.0 }).zoom, 0.2);
    }

    #[test]
    fn at_full_size_a_large_drawing_begins_at_its_edge() {
        let wide = Rect { x: -50.0, y: 0.0, width: 1_840.0, height: 200.0 };
        let camera = Camera::at_full_size(wide, ROOM);
        assert_eq!((camera.x, camera.y, camera.zoom), (-90.0, -150.0, 1.0));
    }

    #[test]
    fn what_is_seen_stays_and_what_is_not_comes_by_the_least_way() {
        let camera = Camera { x: 0.0, y: 0.0, zoom: 2.0 };
        let card = Rect { x: 100.0, y: 100.0, width: 200.0, height: 64.0 };
        assert_eq!(camera.showing(card, ROOM), camera);
        let aside = camera.showing(card.moved(300.0, 0.0), ROOM);
        assert_eq!((aside.x, aside.y), (112.0, 0.0));
        assert_eq!(camera.showing(card.moved(-200.0, 0.0), ROOM).x, -112.0);
        // Too large for the room: its beginning.
        assert_eq!(camera.showing(Rect { width: 5_000.0, ..card }, ROOM).x, 100.0);
    }

    #[test]
    fn it_writes_the_transform_of_a_group() {
        let camera = Camera { x: 0.0, y: -10.0, zoom: 0.5 };
        assert_eq!(camera.transform(), "translate(0.00 5.00) scale(0.50000)");
    }

    proptest! {
        #[test]
        fn zooming_keeps_the_point_under_the_pointer(
            x in -5e3..5e3, y in -5e3..5e3, zoom in 0.2..3.0, factor in 0.1..10.0, at_x in 0.0..1e3, at_y in 0.0..5e2,
        ) {
            let (camera, at) = (Camera { x, y, zoom }, Point { x: at_x, y: at_y });
            let zoomed = camera.zoomed_at(factor, at);
            prop_assert!((0.2..=3.0).contains(&zoomed.zoom));
            prop_assert!(is_near(camera.world_from_screen(at), zoomed.world_from_screen(at)));
            prop_assert!(is_near(at, zoomed.screen_from_world(zoomed.world_from_screen(at))));
            let pulled = zoomed.panned(30.0, -8.0).screen_from_world(zoomed.world_from_screen(at));
            let there = Point { x: at.x + 30.0, y: at.y - 8.0 };
            prop_assert!(is_near(pulled, there));
        }

        #[test]
        fn what_is_to_be_shown_is_shown(x in -5e3..5e3, y in -5e3..5e3, zoom in 0.2..2.0, rect_x in -5e3..5e3) {
            let rect = Rect { x: rect_x, y: 40.0, width: 200.0, height: 64.0 };
            let shown = Camera { x, y, zoom }.showing(rect, ROOM);
            prop_assert!(shown.view(ROOM).inflated(0.001).encloses(&rect));
            prop_assert_eq!(shown.zoom, zoom);
        }
    }
}
