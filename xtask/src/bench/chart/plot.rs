//! Lines over an axis: growth with work, or change from release to release.

use std::fmt::Write as _;

use super::bars::Role;
use super::scale::{Kind, Scale, number, short};
use super::svg::{EDGE, Svg, WIDTH};
use super::{Chart, Palette};

/// What lies along the lower axis.
pub(crate) enum Ways {
    /// A number, and what it counts.
    Amount(Kind, &'static str),
    /// Something with a name at each whole number from 0, and what all of them are.
    Named(Vec<String>, &'static str),
}

/// A line with its name at its end.
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) points: Vec<(f64, f64)>,
}

/// A chart of lines.
pub(crate) struct Plot {
    pub(crate) file: &'static str,
    pub(crate) title: String,
    /// What the upright axis counts, and which end is better.
    pub(crate) axis: &'static str,
    pub(crate) kind: Kind,
    pub(crate) ways: Ways,
    pub(crate) lines: Vec<Line>,
}

const FROM: f64 = EDGE + 60.0;
const TO: f64 = WIDTH - EDGE - 170.0;
const TOP: f64 = 72.0;
const BOTTOM: f64 = 300.0;
/// The least distance between the names of two lines.
const APART: f64 = 16.0;

impl Plot {
    /// Draws it; none where there are no two points to join.
    pub(crate) fn draw(&self, palette: &Palette) -> Option<Chart> {
        self.lines.iter().find(|line| line.points.len() > 1)?;
        let points = || self.lines.iter().flat_map(|line| &line.points);
        let upright = Scale::over(self.kind, points().map(|point| point.1));
        let along = match &self.ways {
            Ways::Amount(kind, _) => Scale::over(*kind, points().map(|point| point.0)),
            // The axis ends where the last of them is, not at a round number.
            Ways::Named(names, _) => Scale::named(names.len()),
        };
        let place = |&(x, y): &(f64, f64)| {
            (FROM + (TO - FROM) * along.place(x), BOTTOM - (BOTTOM - TOP) * upright.place(y))
        };
        let mut svg = Svg::new();
        svg.text((EDGE, 52.0), "soft", self.axis);
        for (number_of, tick) in upright.ticks.iter().enumerate() {
            let y = place(&(0.0, *tick)).1;
            svg.line((FROM, y), (TO, y), if number_of == 0 { "axis" } else { "grid" });
            svg.text((FROM - 8.0, y + 4.0), "soft end", &short(*tick));
        }
        self.name_along(&mut svg, &along, |x| place(&(x, 0.0)).0);
        let ends: Vec<f64> =
            self.lines.iter().map(|line| line.points.last().map_or(BOTTOM, |end| place(end).1)).collect();
        for (line, y) in self.lines.iter().zip(apart(&ends)) {
            let places: Vec<(f64, f64)> = line.points.iter().map(place).collect();
            let class = line.role.class();
            svg.way(&places, &format!("{class}-line"));
            for at in &places {
                svg.dot(*at, 4.0, class);
            }
            if let (Some((x, _)), Some((_, value))) = (places.last(), line.points.last()) {
                svg.text((x + 10.0, y + 4.0), "", &format!("{} {}", line.name, number(*value)));
            }
        }
        let alt = self.told();
        let svg = svg.finish(BOTTOM + 52.0, &self.title, &alt, palette);
        Some(Chart { file: self.file, alt, svg })
    }

    /// Names what lies along the lower axis, as far as there is room for it.
    fn name_along(&self, svg: &mut Svg, along: &Scale, place: impl Fn(f64) -> f64) {
        let (named, what): (Vec<(f64, String)>, &str) = match &self.ways {
            Ways::Amount(_, what) => (along.ticks.iter().map(|tick| (*tick, short(*tick))).collect(), what),
            Ways::Named(names, what) => ((0..).map(f64::from).zip(names.iter().cloned()).collect(), what),
        };
        let every = named.len().div_ceil(8).max(1);
        for (x, name) in named.iter().rev().step_by(every) {
            svg.text((place(*x), BOTTOM + 18.0), "soft middle", name);
        }
        svg.text(((FROM + TO) / 2.0, BOTTOM + 38.0), "soft middle", what);
    }

    /// The chart in sentences: where each line begins and ends.
    fn told(&self) -> String {
        let mut text = format!("{}; {}.", self.title, self.axis);
        for line in &self.lines {
            if let (Some(first), Some(last)) = (line.points.first(), line.points.last()) {
                // Writing to a text cannot fail.
                let _ = write!(text, " {}: from {} to {}.", line.name, number(first.1), number(last.1));
            }
        }
        text
    }
}

/// Moves heights down until no two are too near each other; their order stays.
fn apart(heights: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..heights.len()).collect();
    order.sort_by(|a, b| heights[*a].total_cmp(&heights[*b]));
    let (mut moved, mut least) = (heights.to_vec(), f64::MIN);
    for place in order {
        moved[place] = moved[place].max(least);
        least = moved[place] + APART;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plot(ways: Ways, points: Vec<(f64, f64)>) -> Option<Chart> {
        let lines = vec![Line { name: "first visit".into(), role: Role::Ours, points }];
        let plot = Plot { file: "a.svg", title: "Size".into(), axis: "KB", kind: Kind::Even, ways, lines };
        plot.draw(&Palette::load().unwrap())
    }

    #[test]
    fn a_line_goes_from_edge_to_edge_between_its_names() {
        let names = Ways::Named(vec!["0.9".into(), "1.0".into()], "release");
        let chart = plot(names, vec![(0.0, 50.0), (1.0, 25.0)]).unwrap();
        assert!(chart.svg.contains(&format!("points=\"{FROM},{TOP} {TO},{}\"", (TOP + BOTTOM) / 2.0)));
        assert!(chart.svg.contains(">0.9</text>") && chart.svg.contains(">first visit 25</text>"));
        assert_eq!(chart.alt, "Size; KB. first visit: from 50 to 25.");
    }

    #[test]
    fn one_point_is_no_line() {
        assert!(plot(Ways::Amount(Kind::Tenfold, "rows"), vec![(1.0, 1.0)]).is_none());
    }

    #[test]
    fn names_do_not_cover_each_other() {
        assert_eq!(apart(&[50.0, 48.0, 10.0]), [64.0, 48.0, 10.0]);
    }
}
