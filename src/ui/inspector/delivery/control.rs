//! The form of the Delivery control: which delivery, and what is done to it.

use yew::prelude::*;

use super::Delivering;
use crate::scenario::activity::Settings;
use crate::scenario::activity::sending::{ControlAction, ControlledDelivery, DeliveryControlSettings};
use crate::text::activity::words::control_action;
use crate::text::inspector::{forms, sending as words};
use crate::text::label;
use crate::ui::inspector::choice::Entry;
use crate::ui::inspector::parts::section;

/// The section.
pub fn control_section(delivering: &Delivering<'_>, control: &DeliveryControlSettings) -> Html {
    let lang = delivering.pen.lang;
    let words = words::of(lang);
    let sheet = delivering.sheet(control, Settings::DeliveryControl);
    let entries = activities(delivering, &control.delivery);
    let is_explicit = matches!(control.delivery, ControlledDelivery::Explicit { .. });
    let which = vec![Entry::new("transition", words.from_transition), Entry::new("explicit", words.explicit)];
    let first = entries.first().map(|entry| entry.value.to_string());
    let actions = [ControlAction::Start, ControlAction::Pause, ControlAction::Stop];
    let actions = actions.map(|one| (one, control_action(lang, one)));
    let body = html! {
        <>
            { sheet.choice("ins-which", words.which, if is_explicit { "explicit" } else { "transition" }, which, move |next, chosen| {
                next.delivery = match chosen {
                    "explicit" => ControlledDelivery::Explicit { activity: first.clone().unwrap_or_default() },
                    _ => ControlledDelivery::FromTransition,
                };
            }) }
            if let ControlledDelivery::Explicit { activity } = &control.delivery {
                { sheet.choice("ins-controlled", words.activity, activity.clone(), entries.clone(), |next, chosen| {
                    next.delivery = ControlledDelivery::Explicit { activity: chosen.to_owned() };
                }) }
                if entries.iter().all(|entry| entry.value.is_empty()) {
                    <p class="ins-hint">{ words.no_delivery }</p>
                }
            }
            { sheet.sides(words.action, control.action, &actions, |next, action| next.action = action) }
            <p class="ins-hint">{ words.skipped }</p>
        </>
    };
    section(words.controlled, body)
}

/// The activities that make deliveries, and the one that is chosen though it makes none or is not there.
fn activities(delivering: &Delivering<'_>, chosen: &ControlledDelivery) -> Vec<Entry> {
    let scenario = &delivering.scenario;
    let making = scenario.workflow.activities.iter().filter(|one| one.settings.kind().is_delivery());
    let called = |name: &str| Entry::new(name.to_owned(), label::of_activity(scenario, name).to_owned());
    let mut entries: Vec<Entry> = making.map(|one| called(&one.name)).collect();
    if let ControlledDelivery::Explicit { activity } = chosen
        && entries.iter().all(|entry| *entry.value != **activity)
    {
        let text = forms::missing(delivering.pen.lang, activity);
        entries.push(Entry::new(activity.clone(), text));
    }
    entries
}
