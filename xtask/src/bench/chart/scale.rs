//! Where a value lies on an axis, which values an axis names, and how a value is written.

use crate::sizes::grouped;

/// How an axis counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Kind {
    /// From nothing; twice as long is twice as much.
    Even,
    /// Each step is ten times the one before.
    Tenfold,
}

/// An axis from one value to another.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    kind: Kind,
    least: f64,
    most: f64,
    /// The values that are named.
    pub(super) ticks: Vec<f64>,
}

impl Scale {
    /// An axis on which all of these have their place.
    pub(super) fn over(kind: Kind, values: impl Iterator<Item = f64>) -> Self {
        let values: Vec<f64> = values.filter(|value| value.is_finite()).collect();
        let most = values.iter().copied().fold(0.0, f64::max);
        match kind {
            Kind::Even => even(most),
            Kind::Tenfold => tenfold(values.iter().copied().filter(|value| *value > 0.0), most),
        }
    }

    /// An axis with a place for each of so many names, from the first at its beginning to the last at its end.
    pub(super) fn named(count: usize) -> Self {
        let most = count.saturating_sub(1).max(1) as f64;
        Self { kind: Kind::Even, least: 0.0, most, ticks: Vec::new() }
    }

    /// The place of a value, from 0 at the beginning of the axis to 1 at its end.
    pub(super) fn place(&self, value: f64) -> f64 {
        let place = match self.kind {
            Kind::Even => (value - self.least) / (self.most - self.least),
            Kind::Tenfold => (value.max(self.least) / self.least).log10() / (self.most / self.least).log10(),
        };
        place.clamp(0.0, 1.0)
    }
}

/// From nothing, in about five round steps.
fn even(most: f64) -> Scale {
    let most = if most > 0.0 { most } else { 1.0 };
    let rough = most / 5.0;
    let ten = 10_f64.powi(rough.log10().floor() as i32);
    let step = [1.0, 2.0, 5.0, 10.0].map(|times| times * ten).into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or(rough);
    let count = (most / step).ceil() as i32;
    let ticks = (0..=count).map(|number| f64::from(number) * step).collect();
    Scale { kind: Kind::Even, least: 0.0, most: f64::from(count) * step, ticks }
}

/// From the power of ten below the least to the one above the most.
fn tenfold(values: impl Iterator<Item = f64>, most: f64) -> Scale {
    let Some(least) = values.reduce(f64::min) else { return even(most) };
    let low = least.log10().floor() as i32;
    let high = (most.log10().ceil() as i32).max(low + 1);
    let ticks: Vec<f64> = (low..=high).map(|power| 10_f64.powi(power)).collect();
    Scale { kind: Kind::Tenfold, least: 10_f64.powi(low), most: 10_f64.powi(high), ticks }
}

/// A value as a person reads it, to three digits that matter.
pub(crate) fn number(value: f64) -> String {
    match value.abs() {
        large if large >= 99.95 => grouped(value.round() as u64),
        middle if middle >= 9.995 => trimmed(format!("{value:.1}")),
        small if small >= 0.0995 => trimmed(format!("{value:.2}")),
        0.0 => "0".to_owned(),
        _ => trimmed(format!("{value:.4}")),
    }
}

/// The same for an axis, where there is less room.
pub(super) fn short(value: f64) -> String {
    if value >= 1e6 { format!("{} M", number(value / 1e6)) } else { number(value) }
}

/// How many times something else a value is.
pub(crate) fn times(value: f64) -> String {
    if value < 9.995 { format!("{value:.2} ×") } else { format!("{} ×", number(value)) }
}

fn trimmed(text: String) -> String {
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_even_axis_begins_at_nothing_and_holds_all() {
        let scale = Scale::over(Kind::Even, [3.0, 42.0].into_iter());
        assert_eq!(scale.ticks, [0.0, 10.0, 20.0, 30.0, 40.0, 50.0]);
        assert_eq!([0.0, 25.0, 60.0].map(|value| scale.place(value)), [0.0, 0.5, 1.0]);
        assert_eq!(Scale::over(Kind::Even, std::iter::empty()).ticks.len(), 6);
    }

    #[test]
    fn a_tenfold_axis_goes_from_power_to_power() {
        let scale = Scale::over(Kind::Tenfold, [0.0, 4.0, 900.0].into_iter());
        assert_eq!(scale.ticks, [1.0, 10.0, 100.0, 1_000.0]);
        assert!((scale.place(10.0) - 1.0 / 3.0).abs() < 1e-9 && scale.place(0.0) == 0.0);
        assert_eq!(Scale::over(Kind::Tenfold, [10.0].into_iter()).ticks, [10.0, 100.0]);
    }

    #[test]
    fn numbers_have_the_digits_that_matter() {
        let shown = [0.0, 0.00012, 0.5, 9.87, 12.34, 99.96, 1234.5, 20.0].map(number);
        assert_eq!(shown, ["0", "0.0001", "0.5", "9.87", "12.3", "100", "1,235", "20"]);
        assert_eq!([50.0, 1e5, 1e7].map(short), ["50", "100,000", "10 M"]);
        assert_eq!([0.098, 2.5, 69.84, 407.0].map(times), ["0.10 ×", "2.50 ×", "69.8 ×", "407 ×"]);
    }
}
