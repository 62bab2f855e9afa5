//! What each delivery activity has come to at a moment: its deliveries, why each was begun, its runs, its newest
//! rows.

use std::ops::Range;

use super::RunLog;
use super::rows::BroadLogRow;
use crate::base::time::SimTime;
use crate::engine::record::{Batch, Delivery, DeliveryIdx, What};
use crate::plan::{StepIdx, Work};
use crate::scenario::activity::ActivityKind;

/// The deliveries of one activity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// The activity.
    pub step: StepIdx,
    /// Recurring or continuous.
    pub kind: ActivityKind,
    /// All deliveries that the whole run makes, in order.
    pub deliveries: Vec<DeliveryIdx>,
    /// How many of them are made at the moment shown.
    pub made: usize,
}

/// Why a delivery was begun and its rows do not stand in the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It is the first of its activity.
    First,
    /// A recurring delivery begins one at each run.
    NextRun,
    /// The creative had been edited at this moment.
    Edited(SimTime),
    /// The activity had been given another label at this moment.
    Relabelled(SimTime),
    /// The template's script computed another label.
    ComputedLabel,
}

/// What one run, or several runs side by side, added to the broadLog of a delivery, and what the cleanup left of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stratum {
    /// The number of the last of its runs, from 1.
    pub run: u32,
    /// When that was.
    pub at: SimTime,
    /// How many rows lie below it.
    pub below: u64,
    /// How many rows it has at the moment shown; those it will add, where it is not there yet.
    pub rows: u64,
    /// How many rows its runs added: more than `rows` where some are purged.
    pub added: u64,
    /// Whether it is there at the moment shown.
    pub is_there: bool,
}

impl Series {
    /// One for each delivery activity of the run, in the order of the drawing.
    pub fn all(run: &RunLog, shown: SimTime) -> Vec<Self> {
        let deliveries = &run.record().deliveries;
        let made_until = run.deliveries_until(shown);
        let steps = run.plan().steps.iter().enumerate();
        steps
            .filter(|(_, step)| step.work.kind().is_delivery())
            .map(|(step, row)| {
                let own = |delivery: &DeliveryIdx| deliveries[*delivery].step == step;
                Self {
                    step,
                    kind: row.work.kind(),
                    deliveries: (0..deliveries.len()).filter(own).collect(),
                    made: (0..made_until).filter(own).count(),
                }
            })
            .collect()
    }

    /// The deliveries made at the moment shown.
    pub fn made(&self) -> &[DeliveryIdx] {
        &self.deliveries[..self.made]
    }
}

/// Why a delivery was begun.
pub fn reason(run: &RunLog, delivery: DeliveryIdx) -> Reason {
    let all = &run.record().deliveries;
    let Some(row) = all.get(delivery) else { return Reason::First };
    let Some(before) = all[..delivery].iter().rev().find(|before| before.step == row.step) else {
        return Reason::First;
    };
    if before.creative.fingerprint() != row.creative.fingerprint() {
        Reason::Edited(last_change(run, row, is_edit).unwrap_or(row.created_at))
    } else if makes_one_a_run(run.plan().steps[row.step].work.kind()) {
        Reason::NextRun
    } else if is_computed(run, row.step) {
        Reason::ComputedLabel
    } else {
        Reason::Relabelled(
            last_change(run, row, |what| matches!(what, What::Relabelled { .. })).unwrap_or(row.created_at),
        )
    }
}

/// A Delivery activity that makes another one does so at each run, as a Recurring delivery does.
fn makes_one_a_run(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::RecurringDelivery | ActivityKind::Delivery)
}

fn is_edit(what: &What) -> bool {
    matches!(what, What::DeliveryEdited | What::TemplateEdited { .. })
}

/// The last change of this sort before a delivery was made that concerns its activity.
fn last_change(run: &RunLog, row: &Delivery, is_sort: impl Fn(&What) -> bool) -> Option<SimTime> {
    let own_template = match run.plan().steps[row.step].work {
        Work::Continuous(template) => Some(template),
        _ => None,
    };
    let concerns = |what: &What| match what {
        What::TemplateEdited { template } => Some(*template) == own_template,
        _ => true,
    };
    let facts = run.record().facts.iter().rev().skip_while(|fact| fact.at > row.created_at);
    facts
        .filter(|fact| fact.step.is_none_or(|step| step == row.step))
        .find(|fact| is_sort(&fact.what) && concerns(&fact.what))
        .map(|fact| fact.at)
}

fn is_computed(run: &RunLog, step: StepIdx) -> bool {
    let plan = run.plan();
    let Work::Continuous(template) = plan.steps[step].work else { return false };
    plan.templates.get(template).is_some_and(|template| template.computed_label.is_some())
}

/// The runs of a delivery over the whole simulated time, oldest first, drawn together to at most `most`.
///
/// Those of one stratum are all there or all not, so the last one that is there may hold fewer runs. What is there is
/// counted as the broadLog is at the moment shown, without the rows that the cleanup has purged.
pub fn strata(run: &RunLog, delivery: DeliveryIdx, shown: SimTime, most: usize) -> Vec<Stratum> {
    let Some(row) = run.record().deliveries.get(delivery) else { return Vec::new() };
    let batches: Vec<&Batch> = run.batches_of(row).collect();
    let there = batches.partition_point(|batch| batch.at <= shown);
    let together = batches.len().div_ceil(most.max(1)).max(1);
    let mut below = 0;
    let mut strata = Vec::new();
    for (part, is_there) in [(&batches[..there], true), (&batches[there..], false)] {
        for runs in part.chunks(together) {
            let Some(last) = runs.last() else { continue };
            let added = runs.iter().map(|batch| batch.to_deliver.len()).sum();
            let left = || runs.iter().map(|batch| run.broad_logs_kept(batch, shown)).sum();
            let rows = if is_there { left() } else { added };
            strata.push(Stratum { run: last.occurrence + 1, at: last.at, below, rows, added, is_there });
            below += rows;
        }
    }
    strata
}

/// The newest broadLog row of each of the last runs of an activity that sent anything, newest first; none of a run
/// whose rows are purged.
pub fn newest_rows(run: &RunLog, step: StepIdx, shown: SimTime, most: usize) -> Vec<BroadLogRow> {
    let batches = &run.record().batches[..run.batches_until(shown)];
    let own = batches.iter().rev().filter(|batch| batch.step == step && !batch.to_deliver.is_empty());
    let mut later: Vec<(DeliveryIdx, u64)> = Vec::new();
    let mut rows = Vec::new();
    for batch in own.take(most) {
        // Newer rows of the same delivery come first on its pages.
        let kept = run.broad_logs_kept(batch, shown);
        if kept == 0 {
            continue;
        }
        let before: u64 =
            later.iter().filter(|(delivery, _)| *delivery == batch.delivery).map(|(_, rows)| rows).sum();
        rows.extend(run.broad_log(batch.delivery, shown, page_of(before)));
        later.push((batch.delivery, kept));
    }
    rows
}

fn page_of(row: u64) -> Range<u64> {
    row..row + 1
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::engine::retention::LogTable;
    use crate::plan::lower::lower;
    use crate::scenario::creative::Creative;
    use crate::scenario::edit::{Edit, apply};
    use crate::scenario::properties::Retention;
    use crate::scenario::samples::Sample;

    fn moment(text: &str) -> SimTime {
        SimTime::parse(text).unwrap()
    }

    fn run(edits: Vec<Edit>) -> RunLog {
        let start = Sample::SideBySide.scenario();
        let scenario = edits.into_iter().fold(start, |scenario, edit| apply(&scenario, edit).unwrap());
        RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan))
    }

    #[test]
    fn a_year_makes_52_beside_1() {
        let run = run(vec![]);
        let counts =
            |at| Series::all(&run, at).iter().map(|one| (one.made, one.deliveries.len())).collect::<Vec<_>>();
        assert_eq!(counts(run.plan().start), [(0, 52), (0, 1)]);
        assert_eq!(counts(moment("2026-06-08 12:00")), [(23, 52), (1, 1)]);
        assert_eq!(counts(run.end()), [(52, 52), (1, 1)]);
        assert_eq!(reason(&run, 0), Reason::First);
        assert_eq!(reason(&run, 5), Reason::NextRun);
    }

    #[test]
    fn an_edit_begins_another_delivery_and_is_dated() {
        let at = moment("2026-06-29 08:00");
        let creative = Creative { subject: "Another".into(), ..Creative::default() };
        let edit = |activity: &str| Edit::EditCreativeAt {
            activity: activity.into(),
            at,
            creative: creative.clone(),
        };
        let run = run(vec![edit("continuous"), edit("recurring")]);
        let all = Series::all(&run, run.end());
        assert_eq!([all[0].made, all[1].made], [52, 2]);
        assert_eq!(reason(&run, all[1].deliveries[1]), Reason::Edited(at));
        assert_eq!(reason(&run, all[0].deliveries[25]), Reason::Edited(at));
        assert_eq!(reason(&run, all[0].deliveries[26]), Reason::NextRun);
    }

    #[test]
    fn strata_hold_every_row_of_their_delivery() {
        let run = run(vec![]);
        let delivery = Series::all(&run, run.end())[1].deliveries[0];
        let middle = moment("2026-06-08 12:00");
        for most in [400, 10] {
            let all = strata(&run, delivery, middle, most);
            let there: u64 = all.iter().filter(|one| one.is_there).map(|one| one.rows).sum();
            assert_eq!(there, run.figures_of_delivery(delivery, middle).broad_logs);
            let last = all.last().unwrap();
            assert_eq!(last.below + last.rows, run.figures_of_delivery(delivery, run.end()).broad_logs);
            assert!(all.len() <= most + 1);
        }
    }

    #[test]
    fn strata_lose_the_rows_that_the_cleanup_purges() {
        let mut scenario = Sample::SideBySide.scenario();
        scenario.technical.cleanup = Retention::V7;
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        let delivery = Series::all(&run, run.end())[1].deliveries[0];
        for shown in [moment("2026-06-08 12:00"), moment("2026-07-06 12:00"), run.end()] {
            for most in [400, 10] {
                let all = strata(&run, delivery, shown, most);
                let rows: u64 = all.iter().filter(|one| one.is_there).map(|one| one.rows).sum();
                assert_eq!(rows, run.figures_of_delivery(delivery, shown).broad_logs);
                let sent = run.figures_of_delivery(delivery, run.end()).to_deliver;
                assert_eq!(all.iter().map(|one| one.added).sum::<u64>(), sent);
                assert!(all.iter().all(|one| one.rows <= one.added));
                assert!(all.windows(2).all(|pair| pair[0].below + pair[0].rows == pair[1].below));
            }
        }
        let at_end = strata(&run, delivery, run.end(), 400);
        assert_eq!((at_end[0].rows, at_end[0].added > 0), (0, true), "the first run is purged");
        let last = at_end.last().unwrap();
        assert_eq!((last.rows, last.below > 0), (last.added, true), "the last one is not");
        let newest = newest_rows(&run, Series::all(&run, run.end())[1].step, run.end(), 60);
        assert!(
            newest.windows(2).all(|pair| pair[0].run > pair[1].run),
            "one row of each run that has some left"
        );
        let oldest = run.oldest_kept(LogTable::BroadLog, run.end()).unwrap();
        assert!(newest.len() < 40 && newest.iter().all(|row| row.last_modified >= oldest));
    }

    #[test]
    fn the_newest_rows_are_one_a_run() {
        let run = run(vec![]);
        let middle = moment("2026-06-08 12:00");
        let all = Series::all(&run, middle);
        let rows = |series: &Series| newest_rows(&run, series.step, middle, 3);
        let recurring = rows(&all[0]);
        assert_eq!(recurring.iter().map(|row| row.run).collect::<Vec<_>>(), [23, 22, 21]);
        assert_eq!(recurring[0].delivery, *all[0].made().last().unwrap());
        assert_ne!(recurring[0].delivery, recurring[1].delivery);
        let continuous = rows(&all[1]);
        assert!(continuous.windows(2).all(|pair| pair[0].run > pair[1].run && pair[0].id > pair[1].id));
        assert!(continuous.iter().all(|row| row.delivery == all[1].deliveries[0]));
    }
}
