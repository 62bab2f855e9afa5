//! What a learner has done in a course: items, skills, pieces, and every attempt.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::mastery::{Mastery, PassMark};
use crate::lesson::course::question::Answer;
use crate::lesson::course::{Course, Lesson, Skill};
use crate::lesson::prediction::Confidence;

/// How many tries at an item are evidence of its skill. Who goes on guessing shows nothing new.
pub const TRIES: u8 = 3;
/// How many attempts are kept; the oldest go first.
const MOST_ATTEMPTS: usize = 2_000;

/// What a learner has done.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Progress {
    /// The items that were answered, by lesson and step.
    pub items: BTreeMap<ItemKey, Item>,
    /// The pieces that were begun.
    pub visits: BTreeMap<String, Visit>,
    /// The skills, in the order of [`Skill::ALL`].
    pub skills: [Mastery; Skill::ALL.len()],
    /// From where on a skill is mastered.
    pub mark: PassMark,
    /// Every attempt, in order; kept on the device and in exported files alone.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attempts: Vec<Attempt>,
    /// How often what was here has been erased or replaced: what was learnt before that is not taken in again. It counts
    /// on one device alone.
    #[serde(skip_serializing_if = "is_zero")]
    pub erased: u32,
}

/// An item by its lesson and its step, such as `two-deliveries/year`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ItemKey(String);

impl ItemKey {
    /// The key of a step of a lesson.
    pub fn new(lesson: &str, step: &str) -> Self {
        Self(format!("{lesson}/{step}"))
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What became of an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Item {
    /// How often it was answered, up to 15.
    pub tries: u8,
    /// Whether the first answer was right, without being shown.
    pub is_first_right: bool,
    /// Whether it was answered right, by oneself.
    pub is_right: bool,
    /// The most hints taken, up to 3.
    pub hints: u8,
}

/// How far a piece was taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Visit {
    /// The step that is open, from 0.
    pub step: u16,
    /// The furthest step that was reached.
    pub furthest: u16,
    /// Whether it was taken to its end.
    pub is_done: bool,
}

/// Something that the course asks for before it is passed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A skill that is not mastered.
    Skill(Skill),
    /// A final check with too few right answers.
    Check {
        /// The lesson.
        lesson: String,
        /// How many were right at the first answer.
        right: u32,
        /// How many there are.
        of: u32,
    },
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attempt {
    /// The lesson.
    pub lesson: String,
    /// The step.
    pub step: String,
    /// Which try at it, from 0; it tells the values that were drawn.
    pub variation: u32,
    /// What was answered.
    pub answer: Answer,
    /// Whether it was right.
    pub is_right: bool,
    /// How sure the learner was, where that was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// How many hints were taken before.
    pub hints: u8,
}

impl Progress {
    /// Takes an attempt at an item of this skill to the account.
    pub fn note(&mut self, skill: Option<Skill>, attempt: Attempt) {
        let item = self.items.entry(ItemKey::new(&attempt.lesson, &attempt.step)).or_default();
        // The last hint gives the answer away.
        let is_own = attempt.is_right && attempt.hints < 3;
        if item.tries < TRIES
            && !item.is_right
            && let Some(mastery) = skill.and_then(|skill| self.skills.get_mut(skill.place()))
        {
            *mastery = mastery.noted(is_own, self.mark);
        }
        item.is_first_right |= is_own && item.tries == 0;
        item.is_right |= is_own;
        item.tries = item.tries.saturating_add(1).min(15);
        item.hints = item.hints.max(attempt.hints).min(3);
        if self.attempts.len() >= MOST_ATTEMPTS {
            self.attempts.remove(0);
        }
        self.attempts.push(attempt);
    }

    /// Takes in what was learnt elsewhere at the same time: of each item, piece and skill the better, and every attempt.
    /// What has been erased here is not taken in again; what has been erased there is erased here too.
    pub fn take_in(&mut self, other: &Self) {
        match other.erased.cmp(&self.erased) {
            Ordering::Less => {}
            Ordering::Equal => self.join(other),
            Ordering::Greater => {
                let mark = self.mark;
                *self = other.clone();
                self.set_mark(mark);
            }
        }
    }

    fn join(&mut self, other: &Self) {
        for (key, theirs) in &other.items {
            let mine = self.items.entry(key.clone()).or_default();
            *mine = Item {
                tries: mine.tries.max(theirs.tries),
                is_first_right: mine.is_first_right | theirs.is_first_right,
                is_right: mine.is_right | theirs.is_right,
                hints: mine.hints.max(theirs.hints),
            };
        }
        for (lesson, theirs) in &other.visits {
            let mine = self.visits.entry(lesson.clone()).or_insert(*theirs);
            mine.furthest = mine.furthest.max(theirs.furthest);
            mine.is_done |= theirs.is_done;
        }
        for (mine, theirs) in self.skills.iter_mut().zip(other.skills) {
            *mine = mine.better(theirs);
        }
        // Both began with the same attempts; what follows them is each one's own.
        let shared =
            self.attempts.iter().zip(&other.attempts).take_while(|(mine, theirs)| mine == theirs).count();
        let own = self.attempts.get(shared..).unwrap_or_default().to_vec();
        let new = other.attempts.iter().skip(shared).filter(|attempt| !own.contains(attempt)).cloned();
        self.attempts.extend(new);
        let surplus = self.attempts.len().saturating_sub(MOST_ATTEMPTS);
        self.attempts.drain(..surplus);
    }

    /// What became of an item.
    pub fn item(&self, lesson: &str, step: &str) -> Item {
        self.items.get(&ItemKey::new(lesson, step)).copied().unwrap_or_default()
    }

    /// Whether nothing has been done.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.visits.is_empty() && self.attempts.is_empty()
    }

    /// How many items and pieces are in it that the course does not have.
    pub fn unknown(&self, course: &Course) -> usize {
        let known: BTreeSet<_> =
            course.items().map(|(lesson, step)| ItemKey::new(&course.lessons[lesson].id, &step.id)).collect();
        let items = self.items.keys().filter(|key| !known.contains(*key));
        items.count() + self.visits.keys().filter(|name| course.lesson(name).is_none()).count()
    }

    /// As it leaves this device, or comes to it.
    #[must_use]
    pub(super) fn in_a_file(self) -> Self {
        Self { erased: 0, ..self }
    }

    /// Holds the skills against another pass mark.
    pub fn set_mark(&mut self, mark: PassMark) {
        self.mark = mark;
        self.skills = self.skills.map(|skill| skill.against(mark));
    }

    /// Within bounds, whoever wrote it.
    #[must_use]
    pub(super) fn settled(mut self) -> Self {
        for item in self.items.values_mut() {
            (item.tries, item.hints) = (item.tries.min(15), item.hints.min(3));
        }
        let more = self.attempts.len().saturating_sub(MOST_ATTEMPTS);
        self.attempts.drain(..more);
        self
    }

    /// What the course still asks for before it is passed.
    pub fn missing(&self, course: &Course) -> Vec<Missing> {
        let mut missing = Vec::new();
        for skill in course.skills().filter(|skill| !self.skill(*skill).is_reached()) {
            missing.push(Missing::Skill(skill));
        }
        for lesson in course.lessons.iter().filter(|lesson| lesson.is_check) {
            let (right, of) = self.score(lesson);
            if !self.mark.is_met(right, of) {
                missing.push(Missing::Check { lesson: lesson.id.clone(), right, of });
            }
        }
        missing
    }

    /// A skill.
    pub fn skill(&self, skill: Skill) -> &Mastery {
        &self.skills[skill.place()]
    }

    /// How many items of a lesson were right at the first answer, and how many it has.
    pub fn score(&self, lesson: &Lesson) -> (u32, u32) {
        let items = lesson.steps.iter().filter(|step| step.task.is_item());
        let mut score = (0, 0);
        for step in items {
            score.0 += u32::from(self.item(&lesson.id, &step.id).is_first_right);
            score.1 += 1;
        }
        score
    }

    /// Of the items that the course is marked by, how many were right at the first answer, and how many there are: those
    /// of its final checks where it has any, so that nobody passes with a score below the mark; else all.
    pub fn course_score(&self, course: &Course) -> (u32, u32) {
        let has_check = course.lessons.iter().any(|lesson| lesson.is_check);
        let marked = course.lessons.iter().filter(|lesson| lesson.is_check || !has_check);
        marked
            .map(|lesson| self.score(lesson))
            .fold((0, 0), |(right, of), (own, all)| (right + own, of + all))
    }

    /// Whether the course is passed: every skill that it has items for is mastered, and its final checks are met.
    pub fn has_passed(&self, course: &Course) -> bool {
        course.skills().next().is_some() && self.missing(course).is_empty()
    }

    /// The share of the course that is done, in percent: the pieces taken to their end.
    pub fn percent(&self, course: &Course) -> u8 {
        let done = course
            .lessons
            .iter()
            .filter(|lesson| self.visits.get(&lesson.id).is_some_and(|visit| visit.is_done));
        let percent = (done.count() * 100).checked_div(course.lessons.len()).unwrap_or(0);
        u8::try_from(percent).unwrap_or(100)
    }

    /// How often a prediction was surer than right: of those who were sure, how many were right, and how many they were.
    pub fn calibration(&self, confidence: Confidence) -> (u32, u32) {
        let told = self.attempts.iter().filter(|attempt| attempt.confidence == Some(confidence));
        told.fold((0, 0), |(right, of), attempt| (right + u32::from(attempt.is_right), of + 1))
    }
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}
