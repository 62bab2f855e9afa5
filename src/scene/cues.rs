//! What happens at activities and has a motion and a sound of its own, as a function of time.

use super::branch::Place;
use crate::base::time::{SimSpan, SimTime};
use crate::engine::record::What;
use crate::log::RunLog;
use crate::plan::StepIdx;
use crate::scenario::Scenario;
use crate::scenario::activity::ActivityKind;

/// What can be seen and heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CueKind {
    /// A delivery is made.
    Created,
    /// Rows are appended to the log of a continuous delivery.
    Appended,
    /// A continuous delivery is begun anew, as its content or its label is another than before.
    Forked,
    /// An incremental query found nobody new: its branch stops here until the next launch.
    NobodyNew,
    /// A task begins while another of the same activity is still in progress.
    Overlap,
}

/// Something that happens at an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cue {
    /// What.
    pub kind: CueKind,
    /// The place of the activity in the drawing.
    pub place: Place,
    /// When it happens, or the first of what happens together.
    pub at: SimTime,
    /// Rows appended; else how often it happened.
    pub amount: u64,
}

/// All cues of a run, in order of time.
#[derive(Debug, Default)]
pub struct Cues(Vec<Cue>);

impl CueKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Created, Self::Appended, Self::Forked, Self::NobodyNew, Self::Overlap];
}

impl Cues {
    /// Reads them off a run of the scenario that is drawn. What happens in other workflows is not drawn.
    pub fn of(run: &RunLog, scenario: &Scenario) -> Self {
        let places: Vec<Option<Place>> = run
            .plan()
            .steps
            .iter()
            .map(|step| scenario.workflow.activities.iter().position(|one| *one.name == *step.name))
            .collect();
        let mut all = Vec::new();
        let mut add = |kind, step: StepIdx, at, amount| {
            if let Some(place) = places.get(step).copied().flatten() {
                all.push(Cue { kind, place, at, amount });
            }
        };
        let record = run.record();
        let continues = |step: StepIdx| {
            run.plan()
                .steps
                .get(step)
                .is_some_and(|step| step.work.kind() == ActivityKind::ContinuousDelivery)
        };
        let mut has_delivery = vec![false; run.plan().steps.len()];
        for delivery in &record.deliveries {
            let had = has_delivery.get_mut(delivery.step).is_some_and(|has| std::mem::replace(has, true));
            let kind = if had && continues(delivery.step) { CueKind::Forked } else { CueKind::Created };
            add(kind, delivery.step, delivery.created_at, 1);
        }
        for batch in record.batches.iter().filter(|batch| continues(batch.step)) {
            let rows = batch.to_deliver.len();
            if rows > 0 {
                add(CueKind::Appended, batch.step, batch.at, rows);
            }
        }
        for fact in &record.facts {
            if let (What::NobodyNew { .. }, Some(step)) = (&fact.what, fact.step) {
                add(CueKind::NobodyNew, step, fact.at, 1);
            }
        }
        for (step, at) in overlaps(run) {
            add(CueKind::Overlap, step, at, 1);
        }
        all.sort_by_key(|cue| (cue.at, cue.place, cue.kind));
        Self(all)
    }

    /// What happened after `since` until `until`; what is of one kind at one place is one cue with the sum of it.
    pub fn between(&self, since: SimTime, until: SimTime) -> Vec<Cue> {
        let mut together: Vec<Cue> = Vec::new();
        for cue in self.after(since, until) {
            match together.iter_mut().find(|one| (one.kind, one.place) == (cue.kind, cue.place)) {
                Some(one) => one.amount += cue.amount,
                None => together.push(*cue),
            }
        }
        together
    }

    /// What is to be seen at moment `t`, where each cue is seen for `lasting`, with how much of its time has passed,
    /// from 0 to 1. What happens at one place within that time joins the first.
    pub fn frame(&self, t: SimTime, lasting: SimSpan) -> Vec<(Cue, f64)> {
        let window = lasting.secs().max(1);
        let slot = |at: SimTime| at.secs().div_euclid(window);
        let mut seen: Vec<Cue> = Vec::new();
        for cue in self.after(t - SimSpan::from_secs(2 * window), t) {
            let same =
                |one: &&mut Cue| (one.kind, one.place, slot(one.at)) == (cue.kind, cue.place, slot(cue.at));
            match seen.iter_mut().rev().find(same) {
                Some(one) => one.amount += cue.amount,
                None => seen.push(*cue),
            }
        }
        let passed = |at: SimTime| (t - at).secs() as f64 / window as f64;
        seen.into_iter().map(|cue| (cue, passed(cue.at))).filter(|(_, passed)| *passed < 1.0).collect()
    }

    /// Which kinds happened after `since` until `until`, each once, so that it can be heard.
    pub fn kinds(&self, since: SimTime, until: SimTime) -> Vec<CueKind> {
        let mut kinds: Vec<_> = self.after(since, until).iter().map(|cue| cue.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }

    fn after(&self, since: SimTime, until: SimTime) -> &[Cue] {
        let from = self.0.partition_point(|cue| cue.at <= since);
        let to = self.0.partition_point(|cue| cue.at <= until);
        &self.0[from..to.max(from)]
    }
}

/// The tasks that began while another of their activity was in progress: the activity, and when.
fn overlaps(run: &RunLog) -> Vec<(StepIdx, SimTime)> {
    let record = run.record();
    let mut ends = vec![None; record.tasks.len()];
    for ending in &record.endings {
        if let Some(end) = ends.get_mut(ending.task) {
            *end = Some(ending.at);
        }
    }
    // Until when some task of each activity is in progress, as far as was looked; `None` means to the end.
    let mut busy: Vec<Option<SimTime>> = vec![Some(SimTime::from_secs(i64::MIN)); run.plan().steps.len()];
    let mut found = Vec::new();
    for (task, end) in record.tasks.iter().zip(ends) {
        let Some(busy) = busy.get_mut(task.step) else { continue };
        if busy.is_none_or(|until| until > task.created_at) {
            found.push((task.step, task.created_at));
        }
        *busy = match (*busy, end) {
            (Some(until), Some(end)) => Some(until.max(end)),
            _ => None,
        };
    }
    found
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn cues(sample: Sample, change: impl FnOnce(&mut Scenario)) -> (Cues, RunLog) {
        let mut scenario = sample.scenario();
        change(&mut scenario);
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        (Cues::of(&run, &scenario), run)
    }

    fn count(cues: &Cues, kind: CueKind) -> u64 {
        cues.0.iter().filter(|cue| cue.kind == kind).map(|cue| cue.amount).sum()
    }

    #[test]
    fn a_year_makes_as_many_cues_as_deliveries_and_rows() {
        let (cues, run) = cues(Sample::SideBySide, |_| ());
        assert_eq!(count(&cues, CueKind::Created), run.record().deliveries.len() as u64);
        assert_eq!(count(&cues, CueKind::Forked), 0);
        let continuous = run.plan().steps.iter().position(|step| &*step.name == "continuous").unwrap();
        let rows = run.figures_of_step(continuous, run.end()).broad_logs;
        assert_eq!(count(&cues, CueKind::Appended), rows);
        assert!(rows > 0);
    }

    #[test]
    fn each_is_seen_for_its_time_and_sums_what_comes_together() {
        let (cues, run) = cues(Sample::SideBySide, |_| ());
        let first = cues.0[0].at;
        let hour = SimSpan::from_hours(1);
        assert!(cues.frame(first - hour, hour).is_empty());
        assert_eq!(cues.frame(first, hour)[0].1, 0.0);
        assert!(cues.frame(first + hour, hour).iter().all(|(cue, _)| cue.at > first));
        let all = cues.between(first - hour, run.end());
        let made: u64 = all.iter().filter(|cue| cue.kind == CueKind::Created).map(|cue| cue.amount).sum();
        assert_eq!(made, run.record().deliveries.len() as u64);
        assert_eq!(cues.kinds(first - hour, first), [CueKind::Created, CueKind::Appended]);
        assert!(cues.kinds(run.end(), first).is_empty());
    }

    fn golden(text: &str) -> Cues {
        let scenario = crate::scenario::wire::open(text.as_bytes()).unwrap();
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        Cues::of(&run, &scenario)
    }

    #[test]
    fn each_kind_comes_where_it_happens() {
        let edited =
            golden(include_str!("../../tests/golden/r2-edited-creative-starts-a-second-delivery.lab.json"));
        assert_eq!((count(&edited, CueKind::Created), count(&edited, CueKind::Forked)), (1, 1));
        let stopped = golden(include_str!("../../tests/golden/r5-nobody-new-stops-the-branch.lab.json"));
        assert!(count(&stopped, CueKind::NobodyNew) >= 1);
        let overlapping = golden(include_str!("../../tests/golden/flow-wait-tasks-overlap.lab.json"));
        assert!(count(&overlapping, CueKind::Overlap) >= 1);
        assert_eq!(count(&edited, CueKind::Overlap), 0);
    }
}
