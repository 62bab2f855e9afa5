//! The course itself: whole in every language, solvable, long enough to show mastery and short enough to take.

use std::collections::BTreeMap;
use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use delivery_lab::app::action::Action;
use delivery_lab::app::learning::CourseAction;
use delivery_lab::app::options::{Mode, Options};
use delivery_lab::app::reduce::reduce;
use delivery_lab::app::rows::{PersonPart, PersonView, RowsAction};
use delivery_lab::app::section::Section;
use delivery_lab::app::state::AppState;
use delivery_lab::app::studying::built;
use delivery_lab::cli::course::read;
use delivery_lab::lesson::authoring::key;
use delivery_lab::lesson::course::look::Place;
use delivery_lab::lesson::course::question::Answer;
use delivery_lab::lesson::course::scene::Change;
use delivery_lab::lesson::course::step::{Doing, Task};
use delivery_lab::lesson::course::words::CourseWords;
use delivery_lab::lesson::course::{Course, Skill};
use delivery_lab::lesson::judge::scene;
use delivery_lab::lesson::lint;
use delivery_lab::lesson::study::Given;
use delivery_lab::text::Lang;
use delivery_lab::text::course::finding::sentence;

fn whole() -> &'static (Course, Vec<(String, CourseWords)>) {
    static WHOLE: OnceLock<(Course, Vec<(String, CourseWords)>)> = OnceLock::new();
    WHOLE.get_or_init(|| {
        read(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/course")), &[], Lang::En).unwrap()
    })
}

pub(crate) fn course() -> &'static Course {
    &whole().0
}

#[test]
fn nothing_is_wrong_with_the_course_in_any_language() {
    let (course, packs) = whole();
    assert!(packs.iter().any(|(code, _)| code == "en") && packs.iter().any(|(code, _)| code == "sv"));
    let findings = lint::lint(course, packs);
    let told: Vec<_> = findings.iter().map(|finding| sentence(Lang::En, finding)).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn each_piece_is_short_and_all_skills_are_practised_and_checked() {
    let course = course();
    let mut practised: BTreeMap<Skill, u32> = BTreeMap::new();
    let mut checked: BTreeMap<Skill, u32> = BTreeMap::new();
    for (place, step) in course.items() {
        let count = if course.lessons[place].is_check { &mut checked } else { &mut practised };
        *count.entry(step.skill.unwrap()).or_default() += 1;
    }
    for skill in Skill::ALL {
        assert!(practised[&skill] >= 6, "{} has {} items", skill.name(), practised[&skill]);
        assert_eq!(checked[&skill], 2, "{} in the final check", skill.name());
    }
    let minutes: u32 = course.lessons.iter().map(|lesson| lesson.minutes).sum();
    assert!((60..=75).contains(&minutes), "{minutes} minutes");
    assert!(course.lessons.iter().all(|lesson| (5..=8).contains(&lesson.minutes)));
    assert_eq!(course.lessons.iter().filter(|lesson| lesson.is_check).count(), 1);
}

#[test]
fn another_try_is_another_item_and_wrong_workflows_fail_for_their_reason() {
    for (place, step) in course().items() {
        let name = format!("{}/{}", course().lessons[place].id, step.id);
        match &step.task {
            // That each fails at the goal it says is the linter's to prove.
            Task::Build { wrong, .. } => {
                assert!(wrong.len() >= 3, "{name} has {} wrong workflows", wrong.len())
            }
            Task::Predict { .. } => {
                let combinations: usize = step.vary.values().map(Vec::len).product();
                assert!(!step.vary.is_empty() && combinations >= 3, "{name} has {combinations} variations");
            }
            Task::Read { .. } | Task::Find { .. } | Task::Quiz { .. } => {}
        }
    }
}

#[test]
fn words_on_the_way_are_few() {
    for (code, words) in &whole().1 {
        for (lesson, own) in &words.lessons {
            for (step, told) in &own.steps {
                let count: usize = told.body.iter().map(|text| text.split_whitespace().count()).sum();
                assert!(count <= 110, "{code} {lesson}/{step} has {count} words before anything is done");
            }
        }
    }
}

/// The store with the whole course, in a language.
pub(crate) fn opened(lang: Lang) -> AppState {
    let (course, packs) = whole();
    let words = packs.iter().find(|(code, _)| code == lang.code()).map(|(_, words)| words).unwrap();
    let bytes = |json: serde_json::Result<Vec<u8>>| Rc::<[u8]>::from(json.unwrap());
    let (course, words) = (bytes(serde_json::to_vec(course)), bytes(serde_json::to_vec(words)));
    let state = AppState::new(&Options { lang: Some(lang), ..Options::default() }, None);
    reduce(&state, Action::Course(CourseAction::Came { course, words, lang }))
}

fn place(state: &AppState, place: Place) -> AppState {
    let (mode, section) = match place {
        Place::Build => (Mode::Build, None),
        Place::Play => (Mode::Play, None),
        Place::Deliveries => (Mode::Compare, Some(Section::Deliveries)),
        Place::Reports => (Mode::Compare, Some(Section::Reports)),
        Place::Variants => (Mode::Compare, Some(Section::Variants)),
        Place::Journal => (Mode::Compare, Some(Section::Journal)),
    };
    let state = reduce(state, Action::SetMode(mode));
    section.map_or(state.clone(), |section| reduce(&state, Action::ShowSection(section)))
}

fn done(state: &AppState, doing: &Doing) -> AppState {
    match doing {
        Doing::Played => reduce(state, Action::Seek { to: state.end() }),
        Doing::Opened(there) => place(state, *there),
        Doing::OpenedLogs => {
            let state = reduce(state, Action::Seek { to: state.end() });
            reduce(&state, Action::ChooseDelivery(Some(0)))
        }
        Doing::Followed => {
            let person = PersonView { recipient: Some(0), part: PersonPart::Trail };
            let state = reduce(state, Action::Seek { to: state.end() });
            reduce(&state, Action::Rows(RowsAction::Look(Some(person))))
        }
        Doing::Reached(_) => state.clone(),
    }
}

/// With the changes that somebody who knows makes.
fn changed(state: &AppState, changes: &[Change]) -> AppState {
    let solved = scene::change(state.scenario(), changes, &state.learning.params).unwrap();
    reduce(state, Action::OpenFile { name: "solved".into(), read: Ok(Rc::new(solved)) })
}

/// Takes the step that is shown as one who knows.
fn take_step(state: &AppState) -> AppState {
    let (step, _) = state.learning.step().unwrap();
    let params = state.learning.params.clone();
    let give = |state: &AppState, given: Given| reduce(state, Action::Course(CourseAction::Answer(given)));
    let state = match &step.task {
        Task::Read { until: Some(Doing::Reached(_)), solution } => changed(state, solution),
        Task::Read { until, .. } => until.as_ref().map_or(state.clone(), |doing| done(state, doing)),
        Task::Build { solution, .. } => {
            assert!(!give(state, built()).may_study_on(), "{} is solved before anything is done", step.id);
            give(&changed(state, solution), built())
        }
        _ => {
            let answer = state.judged(&params).right(&step.task).unwrap();
            let confidence = None;
            let state = give(state, Given { answer, confidence });
            reduce(&state, Action::Seek { to: state.end() })
        }
    };
    assert!(state.may_study_on(), "no way on from {}", state.learning.step().unwrap().0.id);
    reduce(&state, Action::Course(CourseAction::On))
}

#[test]
fn who_knows_takes_every_lesson_and_passes() {
    let mut state = opened(Lang::En);
    let own = state.scenario().clone();
    for lesson in &course().lessons {
        state = reduce(&state, Action::Course(CourseAction::Begin(lesson.id.clone())));
        for _ in &lesson.steps {
            state = take_step(&state);
        }
        assert!(state.learning.study.is_none(), "{} is not over", lesson.id);
        assert!(state.learning.progress.visits[&lesson.id].is_done);
        assert_eq!(state.scenario(), &own, "one's own scenario is back");
    }
    let progress = &state.learning.progress;
    assert!(progress.has_passed(course()) && progress.percent(course()) == 100);
    let items = course().items().count();
    assert_eq!(progress.attempts.len(), items);
    assert!(
        progress.attempts.iter().all(|attempt| attempt.is_right && attempt.answer != Answer::Numbers(vec![]))
    );
}

#[test]
fn an_answer_key_tells_a_solution_as_the_lab_says_it() {
    let (course, packs) = whole();
    let (_, english) = packs.iter().find(|(code, _)| code == "en").unwrap();
    let lessons = vec![course.lesson("birthday").unwrap().clone()];
    let words = [("en".to_owned(), english.clone())].into();
    let page = key::html(&Course { lessons, words, ..course.clone() }, "en", Lang::En);
    assert!(page.contains("<strong>Scheduler “scheduler”</strong>: Daily 06:00"), "{page}");
    assert!(page.contains("Recurring delivery") && !page.contains("<code>/workflow/activities"), "{page}");
}

#[test]
fn the_course_that_the_page_brings_along_is_known_by_its_id() {
    assert_eq!(course().id, delivery_lab::lesson::course::BUILT_IN);
}
