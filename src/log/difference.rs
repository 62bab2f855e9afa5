//! What a delivery activity has come to, counted so that the same activity in two runs can be compared.

use super::RunLog;
use super::figures::of_batch;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::record::BatchIdx;
use crate::plan::StepIdx;

/// A count by which runs are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Rows of `nms:delivery`.
    Deliveries,
    /// Messages that were prepared: broadLog rows that were written.
    Messages,
    /// Rows of the broadLog that are there.
    BroadLogs,
    /// Rows of the tracking log that are there.
    TrackingLogs,
    /// Tracked URLs: each delivery has a set of its own.
    TrackedUrls,
    /// Different people with a message.
    People,
    /// Those of them with more than one.
    MailedTwice,
    /// Log rows that the cleanup has purged.
    Purged,
    /// The messages of the largest single delivery: as much as the report of one delivery shows.
    OneReport,
}

/// The counts of an activity at a moment, in the order of [`Measure::ALL`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Standing([u64; Measure::ALL.len()]);

/// Who has been mailed, and who more than once, counted on from run to run.
#[derive(Clone, Debug, Default)]
pub struct Mailed {
    once: PeopleSet,
    again: PeopleSet,
    /// How many runs of the record are counted.
    until: BatchIdx,
}

/// What two standings have to say to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Insight {
    /// Nothing has been sent in either.
    NothingYet,
    /// No count differs.
    NoDifference,
    /// The same number of messages to as many people, in another number of deliveries.
    OtherDeliveries,
    /// More people are mailed more than once in one of them.
    OtherRepetition,
    /// Another number of messages.
    OtherMessages,
    /// Something else.
    Other,
}

impl Measure {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 9] = [
        Self::Deliveries,
        Self::Messages,
        Self::BroadLogs,
        Self::TrackingLogs,
        Self::TrackedUrls,
        Self::People,
        Self::MailedTwice,
        Self::Purged,
        Self::OneReport,
    ];

    /// Its place in [`Measure::ALL`].
    pub const fn place(self) -> usize {
        self as usize
    }
}

impl Standing {
    /// The counts of an activity at a moment; `mailed` is brought there, too.
    pub fn of(run: &RunLog, step: StepIdx, shown: SimTime, mailed: &mut Mailed) -> Self {
        mailed.bring_to(run, Some(step), shown);
        let batches = &run.record().batches[..run.batches_until(shown)];
        let is_tracked = run.plan().technical.tracking;
        let [mut messages, mut broad_logs, mut tracking_logs, mut written] = [0; 4];
        for batch in batches.iter().filter(|batch| batch.step == step) {
            let left = run.figures_of_batch(batch, shown);
            let all = of_batch(batch, shown);
            messages += all.broad_logs;
            broad_logs += left.broad_logs;
            tracking_logs += left.tracking_logs;
            written += all.broad_logs + if is_tracked { all.tracking_logs } else { 0 };
        }
        let made = run.record().deliveries[..run.deliveries_until(shown)].iter();
        let own = made.filter(|delivery| delivery.step == step);
        let in_one = own.clone().map(|delivery| {
            let there = run.batches_of(delivery).take_while(|batch| batch.at <= shown);
            there.map(|batch| batch.to_deliver.len()).sum::<u64>()
        });
        let mut counts = [0; Measure::ALL.len()];
        for (measure, count) in [
            (Measure::Deliveries, own.clone().count() as u64),
            (Measure::Messages, messages),
            (Measure::BroadLogs, broad_logs),
            (Measure::TrackingLogs, tracking_logs),
            (Measure::TrackedUrls, run.tracked_urls_of_step(step, shown)),
            (Measure::People, mailed.people()),
            (Measure::MailedTwice, mailed.again()),
            (Measure::Purged, written - broad_logs - tracking_logs),
            (Measure::OneReport, in_one.max().unwrap_or(0)),
        ] {
            counts[measure.place()] = count;
        }
        Self(counts)
    }

    /// One of the counts.
    pub const fn count(&self, measure: Measure) -> u64 {
        self.0[measure.place()]
    }

    /// What there is to be learnt beside another standing.
    pub fn beside(&self, other: &Self) -> Insight {
        let is_same = |measure: Measure| self.count(measure) == other.count(measure);
        if self.count(Measure::Deliveries) + other.count(Measure::Deliveries) == 0 {
            return Insight::NothingYet;
        }
        match (is_same(Measure::Deliveries), is_same(Measure::Messages), is_same(Measure::People)) {
            _ if self == other => Insight::NoDifference,
            (false, true, true) => Insight::OtherDeliveries,
            (true, ..) if !is_same(Measure::MailedTwice) => Insight::OtherRepetition,
            (_, false, _) => Insight::OtherMessages,
            _ => Insight::Other,
        }
    }
}

impl Mailed {
    /// Counts the runs until a moment: goes on where that lies ahead, and begins anew where it lies behind. `step`
    /// is the one activity that counts; none means all. One of these belongs to one run and one activity.
    pub fn bring_to(&mut self, run: &RunLog, step: Option<StepIdx>, moment: SimTime) {
        let until = run.batches_until(moment);
        if until < self.until {
            *self = Self::default();
        }
        let own = |step: Option<StepIdx>, of: StepIdx| step.is_none_or(|step| step == of);
        for batch in run.record().batches[self.until..until].iter().filter(|batch| own(step, batch.step)) {
            let people = batch.to_deliver.set();
            self.again |= &self.once.shared(&people);
            self.once |= &people;
        }
        self.until = until;
    }

    /// How many different people have a message.
    pub fn people(&self) -> u64 {
        self.once.len()
    }

    /// How many of them have more than one.
    pub fn again(&self) -> u64 {
        self.again.len()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::Scenario;
    use crate::scenario::properties::Retention;
    use crate::scenario::samples::Sample;
    use crate::scenario::variant::Variant;

    fn moment(text: &str) -> SimTime {
        SimTime::parse(text).unwrap()
    }

    fn ran(scenario: &Scenario) -> RunLog {
        RunLog::of(Rc::new(lower(scenario, None).unwrap().plan))
    }

    fn variant(sample: Sample, followed: &str, variant: Variant) -> RunLog {
        ran(&variant.of(&Rc::new(sample.scenario()), followed).unwrap())
    }

    fn standing(run: &RunLog, step: &str, shown: SimTime) -> Standing {
        Standing::of(run, run.plan().step_named(step).unwrap(), shown, &mut Mailed::default())
    }

    #[test]
    fn the_places_are_those_of_the_table() {
        assert!(Measure::ALL.into_iter().enumerate().all(|(at, measure)| measure.place() == at));
    }

    #[test]
    fn the_counts_are_those_of_the_rows() {
        let mut scenario = Sample::Welcome.scenario();
        scenario.technical.cleanup = Retention::V7;
        let run = ran(&scenario);
        let step = run.plan().step_named("continuous").unwrap();
        let mut mailed = Mailed::default();
        for shown in [moment("2026-02-01 12:00"), moment("2026-08-20 09:00"), run.end(), moment("2026-03-01")]
        {
            let standing = Standing::of(&run, step, shown, &mut mailed);
            let mut messages = BTreeMap::<_, u64>::new();
            for batch in run.record().batches.iter().filter(|batch| batch.step == step && batch.at <= shown) {
                for recipient in batch.to_deliver.iter() {
                    *messages.entry(recipient).or_default() += 1;
                }
            }
            let figures = run.figures_of_step(step, shown);
            assert_eq!(standing.count(Measure::People), messages.len() as u64);
            let again = messages.values().filter(|count| **count > 1).count() as u64;
            assert_eq!(standing.count(Measure::MailedTwice), again);
            assert_eq!(standing.count(Measure::Messages), messages.values().sum::<u64>());
            assert_eq!(standing.count(Measure::Messages), figures.to_deliver);
            assert_eq!(standing.count(Measure::BroadLogs), figures.broad_logs);
            assert_eq!(standing.count(Measure::TrackingLogs), figures.tracking_logs);
            let purged = figures.to_deliver - figures.broad_logs;
            assert!(standing.count(Measure::Purged) >= purged);
            assert_eq!(standing.count(Measure::OneReport), figures.to_deliver, "one delivery has it all");
        }
    }

    #[test]
    fn the_same_messages_stand_in_52_deliveries_or_in_one() {
        let runs = [Variant::Recurring, Variant::Continuous]
            .map(|one| variant(Sample::SideBySide, "recurring", one));
        let [recurring, continuous] = [&runs[0], &runs[1]].map(|run| standing(run, "recurring", run.end()));
        let both = |measure| (recurring.count(measure), continuous.count(measure));
        assert_eq!(both(Measure::Deliveries), (52, 1));
        for measure in [
            Measure::Messages,
            Measure::BroadLogs,
            Measure::TrackingLogs,
            Measure::People,
            Measure::MailedTwice,
        ] {
            assert_eq!(both(measure).0, both(measure).1, "{measure:?}");
        }
        assert_eq!(both(Measure::TrackedUrls).0, 52 * both(Measure::TrackedUrls).1);
        assert_eq!(both(Measure::OneReport).1, both(Measure::Messages).1);
        assert!(both(Measure::OneReport).0 < both(Measure::Messages).0 / 40);
        assert_eq!(recurring.beside(&continuous), Insight::OtherDeliveries);
        assert_eq!(recurring.beside(&recurring), Insight::NoDifference);
        let before = standing(&runs[0], "recurring", runs[0].plan().start);
        assert_eq!(before.beside(&before), Insight::NothingYet);
    }

    #[test]
    fn a_short_history_mails_people_again() {
        let runs = [Variant::ShortHistory, Variant::EndlessHistory]
            .map(|one| variant(Sample::SideBySide, "continuous", one));
        let [short, endless] = [&runs[0], &runs[1]].map(|run| standing(run, "continuous", run.end()));
        assert_eq!(endless.count(Measure::MailedTwice), 0);
        assert!(short.count(Measure::MailedTwice) > 1_000);
        assert_eq!(short.beside(&endless), Insight::OtherRepetition);
        let runs =
            [Variant::Weekly, Variant::Monthly].map(|one| variant(Sample::RecurringWeekly, "recurring", one));
        let [weekly, monthly] = [&runs[0], &runs[1]].map(|run| standing(run, "recurring", run.end()));
        assert_eq!(weekly.beside(&monthly), Insight::OtherMessages);
    }
}
