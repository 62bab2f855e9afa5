//! Rows asked for in any way: behind figures, through filters, page by page, of one recipient, as files.

use delivery_lab::base::time::SimSpan;
use delivery_lab::log::RunLog;
use delivery_lab::log::chain::{RunOutcome, Watch};
use delivery_lab::log::explain::Happened;
use delivery_lab::log::export::{Export, ExportOf, ExportTable};
use delivery_lab::log::indicators::Scope;
use delivery_lab::log::provenance::{Counted, SourceRow};
use delivery_lab::log::query::{RowFilter, RowQuery, StatusKind, UrlKind};
use delivery_lab::log::search::Search;
use delivery_lab::log::trail::TrailWhat;
use delivery_lab::scenario::samples::Sample;
use proptest::prelude::*;

use crate::drawn::{cases, run, samples, small};
use crate::reading_properties::{read, scopes};

const LOGS: [Counted; 3] = [Counted::BroadLogs, Counted::TrackingLogs, Counted::Ignored];

fn searched(
    log: &RunLog,
    query: &RowQuery,
    page: std::ops::Range<u64>,
    budget: u64,
) -> delivery_lab::log::provenance::Behind {
    let mut search = Search::new(log, query.clone(), page);
    let mut permille = 0;
    while !search.advance(log, budget) {
        assert!((permille..=1_000).contains(&search.permille(log)));
        permille = search.permille(log);
    }
    search.finish()
}

fn file(log: &RunLog, of: ExportOf, budget: u64) -> (Vec<u8>, u64) {
    let mut export = Export::new(log, of);
    let (mut bytes, mut permille) = (Vec::new(), 0);
    loop {
        let (part, is_over) = export.advance(log, budget);
        bytes.extend(part);
        assert!((permille..=1_000).contains(&export.permille(log)));
        permille = export.permille(log);
        if is_over {
            assert_eq!(export.bytes(), bytes.len() as u64);
            return (bytes, export.rows());
        }
    }
}

fn records(bytes: &[u8]) -> Vec<csv::StringRecord> {
    csv::Reader::from_reader(bytes).records().collect::<Result<_, _>>().unwrap()
}

proptest! {
    #![proptest_config(cases(30))]

    /// Behind every figure of any deliveries are exactly as many rows as it says, however the search is sliced.
    #[test]
    fn every_figure_has_its_rows((scenario, after) in read(), budget in 1..=50_u64, page in 1..=30_u64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        for scope in scopes(&log) {
            let figures = log.figures_of(&scope, moment);
            for counted in Counted::all() {
                let Some(figure) = figures.get(counted) else { continue };
                let query = RowQuery::of(scope.clone(), counted, moment);
                let whole = log.behind_all(query.clone(), 0..u64::MAX);
                prop_assert_eq!(whole.count, figure, "{:?} of {:?} at {}", counted, &scope, moment);
                prop_assert_eq!(whole.page.len() as u64, whole.rows);
                let second = searched(&log, &query, page..2 * page, budget);
                let expected = whole.page.iter().skip(page as usize).take(page as usize);
                prop_assert!(second.page.iter().eq(expected));
                prop_assert_eq!((second.count, second.purged), (whole.count, whole.purged));
                if LOGS.contains(&counted) {
                    let at_once = query.page_at_once(&log, page..2 * page).unwrap();
                    prop_assert_eq!(&at_once, &second, "{:?} of {:?}", counted, &scope);
                }
            }
        }
    }

    /// Each row stands in its log at the moment to which a click on it leads.
    #[test]
    fn a_row_is_there_at_its_moment((scenario, after) in read(), place in 0..200_u64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        for counted in LOGS {
            let rows = log.behind_all(RowQuery::of(Scope::All, counted, moment), place..place + 1);
            for row in rows.page {
                let then = row.shown_from();
                prop_assert!(then <= moment);
                let behind = log.behind_all(RowQuery::of(Scope::All, counted, then), 0..u64::MAX);
                prop_assert!(behind.page.contains(&row), "{:?} at {}", &row, then);
                let query = RowQuery::of(Scope::All, counted, then);
                let place = behind.page.iter().position(|other| *other == row).map(|place| place as u64);
                prop_assert_eq!(query.place_at_once(&log, row.key()), place);
            }
        }
    }

    /// A filter lets through what it names, and its parts together are the whole.
    #[test]
    fn filters_part_the_log((scenario, after) in read()) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        let count = |counted, filter| {
            log.behind_all(RowQuery { filter, ..RowQuery::of(Scope::All, counted, moment) }, 0..0).rows
        };
        let all = |counted| count(counted, RowFilter::default());
        let statuses = StatusKind::ALL.map(|status| RowFilter { status: Some(status), ..RowFilter::default() });
        let parts: u64 = statuses.into_iter().map(|filter| count(Counted::BroadLogs, filter)).sum();
        prop_assert_eq!(parts, all(Counted::BroadLogs));
        let urls = [UrlKind::Open, UrlKind::OptOut, UrlKind::Click]
            .map(|url| RowFilter { url: Some(url), ..RowFilter::default() });
        let parts: u64 = urls.into_iter().map(|filter| count(Counted::TrackingLogs, filter)).sum();
        prop_assert_eq!(parts, all(Counted::TrackingLogs));
        let last = log.record().batches.iter().map(|batch| batch.occurrence + 1).max().unwrap_or(0);
        let runs = (1..=last).map(|run| RowFilter { run: Some(run), ..RowFilter::default() });
        prop_assert_eq!(runs.map(|filter| count(Counted::BroadLogs, filter)).sum::<u64>(), all(Counted::BroadLogs));
        for counted in LOGS {
            let everyone = (1..=log.plan().people.total())
                .map(|number| RowFilter { who: number.to_string().into(), ..RowFilter::default() });
            prop_assert_eq!(everyone.map(|filter| count(counted, filter)).sum::<u64>(), all(counted));
        }
    }

    /// The trail of everyone together is the logs, as long as nothing is purged.
    #[test]
    fn trails_together_are_the_logs(sample in samples(), seed in 0..1_000_u64, weeks in 1..=8_u32) {
        let log = run(&small(sample, 12, weeks, seed));
        let totals = log.totals(log.end());
        let mut counts = [0; 3];
        for recipient in 0..log.plan().people.total() {
            let trail = log.trail(recipient, log.end());
            prop_assert!(trail.windows(2).all(|pair| pair[0].at <= pair[1].at));
            for row in trail {
                match row.what {
                    TrailWhat::Prepared(_) => counts[0] += 1,
                    TrailWhat::Reacted(..) => counts[1] += 1,
                    TrailWhat::LeftOut(_) => counts[2] += 1,
                    TrailWhat::Became(message) => prop_assert_eq!(message.recipient, recipient),
                }
            }
        }
        prop_assert_eq!(counts, [totals.broad_logs, totals.tracking_logs, totals.ignored]);
    }

    /// Run by run a recipient is told what the run made of them, and by which rule.
    #[test]
    fn every_run_is_told_as_it_was(sample in samples(), seed in 0..1_000_u64, recipient in 0..20_u32) {
        let log = run(&small(sample, 20, 5, seed));
        let mut watch = Watch::new(&log, recipient);
        while !watch.advance(7) {}
        let verdicts = watch.finish();
        prop_assert_eq!(&verdicts, &log.verdicts(recipient));
        let met = log.runs_met(&verdicts, recipient, log.end());
        prop_assert_eq!(met.len(), log.record().batches.len());
        for (one, batch) in met.iter().zip(&log.record().batches) {
            let is_in = batch.to_deliver.contains(recipient);
            prop_assert_eq!(matches!(one.outcome, RunOutcome::Message(_)), is_in);
            if let Happened::Judged(verdict) = &one.deciding.what {
                prop_assert_eq!(verdict.is_kept, is_in, "{:?}", verdict);
                prop_assert!(one.chain.contains(&one.deciding));
            }
            prop_assert!(one.chain.iter().all(|happening| happening.at <= one.at));
        }
    }

    /// A file has as many rows as the figure, whatever the slices, and its first column is in order.
    #[test]
    fn files_have_the_rows_of_the_figures((scenario, after) in read(), budget in 1..=60_u64) {
        let log = run(&scenario);
        let moment = log.plan().start + SimSpan::from_secs(after);
        let totals = log.totals(moment);
        let deliveries = log.deliveries_until(moment) as u64;
        let counts = [deliveries, totals.broad_logs, totals.tracking_logs, totals.ignored];
        for (table, count) in ExportTable::ALL.into_iter().zip(counts) {
            let (bytes, rows) = file(&log, ExportOf::all(&log, table, moment), u64::MAX);
            prop_assert_eq!(rows, count, "{:?}", table);
            prop_assert_eq!(&file(&log, ExportOf::all(&log, table, moment), budget).0, &bytes);
            let records = records(&bytes);
            prop_assert_eq!(records.len() as u64, count);
            prop_assert!(records.iter().all(|record| record.len() == table.fields().len()));
            if table != ExportTable::ExclusionLog {
                let ids: Vec<u64> = records.iter().map(|record| record[0].parse().unwrap()).collect();
                prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", table);
            }
        }
    }
}

#[test]
fn people_are_found_by_number_name_and_address() {
    let log = run(&small(Sample::SideBySide, 40, 3, 1));
    let target = log.record().batches[0].to_deliver.nth(0).unwrap();
    let identity = log.plan().people.identity(target);
    let found = |who: &str| {
        let filter = RowFilter { who: who.into(), ..RowFilter::default() };
        let query = RowQuery { filter, ..RowQuery::of(Scope::All, Counted::BroadLogs, log.end()) };
        log.behind_all(query, 0..u64::MAX).page.iter().map(SourceRow::recipient).collect::<Vec<_>>()
    };
    let by_number = found(&format!(" {} ", target + 1));
    assert!(!by_number.is_empty() && by_number.iter().all(|&recipient| recipient == target));
    let name = format!("{} {}", identity.first_name, identity.last_name).to_uppercase();
    for who in [name, identity.email.unwrap()] {
        assert!(by_number.iter().all(|recipient| found(&who).contains(recipient)), "{who}");
    }
    assert!(found("0").is_empty() && found("nobody is called this").is_empty());
}

#[test]
fn a_file_about_one_person_goes_on_only() {
    let log = run(&small(Sample::SideBySide, 40, 3, 1));
    let target = log.record().batches[0].to_deliver.nth(0).unwrap();
    let identity = log.plan().people.identity(target);
    let who = format!("{} {}", identity.first_name, identity.last_name);
    let filter = RowFilter { who: who.into(), ..RowFilter::default() };
    let query = RowQuery { filter, ..RowQuery::of(Scope::All, Counted::BroadLogs, log.end()) };
    assert!(file(&log, ExportOf::Rows(query), 5).1 > 0);
}

#[test]
fn a_file_says_its_fields_and_its_zone() {
    let log = run(&small(Sample::SideBySide, 5, 1, 1));
    let (bytes, _) = file(&log, ExportOf::all(&log, ExportTable::BroadLog, log.end()), 3);
    let text = String::from_utf8(bytes).unwrap();
    let mut lines = text.split("\r\n");
    let head = "iBroadLogId,iDeliveryId,run,iRecipientId,firstName,lastName,sEmail,iStatus,failureReason,tsLastModified";
    assert_eq!(lines.next(), Some(head));
    assert!(lines.next().unwrap().starts_with("1,1,1,") && text.ends_with("Z\r\n"));
}
