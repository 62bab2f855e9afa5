//! The forms of Read list, List update and Subscription services.

use std::rc::Rc;

use yew::prelude::*;

use super::lookup::{lists, services};
use super::sheet::{About, Sheet};
use crate::scenario::activity::targeting::{
    ListUpdateSettings, ReadListSettings, SubscriptionAction, SubscriptionSettings,
};
use crate::text::activity::words::list;
use crate::text::inspector::forms as shared;
use crate::text::inspector::forms::targeting as words;
use crate::ui::inspector::field::Look;
use crate::ui::inspector::reading;

/// The Read list.
pub fn read_list(sheet: &Sheet<'_, ReadListSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let set = &sheet.now.list;
    html! {
        <>
            { sheet.choice("ins-list", words.list, set.clone(), lists(lang, &sheet.props.scenario, set), |read, chosen| {
                chosen.clone_into(&mut read.list);
            }) }
            if sheet.props.scenario.list_names().is_empty() {
                <p class="ins-hint">{ words.no_list }</p>
            }
        </>
    }
}

/// The List update; its list need not be there yet.
pub fn list_update(sheet: &Sheet<'_, ListUpdateSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let now = &sheet.now;
    let scenario = &sheet.props.scenario;
    let known: Rc<[String]> = scenario.lists.iter().map(|one| one.name.clone()).collect();
    let hint = if known.contains(&now.list) {
        words::list_is_there(lang, list(scenario, &now.list))
    } else {
        words.list_is_made.to_owned()
    };
    let read = sheet.reader(|update, typed| {
        update.list = reading::required(typed)?;
        Ok(())
    });
    let about = About { hint: Some(hint.into()), suggestions: Some(known) };
    let purges = now.purge;
    html! {
        <>
            { sheet.told("ins-list", words.list, Look::Text, now.list.clone(), read, about) }
            { sheet.tick("ins-purge", words.purge, purges, if purges { words.purged } else { words.appended }, |update| {
                update.purge = !purges;
            }) }
            { outbound(sheet, now.outbound, |update, on| update.outbound = on) }
        </>
    }
}

/// Subscription services.
pub fn subscription(sheet: &Sheet<'_, SubscriptionSettings>) -> Html {
    let (lang, words) = (sheet.pen.lang, words::of(sheet.pen.lang));
    let now = &sheet.now;
    let entries = services(lang, &sheet.props.scenario, &now.service);
    let actions = [
        (SubscriptionAction::Subscribe, words.subscription),
        (SubscriptionAction::Unsubscribe, words.unsubscription),
    ];
    html! {
        <>
            { sheet.choice("ins-service", words.service, now.service.clone(), entries, |update, chosen| {
                chosen.clone_into(&mut update.service);
            }) }
            if sheet.props.scenario.services.is_empty() {
                <p class="ins-hint">{ words.no_service }</p>
            }
            { sheet.sides(words.operation, now.action, &actions, |update, action| update.action = action) }
            { outbound(sheet, now.outbound, |update, on| update.outbound = on) }
        </>
    }
}

/// *Generate an outbound transition*.
pub fn outbound<S: Clone + 'static>(sheet: &Sheet<'_, S>, on: bool, change: fn(&mut S, bool)) -> Html {
    let words = shared::of(sheet.pen.lang);
    let means = if on { "" } else { words.no_outbound };
    sheet.tick("ins-outbound", words.outbound, on, means, |next| change(next, !on))
}
