//! The panel rendered to text: cards, counts and marks as the engine has them.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::base::time::SimTime;
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::scene::playhead::{Playhead, Speed};

fn scenario(change: impl FnOnce(&mut Scenario)) -> Rc<Scenario> {
    let mut scenario = Sample::SideBySide.scenario();
    change(&mut scenario);
    Rc::new(scenario)
}

async fn shown(scenario: Rc<Scenario>, week: i64, lang: Lang, chosen: Option<&str>) -> String {
    let lowered = lower(&scenario, None);
    let findings: Rc<[Finding]> = match &lowered {
        Ok(lowered) => lowered.warnings.clone().into(),
        Err(findings) => findings.clone().into(),
    };
    let run = lowered.ok().map(|lowered| Rc::new(RunLog::of(Rc::new(lowered.plan))));
    let shown = SimTime::from_secs(scenario.start_time().secs() + week * 604_800);
    let props = WorkflowPanelProps {
        scenario: Shared::of(&scenario),
        run: run.as_ref().map(Shared::of),
        findings: Shared::of(&findings),
        player: Player { head: Playhead::resting_at(shown, Speed::default()), shown },
        chosen: chosen.map(Into::into),
        preferences: Preferences::default(),
        stepping: Stepping::default(),
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<WorkflowPanel>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn before_the_first_launch_transitions_have_no_counts() {
    let html = shown(scenario(|_| ()), 0, Lang::En, None).await;
    assert_eq!(html.matches("class=\"way\"").count(), 3);
    assert_eq!(html.matches("class=\"crossing\"").count(), 0);
    assert_eq!(html.matches("<button xmlns").count(), 5);
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop");
    assert!(html.contains("aria-label=\"Scheduler, Mondays 09:00, leads to Query\""));
}

#[tokio::test]
async fn transitions_carry_the_counts_of_the_moment() {
    let plan = lower(&scenario(|_| ()), None).unwrap().plan;
    let run = RunLog::of(Rc::new(plan));
    let middle = SimTime::parse("2026-06-15").unwrap();
    let html = shown(scenario(|_| ()), 23, Lang::En, Some("query")).await;
    assert!(html.contains(">launch 23</text>"));
    for traffic in run.traffic(middle) {
        let count = text::workflow::count(Lang::En, &traffic).unwrap();
        assert!(html.contains(&format!(">{count}</text>")), "{count}");
    }
    assert_eq!(html.matches("aria-pressed=\"true\" aria-label=\"Query").count(), 1, "the chosen card");
    assert!(shown(scenario(|_| ()), 52, Lang::Sv, None).await.contains(">start 52</text>"));
}

#[tokio::test]
async fn what_is_wrong_is_marked_on_its_card() {
    let broken = scenario(|scenario| scenario.workflow.transitions.retain(|link| link.to != "continuous"));
    let html = shown(broken, 0, Lang::En, None).await;
    assert!(html.contains("card-mark is-error"));
    assert!(html.contains("aria-label=\"Continuous delivery, Welcome e-mail, 1 error\""));
}

#[tokio::test]
async fn an_empty_workflow_says_what_to_do() {
    let html = shown(scenario(|scenario| scenario.workflow.activities.clear()), 0, Lang::En, None).await;
    assert!(html.contains("Open a sample to begin"));
}
