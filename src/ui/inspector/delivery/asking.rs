//! The forms of activities that make or steer deliveries: what they show, and which edit each control asks for.

use crate::people::{Condition, Operator};
use crate::scenario::Scenario;
use crate::scenario::activity::advanced::{Advanced, Behavior, Execution, OnError};
use crate::scenario::activity::sending::{
    ControlAction, ControlledDelivery, DeliveryAction, WhichDelivery, WhichRecipients,
};
use crate::scenario::activity::{ActivityKind, Settings};
use crate::scenario::block::Block;
use crate::scenario::creative::Creative;
use crate::scenario::edit::{Edit, apply};
use crate::scenario::fresh::Sort;
use crate::scenario::properties::{ApprovalMode, PressureRule, Retention};
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::text::inspector::wrong::Wrong;
use crate::ui::inspector::forms::probe;
use crate::ui::inspector::forms::rows::RowChange;
use crate::ui::inspector::tests::{Asked, assert_controls_are_named, assert_controls_are_off};

/// A panel of an activity of this kind.
fn asked(kind: ActivityKind) -> Asked {
    let mut asked = Asked::of(Sample::SideBySide, "query");
    let settings = Sort::Kind(kind).settings(&asked.scenario);
    asked.scenario.workflow.activities.iter_mut().find(|one| one.name == "query").unwrap().settings =
        settings;
    asked
}

fn query(scenario: &Scenario) -> Settings {
    scenario.workflow.activity("query").unwrap().settings.clone()
}

/// The scenario after what a control asks for.
async fn after(asked: Asked, ask: impl FnOnce() -> Edit) -> Asked {
    let scenario = asked.scenario.clone();
    probe::clear();
    asked.html().await;
    Asked { scenario: apply(&scenario, ask()).unwrap(), ..Asked::of(Sample::SideBySide, "query") }
}

fn enter(id: &'static str, typed: &'static str) -> impl FnOnce() -> Edit {
    move || probe::enter(id, typed).unwrap()
}

fn press(id: &'static str) -> impl FnOnce() -> Edit {
    move || probe::press(id)
}

#[tokio::test]
async fn every_form_has_named_controls_that_can_be_switched_off() {
    for kind in [
        ActivityKind::Email,
        ActivityKind::Sms,
        ActivityKind::DirectMail,
        ActivityKind::Delivery,
        ActivityKind::DeliveryControl,
        ActivityKind::Script,
        ActivityKind::RecurringDelivery,
        ActivityKind::ContinuousDelivery,
    ] {
        for lang in Lang::WRITTEN {
            let html = Asked { lang, ..asked(kind) }.html().await;
            assert_controls_are_named(&html);
            assert!(!html.contains("What is set") && !html.contains("Vad som är inställt"), "{kind:?}");
            assert!(html.contains("id=\"ins-execution\""), "{kind:?} has an Advanced tab");
        }
        assert_controls_are_off(&Asked { readonly: true, ..asked(kind) }.html().await);
    }
}

#[tokio::test]
async fn a_delivery_has_all_of_its_options() {
    let asked = asked(ActivityKind::Delivery);
    let asked = after(asked, enter("ins-which", "computed")).await;
    let asked = after(asked, || {
        assert!(matches!(probe::enter("ins-which-label", "{yy}"), Err(Wrong::UnknownPlaceholder { .. })));
        probe::enter("ins-which-label", "News {yyyy}").unwrap()
    })
    .await;
    let asked = after(asked, enter("ins-recipients", "delivery")).await;
    let asked = after(asked, || probe::ask("ins-who", Condition::is("newsletter", Operator::IsTrue))).await;
    let asked = after(asked, enter("ins-action", "2")).await;
    let asked = after(asked, press("ins-outbound")).await;
    let asked = after(asked, press("ins-without-target")).await;
    let asked = after(asked, press("ins-process-errors")).await;
    let Settings::Delivery(delivery) = query(&asked.scenario) else { panic!("still a Delivery") };
    assert!(matches!(&delivery.delivery, WhichDelivery::Computed { label, .. } if label == "News {yyyy}"));
    assert!(
        matches!(&delivery.recipients, WhichRecipients::InDelivery { condition } if *condition != Condition::everyone())
    );
    assert_eq!(delivery.action, DeliveryAction::Prepare);
    assert!(delivery.outbound && delivery.without_target && delivery.process_errors);
    let explicit = after(asked, enter("ins-which", "explicit")).await;
    let explicit = after(explicit, enter("ins-channel", "1")).await;
    let html = explicit.html().await;
    assert!(html.contains("has its own content") && !html.contains("From this day on"));
}

#[tokio::test]
async fn properties_are_set_one_by_one() {
    let asked = asked(ActivityKind::Email);
    let asked = after(asked, enter("ins-approval", "2")).await;
    let asked = after(asked, || {
        assert_eq!(probe::enter("ins-validity-days", "0"), Err(Wrong::OutOfRange { from: 1, to: 365 }));
        probe::enter("ins-validity-days", "3").unwrap()
    })
    .await;
    let asked = after(asked, press("ins-pressure")).await;
    let asked = after(asked, enter("ins-pressure-days", "30")).await;
    let asked = after(asked, press("ins-capacity")).await;
    let asked = after(asked, || probe::change("ins-rules", RowChange::Add)).await;
    let Settings::ChannelDelivery(delivery) = query(&asked.scenario) else { panic!("still an e-mail") };
    let properties = delivery.properties;
    assert_eq!((properties.approval, properties.validity_days), (ApprovalMode::Manual, 3));
    assert_eq!(properties.pressure, Some(PressureRule { messages: 2, days: 30 }));
    assert_eq!((properties.capacity_per_day, properties.filtering_rules.len()), (Some(1_000), 1));
}

#[tokio::test]
async fn a_control_steers_the_deliveries_of_an_activity() {
    let asked = after(asked(ActivityKind::DeliveryControl), enter("ins-which", "explicit")).await;
    let asked = after(asked, enter("ins-controlled", "continuous")).await;
    let asked = after(asked, press("Stop")).await;
    let Settings::DeliveryControl(control) = query(&asked.scenario) else { panic!("still a control") };
    assert_eq!(control.delivery, ControlledDelivery::Explicit { activity: "continuous".into() });
    assert_eq!(control.action, ControlAction::Stop);
}

#[tokio::test]
async fn a_script_is_kept_and_said_to_be_inert() {
    let asked = after(asked(ActivityKind::Script), enter("ins-script-kind", "2")).await;
    let html = asked.html().await;
    assert!(html.contains("never executed here") && html.contains("SQL code"));
}

#[tokio::test]
async fn a_template_is_opened_and_edited_from_the_small_form() {
    let asked = Asked::of(Sample::SideBySide, "continuous");
    let scenario = asked.scenario.clone();
    probe::clear();
    asked.html().await;
    let after = |edit: Edit| apply(&scenario, edit).unwrap();
    let errors = after(probe::press("ins-process-errors"));
    assert!(matches!(&errors.workflow.activity("continuous").unwrap().settings,
        Settings::ContinuousDelivery(delivery) if delivery.process_errors));
    let label = after(probe::enter("ins-template-label", "Hello there").unwrap());
    assert_eq!(label.template("welcomeMail").unwrap().label, "Hello there");
    let approval = after(probe::enter("ins-approval", "1").unwrap());
    assert_eq!(approval.template("welcomeMail").unwrap().properties.approval, ApprovalMode::SemiAutomatic);
}

#[tokio::test]
async fn the_advanced_tab_sets_all_it_holds() {
    let mut asked = asked(ActivityKind::Email);
    for edit in [
        enter("ins-execution", "1"),
        enter("ins-behavior", "1"),
        enter("ins-zone", "Europe/Stockholm"),
        enter("ins-on-error", "2"),
    ] {
        asked = after(asked, edit).await;
    }
    let asked = after(asked, press("ins-max-execution")).await;
    let asked = after(asked, || probe::change("ins-initialization", RowChange::Add)).await;
    let advanced = asked.scenario.workflow.activity("query").unwrap().advanced.clone();
    assert_eq!(advanced.execution, Execution::EnableButDoNotExecute);
    assert_eq!(advanced.behavior, Behavior::CurrentTaskHasPriority);
    assert_eq!(advanced.on_error, Some(OnError::Ignore));
    assert!(advanced.time_zone.is_some() && advanced.max_execution.is_some());
    assert_eq!(advanced.initialization.len(), 1);
    let back = after(asked, enter("ins-zone", "")).await;
    let advanced = &back.scenario.workflow.activity("query").unwrap().advanced;
    assert!(advanced.time_zone.is_none() && *advanced != Advanced::default());
}

#[tokio::test]
async fn the_scenario_panel_sets_the_workflow_the_campaign_and_the_instance() {
    let asked = Asked { chosen: None, ..Asked::of(Sample::SideBySide, "") };
    let scenario = asked.scenario.clone();
    probe::clear();
    let html = asked.html().await;
    assert_controls_are_named(&html);
    let after = |edit: Edit| apply(&scenario, edit).unwrap();
    let zone = after(probe::enter("ins-zone", "Asia/Tokyo").unwrap());
    assert_eq!(zone.workflow.properties.time_zone.unwrap().as_str(), "Asia/Tokyo");
    assert_eq!(
        after(probe::enter("ins-on-error", "1").unwrap()).workflow.properties.on_error,
        OnError::Ignore
    );
    assert_eq!(
        after(probe::enter("ins-consecutive", "5").unwrap()).workflow.properties.consecutive_errors,
        5
    );
    assert!(after(probe::press("ins-keeps")).workflow.properties.keeps_interim_results);
    assert!(after(probe::press("ins-approve-target")).approvals.target);
    assert!(!after(probe::press("ins-tracking")).technical.tracking);
    assert_eq!(after(probe::enter("ins-cleanup", "2").unwrap()).technical.cleanup, Retention::V8);
}

#[tokio::test]
async fn the_preview_fills_in_fields_as_text_and_marks_what_is_unknown() {
    let mut asked = Asked::of(Sample::SideBySide, "recurring");
    let blocks = vec![
        Block::Heading { text: "Hi <%= recipient.firstName %>".into() },
        Block::Paragraph { text: "<script>alert(1)</script> <%= recipient.shoe %>".into() },
        Block::Button { label: "Go".into(), link: "https://a.example".into() },
    ];
    let creative =
        Creative { subject: "For <%= recipient.city %>".into(), ..Creative::default() }.with_blocks(blocks);
    let edit = Edit::SetCreative { activity: "recurring".into(), creative };
    asked.scenario = apply(&asked.scenario, edit).unwrap();
    let run = asked.run().unwrap();
    let shown = asked.shown();
    let reader = super::reader::reached(&run, "recurring", shown).unwrap().nth(0).unwrap();
    let name = run.plan().people.identity(reader).first_name;
    let html = asked.html().await;
    assert!(html.contains(&format!("<p class=\"mail-heading\">Hi <span class=\"mail-field\">{name}</span>")));
    assert!(html.contains("The newest run wrote to this recipient."));
    assert!(html.contains("<mark class=\"mail-unknown\">&lt;%= recipient.shoe %&gt;</mark>"));
    assert!(html.contains("Not known here") && !html.contains("<script>"));
}
