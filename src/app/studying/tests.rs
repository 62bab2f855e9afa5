//! The course as a learner would take it: predictions, the free lab, reloads, files; and whatever else in any order.

use std::rc::Rc;

use proptest::prelude::*;
use serde_json::json;

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::instructor::InstructorAction;
use crate::app::learning::{CourseAction, Cover, Shelf};
use crate::app::notice::Notice;
use crate::app::options::{Mode, Options};
use crate::app::predicted::said;
use crate::app::reduce::{TOUR, reduce};
use crate::app::state::AppState;
use crate::app::studying::built;
use crate::lesson::course::question::Answer;
use crate::lesson::prediction::Confidence;
use crate::lesson::study::compact;
use crate::lesson::study::progress::Progress;
use crate::lesson::study::{Given, Stage};
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::link;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::course::progress::RecordProblem;

pub(super) fn after(state: AppState, actions: impl IntoIterator<Item = Action>) -> AppState {
    actions.into_iter().fold(state, |state, action| reduce(&state, action))
}

pub(super) fn course(action: CourseAction) -> Action {
    Action::Course(action)
}

fn came() -> Action {
    came_with(include_bytes!("../../../tests/course/course.json"))
}

fn came_with(file: &[u8]) -> Action {
    came_in(file, Lang::En)
}

fn came_in(file: &[u8], lang: Lang) -> Action {
    let words: &[u8] = include_bytes!("../../../tests/course/en.json");
    course(CourseAction::Came { course: file.into(), words: words.into(), lang })
}

pub(super) fn opened(stored: Option<&str>) -> AppState {
    after(AppState::new(&Options { lang: Some(Lang::En), ..Options::default() }, stored), [came()])
}

pub(super) fn begun(lesson: &str) -> AppState {
    after(opened(None), [course(CourseAction::Begin(lesson.into()))])
}

pub(super) fn numbers(numbers: &[u64]) -> Action {
    let given = Given { answer: Answer::Numbers(numbers.to_vec()), confidence: Some(Confidence::Sure) };
    course(CourseAction::Answer(given))
}

pub(super) fn asked() -> AppState {
    after(begun("count"), [course(CourseAction::On)])
}

fn relabel(activity: &str) -> Action {
    Action::Edit(Edit::Relabel { activity: activity.into(), label: "Changed".into() })
}

/// The page is left and opened again: only what is kept on the device is there.
fn reloaded(state: &AppState) -> AppState {
    opened(Some(&state.to_keep()))
}

fn has(state: &AppState, notice: &Notice) -> bool {
    state.notices.iter().any(|posted| posted.notice == *notice)
}

#[test]
fn a_prediction_covers_what_would_give_it_away_until_its_run_was_seen() {
    let state = asked();
    assert_eq!(state.learning.cover(), Some(Cover::Asked));
    // Neither the space bar nor the slider lets the run be seen.
    let end = state.end();
    let ahead = [Action::Play { now_millis: 0.0 }, Action::Seek { to: end }, Action::StepWeek { weeks: 3 }];
    let still = after(state.clone(), ahead);
    assert_eq!((still.player.shown, still.player.head.is_playing()), (state.scenario().start_time(), false));
    assert!(said(&still).is_empty());
    let weeks = u64::from(state.scenario().weeks);
    let locked = after(state, [numbers(&[weeks - 1, 3])]);
    assert_eq!(locked.learning.cover(), Some(Cover::Locked));
    let drawn = said(&locked);
    assert_eq!(drawn.iter().map(|one| one.number).collect::<Vec<_>>(), [weeks - 1, 3]);
    assert!(drawn[0].reached.is_some() && drawn[1].reached.is_none(), "the engine says when");
    let told = after(locked, [Action::Seek { to: end }]);
    assert_eq!((told.learning.cover(), said(&told)), (None, drawn), "it stays drawn");
    assert_eq!(told.learning.study.as_ref().unwrap().stage.told(), Some(false));
    let away = after(told, [course(CourseAction::Leave)]);
    assert!(said(&away).is_empty());
}

#[test]
fn what_is_being_predicted_cannot_be_changed() {
    let state = asked();
    for action in [relabel("recurring"), Action::OpenSample(Sample::Birthday), Action::Undo] {
        let same = reduce(&state, action);
        assert!(Rc::ptr_eq(same.scenario(), state.scenario()));
    }
    assert!(has(&reduce(&state, relabel("recurring")), &Notice::Predicting));
    // In the free lab it can, and the lesson is as it was.
    let away = after(state.clone(), [course(CourseAction::Leave), relabel("recurring")]);
    assert_ne!(away.scenario(), state.scenario());
    let back = after(away, [course(CourseAction::Return)]);
    assert_eq!((back.scenario(), back.learning.cover()), (state.scenario(), Some(Cover::Asked)));
}

#[test]
fn a_prediction_does_not_hold_up_who_goes_on_to_something_else() {
    let lesson = |name: &str| Action::SetOption { name: "lesson".into(), value: name.into() };
    let other = after(asked(), [lesson("build")]);
    assert_eq!(other.learning.study.as_ref().map(|study| study.lesson.as_str()), Some("build"));
    let report = Action::Instructor(InstructorAction::Report);
    for (action, is_tour) in
        [(report, false), (Action::TourResume, true), (Action::TourRestart, true), (lesson(TOUR), true)]
    {
        let left = after(asked(), [action]);
        assert!(left.learning.study.is_none() && !has(&left, &Notice::Predicting));
        assert_eq!((left.learning.is_touring, left.scenario()), (is_tour, opened(None).scenario()));
    }
}

#[test]
fn a_page_for_the_tour_does_not_take_up_a_lesson_that_was_left() {
    let mut options = Options::default();
    assert!(options.set("lesson", TOUR));
    let state = AppState::new(&options, Some(&asked().to_keep()));
    assert!(state.learning.is_touring && state.learning.study.is_none() && state.learning.cover().is_none());
    assert_eq!(state.scenario(), opened(None).scenario());
    assert!(!state.outbox.after(0).any(|(_, effect)| *effect == Effect::Changed), "nothing changed");
}

#[test]
fn the_course_speaks_the_language_of_the_page_whichever_words_come_first() {
    let file = include_bytes!("../../../tests/course/course.json");
    let speaks = |state: &AppState| state.learning.own_book().map(|book| book.lang);
    let back =
        after(opened(None), [Action::SetLang(Lang::Sv), Action::SetLang(Lang::En), came_in(file, Lang::Sv)]);
    assert_eq!(speaks(&back), Some(Lang::En));
    let options = Options { lang: Some(Lang::En), lesson: Some("count".into()), ..Options::default() };
    let waiting = after(AppState::new(&options, None), [Action::SetLang(Lang::Sv)]);
    assert!(waiting.outbox.after(0).any(|(_, effect)| *effect == Effect::WantCourse(Lang::Sv)));
    for order in [[Lang::En, Lang::Sv], [Lang::Sv, Lang::En]] {
        let state = after(waiting.clone(), order.map(|lang| came_in(file, lang)));
        assert_eq!(speaks(&state), Some(Lang::Sv));
    }
    // Who has not asked for the course does not fetch it by choosing a language.
    let state = after(AppState::new(&Options::default(), None), [Action::SetLang(Lang::Sv)]);
    assert!(matches!(state.learning.shelf, Shelf::Empty));
}

#[test]
fn ones_own_work_comes_back_with_its_past() {
    let own = after(opened(None), [Action::OpenSample(Sample::Birthday), relabel("recurring")]);
    let state =
        after(own.clone(), [course(CourseAction::Begin("build".into())), relabel("recurring"), Action::Undo]);
    assert!(!state.history.can_undo(), "Undo stays within the step");
    let closed = after(state, [course(CourseAction::Close)]);
    assert_eq!((closed.scenario(), closed.view.mode), (own.scenario(), Mode::Lesson));
    let undone = after(closed, [Action::Undo]);
    assert_eq!(**undone.scenario(), Sample::Birthday.scenario());
}

#[test]
fn a_reload_resumes_the_lesson_the_step_and_what_was_built() {
    let own = after(opened(None), [Action::OpenSample(Sample::Birthday)]);
    let state = after(
        own.clone(),
        [course(CourseAction::Begin("build".into())), course(CourseAction::Hint), relabel("recurring")],
    );
    let again = reloaded(&state);
    assert_eq!((again.scenario(), &again.learning.study), (state.scenario(), &state.learning.study));
    assert_eq!(again.view.mode, Mode::Build);
    let closed = after(again, [course(CourseAction::Close)]);
    assert_eq!(closed.scenario(), own.scenario());
    assert_eq!(reloaded(&closed).learning.study, None);
}

#[test]
fn a_reload_keeps_a_locked_prediction_a_verdict_and_the_free_lab() {
    let locked = after(asked(), [numbers(&[1, 1])]);
    let again = reloaded(&locked);
    assert_eq!(again.learning.cover(), Some(Cover::Locked));
    assert_eq!(again.player.shown, again.scenario().start_time());
    let told = after(locked.clone(), [Action::Seek { to: locked.end() }]);
    let again = reloaded(&told);
    assert_eq!(
        (&again.learning.verdict, again.learning.progress.attempts.len()),
        (&told.learning.verdict, 1)
    );
    let away = after(told.clone(), [course(CourseAction::Leave), relabel("recurring")]);
    let again = reloaded(&away);
    assert_eq!(again.scenario(), away.scenario());
    let back = after(again, [course(CourseAction::Return)]);
    assert_eq!(back.scenario(), told.scenario());
    // Before the course is here nothing of the outcome is on show, and what is kept stays the same.
    let early = AppState::new(&Options::default(), Some(&asked().to_keep()));
    assert_eq!(early.learning.cover(), Some(Cover::Asked));
    assert_eq!(opened(Some(&early.to_keep())).learning.study, asked().learning.study);
}

#[test]
fn a_course_that_comes_damaged_takes_away_nothing_that_is_here() {
    let broken: Rc<[u8]> = b"{".as_slice().into();
    let damaged = course(CourseAction::Came { course: broken.clone(), words: broken, lang: Lang::Sv });
    let none = after(AppState::new(&Options::default(), None), [damaged.clone()]);
    assert!(matches!(none.learning.shelf, Shelf::Damaged(_)));
    assert!(after(none, [came()]).learning.own_book().is_some());
    let here = after(opened(None), [damaged]);
    assert_eq!(
        here.learning.own_book().map(|book| book.lang),
        opened(None).learning.own_book().map(|book| book.lang)
    );
}

#[test]
fn a_lesson_that_is_gone_gives_ones_own_work_back() {
    let state = begun("build");
    let file = include_str!("../../../tests/course/course.json")
        .replace("\"build\",\n   \"minutes\"", "\"built\",\n   \"minutes\"");
    let early = AppState::new(&Options::default(), Some(&state.to_keep()));
    let again = after(early, [came_with(file.as_bytes())]);
    assert!(has(&again, &Notice::LessonGone) && again.learning.study.is_none());
    assert_eq!(again.scenario(), opened(None).scenario());
}

#[test]
fn a_link_is_not_taken_for_ones_own_work() {
    let own = after(opened(None), [Action::OpenSample(Sample::Birthday)]);
    let shared = Rc::new(Sample::Welcome.scenario());
    let state = after(
        own.clone(),
        [Action::OpenLink { read: Ok(shared.clone()) }, course(CourseAction::Begin("build".into()))],
    );
    // Another link within the lesson is a scenario of that.
    let other = Rc::new(Sample::SeasonalList.scenario());
    let again = after(state.clone(), [Action::OpenLink { read: Ok(other.clone()) }]);
    assert_eq!((again.scenario(), again.view.is_borrowed), (&other, false));
    for state in [state, again] {
        assert_eq!(reloaded(&state).learning.own.as_ref().unwrap().history.present(), own.scenario());
        let closed = after(state, [course(CourseAction::Close)]);
        assert_eq!((closed.scenario(), closed.view.is_borrowed), (&shared, true));
        assert_eq!(reloaded(&closed).scenario(), own.scenario());
    }
}

#[test]
fn a_wrong_answer_leads_to_what_refutes_it() {
    let state = after(asked(), [numbers(&[1, 1])]);
    let state = after(state.clone(), [Action::Seek { to: state.end() }, course(CourseAction::ShowWhy)]);
    assert_eq!(state.learning.pointed.as_ref().unwrap().activity, "recurring");
    assert_eq!(state.view.mode, Mode::Compare);
    assert!(state.learning.is_in_lesson());
    let again = after(state.clone(), [course(CourseAction::Again)]);
    assert!(
        again.learning.pointed.is_none() && again.scenario().weeks != state.scenario().weeks,
        "a new item"
    );
}

#[test]
fn goals_tick_as_they_are_met_and_the_solution_voids_credit() {
    let state = begun("build");
    let met = |state: &AppState| {
        let goals = match &state.learning.step().unwrap().0.task {
            crate::lesson::course::step::Task::Build { goals, .. } => goals.clone(),
            _ => Vec::new(),
        };
        state.judged(&state.learning.params).met(&goals)
    };
    assert_eq!(met(&state), [false, false]);
    let not_yet = after(state.clone(), [course(CourseAction::Answer(built()))]);
    assert_eq!(not_yet.learning.study.as_ref().unwrap().stage, Stage::Asked);
    let hints = vec![course(CourseAction::Hint); 3];
    let solved = after(after(state, hints), [course(CourseAction::Solve)]);
    assert_eq!(met(&solved), [true, true]);
    let done = after(solved, [course(CourseAction::Answer(built()))]);
    assert!(done.may_study_on() && !done.learning.progress.item("build", "two-days").is_right);
}

#[test]
fn a_file_asks_before_it_takes_the_place_of_progress() {
    let told = after(asked(), [numbers(&[1, 1])]);
    let told = after(told.clone(), [Action::Seek { to: told.end() }, course(CourseAction::Save)]);
    let saved = told.outbox.after(0).find_map(|(_, effect)| match effect {
        Effect::Download { text, .. } => Some(text.clone()),
        _ => None,
    });
    let bytes: Rc<[u8]> = saved.unwrap().as_bytes().into();
    let fresh = after(opened(None), [course(CourseAction::Take(bytes.clone()))]);
    assert_eq!(fresh.learning.progress, told.learning.progress);
    assert!(has(&fresh, &Notice::ProgressTaken { answers: 1, unknown: 0 }));
    let other = after(begun("build"), [course(CourseAction::On), course(CourseAction::Close)]);
    let own =
        after(other, [course(CourseAction::Begin("build".into())), course(CourseAction::Answer(built()))]);
    let offered = after(own.clone(), [course(CourseAction::Take(bytes))]);
    assert!(offered.learning.offered.is_some() && offered.learning.progress == own.learning.progress);
    let kept = after(offered.clone(), [course(CourseAction::Replace(false))]);
    assert!(kept.learning.offered.is_none() && kept.learning.progress == own.learning.progress);
    let replaced = after(offered, [course(CourseAction::Replace(true))]);
    // Another tab does not bring back what the file took the place of.
    let theirs = Progress { erased: 1, ..Progress::clone(&told.learning.progress) };
    assert_eq!((&*replaced.learning.progress, &replaced.learning.study), (&theirs, &None));
    let damaged = after(opened(None), [course(CourseAction::Take(Rc::from(&b"{}"[..])))]);
    assert!(has(&damaged, &Notice::ProgressUnreadable(RecordProblem::NotProgress)));
}

#[test]
fn stored_progress_of_another_edition_is_kept_and_said() {
    let told = after(asked(), [numbers(&[1, 1])]);
    let told = after(told.clone(), [Action::Seek { to: told.end() }, course(CourseAction::Close)]);
    let mut kept: serde_json::Value = serde_json::from_str(&told.to_keep()).unwrap();
    kept["edition"] = json!(1);
    kept["course"]["items"]["old/step"] = json!({ "tries": 2 });
    let state = opened(Some(&kept.to_string()));
    let older = state.learning.older.unwrap();
    assert_eq!((older.edition, older.unknown), (1, 1));
    assert_eq!(state.learning.progress.item("old", "step").tries, 2);
    let seen = reloaded(&after(state, [course(CourseAction::OlderSeen)]));
    assert!(seen.learning.older.is_none() && seen.learning.progress.item("old", "step").tries == 2);
}

#[test]
fn stored_progress_that_cannot_be_read_is_kept_aside_and_the_scenario_stays() {
    let own = after(opened(None), [Action::OpenSample(Sample::Birthday)]);
    let mut kept: serde_json::Value = serde_json::from_str(&own.to_keep()).unwrap();
    kept["course"] = json!({ "items": "lost?" });
    let state = opened(Some(&kept.to_string()));
    assert!(has(&state, &Notice::ProgressAside) && state.scenario() == own.scenario());
    let again = reloaded(&state);
    assert!(!has(&again, &Notice::ProgressAside), "said once");
    let saved = after(again, [course(CourseAction::Save)]);
    let is_in = |effect: &Effect| matches!(effect, Effect::Download { text, .. } if text.contains("lost?"));
    assert!(saved.outbox.after(0).any(|(_, effect)| is_in(effect)));
}

#[test]
fn erasing_forgets_answers_and_not_the_pass_mark_or_the_scenario() {
    let state = after(asked(), [numbers(&[1, 1]), course(CourseAction::SetMark(65))]);
    let erased = after(state, [course(CourseAction::Erase)]);
    let progress = &erased.learning.progress;
    assert!(progress.is_empty() && progress.mark.as_percent() == 65 && progress.erased == 1);
    // A host's text knows nothing of that.
    let book = erased.learning.book().unwrap();
    let (text, _) = compact::write(&book.course, progress, None, None);
    let taken = after(erased.clone(), [course(CourseAction::TakeCompact(text.as_str().into()))]);
    assert_eq!(taken.learning.progress.erased, 1);
    assert_eq!(erased.scenario(), opened(None).scenario());
}

#[test]
fn a_hosts_text_opens_the_lesson_where_it_was() {
    let state = after(asked(), [numbers(&[1, 1])]);
    let (book, learning) = (state.learning.book().unwrap(), &state.learning);
    let (text, _) =
        compact::write(&book.course, &learning.progress, learning.study.as_ref(), Some(state.scenario()));
    for first in [opened(None), AppState::new(&Options::default(), None)] {
        let taken = after(first, [course(CourseAction::TakeCompact(text.as_str().into())), came()]);
        assert_eq!((&taken.learning.study, taken.scenario()), (&learning.study, state.scenario()));
        assert_eq!(taken.learning.cover(), Some(Cover::Locked));
        let closed = after(taken, [course(CourseAction::Close)]);
        assert_eq!(closed.scenario(), opened(None).scenario());
    }
}

/// Something that a learner could do now.
fn action_of(state: &AppState, what: u8, number: u64) -> Action {
    let lessons = ["count", "build", "check", "none"];
    let choices = ["own", "same", "one", "many", "none"];
    let action = match what {
        0..=2 => CourseAction::Begin(lessons[number as usize % lessons.len()].into()),
        3..=6 => CourseAction::On,
        7 => CourseAction::Back,
        8 | 9 => return numbers(&[number % 20, number % 3]),
        10 => return numbers(&[number % 20]),
        11 | 12 => {
            let answer = Answer::Choice(choices[number as usize % choices.len()].into());
            CourseAction::Answer(Given { answer, confidence: None })
        }
        13 => CourseAction::Answer(built()),
        14 => CourseAction::Again,
        15 => CourseAction::Hint,
        16 => CourseAction::Solve,
        17 => CourseAction::StartOver,
        18 => CourseAction::ShowWhy,
        19 => CourseAction::Leave,
        20 => CourseAction::Return,
        21 => CourseAction::Close,
        22 => CourseAction::SetMark(number as u8),
        23 => CourseAction::Fetch,
        24 => CourseAction::TakeCompact("1AAAA".into()),
        25 => CourseAction::Certify(number.is_multiple_of(2)),
        26..=29 => return Action::Seek { to: state.end() },
        30 => return Action::Undo,
        31 => return relabel("recurring"),
        _ => return Action::SetMode(Mode::ALL[number as usize % 4]),
    };
    course(action)
}

/// One's own scenario, small so that each step can be run.
fn own() -> Scenario {
    Scenario { weeks: 2, name: "Mine".into(), ..Sample::RecurringWeekly.scenario() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn whatever_is_done_nothing_breaks_and_ones_own_work_stays(
        steps in prop::collection::vec((0_u8..33, any::<u64>()), 1..40),
    ) {
        let mine = Rc::new(own());
        let mut state = after(opened(None), [Action::OpenFile { name: String::new(), read: Ok(mine.clone()) }]);
        for (what, number) in steps {
            let is_open = state.learning.study.is_some();
            let action = action_of(&state, what, number);
            // Outside a lesson it is one's own that changes.
            if !is_open && matches!(action, Action::Undo | Action::Edit(_)) {
                continue;
            }
            state = reduce(&state, action);
            let kept = state.learning.own.as_ref().map_or(state.scenario(), |own| own.history.present());
            prop_assert_eq!(kept, &mine);
            prop_assert_eq!(state.learning.own.is_some(), state.learning.study.is_some());
            prop_assert_eq!(state.learning.left.is_some(), state.learning.study.as_ref().is_some_and(|study| study.is_away));
        }
        // A reload is at the same place.
        let again = reloaded(&state);
        prop_assert_eq!(&again.learning.study, &state.learning.study);
        prop_assert_eq!(&again.learning.progress, &state.learning.progress);
        prop_assert_eq!(again.scenario(), state.scenario());
        // So is a host's text, which has no attempts.
        let (book, learning) = (state.learning.book().unwrap(), &state.learning);
        let scene = learning.study.is_some().then_some(&**state.scenario());
        let (text, has_scene) = compact::write(&book.course, &learning.progress, learning.study.as_ref(), scene);
        prop_assert!(text.len() <= compact::MOST);
        let read = compact::read(&book.course, &text).unwrap();
        prop_assert_eq!(&read.study, &learning.study);
        prop_assert_eq!(read.scenario.as_ref(), scene.filter(|scene| has_scene && link::fragment(scene).is_ok()));
        prop_assert_eq!(&read.progress.items, &learning.progress.items);
        prop_assert_eq!(&read.progress.visits, &learning.progress.visits);
        prop_assert_eq!(&read.progress.skills, &learning.progress.skills);
    }
}
