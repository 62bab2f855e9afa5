//! Views of the delivery list, with counts from the engine.

use std::rc::Rc;

use yew::LocalServerRenderer;

use super::*;
use crate::base::time::SimSpan;
use crate::plan::lower::lower;
use crate::scenario::samples::Sample;
use crate::text::lang::tests::swedish_view;

fn run() -> Rc<RunLog> {
    Rc::new(RunLog::of(Rc::new(lower(&Sample::SideBySide.scenario(), None).unwrap().plan)))
}

async fn view(run: &Rc<RunLog>, shown: SimTime, delivery: Option<DeliveryIdx>, lang: Lang) -> String {
    let (run, send) = (Shared::of(run), Callback::noop());
    let props =
        DeliveryListProps { run, shown, delivery, filter: ListFilter::default(), pointed: None, lang, send };
    LocalServerRenderer::<DeliveryList>::with_props(props).hydratable(false).render().await
}

#[tokio::test]
async fn the_columns_are_the_consoles_in_its_order() {
    let run = run();
    let html = view(&run, run.end(), None, Lang::En).await;
    let labels = [
        "Label",
        "Delivery code",
        "Status",
        "Contact date",
        "Messages to send",
        "Processed",
        "Success",
        "Last modified",
    ];
    let table = html.find("<thead").unwrap();
    let html = &html[table..];
    let places: Vec<_> = labels.iter().map(|label| html.find(&format!(">{label}<")).unwrap()).collect();
    assert!(places.is_sorted());
    assert_eq!(html.matches("role=\"columnheader\"").count(), labels.len());
    assert_eq!(html.matches("aria-sort=\"descending\"").count(), 1);
    let after = &html[html.find("aria-sort").unwrap()..];
    assert_eq!(
        after.find(">Contact date<"),
        labels.iter().filter_map(|label| after.find(&format!(">{label}<"))).min()
    );
}

#[tokio::test]
async fn the_newest_come_first_fifty_to_a_page_and_the_chosen_one_is_marked() {
    let run = run();
    let html = view(&run, run.end(), Some(52), Lang::En).await;
    assert!(html.contains("1–50 of 53"));
    assert_eq!(html.matches("class=\"row-button\"").count(), 50);
    assert_eq!(html.matches("is-chosen").count(), 1);
    assert!(html.find("D-53").unwrap() < html.find("D-52").unwrap());
    assert!(html.contains("All instances of a recurring delivery have the same label"));
}

#[tokio::test]
async fn counts_are_those_of_the_moment() {
    let run = run();
    let first = run.record().deliveries[0].created_at;
    let at_once = view(&run, first, None, Lang::En).await;
    assert!(at_once.contains("In progress") && !at_once.contains("have the same label"));
    let hour_later = first + SimSpan::from_hours(1);
    let html = view(&run, hour_later, None, Lang::En).await;
    for row in run.delivery_list(hour_later) {
        assert!(row.figures.success > 0);
        assert!(html.contains(&format!(">{}</button>", number(Lang::En, row.figures.success))));
    }
    assert!(html.contains("Recurring delivery") && html.contains("Continuous delivery"));
}

#[tokio::test]
async fn an_empty_list_says_what_to_do() {
    let run = run();
    swedish_view(|lang| view(&run, run.end(), Some(3), lang)).await;
    let html = swedish_view(|lang| view(&run, run.plan().start, None, lang)).await;
    assert!(html.contains("Ingen leverans än.") && html.contains("Tryck på Spela"));
    assert!(!html.contains("<table"));
}
