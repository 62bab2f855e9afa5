//! Views of the log panel, with rows from the engine.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::app::rows::Marked;
use crate::log::provenance::Counted;
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::text::format::number;

fn run() -> Rc<RunLog> {
    Rc::new(RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan)))
}

async fn view(run: &Rc<RunLog>, shown: SimTime, delivery: DeliveryIdx, kind: LogKind, page: u64) -> String {
    let (run, send) = (Shared::of(run), Callback::noop());
    let props = LogPanelProps {
        run,
        shown,
        delivery: Some(delivery),
        kind,
        page,
        rows: RowsView::default(),
        has_dashboard: false,
        lang: Lang::En,
        send,
    };
    LocalServerRenderer::<LogPanel>::with_props(props).hydratable(false).render().await
}

/// The deliveries made last by the recurring and by the continuous activity.
fn last_of_each(run: &RunLog) -> [DeliveryIdx; 2] {
    let deliveries = &run.record().deliveries;
    let last = |name| {
        let step = run.plan().step_named(name).unwrap();
        deliveries.iter().rposition(|delivery| delivery.step == step).unwrap()
    };
    [last("recurring"), last("continuous")]
}

#[tokio::test]
async fn each_row_of_the_broad_log_points_to_its_delivery() {
    let run = run();
    for (delivery, hue) in last_of_each(&run).into_iter().zip(["rec", "con"]) {
        let html = view(&run, run.end(), delivery, LogKind::BroadLog, 0).await;
        let name = RunLog::internal_name(delivery);
        assert_eq!(html.matches(&format!(">→ {name}</span>")).count(), 25);
        assert_eq!(html.matches(&format!("class=\"foreign-key {hue}\"")).count(), 25);
        for field in ["iBroadLogId", "iStatus", "failureReason", "tsLastModified", "iDeliveryId"] {
            assert_eq!(html.matches(&format!(">{field}<")).count(), 1);
        }
    }
}

#[tokio::test]
async fn the_tabs_count_the_rows_that_the_logs_have() {
    let run = run();
    for delivery in last_of_each(&run) {
        let figures = run.figures_of_delivery(delivery, run.end());
        let rows = [
            run.broad_log(delivery, run.end(), 0..u64::MAX).len() as u64,
            run.tracking_log(delivery, run.end()).len() as u64,
            run.exclusion_log(delivery, run.end()).len() as u64,
        ];
        assert_eq!(rows, [figures.broad_logs, figures.tracking_logs, figures.ignored]);
        let html = view(&run, run.end(), delivery, LogKind::TrackingLog, 0).await;
        for count in rows {
            assert!(html.contains(&format!("<span class=\"count\">{}</span>", number(Lang::En, count))));
        }
        assert!(html.contains(&format!("1–25 of {}", number(Lang::En, rows[1]))));
        assert_eq!(html.matches("aria-selected=\"true\"").count(), 1);
        assert!(html.contains("iTrackingLogId") && html.contains(">shop.example.com/"));
    }
}

#[tokio::test]
async fn behind_a_figure_are_its_rows_and_the_marked_one_is_marked() {
    let run = run();
    let [delivery, _] = last_of_each(&run);
    let figures = run.figures_of_delivery(delivery, run.end());
    let scope = Scope::Delivery(delivery);
    let traced = Traced { scope: scope.clone(), counted: Counted::Failed };
    let query = RowQuery::of(scope, Counted::Failed, run.end());
    let first = run.behind_all(query, 0..1).page.remove(0);
    let (key, recipient, at) = (first.key(), first.recipient(), first.shown_from());
    let marked = Some(Marked { key, recipient, at, before: run.end() });
    let rows = RowsView { traced: Some(traced), marked, ..RowsView::default() };
    let props = LogPanelProps {
        run: Shared::of(&run),
        shown: run.end(),
        delivery: Some(delivery),
        kind: LogKind::BroadLog,
        page: 0,
        rows,
        has_dashboard: true,
        lang: Lang::En,
        send: Callback::noop(),
    };
    let html = LocalServerRenderer::<LogPanel>::with_props(props).hydratable(false).render().await;
    let failed = number(Lang::En, figures.failed);
    assert!(html.contains(&format!("Failed: {failed} rows behind the figure")));
    assert!(html.contains(&format!("1–25 of {failed}")));
    assert_eq!(html.matches("aria-current=\"true\"").count(), 1);
    assert!(html.contains(&format!("aria-rowcount=\"{}\"", figures.failed + 1)));
    assert!(html.contains("aria-rowindex=\"2\"") && html.contains("own copy in the activity"));
}

#[tokio::test]
async fn a_page_beyond_the_last_is_the_last() {
    let run = run();
    let [delivery, _] = last_of_each(&run);
    let rows = run.figures_of_delivery(delivery, run.end()).broad_logs;
    let html = view(&run, run.end(), delivery, LogKind::BroadLog, u64::MAX).await;
    let (from, to) = ((rows - 1) / PAGE * PAGE + 1, number(Lang::En, rows));
    assert!(html.contains(&format!("{}–{to} of {to}", number(Lang::En, from))));
}

#[tokio::test]
async fn rates_are_taken_on_what_the_product_takes_them_on() {
    let run = run();
    let [delivery, _] = last_of_each(&run);
    let end = run.end();
    let figures = run.figures_of_delivery(delivery, end);
    let html = view(&run, end, delivery, LogKind::ExclusionLog, 0).await;
    let share = |part, whole| text::logs::share(Lang::En, part, whole);
    assert!(html.contains(&share(figures.success, figures.to_deliver)));
    assert!(html.contains(&share(figures.opens, figures.success)));
    assert!(html.contains("nms:excludeLogRcp"));
}

#[tokio::test]
async fn right_after_the_send_everything_is_pending_and_nobody_has_opened() {
    let run = run();
    let sent_at = run.record().deliveries[0].created_at;
    let html = view(&run, sent_at, 0, LogKind::BroadLog, 0).await;
    assert_eq!(html.matches("<span>Pending").count(), 25, "one is a choice of the filter");
    let html = view(&run, sent_at, 0, LogKind::TrackingLog, 0).await;
    assert!(html.contains("Nobody has opened or clicked yet.") && !html.contains("<table"));
}
