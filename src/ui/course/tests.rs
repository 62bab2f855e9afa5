//! What the course looks like in the page, rendered without a browser.

use std::rc::Rc;

use yew::{Callback, LocalServerRenderer};

use super::home::{CourseHome, HomeProps};
use super::panel::LessonPanel;
use super::props::LessonProps;
use crate::app::action::Action;
use crate::app::learning::{CourseAction, Learning};
use crate::app::options::Options;
use crate::app::reduce::reduce;
use crate::app::state::AppState;
use crate::lesson::course::question::Answer;
use crate::lesson::prediction::Confidence;
use crate::lesson::study::Given;
use crate::lesson::study::mastery::PassMark;
use crate::lesson::study::progress::{Item, ItemKey, Progress, Visit};
use crate::text::Lang;

/// The small course and its words as the page gets them.
pub(super) fn files(lang: Lang) -> (Rc<[u8]>, Rc<[u8]>) {
    let words: &[u8] = match lang {
        Lang::Sv => include_bytes!("../../../tests/course/sv.json"),
        _ => include_bytes!("../../../tests/course/en.json"),
    };
    (include_bytes!("../../../tests/course/course.json").as_slice().into(), words.into())
}

/// The state once the course has come and its first lesson is open.
fn begun() -> AppState {
    let state = AppState::new(&Options { lang: Some(Lang::En), ..Options::default() }, None);
    let (course, words) = files(Lang::En);
    let came = CourseAction::Came { course, words, lang: Lang::En };
    let state = reduce(&state, Action::Course(came));
    let first = state.learning.book().unwrap().course.lessons[0].id.clone();
    reduce(&state, Action::Course(CourseAction::Begin(first)))
}

async fn panel(state: &AppState) -> String {
    let props = LessonProps::of(state, &Callback::noop());
    LocalServerRenderer::<LessonPanel>::with_props(props).hydratable(false).render().await
}

/// Goes on as one who knows: reads, plays, answers right.
fn take_step(state: &AppState) -> AppState {
    let (step, _) = state.learning.step().unwrap();
    let end = state.end();
    let state = match step.task.question() {
        None => reduce(state, Action::Seek { to: end }),
        Some(_) => {
            let answer = state.judged(&state.learning.params).right(&step.task).unwrap();
            let given = Given { answer, confidence: None };
            let state = reduce(state, Action::Course(CourseAction::Answer(given)));
            reduce(&state, Action::Seek { to: end })
        }
    };
    reduce(&state, Action::Course(CourseAction::On))
}

#[tokio::test]
async fn a_lesson_shows_one_prompt_and_says_what_came_of_it() {
    let mut state = begun();
    assert!(panel(&state).await.contains("Step 1 of"));
    while state.learning.step().unwrap().0.task.question().is_none() {
        state = take_step(&state);
    }
    let asked = panel(&state).await;
    assert!(asked.matches("<form").count() == 1 && !asked.contains("You said"), "{asked}");
    let count = state.learning.step().unwrap().0.task.question().unwrap().fields.len();
    let given = Given { answer: Answer::Numbers(vec![7; count]), confidence: None };
    let state = reduce(&state, Action::Course(CourseAction::Answer(given)));
    assert!(panel(&state).await.contains("Locked"));
    let told = reduce(&state, Action::Seek { to: state.end() });
    let shown = panel(&told).await;
    assert!(shown.contains("Not quite") && shown.contains("You said"), "{shown}");
    assert!(told.learning.progress.attempts.len() == 1 && !told.learning.progress.attempts[0].is_right);
}

#[tokio::test]
async fn a_locked_prediction_says_how_sure_one_was_and_stays_where_it_is() {
    let mut state = begun();
    while state.learning.step().unwrap().0.task.question().is_none() {
        state = take_step(&state);
    }
    let count = state.learning.step().unwrap().0.task.question().unwrap().fields.len();
    let given = Given { answer: Answer::Numbers(vec![7; count]), confidence: Some(Confidence::ALL[0]) };
    assert_ne!(given.confidence, Some(Confidence::default()));
    let locked = reduce(&state, Action::Course(CourseAction::Answer(given)));
    // Drawn anew, as it is for who left and came back: nothing is left of what was pressed.
    let shown = panel(&locked).await;
    let checked = shown.split("<input checked").nth(1).unwrap();
    assert!(checked.split("</label>").next().unwrap().contains(">Guessing<"), "{shown}");
    let back = reduce(&locked, Action::Course(CourseAction::Back));
    assert_eq!(back.learning.study, locked.learning.study);
}

#[tokio::test]
async fn the_list_of_pieces_knows_how_far_one_is() {
    let state = begun();
    let closed = reduce(&state, Action::Course(CourseAction::Close));
    // One's own scenario is back.
    assert_eq!(closed.scenario(), AppState::new(&Options::default(), None).scenario());
    let home = list(closed.learning).await;
    assert!(home.contains("course-piece") && home.contains("Begin the course"), "{home}");
}

#[tokio::test]
async fn a_certificate_is_promised_to_who_has_passed_and_to_nobody_else() {
    let mut learning = reduce(&begun(), Action::Course(CourseAction::Close)).learning;
    let mut progress = Progress::default();
    for lesson in &learning.book().unwrap().course.lessons {
        progress.visits.insert(lesson.id.clone(), Visit { is_done: true, ..Visit::default() });
    }
    learning.progress = Rc::new(progress.clone());
    let failed = list(learning.clone()).await;
    assert!(failed.contains("Take any of them again") && !failed.contains("Your certificate"), "{failed}");
    for skill in &mut progress.skills {
        *skill = (0..3).fold(*skill, |skill, _| skill.noted(true, PassMark::USUAL));
    }
    let right = Item { tries: 1, is_first_right: true, is_right: true, hints: 0 };
    progress.items.insert(ItemKey::new("check", "final"), right);
    learning.progress = Rc::new(progress);
    assert!(list(learning).await.contains("Your certificate is below."));
}

async fn list(learning: Learning) -> String {
    let props = HomeProps { learning: Rc::new(learning), lang: Lang::En, send: Callback::noop() };
    LocalServerRenderer::<CourseHome>::with_props(props).hydratable(false).render().await
}

#[test]
fn the_free_lab_leaves_the_lesson_as_it_was() {
    let state = begun();
    let (scenario, study) = (state.scenario().clone(), state.learning.study.clone());
    let away = reduce(&state, Action::Course(CourseAction::Leave));
    let away = reduce(&away, Action::OpenSample(crate::scenario::samples::Sample::Birthday));
    assert!(!away.learning.is_in_lesson() && away.scenario() != &scenario);
    let back = reduce(&away, Action::Course(CourseAction::Return));
    assert_eq!((back.scenario(), &back.learning.study), (&scenario, &study));
}
