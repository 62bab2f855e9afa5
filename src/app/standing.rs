//! How far a learner is, as the events of the course tell it. Pure.

use std::collections::BTreeMap;

use serde::Serialize;

use super::history::History;
use super::learning::Learning;
use crate::lesson::study::compact;
use crate::scenario::Scenario;

/// What `lesson-progress` and `lesson-completed` carry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The course, by its id: a lesson of one's own is one too. Empty before it is here.
    pub course: String,
    /// The lesson; empty where none is open.
    pub lesson: String,
    /// The step that is shown, from 0; all of them where the lesson is done.
    pub step: usize,
    /// How many steps the lesson has.
    pub steps: usize,
    /// Whether the lesson was taken to its end, now or before.
    pub done: bool,
    /// The share of the steps before this one, from 0 to 1.
    pub progress: f64,
    /// The share of the lesson's items that were right at the first answer, from 0 to 1; none where it has none.
    pub score: Option<f64>,
    /// By skill: the average in percent, and whether it is mastered.
    pub skills: BTreeMap<&'static str, SkillStanding>,
    /// The share of the pieces that are done, in percent.
    pub course_progress: u8,
    /// The share of the items that mark the course (its final check's, where it has one) that were right at the first
    /// answer, from 0 to 1; none where it has none. Who has passed is never below the mark.
    pub course_score: Option<f64>,
    /// The share of right answers from which on a skill, and the final check, is passed, from 0 to 1.
    pub pass_mark: f64,
    /// Whether the course is passed.
    pub passed: bool,
    /// Progress and place as the short text that `setState` takes as `course`; none before there is any.
    pub state: Option<String>,
}

/// How far a skill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SkillStanding {
    /// The average of right answers in percent.
    pub percent: u8,
    /// Whether it is mastered.
    pub mastered: bool,
}

impl Standing {
    /// How far the learner is in a lesson and in the course; `present` is the scenario on show.
    pub fn of(learning: &Learning, present: &Scenario, lesson: &str) -> Self {
        let course = learning.book().map(|book| &book.course);
        let own = course.and_then(|course| course.lesson(lesson));
        let steps = own.map_or(0, |lesson| lesson.steps.len());
        let study = learning.study.as_ref().filter(|study| study.lesson == lesson);
        let step = study.map_or(steps, |study| study.step);
        let score = own.map_or((0, 0), |lesson| learning.progress.score(lesson));
        let course_score = course.map_or((0, 0), |course| learning.progress.course_score(course));
        let skill = |skill: crate::lesson::course::Skill| {
            let mastery = learning.progress.skill(skill);
            let standing = SkillStanding { percent: mastery.percent(), mastered: mastery.is_reached() };
            (skill.name(), standing)
        };
        Self {
            course: course.map(|course| course.id.clone()).unwrap_or_default(),
            lesson: lesson.to_owned(),
            step,
            steps,
            done: learning.progress.visits.get(lesson).is_some_and(|visit| visit.is_done),
            progress: if steps == 0 { 0.0 } else { step as f64 / steps as f64 },
            score: share(score),
            skills: course.map(|course| course.skills().map(skill).collect()).unwrap_or_default(),
            course_progress: course.map_or(0, |course| learning.progress.percent(course)),
            course_score: share(course_score),
            pass_mark: f64::from(learning.progress.mark.as_percent()) / 100.0,
            passed: course.is_some_and(|course| learning.progress.has_passed(course)),
            state: short_text(learning, present),
        }
    }
}

/// So many of so many; none of none.
fn share((right, of): (u32, u32)) -> Option<f64> {
    (of > 0).then(|| f64::from(right) / f64::from(of))
}

/// Progress and place, once there is some and the course is here. In a lesson its scenario is part of it; a draft that
/// its author looks at is none.
pub fn short_text(learning: &Learning, present: &Scenario) -> Option<String> {
    if let Some(waiting) = &learning.waiting {
        return Some(waiting.to_string());
    }
    if learning.is_previewing() {
        return short_text(&learning.at_home(), present);
    }
    let book = learning.book().filter(|_| !learning.progress.is_empty() || learning.study.is_some())?;
    let scene = learning.left.as_ref().map_or(present, |left| History::present(left));
    let scene = learning.study.is_some().then_some(scene);
    Some(compact::write(&book.course, &learning.progress, learning.study.as_ref(), scene).0)
}
