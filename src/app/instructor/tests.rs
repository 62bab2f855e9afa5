//! The bench in the store: made, recorded, previewed, kept, handed out and taken by a learner.

use std::rc::Rc;

use super::packing::Packing;
use super::*;
use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::learning::CourseAction;
use crate::app::options::Options;
use crate::app::reduce::reduce;
use crate::app::saved;
use crate::app::standing::short_text;
use crate::lesson::authoring::edit::StepSort;
use crate::lesson::authoring::spot::Spot;
use crate::lesson::authoring::{finished, lesson};
use crate::lesson::course::question::Answer;
use crate::lesson::course::step::Task;
use crate::lesson::link;
use crate::lesson::package::{Kind, PackageProblem};
use crate::lesson::study::progress::{Progress, Visit};
use crate::lesson::study::{Given, compact};
use crate::scenario::samples::Sample;

fn after(state: AppState, actions: impl IntoIterator<Item = InstructorAction>) -> AppState {
    actions.into_iter().fold(state, |state, action| reduce(&state, Action::Instructor(action)))
}

fn opened() -> AppState {
    after(AppState::new(&Options::default(), None), [InstructorAction::New { now_millis: 1_000.0 }])
}

fn bench(state: &AppState) -> &Bench {
    state.instructor.bench.as_ref().unwrap()
}

fn say(place: Option<usize>, spot: Spot, text: &str) -> InstructorAction {
    InstructorAction::Change(DraftEdit::Say("en".into(), place, spot, text.into()))
}

/// A lesson with a reading step, a prediction and a build step, made as a trainer does.
pub(crate) fn made() -> AppState {
    let state = reduce(&opened(), Action::OpenSample(Sample::RecurringWeekly));
    let add = |at, sort| InstructorAction::Change(DraftEdit::Add(at, sort));
    let mut state =
        after(state, [add(0, StepSort::Read), InstructorAction::UsePresent, InstructorAction::UsePlace]);
    state = after(state, [add(1, StepSort::Predict), add(2, StepSort::Build), InstructorAction::Record]);
    assert!(bench(&state).is_recording);
    state = after(state, [InstructorAction::Solved]);
    assert_eq!(bench(&state).problem, Some(Problem::NothingDone));
    state = reduce(&state, Action::SetOption { name: "weeks".into(), value: "6".into() });
    state = after(state, [InstructorAction::Solved]);
    let mut words = vec![(None, Spot::Lesson), (None, Spot::About)];
    for place in 0..3 {
        words.push((Some(place), Spot::Title));
        if place == 0 {
            words.push((Some(place), Spot::Body));
        } else {
            words.extend([Spot::Prompt, Spot::Explain].map(|spot| (Some(place), spot)));
            words.extend((0..3).map(|hint| (Some(place), Spot::Hint(hint))));
        }
    }
    words.push((Some(1), Spot::Field("number-1".into())));
    after(state, words.into_iter().map(|(place, spot)| say(place, spot, "Words")))
}

#[test]
fn a_lesson_is_made_by_doing_it_and_the_check_has_nothing_to_say() {
    let state = made();
    assert_eq!(bench(&state).faults(), 0, "{:?}", bench(&state).found);
    let Task::Build { goals, solution, .. } = &lesson(&bench(&state).draft).unwrap().steps[2].task else {
        panic!()
    };
    assert_eq!(solution.len(), 1);
    assert!(goals.len() > 1);
    let kept = state.outbox.after(0).filter_map(|(_, effect)| match effect {
        Effect::Drafts(drafts::DraftWish::Keep(kept)) => Some(kept.clone()),
        _ => None,
    });
    let last = kept.last().unwrap();
    assert_eq!(last.title, "Words");
    let changed = drafts::change(None, &drafts::DraftWish::Keep(last.clone()));
    let again = AppState::new(&Options::default(), None);
    let again =
        after(again, [InstructorAction::DraftsChanged(changed), InstructorAction::Open(last.id.clone())]);
    assert_eq!(bench(&again).draft, bench(&state).draft, "nothing is lost on a reload");
}

#[test]
fn typing_is_one_step_back_and_steps_come_back_by_undo() {
    let state = made();
    let typed = after(state.clone(), ["W", "Wo", "Wor"].map(|text| say(Some(0), Spot::Title, text)));
    let back = after(typed, [InstructorAction::Undo]);
    assert_eq!(bench(&back).draft, bench(&state).draft);
    let gone = after(state.clone(), [InstructorAction::Change(DraftEdit::Remove(1))]);
    assert_eq!(lesson(&bench(&gone).draft).unwrap().steps.len(), 2);
    let back = after(gone.clone(), [InstructorAction::Undo]);
    assert_eq!(bench(&back).draft, bench(&state).draft);
    assert_eq!(bench(&after(back, [InstructorAction::Redo])).draft, bench(&gone).draft);
}

#[test]
fn a_preview_counts_nothing_and_leads_back_to_the_bench() {
    let state = made();
    let seen = after(state.clone(), [InstructorAction::Preview(1)]);
    assert!(seen.learning.is_in_lesson() && seen.learning.guest.as_ref().unwrap().is_preview);
    assert_eq!(seen.learning.study.as_ref().unwrap().step, 1);
    let given = Given { answer: Answer::Numbers(vec![1]), confidence: None };
    let seen = reduce(&seen, Action::Course(CourseAction::Answer(given)));
    let seen = reduce(&seen, Action::Seek { to: seen.end() });
    assert_eq!(seen.learning.progress.attempts.len(), 1);
    assert!(!seen.outbox.after(0).any(|(_, effect)| matches!(effect, Effect::Answered(_))));
    assert_eq!(short_text(&seen.learning, seen.scenario()), None);
    let stored = saved::read(&seen.to_keep()).unwrap();
    assert!(stored.course.attempts.is_empty() && stored.others.is_empty());
    let back = reduce(&seen, Action::Course(CourseAction::Close));
    assert!(back.learning.progress.attempts.is_empty() && back.learning.guest.is_none());
    assert_eq!(
        (bench(&back).draft.clone(), back.scenario()),
        (bench(&state).draft.clone(), state.scenario())
    );
}

#[test]
fn a_learner_takes_it_from_a_link_and_its_progress_is_its_own() {
    let state = made();
    let fragment = link::fragment(&bench(&state).draft).unwrap();
    let course = Rc::new(link::open(&fragment).unwrap());
    assert_eq!(*course, finished(&bench(&state).draft));
    let came = InstructorAction::LessonCame { name: String::new(), read: Ok(course.clone()), is_taken: true };
    let learner = after(AppState::new(&Options::default(), None), [came.clone()]);
    assert!(learner.learning.is_in_lesson());
    let on = |state: &AppState| reduce(state, Action::Course(CourseAction::On));
    let mut learner = on(&learner);
    let right = |state: &AppState| {
        let answer =
            state.judged(&state.learning.params).right(&state.learning.step().unwrap().0.task).unwrap();
        reduce(state, Action::Course(CourseAction::Answer(Given { answer, confidence: None })))
    };
    learner = right(&learner);
    learner = on(&reduce(&learner, Action::Seek { to: learner.end() }));
    assert_eq!(learner.learning.study.as_ref().unwrap().step, 2);
    let wrong = right(&learner);
    assert!(!wrong.may_study_on(), "the start does not meet the goals");
    learner = reduce(&learner, Action::SetOption { name: "weeks".into(), value: "6".into() });
    learner = on(&right(&learner));
    assert!(learner.learning.study.is_none() && learner.learning.guest.is_none());
    let stored = saved::read(&learner.to_keep()).unwrap();
    assert!(stored.course.items.is_empty() && stored.others[&course.id].items.len() == 2);
    let again = AppState::new(&Options::default(), Some(&learner.to_keep()));
    let again = after(again, [came]);
    assert!(again.learning.progress.visits.values().all(|visit| visit.is_done));
}

#[test]
fn a_package_waits_for_the_page_and_says_why_there_is_none() {
    let asked = after(made(), [InstructorAction::Pack(Kind::Cmi5), InstructorAction::Pack(Kind::Scorm12)]);
    let wanted = asked.outbox.after(0).filter(|(_, effect)| *effect == Effect::WantPage);
    assert_eq!((wanted.count(), asked.instructor.packing), (1, Packing::Fetching(Kind::Cmi5)));
    let came = |page: Option<&[u8]>| after(asked.clone(), [InstructorAction::PageCame(page.map(Into::into))]);
    assert_eq!(came(None).instructor.packing, Packing::NoPage);
    assert_eq!(came(Some(b"{}")).instructor.packing, Packing::Failed(PackageProblem::NotThePage));
    let page = format!("<!doctype html><delivery-lab></delivery-lab>{}", " ".repeat(1 << 17));
    let packed = came(Some(page.as_bytes()));
    assert_eq!(packed.instructor.packing, Packing::Done(Kind::Cmi5));
    let offered = packed.outbox.after(asked.outbox.newest()).find_map(|(_, effect)| match effect {
        Effect::DownloadBytes { name, bytes, .. } => Some((name.clone(), bytes.clone())),
        _ => None,
    });
    let (name, bytes) = offered.unwrap();
    assert!(name == "words-cmi5.zip" && bytes.starts_with(b"PK"), "{name}");
    // What nobody waits for changes nothing.
    let late = after(packed.clone(), [InstructorAction::PageCame(None)]);
    assert_eq!(late.instructor.packing, packed.instructor.packing);
}

#[test]
fn a_hosts_text_takes_such_a_lesson_up_again_where_it_was_left() {
    let lesson = Rc::new(finished(&bench(&made()).draft));
    let came = InstructorAction::LessonCame { name: String::new(), read: Ok(lesson.clone()), is_taken: true };
    let fresh = || after(AppState::new(&Options::default(), None), [came.clone()]);
    let course = |state: &AppState, action| reduce(state, Action::Course(action));
    let given = Given { answer: Answer::Numbers(vec![1]), confidence: None };
    let locked = course(&course(&fresh(), CourseAction::On), CourseAction::Answer(given));
    let text = short_text(&locked.learning, locked.scenario()).unwrap();
    let again = course(&fresh(), CourseAction::TakeCompact(text.as_str().into()));
    assert_eq!((&again.learning.study, again.scenario()), (&locked.learning.study, locked.scenario()));
    assert_eq!(again.learning.guest.as_ref().unwrap().book.course, *lesson);
    let closed = course(&again, CourseAction::Close);
    assert_eq!(closed.scenario(), AppState::new(&Options::default(), None).scenario());
    assert!(closed.learning.guest.is_none() && closed.learning.progress.is_empty());
    // One that was taken to its end begins anew, and what was done in it counts.
    let (id, mut done) = (lesson.lessons[0].id.clone(), Progress::default());
    done.visits.insert(id, Visit { step: 0, furthest: 2, is_done: true });
    let (text, _) = compact::write(&lesson, &done, None, None);
    let anew = course(&fresh(), CourseAction::TakeCompact(text.as_str().into()));
    assert_eq!((anew.learning.study.as_ref().unwrap().step, &*anew.learning.progress), (0, &done));
    // A text of the course is none of this lesson's: the lesson makes room.
    let other = course(&again, CourseAction::TakeCompact("1AAAA".into()));
    assert!(other.learning.guest.is_none() && other.learning.study.is_none());
}

#[test]
fn progress_files_are_looked_at_and_ones_own_is_not_touched() {
    let state = AppState::new(&Options::default(), None);
    let file = br#"{"format":"delivery-lab/progress","version":1,"progress":{"items":{"a/b":{"tries":1}}}}"#;
    let came =
        |name: &str, bytes: &[u8]| InstructorAction::ProgressCame { name: name.into(), bytes: bytes.into() };
    let state = after(state, [came("Anna.json", file), came("Bo.json", file), came("photo.json", b"{}")]);
    assert_eq!((state.instructor.learners.len(), state.instructor.refused.len()), (2, 1));
    assert!(state.learning.progress.items.is_empty());
    let csv = after(state.clone(), [InstructorAction::Csv]);
    let text = csv.outbox.after(state.outbox.newest()).find_map(|(_, effect)| match effect {
        Effect::Download { text, .. } => Some(text.clone()),
        _ => None,
    });
    assert_eq!(text.unwrap().lines().count(), 3);
    // Another learner's file of the same name is told apart; the same file again is the same learner.
    let other = br#"{"format":"delivery-lab/progress","version":1,"progress":{"items":{"a/b":{"tries":2}}}}"#;
    let state = after(state, [came("Anna.json", other), came("Anna.json", file), came("Anna.json", other)]);
    let mut names: Vec<_> = state.instructor.learners.iter().map(|learner| learner.name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Anna", "Anna (2)", "Bo"]);
}

#[test]
fn where_there_is_too_much_progress_the_lesson_at_hand_keeps_its_own() {
    let lesson = Rc::new(finished(&bench(&made()).draft));
    let came = InstructorAction::LessonCame { name: String::new(), read: Ok(lesson.clone()), is_taken: true };
    let mut state = AppState::new(&Options::default(), None);
    // Their names all come after that of the lesson.
    state.learning.others =
        Rc::new((0..40).map(|number| (format!("z{number}"), Progress::default())).collect());
    let open = after(state, [came]);
    let closed = reduce(&open, Action::Course(CourseAction::Close));
    for state in [open, closed] {
        let others = saved::read(&state.to_keep()).unwrap().others;
        assert!(others.contains_key(&lesson.id) && others.len() == 40, "{:?}", others.keys());
    }
}

#[test]
fn the_classroom_screen_covers_its_answers_and_changes_nobodys_progress() {
    // Every step has a start of its own.
    let state = reduce(&made(), Action::SetOption { name: "weeks".into(), value: "7".into() });
    let starts = [1, 2].map(|place| [InstructorAction::Choose(Some(place)), InstructorAction::UsePresent]);
    let state = after(after(state, starts.into_iter().flatten()), [InstructorAction::Preview(0)]);
    let project = |state: &AppState, action| after(state.clone(), [InstructorAction::Project(action)]);
    let seek = |state: &AppState| reduce(state, Action::Seek { to: state.end() });
    let step = |state: &AppState| state.learning.study.as_ref().unwrap().step;
    let asked = project(&project(&state, ProjectAction::Toggle), ProjectAction::On);
    assert_eq!((step(&asked), asked.scenario().weeks), (1, 7));
    assert_eq!(seek(&asked).player.shown, asked.scenario().start_time());
    // With its answer the run is on show, and covered with it again.
    let state = seek(&project(&asked, ProjectAction::Reveal));
    assert!(state.instructor.project.unwrap().is_revealed && state.player.shown == state.end());
    for again in [ProjectAction::Reveal, ProjectAction::Leave] {
        assert_eq!(project(&state, again).player.shown, state.scenario().start_time());
    }
    assert_eq!(step(&project(&state, ProjectAction::Back)), 0);
    let state = project(&state, ProjectAction::On);
    assert!(!state.instructor.project.unwrap().is_revealed);
    assert_eq!((step(&state), step(&project(&state, ProjectAction::Back))), (2, 1));
    assert_eq!(project(&state, ProjectAction::Solve).scenario().weeks, 6);
    assert!(state.learning.progress.attempts.is_empty());
    assert_eq!(project(&state, ProjectAction::Leave).instructor.project, None);
}
