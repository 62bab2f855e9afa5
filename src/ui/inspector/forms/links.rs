//! One question of a Query to a linked table: lists, subscriptions, the delivery log, the tracking log.

use yew::prelude::*;

use super::lookup::{deliveries, lists, none_if_empty, services};
use super::rows::Row;
use super::sheet::Sheet;
use crate::scenario::Scenario;
use crate::scenario::activity::QuerySettings;
use crate::scenario::activity::targeting::LinkFilter;
use crate::text::activity::words::link_filter;
use crate::text::format::capitalized;
use crate::text::inspector::forms::targeting as words;

/// The most days a question to a log may go back.
const MOST_DAYS: u32 = 3_650;
/// How many days a fresh question goes back.
const USUAL_DAYS: u32 = 30;

/// The row.
pub fn link_row(sheet: &Sheet<'_, QuerySettings>, place: usize, link: &LinkFilter) -> Row {
    let lang = sheet.pen.lang;
    let scenario: &Scenario = &sheet.props.scenario;
    let id = format!("ins-link-{place}");
    let questions = questions(scenario, link);
    let kind = questions.iter().position(|one| one == link).unwrap_or_default();
    let values: Vec<(usize, String)> =
        questions.iter().map(|one| words::link(lang, one).to_owned()).enumerate().collect();
    let head = sheet.one_of(id.clone(), words::of(lang).link, kind, &values, move |query, kind| {
        if let (Some(link), Some(next)) = (query.links.get_mut(place), questions.get(kind)) {
            *link = next.clone();
        }
    });
    Row {
        name: capitalized(&link_filter(lang, scenario, link)).into(),
        head,
        body: body(sheet, &id, place, link),
    }
}

fn body(sheet: &Sheet<'_, QuerySettings>, id: &str, place: usize, link: &LinkFilter) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let scenario: &Scenario = &sheet.props.scenario;
    match link {
        LinkFilter::InList { list, .. } => {
            let entries = lists(lang, scenario, list);
            sheet.choice(format!("{id}-list"), words.list, list.clone(), entries, move |query, chosen| {
                if let Some(LinkFilter::InList { list, .. }) = query.links.get_mut(place) {
                    chosen.clone_into(list);
                }
            })
        }
        LinkFilter::Subscribed { service, .. } => {
            let entries = services(lang, scenario, service);
            sheet.choice(
                format!("{id}-service"),
                words.service,
                service.clone(),
                entries,
                move |query, chosen| {
                    if let Some(LinkFilter::Subscribed { service, .. }) = query.links.get_mut(place) {
                        chosen.clone_into(service);
                    }
                },
            )
        }
        LinkFilter::Received { activity, days, .. } | LinkFilter::Reacted { activity, days, .. } => {
            let set = activity.clone().unwrap_or_default();
            let entries = deliveries(lang, scenario, words.any_delivery, &set);
            html! {
                <>
                    { sheet.choice(format!("{id}-delivery"), words.delivery, set, entries, move |query, chosen| {
                        if let Some((activity, _)) = query.links.get_mut(place).and_then(asked_of_log) {
                            *activity = none_if_empty(chosen);
                        }
                    }) }
                    { sheet.number(format!("{id}-days"), words.days_back, *days, (1, MOST_DAYS), move |query, typed| {
                        if let Some((_, days)) = query.links.get_mut(place).and_then(asked_of_log) {
                            *days = typed;
                        }
                    }) }
                </>
            }
        }
    }
}

fn asked_of_log(link: &mut LinkFilter) -> Option<(&mut Option<String>, &mut u32)> {
    match link {
        LinkFilter::Received { activity, days, .. } | LinkFilter::Reacted { activity, days, .. } => {
            Some((activity, days))
        }
        _ => None,
    }
}

/// The questions there are, with what this one says kept where another has room for it.
fn questions(scenario: &Scenario, link: &LinkFilter) -> Vec<LinkFilter> {
    let first = |names: Vec<&str>| names.first().map(|name| (*name).to_owned()).unwrap_or_default();
    let list = match link {
        LinkFilter::InList { list, .. } => list.clone(),
        _ => first(scenario.list_names()),
    };
    let service = match link {
        LinkFilter::Subscribed { service, .. } => service.clone(),
        _ => first(scenario.services.iter().map(|one| one.name.as_str()).collect()),
    };
    let (activity, days) = match link {
        LinkFilter::Received { activity, days, .. } | LinkFilter::Reacted { activity, days, .. } => {
            (activity.clone(), *days)
        }
        _ => (None, USUAL_DAYS),
    };
    let both = [false, true];
    let in_list = both.map(|not| LinkFilter::InList { list: list.clone(), not });
    let subscribed = both.map(|not| LinkFilter::Subscribed { service: service.clone(), not });
    let received = both.map(|not| LinkFilter::Received { activity: activity.clone(), days, not });
    let reacted = both.map(|not| LinkFilter::Reacted { activity: activity.clone(), days, not });
    [in_list, subscribed, received, reacted].into_iter().flatten().collect()
}
