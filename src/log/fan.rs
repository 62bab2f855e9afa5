//! The same scenario under many seeds: a few counts over the weeks of each run, and the band that they fill.

use super::RunLog;
use super::difference::Mailed;
use crate::base::time::{SimSpan, SimTime};

/// How many seeds a fan has besides the present one.
pub const SEEDS: u64 = 50;
/// The most moments at which a run is read.
const MOST_POINTS: u32 = 53;
/// The lower and the upper edge of the band, in percent of the seeds.
pub const EDGES: (u64, u64) = (10, 90);

/// A count that is followed over the weeks, of all deliveries together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FanMeasure {
    /// Rows of the broadLog that are there.
    #[default]
    BroadLogs,
    /// Distinct messages that were opened.
    Opens,
    /// Different people with a message.
    People,
    /// Those of them with more than one.
    MailedTwice,
}

/// The counts of one run over the weeks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FanLine {
    /// The seed.
    pub seed: u64,
    /// A value for each of the [`points`], for each of [`FanMeasure::ALL`].
    values: [Vec<u64>; FanMeasure::ALL.len()],
}

/// What lies below a part of the values at a point: nearest-rank percentiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The lower edge.
    pub low: u64,
    /// The median.
    pub median: u64,
    /// The upper edge.
    pub high: u64,
}

/// The reading of one run, a point at a time.
#[derive(Debug)]
pub struct Reading {
    line: FanLine,
    weeks: Vec<u32>,
    mailed: Mailed,
}

impl FanMeasure {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::BroadLogs, Self::Opens, Self::People, Self::MailedTwice];

    /// Its place in [`FanMeasure::ALL`].
    pub const fn place(self) -> usize {
        self as usize
    }
}

/// After how many weeks a run of so many weeks is read: at the start, at the end, and in between at equal distances
/// of whole weeks.
pub fn points(weeks: u32) -> Vec<u32> {
    let step = weeks.div_ceil(MOST_POINTS - 1).max(1) as usize;
    let mut points: Vec<u32> = (0..weeks).step_by(step).collect();
    points.push(weeks);
    points
}

/// The seeds of the fan, which the present one is not among.
pub fn seed_of(present: u64, number: u64) -> u64 {
    let all = crate::scenario::MAX_SEED + 1;
    (present % all + 1 + number) % all
}

impl Reading {
    /// Nothing read yet.
    pub fn of(run: &RunLog) -> Self {
        let values = std::array::from_fn(|_| Vec::new());
        let line = FanLine { seed: run.plan().seed, values };
        Self { line, weeks: points(run.plan().weeks), mailed: Mailed::default() }
    }

    /// Reads the next point; whether that was the last.
    pub fn advance(&mut self, run: &RunLog) -> bool {
        let read = self.line.values[0].len();
        if let Some(week) = self.weeks.get(read) {
            let moment = (run.plan().start + SimSpan::from_days(i64::from(*week) * 7)).min(run.end());
            self.read(run, moment);
        }
        read + 1 >= self.weeks.len()
    }

    fn read(&mut self, run: &RunLog, moment: SimTime) {
        self.mailed.bring_to(run, None, moment);
        let figures = run.totals(moment);
        let counts = [figures.broad_logs, figures.opens, self.mailed.people(), self.mailed.again()];
        for (values, count) in self.line.values.iter_mut().zip(counts) {
            values.push(count);
        }
    }

    /// What was read.
    pub fn finish(self) -> FanLine {
        self.line
    }
}

impl FanLine {
    /// The line of a whole run.
    pub fn of(run: &RunLog) -> Self {
        let mut reading = Reading::of(run);
        while !reading.advance(run) {}
        reading.finish()
    }

    /// The values of a measure at each of the [`points`].
    pub fn values(&self, measure: FanMeasure) -> &[u64] {
        &self.values[measure.place()]
    }
}

/// The bands of a measure at each point that all lines have.
pub fn bands<'l>(lines: impl Iterator<Item = &'l FanLine>, measure: FanMeasure) -> Vec<Band> {
    let lines: Vec<&[u64]> = lines.map(|line| line.values(measure)).collect();
    let count = lines.iter().map(|line| line.len()).min().unwrap_or(0);
    let band = |at: usize| {
        let mut values: Vec<u64> = lines.iter().map(|line| line[at]).collect();
        values.sort_unstable();
        let rank = |percent| nearest_rank(&values, percent);
        Some(Band { low: rank(EDGES.0)?, median: rank(50)?, high: rank(EDGES.1)? })
    };
    (0..count).filter_map(band).collect()
}

/// The smallest of sorted values that at least so many percent of them do not exceed.
pub fn nearest_rank(sorted: &[u64], percent: u64) -> Option<u64> {
    let rank = (percent.min(100) * sorted.len() as u64).div_ceil(100).max(1);
    sorted.get(usize::try_from(rank - 1).ok()?).copied()
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::*;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::MAX_SEED;
    use crate::scenario::samples::Sample;

    fn run(sample: Sample, seed: u64) -> RunLog {
        let scenario = crate::scenario::Scenario { seed, ..sample.scenario() };
        RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))
    }

    #[test]
    fn a_line_ends_with_the_totals_of_its_run() {
        for measure in FanMeasure::ALL {
            assert_eq!(FanMeasure::ALL[measure.place()], measure);
        }
        let run = run(Sample::SideBySide, 7);
        let line = FanLine::of(&run);
        let totals = run.totals(run.end());
        let last = |measure| *line.values(measure).last().unwrap();
        assert_eq!((line.seed, line.values(FanMeasure::Opens).len()), (7, 53));
        assert_eq!((last(FanMeasure::BroadLogs), last(FanMeasure::Opens)), (totals.broad_logs, totals.opens));
        assert!(last(FanMeasure::People) >= last(FanMeasure::MailedTwice));
        assert_eq!(line.values(FanMeasure::BroadLogs)[0], 0);
    }

    #[test]
    fn points_are_whole_weeks_with_both_ends() {
        assert_eq!(points(1), [0, 1]);
        assert_eq!((points(52).len(), points(52)[51..].to_vec()), (53, vec![51, 52]));
        assert_eq!((points(520).len(), points(520)[1]), (53, 10));
        for weeks in 1..=520 {
            let points = points(weeks);
            assert!(points.len() <= MOST_POINTS as usize && points.windows(2).all(|pair| pair[0] < pair[1]));
            assert_eq!((points[0], points.last()), (0, Some(&weeks)));
        }
    }

    #[test]
    fn the_seeds_are_others_than_the_present_one() {
        for present in [0, 7, MAX_SEED - 3, MAX_SEED] {
            let mut seeds: Vec<u64> = (0..SEEDS).map(|number| seed_of(present, number)).collect();
            assert!(!seeds.contains(&present) && seeds.iter().all(|seed| *seed <= MAX_SEED));
            seeds.sort_unstable();
            seeds.dedup();
            assert_eq!(seeds.len() as u64, SEEDS);
        }
    }

    #[test]
    fn percentiles_are_values_that_occurred() {
        let sorted: Vec<u64> = (1..=50).collect();
        let ranks = [0, 10, 50, 90, 100].map(|percent| nearest_rank(&sorted, percent).unwrap());
        assert_eq!(ranks, [1, 5, 25, 45, 50]);
        assert_eq!(nearest_rank(&[], 50), None);
    }

    #[test]
    fn the_present_sample_lies_near_its_fan() {
        let lines: Vec<FanLine> = (0..5).map(|number| FanLine::of(&run(Sample::Welcome, number))).collect();
        let bands = bands(lines.iter(), FanMeasure::BroadLogs);
        assert_eq!(bands.len(), 53);
        let last = bands.last().unwrap();
        assert!(0 < last.low && last.low <= last.median && last.median <= last.high);
        assert!(super::bands([].iter(), FanMeasure::Opens).is_empty());
    }

    proptest! {
        #[test]
        fn a_band_is_in_order_and_holds_most_values(mut values in prop::collection::vec(0_u64..1_000, 1..80)) {
            values.sort_unstable();
            let rank = |percent| nearest_rank(&values, percent).unwrap();
            let (low, median, high) = (rank(10), rank(50), rank(90));
            prop_assert!(low <= median && median <= high);
            let not_above = |edge| values.iter().filter(|value| **value <= edge).count() * 100;
            prop_assert!(not_above(low) >= 10 * values.len() && not_above(median) >= 50 * values.len());
            prop_assert!(not_above(high) >= 90 * values.len());
        }
    }
}
