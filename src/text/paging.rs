//! Words for turning the pages of a long table.

use crate::text::lang::words;
use std::ops::Range;

use super::Lang;
use super::format::number;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Paging {
        /// Button: to the first page.
        pub first: &'static str,
        /// Button: one page back.
        pub previous: &'static str,
        /// Button: one page on.
        pub next: &'static str,
        /// Button: to the last page.
        pub last: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Paging {
    lang.words(&EN, &SV)
}

const EN: Paging =
    Paging { first: "First page", previous: "Previous page", next: "Next page", last: "Last page" };

const SV: Paging =
    Paging {
        first: "Första sidan", previous: "Föregående sida", next: "Nästa sida", last: "Sista sidan"
    };

/// Which rows are shown, counted from 0 in `rows`: `1–25 of 6,102`.
pub fn shown(lang: Lang, rows: &Range<u64>, total: u64) -> String {
    let from = number(lang, if total == 0 { 0 } else { rows.start + 1 });
    let (to, total, of) = (number(lang, rows.end), number(lang, total), lang.pick("of", "av"));
    format!("{from}–{to} {of} {total}")
}

/// Which page is shown, counted from 0, for those who hear it.
pub fn page(lang: Lang, page: u64) -> String {
    format!("{} {}", lang.pick("Page", "Sida"), number(lang, page + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rows_shown_are_counted_from_one() {
        assert_eq!(shown(Lang::En, &(25..50), 6_102), "26–50 of 6,102");
        assert_eq!(shown(Lang::Sv, &(0..1), 1), "1–1 av 1");
        assert_eq!(shown(Lang::En, &(0..0), 0), "0–0 of 0");
    }
}
