//! The delivery list with the console's columns, at a moment.

use std::rc::Rc;

use super::RunLog;
use super::figures::{Figures, processed_at};
use crate::base::time::SimTime;
use crate::engine::record::DeliveryIdx;
use crate::plan::StepIdx;

/// The state of a delivery (`database-cleanup-workflow` page).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    /// Messages are being processed; code 55.
    InProgress,
    /// Everything was processed; code 95. A continuous delivery appends all the same.
    Finished,
}

/// A row of the delivery list.
#[derive(Clone, Debug, PartialEq)]
pub struct DeliveryRow {
    /// Which delivery.
    pub delivery: DeliveryIdx,
    /// The activity that made it.
    pub step: StepIdx,
    /// *Label*.
    pub label: Rc<str>,
    /// *Delivery code*.
    pub code: Rc<str>,
    /// *Status*.
    pub state: DeliveryState,
    /// *Contact date*: when it was first sent.
    pub contact_date: SimTime,
    /// The counts.
    pub figures: Figures,
    /// How many runs wrote into it.
    pub runs: usize,
    /// *Last modified*: the last full hour at which a count changed, or the send if none did yet.
    pub last_modified: SimTime,
}

impl DeliveryState {
    /// The product's `iState`.
    pub fn code(self) -> u32 {
        match self {
            Self::InProgress => 55,
            Self::Finished => 95,
        }
    }
}

impl RunLog {
    /// The deliveries made until `moment`, oldest first.
    pub fn delivery_list(&self, moment: SimTime) -> Vec<DeliveryRow> {
        (0..self.deliveries_until(moment))
            .filter_map(|delivery| self.delivery_row(delivery, moment))
            .collect()
    }

    /// One delivery as the list shows it at `moment`.
    pub fn delivery_row(&self, delivery: DeliveryIdx, moment: SimTime) -> Option<DeliveryRow> {
        let row = self.record().deliveries.get(delivery)?;
        let sent = self.batches_of(row).take_while(|batch| batch.at <= moment);
        let (mut runs, mut last_modified, mut state) = (0, row.created_at, DeliveryState::Finished);
        for batch in sent {
            runs += 1;
            let processed = processed_at(batch.at);
            state = if moment < processed { DeliveryState::InProgress } else { DeliveryState::Finished };
            last_modified = last_modified.max(self.last_refresh(batch, moment).unwrap_or(batch.at));
        }
        Some(DeliveryRow {
            delivery,
            step: row.step,
            label: row.label.clone(),
            code: row.code.clone(),
            state,
            contact_date: row.created_at,
            figures: self.figures_of_delivery(delivery, moment),
            runs,
            last_modified,
        })
    }
}
