//! The forms of the delivery activities: what they count, what they share, and what they refuse.

use crate::base::time::SimTime;
use crate::scenario::creative::Creative;
use crate::scenario::edit::{Edit, apply};
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::ui::inspector::tests::{Asked, value_of};

fn edited(asked: Asked, edit: Edit) -> Asked {
    Asked { scenario: apply(&asked.scenario, edit).unwrap(), ..asked }
}

#[tokio::test]
async fn each_kind_counts_its_deliveries_and_says_what_it_does() {
    let recurring = Asked::of(Sample::SideBySide, "recurring").html().await;
    assert!(recurring.contains("23 deliveries") && recurring.contains("has its own copy"));
    let continuous = Asked::of(Sample::SideBySide, "continuous").html().await;
    assert!(
        continuous.contains("1 delivery<") && continuous.contains("Assumption: every continuous delivery")
    );
    assert!(continuous.contains("gives 12 deliveries a year"));
    for html in [recurring, continuous] {
        let form = html.split("ins-fold").next().unwrap();
        assert_eq!(form.matches("aria-pressed=\"true\"").count(), 1);
    }
}

#[tokio::test]
async fn a_shared_template_names_who_shares_it() {
    let mut asked = Asked::of(Sample::SideBySide, "continuous");
    assert!(
        Asked::of(Sample::SideBySide, "continuous").html().await.contains("No other continuous delivery")
    );
    let mut twin = asked.scenario.workflow.activity("continuous").unwrap().clone();
    (twin.name, twin.label) = ("twin".into(), "Second welcome".into());
    asked.scenario.workflow.activities.push(twin);
    assert!(asked.html().await.contains("Also used by “Second welcome”."));
}

#[tokio::test]
async fn a_built_in_template_is_refused_before_anything_is_typed() {
    let choose = Edit::SetTemplate { activity: "continuous".into(), template: "mail".into() };
    let html = edited(Asked::of(Sample::SideBySide, "continuous"), choose).html().await;
    assert!(html.contains("Built-in templates must not be modified"));
    assert!(!html.contains("From this day on"));
    let disabled = |control: &str| control.split('>').next().is_some_and(|open| open.contains("disabled"));
    let editor = html.split("Advanced tab").next().unwrap();
    assert!(editor.split("<textarea ").skip(1).all(disabled));
}

#[tokio::test]
async fn edits_during_the_run_are_listed_at_the_delivery_they_are_about() {
    let creative = Creative { subject: "Hello again".into(), ..Creative::default() };
    let at = SimTime::parse("2026-06-29").unwrap();
    let edit = Edit::EditCreativeAt { activity: "continuous".into(), at, creative };
    let html = edited(Asked::of(Sample::SideBySide, "continuous"), edit.clone()).html().await;
    assert!(html.contains("Mon 29 Jun 2026") && html.contains("Hello again"));
    let other = edited(Asked::of(Sample::SideBySide, "recurring"), edit).html().await;
    assert!(!other.contains("Hello again"));
}

#[tokio::test]
async fn the_day_offered_for_an_edit_is_the_day_shown() {
    let html = Asked { lang: Lang::Sv, ..Asked::of(Sample::SideBySide, "recurring") }.html().await;
    assert_eq!(value_of(&html, "ins-day"), "2026-06-08");
}
