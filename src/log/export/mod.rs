//! The delivery list and the logs as CSV files, in slices: a million rows come in parts, and the page goes on.

pub(crate) mod cells;

use self::cells::Cells;
use super::RunLog;
use super::find::PeopleFinder;
use super::indicators::Scope;
use super::list::DeliveryRow;
use super::provenance::{Counted, SourceRow};
use super::query::RowQuery;
use super::rows::{BroadLogRow, ExclusionRow, MessageStatus, TrackingRow};
use super::scan::Scan;
pub use super::table::ExportTable;
use crate::base::people_set::{PeopleSet, RecipientIdx};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;

/// A delivery of the list is about as much work as this many messages drawn.
const DELIVERY: u64 = 256;

/// What a file has the rows of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportOf {
    /// These deliveries, as the list has them at a moment.
    Deliveries(Vec<DeliveryIdx>, SimTime),
    /// Rows of a log.
    Rows(RowQuery),
}

/// A file in the making.
#[derive(Debug)]
pub struct Export {
    what: What,
    cells: Cells,
    rows: u64,
    bytes: u64,
    is_begun: bool,
}

#[derive(Debug)]
enum What {
    Deliveries {
        deliveries: Vec<DeliveryIdx>,
        moment: SimTime,
        next: usize,
    },
    Rows {
        query: Box<RowQuery>,
        finder: Option<PeopleFinder>,
        wanted: Option<PeopleSet>,
        scan: Option<Scan>,
        /// Those who had a row already, where people are counted.
        people: PeopleSet,
    },
}

impl ExportOf {
    /// Every row of a table at a moment.
    pub fn all(log: &RunLog, table: ExportTable, moment: SimTime) -> Self {
        let rows = |counted| Self::Rows(RowQuery::of(Scope::All, counted, moment));
        match table {
            ExportTable::Deliveries => Self::Deliveries((0..log.deliveries_until(moment)).collect(), moment),
            ExportTable::BroadLog => rows(Counted::BroadLogs),
            ExportTable::TrackingLog => rows(Counted::TrackingLogs),
            ExportTable::ExclusionLog => rows(Counted::Ignored),
        }
    }

    /// The table.
    pub fn table(&self) -> ExportTable {
        match self {
            Self::Deliveries(..) => ExportTable::Deliveries,
            Self::Rows(query) => query.counted.table(),
        }
    }
}

impl ExportTable {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Deliveries, Self::BroadLog, Self::TrackingLog, Self::ExclusionLog];

    /// Its name on the command line and in the names of files.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Deliveries => "deliveries",
            Self::BroadLog => "broad-log",
            Self::TrackingLog => "tracking-log",
            Self::ExclusionLog => "exclusion-log",
        }
    }

    /// The heading of its columns. `i`, `s` and `ts` names are those of the product's tables (`data-model-description`
    /// page); the others are the console's attributes, or say what the lab adds: names, the activity, the run.
    pub const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Deliveries => &[
                "iDeliveryId",
                "sInternalName",
                "label",
                "deliveryCode",
                "activity",
                "iState",
                "tsCreated",
                "contactDate",
                "tsLastModified",
                "runs",
                "toDeliver",
                "processed",
                "success",
                "failed",
                "pending",
                "cancelled",
                "ignored",
                "opens",
                "clicks",
                "unsubscriptions",
                "broadLogs",
                "trackingLogs",
            ],
            Self::BroadLog => &[
                "iBroadLogId",
                "iDeliveryId",
                "run",
                "iRecipientId",
                "firstName",
                "lastName",
                "sEmail",
                "iStatus",
                "failureReason",
                "tsLastModified",
            ],
            Self::TrackingLog => &[
                "iTrackingLogId",
                "tsLog",
                "broadLog-id",
                "iDeliveryId",
                "iRecipientId",
                "firstName",
                "lastName",
                "sEmail",
                "type",
                "url",
            ],
            Self::ExclusionLog => &[
                "iRecipientId",
                "firstName",
                "lastName",
                "sEmail",
                "iDeliveryId",
                "run",
                "failureReason",
                "tsAnalysis",
            ],
        }
    }
}

impl Export {
    /// Nothing written yet. Rows will come in the order of their ids.
    pub fn new(log: &RunLog, of: ExportOf) -> Self {
        let what = match of {
            ExportOf::Deliveries(deliveries, moment) => What::Deliveries { deliveries, moment, next: 0 },
            ExportOf::Rows(query) => {
                let who = query.filter.who.trim();
                let finder = (!who.is_empty()).then(|| PeopleFinder::new(who));
                What::Rows {
                    finder,
                    wanted: None,
                    scan: query.scan(log, false),
                    people: PeopleSet::new(),
                    query: Box::new(query),
                }
            }
        };
        Self { what, cells: Cells::default(), rows: 0, bytes: 0, is_begun: false }
    }

    /// Goes on for about as long as it takes to draw `budget` messages; gives what it wrote, and whether that is all.
    pub fn advance(&mut self, log: &RunLog, budget: u64) -> (Vec<u8>, bool) {
        let (cells, rows) = (&mut self.cells, &mut self.rows);
        if !self.is_begun {
            self.is_begun = true;
            let table = match &self.what {
                What::Deliveries { .. } => ExportTable::Deliveries,
                What::Rows { query, .. } => query.counted.table(),
            };
            table.fields().iter().for_each(|field| {
                cells.text(field);
            });
            cells.end();
        }
        let is_over = match &mut self.what {
            What::Deliveries { deliveries, moment, next } => {
                let most = usize::try_from(budget / DELIVERY).unwrap_or(usize::MAX).max(1);
                let until = next.saturating_add(most).min(deliveries.len());
                for row in deliveries[*next..until].iter().filter_map(|&row| log.delivery_row(row, *moment)) {
                    delivery(log, &row, cells);
                    *rows += 1;
                }
                *next = until;
                until == deliveries.len()
            }
            What::Rows { finder: finder @ Some(_), wanted, .. } => {
                let is_found = finder.as_mut().is_none_or(|finder| finder.advance(log, budget));
                if is_found {
                    *wanted = finder.take().map(PeopleFinder::finish);
                }
                false
            }
            What::Rows { query, wanted, scan, people, .. } => match (query.asked(log), scan) {
                (Some(asked), Some(scan)) => scan.advance(log, budget, wanted.as_ref(), |passed| {
                    if let Some((true, row)) = query.judge(log, &asked, passed, people) {
                        put(log, &row, cells);
                        *rows += 1;
                    }
                }),
                _ => true,
            },
        };
        let part = self.cells.take();
        self.bytes += part.len() as u64;
        (part, is_over)
    }

    /// How much is done, in thousandths.
    pub fn permille(&self, log: &RunLog) -> u32 {
        match &self.what {
            What::Deliveries { deliveries, next, .. } => {
                u32::try_from(*next as u64 * 1_000 / (deliveries.len() as u64).max(1)).unwrap_or(1_000)
            }
            What::Rows { finder: Some(finder), .. } => finder.permille(log) / 4,
            What::Rows { scan: Some(scan), wanted: Some(_), .. } => 250 + scan.permille() * 3 / 4,
            What::Rows { scan: Some(scan), .. } => scan.permille(),
            What::Rows { .. } => 1_000,
        }
    }

    /// How many rows were written, the heading not counted.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// How many bytes were written.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

fn put(log: &RunLog, row: &SourceRow, cells: &mut Cells) {
    match row {
        SourceRow::Message(row) => message(log, row, cells),
        SourceRow::Tracking(row) => reaction(log, row, cells),
        SourceRow::Excluded(row) => exclusion(log, row, cells),
    }
}

fn delivery(log: &RunLog, row: &DeliveryRow, cells: &mut Cells) {
    let figures = row.figures;
    let created = log.record().deliveries.get(row.delivery).map_or(row.contact_date, |own| own.created_at);
    let activity = log.plan().steps.get(row.step).map_or("", |step| &step.name);
    cells
        .number(RunLog::delivery_number(row.delivery))
        .text(&RunLog::internal_name(row.delivery))
        .text(&row.label)
        .text(&row.code)
        .text(activity)
        .number(row.state.code().into())
        .moment(created)
        .moment(row.contact_date)
        .moment(row.last_modified)
        .number(row.runs as u64);
    let counts = [
        figures.to_deliver,
        figures.processed,
        figures.success,
        figures.failed,
        figures.pending,
        figures.cancelled,
        figures.ignored,
        figures.opens,
        figures.clicks,
        figures.unsubscriptions,
        figures.broad_logs,
        figures.tracking_logs,
    ];
    for count in counts {
        cells.number(count);
    }
    cells.end();
}

fn message(log: &RunLog, row: &BroadLogRow, cells: &mut Cells) {
    cells.number(row.id).number(RunLog::delivery_number(row.delivery)).number(row.run.into());
    person(log, row.recipient, cells);
    cells.number(row.status.code().into());
    match row.status {
        MessageStatus::Failed(reason) | MessageStatus::TakenIntoAccount(reason) => {
            cells.number(reason.code().into())
        }
        _ => cells.empty(),
    };
    cells.moment(row.last_modified).end();
}

fn reaction(log: &RunLog, row: &TrackingRow, cells: &mut Cells) {
    cells.number(row.id).moment(row.at).number(row.broad_log).number(RunLog::delivery_number(row.delivery));
    person(log, row.recipient, cells);
    let url = log.link_of(row.delivery, row.link).unwrap_or_default();
    cells.number(row.url_type.code().into()).text(url).end();
}

fn exclusion(log: &RunLog, row: &ExclusionRow, cells: &mut Cells) {
    person(log, row.recipient, cells);
    cells
        .number(RunLog::delivery_number(row.delivery))
        .number(row.run.into())
        .number(row.reason.code().into())
        .moment(row.at)
        .end();
}

fn person(log: &RunLog, recipient: RecipientIdx, cells: &mut Cells) {
    let identity = log.plan().people.identity(recipient);
    cells
        .number(u64::from(recipient) + 1)
        .text(&identity.first_name)
        .text(&identity.last_name)
        .text(identity.email.as_deref().unwrap_or_default());
}
