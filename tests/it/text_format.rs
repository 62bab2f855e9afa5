//! Messages in text format: their pixel is never loaded, so that only a click tells of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use delivery_lab::base::people_set::RecipientIdx;
use delivery_lab::base::time::{SimSpan, SimTime};
use delivery_lab::engine::fate::UrlType;
use delivery_lab::log::RunLog;
use delivery_lab::log::indicators::Scope;
use delivery_lab::people::{Condition, PopulationSpec};
use delivery_lab::scenario::activity::{IncrementalQuerySettings, QuerySettings, Settings};
use delivery_lab::scenario::reactions::Reactions;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, wire};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::json;

use crate::drawn::{cases, reactions, run, settings, small};
use crate::golden_file::path;

/// Run, recipient, moment and type of a tracking row.
type Row = (SimTime, RecipientIdx, SimTime, UrlType);

/// A sample that sends to everyone of a file, who read in the formats given.
fn sent_to(sample: Sample, formats: &[u8], weeks: u32, reactions: Reactions) -> Scenario {
    let lines = |line: &dyn Fn(usize, &u8) -> String| {
        let lines: Vec<String> = formats.iter().enumerate().map(|(row, format)| line(row, format)).collect();
        lines.join("\n")
    };
    let population = json!({
        "source": "imported", "name": "people.csv", "rows": formats.len(),
        "columns": [
            { "attribute": "email", "kind": "text", "values": lines(&|row, _| format!("p{row}@example.com")) },
            { "attribute": "emailFormat", "kind": "integer", "values": lines(&|_, format| format.to_string()) }
        ],
        "joinsPerWeek": 0, "movesPerWeek": 0, "editsPerWeek": 0, "unsubscribesPerWeek": 0
    });
    let population: PopulationSpec = serde_json::from_value(population).unwrap();
    let mut scenario = Scenario { population, reactions, ..small(sample, 1, weeks, 7) };
    let everyone = Condition::everyone();
    match sample {
        Sample::ContinuousWeekly => {
            let Settings::IncrementalQuery(query) = settings(&mut scenario, "incremental") else { panic!() };
            *query = IncrementalQuerySettings { condition: everyone, history_days: 1, ..query.clone() };
        }
        _ => {
            let Settings::Query(query) = settings(&mut scenario, "query") else { panic!() };
            *query = QuerySettings { condition: everyone, ..query.clone() };
        }
    }
    scenario
}

/// All tracking rows of all deliveries at a moment.
fn rows(log: &RunLog, moment: SimTime) -> Vec<Row> {
    let mut rows = Vec::new();
    for batch in log.record().batches.iter().filter(|batch| batch.at <= moment) {
        for recipient in batch.to_deliver.iter() {
            let message = log.message_to(batch, recipient, moment).unwrap();
            let reactions = message.reactions(moment);
            rows.extend(reactions.map(|(at, reaction)| (batch.at, recipient, at, reaction.url_type)));
        }
    }
    rows
}

proptest! {
    #![proptest_config(cases(60))]

    /// The rows read off each message are those that its delivery counts and lists, whatever its format.
    #[test]
    fn rows_read_are_rows_counted(
        sample in select(vec![Sample::RecurringWeekly, Sample::ContinuousWeekly]),
        formats in vec(0..=2_u8, 1..40),
        reactions in reactions(),
        weeks in 1..=5_u32,
        after in (any::<Index>(), 0..60 * 3_600_i64),
    ) {
        let log = run(&sent_to(sample, &formats, weeks, reactions));
        let batches = &log.record().batches;
        let soon = batches[after.0.index(batches.len())].at + SimSpan::from_secs(after.1);
        for moment in [soon.min(log.end()), log.end()] {
            for delivery in 0..log.record().deliveries.len() {
                let listed = log.tracking_log(delivery, moment);
                let mut by_message: BTreeMap<u64, Vec<(SimTime, UrlType)>> = BTreeMap::new();
                for row in listed.iter().rev() {
                    by_message.entry(row.broad_log).or_default().push((row.at, row.url_type));
                }
                let mut read = BTreeMap::new();
                for batch in log.batches_of(&log.record().deliveries[delivery]) {
                    for recipient in batch.to_deliver.iter() {
                        let Some(message) = log.message_to(batch, recipient, moment) else { continue };
                        let mut rows: Vec<_> =
                            message.reactions(moment).map(|(at, reaction)| (at, reaction.url_type)).collect();
                        rows.sort_by_key(|row| row.0);
                        let responses = message.responses(moment, None);
                        prop_assert_eq!(responses.rows, rows.len() as u64);
                        let is_text = formats[recipient as usize] == 1;
                        let opens = rows.iter().filter(|row| row.1 == UrlType::Open).count();
                        prop_assert_eq!(opens > 0, !is_text && !rows.is_empty());
                        if !rows.is_empty() {
                            read.insert(message.row.id, rows);
                        }
                    }
                }
                for rows in by_message.values_mut().chain(read.values_mut()) {
                    rows.sort();
                }
                prop_assert_eq!(&by_message, &read);
                let figures = log.figures_of_delivery(delivery, moment);
                prop_assert_eq!(figures.opens, read.len() as u64);
                prop_assert_eq!(figures.tracking_logs, read.values().map(Vec::len).sum::<usize>() as u64);
                let tally = log.tally(&Scope::Delivery(delivery), moment);
                prop_assert!(tally.estimated_opens() >= figures.opens || tally.text == figures.to_deliver);
            }
        }
    }

    /// Who reads in HTML and who in text changes nothing but the opens of those in text.
    #[test]
    fn a_format_changes_the_opens_alone(
        sample in select(vec![Sample::RecurringWeekly, Sample::ContinuousWeekly]),
        formats in vec(0..=2_u8, 1..40),
        reactions in reactions(),
        weeks in 1..=5_u32,
    ) {
        let mixed = run(&sent_to(sample, &formats, weeks, reactions.clone()));
        let html = run(&sent_to(sample, &vec![2; formats.len()], weeks, reactions));
        prop_assert_eq!(mixed.trace(), html.trace());
        let is_left = |row: &Row| row.3 != UrlType::Open || formats[row.1 as usize] != 1;
        let expected: Vec<Row> = rows(&html, html.end()).into_iter().filter(is_left).collect();
        prop_assert_eq!(rows(&mixed, mixed.end()), expected);
    }
}

/// What each of the six did with the letter, as the golden tells it.
#[test]
fn of_three_who_read_in_text_format_the_one_who_clicks_is_known() {
    use UrlType::{Click, Open};
    let file = fs::read(path("tests/golden/text-format-opens-by-click.lab.json")).unwrap();
    let log = run(&wire::open(&file).unwrap());
    let mut types = vec![BTreeSet::new(); 6];
    for row in log.tracking_log(0, log.end()) {
        types[row.recipient as usize].insert(row.url_type);
    }
    let expected: [&[UrlType]; 6] = [&[], &[], &[Open], &[Click], &[Click, Open], &[Click, Open]];
    assert!(types.iter().zip(expected).all(|(found, expected)| found.iter().eq(expected)), "{types:?}");
    let tally = log.tally(&Scope::Delivery(0), log.end());
    let figures = tally.figures;
    assert_eq!((figures.to_deliver, figures.opens, figures.clicks, tally.text), (6, 4, 3, 3));
    assert_eq!(tally.people.opened.iter().collect::<Vec<_>>(), [2, 3, 4, 5]);
    assert_eq!(tally.estimated_opens(), 6, "4 × 6 ÷ 3 is 8, and there are no more than six messages");
}
