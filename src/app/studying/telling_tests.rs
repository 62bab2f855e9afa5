//! What the page around us is told: each answer, how far the learner is, and what it may set.

use std::rc::Rc;

use serde_json::{Value, json};

use super::tests::{after, asked, begun, course, numbers, opened};
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::learning::CourseAction;
use crate::app::options::Options;
use crate::app::standing::Standing;
use crate::app::state::AppState;
use crate::app::studying::built;
use crate::lesson::course::question::Answer;
use crate::lesson::course::step::Task;
use crate::lesson::study::Given;

/// The answers that were told, oldest first.
fn told(state: &AppState) -> Vec<Value> {
    let answers = state.outbox.after(0).filter_map(|(_, effect)| match effect {
        Effect::Answered(answered) => Some(serde_json::to_value(&**answered).unwrap()),
        _ => None,
    });
    answers.collect()
}

fn standing(state: &AppState, lesson: &str) -> Standing {
    Standing::of(&state.learning, state.scenario(), lesson)
}

#[test]
fn a_prediction_is_told_when_it_is_locked_and_when_it_is_judged() {
    let locked = after(asked(), [numbers(&[11, 1])]);
    let weeks = locked.scenario().weeks;
    let expected = json!({
        "course": "small", "lesson": "count", "item": "weeks", "kind": "predict", "phase": "answered",
        "question": "How many deliveries will there be?", "type": "numeric",
        "fields": ["From the recurring delivery", "From the continuous delivery"],
        "response": [11, 1], "choices": [], "right": null, "correct": null, "confidence": 1.0,
        "hints": 0, "credit": true, "lang": "en",
    });
    assert_eq!(told(&locked), std::slice::from_ref(&expected));
    let judged = after(locked.clone(), [Action::Seek { to: locked.end() }]);
    let mut after_it = expected;
    (after_it["phase"], after_it["right"]) = (json!("judged"), json!(false));
    after_it["correct"] = json!([weeks, 1]);
    assert_eq!(told(&judged).last(), Some(&after_it));
    assert_eq!(told(&judged).len(), 2);
}

#[test]
fn choices_are_told_in_words_and_workflows_by_their_goals() {
    let state = after(asked(), [numbers(&[1, 1])]);
    let state = after(state.clone(), [Action::Seek { to: state.end() }, course(CourseAction::On)]);
    let given = Given { answer: Answer::Choice("same".into()), confidence: None };
    let state = after(state, [course(CourseAction::Answer(given))]);
    let choice = told(&state).pop().unwrap();
    assert_eq!(choice["kind"], "find");
    assert_eq!(choice["type"], "choice");
    assert_eq!((&choice["response"], &choice["correct"]), (&json!("same"), &json!("same")));
    assert_eq!(choice["choices"][0], json!({ "id": "own", "text": "In a delivery of their own" }));
    assert_eq!((&choice["confidence"], &choice["right"]), (&Value::Null, &json!(true)));
    let hints = [course(CourseAction::Hint), course(CourseAction::Hint), course(CourseAction::Hint)];
    let state = after(after(begun("build"), hints), [course(CourseAction::Answer(built()))]);
    let workflow = told(&state).pop().unwrap();
    assert_eq!((&workflow["kind"], &workflow["type"]), (&json!("build"), &json!("performance")));
    assert_eq!((&workflow["response"], &workflow["right"]), (&Value::Null, &json!(false)));
    assert_eq!((&workflow["hints"], &workflow["credit"]), (&json!(3), &json!(false)));
}

#[test]
fn how_far_a_learner_is_says_so_of_the_whole_course_too() {
    let state = asked();
    let weeks = u64::from(state.scenario().weeks);
    let state = after(state, [numbers(&[weeks, 1])]);
    let state = after(state.clone(), [Action::Seek { to: state.end() }]);
    let course_of = &state.learning.book().unwrap().course;
    assert!(course_of.lessons.iter().any(|lesson| lesson.is_check));
    let far = standing(&state, "count");
    assert_eq!((far.course.as_str(), far.done, far.pass_mark), ("small", false, 0.8));
    // Right as it is, this item is none of the final check, and only that marks the course.
    assert_eq!((far.score, far.course_score), (Some(1.0 / 3.0), Some(0.0)));
    let text = far.state.unwrap();
    let again = after(opened(None), [course(CourseAction::TakeCompact(text.as_str().into()))]);
    assert_eq!(again.learning.study, state.learning.study);
    assert_eq!(standing(&AppState::new(&Options::default(), None), "").course_score, None);
}

#[test]
fn a_pass_mark_of_the_page_around_stays_whatever_is_taken_up() {
    let state = after(asked(), [numbers(&[1, 1]), course(CourseAction::SetMark(70))]);
    let text = standing(&state, "count").state.unwrap();
    let take = course(CourseAction::TakeCompact(text.as_str().into()));
    for actions in
        [[course(CourseAction::HoldTo(65)), take.clone()], [take, course(CourseAction::HoldTo(65))]]
    {
        let held = after(after(opened(None), actions), [course(CourseAction::SetMark(50))]);
        assert_eq!(held.learning.progress.mark.as_percent(), 65);
        assert_eq!(held.learning.study, state.learning.study);
        assert_eq!(after(held, [course(CourseAction::Erase)]).learning.progress.mark.as_percent(), 65);
    }
}

#[test]
fn the_end_of_a_lesson_tells_how_far_it_led() {
    let mut state = begun("build");
    while state.learning.study.is_some() {
        let step = state.learning.step().unwrap().0.clone();
        if let Task::Build { .. } = &step.task {
            state = after(state, vec![course(CourseAction::Hint); 3]);
            state = after(state, [course(CourseAction::Solve)]);
        }
        if step.task.is_item() {
            let answer = state.judged(&state.learning.params).right(&step.task).unwrap();
            state = after(state, [course(CourseAction::Answer(Given { answer, confidence: None }))]);
        }
        state = after(state.clone(), [Action::Seek { to: state.end() }, course(CourseAction::On)]);
    }
    let completed = state.outbox.after(0).find_map(|(_, effect)| match effect {
        Effect::LessonCompleted(standing) => Some(Rc::clone(standing)),
        _ => None,
    });
    let completed = completed.unwrap();
    assert_eq!((completed.lesson.as_str(), completed.done, completed.progress), ("build", true, 1.0));
    let lesson = state.learning.book().unwrap().course.lesson("build").unwrap();
    let (right, of) = state.learning.progress.score(lesson);
    // What the last hint gave away does not count.
    assert!(right < of);
    assert_eq!(completed.score, Some(f64::from(right) / f64::from(of)));
    assert_eq!(
        completed.course_progress,
        state.learning.progress.percent(&state.learning.book().unwrap().course)
    );
    assert!(completed.course_progress > 0);
}
