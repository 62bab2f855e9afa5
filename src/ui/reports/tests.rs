//! Views of the reports, with figures from the engine.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::log::indicators::Basis;
use crate::people::{GeneratedPeople, PopulationSpec};
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::text::format::number;
use crate::text::lang::tests::swedish_view;

fn parts() -> (Rc<Scenario>, Rc<RunLog>) {
    let mut scenario = Sample::SideBySide.scenario();
    // As many messages as are counted at once.
    let people = GeneratedPeople { size: 400, ..GeneratedPeople::default() };
    scenario.population = PopulationSpec::Generated(people);
    let scenario = Rc::new(scenario);
    let run = Rc::new(RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan)));
    (scenario, run)
}

async fn view(shown: Option<SimTime>, reporting: Reporting, lang: Lang) -> (Rc<RunLog>, String) {
    let (scenario, run) = parts();
    let shown = shown.unwrap_or(run.end());
    let props = ReportsProps {
        scenario: Shared::of(&scenario),
        run: Shared::of(&run),
        shown,
        reporting,
        is_playing: false,
        lang,
        send: Callback::noop(),
    };
    (run, LocalServerRenderer::<Reports>::with_props(props).hydratable(false).render().await)
}

/// The cells of an indicator.
fn row(html: &str, code: &str) -> String {
    let (_, rest) = html.split_once(&format!("data-indicator=\"{code}\"")).expect(code);
    rest.split_once("</tr>").map(|(row, _)| row.to_owned()).unwrap()
}

#[tokio::test]
async fn figures_are_those_of_the_log_with_their_denominators() {
    let (run, html) = view(None, Reporting::default(), Lang::En).await;
    let figures = run.totals(run.end());
    let opens = row(&html, "opens");
    assert!(opens.contains(&format!(">{}<", number(Lang::En, figures.opens))), "{opens}");
    assert!(
        opens.contains(&format!("/ {}<", number(Lang::En, figures.success)))
            && opens.contains("of successful")
    );
    let other = Reporting { basis: Basis::ToDeliver, ..Reporting::default() };
    let (_, html) = view(None, other, Lang::En).await;
    assert!(row(&html, "opens").contains(&format!("/ {}<", number(Lang::En, figures.to_deliver))));
    assert!(html.contains("Cumulated: 53 deliveries added up"));
}

#[tokio::test]
async fn one_delivery_is_one_report() {
    let reporting = Reporting { subject: Subject::Delivery(0), ..Reporting::default() };
    let (run, html) = view(None, reporting, Lang::En).await;
    assert!(html.contains("One report: 1 delivery, written by"));
    let figures = run.figures_of_delivery(0, run.end());
    assert!(row(&html, "success").contains(&format!(">{}<", number(Lang::En, figures.success))));
}

#[tokio::test]
async fn a_delivery_that_is_to_come_again_stays_chosen() {
    let shown = parts().1.record().deliveries[3].created_at;
    let options = async |subject| {
        let reporting = Reporting { subject, ..Reporting::default() };
        view(Some(shown), reporting, Lang::En).await.1.matches("<option").count()
    };
    assert_eq!(options(Subject::Delivery(9)).await, options(Subject::All).await + 1);
}

#[tokio::test]
async fn nothing_sent_and_nothing_chosen_say_what_to_do() {
    let start = parts().1.plan().start;
    for lang in Lang::WRITTEN {
        let words = text::reports::of(lang);
        let (_, html) = view(Some(start), Reporting::default(), lang).await;
        assert!(html.contains(words.none_yet) && !html.contains("data-indicator"));
        let picked = Reporting { subject: Subject::Picked, ..Reporting::default() };
        let (_, html) = view(None, picked, lang).await;
        assert!(html.contains(words.nothing_picked) && html.contains("type=\"checkbox\""));
    }
}

#[tokio::test]
async fn every_chart_is_named_described_and_can_be_saved() {
    let html = swedish_view(async |lang| view(None, Reporting::default(), lang).await.1).await;
    for id in ChartId::ALL {
        let code = id.code();
        assert!(
            html.contains(&format!(
                "aria-labelledby=\"chart-{code}-title\" aria-describedby=\"chart-{code}-takeaway\""
            )),
            "{code}"
        );
    }
    assert!(!html.contains("NaN"));
}
