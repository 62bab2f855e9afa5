//! The forms of the Targeting tab.

use super::probe;
use super::rows::RowChange;
use super::tests::{asked, draw, entered, fresh, pressed, refused, rowed, set, subscribers};
use crate::people::{Condition, Scalar};
use crate::scenario::activity::targeting::*;
use crate::scenario::activity::{ActivityKind, Settings};
use crate::text::inspector::wrong::Wrong;

fn query(links: Vec<LinkFilter>) -> Settings {
    match fresh(ActivityKind::Query) {
        Settings::Query(query) => {
            Settings::Query(crate::scenario::activity::QuerySettings { links, ..query })
        }
        other => panic!("{other:?}"),
    }
}

fn split(first: Subset) -> Settings {
    let second = Subset { name: "rest".into(), filter: None, enriched: None, limit: None };
    Settings::Split(SplitSettings { subsets: vec![first, second], complement: true })
}

fn bare(name: &str) -> Subset {
    Subset { name: name.into(), filter: None, enriched: None, limit: None }
}

#[tokio::test]
async fn a_query_asks_linked_tables_and_selects_contracts() {
    let in_list = LinkFilter::InList { list: "vip".into(), not: false };
    let settings = query(vec![in_list.clone()]);
    let html = asked(&settings).html().await;
    assert!(html.contains("Is in a list") && html.contains("<option value=\"vip\" selected"));
    let Settings::Query(contracts) = entered(&settings, "ins-dimension", "1") else { panic!() };
    assert_eq!((contracts.dimension, contracts.links.len()), (Dimension::Contracts, 1));
    let link = |control: &str, typed: &str| match entered(&settings, control, typed) {
        Settings::Query(query) => query.links[0].clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(link("ins-link-0-list", "old"), LinkFilter::InList { list: "old".into(), not: false });
    assert_eq!(link("ins-link-0", "1"), LinkFilter::InList { list: "vip".into(), not: true });
    assert_eq!(link("ins-link-0", "3"), LinkFilter::Subscribed { service: "news".into(), not: true });
    assert_eq!(link("ins-link-0", "4"), LinkFilter::Received { activity: None, days: 30, not: false });
    assert_eq!(rowed(&settings, "ins-links", RowChange::Remove(0)), query(vec![]));
    assert_eq!(rowed(&query(vec![]), "ins-links", RowChange::Add), settings);
}

#[test]
fn a_question_to_a_log_has_a_delivery_and_days() {
    let reacted = |activity: Option<&str>, days| LinkFilter::Reacted {
        activity: activity.map(str::to_owned),
        days,
        not: false,
    };
    let settings = query(vec![reacted(None, 7)]);
    assert_eq!(entered(&settings, "ins-link-0-days", "14"), query(vec![reacted(None, 14)]));
    let of_one = query(vec![reacted(Some("recurring"), 7)]);
    assert_eq!(entered(&settings, "ins-link-0-delivery", "recurring"), of_one);
    assert_eq!(entered(&of_one, "ins-link-0-delivery", ""), settings);
    for typed in ["0", "3651"] {
        assert_eq!(refused(&settings, "ins-link-0-days", typed), Wrong::OutOfRange { from: 1, to: 3_650 });
    }
}

#[tokio::test]
async fn a_split_has_rows_that_are_named_moved_and_limited() {
    let settings = split(bare("gold"));
    let html = asked(&settings).html().await;
    assert!(html.contains("value=\"gold\"") && html.contains("aria-label=\"Move up: rest\""));
    assert_eq!(entered(&settings, "ins-subset-0-name", " silver "), split(bare("silver")));
    assert_eq!(refused(&settings, "ins-subset-0-name", "rest"), Wrong::NameTaken { name: "rest".into() });
    assert_eq!(
        refused(&settings, "ins-subset-0-name", "complement"),
        Wrong::NameTaken { name: "complement".into() }
    );
    assert_eq!(refused(&settings, "ins-subset-0-name", " "), Wrong::Empty);
    let names = |settings: Settings| match settings {
        Settings::Split(split) => split.subsets.into_iter().map(|one| one.name).collect::<Vec<_>>().join(" "),
        other => panic!("{other:?}"),
    };
    assert_eq!(names(rowed(&settings, "ins-subsets", RowChange::Down(0))), "rest gold");
    assert_eq!(names(rowed(&settings, "ins-subsets", RowChange::Add)), "gold rest subset1");
    assert_eq!(names(rowed(&settings, "ins-subsets", RowChange::Remove(1))), "gold");
    assert!(matches!(pressed(&settings, "ins-complement"), Settings::Split(split) if !split.complement));
    let limit =
        SubsetLimit { size: SubsetSize::ShareOfTenThousand(1_000), selection: SubsetSelection::Random };
    let limited = split(Subset { limit: Some(limit.clone()), ..bare("gold") });
    assert_eq!(pressed(&settings, "ins-subset-0-limit"), limited);
    let with = |limit: SubsetLimit| split(Subset { limit: Some(limit), ..bare("gold") });
    let share = |share| with(SubsetLimit { size: SubsetSize::ShareOfTenThousand(share), ..limit.clone() });
    assert_eq!(entered(&limited, "ins-subset-0-size", "12.5 %"), share(1_250));
    assert!(matches!(refused(&limited, "ins-subset-0-size", "101"), Wrong::NotAPercentage { .. }));
    let records = |records| with(SubsetLimit { size: SubsetSize::Records(records), ..limit.clone() });
    assert_eq!(pressed(&limited, "Records"), records(1_000));
    assert_eq!(entered(&records(1_000), "ins-subset-0-size", "50"), records(50));
    let first = with(SubsetLimit { selection: SubsetSelection::First, ..limit.clone() });
    assert_eq!(entered(&limited, "ins-subset-0-selection", "1"), first);
    assert_eq!(pressed(&limited, "ins-subset-0-limit"), settings);
}

#[tokio::test]
async fn a_subset_filters_by_a_condition_and_by_an_enriched_column() {
    let settings = split(bare("gold"));
    let filtered = split(Subset { filter: Some(Condition::everyone()), ..bare("gold") });
    assert_eq!(pressed(&settings, "ins-subset-0-filter"), filtered);
    draw(&filtered);
    let next = set(probe::ask("ins-subset-0-c", subscribers()));
    assert_eq!(next, split(Subset { filter: Some(subscribers()), ..bare("gold") }));
    let html = asked(&next).html().await;
    assert!(html.contains("id=\"ins-subset-0-c-0-attribute\"") && html.contains("match on Mon 8 Jun 2026"));
    let test = EnrichedTest { column: EnrichedColumn::Contracts, operator: Comparator::AtLeast, value: 1 };
    let with = |test: EnrichedTest| split(Subset { enriched: Some(test), ..bare("gold") });
    let enriched = pressed(&settings, "ins-subset-0-enriched");
    assert_eq!(enriched, with(test.clone()));
    assert_eq!(
        entered(&enriched, "ins-subset-0-value", "-2"),
        with(EnrichedTest { value: -2, ..test.clone() })
    );
    let less = EnrichedTest { operator: Comparator::Less, ..test.clone() };
    assert_eq!(entered(&enriched, "ins-subset-0-operator", "4"), with(less));
    let days = EnrichedTest { column: EnrichedColumn::DaysSinceLastMessage, ..test };
    assert_eq!(entered(&enriched, "ins-subset-0-column", "2"), with(days));
}

#[tokio::test]
async fn cells_have_a_name_and_a_condition_each() {
    let cells = |cells: Vec<Cell>| Settings::Cells(CellsSettings { cells });
    let cell = |name: &str, condition| Cell { name: name.into(), condition };
    let one = cells(vec![cell("cell1", Condition::everyone())]);
    assert_eq!(rowed(&fresh(ActivityKind::Cells), "ins-cells", RowChange::Add), one);
    let two = rowed(&one, "ins-cells", RowChange::Add);
    assert_eq!(two, cells(vec![cell("cell1", Condition::everyone()), cell("cell2", Condition::everyone())]));
    assert_eq!(refused(&two, "ins-cell-1-name", "cell1"), Wrong::NameTaken { name: "cell1".into() });
    draw(&one);
    assert_eq!(set(probe::ask("ins-cell-0-c", subscribers())), cells(vec![cell("cell1", subscribers())]));
    assert!(
        asked(&cells(vec![cell("cell1", subscribers())])).html().await.contains("ins-cell-0-c-0-operator")
    );
}

#[tokio::test]
async fn sets_have_a_main_set_among_what_comes_in() {
    let exclusion = |main_set: Option<&str>, complement| {
        Settings::Exclusion(ExclusionSettings { main_set: main_set.map(str::to_owned), complement })
    };
    let html = asked(&exclusion(Some("elsewhere"), false)).html().await;
    assert!(html.contains("“elsewhere” (missing)") && html.contains("<option value=\"scheduler\""));
    assert_eq!(
        entered(&exclusion(None, false), "ins-main-set", "scheduler"),
        exclusion(Some("scheduler"), false)
    );
    assert_eq!(entered(&exclusion(Some("scheduler"), true), "ins-main-set", ""), exclusion(None, true));
    assert_eq!(pressed(&exclusion(None, false), "ins-complement"), exclusion(None, true));
    let both = Settings::Intersection(IntersectionSettings { complement: true });
    assert_eq!(pressed(&fresh(ActivityKind::Intersection), "ins-complement"), both);
    let contracts = Settings::ChangeDimension(ChangeDimensionSettings { to: Dimension::Contracts });
    assert_eq!(entered(&fresh(ActivityKind::ChangeDimension), "ins-dimension", "1"), contracts);
}

#[test]
fn doubles_and_columns_are_chosen() {
    let doubles = |attribute: &str, keep, complement| {
        Settings::Deduplication(DeduplicationSettings { attribute: attribute.into(), keep, complement })
    };
    let settings = fresh(ActivityKind::Deduplication);
    assert_eq!(entered(&settings, "ins-doubles", "city"), doubles("city", KeptDouble::ChooseForMe, false));
    assert_eq!(entered(&settings, "ins-method", "1"), doubles("email", KeptDouble::NonEmptyEmail, false));
    assert_eq!(pressed(&settings, "ins-complement"), doubles("email", KeptDouble::ChooseForMe, true));
    let columns = |columns: Vec<EnrichedColumn>| Settings::Enrichment(EnrichmentSettings { columns });
    let received = columns(vec![EnrichedColumn::MessagesReceived]);
    assert_eq!(pressed(&columns(vec![]), "ins-column-1"), received);
    assert_eq!(pressed(&received, "ins-column-1"), columns(vec![]));
}

#[tokio::test]
async fn lists_are_read_and_updated() {
    let read = |list: &str| Settings::ReadList(ReadListSettings { list: list.into() });
    assert!(asked(&read("none")).html().await.contains("“none” (missing)"));
    assert_eq!(entered(&read("vip"), "ins-list", "old"), read("old"));
    let update = ListUpdateSettings { list: "vip".into(), purge: true, outbound: false };
    let settings = Settings::ListUpdate(update.clone());
    let html = asked(&settings).html().await;
    assert!(html.contains("The list “Best customers”.") && html.contains("holds this population alone"));
    let named = Settings::ListUpdate(ListUpdateSettings { list: "fresh".into(), ..update.clone() });
    assert_eq!(entered(&settings, "ins-list", "fresh"), named);
    assert!(asked(&named).html().await.contains("it is made when the activity runs"));
    assert_eq!(refused(&settings, "ins-list", ""), Wrong::Empty);
    let appended = ListUpdateSettings { purge: false, ..update.clone() };
    assert_eq!(pressed(&settings, "ins-purge"), Settings::ListUpdate(appended));
    let followed = ListUpdateSettings { outbound: true, ..update };
    assert_eq!(pressed(&settings, "ins-outbound"), Settings::ListUpdate(followed));
}

#[test]
fn subscriptions_have_a_service_and_an_operation() {
    let service = |service: &str, action, outbound| {
        Settings::Subscription(SubscriptionSettings { service: service.into(), action, outbound })
    };
    let settings = service("", SubscriptionAction::Subscribe, false);
    assert_eq!(
        entered(&settings, "ins-service", "news"),
        service("news", SubscriptionAction::Subscribe, false)
    );
    assert_eq!(pressed(&settings, "Unsubscription"), service("", SubscriptionAction::Unsubscribe, false));
    assert_eq!(pressed(&settings, "ins-outbound"), service("", SubscriptionAction::Subscribe, true));
}

#[tokio::test]
async fn data_are_updated_with_a_value_of_the_right_kind() {
    let update = |attribute: &str, value: Scalar| {
        Settings::UpdateData(UpdateDataSettings {
            attribute: attribute.into(),
            value,
            outbound: true,
            rejects: false,
        })
    };
    let text = |text: &str| Scalar::Text(text.into());
    let settings = fresh(ActivityKind::UpdateData);
    assert!(
        !asked(&settings).html().await.contains("<option value=\"email\""),
        "nobody writes one address to all"
    );
    assert_eq!(entered(&settings, "ins-value", "true"), update("newsletter", Scalar::Flag(true)));
    assert_eq!(entered(&settings, "ins-update", "points"), update("points", Scalar::Integer(0)));
    assert_eq!(entered(&settings, "ins-update", "loyalty"), update("loyalty", text("none")));
    let points = update("points", Scalar::Integer(0));
    assert_eq!(entered(&points, "ins-value", "1 200"), update("points", Scalar::Integer(1_200)));
    assert_eq!(entered(&points, "ins-value", ""), update("points", text("")));
    assert!(matches!(refused(&points, "ins-value", "many"), Wrong::NotANumber { .. }));
    assert_eq!(refused(&update("created", text("2026-01-01")), "ins-value", "soon"), Wrong::NotADate);
    assert_eq!(entered(&update("city", text("")), "ins-value", " Lund "), update("city", text("Lund")));
    assert!(matches!(pressed(&settings, "ins-rejects"), Settings::UpdateData(update) if update.rejects));
    assert!(matches!(pressed(&settings, "ins-outbound"), Settings::UpdateData(update) if !update.outbound));
}
