//! Words of the comparison: how many deliveries, whose logs, what each run added, where log rows point to.

use super::Lang;
use super::format::{counted, date, day_and_month, number};
use crate::base::time::SimTime;
use crate::log::series::{Reason, Stratum};
use crate::people::Identity;
use crate::scenario::activity::ActivityKind;
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The fixed words.
    #[derive(Debug)]
    pub struct Comparison {
        /// Names the panel.
        pub panel: &'static str,
        /// Before the label of a recurring delivery.
        pub recurring: &'static str,
        /// Before the label of a continuous delivery.
        pub continuous: &'static str,
        /// Figure: rows of the broadLog.
        pub broad_log: &'static str,
        /// Figure: rows of the tracking log.
        pub tracking: &'static str,
        /// Figure: tracked URLs.
        pub urls: &'static str,
        /// Figure: the template.
        pub template: &'static str,
        /// A recurring delivery holds a copy of its template.
        pub own_copy: &'static str,
        /// A continuous delivery refers to its template.
        pub shared: &'static str,
        /// Names the choice of scale.
        pub scale: &'static str,
        /// Strata as wide as they have rows.
        pub by_rows: &'static str,
        /// Strata of equal width.
        pub by_runs: &'static str,
        /// Caption of the table of rows.
        pub newest_rows: &'static str,
        /// Column: the number of a row.
        pub row: &'static str,
        /// Column: the recipient.
        pub recipient: &'static str,
        /// Column: the run.
        pub run: &'static str,
        /// Column: the delivery a row points to.
        pub delivery: &'static str,
        /// In place of rows before the first run.
        pub no_rows: &'static str,
        /// What the bar on a card means.
        pub bar: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Comparison {
    lang.words(&EN, &SV)
}

const EN: Comparison = Comparison {
    panel: "Deliveries so far",
    recurring: "Recurring",
    continuous: "Continuous",
    broad_log: "broadLog",
    tracking: "Tracking",
    urls: "Tracked URLs",
    template: "Template",
    own_copy: "own copy",
    shared: "shared",
    scale: "Width of a run",
    by_rows: "Rows",
    by_runs: "Runs",
    newest_rows: "Newest broadLog rows, one per run",
    row: "Row",
    recipient: "Recipient",
    run: "Run",
    delivery: "Delivery",
    no_rows: "Nothing sent yet",
    bar: "Bars show the share opened.",
};

const SV: Comparison = Comparison {
    panel: "Leveranser hittills",
    recurring: "Återkommande",
    continuous: "Kontinuerlig",
    broad_log: "Leveranslogg (broadLog)",
    tracking: "Spårning",
    urls: "Spårade URL:er",
    template: "Mall",
    own_copy: "egen kopia",
    shared: "delad",
    scale: "En körnings bredd",
    by_rows: "Rader",
    by_runs: "Körningar",
    newest_rows: "Nyaste raderna i broadLog, en per körning",
    row: "Rad",
    recipient: "Mottagare",
    run: "Körning",
    delivery: "Leverans",
    no_rows: "Inget skickat än",
    bar: "Staplarna visar andelen öppnade.",
};

/// The words beside the number of deliveries.
pub fn headline(lang: Lang, kind: ActivityKind, deliveries: usize) -> &'static str {
    match (kind, deliveries) {
        (ActivityKind::RecurringDelivery, 0) => {
            lang.pick("deliveries yet, one comes with each run", "leveranser än, en kommer med varje körning")
        }
        (ActivityKind::RecurringDelivery, 1) => {
            lang.pick("delivery, with its own logs", "leverans, med egna loggar")
        }
        (ActivityKind::RecurringDelivery, _) => {
            lang.pick("deliveries, each with its own logs", "leveranser, var och en med egna loggar")
        }
        (_, 0) => {
            lang.pick("deliveries yet, the first run makes one", "leveranser än, första körningen skapar en")
        }
        (_, 1) => lang.pick("delivery, its logs grow", "leverans, dess loggar växer"),
        (_, _) => lang.pick("deliveries, a change began a new one", "leveranser, en ändring inledde en ny"),
    }
}

/// How a log row names its delivery: `D-23`.
pub fn delivery_id(number: u64) -> String {
    format!("D-{number}")
}

/// The name of a delivery's card: `Delivery 13, run 12, 23 Mar 2026, 6,102 messages`.
pub fn card(lang: Lang, delivery: u64, run: u64, at: SimTime, messages: u64) -> String {
    let day = super::format::plain_date(lang, at.date());
    let messages =
        counted(lang, messages, lang.either("message", "meddelande"), lang.either("messages", "meddelanden"));
    match lang.wording() {
        Wording::En => {
            say!(lang, "Delivery {delivery}, run {run}, {day}, {messages}", delivery, run, day, messages)
        }
        Wording::Sv => format!("Leverans {delivery}, körning {run}, {day}, {messages}"),
    }
}

/// What is added to the name of a card whose content differs from the one before.
pub fn after_edit(lang: Lang) -> &'static str {
    lang.pick("first with the edited creative", "den första med ändrat innehåll")
}

/// The name of a square that stands for several deliveries: `Runs 11 to 20`.
pub fn cards(lang: Lang, from: u64, to: u64) -> String {
    match lang.wording() {
        Wording::En => say!(lang, "Runs {from} to {to}", from, to),
        Wording::Sv => format!("Körning {from} till {to}"),
    }
}

/// Below squares that stand for several deliveries each.
pub fn together(lang: Lang, deliveries: u64) -> String {
    match lang.wording() {
        Wording::En => {
            say!(lang, "Each square is {deliveries} deliveries.", deliveries = number(lang, deliveries))
        }
        Wording::Sv => format!("Varje ruta är {} leveranser.", number(lang, deliveries)),
    }
}

/// What the newest run did to a continuous delivery.
pub fn added(lang: Lang, run: u32, rows: u64) -> String {
    let people =
        counted(lang, rows, lang.either("recipient", "mottagare"), lang.either("recipients", "mottagare"));
    match lang.wording() {
        Wording::En => say!(lang, "run {run} added {people}", run, people),
        Wording::Sv => format!("körning {run} lade till {people}"),
    }
}

/// The rows of a continuous delivery that a later one has taken over from.
pub fn kept(lang: Lang, rows: u64) -> String {
    let rows = counted(lang, rows, lang.either("row", "rad"), lang.either("rows", "rader"));
    match lang.wording() {
        Wording::En => say!(lang, "keeps its {rows}", rows),
        Wording::Sv => format!("behåller sina {rows}"),
    }
}

/// Why a delivery was begun, and when.
pub fn reason(lang: Lang, reason: Reason, created_at: SimTime) -> String {
    let day = |at: SimTime| day_and_month(lang, at.date());
    match (reason, lang.wording()) {
        (Reason::First | Reason::NextRun, Wording::En) => {
            say!(lang, "made {created_at}", created_at = day(created_at))
        }
        (Reason::First | Reason::NextRun, Wording::Sv) => format!("skapad {}", day(created_at)),
        (Reason::Edited(at), Wording::En) => say!(lang, "creative edited {at}", at = day(at)),
        (Reason::Edited(at), Wording::Sv) => format!("innehållet ändrat {}", day(at)),
        (Reason::Relabelled(at), Wording::En) => say!(lang, "label changed {at}", at = day(at)),
        (Reason::Relabelled(at), Wording::Sv) => format!("etiketten ändrad {}", day(at)),
        (Reason::ComputedLabel, Wording::En) => {
            say!(lang, "label computed {created_at}", created_at = day(created_at))
        }
        (Reason::ComputedLabel, Wording::Sv) => format!("etiketten beräknad {}", day(created_at)),
    }
}

/// The name of a continuous delivery's card.
pub fn grown(lang: Lang, delivery: u64, label: &str, runs: u64, rows: u64) -> String {
    let runs = counted(lang, runs, lang.either("run", "körning"), lang.either("runs", "körningar"));
    let rows = counted(lang, rows, lang.either("row", "rad"), lang.either("rows", "rader"));
    match lang.wording() {
        Wording::En => say!(
            lang,
            "Delivery {delivery}, {label}, {runs}, {rows} in its broadLog",
            delivery,
            label,
            runs,
            rows
        ),
        Wording::Sv => format!("Leverans {delivery}, {label}, {runs}, {rows} i dess leveranslogg"),
    }
}

/// Below the left end of the strata: what the first run added, and what the cleanup left of it.
pub fn first_run(lang: Lang, first: &Stratum) -> String {
    let rows = counted(lang, first.added, lang.either("row", "rad"), lang.either("rows", "rader"));
    let purged = purged(lang, first).map(|purged| format!(", {purged}")).unwrap_or_default();
    match lang.wording() {
        Wording::En => say!(lang, "first run, {rows}{purged}", rows, purged),
        Wording::Sv => format!("första körningen, {rows}{purged}"),
    }
}

/// That the cleanup has purged rows of a stratum, where it has.
fn purged(lang: Lang, stratum: &Stratum) -> Option<String> {
    let left = number(lang, stratum.rows);
    match (stratum.rows, lang.wording()) {
        (rows, _) if rows == stratum.added => None,
        (0, Wording::En) => Some(say!(lang, "all purged").to_owned()),
        (0, Wording::Sv) => Some("alla rensade".to_owned()),
        (_, Wording::En) => Some(say!(lang, "{left} left", left)),
        (_, Wording::Sv) => Some(format!("{left} kvar")),
    }
}

/// The hint over a stratum: its day, what it added and what the cleanup left of that.
pub fn stratum(lang: Lang, one: &Stratum) -> String {
    let purged = purged(lang, one).map(|purged| format!(", {purged}")).unwrap_or_default();
    format!("{}: {}{purged}", date(lang, one.at.date()), added(lang, one.run, one.added))
}

/// A recipient as short as a small table needs it: `Ada L.`, or what there is of the name.
pub fn recipient(identity: &Identity) -> String {
    let initial = identity.last_name.chars().next();
    match (identity.first_name.trim(), initial) {
        ("", None) => identity.email.clone().unwrap_or_else(|| "–".to_owned()),
        ("", Some(_)) => identity.last_name.clone(),
        (first, None) => first.to_owned(),
        (first, Some(initial)) => format!("{first} {initial}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_singular() {
        use ActivityKind::{ContinuousDelivery as Continuous, RecurringDelivery as Recurring};
        assert_eq!(headline(Lang::En, Recurring, 52), "deliveries, each with its own logs");
        assert_eq!(headline(Lang::En, Recurring, 1), "delivery, with its own logs");
        assert_eq!(headline(Lang::Sv, Continuous, 1), "leverans, dess loggar växer");
        assert_eq!(added(Lang::En, 23, 1), "run 23 added 1 recipient");
        assert_eq!(kept(Lang::Sv, 7_912), "behåller sina 7\u{a0}912 rader");
    }

    #[test]
    fn a_card_names_delivery_run_day_and_messages() {
        let at = SimTime::parse("2026-03-23 09:00").unwrap();
        assert_eq!(card(Lang::En, 13, 12, at, 6_102), "Delivery 13, run 12, 23 Mar 2026, 6,102 messages");
        assert_eq!(reason(Lang::En, Reason::Edited(at), at), "creative edited 23 Mar");
        assert_eq!(reason(Lang::Sv, Reason::First, at), "skapad 23 mars");
    }

    #[test]
    fn a_stratum_tells_what_is_purged() {
        let at = SimTime::parse("2026-03-23 09:00").unwrap();
        let of = |rows| Stratum { run: 12, at, below: 0, rows, added: 1_040, is_there: true };
        assert_eq!(first_run(Lang::En, &of(1_040)), "first run, 1,040 rows");
        assert_eq!(first_run(Lang::En, &of(0)), "first run, 1,040 rows, all purged");
        assert_eq!(first_run(Lang::Sv, &of(12)), "första körningen, 1\u{a0}040 rader, 12 kvar");
        assert_eq!(stratum(Lang::En, &of(1_040)), "Mon 23 Mar 2026: run 12 added 1,040 recipients");
        assert_eq!(stratum(Lang::En, &of(12)), "Mon 23 Mar 2026: run 12 added 1,040 recipients, 12 left");
    }

    #[test]
    fn a_recipient_is_named_by_what_is_known() {
        let named = |first: &str, last: &str, email: Option<&str>| {
            recipient(&Identity {
                first_name: first.into(),
                last_name: last.into(),
                email: email.map(Into::into),
            })
        };
        assert_eq!(named("Ada", "Lovelace", None), "Ada L.");
        assert_eq!(named("", "", Some("a@example.org")), "a@example.org");
        assert_eq!(named("", "Öberg", None), "Öberg");
    }
}
