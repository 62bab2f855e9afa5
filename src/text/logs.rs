//! Words of the log panel: figures, tabs, columns, and what stands where there are no rows.

use super::Lang;
use super::format::{counted, number, percent};
use crate::engine::fate::UrlType;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Logs {
        /// Names the panel, before the delivery's label.
        pub heading: &'static str,
        /// Button that closes the panel.
        pub close: &'static str,
        /// Before the contact date.
        pub contact_date: &'static str,
        /// The figures: messages, success, failed, left out, opens, clicks, unsubscriptions.
        pub figures: [&'static str; 7],
        /// Names the tabs.
        pub tabs: &'static str,
        /// The tabs: broadLog, tracking log, exclusion log.
        pub kinds: [&'static str; 3],
        /// What the rows of each tab are.
        pub explained: [&'static str; 3],
        /// Names the pager.
        pub pager: &'static str,
        /// The columns of the broadLog: id, recipient, status, reason, last modified, delivery.
        pub broad_log: [&'static str; 6],
        /// The columns of the tracking log: id, when, recipient, type, URL, message.
        pub tracking_log: [&'static str; 6],
        /// The columns of the exclusion log: recipient, run, reason, when.
        pub exclusion_log: [&'static str; 4],
        /// What stands in an empty log.
        pub empty: [&'static str; 3],
        /// Stands for an address that is not there.
        pub no_address: &'static str,
        /// The URL of the open pixel.
        pub open_pixel: &'static str,
        /// The URL of the opt-out link.
        pub opt_out_link: &'static str,
        /// The URL of a click in a message without links.
        pub no_link: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Logs {
    lang.words(&EN, &SV)
}

const EN: Logs = Logs {
    heading: "Logs of",
    close: "Close the logs",
    contact_date: "Contact date",
    figures: ["Messages", "Success", "Failed", "Left out", "Opens", "Clicks", "Unsubscriptions"],
    tabs: "Logs of the delivery",
    kinds: ["broadLog", "Tracking log", "Exclusion log"],
    explained: [
        "One row for each message. Each row points to its delivery.",
        "One row for each open or click, collected at every full hour.",
        "One row for each recipient the analysis left out. They have no row in the broadLog.",
    ],
    pager: "Pages of the log",
    broad_log: ["Row", "Recipient", "Status", "Reason", "Last modified", "Delivery"],
    tracking_log: ["Row", "When", "Recipient", "Type", "URL", "Message"],
    exclusion_log: ["Recipient", "Run", "Reason", "When"],
    empty: [
        "No message has been prepared for this delivery.",
        "Nobody has opened or clicked yet. Tracking is collected at every full hour after the send: play on.",
        "Nobody was left out: everyone selected had an address and had not opted out.",
    ],
    no_address: "no address",
    open_pixel: "open pixel",
    opt_out_link: "opt-out link",
    no_link: "no link",
};

const SV: Logs = Logs {
    heading: "Loggar för",
    close: "Stäng loggarna",
    contact_date: "Kontaktdatum",
    figures: [
        "Meddelanden",
        "Lyckade",
        "Misslyckade",
        "Utelämnade",
        "Öppningar",
        "Klick",
        "Avregistreringar",
    ],
    tabs: "Leveransens loggar",
    kinds: ["Leveranslogg (broadLog)", "Spårningslogg", "Uteslutningslogg"],
    explained: [
        "En rad för varje meddelande. Varje rad pekar på sin leverans.",
        "En rad för varje öppning eller klick, insamlade varje hel timme.",
        "En rad för varje mottagare som analysen utelämnade. De har ingen rad i leveransloggen.",
    ],
    pager: "Loggens sidor",
    broad_log: ["Rad", "Mottagare", "Status", "Orsak", "Senast ändrad", "Leverans"],
    tracking_log: ["Rad", "När", "Mottagare", "Typ", "URL", "Meddelande"],
    exclusion_log: ["Mottagare", "Körning", "Orsak", "När"],
    empty: [
        "Inget meddelande har förberetts för den här leveransen.",
        "Ingen har öppnat eller klickat än. Spårningen samlas in varje hel timme efter utskicket: spela vidare.",
        "Ingen utelämnades: alla som valdes hade en adress och hade inte avregistrerat sig.",
    ],
    no_address: "adress saknas",
    open_pixel: "öppningspixel",
    opt_out_link: "avregistreringslänk",
    no_link: "ingen länk",
};

/// The product's name of each log's table.
pub const TABLES: [&str; 3] = ["NmsBroadLogRcp", "NmsTrackingLogRcp", "nms:excludeLogRcp"];
/// The product's field names under the columns of the broadLog; empty where the documentation names none.
pub const BROAD_LOG_FIELDS: [&str; 6] =
    ["iBroadLogId", "", "iStatus", "failureReason", "tsLastModified", "iDeliveryId"];
/// The product's field names under the columns of the tracking log.
pub const TRACKING_LOG_FIELDS: [&str; 6] = ["iTrackingLogId", "tsLog", "", "type", "url-id", "broadLog-id"];
/// The product's field names under the columns of the exclusion log.
pub const EXCLUSION_LOG_FIELDS: [&str; 4] = ["", "", "failureReason", ""];

/// A share as its parts and its rate: `of 4,035 · 30.6%`; nothing where there is no whole.
pub fn share(lang: Lang, part: u64, whole: u64) -> String {
    if whole == 0 {
        return String::new();
    }
    format!("{} {} · {}", lang.pick("of", "av"), number(lang, whole), percent(lang, part, whole))
}

/// How many runs wrote into a delivery: `1 run`, `52 runs`.
pub fn runs(lang: Lang, count: u64) -> String {
    counted(lang, count, lang.either("run", "körning"), lang.either("runs", "körningar"))
}

/// What was opened or clicked, where it is not one of the message's own links.
pub const fn own_url(words: &'static Logs, url_type: UrlType) -> &'static str {
    match url_type {
        UrlType::Open => words.open_pixel,
        UrlType::OptOut => words.opt_out_link,
        UrlType::Click => words.no_link,
    }
}

/// A recipient without a name.
pub fn nameless(lang: Lang, recipient: u64) -> String {
    format!("{} {}", lang.pick("Recipient", "Mottagare"), number(lang, recipient))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_names_its_whole() {
        assert_eq!(share(Lang::En, 1_236, 4_035), "of 4,035 · 30.6%");
        assert_eq!(share(Lang::Sv, 1, 2), "av 2 · 50,0\u{a0}%");
        assert_eq!(share(Lang::En, 0, 0), "");
    }
}
