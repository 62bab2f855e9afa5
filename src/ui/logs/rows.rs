//! The table of one log: the columns of the product, a page of rows.

use std::array;

use yew::prelude::*;

use super::LogPanelProps;
use super::tabs::place;
use crate::app::action::Action;
use crate::app::rows::{PersonPart, PersonView, RowsAction};
use crate::app::state::LogKind;
use crate::base::people_set::RecipientIdx;
use crate::engine::record::DeliveryIdx;
use crate::log::RunLog;
use crate::log::provenance::SourceRow;
use crate::log::rows::{BroadLogRow, ExclusionRow, MessageStatus, TrackingRow};
use crate::text::deliveries::stamp;
use crate::text::format::number;
use crate::text::logs::{
    BROAD_LOG_FIELDS, EXCLUSION_LOG_FIELDS, Logs, TABLES, TRACKING_LOG_FIELDS, nameless, own_url,
};
use crate::text::rows::row_name;
use crate::text::{self, activity};
use crate::ui::widgets::kind_mark::{hue, kind_of};
use crate::ui::widgets::paging::Paging;
use crate::ui::widgets::table::{Heading, absent, cell, head};

/// The table of the rows on a page.
pub(super) fn log_table(
    props: &LogPanelProps,
    words: &'static Logs,
    page: &[SourceRow],
    paging: Paging,
) -> Html {
    let at = place(props.kind);
    let headings: Vec<Heading> = match props.kind {
        LogKind::BroadLog => headings(words.broad_log, BROAD_LOG_FIELDS).into(),
        LogKind::TrackingLog => headings(words.tracking_log, TRACKING_LOG_FIELDS).into(),
        LogKind::ExclusionLog => headings(words.exclusion_log, EXCLUSION_LOG_FIELDS).into(),
    };
    let first = paging.rows().start;
    let rows = (first..).zip(page).map(|(place, source)| {
        let contents = match source {
            SourceRow::Message(log) => broad_log_row(props, words, source, log),
            SourceRow::Tracking(log) => tracking_row(props, words, source, log),
            SourceRow::Excluded(log) => exclusion_row(props, words, source, log),
        };
        let is_marked = props.rows.marked.is_some_and(|marked| marked.key == source.key());
        // The heading is the first row of the table.
        html! {
            <tr role="row" key={format!("{:?}", source.key())} aria-rowindex={(place + 2).to_string()}
                class={is_marked.then_some("is-marked")} aria-current={is_marked.then_some("true")}>
                { for headings.iter().zip(contents).map(|(&heading, content)| cell(heading, content)) }
            </tr>
        }
    });
    html! {
        <table role="table" class={classes!("stacking", "log-table", format!("log-{at}"))}
            aria-rowcount={(paging.total() + 1).to_string()}>
            <caption>
                <span class="table-name" translate="no">{ TABLES[at] }</span>{ " " }{ words.explained[at] }
            </caption>
            { head(&headings) }
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// The number of a row, as the button that leads to its moment.
fn go_to(props: &LogPanelProps, source: &SourceRow, shown: Html) -> Html {
    let (key, recipient, at) = (source.key(), source.recipient(), source.shown_from());
    let go = props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Mark { key, recipient, at }));
    let words = text::rows::of(props.lang);
    let name = format!("{}: {}, {}", words.go_to, row_name(props.lang, key), stamp(props.lang, at));
    html! { <button type="button" class="row-link" aria-label={name.clone()} title={name} onclick={go}>{ shown }</button> }
}

/// Headings; those of numbers are the rows' own ids.
fn headings<const N: usize>(labels: [&'static str; N], fields: [&'static str; N]) -> [Heading; N] {
    array::from_fn(|at| Heading { label: labels[at], field: fields[at], is_number: false })
}

fn broad_log_row(props: &LogPanelProps, words: &Logs, source: &SourceRow, log: &BroadLogRow) -> Vec<Html> {
    let lang = props.lang;
    let reason = match log.status {
        MessageStatus::Failed(reason) | MessageStatus::TakenIntoAccount(reason) => {
            coded(activity::failure_reason(lang, reason), reason.code())
        }
        _ => absent(),
    };
    let class = matches!(log.status, MessageStatus::Failed(_)).then_some("is-failed");
    vec![
        go_to(props, source, html! { number(lang, log.id) }),
        recipient(props, words, log.recipient),
        html! { <span {class}>{ coded(activity::message_status(lang, log.status), log.status.code()) }</span> },
        reason,
        html! { stamp(lang, log.last_modified) },
        foreign_key(props, log.delivery),
    ]
}

fn tracking_row(
    props: &LogPanelProps,
    words: &'static Logs,
    source: &SourceRow,
    log: &TrackingRow,
) -> Vec<Html> {
    let lang = props.lang;
    let url = match props.run.link_of(log.delivery, log.link) {
        Some(link) => {
            html! { <span class="url" title={link.to_owned()}>{ without_scheme(link).to_owned() }</span> }
        }
        None => html! { <span class="muted">{ own_url(words, log.url_type) }</span> },
    };
    vec![
        go_to(props, source, html! { number(lang, log.id) }),
        html! { stamp(lang, log.at) },
        recipient(props, words, log.recipient),
        coded(activity::url_type(lang, log.url_type), log.url_type.code()),
        url,
        html! { <span class="foreign-key">{ "→ " }{ number(lang, log.broad_log) }</span> },
    ]
}

fn exclusion_row(props: &LogPanelProps, words: &Logs, source: &SourceRow, log: &ExclusionRow) -> Vec<Html> {
    let lang = props.lang;
    vec![
        recipient(props, words, log.recipient),
        html! { number(lang, log.run.into()) },
        coded(activity::exclusion_reason(lang, log.reason), log.reason.code()),
        go_to(props, source, html! { stamp(lang, log.at) }),
    ]
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
    let person = PersonView { recipient: Some(recipient), part: PersonPart::Trail };
    let follow = props.send.reform(move |_: MouseEvent| Action::Rows(RowsAction::Look(Some(person))));
    let spoken = format!("{} {name}", text::rows::of(props.lang).follow);
    html! {
        <span class="recipient">
            <button type="button" class="row-link" aria-label={spoken.clone()} title={spoken} onclick={follow}>{ name }</button>
            { " " }<small class="muted">{ email }</small>
        </span>
    }
}

/// The delivery a row points to, in the hue of its branch: what tells the two kinds apart.
fn foreign_key(props: &LogPanelProps, delivery: DeliveryIdx) -> Html {
    let class = classes!("foreign-key", hue(kind_of(&props.run, delivery)));
    html! { <span {class} translate="no">{ "→ " }{ RunLog::internal_name(delivery) }</span> }
}
