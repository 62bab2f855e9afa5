//! Steps of the player: from any moment to the next or the last stop of a unit, as a function of the run alone.

use crate::base::time::{DAY_SECS, SimSpan, SimTime};
use crate::engine::record::{Fact, What};
use crate::log::RunLog;

/// How far a step goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unit {
    /// To the next moment at which anything happens. What happens at one moment is one event: the state shown is
    /// always that after all of it, as it is when the player plays or is put there.
    Event,
    /// To the next launch of a schedule, or beginning of an activity without one.
    Launch,
    /// To the end of a day of the server.
    Day,
    /// To the end of a week of the run.
    #[default]
    Week,
    /// To the next moment at which a delivery is made.
    Delivery,
}

/// Which way a step goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// To earlier.
    Back,
    /// To later.
    On,
}

impl Unit {
    /// All units, from small to large and then the one that counts deliveries.
    pub const ALL: [Self; 5] = [Self::Event, Self::Launch, Self::Day, Self::Week, Self::Delivery];

    /// Its place among them.
    pub const fn place(self) -> usize {
        match self {
            Self::Event => 0,
            Self::Launch => 1,
            Self::Day => 2,
            Self::Week => 3,
            Self::Delivery => 4,
        }
    }
}

/// The moment one step from `moment`. The first and the last moment of the run are stops of every unit, and no step
/// leaves the run. A step on and a step back are each other's reverse between stops.
pub fn stepped(run: &RunLog, moment: SimTime, unit: Unit, way: Way) -> SimTime {
    let (start, end) = (run.plan().start, run.end());
    // From outside the run the nearest stop is its first or its last moment.
    match way {
        Way::On if moment < start => return start,
        Way::Back if moment > end => return end,
        _ => {}
    }
    let stop = match (unit, way) {
        (Unit::Day, _) => even(start, moment, DAY_SECS, way),
        (Unit::Week, _) => even(start, moment, 7 * DAY_SECS, way),
        (Unit::Event, Way::On) => after(run, moment).next().map(|fact| fact.at),
        (Unit::Event, Way::Back) => before(run, moment).next().map(|fact| fact.at),
        (Unit::Launch, Way::On) => {
            after(run, moment).find(|fact| fact.what.begins_a_run()).map(|fact| fact.at)
        }
        (Unit::Launch, Way::Back) => {
            before(run, moment).find(|fact| fact.what.begins_a_run()).map(|fact| fact.at)
        }
        (Unit::Delivery, Way::On) => after(run, moment).find(|fact| makes(fact)).map(|fact| fact.at),
        (Unit::Delivery, Way::Back) => before(run, moment).find(|fact| makes(fact)).map(|fact| fact.at),
    };
    let outermost = if way == Way::On { end } else { start };
    stop.unwrap_or(outermost).clamp(start, end.max(start))
}

/// Whether a delivery was made.
fn makes(fact: &Fact) -> bool {
    matches!(fact.what, What::DeliveryCreated { .. })
}

/// What happens later than `moment`, in order.
fn after(run: &RunLog, moment: SimTime) -> impl Iterator<Item = &Fact> {
    let facts = &run.record().facts;
    facts[facts.partition_point(|fact| fact.at <= moment)..].iter()
}

/// What happened earlier than `moment`, the latest first.
fn before(run: &RunLog, moment: SimTime) -> impl Iterator<Item = &Fact> {
    let facts = &run.record().facts;
    facts[..facts.partition_point(|fact| fact.at < moment)].iter().rev()
}

/// The next or the last multiple of a span since the start.
fn even(start: SimTime, moment: SimTime, secs: i64, way: Way) -> Option<SimTime> {
    let passed = (moment - start).secs();
    let whole = match way {
        Way::On => passed.div_euclid(secs) + 1,
        Way::Back => -(-passed).div_euclid(secs) - 1,
    };
    Some(start + SimSpan::from_secs(whole * secs))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use proptest::prelude::*;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn run(sample: Sample) -> RunLog {
        RunLog::of(Rc::new(lower(&sample.scenario(), None).unwrap().plan))
    }

    thread_local! {
        static RUN: RunLog = run(Sample::SideBySide);
    }

    /// All stops of a unit, collected without `stepped`.
    fn stops(run: &RunLog, unit: Unit) -> Vec<SimTime> {
        let (start, end) = (run.plan().start, run.end());
        let facts = run.record().facts.iter();
        let span =
            |secs: i64| (0..=(end - start).secs() / secs).map(move |n| start + SimSpan::from_secs(n * secs));
        let mut stops: Vec<SimTime> = match unit {
            Unit::Event => facts.map(|fact| fact.at).collect(),
            Unit::Launch => facts.filter(|fact| fact.what.begins_a_run()).map(|fact| fact.at).collect(),
            Unit::Delivery => run.record().deliveries.iter().map(|made| made.created_at).collect(),
            Unit::Day => span(DAY_SECS).collect(),
            Unit::Week => span(7 * DAY_SECS).collect(),
        };
        stops.extend([start, end]);
        stops.sort();
        stops.dedup();
        stops
    }

    #[test]
    fn steps_on_visit_every_stop_and_steps_back_the_same_in_reverse() {
        for sample in [Sample::SideBySide, Sample::SeasonalList] {
            let run = run(sample);
            for unit in Unit::ALL {
                let stops = stops(&run, unit);
                assert!(stops.len() > 2, "{unit:?} {}", stops.len());
                for pair in stops.windows(2) {
                    assert_eq!(stepped(&run, pair[0], unit, Way::On), pair[1], "{unit:?}");
                    assert_eq!(stepped(&run, pair[1], unit, Way::Back), pair[0], "{unit:?}");
                }
                assert_eq!(stepped(&run, run.end(), unit, Way::On), run.end());
                assert_eq!(stepped(&run, run.plan().start, unit, Way::Back), run.plan().start);
            }
        }
    }

    #[test]
    fn each_delivery_is_a_stop_of_its_own_moment() {
        let run = run(Sample::RecurringWeekly);
        let mut moment = run.plan().start;
        for (number, made) in run.record().deliveries.iter().enumerate() {
            moment = stepped(&run, moment, Unit::Delivery, Way::On);
            assert_eq!((moment, run.deliveries_until(moment)), (made.created_at, number + 1));
        }
        assert_eq!(stepped(&run, moment, Unit::Delivery, Way::On), run.end());
    }

    proptest! {
        #[test]
        fn from_anywhere_a_step_goes_to_the_nearest_stop_that_way(
            secs in -700_000_i64..32_500_000, unit in prop::sample::select(Unit::ALL.to_vec())
        ) {
            RUN.with(|run| {
                let moment = run.plan().start + SimSpan::from_secs(secs);
                let stops = stops(run, unit);
                let next = stops.iter().copied().find(|stop| *stop > moment).unwrap_or(run.end());
                let last = stops.iter().copied().rev().find(|stop| *stop < moment).unwrap_or(run.plan().start);
                prop_assert_eq!(stepped(run, moment, unit, Way::On), next);
                prop_assert_eq!(stepped(run, moment, unit, Way::Back), last);
                Ok(())
            })?;
        }
    }
}
