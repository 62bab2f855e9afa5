//! A learner's way through a lesson: one step at a time, one prompt at a time. Pure: it draws and runs nothing.

pub mod compact;
pub mod mastery;
pub mod progress;
pub mod record;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use self::progress::{Attempt, Progress, Visit};
use super::course::question::Answer;
use super::course::step::{Step, Task};
use super::course::{Course, Lesson};
use super::prediction::Confidence;

/// How many levels of hints there are: the point, the principle, the way. The last voids credit.
pub const HINTS: u8 = 3;

/// Where the learner is in a lesson.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Study {
    /// The lesson.
    pub lesson: String,
    /// The step that is shown, from 0.
    pub step: usize,
    /// The furthest step reached.
    pub furthest: usize,
    /// Which try at the step's item, from 0: each draws other values.
    pub variation: u32,
    /// How many hints are open.
    pub hints: u8,
    /// Where the answering stands.
    pub stage: Stage,
    /// Whether the learner has left for the free lab and will come back.
    pub is_away: bool,
    /// The hints taken at items that were left without an answer, by the names of their steps.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub helped: BTreeMap<String, u8>,
}

/// Where the answering of an item stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// It is asked.
    #[default]
    Asked,
    /// A prediction is locked and the run not seen yet.
    Locked(Given),
    /// It was answered, and said whether right.
    Told(Given, bool),
}

/// An answer that can no longer be changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Given {
    /// The answer.
    pub answer: Answer,
    /// How sure the learner is, where that was asked.
    pub confidence: Option<Confidence>,
}

impl Stage {
    /// The answer that was given.
    pub fn given(&self) -> Option<&Given> {
        match self {
            Self::Asked => None,
            Self::Locked(given) | Self::Told(given, _) => Some(given),
        }
    }

    /// Whether it was right, once that was said.
    pub fn told(&self) -> Option<bool> {
        if let Self::Told(_, is_right) = self { Some(*is_right) } else { None }
    }
}

impl Study {
    /// Opens a lesson where it was left; one taken to its end begins anew, with other values.
    pub fn open(lesson: &Lesson, progress: &Progress) -> Self {
        let visit = progress.visits.get(&lesson.id).copied().unwrap_or_default();
        let last = lesson.steps.len().saturating_sub(1);
        let step = if visit.is_done { 0 } else { usize::from(visit.step).min(last) };
        let furthest = usize::from(visit.furthest).min(last).max(step);
        let opened = Self {
            lesson: lesson.id.clone(),
            step,
            furthest,
            variation: 0,
            hints: 0,
            stage: Stage::Asked,
            is_away: false,
            helped: BTreeMap::new(),
        };
        opened.at(lesson, progress, step)
    }

    /// The step that is shown; none where the lesson has none of this place.
    pub fn step_of<'c>(&self, course: &'c Course) -> Option<&'c Step> {
        course.lesson(&self.lesson)?.steps.get(self.step)
    }

    /// Whether the learner may go on. `is_done` says whether what a reading step waits for has been done.
    pub fn may_go_on(&self, step: &Step, is_done: bool) -> bool {
        match &step.task {
            _ if self.step < self.furthest => true,
            Task::Read { until, .. } => until.is_none() || is_done,
            Task::Build { .. } => self.stage.told() == Some(true),
            Task::Predict { .. } | Task::Find { .. } | Task::Quiz { .. } => self.stage.told().is_some(),
        }
    }

    /// One step on; at the last step the lesson is done and nothing is open.
    #[must_use]
    pub fn go_on(self, lesson: &Lesson, progress: &mut Progress) -> Option<Self> {
        let next = self.step + 1;
        if next >= lesson.steps.len() {
            let furthest = u16::try_from(self.furthest).unwrap_or(u16::MAX);
            progress.visits.insert(lesson.id.clone(), Visit { step: 0, furthest, is_done: true });
            return None;
        }
        let moved = Self { furthest: self.furthest.max(next), ..self }.at(lesson, progress, next);
        moved.mark(progress);
        Some(moved)
    }

    /// One step back. A locked prediction stays until its run was seen: nobody sees most of it and predicts again.
    #[must_use]
    pub fn go_back(self, lesson: &Lesson, progress: &mut Progress) -> Self {
        if matches!(self.stage, Stage::Locked(_)) {
            return self;
        }
        let step = self.step.saturating_sub(1);
        let moved = self.at(lesson, progress, step);
        moved.mark(progress);
        moved
    }

    /// Locks an answer. A prediction waits for its run; everything else is told at once, `is_right` being what the
    /// judge says.
    #[must_use]
    pub fn answer(self, step: &Step, given: Given, is_right: bool, progress: &mut Progress) -> Self {
        if self.stage != Stage::Asked {
            return self;
        }
        if matches!(step.task, Task::Predict { .. }) {
            return Self { stage: Stage::Locked(given), hints: self.taken(step), ..self };
        }
        self.tell(step, given, is_right, progress)
    }

    /// The run of a locked prediction was seen.
    #[must_use]
    pub fn reveal(self, step: &Step, is_right: bool, progress: &mut Progress) -> Self {
        match self.stage.clone() {
            Stage::Locked(given) => self.tell(step, given, is_right, progress),
            Stage::Asked | Stage::Told(..) => self,
        }
    }

    fn tell(self, step: &Step, given: Given, is_right: bool, progress: &mut Progress) -> Self {
        let hints = self.taken(step);
        let attempt = Attempt {
            lesson: self.lesson.clone(),
            step: step.id.clone(),
            variation: self.variation,
            answer: given.answer.clone(),
            is_right,
            confidence: given.confidence,
            hints,
        };
        progress.note(step.skill, attempt);
        let mut told = Self { stage: Stage::Told(given, is_right), hints, ..self };
        // What is built is mended and not begun anew, so its hints count until it is right.
        if is_right || !matches!(step.task, Task::Build { .. }) {
            told.helped.remove(&step.id);
        }
        told
    }

    /// How many hints the answer to a step has had, those before it was left and come back to among them.
    fn taken(&self, step: &Step) -> u8 {
        self.helped.get(&step.id).map_or(self.hints, |before| self.hints.max(*before))
    }

    /// Another try at the item, with other values; the final check gives none.
    #[must_use]
    pub fn again(self, lesson: &Lesson) -> Self {
        let may = !lesson.is_check && self.stage.told().is_some();
        if may {
            Self { stage: Stage::Asked, hints: 0, variation: self.variation.saturating_add(1), ..self }
        } else {
            self
        }
    }

    /// One more hint; the final check gives none.
    #[must_use]
    pub fn hint(self, lesson: &Lesson) -> Self {
        let may = !lesson.is_check && self.stage == Stage::Asked;
        let Some(step) = lesson.steps.get(self.step).filter(|_| may) else { return self };
        let mut hinted = Self { hints: (self.hints + 1).min(HINTS), ..self };
        let most = hinted.helped.entry(step.id.clone()).or_default();
        *most = hinted.hints.max(*most);
        hinted
    }

    /// At another step of the lesson, with the next try at its item and the hints that were taken for it. The last
    /// hint has numbers in it, so it is closed until it is asked for again; it voids the credit all the same.
    fn at(self, lesson: &Lesson, progress: &Progress, step: usize) -> Self {
        let own = lesson.steps.get(step);
        let tries = own.map_or(0, |own| progress.item(&lesson.id, &own.id).tries);
        let hints = own.and_then(|own| self.helped.get(&own.id)).map_or(0, |taken| (*taken).min(HINTS - 1));
        Self { step, variation: u32::from(tries), hints, stage: Stage::Asked, ..self }
    }

    /// Keeps the place in the progress.
    fn mark(&self, progress: &mut Progress) {
        let visit = progress.visits.entry(self.lesson.clone()).or_default();
        let place = |place: usize| u16::try_from(place).unwrap_or(u16::MAX);
        (visit.step, visit.furthest) = (place(self.step), visit.furthest.max(place(self.furthest)));
    }
}
