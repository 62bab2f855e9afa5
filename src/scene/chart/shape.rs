//! The few shapes that charts are made of, each with a colour by its meaning.

use std::fmt::Write as _;

/// A colour by its meaning; a token of the style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tint {
    /// Recurring deliveries.
    Recurring,
    /// Continuous deliveries.
    Continuous,
    /// What is neither.
    Neutral,
    /// What went wrong.
    Bad,
    /// Words that are read first.
    Loud,
    /// Words beside something.
    Quiet,
    /// An axis.
    Axis,
    /// A line that guides the eye.
    Rule,
    /// What lies under a word on a colour.
    OnHue,
}

/// Which end of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The first sign.
    Start,
    /// The middle.
    Middle,
    /// The last sign.
    End,
}

/// A shape.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A way that is drawn and not filled.
    Way {
        /// Its path data.
        data: String,
        /// Its colour.
        tint: Tint,
        /// Its width.
        width: f64,
        /// Whether it is dashed.
        is_dashed: bool,
    },
    /// A box.
    Box {
        /// The left edge.
        x: f64,
        /// The upper edge.
        y: f64,
        /// Its width.
        width: f64,
        /// Its height.
        height: f64,
        /// Its colour.
        tint: Tint,
        /// How much of its colour it has, in percent; 0 leaves its edge only.
        shade: u8,
        /// What is said of it when it is pointed at.
        title: String,
    },
    /// A point.
    Point {
        /// Its middle.
        x: f64,
        /// Its middle.
        y: f64,
        /// Its colour.
        tint: Tint,
        /// Whether it is a ring.
        is_hollow: bool,
        /// What is said of it when it is pointed at.
        title: String,
    },
    /// Words.
    Text {
        /// The words.
        words: String,
        /// Where they stand.
        x: f64,
        /// Their base line.
        y: f64,
        /// Their size.
        size: f64,
        /// Which end stands there.
        anchor: Anchor,
        /// Their colour.
        tint: Tint,
        /// Whether they are bold.
        is_bold: bool,
    },
}

/// Shapes in a frame.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// The shapes, those below first.
    pub shapes: Vec<Shape>,
}

impl Tint {
    /// The name of the token.
    pub const fn token(self) -> &'static str {
        match self {
            Self::Recurring => "rec",
            Self::Continuous => "con",
            Self::Neutral | Self::Quiet => "ink-2",
            Self::Bad => "bad",
            Self::Loud => "ink",
            Self::Axis => "line-strong",
            Self::Rule => "line",
            Self::OnHue => "on-hue",
        }
    }
}

impl Anchor {
    /// The value of `text-anchor`.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Shape {
    /// A thin line.
    pub fn line((x, y): (f64, f64), (to_x, to_y): (f64, f64), tint: Tint) -> Self {
        Self::Way { data: format!("M{x:.1} {y:.1}L{to_x:.1} {to_y:.1}"), tint, width: 1.0, is_dashed: false }
    }
}

/// A way through points: straight from one to the next, or level and then up or down where it is stepped. Gaps
/// break it; a point alone is drawn as a dash.
pub fn way(points: impl IntoIterator<Item = Option<(f64, f64)>>, is_stepped: bool) -> String {
    let mut data = String::new();
    let mut before: Option<(f64, f64)> = None;
    let mut is_alone = false;
    let end = |data: &mut String, is_alone: bool| {
        if is_alone {
            data.push_str("h2");
        }
    };
    for point in points {
        match (before, point) {
            (Some(_), Some((x, y))) if is_stepped => {
                let _ = write!(data, "H{x:.1}V{y:.1}");
                is_alone = false;
            }
            (Some(_), Some((x, y))) => {
                let _ = write!(data, "L{x:.1} {y:.1}");
                is_alone = false;
            }
            (None, Some((x, y))) => {
                let _ = write!(data, "M{x:.1} {y:.1}");
                is_alone = true;
            }
            (_, None) => {
                end(&mut data, is_alone);
                is_alone = false;
            }
        }
        before = point;
    }
    end(&mut data, is_alone);
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_go_straight_or_in_steps_and_break_at_gaps() {
        let points = [Some((0.0, 9.0)), Some((5.0, 4.0)), None, Some((8.0, 1.0))];
        assert_eq!(way(points, false), "M0.0 9.0L5.0 4.0M8.0 1.0h2");
        assert_eq!(way(points, true), "M0.0 9.0H5.0V4.0M8.0 1.0h2");
        assert_eq!(way([], true), "");
        assert_eq!(way([None], true), "");
        assert_eq!(way([Some((1.0, 2.0)), None], false), "M1.0 2.0h2");
    }
}
