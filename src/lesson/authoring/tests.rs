//! A draft made as a trainer makes one: steps, words, a recorded solution and goals that were ticked.

use serde_json::json;

use super::check::{Cache, Fault, check};
use super::edit::{DraftEdit, StepSort, apply};
use super::spot::Spot;
use super::*;
use crate::lesson::course::question::Answer;
use crate::lesson::judge::key::of_step;
use crate::lesson::judge::params::Params;
use crate::lesson::judge::{Played, diff, scene};
use crate::lesson::lint;
use crate::scenario::samples::Sample;

fn after(course: Course, edits: impl IntoIterator<Item = DraftEdit>) -> Course {
    edits.into_iter().fold(course, |course, edit| apply(&course, edit).unwrap())
}

fn say(place: usize, spot: Spot, text: &str) -> DraftEdit {
    DraftEdit::Say("en".into(), Some(place), spot, text.into())
}

/// A lesson with a build step, done as far as the recording.
pub(crate) fn built() -> Course {
    let start = Sample::RecurringWeekly.scenario();
    let mut solved = start.clone();
    solved.weeks = 6;
    let course = after(new("own-1", Lang::En), [DraftEdit::Add(0, StepSort::Build)]);
    let (scene, own) = capture::scene(&course, &start);
    assert_eq!((scene.from.as_str(), &own), ("recurring-weekly", &None));
    let course = after(course, [DraftEdit::SceneOf(0, scene, own)]);
    let solution = diff::between(&start, &solved).unwrap();
    let proposals = propose::goals(&Played::of(start), &Played::of(solved));
    let first = proposals.iter().find(|one| !one.is_met_before).unwrap();
    assert!(first.words.iter().all(|(_, words)| !words.label.is_empty() && !words.why.is_empty()));
    let goal = DraftEdit::AddGoal(0, Box::new(first.test.clone()), first.words.clone());
    after(course, [DraftEdit::Solution(0, solution), goal])
}

fn told(course: Course, place: usize) -> Course {
    let hints = (0..3).map(|hint| say(place, Spot::Hint(hint), "Look at the drawing."));
    let words =
        [(Spot::Title, "Six weeks"), (Spot::Prompt, "Let it run six weeks."), (Spot::Explain, "So it is.")];
    after(course, words.into_iter().map(|(spot, text)| say(place, spot, text)).chain(hints))
}

fn entitled(course: Course) -> Course {
    let say = |spot: Spot, text: &str| DraftEdit::Say("en".into(), None, spot, text.into());
    after(course, [say(Spot::Lesson, "Weeks"), say(Spot::About, "You can count weeks.")])
}

#[test]
fn a_recorded_lesson_with_all_its_words_is_clean_and_reads_again() {
    let course = entitled(told(built(), 0));
    let mut cache = Cache::new();
    assert_eq!(check(&course, &mut cache), []);
    assert_eq!(lint::lint(&finished(&course), &[]), []);
    let text = serde_json::to_string(&finished(&course)).unwrap();
    assert_eq!(lint::read(text.as_bytes()), Ok(finished(&course)));
    assert!(key::html(&course, "en", Lang::En).contains("Let it run six weeks."));
}

#[test]
fn what_is_missing_is_found_with_its_field() {
    let mut cache = Cache::new();
    let empty = check(&new("own-1", Lang::En), &mut cache);
    assert!(empty.iter().any(|found| found.fault == Fault::NoSteps));
    assert!(empty.iter().any(|found| found.spot == Some(Spot::Lesson)));
    let course = after(entitled(told(built(), 0)), [DraftEdit::Add(1, StepSort::Quiz)]);
    let found = check(&course, &mut cache);
    for spot in [Spot::Why("b".into()), Spot::Choice("a".into()), Spot::Prompt, Spot::Title, Spot::Hint(0)] {
        assert!(
            found.iter().any(|one| one.step == Some(1) && one.spot == Some(spot.clone())),
            "{spot:?}: {found:?}"
        );
    }
    assert!(found.iter().all(|one| one.step == Some(1)));
    let bare = after(new("own-1", Lang::En), [DraftEdit::Add(0, StepSort::Build)]);
    assert!(check(&bare, &mut cache).iter().any(|found| found.fault == Fault::NoSolution));
}

#[test]
fn steps_move_double_and_go_with_their_words() {
    let course =
        after(entitled(told(built(), 0)), [DraftEdit::Duplicate(0), DraftEdit::Add(0, StepSort::Read)]);
    assert_eq!(step_words(&course, "en", 2).unwrap().prompt, "Let it run six weeks.");
    let course = after(course, [DraftEdit::Move(0, 2), DraftEdit::Remove(0), DraftEdit::Speak("sv".into())]);
    assert_eq!(lesson(&course).unwrap().steps.len(), 2);
    assert_eq!(words(&course, "en").unwrap().steps.len(), 2);
    assert_eq!(words(&course, "sv").unwrap().steps.len(), 2);
    assert_eq!(apply(&course, DraftEdit::Move(0, 9)), None);
}

#[test]
fn a_scenario_unlike_any_sample_is_kept_in_the_lesson_until_nobody_needs_it() {
    let mut scenario = Sample::Birthday.scenario();
    for number in 0..40 {
        let mut more = scenario.workflow.activities[0].clone();
        (more.name, more.label) = (format!("more{number}"), format!("Activity number {number}"));
        scenario.workflow.activities.push(more);
    }
    let course = after(new("own-1", Lang::En), [DraftEdit::Add(0, StepSort::Read)]);
    let (found, own) = capture::scene(&course, &scenario);
    assert!(own.is_some());
    let course = after(course, [DraftEdit::SceneOf(0, found.clone(), own)]);
    assert_eq!(scene::make(&course, &found, &[], &Params::default()), Ok(scenario.clone()));
    assert_eq!(capture::scene(&course, &scenario), (found, None));
    assert!(after(course, [DraftEdit::Scene(0, None)]).scenarios.is_empty());
}

#[test]
fn the_key_counts_on_the_scene_that_learners_have() {
    let course = lint::read(include_bytes!("../../../tests/course/course.json")).unwrap();
    let own = &course.lessons[0];
    // It goes on in the scene of an earlier step, which draws how many weeks there are.
    let place = own.steps.iter().position(|step| step.id == "batches").unwrap();
    assert!(own.steps[place].scene.is_none() && own.steps[place].vary.is_empty());
    let right = of_step(&course, own, place, &own.steps[place], 0).answer;
    let Some(Answer::Numbers(numbers)) = right else { panic!("{right:?}") };
    let page = key::html(&course, "en", Lang::En);
    assert!(page.contains(&format!("<li>: <strong>{}</strong></li>", numbers[0])), "{page}");
}

#[test]
fn the_key_tells_no_right_choice_as_a_wrong_one() {
    let say = |label: &str| json!({ "label": label, "why": "So it is." });
    let words = json!({ "title": "Own", "about": "", "lessons": { "own": { "title": "Own", "about": "", "steps": {
        "runs": { "title": "Runs", "choices": { "yes": say("Yes"), "no": say("No") } },
    } } } });
    let course = json!({
        "format": "delivery-lab/course", "version": 1, "id": "own", "edition": 1, "words": { "en": words },
        "lessons": [{ "id": "own", "minutes": 5, "steps": [{
            "id": "runs", "scene": { "from": "side-by-side" },
            "task": { "type": "quiz", "question": { "choices": [{ "id": "yes", "when": "runs" }, { "id": "no" }] } },
        }] }],
    });
    let page = key::html(&serde_json::from_value(course).unwrap(), "en", Lang::En);
    assert!(page.contains("✓ Yes") && page.contains("✗ No") && !page.contains("✗ Yes"), "{page}");
}
