//! Words of the delivery list, with the columns as the console has them.

use super::Lang;
use super::format::{at_time, plain_date, time};
use crate::base::time::SimTime;
use crate::text::lang::{Wording, fill, words};

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Deliveries {
        /// The heading.
        pub heading: &'static str,
        /// The columns in the console's order: label, delivery code, status, contact date, messages to send,
        /// processed, success, last modified.
        pub columns: [&'static str; 8],
        /// Names the pager.
        pub pager: &'static str,
        /// Shown where two deliveries have the same label.
        pub same_labels: &'static str,
        /// Shown before the first delivery.
        pub none_yet: &'static str,
        /// What to do then.
        pub none_yet_remedy: &'static str,
        /// Begins the description of the button in each row.
        pub open_logs: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Deliveries {
    lang.words(&EN, &SV)
}

const EN: Deliveries = Deliveries {
    heading: "Deliveries",
    columns: [
        "Label",
        "Delivery code",
        "Status",
        "Contact date",
        "Messages to send",
        "Processed",
        "Success",
        "Last modified",
    ],
    pager: "Pages of the delivery list",
    same_labels: "All instances of a recurring delivery have the same label; tell them apart by contact date.",
    none_yet: "No delivery yet.",
    none_yet_remedy: "Press Play, or step a week: each run of a delivery activity then shows up here.",
    open_logs: "Logs of",
};

const SV: Deliveries = Deliveries {
    heading: "Leveranser",
    columns: [
        "Etikett",
        "Leveranskod",
        "Status",
        "Kontaktdatum",
        "Att skicka",
        "Behandlade",
        "Lyckade",
        "Senast ändrad",
    ],
    pager: "Leveranslistans sidor",
    same_labels: "Alla instanser av en återkommande leverans har samma etikett; skilj dem åt på kontaktdatum.",
    none_yet: "Ingen leverans än.",
    none_yet_remedy: "Tryck på Spela, eller gå fram en vecka: varje körning av en leveransaktivitet syns sedan här.",
    open_logs: "Loggar för",
};

/// A moment in a table, short enough for a column: `8 Jun 2026, 09:00`, `8 juni 2026 09:00`.
pub fn stamp(lang: Lang, moment: SimTime) -> String {
    let (date, time) = (plain_date(lang, moment.date()), time(moment));
    if let Some(stamp) = lang.pack().and_then(|pack| pack.marks().stamp.as_ref()) {
        return fill(stamp, &[("date", &date), ("time", &time)]);
    }
    match lang.wording() {
        Wording::En => at_time(lang, &date, &time),
        Wording::Sv => format!("{date} {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_short() {
        let moment = SimTime::parse("2026-06-08T09:00:00").unwrap();
        assert_eq!(stamp(Lang::En, moment), "8 Jun 2026, 09:00");
        assert_eq!(stamp(Lang::Sv, moment), "8 juni 2026 09:00");
    }
}
