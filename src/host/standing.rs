//! How far a learner is, as the events of the course tell it. Pure.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::app::learning::Learning;

/// What `lesson-progress` and `lesson-completed` carry.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Standing {
    /// The lesson; empty where none is open.
    pub(super) lesson: String,
    /// The step that is shown, from 0; all of them where the lesson is done.
    pub(super) step: usize,
    /// How many steps the lesson has.
    pub(super) steps: usize,
    /// The share of the steps before this one, from 0 to 1.
    pub(super) progress: f64,
    /// The share of the lesson's items that were right at the first answer, from 0 to 1; none where it has none.
    pub(super) score: Option<f64>,
    /// By skill: the average in percent, and whether it is mastered.
    pub(super) skills: BTreeMap<&'static str, SkillStanding>,
    /// The share of the pieces that are done, in percent.
    pub(super) course_progress: u8,
    /// Whether the course is passed.
    pub(super) passed: bool,
}

/// How far a skill is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SkillStanding {
    /// The average of right answers in percent.
    pub(super) percent: u8,
    /// Whether it is mastered.
    pub(super) mastered: bool,
}

impl Standing {
    /// How far the learner is in a lesson and in the course.
    pub(super) fn of(learning: &Learning, lesson: &str) -> Self {
        let course = learning.book().map(|book| &book.course);
        let own = course.and_then(|course| course.lesson(lesson));
        let steps = own.map_or(0, |lesson| lesson.steps.len());
        let study = learning.study.as_ref().filter(|study| study.lesson == lesson);
        let step = study.map_or(steps, |study| study.step);
        let (right, of) = own.map_or((0, 0), |lesson| learning.progress.score(lesson));
        let skill = |skill: crate::lesson::course::Skill| {
            let mastery = learning.progress.skill(skill);
            let standing = SkillStanding { percent: mastery.percent(), mastered: mastery.is_reached() };
            (skill.name(), standing)
        };
        Self {
            lesson: lesson.to_owned(),
            step,
            steps,
            progress: if steps == 0 { 0.0 } else { step as f64 / steps as f64 },
            score: (of > 0).then(|| f64::from(right) / f64::from(of)),
            skills: course.map(|course| course.skills().map(skill).collect()).unwrap_or_default(),
            course_progress: course.map_or(0, |course| learning.progress.percent(course)),
            passed: course.is_some_and(|course| learning.progress.has_passed(course)),
        }
    }
}
