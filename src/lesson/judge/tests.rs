//! Tests of scenes, counts and verdicts on a small course with a step of each sort.

use serde_json::json;

use super::params::Params;
use super::solve::{Unsolved, solve};
use super::*;
use crate::lesson::course::goal::{Counted, Quantity};
use crate::lesson::course::question::Answer;

fn course(steps: serde_json::Value) -> Course {
    serde_json::from_value(json!({
        "format": "delivery-lab/course", "version": 1, "id": "test", "edition": 1,
        "lessons": [{ "id": "one", "minutes": 5, "steps": steps }],
    }))
    .unwrap()
}

fn year() -> serde_json::Value {
    json!({
        "id": "year", "skill": "count", "vary": { "weeks": [26, 52] },
        "scene": { "from": "side-by-side", "changes": [
            { "at": "/weeks", "to": { "$": "weeks" } }, { "at": "/population/size", "to": 500 },
        ] },
        "task": { "type": "predict", "question": { "fields": [
            { "id": "recurring", "answer": { "counted": { "what": "deliveries", "of": { "kind": "recurringDelivery" } } },
              "mistakes": [{ "is": { "fixed": 1 }, "misconception": "one-for-all", "look": { "place": "deliveries" } }] },
            { "id": "continuous", "answer": { "counted": { "what": "deliveries", "of": { "kind": "continuousDelivery" } } },
              "mistakes": [{ "is": { "param": "weeks" }, "misconception": "one-for-each" }] },
        ] } },
    })
}

fn build() -> serde_json::Value {
    json!({
        "id": "build", "skill": "build",
        "scene": { "from": "recurring-weekly", "changes": [{ "at": "/weeks", "to": 6 }, { "at": "/population/size", "to": 300 }] },
        "task": { "type": "build",
            "goals": [
                { "id": "runs", "test": "runs" },
                { "id": "led", "test": { "leads": ["scheduler", "query", "recurringDelivery"] } },
                { "id": "monthly", "test": { "setting": { "of": { "kind": "scheduler" }, "at": "/schedule/frequency/type", "is": ["daily"] } } },
                { "id": "many", "test": { "compare": [{ "counted": { "what": "deliveries" } }, ">=", { "product": [{ "fixed": 7 }, { "fixed": 5 }] }] } },
            ],
            "solution": [{ "at": "/workflow/activities/@scheduler/settings/schedule/frequency", "to": { "type": "daily", "time": "09:00" } }],
            "wrong": [{ "changes": [{ "at": "/workflow/transitions/0" }], "fails": "led" }],
        },
    })
}

#[test]
fn a_prediction_is_judged_by_its_run() {
    let course = course(json!([year()]));
    let (lesson, step) = (&course.lessons[0], &course.lessons[0].steps[0]);
    for variation in 0..2 {
        let params = Params::draw(step, &lesson.id, 1, variation);
        let weeks = params.number("weeks").unwrap();
        let played = Played::scene(&course, step.scene.as_ref().unwrap(), &[], &params).unwrap();
        let judged = played.judged(&params);
        assert_eq!(judged.right(&step.task), Some(Answer::Numbers(vec![weeks, 1])));
        let wrong = judged.verdict(&step.task, &Answer::Numbers(vec![weeks, weeks]));
        assert_eq!((wrong.is_right, wrong.fields), (false, vec![(weeks, true), (1, false)]));
        assert_eq!(wrong.misconception, Some(("one-for-each".into(), None)));
        let unknown = judged.verdict(&step.task, &Answer::Numbers(vec![7, 1]));
        assert!(!unknown.is_right && unknown.misconception.is_none());
        assert!(!judged.verdict(&step.task, &Answer::Numbers(vec![weeks])).is_right);
    }
}

#[test]
fn the_solver_takes_what_can_be_taken() {
    assert_eq!(solve(&course(json!([year(), build()]))), []);
}

#[test]
fn the_solver_finds_what_cannot() {
    let only = |change: &dyn Fn(&mut serde_json::Value)| {
        let mut step = build();
        change(&mut step);
        solve(&course(json!([step]))).into_iter().map(|(_, _, problem)| problem).collect::<Vec<_>>()
    };
    let missed = only(&|step| step["task"]["goals"][3]["test"]["compare"][1] = json!("<"));
    assert!(missed.contains(&Unsolved::GoalMissed { goal: "many".into() }), "{missed:?}");
    let before = only(&|step| step["task"]["goals"] = json!([{ "id": "led", "test": "runs" }]));

    assert!(before.contains(&Unsolved::SolvedBefore), "{before:?}");
    let elsewhere = only(&|step| step["task"]["wrong"][0]["fails"] = json!("many"));
    let first = Some("led".to_owned());
    assert_eq!(elsewhere, [Unsolved::WrongFailsElsewhere { place: 0, fails: "many".into(), first }]);
    let astray =
        only(&|step| step["task"]["solution"][0]["at"] = json!("/workflow/activities/@nobody/label"));
    assert!(
        matches!(&astray[..], [Unsolved::Scene(scene::SceneProblem::Astray { at, .. }), ..] if at == "@nobody"),
        "{astray:?}"
    );
    let unknown = only(&|step| step["scene"]["from"] = json!("nowhere"));
    assert_eq!(unknown, [Unsolved::Scene(scene::SceneProblem::UnknownScenario("nowhere".into()))]);
    let mut twice = year();
    twice["task"]["question"]["fields"][0]["mistakes"][0]["is"] = json!({ "param": "weeks" });
    let found = solve(&course(json!([twice])));
    assert_eq!(found[0].2, Unsolved::MistakeIsRight { misconception: "one-for-all".into() });
}

#[test]
fn counts_agree_with_the_log() {
    let scenario = crate::scenario::samples::Sample::SideBySide.scenario();
    let played = Played::of(scenario);
    let params = Params::default();
    let number = |counted: serde_json::Value| {
        let counted: Counted = serde_json::from_value(counted).unwrap();
        played.judged(&params).number(&Quantity::Counted(counted)).unwrap()
    };
    let run = played.run.as_ref().unwrap();
    let all = run.totals(run.end());
    assert_eq!(number(json!({ "what": "broadLogs" })), all.broad_logs);
    assert_eq!(number(json!({ "what": "trackingLogs" })), all.tracking_logs);
    assert_eq!(number(json!({ "what": "delivered" })), all.success);
    assert_eq!(number(json!({ "what": "exclusions" })), all.ignored);
    let recurring = json!({ "kind": "recurringDelivery" });
    let one = |at: i32| number(json!({ "what": "messages", "of": recurring, "delivery": at }));
    let sum: u64 = (1..=52).map(one).sum();
    assert_eq!(sum, number(json!({ "what": "messages", "of": recurring })));
    assert_eq!((one(-1), one(53), one(-52)), (one(52), 0, one(1)));
    assert_eq!(number(json!({ "what": "oneReport", "of": recurring })), (1..=52).map(one).max().unwrap());
    assert_eq!(number(json!({ "what": "deliveries", "of": recurring, "until": 10 })), 10);
    assert_eq!(number(json!({ "what": "launches", "of": { "kind": "scheduler" } })), 52);
    let people = number(json!({ "what": "people", "of": recurring }));
    let twice = number(json!({ "what": "mailedTwice", "of": recurring }));
    assert!(0 < twice && twice <= people && people <= one(1) + 52 * 60);
    assert_eq!(number(json!({ "what": "mailedTwice", "of": { "kind": "continuousDelivery" } })), 0);
}
