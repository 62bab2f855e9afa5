//! The tables of the reports: each figure with what it is a part of, the rate, and its definition.

use yew::prelude::*;

use super::ReportsProps;
use crate::log::breakdown::{Breakdown, UrlClicks};
use crate::log::indicators::{Basis, BasisPoints, Indicator, IndicatorId, Tally};
use crate::text::format::number;
use crate::text::reports::Reports as Words;
use crate::text::{self, Lang, activity, indicator};

const SUMMARY: [IndicatorId; 8] = [
    IndicatorId::InitialPopulation,
    IndicatorId::Rejected,
    IndicatorId::ToDeliver,
    IndicatorId::Processed,
    IndicatorId::Success,
    IndicatorId::Errors,
    IndicatorId::HardBounces,
    IndicatorId::SoftBounces,
];
const TRACKING: [IndicatorId; 11] = [
    IndicatorId::Opens,
    IndicatorId::EstimatedOpens,
    IndicatorId::RecipientClicks,
    IndicatorId::CumulatedClicks,
    IndicatorId::Clickers,
    IndicatorId::RawReactivity,
    IndicatorId::EstimatedReactivity,
    IndicatorId::Unsubscriptions,
    IndicatorId::PeopleReached,
    IndicatorId::PeopleOpened,
    IndicatorId::PeopleClicked,
];

pub(super) fn summary(props: &ReportsProps, words: &'static Words, tally: &Tally) -> Html {
    card("summary", words, 0, indicators(props, words, tally, &SUMMARY))
}

pub(super) fn tracking(props: &ReportsProps, words: &'static Words, tally: &Tally) -> Html {
    let body = html! {
        <>
            { indicators(props, words, tally, &TRACKING) }
            <p class="muted small">{ indicator::sum_or_people(props.lang) }</p>
        </>
    };
    card("tracking", words, 1, body)
}

/// A report with its heading and what it is.
fn card(name: &'static str, words: &'static Words, at: usize, body: Html) -> Html {
    html! {
        <article class="report-card" data-report={name}>
            <h3>{ words.reports[at] }</h3>
            <p class="muted small">{ words.explained[at] }</p>
            { body }
        </article>
    }
}

fn indicators(props: &ReportsProps, words: &'static Words, tally: &Tally, ids: &[IndicatorId]) -> Html {
    let (lang, basis) = (props.lang, props.reporting.basis);
    html! {
        <table class="report-table">
            { headings(&words.columns, 1) }
            <tbody>
                { for ids.iter().map(|id| indicator_row(lang, basis, tally.indicator(*id, basis))) }
            </tbody>
        </table>
    }
}

fn indicator_row(lang: Lang, basis: Basis, one: Indicator) -> Html {
    let of = text::reports::denominator(lang, one.id, basis);
    html! {
        <tr key={one.id.code()} data-indicator={one.id.code()}>
            <th scope="row">
                <span class="indicator-name">{ indicator::name(lang, one.id) }</span>
                <small class="definition">{ indicator::definition(lang, one.id) }</small>
            </th>
            <td class="number">{ number(lang, one.numerator) }</td>
            <td class="number of">
                if let Some(whole) = one.denominator {
                    <span>{ "/ " }{ number(lang, whole) }</span>
                    <small>{ of }</small>
                }
            </td>
            <td class="number rate">{ one.rate().map(|rate| indicator::rate(lang, rate)) }</td>
        </tr>
    }
}

/// Headings; those after the first `words` stand over numbers.
fn headings(names: &[&'static str], words: usize) -> Html {
    html! {
        <thead>
            <tr>
                { for names.iter().enumerate().map(|(at, name)| html! {
                    <th key={at} scope="col" class={(at >= words).then_some("number")}>{ *name }</th>
                }) }
            </tr>
        </thead>
    }
}

pub(super) fn failures(
    props: &ReportsProps,
    words: &'static Words,
    tally: &Tally,
    parts: &Breakdown,
) -> Html {
    let lang = props.lang;
    let failed = tally.figures.failed;
    let reasons = parts.failures.iter().map(|(reason, count)| {
        let name = html! { <>{ activity::failure_reason(lang, *reason) }{ " " }<small class="code">{ reason.code() }</small></> };
        (name, *count)
    });
    let domains = parts
        .domains
        .iter()
        .map(|(domain, count)| (html! { <span class="url">{ domain.clone() }</span> }, *count));
    let left_out = parts.left_out.iter().map(|(reason, count)| {
        let name = html! { <>{ activity::exclusion_reason(lang, *reason) }{ " " }<small class="code">{ reason.code() }</small></> };
        (name, *count)
    });
    let [reason, messages, share] = words.failures;
    let body = html! {
        <>
            if parts.failures.is_empty() {
                <p class="nothing muted">{ words.no_failures }</p>
            } else {
                { shares(lang, "reasons", [reason, messages, share], reasons, failed) }
            }
            if !parts.domains.is_empty() {
                { shares(lang, "domains", [words.domain, messages, share], domains, failed) }
            }
            if !parts.left_out.is_empty() {
                <h4>{ words.left_out }</h4>
                { shares(lang, "left-out", [reason, words.recipients, words.columns[3]], left_out, tally.initial_population()) }
                <p class="muted small">{ words.left_out_what }</p>
            }
        </>
    };
    card("failures", words, 3, body)
}

/// Counts with their share in a whole.
fn shares(
    lang: Lang,
    name: &'static str,
    columns: [&'static str; 3],
    rows: impl Iterator<Item = (Html, u64)>,
    whole: u64,
) -> Html {
    html! {
        <table class="report-table" data-shares={name}>
            { headings(&columns, 1) }
            <tbody>
                { for rows.enumerate().map(|(at, (name, count))| html! {
                    <tr key={at}>
                        <th scope="row">{ name }</th>
                        <td class="number">{ number(lang, count) }</td>
                        <td class="number rate">{ share(lang, count, whole) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// A count in its whole, and the rate: `12 / 48`, `25.00%`.
fn share(lang: Lang, count: u64, whole: u64) -> Html {
    let rate = BasisPoints::of(count, whole).map(|rate| indicator::rate(lang, rate));
    html! { <><small class="of-whole">{ "/ " }{ number(lang, whole) }</small>{ " " }{ rate }</> }
}

/// An address that is broken after its parts, where there is little room.
fn breakable(url: &str) -> Html {
    let parts = url.split_inclusive('/').map(|part| html! { <>{ part.to_owned() }<wbr /></> });
    parts.collect()
}

pub(super) fn links(props: &ReportsProps, words: &'static Words, tally: &Tally, parts: &Breakdown) -> Html {
    let lang = props.lang;
    let whole =
        tally.indicator(IndicatorId::RecipientClicks, props.reporting.basis).denominator.unwrap_or_default();
    let all = tally.cumulated_clicks;
    let row = |(at, one): (usize, &UrlClicks)| {
        let name = match &one.url {
            Some(url) => html! { <span class="url">{ breakable(url) }</span> },
            None => html! { <span class="muted">{ words.no_link }</span> },
        };
        html! {
            <tr key={at}>
                <th scope="row">{ name }</th>
                <td class="number">{ number(lang, one.clicks) }</td>
                <td class="number rate">{ share(lang, one.clicks, all) }</td>
                <td class="number">{ number(lang, one.messages) }</td>
                <td class="number rate">{ share(lang, one.messages, whole) }</td>
            </tr>
        }
    };
    let body = if parts.urls.is_empty() {
        html! { <p class="nothing muted">{ words.no_links }</p> }
    } else {
        html! {
            <div class="table-scroll" role="region" aria-label={words.reports[4]} tabindex="0">
                <table class="report-table" data-shares="links">
                    { headings(&words.links, 1) }
                    <tbody>{ for parts.urls.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
        }
    };
    card("urls", words, 4, body)
}
