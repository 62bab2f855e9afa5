//! The scenario's own panel: clock, recipients, reactions, and what is done during the run.

use std::rc::Rc;

use crate::people::{ImportedPeople, PopulationSpec};
use crate::scenario::intervention::{Intervention, Stimulus};
use crate::scenario::samples::Sample;
use crate::text::Lang;
use crate::ui::inspector::tests::{Asked, value_of};

fn scenario_panel() -> Asked {
    Asked { chosen: None, ..Asked::of(Sample::SideBySide, "") }
}

#[tokio::test]
async fn the_scenario_shows_its_clock_people_and_reactions() {
    let html = scenario_panel().html().await;
    let shown = ["ins-run-weeks", "ins-seed", "ins-size", "ins-joins", "ins-without", "ins-opts-out"]
        .map(|id| value_of(&html, id));
    assert_eq!(shown, ["52", "1", "10000", "40", "1.5", "0.35"]);
    assert!(html.contains("Assumption: the same for every message."));
    let swedish = Asked { lang: Lang::Sv, ..scenario_panel() }.html().await;
    assert_eq!(value_of(&swedish, "ins-opts-out"), "0,35");
}

#[tokio::test]
async fn imported_people_are_named_by_their_file() {
    let mut asked = scenario_panel();
    let people =
        ImportedPeople { name: "customers.csv".into(), columns: Rc::default(), ..ImportedPeople::default() };
    asked.scenario.population = PopulationSpec::Imported(people);
    let html = asked.html().await;
    assert!(html.contains("0 recipients from “customers.csv”.") && html.contains("Use invented recipients"));
    assert!(!html.contains("ins-size"));
}

#[tokio::test]
async fn everything_done_during_the_run_is_listed_in_words() {
    let mut asked = scenario_panel();
    assert!(scenario_panel().html().await.contains("Nothing yet. Add what people"));
    let at = asked.shown();
    let rename = Stimulus::Relabel { activity: "recurring".into(), label: "News".into() };
    for what in [rename, Stimulus::RestartWorkflow] {
        asked.scenario.interventions.push(Intervention { at, what, rest: Default::default() });
    }
    let html = asked.html().await;
    assert!(html.contains("new label “News”") && html.contains("The workflow is restarted."));
    assert_eq!(html.matches("Remove: Mon 8 Jun 2026, 10:00").count(), 2);
}
