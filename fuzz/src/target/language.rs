//! Packs of languages.

use chrono::{Datelike as _, NaiveDate};
use delivery_lab::schedule::{Month, Weekday};
use delivery_lab::text::lang::marks::Marks;
use delivery_lab::text::lang::{Tongue, fill, pack};
use serde_json::Value;

/// Reads a pack, writes numbers, dates and lists by its rules, and fills its messages.
pub fn language(bytes: &[u8]) {
    let Ok(json) = std::str::from_utf8(bytes) else { return };
    for tongue in [Tongue::De, Tongue::Fr, Tongue::Es, Tongue::Ja] {
        let Ok(pack) = pack::read(tongue, json) else { continue };
        write(pack.marks());
        let file: Value = serde_json::from_str(json).unwrap_or_default();
        let messages = file["messages"].as_object();
        for message in messages.into_iter().flatten().filter_map(|(_, message)| message.as_str()) {
            let name = "</script>{count}";
            let filled = fill(message, &[("count", &12), ("name", &name)]);
            assert!(!message.contains("{name}") || filled.contains(name), "a value is lost in {message}");
        }
    }
}

fn write(marks: &Marks) {
    for digits in ["0", "1234", "18446744073709551615"] {
        assert!(marks.number(digits).starts_with(&digits[..1]), "a number that begins otherwise");
        marks.percent(digits, "5");
    }
    let dates = [(2024, 2, 29), (1, 1, 1), (9999, 12, 31)];
    for date in dates.into_iter().filter_map(|(year, month, day)| NaiveDate::from_ymd_opt(year, month, day)) {
        let weekday = Weekday::ALL[date.weekday().num_days_from_monday() as usize];
        let month = Month::ALL[date.month0() as usize];
        for pattern in [&marks.date, &marks.plain_date, &marks.day_and_month] {
            marks.date(pattern, date, weekday, month);
        }
    }
    for pair in [&marks.ordinal, &marks.day] {
        marks.nth(pair, 1);
        marks.nth(pair, 22);
    }
    for pair in [&marks.and, &marks.or] {
        marks.list(pair, &["a", "İ", "hola"]);
        marks.list(pair, &[]);
    }
}
