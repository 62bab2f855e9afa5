//! Bars side by side, or dots where each step of the axis is ten times the one before.

use std::fmt::Write as _;

use super::scale::{Kind, Scale, number, short};
use super::svg::{EDGE, Svg, WIDTH};
use super::{Chart, Palette};

/// Who a bar is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Role {
    /// Delivery Lab.
    Ours,
    /// Delivery Lab in another way.
    Second,
    /// Someone it is compared with.
    Peer,
    /// What the measurement itself costs.
    Floor,
}

impl Role {
    /// The class of its shapes.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Ours => "ours",
            Self::Second => "second",
            Self::Peer => "peer",
            Self::Floor => "floor",
        }
    }
}

/// One value with its rounds.
#[derive(Debug)]
pub(crate) struct Bar {
    pub(crate) name: String,
    pub(crate) role: Role,
    /// None where every round failed.
    pub(crate) value: Option<f64>,
    /// What each round came to.
    pub(crate) rounds: Vec<f64>,
    /// What is written behind the value, such as a ratio.
    pub(crate) note: String,
}

/// Bars that belong together.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) bars: Vec<Bar>,
}

/// A chart of bars on one axis.
pub(crate) struct Bars {
    pub(crate) file: &'static str,
    pub(crate) title: String,
    /// What the axis counts, and which end is better.
    pub(crate) axis: &'static str,
    pub(crate) kind: Kind,
    pub(crate) groups: Vec<Group>,
    /// A value that is aimed at.
    pub(crate) aim: Option<f64>,
}

const FROM: f64 = EDGE + 190.0;
const TO: f64 = WIDTH - EDGE - 130.0;
const TOP: f64 = 64.0;
const HEAD: f64 = 28.0;
const ROW: f64 = 22.0;
const BAR: f64 = 12.0;
/// About how wide a number is.
const NUMBER: f64 = 40.0;

impl Bars {
    /// Draws it; none where nothing is to be drawn.
    pub(crate) fn draw(&self, palette: &Palette) -> Option<Chart> {
        let bars = || self.groups.iter().flat_map(|group| &group.bars);
        bars().find_map(|bar| bar.value)?;
        let values = bars().flat_map(|bar| bar.rounds.iter().copied().chain(bar.value)).chain(self.aim);
        let scale = Scale::over(self.kind, values);
        let mut svg = Svg::new();
        svg.text((EDGE, 52.0), "soft", self.axis);
        let rows: f64 = self.groups.iter().map(|group| HEAD + ROW * group.bars.len() as f64).sum();
        let bottom = TOP + rows + 6.0;
        let mut y = TOP;
        for group in &self.groups {
            svg.text((EDGE, y + 18.0), "head", &group.name);
            y += HEAD;
            grid(&mut svg, &scale, y, y + ROW * group.bars.len() as f64);
            for bar in &group.bars {
                self.bar(&mut svg, &scale, bar, y);
                y += ROW;
            }
        }
        if let Some(aim) = self.aim {
            let x = at(&scale, aim);
            svg.line((x, TOP), (x, bottom), "aim");
            svg.text((x, TOP - 4.0), "soft middle", &format!("aim: {}", number(aim)));
        }
        for tick in &scale.ticks {
            svg.text((at(&scale, *tick), bottom + 10.0), "soft middle", &short(*tick));
        }
        let alt = self.told();
        let svg = svg.finish(bottom + 26.0, &self.title, &alt, palette);
        Some(Chart { file: self.file, alt, svg })
    }

    fn bar(&self, svg: &mut Svg, scale: &Scale, bar: &Bar, y: f64) {
        let middle = y + ROW / 2.0;
        svg.text((FROM - 10.0, middle + 4.0), "end", &bar.name);
        let Some(value) = bar.value else {
            return svg.text((FROM + 8.0, middle + 4.0), "soft", &format!("failed{}", bar.note));
        };
        let class = bar.role.class();
        let x = at(scale, value);
        match self.kind {
            Kind::Even => svg.rect((FROM, middle - BAR / 2.0), (x - FROM, BAR), 2.0, class),
            Kind::Tenfold => {
                svg.line((FROM, middle), (x, middle), "axis guide");
                svg.dot((x, middle), BAR / 2.0, class);
            }
        }
        let seen = if bar.rounds.len() > 1 { bar.rounds.as_slice() } else { &[] };
        for round in seen {
            let x = at(scale, *round);
            svg.line((x, middle - BAR / 2.0 - 2.0), (x, middle + BAR / 2.0 + 2.0), "round");
        }
        let end = seen.iter().map(|round| at(scale, *round)).fold(x + 6.0, f64::max) + 6.0;
        // The line of the aim does not go through a number.
        let aim = self.aim.map(|aim| at(scale, aim) + 8.0);
        let end = aim.filter(|aim| (end..end + NUMBER).contains(aim)).unwrap_or(end);
        let class = if bar.role == Role::Ours { "head" } else { "" };
        svg.text((end, middle + 4.0), class, &format!("{}{}", number(value), bar.note));
    }

    /// The chart in sentences.
    fn told(&self) -> String {
        let mut text = format!("{}; {}.", self.title, self.axis);
        for Group { name, bars } in &self.groups {
            let values: Vec<String> = bars.iter().map(told).collect();
            // Writing to a text cannot fail.
            let _ = write!(text, " {name}: {}.", values.join(", "));
        }
        text
    }
}

fn told(bar: &Bar) -> String {
    match bar.value {
        Some(value) => format!("{} {}{}", bar.name, number(value), bar.note),
        None => format!("{} failed", bar.name),
    }
}

fn at(scale: &Scale, value: f64) -> f64 {
    FROM + (TO - FROM) * scale.place(value)
}

/// The lines of the axis behind a group's bars.
fn grid(svg: &mut Svg, scale: &Scale, top: f64, bottom: f64) {
    for (place, tick) in scale.ticks.iter().enumerate() {
        let x = at(scale, *tick);
        svg.line((x, top), (x, bottom), if place == 0 { "axis" } else { "grid" });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(kind: Kind, value: Option<f64>) -> Option<Chart> {
        let bar = |name: &str, role, value| Bar {
            name: name.into(),
            role,
            value,
            rounds: value.into_iter().chain(value).collect(),
            note: String::new(),
        };
        let bars =
            vec![bar("ours", Role::Ours, value), bar("theirs", Role::Peer, value.map(|own| own * 2.0))];
        let groups = vec![Group { name: "one year".into(), bars }];
        let chart = Bars { file: "a.svg", title: "Time".into(), axis: "ms", kind, groups, aim: None };
        chart.draw(&Palette::load().unwrap())
    }

    #[test]
    fn a_bar_is_as_long_as_its_value() {
        let chart = bars(Kind::Even, Some(10.0)).unwrap();
        let full = TO - FROM;
        assert!(chart.svg.contains(&format!("width=\"{full}\" height=\"12\" rx=\"2\" class=\"peer\"")));
        assert!(
            chart.svg.contains(&format!("width=\"{}\" height=\"12\" rx=\"2\" class=\"ours\"", full / 2.0))
        );
        assert_eq!(chart.alt, "Time; ms. one year: ours 10, theirs 20.");
    }

    #[test]
    fn tenfold_steps_have_dots_for_they_do_not_begin_at_nothing() {
        let chart = bars(Kind::Tenfold, Some(10.0)).unwrap();
        assert!(chart.svg.contains("<circle") && !chart.svg.contains("height=\"12\""));
    }

    #[test]
    fn nothing_is_drawn_of_nothing() {
        assert!(bars(Kind::Even, None).is_none());
    }
}
