//! The condition builder: its rows, and a count that is the engine's own.

use super::suggestions::{suggestions, tiers};
use crate::people::{Condition, Operator, Scalar};
use crate::scenario::Scenario;
use crate::scenario::activity::Settings;
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::ui::inspector::tests::Asked;

fn condition_of<'s>(scenario: &'s mut Scenario, name: &str) -> &'s mut Condition {
    let activity = scenario.workflow.activities.iter_mut().find(|activity| activity.name == name).unwrap();
    match &mut activity.settings {
        Settings::Query(query) => &mut query.condition,
        Settings::IncrementalQuery(query) => &mut query.condition,
        other => panic!("{other:?} has no condition"),
    }
}

#[tokio::test]
async fn the_count_is_what_the_query_selected_at_that_launch() {
    let mut asked = Asked::of(Sample::SideBySide, "query");
    asked.shown = "2026-06-08T09:00";
    let run = asked.run().unwrap();
    let step = run.plan().step_named("query").unwrap();
    let crossed = run
        .passages_until(asked.shown())
        .iter()
        .rfind(|passage| run.plan().links[passage.link].from == step && passage.at == asked.shown());
    let selected = crossed.and_then(|passage| passage.count).unwrap();
    let expected = format!("{} of ", crate::text::format::number(Lang::En, selected));
    let html = asked.html().await;
    assert!(html.contains(&expected), "{expected} is not there");
    assert!(html.contains("match on Mon 8 Jun 2026"));
}

#[tokio::test]
async fn groups_within_groups_are_shown_with_every_test() {
    let mut asked = Asked::of(Sample::SideBySide, "query");
    let gold = Condition::compares("loyalty", Operator::Equals, Scalar::Text("gold".into()));
    let deep = Condition::all(vec![Condition::any(vec![gold, Condition::all(vec![])])]);
    *condition_of(&mut asked.scenario, "query") = deep;
    let html = asked.html().await;
    assert_eq!(html.matches("class=\"ins-group\"").count(), 3);
    assert!(html.contains("id=\"ins-c-0-0-value\"") && html.contains("No test: everyone"));
}

#[tokio::test]
async fn a_single_test_is_shown_as_the_only_one_of_a_group() {
    let html = Asked::of(Sample::Birthday, "query").html().await;
    assert_eq!(html.matches("class=\"ins-test\"").count(), 1);
    assert!(html.contains("has its anniversary today"));
}

#[tokio::test]
async fn a_condition_that_cannot_be_asked_is_told_and_not_counted() {
    let mut asked = Asked::of(Sample::SideBySide, "query");
    *condition_of(&mut asked.scenario, "query") =
        Condition::compares("shoeSize", Operator::Equals, Scalar::Integer(42));
    let html = asked.html().await;
    assert!(html.contains("Recipients have no attribute “shoeSize”"));
    assert!(html.contains("counted again when the workflow can run"));
    assert!(html.contains("<option value=\"shoeSize\" selected"), "what is there is kept");
}

#[tokio::test]
async fn the_history_says_what_its_days_mean() {
    let forever = Asked::of(Sample::SideBySide, "incremental").html().await;
    assert!(forever.contains("0 means for ever"));
    let seasonal = Asked::of(Sample::SeasonalList, "incremental").html().await;
    assert!(seasonal.contains("can be selected again after 270 days"));
}

#[test]
fn usual_values_are_offered_for_attributes_that_have_few() {
    let run = Asked::of(Sample::SideBySide, "query").run().unwrap();
    let known = suggestions(Some(&run.plan().people));
    assert!(known["country"].contains(&"SE".to_owned()));
    assert_eq!(known["loyalty"].len(), 4);
    assert!(!known.contains_key("email"));
    assert!(suggestions(None).is_empty());
}

#[test]
fn tiers_of_imported_recipients_are_offered_beside_the_usual_ones() {
    let mut known = suggestions(None);
    assert_eq!(tiers(&known), ["none", "bronze", "silver", "gold"]);
    known.insert("loyalty".into(), ["platinum", "gold"].map(str::to_owned).into());
    assert_eq!(tiers(&known), ["none", "bronze", "silver", "gold", "platinum"]);
}
