//! The panel rendered to text: its counts are the engine's, at the start, in the middle and at the end.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::plan::lower::lower;
use crate::scenario::Scenario;
use crate::scenario::creative::Creative;
use crate::scenario::edit::{Edit, apply};
use crate::scenario::samples::Sample;
use crate::schedule::{MonthDay, Schedule, TimeOfDay};
use crate::text::lang::tests::swedish_view;

fn moment(text: &str) -> SimTime {
    SimTime::parse(text).unwrap()
}

fn edited(edits: Vec<Edit>) -> Rc<RunLog> {
    let start = Sample::SideBySide.scenario();
    ran(&edits.into_iter().fold(start, |scenario, edit| apply(&scenario, edit).unwrap()))
}

fn ran(scenario: &Scenario) -> Rc<RunLog> {
    Rc::new(RunLog::of(Rc::new(lower(scenario, None).unwrap().plan)))
}

async fn html(run: &Rc<RunLog>, shown: SimTime, is_compact: bool, lang: Lang) -> String {
    let props = ComparisonProps {
        run: Shared::of(run),
        shown,
        delivery: None,
        said: Default::default(),
        hides_future: false,
        pointed: None,
        is_compact,
        is_playing: false,
        lang,
        send: Callback::noop(),
    };
    LocalServerRenderer::<Comparison>::with_props(props).hydratable(false).render().await
}

/// How many cards of instances are made, and how many are still to come.
fn instances(html: &str) -> (usize, usize) {
    (
        html.matches("class=\"instance\"").count() + html.matches("class=\"instance is-new").count(),
        html.matches("instance is-later").count(),
    )
}

fn headlines(html: &str) -> Vec<&str> {
    html.split("<p class=\"headline\"><b>").skip(1).filter_map(|part| part.split("</b>").next()).collect()
}

#[tokio::test]
async fn at_the_start_everything_is_to_come() {
    let run = edited(vec![]);
    let html = html(&run, run.plan().start, false, Lang::En).await;
    assert_eq!(headlines(&html), ["0", "0"]);
    assert_eq!(instances(&html), (0, 52));
    assert!(html.contains("Nothing sent yet"));
}

#[tokio::test]
async fn in_the_middle_many_cards_stand_beside_one() {
    let run = edited(vec![]);
    let middle = moment("2026-06-08 12:00");
    let html = html(&run, middle, false, Lang::En).await;
    assert_eq!(headlines(&html), ["23", "1"]);
    assert_eq!(instances(&html), (23, 29));
    assert_eq!(html.matches("tabindex=\"0\"").count(), 1, "one tab stop in the grid");
    assert!(html.contains("deliveries, each with its own logs") && html.contains("delivery, its logs grow"));
    let steps = [run.plan().step_named("recurring").unwrap(), run.plan().step_named("continuous").unwrap()];
    for step in steps {
        let figures = run.figures_of_step(step, middle);
        for count in [figures.broad_logs, figures.tracking_logs, run.tracked_urls_of_step(step, middle)] {
            assert!(html.contains(&format!(">{}</", number(Lang::En, count))), "{count}");
        }
    }
    assert_eq!(
        html.matches("→ D-1<").count(),
        3,
        "every row of the continuous delivery points to the same one"
    );
    assert!(html.contains("→ D-24<") && html.contains("→ D-23<") && html.contains("→ D-22<"));
    let newest = run.figures_of_delivery(23, middle).broad_logs;
    assert!(
        html.contains(&format!("Delivery 24, run 23, 8 Jun 2026, {} messages", number(Lang::En, newest)))
    );
}

#[tokio::test]
async fn at_the_end_it_is_52_beside_1() {
    let run = edited(vec![]);
    let html = swedish_view(|lang| html(&run, run.end(), false, lang)).await;
    assert_eq!(headlines(&html), ["52", "1"]);
    assert_eq!(instances(&html), (52, 0));
    assert!(html.contains("leverans, dess loggar växer"));
}

#[tokio::test]
async fn an_edit_begins_a_second_card_that_says_why() {
    let creative = Creative { subject: "Another".into(), ..Creative::default() };
    let at = moment("2026-06-29 08:00");
    let run = edited(vec![Edit::EditCreativeAt { activity: "continuous".into(), at, creative }]);
    let before = html(&run, moment("2026-06-28"), false, Lang::En).await;
    assert_eq!((headlines(&before)[1], before.matches("class=\"grown\"").count()), ("1", 1));
    let after = html(&run, run.end(), false, Lang::En).await;
    assert_eq!(headlines(&after)[1], "2");
    assert_eq!(after.matches("class=\"grown is-old\"").count(), 1);
    assert!(after.contains("creative edited 29 Jun"));
    let first = run.figures_of_delivery(0, run.end()).broad_logs;
    let kept = format!("keeps its {} rows", number(Lang::En, first));
    // Seen, and heard in the name of the card.
    assert!(after.contains(&format!(">{kept}<")) && after.contains(&format!("in its broadLog, {kept}\"")));
    assert!(after.contains("in its broadLog, creative edited 29 Jun\""));
}

#[tokio::test]
async fn monthly_makes_twelve_and_daily_a_dense_grid() {
    let schedule = Some(Schedule::monthly(MonthDay::On(1), TimeOfDay::new(9, 0)));
    let run = edited(vec![Edit::SetSchedule { activity: "scheduler".into(), schedule }]);
    let monthly = html(&run, run.end(), false, Lang::En).await;
    assert_eq!((headlines(&monthly)[0].parse(), instances(&monthly).1), (Ok(12), 0));
    let birthdays = ran(&Sample::Birthday.scenario());
    let daily = html(&birthdays, birthdays.end(), false, Lang::En).await;
    assert_eq!(headlines(&daily), ["364"]);
    assert!(daily.contains("instance-grid is-dense") && !daily.contains("instance-number"));
}

#[tokio::test]
async fn the_compact_form_has_headlines_and_figures_only() {
    let run = edited(vec![]);
    let html = html(&run, run.end(), true, Lang::En).await;
    assert_eq!(headlines(&html), ["52", "1"]);
    assert_eq!(html.matches("<dl").count(), 2);
    assert!(!html.contains("class=\"instance") && !html.contains("<table"));
}
