//! Made-up learners take the course: its mastery must tell those who know from those who guess or have it shown.

use std::collections::BTreeMap;

use delivery_lab::base::chance::Key;
use delivery_lab::lesson::course::Course;
use delivery_lab::lesson::course::question::Answer;
use delivery_lab::lesson::course::step::{Step, Task};
use delivery_lab::lesson::study::compact;
use delivery_lab::lesson::study::progress::{Attempt, Progress};
use delivery_lab::lesson::study::{Given, Stage, Study};
use delivery_lab::scenario::samples::Sample;
use proptest::prelude::*;

use crate::course::course;

const LEARNERS: u64 = 400;
/// How often an item is tried at most, before one goes on.
const TRIES: u32 = 3;

/// How somebody answers.
#[derive(Clone, Copy)]
enum Learner {
    /// By chance: one of the choices, one of four numbers that are near at hand, one of ten workflows.
    Guesses,
    /// By the rules, with a slip in so many of a hundred answers.
    Follows { slips: u64 },
    /// Opens every hint first, and then answers right.
    IsShown,
}

/// The chance of a right answer, in ten-thousandths.
fn chance(learner: Learner, step: &Step) -> u32 {
    match (learner, &step.task) {
        (Learner::Follows { slips }, _) => 10_000 - u32::try_from(slips * 100).unwrap(),
        (Learner::IsShown, _) => 10_000,
        (Learner::Guesses, Task::Build { .. }) => 1_000,
        (Learner::Guesses, task) => {
            let question = task.question().unwrap();
            match question.fields.len() {
                0 => 10_000 / u32::try_from(question.choices.len()).unwrap(),
                fields => 10_000 / 4_u32.pow(u32::try_from(fields).unwrap()),
            }
        }
    }
}

/// Takes the whole course, each item until it is right or was tried so often; the final check gives one try.
fn take(course: &Course, learner: Learner, number: u64) -> Progress {
    let mut progress = Progress::default();
    for (place, step) in course.items() {
        let lesson = &course.lessons[place];
        let key = Key::of_seed(20_261_130).with(number).named(&lesson.id).named(&step.id);
        for variation in 0..if lesson.is_check { 1 } else { TRIES } {
            let is_right = key.with(variation.into()).happens(chance(learner, step));
            let hints = if matches!(learner, Learner::IsShown) && !lesson.is_check { 3 } else { 0 };
            let (lesson, step_name) = (lesson.id.clone(), step.id.clone());
            let answer = Answer::Workflow;
            let attempt =
                Attempt { lesson, step: step_name, variation, answer, is_right, confidence: None, hints };
            progress.note(step.skill, attempt);
            if is_right {
                break;
            }
        }
    }
    progress
}

/// How many of a hundred pass.
fn passing(learner: Learner) -> u64 {
    let course = course();
    let passed = (0..LEARNERS).filter(|number| take(course, learner, *number).has_passed(course));
    passed.count() as u64 * 100 / LEARNERS
}

#[test]
fn who_guesses_or_is_shown_everything_does_not_pass_and_who_follows_the_rules_does() {
    assert!(passing(Learner::Guesses) < 5, "{} % of those who guess", passing(Learner::Guesses));
    assert_eq!(passing(Learner::IsShown), 0);
    let follows = Learner::Follows { slips: 5 };
    assert!(passing(follows) > 90, "{} % of those who follow the rules", passing(follows));
    assert_eq!(passing(Learner::Follows { slips: 0 }), 100);
}

#[test]
fn nobody_passes_with_a_score_below_the_mark_that_a_platform_would_judge_by() {
    let course = course();
    let learners =
        [Learner::Guesses, Learner::IsShown, Learner::Follows { slips: 5 }, Learner::Follows { slips: 25 }];
    for (learner, number) in
        learners.into_iter().flat_map(|learner| (0..LEARNERS).map(move |number| (learner, number)))
    {
        let progress = take(course, learner, number);
        let (right, of) = progress.course_score(course);
        assert!(
            !progress.has_passed(course) || progress.mark.is_met(right, of),
            "learner {number}: {right} of {of}"
        );
    }
}

fn study(course: &Course, at: usize, variation: u32, hints: u8, stage: Stage) -> Study {
    let places: Vec<_> = course
        .lessons
        .iter()
        .flat_map(|lesson| (0..lesson.steps.len()).map(move |step| (lesson.id.clone(), step)))
        .collect();
    let (lesson, step) = places[at % places.len()].clone();
    let is_away = at.is_multiple_of(2);
    Study { lesson, step, furthest: step, variation, hints, stage, is_away, helped: BTreeMap::new() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_any_learner_of_this_course_has_done_fits_where_4096_characters_do(
        number in any::<u64>(), slips in 0..100_u64, at in any::<usize>(), variation in 0..15_u32, hints in 0..4_u8,
        numbers in prop::collection::vec(0..100_000_000_u64, 0..4), sample in 0..Sample::ALL.len(),
    ) {
        let course = course();
        let mut progress = take(course, Learner::Follows { slips }, number);
        let given = Given { answer: Answer::Numbers(numbers), confidence: None };
        let study = study(course, at, variation, hints, Stage::Told(given, false));
        let scenario = Sample::ALL[sample].scenario();
        let (text, has_scenario) = compact::write(course, &progress, Some(&study), Some(&scenario));
        prop_assert!(text.len() <= compact::MOST && has_scenario, "{} characters", text.len());
        let read = compact::read(course, &text).unwrap();
        // The attempts one by one stay on the device and in exported files.
        progress.attempts.clear();
        progress.visits.clear();
        let mut found = read.progress;
        found.visits.clear();
        prop_assert_eq!(found, progress);
        prop_assert_eq!(read.study, Some(study));
        prop_assert_eq!(read.scenario, Some(scenario));
    }
}
