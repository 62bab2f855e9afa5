//! A straight scale from values to pixels, which never gives anything but a finite place.

/// From values to places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    from: f64,
    per_value: f64,
    begins: f64,
}

impl Scale {
    /// Lays values from `domain.0` to `domain.1` between the places `range.0` and `range.1`. Where all values are
    /// the same, or not numbers, everything lies at the first place.
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        let per_value = (range.1 - range.0) / (domain.1 - domain.0);
        let per_value = if per_value.is_finite() { per_value } else { 0.0 };
        let from = if domain.0.is_finite() { domain.0 } else { 0.0 };
        Self { from, per_value, begins: range.0 }
    }

    /// Where a value lies.
    pub fn place(self, value: f64) -> f64 {
        if value.is_finite() { self.begins + (value - self.from) * self.per_value } else { self.begins }
    }

    /// How long a stretch of values is.
    pub fn length(self, values: f64) -> f64 {
        (values * self.per_value).abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ends_lie_at_the_ends() {
        let scale = Scale::new((10.0, 20.0), (100.0, 0.0));
        assert_eq!([10.0, 15.0, 20.0].map(|value| scale.place(value)), [100.0, 50.0, 0.0]);
        assert_eq!(scale.length(5.0), 50.0);
    }

    #[test]
    fn nothing_is_ever_out_of_numbers() {
        for domain in [(3.0, 3.0), (0.0, 0.0), (f64::NAN, 1.0), (0.0, f64::INFINITY)] {
            let scale = Scale::new(domain, (7.0, 90.0));
            for value in [0.0, 3.0, f64::NAN, f64::NEG_INFINITY] {
                assert!(scale.place(value).is_finite(), "{domain:?} {value}");
            }
        }
    }
}
