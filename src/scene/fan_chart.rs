//! The fan of seeds as a chart: a band, its median and the present line, with round ticks, in parts of its size.

use std::fmt::Write as _;

use crate::log::fan::Band;

/// The width and the height of the chart in its own units.
pub const SIZE: f64 = 1_000.0;
/// About how many ticks the vertical axis has.
const VALUE_TICKS: u64 = 4;
/// About how many ticks the horizontal axis has.
const WEEK_TICKS: u32 = 4;

/// A chart, its paths in units of [`SIZE`] from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct FanChart {
    /// The outline of the band.
    pub band: String,
    /// The median.
    pub median: String,
    /// The line of the present scenario.
    pub present: String,
    /// Where which number of weeks stands, from the left.
    pub weeks: Vec<(f64, u32)>,
    /// Where which value stands, from above.
    pub values: Vec<(f64, u64)>,
}

impl FanChart {
    /// The chart of bands and a line at some weeks, all of one length.
    pub fn new(weeks: &[u32], bands: &[Band], present: &[u64]) -> Self {
        let last = weeks.last().copied().unwrap_or(0).max(1);
        let highest = bands.iter().map(|band| band.high).chain(present.iter().copied()).max().unwrap_or(0);
        let step = round_step(highest, VALUE_TICKS);
        let top = highest.max(1).div_ceil(step).saturating_mul(step);
        let x = |week: u32| f64::from(week) / f64::from(last) * SIZE;
        let y = |value: u64| SIZE - value as f64 / top as f64 * SIZE;
        let line = |values: &mut dyn Iterator<Item = (u32, u64)>| {
            let mut path = String::new();
            for (week, value) in values {
                let command = if path.is_empty() { 'M' } else { 'L' };
                // Writing to a string never fails.
                let _ = write!(path, "{command}{:.1} {:.1}", x(week), y(value));
            }
            path
        };
        let at = || weeks.iter().copied().zip(bands);
        let upper = at().map(|(week, band)| (week, band.high));
        let lower = at().rev().map(|(week, band)| (week, band.low));
        let mut band = line(&mut upper.chain(lower));
        if !band.is_empty() {
            band.push('Z');
        }
        let week_step = usize::try_from(round_step(last.into(), WEEK_TICKS.into())).unwrap_or(1);
        let week_step =
            if last.is_multiple_of(52) || last == 26 { (last / WEEK_TICKS) as usize } else { week_step };
        Self {
            band,
            median: line(&mut at().map(|(week, band)| (week, band.median))),
            present: line(&mut weeks.iter().copied().zip(present.iter().copied())),
            weeks: (0..=last).step_by(week_step.max(1)).map(|week| (x(week), week)).collect(),
            values: (0..=top / step).map(|tick| (y(tick * step), tick * step)).collect(),
        }
    }
}

/// The smallest of 1, 2, 5, 10, 20, 50 … of which `ticks` reach `highest`.
pub fn round_step(highest: u64, ticks: u64) -> u64 {
    let mut power: u64 = 1;
    loop {
        for digit in [1, 2, 5] {
            let step = power.saturating_mul(digit);
            if step.saturating_mul(ticks.max(1)) >= highest {
                return step;
            }
        }
        power = power.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_reach_the_highest_value() {
        assert_eq!(
            [0, 4, 5, 100, 101, 94_116].map(|highest| round_step(highest, 4)),
            [1, 1, 2, 50, 50, 50_000]
        );
        assert_eq!(round_step(u64::MAX, 4), 5_000_000_000_000_000_000);
    }

    #[test]
    fn the_band_is_closed_and_the_ticks_stand_at_round_numbers() {
        let band = |low, median, high| Band { low, median, high };
        let chart =
            FanChart::new(&[0, 26, 52], &[band(0, 0, 0), band(5, 6, 8), band(9, 12, 16)], &[0, 7, 20]);
        assert!(chart.band.starts_with("M0.0 1000.0L500.0 600.0") && chart.band.ends_with('Z'));
        assert_eq!(chart.present, "M0.0 1000.0L500.0 650.0L1000.0 0.0");
        let weeks: Vec<u32> = chart.weeks.iter().map(|(_, week)| *week).collect();
        let values: Vec<u64> = chart.values.iter().map(|(_, value)| *value).collect();
        assert_eq!((weeks, values), (vec![0, 13, 26, 39, 52], vec![0, 5, 10, 15, 20]));
        let empty = FanChart::new(&[], &[], &[]);
        assert_eq!((empty.band.as_str(), empty.median.as_str(), empty.values.len()), ("", "", 2));
    }
}
