//! Files of lessons and courses, and their words.

use std::rc::Rc;

use delivery_lab::app::action::Action;
use delivery_lab::app::instructor::InstructorAction;
use delivery_lab::app::learning::CourseAction;
use delivery_lab::app::options::Options;
use delivery_lab::app::reduce::reduce;
use delivery_lab::app::state::AppState;
use delivery_lab::lesson::course::Course;
use delivery_lab::lesson::lint;
use delivery_lab::lesson::markup;
use delivery_lab::text::Lang;
use delivery_lab::text::course::finding::{CourseFinding, sentence};

/// The most steps that a learner takes here.
const MOST_STEPS: usize = 12;

/// Reads a file as a course and as words of one, says what is wrong with it, and takes its first lesson as a learner.
pub fn lesson(bytes: &[u8]) {
    match lint::read(bytes) {
        Ok(course) => {
            lint::lint_words(&course).iter().for_each(is_told);
            if let Ok(json) = serde_json::to_vec(&course) {
                assert_eq!(lint::read(&json).as_ref(), Ok(&course), "a save loses something of a course");
            }
            take(course);
        }
        Err(finding) => is_told(&finding),
    }
    if let Err(finding) = lint::read_words(bytes) {
        is_told(&finding);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        for lang in Lang::WRITTEN {
            markup::pieces(lang, text, |_| None);
        }
        markup::placeholders(text);
    }
}

fn is_told(finding: &CourseFinding) {
    for lang in Lang::WRITTEN {
        assert!(!sentence(lang, finding).trim().is_empty(), "a finding without words");
    }
}

/// Opens the lesson and goes through it, step by step, with everything a learner can do without a run.
fn take(course: Course) {
    let steps = course.lessons.first().map_or(0, |lesson| lesson.steps.len()).min(MOST_STEPS);
    let came =
        InstructorAction::LessonCame { name: String::new(), read: Ok(Rc::new(course)), is_taken: true };
    let mut state = reduce(&AppState::new(&Options::default(), None), Action::Instructor(came));
    for _ in 0..steps {
        for action in [CourseAction::Hint, CourseAction::StartOver, CourseAction::Solve, CourseAction::On] {
            state = reduce(&state, Action::Course(action));
        }
    }
    let closed = reduce(&state, Action::Course(CourseAction::Close));
    assert!(closed.learning.study.is_none(), "a lesson that cannot be closed");
}
