//! How cost grows with work: the exponent of a power law, by least squares over logarithms.

/// The exponent `e` of `cost ≈ c · work^e`; none for fewer than two different amounts of work.
#[allow(clippy::disallowed_methods, reason = "the ban guards the engine's results; this is a statistic")]
pub(crate) fn exponent(points: &[(f64, f64)]) -> Option<f64> {
    let logs: Vec<(f64, f64)> = points.iter().map(|&(work, cost)| (work.ln(), cost.ln())).collect();
    let count = logs.len() as f64;
    let mean = |pick: fn(&(f64, f64)) -> f64| logs.iter().map(pick).sum::<f64>() / count;
    let (mean_work, mean_cost) = (mean(|log| log.0), mean(|log| log.1));
    let spread: f64 = logs.iter().map(|log| (log.0 - mean_work).powi(2)).sum();
    let joint: f64 = logs.iter().map(|log| (log.0 - mean_work) * (log.1 - mean_cost)).sum();
    (spread > 0.0).then(|| joint / spread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_exponent_of_a_power() {
        let power = |exponent: i32| (1..6).map(move |n| (f64::from(n), 3.0 * f64::from(n).powi(exponent)));
        for exponent_of in [1, 2] {
            let found = exponent(&power(exponent_of).collect::<Vec<_>>()).unwrap();
            assert!((found - f64::from(exponent_of)).abs() < 1e-9);
        }
        assert_eq!(exponent(&[(2.0, 1.0), (2.0, 3.0)]), None);
    }
}
