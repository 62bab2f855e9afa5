//! The properties of a delivery or of a template: approval, exclusions, rules, validity.

use std::rc::Rc;

use yew::prelude::*;

use crate::people::{Condition, Operator};
use crate::scenario::activity::sending::Channel;
use crate::scenario::properties::{ApprovalMode, DeliveryProperties, PressureRule};
use crate::text::activity::words::channel;
use crate::text::condition::describe;
use crate::text::format::capitalized;
use crate::text::inspector::sending as words;
use crate::ui::inspector::forms::rows::Row;
use crate::ui::inspector::forms::sheet::{RowsOf, Sheet};
use crate::ui::inspector::parts::row;

/// The longest validity, in days.
const MOST_DAYS: u32 = 365;
/// The most messages of a pressure rule, and the most days it looks back.
const MOST_PRESSURE: (u32, u32) = (100, 3_650);
/// The largest capacity of a day.
const MOST_A_DAY: u32 = 1_000_000_000;

/// The fields; the channel is only offered where the activity does not decide it.
pub fn property_fields(sheet: &Sheet<'_, DeliveryProperties>, has_channel: bool) -> Html {
    let (lang, now) = (sheet.pen.lang, &sheet.now);
    let words = words::of(lang);
    let channels = [Channel::Email, Channel::Sms, Channel::DirectMail];
    let channels = channels.map(|one| (one, capitalized(channel(lang, one))));
    let modes = [ApprovalMode::Automatic, ApprovalMode::SemiAutomatic, ApprovalMode::Manual];
    let modes = modes.map(|mode| (mode, words::approval(lang, mode).to_owned()));
    let duplicates = if now.excludes_duplicates { words.duplicates_on } else { words.duplicates_off };
    let opt_out = if now.has_opt_out_link { words.opt_out_on } else { words.opt_out_off };
    html! {
        <>
            if has_channel {
                { sheet.one_of("ins-channel", words.channel, now.channel, &channels, |next, one| next.channel = one) }
            }
            { sheet.one_of("ins-approval", words.approval, now.approval, &modes, |next, mode| next.approval = mode) }
            <p class="ins-hint">{ words::approval_means(lang, now.approval) }</p>
            { sheet.number("ins-validity-days", words.validity, now.validity_days, (1, MOST_DAYS), |next, days| {
                next.validity_days = days;
            }) }
            { sheet.number("ins-postponed", words.postponed, now.postponed_hours, (0, MOST_DAYS * 24), |next, hours| {
                next.postponed_hours = hours;
            }) }
            { sheet.tick("ins-duplicates", words.duplicates, now.excludes_duplicates, duplicates, |next| {
                next.excludes_duplicates = !next.excludes_duplicates;
            }) }
            { sheet.tick("ins-opt-out", words.opt_out, now.has_opt_out_link, opt_out, |next| {
                next.has_opt_out_link = !next.has_opt_out_link;
            }) }
            { pressure(sheet) }
            { capacity(sheet) }
            { filtering_rules(sheet) }
        </>
    }
}

fn pressure(sheet: &Sheet<'_, DeliveryProperties>) -> Html {
    let words = words::of(sheet.pen.lang);
    let rule = sheet.now.pressure;
    let means = if rule.is_some() { words.pressure_on } else { words.pressure_off };
    html! {
        <>
            { sheet.tick("ins-pressure", words.pressure, rule.is_some(), means, |next| {
                next.pressure = match next.pressure {
                    None => Some(PressureRule { messages: 2, days: 7 }),
                    Some(_) => None,
                };
            }) }
            if let Some(rule) = rule {
                { row(html! {
                    <>
                        { sheet.number("ins-pressure-messages", words.messages, rule.messages, (1, MOST_PRESSURE.0), |next, messages| {
                            next.pressure.iter_mut().for_each(|rule| rule.messages = messages);
                        }) }
                        { sheet.number("ins-pressure-days", words.days, rule.days, (1, MOST_PRESSURE.1), |next, days| {
                            next.pressure.iter_mut().for_each(|rule| rule.days = days);
                        }) }
                    </>
                }) }
            }
        </>
    }
}

fn capacity(sheet: &Sheet<'_, DeliveryProperties>) -> Html {
    let words = words::of(sheet.pen.lang);
    let most = sheet.now.capacity_per_day;
    let means = if most.is_some() { words.capacity_on } else { words.capacity_off };
    html! {
        <>
            { sheet.tick("ins-capacity", words.capacity, most.is_some(), means, |next| {
                next.capacity_per_day = match next.capacity_per_day {
                    None => Some(1_000),
                    Some(_) => None,
                };
            }) }
            if let Some(most) = most {
                { sheet.number("ins-capacity-day", words.a_day, most, (1, MOST_A_DAY), |next, most| {
                    next.capacity_per_day = Some(most);
                }) }
            }
        </>
    }
}

fn filtering_rules(sheet: &Sheet<'_, DeliveryProperties>) -> Html {
    let lang = sheet.pen.lang;
    let words = words::of(lang);
    let schema = sheet.props.scenario.population.schema();
    html! {
        <>
            <p class="ins-label">{ words.rules }</p>
            { sheet.rows(RowsOf {
                id: "ins-rules".to_owned(),
                label: words.rules,
                none: words.no_rules,
                add: words.add_rule,
                is_ordered: false,
                list: |next, _| Some(&mut next.filtering_rules),
                of: 0,
                fresh: Rc::new(|_| Condition::is("newsletter", Operator::IsFalse)),
                row: &|place, rule: &Condition| Row {
                    name: capitalized(&describe(lang, &schema, rule)).into(),
                    head: html! { <span>{ words.excludes }</span> },
                    body: sheet.condition(format!("ins-rule-{place}"), words.excludes, rule, move |next, rule| {
                        next.filtering_rules.get_mut(place).into_iter().for_each(|old| *old = rule.clone());
                    }),
                },
            }) }
        </>
    }
}
