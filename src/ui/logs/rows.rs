//! The table of one log: the columns of the product, a page of rows.

use std::array;

use yew::prelude::*;

use super::tabs::place;
use super::{LogPanelProps, WholeLogs};
use crate::app::state::LogKind;
use crate::base::people_set::RecipientIdx;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::rows::{BroadLogRow, ExclusionRow, MessageStatus, TrackingRow};
use crate::text::activity;
use crate::text::deliveries::stamp;
use crate::text::format::number;
use crate::text::logs::{
    BROAD_LOG_FIELDS, EXCLUSION_LOG_FIELDS, Logs, TABLES, TRACKING_LOG_FIELDS, nameless, own_url,
};
use crate::ui::widgets::kind_mark::{hue, kind_of};
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::table::{Heading, absent, head, row};

/// The table of the log that is shown.
pub(super) fn log_table(
    props: &LogPanelProps,
    words: &'static Logs,
    whole: &WholeLogs,
    paging: Paging,
) -> Html {
    let at = place(props.kind);
    let (headings, rows): (Vec<Heading>, Vec<Html>) = match props.kind {
        LogKind::BroadLog => {
            let headings = headings(words.broad_log, BROAD_LOG_FIELDS);
            let rows = props.run.broad_log(props.delivery, props.shown, paging.rows());
            let rows = rows.iter().map(|row| broad_log_row(props, words, &headings, row)).collect();
            (headings.into(), rows)
        }
        LogKind::TrackingLog => {
            let headings = headings(words.tracking_log, TRACKING_LOG_FIELDS);
            let rows = paging.of(&whole.tracking).iter();
            let rows = rows.map(|row| tracking_row(props, words, &headings, row)).collect();
            (headings.into(), rows)
        }
        LogKind::ExclusionLog => {
            let headings = headings(words.exclusion_log, EXCLUSION_LOG_FIELDS);
            let rows = paging.of(&whole.exclusions).iter();
            let rows = rows.map(|row| exclusion_row(props, words, &headings, row)).collect();
            (headings.into(), rows)
        }
    };
    html! {
        <table role="table" class={classes!("stacking", "log-table", format!("log-{at}"))}>
            <caption>
                <span class="table-name" translate="no">{ TABLES[at] }</span>{ " " }{ words.explained[at] }
            </caption>
            { head(&headings) }
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// Headings; those of numbers are the rows' own ids.
fn headings<const N: usize>(labels: [&'static str; N], fields: [&'static str; N]) -> [Heading; N] {
    array::from_fn(|at| Heading { label: labels[at], field: fields[at], is_number: false })
}

fn broad_log_row(props: &LogPanelProps, words: &Logs, headings: &[Heading], log: &BroadLogRow) -> Html {
    let lang = props.lang;
    let reason = match log.status {
        MessageStatus::Failed(reason) | MessageStatus::TakenIntoAccount(reason) => {
            coded(activity::failure_reason(lang, reason), reason.code())
        }
        _ => absent(),
    };
    let class = matches!(log.status, MessageStatus::Failed(_)).then_some("is-failed");
    let contents = vec![
        html! { number(lang, log.id) },
        recipient(props, words, log.recipient),
        html! { <span {class}>{ coded(activity::message_status(lang, log.status), log.status.code()) }</span> },
        reason,
        html! { stamp(lang, log.last_modified) },
        foreign_key(props, log.delivery),
    ];
    row(log.id, headings, contents)
}

fn tracking_row(
    props: &LogPanelProps,
    words: &'static Logs,
    headings: &[Heading],
    log: &TrackingRow,
) -> Html {
    let lang = props.lang;
    let delivery = props.run.record().deliveries.get(log.delivery);
    let link = log.link.and_then(|link| delivery?.creative.links.get(link));
    let url = match link {
        Some(link) => {
            html! { <span class="url" title={link.clone()}>{ without_scheme(link).to_owned() }</span> }
        }
        None => html! { <span class="muted">{ own_url(words, log.url_type) }</span> },
    };
    let contents = vec![
        html! { number(lang, log.id) },
        html! { stamp(lang, log.at) },
        recipient(props, words, log.recipient),
        coded(activity::url_type(lang, log.url_type), log.url_type.code()),
        url,
        html! { <span class="foreign-key">{ "→ " }{ number(lang, log.broad_log) }</span> },
    ];
    row(log.id, headings, contents)
}

fn exclusion_row(props: &LogPanelProps, words: &Logs, headings: &[Heading], log: &ExclusionRow) -> Html {
    let lang = props.lang;
    let contents = vec![
        recipient(props, words, log.recipient),
        html! { number(lang, log.run.into()) },
        coded(activity::exclusion_reason(lang, log.reason), log.reason.code()),
        html! { stamp(lang, log.at) },
    ];
    row(format!("{}-{}", log.run, log.recipient), headings, contents)
}

/// An address as short as a column wants it.
fn without_scheme(link: &str) -> &str {
    link.split_once("://").map_or(link, |(_, address)| address)
}

/// Words with the product's number for them.
fn coded(words: &'static str, code: u32) -> Html {
    html! { <>{ words }{ " " }<small class="code">{ code }</small></> }
}

fn recipient(props: &LogPanelProps, words: &Logs, recipient: RecipientIdx) -> Html {
    let identity = props.run.plan().people.identity(recipient);
    let name = format!("{} {}", identity.first_name, identity.last_name);
    let name = match name.trim() {
        "" => nameless(props.lang, u64::from(recipient) + 1),
        name => name.to_owned(),
    };
    let email = identity.email.unwrap_or_else(|| words.no_address.to_owned());
    html! { <span class="recipient"><span>{ name }</span>{ " " }<small class="muted">{ email }</small></span> }
}

/// The delivery a row points to, in the hue of its branch: what tells the two kinds apart.
fn foreign_key(props: &LogPanelProps, delivery: DeliveryIdx) -> Html {
    let class = classes!("foreign-key", hue(kind_of(&props.run, delivery)));
    html! { <span {class} translate="no">{ "→ " }{ RunLog::internal_name(delivery) }</span> }
}
