//! Counts the rows that are asked for and keeps one page of them, some rows at a time.

use std::cmp::Reverse;
use std::ops::Range;

use super::RunLog;
use super::find::PeopleFinder;
use super::indicators::Scope;
use super::provenance::{Behind, Counted, RowKey, SourceRow};
use super::query::RowQuery;
use super::rows::TrackingRow;
use super::scan::Scan;
use super::seen::Way;
use crate::base::people_set::PeopleSet;
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;

/// Of so many rows beyond the page the newest are picked out at once.
const SPARE: usize = 4_096;

/// Among so many of the newest rows a row of the moment is looked for.
const NEWEST: u64 = 50_000;

/// A search under way. How it is sliced changes nothing about its outcome.
#[derive(Debug)]
pub struct Search {
    query: RowQuery,
    page: Range<u64>,
    finder: Option<PeopleFinder>,
    /// Those whose rows are asked for; none means everyone.
    wanted: Option<PeopleSet>,
    scan: Option<Scan>,
    behind: Behind,
    /// Rows of the tracking log up to the end of the page, as far as they are known: they come run by run, and the
    /// newest of all come first.
    newest: Vec<TrackingRow>,
    people: PeopleSet,
}

impl RunLog {
    /// The rows behind a count of a delivery at a moment, those in `page` counted from 0: of messages and people left
    /// out the newest run first, of the tracking log the newest row first.
    ///
    /// Rows are drawn one by one and only those of the page are kept, so memory is that of the pages up to it.
    pub fn behind(
        &self,
        delivery: DeliveryIdx,
        counted: Counted,
        moment: SimTime,
        page: Range<u64>,
    ) -> Behind {
        self.behind_all(RowQuery::of(Scope::Delivery(delivery), counted, moment), page)
    }

    /// The same of any deliveries, and only those rows that a filter lets through.
    pub fn behind_all(&self, query: RowQuery, page: Range<u64>) -> Behind {
        let mut search = Search::new(self, query, page);
        while !search.advance(self, u64::MAX) {}
        search.finish()
    }
}

impl Search {
    /// Nothing looked at yet. Rows of the page are counted from 0.
    pub fn new(log: &RunLog, query: RowQuery, page: Range<u64>) -> Self {
        let who = query.filter.who.trim();
        Self {
            finder: (!who.is_empty()).then(|| PeopleFinder::new(who)),
            wanted: None,
            scan: query.scan(log, true),
            behind: Behind::default(),
            newest: Vec::new(),
            people: PeopleSet::new(),
            query,
            page,
        }
    }

    /// Goes on for about as long as it takes to draw `budget` messages; tells whether it is over.
    pub fn advance(&mut self, log: &RunLog, budget: u64) -> bool {
        if let Some(mut finder) = self.finder.take() {
            if finder.advance(log, budget) {
                self.wanted = Some(finder.finish());
            } else {
                self.finder = Some(finder);
            }
            return false;
        }
        let Some(mut scan) = self.scan.take() else { return true };
        let Some(asked) = self.query.asked(log) else { return true };
        let (query, people) = (&self.query, &mut self.people);
        let (behind, page, newest) = (&mut self.behind, &self.page, &mut self.newest);
        let is_over = scan.advance(log, budget, self.wanted.as_ref(), |passed| {
            match query.judge(log, &asked, passed, people) {
                None => {}
                Some((false, _)) => behind.purged += 1,
                Some((true, SourceRow::Tracking(row))) => {
                    behind.rows += 1;
                    newest.push(row);
                    keep_newest(newest, page.end, SPARE);
                }
                Some((true, row)) => {
                    if page.contains(&behind.rows) {
                        behind.page.push(row);
                    }
                    behind.rows += 1;
                }
            }
        });
        if !is_over {
            self.scan = Some(scan);
        }
        is_over
    }

    /// How much is done, in thousandths.
    pub fn permille(&self, log: &RunLog) -> u32 {
        match (&self.finder, &self.scan) {
            (Some(finder), _) => finder.permille(log) / 4,
            (None, Some(scan)) if self.wanted.is_some() => 250 + scan.permille() * 3 / 4,
            (None, Some(scan)) => scan.permille(),
            (None, None) => 1_000,
        }
    }

    /// What was found.
    pub fn finish(mut self) -> Behind {
        let is_of_rows = matches!(self.query.counted, Counted::TrackingLogs | Counted::BroadLogs);
        keep_newest(&mut self.newest, self.page.end, 0);
        let skipped = usize::try_from(self.page.start).unwrap_or(usize::MAX);
        self.behind.page.extend(self.newest.into_iter().skip(skipped).map(SourceRow::Tracking));
        // Counts of rows are counts of what is left.
        if is_of_rows {
            self.behind.purged = 0;
        }
        self.behind.count = self.behind.rows + self.behind.purged;
        self.behind
    }
}

impl RowQuery {
    /// Whether the page can be had without a search: that of a whole log.
    fn is_whole_log(&self) -> bool {
        let is_log = matches!(self.counted, Counted::BroadLogs | Counted::TrackingLogs | Counted::Ignored);
        is_log && self.filter.is_open()
    }

    /// A page of a whole log, which the counts of its runs lead to; none where rows have to be searched.
    pub fn page_at_once(&self, log: &RunLog, page: Range<u64>) -> Option<Behind> {
        if !self.is_whole_log() {
            return None;
        }
        let figures = log.figures_of(&self.scope, self.moment);
        let batches = self.batches(log).into_iter().rev();
        let batches = batches.filter_map(|batch| log.record().batches.get(batch));
        let (rows, page) = match self.counted.way(log)? {
            Way::Tracking(_) => {
                let page = log.tracking_page(&batches.collect::<Vec<_>>(), self.moment, page);
                (figures.tracking_logs, page.into_iter().map(SourceRow::Tracking).collect())
            }
            Way::Exclusions => {
                let mut found = Vec::new();
                let mut before = 0;
                for batch in batches {
                    let (first, count) = (before, batch.excluded());
                    before += count;
                    if first < page.end && before > page.start {
                        let rows = (first..).zip(log.excluded_rows(batch));
                        let rows = rows.filter(|(place, _)| page.contains(place));
                        found.extend(rows.map(|(_, row)| SourceRow::Excluded(row)));
                    }
                }
                (figures.ignored, found)
            }
            _ => {
                let rows = log.broad_log_of(batches, self.moment, page);
                (figures.broad_logs, rows.into_iter().map(SourceRow::Message).collect())
            }
        };
        Some(Behind { count: rows, rows, purged: 0, page })
    }

    /// The place of a row of a whole log at the moment from which it stands there as it is, so that it is one of the
    /// newest; none where rows have to be searched, or the row is not among them.
    pub fn place_at_once(&self, log: &RunLog, key: RowKey) -> Option<u64> {
        let place = match key {
            RowKey::Message(id) if self.is_whole_log() && self.counted == Counted::BroadLogs => {
                let mut before = 0;
                for batch in self.batches(log).into_iter().rev() {
                    let batch = log.record().batches.get(batch)?;
                    let (first, count) = (batch.first_broad_log, batch.to_deliver.len());
                    if (first..first + count).contains(&id) {
                        return Some(before + first + count - 1 - id);
                    }
                    before += log.broad_logs_kept(batch, self.moment);
                }
                return None;
            }
            // Collected in the hour shown, or left out by the run shown.
            _ => self.page_at_once(log, 0..NEWEST)?.page.iter().position(|row| row.key() == key)?,
        };
        Some(place as u64)
    }
}

/// Keeps the newest rows, in order, as soon as there are more than `spare` too many.
fn keep_newest(rows: &mut Vec<TrackingRow>, end: u64, spare: usize) {
    let most = usize::try_from(end).unwrap_or(usize::MAX);
    if spare == 0 || rows.len() >= most.saturating_add(spare) {
        rows.sort_by_key(|row| Reverse((row.at, row.id)));
        rows.truncate(most);
    }
}
