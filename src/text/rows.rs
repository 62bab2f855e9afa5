//! Words for looking at rows: filters, the rows behind a figure, the marked row, the dashboard, files.

use super::Lang;
use super::deliveries::stamp;
use super::format::{counted, number};
use crate::base::time::SimTime;
use crate::log::export::ExportTable;
use crate::log::provenance::{Counted, RowKey};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Rows {
        /// Names the fields above the delivery list.
        pub list_filter: &'static str,
        /// Field: a part of the label, the internal name or the code.
        pub text: &'static str,
        /// Field: the kind of activity.
        pub kind: &'static str,
        /// Field: the activity.
        pub activity: &'static str,
        /// Field: the state of the delivery, or the status of the message.
        pub status: &'static str,
        /// Option: any of them.
        pub any: &'static str,
        /// Button: empties all fields.
        pub clear: &'static str,
        /// Said where no delivery is let through.
        pub no_delivery: &'static str,
        /// Names the row of totals.
        pub totals: &'static str,
        /// Names the fields above a log.
        pub log_filter: &'static str,
        /// Field: who the row is about.
        pub who: &'static str,
        /// What can be typed there.
        pub who_hint: &'static str,
        /// Field: what was opened or clicked.
        pub url: &'static str,
        /// Option: any link of the message.
        pub any_link: &'static str,
        /// Field: why somebody was left out.
        pub reason: &'static str,
        /// Field: the run of the activity.
        pub run: &'static str,
        /// Said where no row is let through.
        pub no_row: &'static str,
        /// While rows are looked for.
        pub searching: &'static str,
        /// Button: the whole log again.
        pub whole_log: &'static str,
        /// Begins the name of the button in each row that leads to its moment.
        pub go_to: &'static str,
        /// Names the panel of several deliveries.
        pub several: &'static str,
        /// Begins the name of a button that shows a recipient.
        pub follow: &'static str,
        /// Heading of the dashboard.
        pub dashboard: &'static str,
        /// Names of its facts: created, last modified, template, activity.
        pub facts: [&'static str; 4],
        /// Heading of the message.
        pub message: &'static str,
        /// Its subject.
        pub subject: &'static str,
        /// Its links.
        pub links: &'static str,
        /// Said of a recurring delivery's content.
        pub own_copy: &'static str,
        /// Heading of the runs.
        pub runs: &'static str,
        /// The columns of the runs: run, analysed, sent, status, targeted, messages, left out, success, failed.
        pub run_columns: [&'static str; 9],
        /// Said where a run is not sent yet.
        pub not_sent: &'static str,
        /// Button: writes the rows as CSV.
        pub export: &'static str,
        /// Opens the list of files.
        pub files: &'static str,
        /// Button: the weeks as a picture.
        pub weeks: &'static str,
        /// The tables of which there are files, in the order of `ExportTable::ALL`.
        pub tables: [&'static str; 4],
        /// Names the band of a file that is being written.
        pub exporting: &'static str,
        /// Button: stops it.
        pub cancel: &'static str,
        /// Said where the browser did not take it.
        pub not_saved: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Rows {
    lang.words(&EN, &SV)
}

const EN: Rows = Rows {
    list_filter: "Which deliveries",
    text: "Label, name or code",
    kind: "Kind",
    activity: "Activity",
    status: "Status",
    any: "any",
    clear: "Clear",
    no_delivery: "No delivery is like this. Change or clear the fields above the list.",
    totals: "Total",
    log_filter: "Which rows",
    who: "Recipient",
    who_hint: "Number, name or address",
    url: "URL",
    any_link: "any link",
    reason: "Reason",
    run: "Run",
    no_row: "No row is like this. Change or clear the fields above the table.",
    searching: "Looking through the rows",
    whole_log: "Show the whole log",
    go_to: "Go to the moment of row",
    several: "Several deliveries",
    follow: "Follow",
    dashboard: "Dashboard",
    facts: ["Created", "Last modified", "Template", "Activity"],
    message: "Message",
    subject: "Subject",
    links: "Tracked URLs",
    own_copy: "own copy in the activity",
    runs: "Runs",
    run_columns: [
        "Run",
        "Analysed",
        "Sent",
        "Status",
        "Target",
        "Messages to send",
        "Left out",
        "Success",
        "Failed",
    ],
    not_sent: "not yet",
    export: "CSV",
    files: "Files",
    weeks: "The weeks as SVG",
    tables: ["Deliveries", "broadLog", "Tracking log", "Exclusion log"],
    exporting: "CSV file",
    cancel: "Cancel",
    not_saved: "The browser did not take the file. Ask for fewer rows, or free some memory, and try again.",
};

const SV: Rows = Rows {
    list_filter: "Vilka leveranser",
    text: "Etikett, namn eller kod",
    kind: "Sort",
    activity: "Aktivitet",
    status: "Status",
    any: "alla",
    clear: "Rensa",
    no_delivery: "Ingen leverans är sådan. Ändra eller rensa fälten ovanför listan.",
    totals: "Totalt",
    log_filter: "Vilka rader",
    who: "Mottagare",
    who_hint: "Nummer, namn eller adress",
    url: "URL",
    any_link: "valfri länk",
    reason: "Orsak",
    run: "Körning",
    no_row: "Ingen rad är sådan. Ändra eller rensa fälten ovanför tabellen.",
    searching: "Går igenom raderna",
    whole_log: "Visa hela loggen",
    go_to: "Gå till tidpunkten för rad",
    several: "Flera leveranser",
    follow: "Följ",
    dashboard: "Översikt",
    facts: ["Skapad", "Senast ändrad", "Mall", "Aktivitet"],
    message: "Meddelande",
    subject: "Ämnesrad",
    links: "Spårade URL:er",
    own_copy: "egen kopia i aktiviteten",
    runs: "Körningar",
    run_columns: [
        "Körning",
        "Analyserad",
        "Skickad",
        "Status",
        "Målgrupp",
        "Att skicka",
        "Utelämnade",
        "Lyckade",
        "Misslyckade",
    ],
    not_sent: "inte än",
    export: "CSV",
    files: "Filer",
    weeks: "Veckorna som SVG",
    tables: ["Leveranser", "Leveranslogg (broadLog)", "Spårningslogg", "Uteslutningslogg"],
    exporting: "CSV-fil",
    cancel: "Avbryt",
    not_saved: "Webbläsaren tog inte emot filen. Be om färre rader, eller frigör minne, och försök igen.",
};

/// What a count counts.
pub fn counted_name(lang: Lang, counted: Counted) -> &'static str {
    match counted {
        Counted::ToDeliver => lang.pick("Messages to send", "Att skicka"),
        Counted::Processed => lang.pick("Processed", "Behandlade"),
        Counted::Success => lang.pick("Success", "Lyckade"),
        Counted::Failed => lang.pick("Failed", "Misslyckade"),
        Counted::Pending => lang.pick("Pending", "Väntar"),
        Counted::Cancelled => lang.pick("Cancelled", "Avbrutna"),
        Counted::Ignored => lang.pick("Left out", "Utelämnade"),
        Counted::Opens => lang.pick("Opens", "Öppningar"),
        Counted::Clicks => lang.pick("Clicks", "Klick"),
        Counted::Unsubscriptions => lang.pick("Unsubscriptions", "Avregistreringar"),
        Counted::BroadLogs => lang.pick("broadLog rows", "Rader i leveransloggen"),
        Counted::TrackingLogs => lang.pick("Tracking log rows", "Rader i spårningsloggen"),
        Counted::Indicator(id) => super::indicator::name(lang, id),
    }
}

/// What a figure's button does: `Success: 123, show the rows behind it`.
pub fn behind(lang: Lang, name: &str, count: u64) -> String {
    let count = number(lang, count);
    match lang.wording() {
        Wording::En => say!(lang, "{name}: {count}, show the rows behind it", name, count),
        Wording::Sv => format!("{name}: {count}, visa raderna bakom"),
    }
}

/// What rows are shown: `The 123 rows behind Success`.
pub fn traced(lang: Lang, counted: Counted, count: u64) -> String {
    let name = counted_name(lang, counted);
    let rows = super::format::counted(lang, count, lang.either("row", "rad"), lang.either("rows", "rader"));
    match lang.wording() {
        Wording::En => say!(lang, "{name}: {rows} behind the figure", name, rows),
        Wording::Sv => format!("{name}: {rows} bakom siffran"),
    }
}

/// How many rows a filter lets through.
pub fn matching(lang: Lang, count: u64) -> String {
    counted(lang, count, lang.either("row", "rad"), lang.either("rows", "rader"))
}

/// Deliveries together: `53 deliveries`.
pub fn deliveries(lang: Lang, count: u64) -> String {
    counted(lang, count, lang.either("delivery", "leverans"), lang.either("deliveries", "leveranser"))
}

/// A row by its log and number: `broadLog 1,234`.
pub fn row_name(lang: Lang, key: RowKey) -> String {
    let words = of(lang);
    match key {
        RowKey::Message(id) => format!("{} {}", words.tables[1], number(lang, id)),
        RowKey::Tracking(id) => format!("{} {}", words.tables[2], number(lang, id)),
        RowKey::Excluded(_, run, recipient) => format!(
            "{} {} {}, {} {}",
            words.tables[3],
            lang.pick("run", "körning"),
            number(lang, run.into()),
            lang.pick("recipient", "mottagare"),
            number(lang, u64::from(recipient) + 1)
        ),
    }
}

/// Where the timeline stands after a click on a row: `The timeline stands where broadLog 12 came to be as it is.`
pub fn stands_at(lang: Lang, key: RowKey, at: SimTime) -> String {
    let (row, at) = (row_name(lang, key), stamp(lang, at));
    match lang.wording() {
        Wording::En => {
            say!(lang, "The timeline stands at {at}, when {row} came to be as it is here.", at, row)
        }
        Wording::Sv => format!("Tidslinjen står vid {at}, då {row} blev som den är här."),
    }
}

/// Button: back to the moment shown before.
pub fn back_to(lang: Lang, moment: SimTime) -> String {
    format!("{} {}", lang.pick("Back to", "Tillbaka till"), stamp(lang, moment))
}

/// How something goes on: `Looking through the rows: 40%`.
pub fn percent_done(lang: Lang, what: &str, permille: u32) -> String {
    format!("{what}: {}", super::running::percent(lang, permille / 10))
}

/// The name of a table of which there are files.
pub fn table(lang: Lang, table: ExportTable) -> &'static str {
    let at = ExportTable::ALL.iter().position(|one| *one == table).unwrap_or(0);
    of(lang).tables[at]
}

/// What a button for a file does: `Tracking log as CSV`.
pub fn save_as_csv(lang: Lang, what: ExportTable) -> String {
    format!("{} {}", table(lang, what), lang.pick("as CSV", "som CSV"))
}

/// How a file goes on: `Tracking log as CSV: 40%, 12,000 rows`.
pub fn writing(lang: Lang, what: ExportTable, permille: u32, rows: u64) -> String {
    format!("{}, {}", percent_done(lang, &save_as_csv(lang, what), permille), matching(lang, rows))
}

/// Says that a file was saved: `Tracking log as CSV: saved with 12,000 rows`.
pub fn written(lang: Lang, what: ExportTable, rows: u64) -> String {
    let (what, rows) = (save_as_csv(lang, what), matching(lang, rows));
    match lang.wording() {
        Wording::En => say!(lang, "{what}: saved with {rows}.", what, rows),
        Wording::Sv => format!("{what}: sparad med {rows}."),
    }
}
