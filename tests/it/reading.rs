//! What is read off a finished run, against numbers written by hand: cleanup, technical workflows, indicators,
//! explanations.

use std::rc::Rc;

use delivery_lab::base::time::SimTime;
use delivery_lab::engine::record::DeliveryIdx;
use delivery_lab::log::RunLog;
use delivery_lab::log::chain::RunOutcome;
use delivery_lab::log::explain::{Happened, Happening};
use delivery_lab::log::indicators::{Basis, IndicatorId, Scope};
use delivery_lab::log::provenance::{Counted, SourceRow};
use delivery_lab::log::technical::Technical;
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::{Scenario, wire};
use delivery_lab::text::{Lang, explain};
use serde_json::{Value, json};

/// A letter to everybody, every Monday at 09:00 from 5 January 2026.
fn weekly(weeks: u32, kind: &str, opens: u32, technical: &Value) -> Scenario {
    let creative = json!({ "subject": "News", "body": "Text.", "links": ["https://shop.example.com/a"] });
    let settings = match kind {
        "recurring" => json!({ "type": "recurringDelivery", "template": "letter", "creative": creative }),
        _ => json!({ "type": "continuousDelivery", "template": "letter" }),
    };
    let monday = json!({ "type": "weekly", "start": "09:00", "days": ["monday"] });
    let file = json!({
        "format": "delivery-lab/scenario", "version": 2, "name": "weekly", "start": "2026-01-05",
        "weeks": weeks, "seed": 1,
        "population": {
            "source": "imported", "name": "people.csv", "rows": 4,
            "columns": [
                { "attribute": "email", "kind": "text",
                  "values": "ada@example.com\nbo@example.com\ncia@example.com\ndan@example.com" },
                { "attribute": "newsletter", "kind": "flag", "values": "1\n1\n1\n0" },
                { "attribute": "emailFormat", "kind": "integer", "values": "2\n2\n2\n2" }
            ],
            "joinsPerWeek": 0, "movesPerWeek": 0, "editsPerWeek": 0, "unsubscribesPerWeek": 0
        },
        "reactions": { "fails": 0, "opens": opens, "clicks": 10_000, "unsubscribes": 0 },
        "templates": [{ "name": "letter", "label": "Letter", "creative": creative }],
        "technical": technical,
        "workflow": {
            "activities": [
                { "name": "scheduler", "label": "Scheduler", "x": 0, "y": 0,
                  "settings": { "type": "scheduler", "schedule": { "frequency": monday } } },
                { "name": "query", "label": "Query", "x": 1, "y": 0,
                  "settings": { "type": "query", "condition": { "all": [] } } },
                { "name": "letter", "label": "Weekly letter", "x": 2, "y": 0, "settings": settings }
            ],
            "transitions": [{ "from": "scheduler", "to": "query" }, { "from": "query", "to": "letter" }]
        }
    });
    wire::open(file.to_string().as_bytes()).unwrap()
}

fn run(scenario: &Scenario) -> RunLog {
    let lowered = lower(scenario, None).unwrap_or_else(|findings| panic!("{findings:?}"));
    RunLog::of(Rc::new(lowered.plan))
}

fn at(text: &str) -> SimTime {
    SimTime::parse(text).unwrap()
}

fn cleaned(preset: &str) -> Value {
    json!({ "cleanup": preset })
}

/// The rows of the broadLog of a delivery as its pages have them.
fn listed(log: &RunLog, delivery: DeliveryIdx, moment: SimTime) -> u64 {
    log.broad_log(delivery, moment, 0..u64::MAX).len() as u64
}

fn broad_logs(log: &RunLog, delivery: DeliveryIdx, moment: &str) -> u64 {
    let moment = at(moment);
    let count = log.figures_of_delivery(delivery, moment).broad_logs;
    assert_eq!(listed(log, delivery, moment), count, "the pages at {moment}");
    count
}

/// Without a cleanup 52 runs to four people leave 208 rows.
#[test]
fn nothing_is_purged_by_default() {
    let log = run(&weekly(52, "continuous", 0, &json!({})));
    assert_eq!(broad_logs(&log, 0, "2026-12-28 12:00"), 208);
}

/// The rows of 5 January, last modified at 10:00, are 180 days old on 4 July at 10:00; the next cleanup is on the 5th.
#[test]
fn a_v7_cleanup_purges_on_the_first_morning_after_180_days() {
    let log = run(&weekly(52, "continuous", 0, &cleaned("v7")));
    assert_eq!(broad_logs(&log, 0, "2026-07-05 03:59:59"), 104);
    assert_eq!(broad_logs(&log, 0, "2026-07-05 04:00"), 100);
    assert_eq!(broad_logs(&log, 0, "2026-07-12 03:59:59"), 104, "a run of 6 July has come, none has gone");
}

/// Six calendar months after 5 January 10:00 is 5 July 10:00; the next cleanup is on the 6th, a Monday.
#[test]
fn a_v8_cleanup_counts_calendar_months_and_the_delivery_sends_on() {
    let log = run(&weekly(52, "continuous", 0, &cleaned("v8")));
    assert_eq!(broad_logs(&log, 0, "2026-07-06 03:59:59"), 104);
    assert_eq!(broad_logs(&log, 0, "2026-07-06 04:00"), 100);
    assert_eq!(
        broad_logs(&log, 0, "2026-07-06 09:00"),
        104,
        "it has lost its oldest rows and sends the same day"
    );
    let rows = log.broad_log(0, at("2026-07-06 09:00"), 0..u64::MAX);
    assert_eq!((rows.first().map(|row| row.run), rows.last().map(|row| row.run)), (Some(27), Some(2)));
}

/// On 28 December a v7 instance has purged everything up to 1 July (26 runs), a v8 one up to 28 June (25 runs).
#[test]
fn a_year_ends_with_half_its_rows() {
    for (preset, rows) in [("v7", 104), ("v8", 108), ("keepAll", 208)] {
        let log = run(&weekly(52, "continuous", 0, &cleaned(preset)));
        assert_eq!(broad_logs(&log, 0, "2026-12-28 12:00"), rows, "{preset}");
        let figures = log.figures_of_delivery(0, at("2026-12-28 12:00"));
        assert_eq!((figures.to_deliver, figures.success), (208, 208), "what the delivery keeps of itself");
        assert_eq!(log.deliveries_until(log.end()), 1);
    }
}

/// Recurring: the rows go the same way, but whole deliveries are left without rows, and stay in the list.
#[test]
fn recurring_deliveries_stay_in_the_list_without_rows() {
    let log = run(&weekly(52, "recurring", 0, &cleaned("v7")));
    let end = "2026-12-28 12:00";
    assert_eq!(log.delivery_list(at(end)).len(), 52);
    assert_eq!((broad_logs(&log, 25, end), broad_logs(&log, 26, end)), (0, 4));
    assert_eq!(log.figures_of_delivery(0, at(end)).success, 4);
    assert_eq!(log.totals(at(end)).broad_logs, 104);
}

/// A page that lies where the purged rows were is empty; the one before it is whole.
#[test]
fn pages_end_where_the_cleanup_has_come() {
    let log = run(&weekly(52, "continuous", 0, &cleaned("v7")));
    let moment = at("2026-12-28 12:00");
    let page = |from: u64| log.broad_log(0, moment, from..from + 10);
    assert_eq!(page(90).len(), 10);
    assert_eq!(page(100).len(), 4);
    assert_eq!(page(104).len(), 0);
    assert!(page(100).iter().all(|row| row.run == 27 && row.last_modified > at("2026-07-01 04:00")));
}

/// Everybody opens and clicks. Tracking rows go by the age of each, so one run's rows go one after the other.
#[test]
fn tracking_rows_go_by_their_own_age() {
    let log = run(&weekly(30, "continuous", 10_000, &cleaned("v7")));
    let kept = run(&weekly(30, "continuous", 10_000, &json!({})));
    for moment in ["2026-07-04 12:00", "2026-07-08 12:00", "2026-07-27 12:00"].map(at) {
        let all = kept.tracking_log(0, moment);
        let cleaned = SimTime::from_date(moment.date()) + delivery_lab::base::time::SimSpan::from_hours(4);
        let oldest = cleaned - delivery_lab::base::time::SimSpan::from_days(180);
        let expected = all.iter().filter(|row| row.at > oldest).count();
        assert_eq!(log.tracking_log(0, moment).len(), expected);
        let figures = log.figures_of_delivery(0, moment);
        assert_eq!(figures.tracking_logs, expected as u64);
        let before = kept.figures_of_delivery(0, moment);
        assert_eq!(
            (figures.opens, figures.clicks),
            (before.opens, before.clicks),
            "consolidated figures stay"
        );
    }
    assert!(log.tracking_log(0, log.end()).len() < kept.tracking_log(0, log.end()).len());
}

/// A v8 instance keeps tracking rows a year and delivery logs six months: rows outlive the message they point to.
#[test]
fn v8_tracking_rows_outlive_their_messages() {
    let log = run(&weekly(52, "recurring", 10_000, &cleaned("v8")));
    let moment = at("2026-12-28 12:00");
    assert_eq!(broad_logs(&log, 0, "2026-12-28 12:00"), 0);
    assert!(log.tracking_log(0, moment).len() >= 8, "an open and a click of each of the four");
    let reached = log.tally(&Scope::Delivery(0), moment);
    assert_eq!(
        (reached.people.reached.len(), reached.people.opened.len()),
        (0, 0),
        "no message to join them to"
    );
    assert_eq!((reached.figures.success, reached.figures.opens), (4, 4));
}

#[test]
fn without_tracking_nothing_is_collected() {
    let log = run(&weekly(4, "recurring", 10_000, &json!({ "tracking": false })));
    let totals = log.totals(log.end());
    assert_eq!((totals.success, totals.broad_logs), (16, 16));
    assert_eq!((totals.opens, totals.clicks, totals.unsubscriptions, totals.tracking_logs), (0, 0, 0, 0));
    assert!(log.tracking_log(0, log.end()).is_empty());
    let tally = log.tally(&Scope::All, log.end());
    assert_eq!((tally.cumulated_clicks, tally.people.opened.len()), (0, 0));
}

#[test]
fn an_opt_out_needs_no_tracking() {
    let eager = |technical: &Value| {
        let mut scenario = weekly(4, "recurring", 10_000, technical);
        scenario.reactions.unsubscribes = 10_000;
        run(&scenario)
    };
    let (with, without) = (eager(&json!({})), eager(&json!({ "tracking": false })));
    let left_out = |log: &RunLog| log.totals(log.end()).ignored;
    assert!(left_out(&with) > 0);
    assert_eq!(left_out(&with), left_out(&without));
}

#[test]
fn without_delivery_indicators_only_the_analysis_counts() {
    let log = run(&weekly(4, "recurring", 10_000, &json!({ "deliveryIndicators": false })));
    let totals = log.totals(log.end());
    assert_eq!((totals.to_deliver, totals.ignored), (16, 0));
    assert_eq!(
        (totals.processed, totals.success, totals.failed, totals.opens, totals.clicks),
        (0, 0, 0, 0, 0)
    );
    assert_eq!(totals.broad_logs, 16, "the rows are in the logs");
    assert!(totals.tracking_logs > 0);
    let opens = log.tally(&Scope::All, log.end()).indicator(IndicatorId::Opens, Basis::Success);
    assert_eq!((opens.numerator, opens.rate()), (0, None));
}

/// Three deliveries to four people who all open: twelve opens of four people. One continuous delivery has as many
/// opens and counts each of its clickers once.
#[test]
fn a_sum_is_not_a_number_of_people() {
    let moment = at("2026-02-02 08:00");
    let three = Scope::Deliveries(vec![0, 1, 2]);
    let recurring = run(&weekly(6, "recurring", 10_000, &json!({}))).tally(&three, moment);
    assert_eq!((recurring.deliveries, recurring.runs), (3, 3));
    assert_eq!((recurring.figures.opens, recurring.clickers), (12, 12));
    assert_eq!((recurring.people.reached.len(), recurring.people.opened.len()), (4, 4));
    let continuous = run(&weekly(3, "continuous", 10_000, &json!({})));
    let one = continuous.tally(&Scope::Delivery(0), moment);
    assert_eq!((one.deliveries, one.runs, one.figures.opens, one.clickers), (1, 3, 12, 4));
}

/// A week's figures are those of what it sent, with every reaction that came later.
#[test]
fn late_opens_belong_to_their_own_instance() {
    let log = run(&weekly(6, "recurring", 10_000, &json!({})));
    let first_week = |moment| log.tally(&Scope::Week(0), moment);
    assert_eq!(first_week(log.end()), log.tally(&Scope::Delivery(0), log.end()));
    // A moment before the second run some have not opened yet; at the end all have.
    let early = first_week(at("2026-01-05 10:00")).figures.opens;
    assert!(early < 4, "{early} of 4 opened within the hour");
    assert_eq!(first_week(log.end()).figures.opens, 4);
    let of_weeks: u64 = (0..6).map(|week| log.tally(&Scope::Week(week), log.end()).figures.opens).sum();
    assert_eq!(of_weeks, log.tally(&Scope::All, log.end()).figures.opens);
}

/// Two of ten read in text format, and nothing they do not load can be counted: the estimate is all ten.
#[test]
fn the_estimate_makes_up_for_text_format() {
    let mut scenario = weekly(3, "recurring", 10_000, &json!({}));
    scenario.population = serde_json::from_value(json!({
        "source": "imported", "name": "people.csv", "rows": 5,
        "columns": [
            { "attribute": "email", "kind": "text", "values": "a@x.se\nb@x.se\nc@x.se\nd@x.se\ne@x.se" },
            { "attribute": "emailFormat", "kind": "integer", "values": "1\n2\n0\n2\n2" }
        ],
        "joinsPerWeek": 0, "movesPerWeek": 0, "editsPerWeek": 0, "unsubscribesPerWeek": 0
    }))
    .unwrap();
    let log = run(&scenario);
    let tally = log.tally(&Scope::Delivery(0), log.end());
    assert_eq!((tally.figures.to_deliver, tally.text), (5, 1));
    assert_eq!(tally.estimated_opens(), 5);
}

#[test]
fn behind_a_figure_are_its_rows() {
    let log = run(&weekly(52, "continuous", 10_000, &cleaned("v7")));
    let moment = at("2026-12-28 12:00");
    let opens = log.behind(0, Counted::Opens, moment, 0..3);
    let figure = log.figures_of_delivery(0, moment).opens;
    assert_eq!((opens.count, opens.rows + opens.purged, opens.page.len()), (figure, figure, 3));
    assert_eq!(opens.purged, 104, "26 runs to four people who all opened");
    let success = log.behind(0, Counted::Success, moment, 100..200);
    assert_eq!((success.count, success.rows, success.page.len()), (208, 104, 4));
    assert!(success.page.iter().all(|row| matches!(row, SourceRow::Message(row) if row.run == 27)));
    let people = log.behind(0, Counted::Indicator(IndicatorId::PeopleReached), moment, 0..100);
    assert_eq!((people.count, people.page.len()), (4, 4));
}

fn told(scenario: &Scenario, log: &RunLog, lang: Lang, recipient: u32) -> Vec<String> {
    explain::lines(lang, scenario, log, &log.explain(recipient, log.end()))
}

#[test]
fn an_explanation_names_the_test_that_failed() {
    let mut scenario = weekly(2, "recurring", 0, &json!({}));
    let query = scenario.workflow.activities.iter_mut().find(|one| one.name == "query").unwrap();
    query.settings = serde_json::from_value(json!({
        "type": "query",
        "condition": { "all": [
            { "attribute": "newsletter", "operator": "isTrue" },
            { "attribute": "email", "operator": "isNotEmpty" }
        ] }
    }))
    .unwrap();
    let log = run(&scenario);
    assert_eq!(
        told(&scenario, &log, Lang::En, 3),
        [
            "Week 1, Mon 5 Jan, 09:00: Query “query”: not selected, since “newsletter is yes” does not hold.",
            "Week 2, Mon 12 Jan, 09:00: Query “query”: not selected, since “newsletter is yes” does not hold.",
        ]
    );
    let swedish = told(&scenario, &log, Lang::Sv, 3);
    assert_eq!(
        swedish[0],
        "Vecka 1, mån 5 jan kl. 09:00: Fråga ”query”: inte vald, eftersom ”nyhetsbrev är ja” inte stämmer."
    );
    let ada = told(&scenario, &log, Lang::En, 0);
    assert_eq!(
        ada[0],
        "Week 1, Mon 5 Jan, 09:00: Query “query”: selected, since “newsletter is yes and e-mail is not empty” holds."
    );
    assert!(
        ada.contains(&"Week 1, Mon 5 Jan, 09:00: The message in delivery 1 “Weekly letter” was sent.".into())
    );
    assert!(log.explain(4, log.end()).is_empty(), "there is no fifth recipient");
}

#[test]
fn an_explanation_follows_an_opt_out() {
    let mut scenario = weekly(4, "recurring", 10_000, &json!({}));
    scenario.reactions.unsubscribes = 10_000;
    let log = run(&scenario);
    let happenings = log.explain(0, log.end());
    let messages =
        happenings.iter().filter(|one| matches!(one.what, Happened::Message { .. })).count() as u64;
    let left_out =
        happenings.iter().filter(|one| matches!(one.what, Happened::LeftOut { .. })).count() as u64;
    assert_eq!((messages + left_out, left_out > 0), (4, true));
    assert_eq!(log.deliveries_to(0, log.end()).into_values().sum::<u64>(), messages);
    let text = told(&scenario, &log, Lang::En, 0).join("\n");
    assert!(text.contains("Opted out through the message of delivery 1 “Weekly letter”"), "{text}");
    assert!(
        text.contains("The analysis left the recipient out of delivery 4 “Weekly letter”: denylisted."),
        "{text}"
    );
}

/// The second of two runs: the first one's rules and messages are not told with it.
#[test]
fn one_run_is_explained_by_itself() {
    let mut scenario = weekly(4, "recurring", 10_000, &json!({}));
    scenario.reactions.unsubscribes = 10_000;
    let log = run(&scenario);
    let met = log.runs_met(&log.verdicts(0), 0, log.end());
    let chain = |run: usize| explain::lines(Lang::En, &scenario, &log, &met[run].chain);
    assert_eq!(chain(0), ["Week 1, Mon 5 Jan, 09:00: Query “query”: selected, since “everyone” holds."]);
    assert!(matches!(met[0].outcome, RunOutcome::Message(_)));
    assert_eq!(chain(3), ["Week 4, Mon 26 Jan, 09:00: Query “query”: selected, since “everyone” holds."]);
    assert!(matches!(met[3].outcome, RunOutcome::LeftOut(_)));
    let mut choosy = scenario.clone();
    let query = choosy.workflow.activities.iter_mut().find(|one| one.name == "query").unwrap();
    query.settings = serde_json::from_value(json!({
        "type": "query", "condition": { "attribute": "newsletter", "operator": "isTrue" }
    }))
    .unwrap();
    let log = run(&choosy);
    let dan = log.runs_met(&log.verdicts(3), 3, log.end()).swap_remove(0);
    assert_eq!(dan.outcome, RunOutcome::NotReached);
    assert_eq!(explain::lines(Lang::Sv, &choosy, &log, &dan.chain).len(), 1);
    assert!(dan.chain.contains(&dan.deciding));
    let nothing = Happening { what: Happened::NoMessage { delivery: 0 }, at: dan.at, step: Some(dan.step) };
    let told = explain::lines(Lang::Sv, &choosy, &log, &[nothing]);
    assert!(told[0].ends_with("Inget meddelande i leverans 1 ”Weekly letter”: mottagaren nådde inte dit."));
}

/// Without the job nothing changes the delivery after its send.
#[test]
fn last_modified_follows_the_jobs() {
    let last_modified = |technical: &Value, moment: &str| {
        let log = run(&weekly(2, "recurring", 10_000, technical));
        log.delivery_row(0, at(moment)).unwrap().last_modified
    };
    let monday = "2026-01-11 12:00";
    assert_eq!(last_modified(&json!({ "deliveryIndicators": false }), monday), at("2026-01-05 09:00"));
    assert_eq!(last_modified(&json!({ "tracking": false }), monday), at("2026-01-05 10:00"));
    assert!(last_modified(&json!({}), monday) > at("2026-01-05 10:00"));
}

#[test]
fn technical_workflows_tell_when_they_run() {
    let log = run(&weekly(2, "recurring", 0, &json!({ "tracking": false, "cleanup": "v8" })));
    let rows = log.technical(at("2026-01-05 09:30"));
    let row = |workflow| *rows.iter().find(|row| row.workflow == workflow).unwrap();
    let tracking = row(Technical::Tracking);
    assert_eq!((tracking.is_on, tracking.last, tracking.next), (false, None, None));
    let cleanup = row(Technical::Cleanup);
    assert_eq!((cleanup.last, cleanup.next), (Some(at("2026-01-05 04:00")), Some(at("2026-01-06 04:00"))));
    assert!(cleanup.is_on && cleanup.is_simulated);
    let indicators = row(Technical::DeliveryIndicators);
    assert_eq!(indicators.next, Some(at("2026-01-05 10:00")));
    assert!(!row(Technical::Billing).is_simulated);
}
