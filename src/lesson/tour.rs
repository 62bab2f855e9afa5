//! The guided tour: predict a year, lock, run, compare, look at the logs, change one thing, predict again.

use serde::{Deserialize, Serialize};

use super::ground;
use super::prediction::{Counted, Prediction};
use crate::base::time::SimTime;
use crate::scenario::Scenario;

/// Where the learner is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Step {
    /// What this is about.
    #[default]
    Welcome,
    /// How many deliveries after a year?
    PredictYear,
    /// Play the year.
    PlayYear,
    /// Prediction and outcome side by side, and why.
    CompareYear,
    /// Find where the log rows point to.
    FindLogs,
    /// Change the creative in the middle of the year.
    ChangeOne,
    /// How many deliveries now?
    PredictChange,
    /// Play again.
    PlayChange,
    /// Prediction and outcome side by side, and why.
    CompareChange,
}

/// The learner's progress.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tour {
    /// The step shown.
    pub step: Step,
    /// The furthest step reached.
    pub furthest: Step,
    /// The prediction of the plain year.
    pub year: Prediction,
    /// The prediction of the year with a changed creative.
    pub change: Prediction,
    /// What came out in the plain year; kept, as the scenario changes later.
    pub year_came: Option<Counted>,
    /// What came out in the year with a changed creative.
    pub change_came: Option<Counted>,
    /// Whether the learner has been through, or has left it.
    pub status: Status,
}

/// Whether the tour goes on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// It goes on.
    #[default]
    Running,
    /// The learner skipped the rest; it can be taken up again.
    Skipped,
    /// The learner came to its end.
    Completed,
}

/// What a goal may look at: the scenario, what is shown of the run, and what the learner has opened.
#[derive(Clone, Copy, Debug)]
pub struct Facts<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Whether the scenario runs.
    pub runs: bool,
    /// The moment shown.
    pub shown: SimTime,
    /// What the run comes to.
    pub counted: Counted,
    /// Whether the logs of a delivery are open.
    pub has_open_logs: bool,
    /// Whether the scenario may not be changed; the tour then ends before its change.
    pub readonly: bool,
}

impl Step {
    /// All steps in order.
    pub const ALL: [Self; 9] = [
        Self::Welcome,
        Self::PredictYear,
        Self::PlayYear,
        Self::CompareYear,
        Self::FindLogs,
        Self::ChangeOne,
        Self::PredictChange,
        Self::PlayChange,
        Self::CompareChange,
    ];

    /// The steps of a tour; fewer where nothing may be changed.
    pub fn all(readonly: bool) -> &'static [Self] {
        if readonly { &Self::ALL[..=Self::FindLogs.place()] } else { &Self::ALL }
    }

    /// Its place, from 0.
    pub const fn place(self) -> usize {
        self as usize
    }

    /// The step after it.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    /// The step before it.
    pub fn previous(self) -> Option<Self> {
        self.place().checked_sub(1).and_then(|place| Self::ALL.get(place)).copied()
    }
}

impl Tour {
    /// Whether the goal of the step shown is met, so that the learner may go on.
    pub fn may_go_on(&self, facts: Facts<'_>) -> bool {
        if self.step < self.furthest {
            return true;
        }
        let played = facts.runs && facts.shown >= facts.scenario.end_time();
        match self.step {
            Step::Welcome | Step::CompareYear | Step::CompareChange => true,
            Step::PredictYear => self.year.is_locked,
            Step::PredictChange => self.change.is_locked,
            Step::PlayYear | Step::PlayChange => played,
            Step::FindLogs => facts.has_open_logs,
            Step::ChangeOne => facts.readonly || ground::change_made(facts.scenario).is_some(),
        }
    }

    /// The tour one step on; completed after the last step. Nothing where the goal is not met.
    #[must_use]
    pub fn go_on(self, facts: Facts<'_>) -> Self {
        if !self.may_go_on(facts) {
            return self;
        }
        let last = Step::all(facts.readonly).last().copied().unwrap_or_default();
        match self.step.next().filter(|step| *step <= last) {
            Some(step) => Self { step, furthest: self.furthest.max(step), ..self.noted(facts) },
            None => Self { status: Status::Completed, ..self },
        }
    }

    /// With what came out, where the step that goes on now has just been played for the first time.
    fn noted(mut self, facts: Facts<'_>) -> Self {
        match self.step {
            Step::PlayYear if self.step == self.furthest => self.year_came = Some(facts.counted),
            Step::PlayChange if self.step == self.furthest => self.change_came = Some(facts.counted),
            _ => {}
        }
        self
    }

    /// The tour one step back.
    #[must_use]
    pub fn go_back(self) -> Self {
        Self { step: self.step.previous().unwrap_or(self.step), ..self }
    }

    /// The prediction that the step shown asks for or compares.
    pub fn prediction(&self) -> &Prediction {
        if self.step < Step::ChangeOne { &self.year } else { &self.change }
    }

    /// What came out in the year that the step shown asks for or compares; none before it was played.
    pub fn came(&self) -> Option<Counted> {
        if self.step < Step::ChangeOne { self.year_came } else { self.change_came }
    }

    /// The tour with the prediction of the step shown replaced; a locked one stays.
    #[must_use]
    pub fn predict(mut self, prediction: Prediction) -> Self {
        let place = if self.step < Step::ChangeOne { &mut self.year } else { &mut self.change };
        if !place.is_locked {
            *place = prediction;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::samples::Sample;

    fn facts(scenario: &Scenario) -> Facts<'_> {
        let counted = Counted { recurring: 52, continuous: 1 };
        let shown = scenario.start_time();
        Facts { scenario, runs: true, shown, counted, has_open_logs: false, readonly: false }
    }

    #[test]
    fn each_step_waits_for_its_goal() {
        let scenario = Sample::SideBySide.scenario();
        let mut facts = facts(&scenario);
        let tour = Tour::default().go_on(facts);
        assert_eq!(tour.step, Step::PredictYear);
        assert_eq!(tour.go_on(facts).step, Step::PredictYear);
        let prediction = Prediction {
            recurring: Some(52),
            continuous: Some(52),
            is_locked: true,
            ..Prediction::default()
        };
        let tour = tour.predict(prediction).go_on(facts);
        assert_eq!((tour.step, tour.go_on(facts).step), (Step::PlayYear, Step::PlayYear));
        facts.shown = scenario.end_time();
        let tour = tour.go_on(facts).go_on(facts);
        assert_eq!((tour.step, tour.may_go_on(facts)), (Step::FindLogs, false));
        assert_eq!(tour.came(), Some(facts.counted));
    }

    #[test]
    fn what_came_out_is_kept_though_the_scenario_changes() {
        let scenario = Sample::SideBySide.scenario();
        let shown = scenario.end_time();
        let facts = Facts { shown, ..facts(&scenario) };
        let later = Facts { counted: Counted { recurring: 52, continuous: 2 }, ..facts };
        let played = Tour { step: Step::PlayYear, furthest: Step::PlayYear, ..Tour::default() }.go_on(facts);
        let again = played.go_back().go_on(later);
        assert_eq!((again.step, again.came()), (Step::CompareYear, Some(facts.counted)));
    }

    #[test]
    fn where_nothing_may_be_changed_the_tour_ends_before_the_change() {
        let scenario = Sample::SideBySide.scenario();
        let facts = Facts { readonly: true, has_open_logs: true, ..facts(&scenario) };
        let last = Tour { step: Step::FindLogs, furthest: Step::FindLogs, ..Tour::default() };
        assert_eq!(last.go_on(facts).status, Status::Completed);
        assert_eq!(Step::all(true).len(), 5);
    }

    #[test]
    fn a_locked_prediction_stays() {
        let locked =
            Prediction { recurring: Some(1), continuous: Some(1), is_locked: true, ..Prediction::default() };
        let tour = Tour { step: Step::PredictYear, ..Tour::default() }.predict(locked);
        assert_eq!(tour.predict(Prediction::default()).year, locked);
        assert_eq!(Tour { step: Step::CompareChange, ..tour }.prediction(), &Prediction::default());
    }
}
