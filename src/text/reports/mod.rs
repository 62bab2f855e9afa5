//! Words of the reports: what is reported on, the tables, the buttons.

pub mod charts;
mod en;
mod sv;
pub mod why;

use self::en::EN;
use self::sv::SV;
use super::Lang;
use super::format::{counted, counted_sv, number};
use super::indicator::rate;
use crate::log::indicators::{Basis, BasisPoints, IndicatorId};
use crate::text::lang::Wording;
use crate::text::lang::say;
use crate::text::lang::words;

words! {
    /// The words.
    #[derive(Debug)]
    pub struct Reports {
        /// The panel.
        pub heading: &'static str,
        /// What the panel is for.
        pub lead: &'static str,
        /// Names the choice of what is reported on.
        pub subject: &'static str,
        /// Every delivery.
        pub all: &'static str,
        /// Deliveries of one's own choice.
        pub picked: &'static str,
        /// Names the group of single deliveries.
        pub single: &'static str,
        /// Names the groups of deliveries that are added up.
        pub cumulated: &'static str,
        /// Names the list of deliveries to choose from.
        pub pick: &'static str,
        /// Button: chooses all of the page.
        pub pick_page: &'static str,
        /// Button: chooses none.
        pub pick_none: &'static str,
        /// Where nothing is chosen.
        pub nothing_picked: &'static str,
        /// Names the pager of that list.
        pub pager: &'static str,
        /// Names the switch of what rates on reception are taken on.
        pub basis: &'static str,
        /// What the switch does.
        pub basis_what: &'static str,
        /// Button: the report as a file for machines.
        pub save: &'static str,
        /// Button: prints.
        pub print: &'static str,
        /// Before there is any delivery.
        pub none_yet: &'static str,
        /// What to do then.
        pub none_yet_remedy: &'static str,
        /// The comparison of how many reports each activity has.
        pub kinds: &'static str,
        /// Its columns: activity, reports, rows in each, open rate in each, open rate cumulated.
        pub kind_columns: [&'static str; 5],
        /// What follows from it.
        pub kinds_what: &'static str,
        /// Button: shows the cumulated report of an activity.
        pub show: &'static str,
        /// The reports: summary, tracking, throughput, non-deliverables, links.
        pub reports: [&'static str; 5],
        /// What each of them is.
        pub explained: [&'static str; 5],
        /// Columns of indicators: indicator, count, of, rate.
        pub columns: [&'static str; 4],
        /// Columns of failures: reason, messages, share.
        pub failures: [&'static str; 3],
        /// Heads the failures by domain.
        pub domain: &'static str,
        /// Heads those left out before anything was sent.
        pub left_out: &'static str,
        /// Stands under them: they are no errors.
        pub left_out_what: &'static str,
        /// Heads their column of counts.
        pub recipients: &'static str,
        /// Where nothing failed and nobody was left out.
        pub no_failures: &'static str,
        /// Columns of links: link, clicks, share of clicks, messages, share of the denominator.
        pub links: [&'static str; 5],
        /// Where nothing was clicked.
        pub no_links: &'static str,
        /// A click in a message without links.
        pub no_link: &'static str,
        /// The heading over the charts.
        pub charts: &'static str,
        /// Button: counts what takes long.
        pub count: &'static str,
        /// Names the choice between chart and table.
        pub form: &'static str,
        /// The chart.
        pub chart: &'static str,
        /// The table.
        pub table: &'static str,
        /// Button: saves the chart as lines.
        pub svg: &'static str,
        /// Button: saves it as points.
        pub png: &'static str,
        /// Where a chart has nothing to show.
        pub empty: &'static str,
        /// Names the choice of the rows of the grid.
        pub rows: &'static str,
        /// A row for each activity.
        pub by_activity: &'static str,
        /// A row for each delivery.
        pub by_delivery: &'static str,
        /// Before the moment of the figures.
        pub as_of: &'static str,
        /// On paper: the activities.
        pub workflow: &'static str,
    }
}

/// The words in a language.
pub fn of(lang: Lang) -> &'static Reports {
    lang.words(&EN, &SV)
}

/// What the denominator of an indicator counts; nothing for a count.
pub fn denominator(lang: Lang, id: IndicatorId, basis: Basis) -> &'static str {
    match id {
        IndicatorId::InitialPopulation | IndicatorId::CumulatedClicks | IndicatorId::PeopleReached => "",
        IndicatorId::Rejected | IndicatorId::ToDeliver => {
            lang.pick("of the initial population", "av den ursprungliga populationen")
        }
        IndicatorId::Processed
        | IndicatorId::Success
        | IndicatorId::Errors
        | IndicatorId::HardBounces
        | IndicatorId::SoftBounces => lang.pick("of messages to deliver", "av meddelanden att leverera"),
        IndicatorId::Opens
        | IndicatorId::EstimatedOpens
        | IndicatorId::RecipientClicks
        | IndicatorId::Clickers
        | IndicatorId::Unsubscriptions => super::indicator::basis(lang, basis),
        IndicatorId::RawReactivity => lang.pick("of distinct opens", "av unika öppningar"),
        IndicatorId::EstimatedReactivity => lang.pick("of estimated opens", "av uppskattade öppningar"),
        IndicatorId::PeopleOpened | IndicatorId::PeopleClicked => {
            lang.pick("of different people reached", "av olika personer som nåtts")
        }
    }
}

/// All deliveries of an activity together.
pub fn all_of(lang: Lang, activity: &str, count: u64) -> String {
    match lang.wording() {
        Wording::En => format!("{activity}: {}", counted(lang, count, "delivery", "deliveries")),
        Wording::Sv => format!("{activity}: {}", counted_sv(count, "leverans", "leveranser")),
    }
}

/// What is reported on: one report, or several added up.
pub fn standing(lang: Lang, deliveries: u64, runs: u64) -> String {
    match lang.wording() {
        Wording::En if deliveries == 1 => {
            say!(
                lang,
                "One report: 1 delivery, written by {runs}.",
                runs = counted(lang, runs, "run", "runs")
            )
        }
        Wording::En => say!(
            lang,
            "Cumulated: {deliveries} added up, written by {runs}.",
            deliveries = counted(lang, deliveries, "delivery", "deliveries"),
            runs = counted(lang, runs, "run", "runs")
        ),
        Wording::Sv if deliveries == 1 => {
            format!("En rapport: 1 leverans, skriven av {}.", counted_sv(runs, "körning", "körningar"))
        }
        Wording::Sv => format!(
            "Sammanlagt: {} summerade, skrivna av {}.",
            counted_sv(deliveries, "leverans", "leveranser"),
            counted_sv(runs, "körning", "körningar")
        ),
    }
}

/// How many deliveries are chosen.
pub fn picked(lang: Lang, count: u64) -> String {
    counted(
        lang,
        count,
        lang.either("delivery chosen", "leverans vald"),
        lang.either("deliveries chosen", "leveranser valda"),
    )
}

/// From the smallest to the largest, or the one there is.
pub fn range(lang: Lang, least: u64, most: u64) -> String {
    if least == most {
        return number(lang, most);
    }
    format!("{}–{}", number(lang, least), number(lang, most))
}

/// From the lowest rate to the highest, or the one there is.
pub fn rate_range(lang: Lang, least: BasisPoints, most: BasisPoints) -> String {
    if least == most {
        return rate(lang, most);
    }
    format!("{} – {}", rate(lang, least), rate(lang, most))
}

/// Why something is not counted at once.
pub fn many_messages(lang: Lang, messages: u64) -> String {
    match lang.wording() {
        Wording::En => say!(
            lang,
            "The reports look at each of {messages} messages. That takes a moment, so they are not counted while the year plays.",
            messages = number(lang, messages)
        ),
        Wording::Sv => format!(
            "Rapporterna tittar på vart och ett av {} meddelanden. Det tar en stund, så de räknas inte medan året spelas.",
            number(lang, messages)
        ),
    }
}

/// Under the scenario's name on paper.
pub fn scenario_line(lang: Lang, weeks: u32, seed: u64, recipients: u64) -> String {
    let weeks = match lang.wording() {
        Wording::En => counted(lang, weeks.into(), "week", "weeks"),
        Wording::Sv => counted_sv(weeks.into(), "vecka", "veckor"),
    };
    match lang.wording() {
        Wording::En => say!(
            lang,
            "{weeks}, {recipients}, seed {seed}",
            weeks,
            recipients = counted(lang, recipients, "recipient", "recipients"),
            seed
        ),
        Wording::Sv => format!("{weeks}, {}, frö {seed}", counted_sv(recipients, "mottagare", "mottagare")),
    }
}
