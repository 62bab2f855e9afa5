//! What the technical workflows do to rows and figures: no tracking, no indicators, a database cleanup.
//!
//! Everything is a pure function of a run of a delivery and a moment. Three switches act on it:
//!
//! * *Tracking* off: no open and no click is collected, so there is no tracking row and no reaction in any figure.
//!   Assumption: an opt-out still takes place, since the recipient opts out on a web page and not in a log.
//! * *Delivery indicators* off: what the analysis wrote into the delivery stays (messages to send, left out); every
//!   count that the job would refresh stays at zero, although the rows of the logs are there. In the product
//!   *Recompute delivery and tracking indicators* repairs them.
//! * *Database cleanup*: purges rows by their own age, so a continuous delivery loses its oldest rows while it still
//!   sends. Counts of rows shrink. Counts that the delivery keeps of itself do not: the delivery row stays, and
//!   consolidated figures (`nms:deliveryLogStats`) are not recomputed from rows that are gone. Assumption: the rows
//!   of the exclusion log stay.

use super::RunLog;
use super::figures::{Figures, of_batch};
use super::rows::{TrackingRow, reactions, settled_at};
use crate::base::time::SimTime;
use crate::engine::record::Batch;
use crate::engine::retention::{LogTable, oldest_kept};

impl RunLog {
    /// The figures of one run at a moment as the technical workflows of the instance have left them.
    pub fn figures_of_batch(&self, batch: &Batch, moment: SimTime) -> Figures {
        let mut figures = of_batch(batch, moment);
        let technical = &self.plan().technical;
        if !technical.tracking {
            figures = without_reactions(figures);
            figures.tracking_logs = 0;
        }
        if !technical.delivery_indicators {
            let pending = figures.to_deliver - figures.cancelled;
            figures = Figures { processed: 0, success: 0, failed: 0, pending, ..without_reactions(figures) };
        }
        figures.broad_logs = self.broad_logs_kept(batch, moment);
        figures.tracking_logs -= self.tracking_logs_purged(batch, moment).min(figures.tracking_logs);
        figures
    }

    /// The last change of a state or a count of a run until a moment, as the jobs that are on have made it.
    pub(super) fn last_change(&self, batch: &Batch, moment: SimTime) -> SimTime {
        let technical = &self.plan().technical;
        if technical.delivery_indicators && technical.tracking {
            return batch.last_change(moment);
        }
        let states = batch.states.iter().map(|(at, _)| *at).filter(|at| *at <= moment);
        let processed = batch.processed_at().filter(|at| *at <= moment);
        let counted = processed.max(batch.curve.last_feedback(moment));
        states.chain(counted.filter(|_| technical.delivery_indicators)).fold(batch.at, SimTime::max)
    }

    /// The oldest rows of a table that are left at a moment; none where nothing is purged.
    pub fn oldest_kept(&self, table: LogTable, moment: SimTime) -> Option<SimTime> {
        oldest_kept(&self.plan().technical, table, moment)
    }

    /// How many broadLog rows of a run are there at a moment.
    pub fn broad_logs_kept(&self, batch: &Batch, moment: SimTime) -> u64 {
        match self.oldest_kept(LogTable::BroadLog, moment) {
            _ if moment < batch.at => 0,
            Some(oldest) if settled_at(batch) < oldest => 0,
            Some(oldest) if batch.at < oldest => self.kept_messages(batch, moment).count() as u64,
            _ => batch.to_deliver.len(),
        }
    }

    /// How many tracking rows of a run were collected and are purged at a moment.
    fn tracking_logs_purged(&self, batch: &Batch, moment: SimTime) -> u64 {
        let oldest = self.oldest_kept(LogTable::TrackingLog, moment);
        // The cleanup runs at a full hour, so what it purges is what had been collected by that hour.
        oldest.map_or(0, |oldest| batch.curve.at(oldest).rows.into())
    }

    /// The tracking rows of a run that are there at a moment, in the order of their ids.
    pub(super) fn collected<'l>(
        &'l self,
        batch: &'l Batch,
        moment: SimTime,
    ) -> impl Iterator<Item = TrackingRow> + use<'l> {
        let oldest = self.oldest_kept(LogTable::TrackingLog, moment);
        self.tracked(batch, moment).filter(move |row| oldest.is_none_or(|oldest| row.at >= oldest))
    }

    /// The tracking rows of a run that were collected until a moment, purged or not.
    pub(super) fn tracked<'l>(
        &'l self,
        batch: &'l Batch,
        moment: SimTime,
    ) -> impl Iterator<Item = TrackingRow> + use<'l> {
        let is_tracked = self.plan().technical.tracking && batch.at <= moment;
        let links = self.record().deliveries.get(batch.delivery).map_or(0, |row| row.creative.links.len());
        let rows = is_tracked.then(|| reactions(batch, self.fates_of(batch), links));
        rows.into_iter().flatten().filter(move |row| row.at.next_full_hour() <= moment)
    }
}

fn without_reactions(figures: Figures) -> Figures {
    Figures { opens: 0, clicks: 0, unsubscriptions: 0, ..figures }
}
