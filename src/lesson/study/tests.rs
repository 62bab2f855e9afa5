//! Tests of the way through a lesson and of its short text.

use proptest::prelude::*;
use serde_json::json;

use super::compact::{self, CompactProblem, MOST};
use super::mastery::PassMark;
use super::progress::{Item, ItemKey, Visit};
use super::*;
use crate::lesson::course::Skill;
use crate::scenario::samples::Sample;

/// A course of this many lessons with one step of each sort.
fn course(lessons: usize) -> Course {
    let question = json!({ "fields": [{ "id": "count", "answer": { "fixed": 52 } }] });
    let choices = json!({ "choices": [{ "id": "yes", "isRight": true }, { "id": "no" }] });
    let lesson = |number: usize| {
        json!({ "id": format!("lesson-{number}"), "minutes": 5, "isCheck": number + 1 == lessons, "steps": [
            { "id": "read", "task": { "type": "read", "until": "played" } },
            { "id": "predict", "skill": "count", "task": { "type": "predict", "question": question } },
            { "id": "quiz", "skill": "choose", "task": { "type": "quiz", "question": choices } },
            { "id": "build", "skill": "build", "task": { "type": "build", "goals": [], "solution": [] } },
        ] })
    };
    let lessons: Vec<_> = (0..lessons).map(lesson).collect();
    let course = json!({ "format": "delivery-lab/course", "version": 1, "id": "test", "edition": 1, "lessons": lessons });
    serde_json::from_value(course).unwrap()
}

fn numbers(number: u64) -> Given {
    Given { answer: Answer::Numbers(vec![number]), confidence: Some(Confidence::Sure) }
}

#[test]
fn a_prediction_is_locked_seen_and_told() {
    let course = course(2);
    let (lesson, mut progress) = (&course.lessons[0], Progress::default());
    let study = Study::open(lesson, &progress);
    assert!(!study.may_go_on(&lesson.steps[0], false) && study.may_go_on(&lesson.steps[0], true));
    let study = study.go_on(lesson, &mut progress).unwrap();
    let step = study.step_of(&course).unwrap();
    let study = study.answer(step, numbers(1), false, &mut progress);
    assert!(!study.may_go_on(step, true) && progress.attempts.is_empty());
    // It is locked: another answer changes nothing.
    assert_eq!(study.clone().answer(step, numbers(52), true, &mut progress), study);
    let study = study.reveal(step, false, &mut progress);
    assert_eq!((study.stage.told(), progress.attempts.len()), (Some(false), 1));
    let again = study.clone().again(lesson);
    assert_eq!((again.stage.clone(), again.variation), (Stage::Asked, 1));
    let right = again.answer(step, numbers(52), true, &mut progress).reveal(step, true, &mut progress);
    assert!(right.may_go_on(step, false));
    let item = progress.item("lesson-0", "predict");
    assert_eq!(item, Item { tries: 2, is_first_right: false, is_right: true, hints: 0 });
}

#[test]
fn the_last_hint_voids_the_credit_of_its_item_alone() {
    let course = course(2);
    let (lesson, mut progress) = (&course.lessons[0], Progress::default());
    let mut study = Study { step: 2, furthest: 2, ..Study::open(lesson, &progress) };
    for _ in 0..5 {
        study = study.hint(lesson);
    }
    assert_eq!(study.hints, 3);
    let step = study.step_of(&course).unwrap();
    let given = Given { answer: Answer::Choice("yes".into()), confidence: None };
    let study = study.answer(step, given, true, &mut progress);
    assert!(!progress.item("lesson-0", "quiz").is_right && study.may_go_on(step, false));
    assert_eq!(progress.skill(Skill::Choose).percent(), 0);
}

#[test]
fn leaving_a_step_gives_no_credit_back_that_its_last_hint_took() {
    let course = course(2);
    let (lesson, mut progress) = (&course.lessons[0], Progress::default());
    let mut study = Study { step: 2, furthest: 3, ..Study::open(lesson, &progress) };
    for _ in 0..3 {
        study = study.hint(lesson);
    }
    let study = study.go_back(lesson, &mut progress).go_on(lesson, &mut progress).unwrap();
    assert_eq!((study.step, study.hints, &study.stage), (2, 2, &Stage::Asked));
    let kept: Study = serde_json::from_value(serde_json::to_value(&study).unwrap()).unwrap();
    let (text, _) = compact::write(&course, &progress, Some(&study), None);
    assert_eq!((&kept, compact::read(&course, &text).unwrap().study.as_ref()), (&study, Some(&study)));
    let step = study.step_of(&course).unwrap();
    let given = Given { answer: Answer::Choice("yes".into()), confidence: None };
    let told = study.answer(step, given, true, &mut progress);
    assert_eq!((told.hints, told.helped.len(), progress.attempts[0].hints), (3, 0, 3));
    let item = progress.item("lesson-0", "quiz");
    assert!(!item.is_first_right && !item.is_right && progress.skill(Skill::Choose).percent() == 0);
    // The next try is one of its own.
    let next = told.go_back(lesson, &mut progress).go_on(lesson, &mut progress).unwrap();
    assert_eq!((next.hints, next.variation), (0, 1));
}

#[test]
fn a_study_that_was_kept_before_reads_as_before() {
    let study = Study::open(&course(1).lessons[0], &Progress::default());
    let kept = serde_json::to_value(&study).unwrap();
    assert_eq!(kept.get("helped"), None);
    assert_eq!(serde_json::from_value::<Study>(kept).unwrap(), study);
}

#[test]
fn a_locked_prediction_is_not_asked_again_by_going_back() {
    let course = course(2);
    let (lesson, mut progress) = (&course.lessons[0], Progress::default());
    let study = Study::open(lesson, &progress).go_on(lesson, &mut progress).unwrap();
    let step = study.step_of(&course).unwrap();
    let locked = study.answer(step, numbers(1), false, &mut progress);
    assert_eq!(locked.clone().go_back(lesson, &mut progress), locked);
    let told = locked.reveal(step, false, &mut progress);
    assert_eq!(told.go_back(lesson, &mut progress).step, 0);
}

#[test]
fn the_check_gives_no_hints_and_no_second_try() {
    let course = course(2);
    let (check, mut progress) = (&course.lessons[1], Progress::default());
    let study = Study { step: 2, furthest: 2, ..Study::open(check, &progress) }.hint(check);
    assert_eq!(study.hints, 0);
    let given = Given { answer: Answer::Choice("no".into()), confidence: None };
    let told = study.answer(&check.steps[2], given, false, &mut progress);
    assert_eq!(told.clone().again(check), told);
    assert_eq!(progress.score(check), (0, 3));
}

#[test]
fn a_lesson_opens_where_it_was_left_and_anew_when_it_was_done() {
    let course = course(1);
    let (lesson, mut progress) = (&course.lessons[0], Progress::default());
    let study = Study::open(lesson, &progress).go_on(lesson, &mut progress).unwrap();
    assert_eq!(Study::open(lesson, &progress).step, 1);
    let back = study.go_back(lesson, &mut progress);
    assert_eq!((back.step, back.furthest, Study::open(lesson, &progress).step), (0, 1, 0));
    let last = Study { step: 3, furthest: 3, ..back };
    assert_eq!(last.go_on(lesson, &mut progress), None);
    assert!(progress.visits["lesson-0"].is_done && progress.percent(&course) == 100);
    assert_eq!(Study::open(lesson, &progress).step, 0);
}

#[test]
fn progress_of_another_edition_says_what_it_can() {
    let (old, mut new) = (course(3), course(2));
    new.edition = 2;
    let mut progress = Progress::default();
    progress.items.insert(ItemKey::new("lesson-0", "quiz"), Item { tries: 1, ..Item::default() });
    progress.items.insert(ItemKey::new("lesson-2", "quiz"), Item { tries: 1, ..Item::default() });
    let (text, _) = compact::write(&old, &progress, None, None);
    let read = compact::read(&new, &text).unwrap();
    assert!(read.is_older && read.unknown == 1);
    assert_eq!(read.progress.item("lesson-0", "quiz").tries, 1);
}

#[test]
fn what_is_no_such_text_says_so() {
    let course = course(2);
    let (text, _) = compact::write(&course, &Progress::default(), None, None);
    assert_eq!(compact::read(&course, &format!("2{}", &text[1..])), Err(CompactProblem::LaterVersion));
    assert_eq!(compact::read(&course, &text[..10]), Err(CompactProblem::Damaged));
    assert_eq!(compact::read(&course, ""), Err(CompactProblem::Damaged));
    let other = Course { id: "other".into(), ..course };
    assert_eq!(compact::read(&other, &text), Err(CompactProblem::OtherCourse));
}

fn stages() -> impl Strategy<Value = Stage> {
    let numbers = prop::collection::vec(any::<u64>(), 1..4).prop_map(Answer::Numbers);
    let answers = prop_oneof![Just(Answer::Workflow), Just(Answer::Choice("yes".into())), numbers];
    let confidences = prop::option::of(prop::sample::select(Confidence::ALL.to_vec()));
    let given = (answers, confidences).prop_map(|(answer, confidence)| Given { answer, confidence });
    prop_oneof![
        Just(Stage::Asked),
        given.clone().prop_map(Stage::Locked),
        (given, any::<bool>()).prop_map(|(given, is_right)| Stage::Told(given, is_right)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    /// Any learner of a course of this size: twelve lessons, a hundred items and more.
    #[test]
    fn progress_place_and_scenario_fit_and_come_back(
        items in prop::collection::vec((0_usize..36, 0_u8..16, any::<bool>(), any::<bool>(), 0_u8..4), 0..60),
        answers in prop::collection::vec((0_usize..6, any::<bool>()), 0..80),
        visits in prop::collection::vec((0_usize..12, 0_u16..4, any::<bool>()), 0..12),
        stage in stages(), step in 2_usize..3, sample in 0_usize..6, weeks in 1_u32..105, seed in any::<u32>(),
        hinted in 0_u8..4,
    ) {
        let course = course(12);
        let mut progress = Progress::default();
        for (place, tries, is_first_right, is_right, hints) in items {
            let key = ItemKey::new(&format!("lesson-{}", place / 3), ["predict", "quiz", "build"][place % 3]);
            progress.items.insert(key, Item { tries, is_first_right, is_right, hints });
        }
        for (skill, is_right) in answers {
            progress.skills[skill] = progress.skills[skill].noted(is_right, PassMark::USUAL);
        }
        for (lesson, step, is_done) in visits {
            progress.visits.insert(format!("lesson-{lesson}"), Visit { step, furthest: 3, is_done });
        }
        let helped = if hinted > 0 { BTreeMap::from([("quiz".to_owned(), hinted)]) } else { BTreeMap::new() };
        let study = Study { lesson: "lesson-3".into(), step, furthest: 3, variation: 2, hints: 1, stage, is_away: true, helped };
        let mut scenario = Sample::ALL[sample].scenario();
        (scenario.weeks, scenario.seed) = (weeks, seed.into());
        let (text, holds_scenario) = compact::write(&course, &progress, Some(&study), Some(&scenario));
        prop_assert!(text.len() <= MOST && holds_scenario, "{} characters", text.len());
        let read = compact::read(&course, &text).unwrap();
        prop_assert_eq!(read.progress, progress);
        prop_assert_eq!(read.study, Some(study));
        prop_assert_eq!(read.scenario, Some(scenario));
        prop_assert!(!read.is_older && read.unknown == 0);
    }

    #[test]
    fn damaged_texts_never_break_anything(text in "1[A-Za-z0-9_-]{0,200}(\\.s=1[A-Za-z0-9_-]{0,80})?") {
        let _ = compact::read(&course(3), &text);
    }
}
