//! A rectangle of the drawing.

use super::route::Point;

/// A rectangle, in world units.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The left edge.
    pub x: f64,
    /// The top edge.
    pub y: f64,
    /// How far it reaches to the right.
    pub width: f64,
    /// How far it reaches down.
    pub height: f64,
}

impl Rect {
    /// The rectangle between two opposite corners, whichever they are.
    pub fn between(a: Point, b: Point) -> Self {
        let (x, y) = (a.x.min(b.x), a.y.min(b.y));
        Self { x, y, width: a.x.max(b.x) - x, height: a.y.max(b.y) - y }
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    /// The point in the middle.
    pub fn middle(&self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }

    /// Whether a point lies in it or on its edge.
    pub fn contains(&self, point: Point) -> bool {
        (self.x..=self.right()).contains(&point.x) && (self.y..=self.bottom()).contains(&point.y)
    }

    /// Whether another one lies in it as a whole.
    pub fn encloses(&self, other: &Self) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }

    /// Whether the two have more in common than an edge. A rectangle without width or height is a line: it is
    /// met where the line crosses the inside.
    pub fn intersects(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The least rectangle around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::between(
            Point { x: self.x.min(other.x), y: self.y.min(other.y) },
            Point { x: self.right().max(other.right()), y: self.bottom().max(other.bottom()) },
        )
    }

    /// The rectangle with this much more on each side.
    #[must_use]
    pub fn inflated(&self, by: f64) -> Self {
        Self { x: self.x - by, y: self.y - by, width: self.width + 2.0 * by, height: self.height + 2.0 * by }
    }

    /// The rectangle moved to the right and down.
    #[must_use]
    pub fn moved(&self, x: f64, y: f64) -> Self {
        Self { x: self.x + x, y: self.y + y, ..*self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edges_touch_without_meeting() {
        let card = Rect { x: 0.0, y: 0.0, width: 200.0, height: 64.0 };
        assert!(!card.intersects(&card.moved(200.0, 0.0)) && card.intersects(&card.moved(199.0, 63.0)));
        assert!(card.contains(Point { x: 200.0, y: 64.0 }) && !card.contains(Point { x: 200.1, y: 0.0 }));
        assert_eq!(card.union(&card.moved(300.0, -20.0)).y, -20.0);
        assert_eq!(card.union(&card.moved(300.0, -20.0)).right(), 500.0);
        assert!(card.inflated(10.0).encloses(&card) && !card.encloses(&card.inflated(1.0)));
        // A line along the edge does not cross the card, one through it does.
        let line = |y| Rect { x: -10.0, y, width: 500.0, height: 0.0 };
        assert!(!card.intersects(&line(0.0)) && card.intersects(&line(1.0)));
        assert_eq!(Rect::between(card.middle(), Point { x: 0.0, y: 0.0 }).width, 100.0);
    }
}
