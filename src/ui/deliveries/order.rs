//! The order of the delivery list: by which column, and which end first.

use std::cmp::Ordering;

use crate::log::list::DeliveryRow;

/// A column of the list, in the console's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// *Label*.
    Label,
    /// *Delivery code*.
    Code,
    /// *Status*.
    Status,
    /// *Contact date*.
    ContactDate,
    /// *Messages to send*.
    ToSend,
    /// *Processed*.
    Processed,
    /// *Success*.
    Success,
    /// *Last modified*.
    LastModified,
}

/// An order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column that decides.
    pub column: Column,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

impl Column {
    /// All columns, in the console's order.
    pub const ALL: [Self; 8] = [
        Self::Label,
        Self::Code,
        Self::Status,
        Self::ContactDate,
        Self::ToSend,
        Self::Processed,
        Self::Success,
        Self::LastModified,
    ];

    /// Whether it holds counts.
    pub fn is_number(self) -> bool {
        matches!(self, Self::ToSend | Self::Processed | Self::Success)
    }

    fn is_text(self) -> bool {
        matches!(self, Self::Label | Self::Code | Self::Status)
    }

    fn compare(self, a: &DeliveryRow, b: &DeliveryRow) -> Ordering {
        match self {
            Self::Label => a.label.to_lowercase().cmp(&b.label.to_lowercase()),
            Self::Code => a.code.to_lowercase().cmp(&b.code.to_lowercase()),
            Self::Status => a.state.code().cmp(&b.state.code()),
            Self::ContactDate => a.contact_date.cmp(&b.contact_date),
            Self::ToSend => a.figures.to_deliver.cmp(&b.figures.to_deliver),
            Self::Processed => a.figures.processed.cmp(&b.figures.processed),
            Self::Success => a.figures.success.cmp(&b.figures.success),
            Self::LastModified => a.last_modified.cmp(&b.last_modified),
        }
    }
}

impl Order {
    /// The newest first, as the list opens.
    pub const NEWEST: Self = Self { column: Column::ContactDate, is_descending: true };

    /// The order after a click on a column's heading: turned round if it was this column; else texts begin
    /// with the first of the alphabet, counts and dates with the largest.
    #[must_use]
    pub fn by(self, column: Column) -> Self {
        let is_descending = if self.column == column { !self.is_descending } else { !column.is_text() };
        Self { column, is_descending }
    }

    /// Sorts; of rows that are equal in the column, the newest comes first.
    pub fn sort(self, rows: &mut [DeliveryRow]) {
        rows.sort_by(|a, b| {
            let order = self.column.compare(a, b);
            let order = if self.is_descending { order.reverse() } else { order };
            order.then(b.delivery.cmp(&a.delivery))
        });
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::log::RunLog;
    use crate::plan::lower::lower;
    use crate::scenario::samples::Sample;

    fn sorted(order: Order) -> Vec<DeliveryRow> {
        let scenario = Sample::SideBySide.scenario();
        let run = RunLog::of(Rc::new(lower(&scenario, None).unwrap().plan));
        let mut rows = run.delivery_list(run.end());
        order.sort(&mut rows);
        rows
    }

    #[test]
    fn the_newest_come_first_until_a_heading_is_clicked() {
        let rows = sorted(Order::NEWEST);
        assert_eq!(rows.len(), 53);
        assert!(rows.is_sorted_by(|a, b| a.delivery > b.delivery));
        let by_label = Order::NEWEST.by(Column::Label);
        assert!(!by_label.is_descending);
        let rows = sorted(by_label);
        assert_eq!((&*rows[0].label, &*rows[1].label), ("Weekly newsletter", "Weekly newsletter"));
        assert!(rows[0].delivery > rows[1].delivery, "equal labels: the newest first");
        assert_eq!(&*sorted(by_label.by(Column::Label))[0].label, "Welcome e-mail");
    }

    #[test]
    fn counts_begin_with_the_largest() {
        let rows = sorted(Order::NEWEST.by(Column::ToSend));
        assert!(rows.is_sorted_by(|a, b| a.figures.to_deliver >= b.figures.to_deliver));
        let rows = sorted(Order::NEWEST.by(Column::ToSend).by(Column::ToSend));
        assert!(rows.is_sorted_by(|a, b| a.figures.to_deliver <= b.figures.to_deliver));
    }
}
