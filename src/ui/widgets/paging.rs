//! Which rows of a long table are shown. Never beyond its last page.

use std::ops::Range;

/// A page of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    page: u64,
    size: u64,
    total: u64,
}

impl Paging {
    /// The page `page`, counted from 0, of `total` rows with `size` rows a page; the last one where there are
    /// fewer pages.
    pub fn new(page: u64, size: u64, total: u64) -> Self {
        let size = size.max(1);
        Self { page: page.min(total.saturating_sub(1) / size), size, total }
    }

    /// The page, counted from 0.
    pub fn page(self) -> u64 {
        self.page
    }

    /// The last page, counted from 0.
    pub fn last(self) -> u64 {
        self.total.saturating_sub(1) / self.size
    }

    /// How many rows the table has.
    pub fn total(self) -> u64 {
        self.total
    }

    /// The rows on the page, counted from 0.
    pub fn rows(self) -> Range<u64> {
        let start = self.page * self.size;
        start..(start + self.size).min(self.total)
    }

    /// The part of a slice that is on the page.
    pub fn of<T>(self, rows: &[T]) -> &[T] {
        let at = |place: u64| usize::try_from(place).unwrap_or(usize::MAX).min(rows.len());
        let Range { start, end } = self.rows();
        &rows[at(start)..at(end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_hold_every_row_once() {
        let rows: Vec<u32> = (0..53).collect();
        let page = |number| Paging::new(number, 25, 53);
        let all: Vec<u32> = (0..=page(0).last()).flat_map(|number| page(number).of(&rows)).copied().collect();
        assert_eq!(all, rows);
        assert_eq!((page(1).rows(), page(9).rows(), page(9).page()), (25..50, 50..53, 2));
    }

    #[test]
    fn an_empty_table_has_one_empty_page() {
        let empty = Paging::new(3, 25, 0);
        assert_eq!((empty.page(), empty.last(), empty.rows()), (0, 0, 0..0));
        assert_eq!(Paging::new(1, 0, 2).rows(), 1..2);
        assert_eq!(Paging::new(0, 25, 25).last(), 0);
    }
}
