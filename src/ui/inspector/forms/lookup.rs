//! What a form may refer to: lists, services, deliveries, activities that lead here, attributes.

use crate::people::Schema;
use crate::scenario::Scenario;
use crate::text::Lang;
use crate::text::activity::words;
use crate::text::condition;
use crate::text::format::capitalized;
use crate::text::inspector::forms as shared;
use crate::ui::inspector::choice::Entry;

/// Entries in which what is set always has a place, also where it does not exist.
pub fn with_set(lang: Lang, mut entries: Vec<Entry>, set: &str) -> Vec<Entry> {
    if entries.iter().all(|entry| entry.value != set) {
        let text = match set {
            "" => shared::of(lang).nothing.to_owned(),
            _ => shared::missing(lang, set),
        };
        entries.insert(0, Entry::new(set.to_owned(), text));
    }
    entries
}

/// The lists, with those that a List update makes.
pub fn lists(lang: Lang, scenario: &Scenario, set: &str) -> Vec<Entry> {
    let names = scenario.list_names();
    let entry = |name: &&str| Entry::new((*name).to_owned(), words::list(scenario, name).to_owned());
    with_set(lang, names.iter().map(entry).collect(), set)
}

/// The information services.
pub fn services(lang: Lang, scenario: &Scenario, set: &str) -> Vec<Entry> {
    let names = scenario.services.iter().map(|service| service.name.as_str());
    let entry = |name: &str| Entry::new(name.to_owned(), words::service(scenario, name).to_owned());
    with_set(lang, names.map(entry).collect(), set)
}

/// The activities that make deliveries, after an entry for any of them.
pub fn deliveries(lang: Lang, scenario: &Scenario, any: &'static str, set: &str) -> Vec<Entry> {
    let activities = scenario.workflow.activities.iter().filter(|one| one.settings.kind().is_delivery());
    let entries = activities.map(|one| called(scenario, &one.name));
    with_set(lang, std::iter::once(Entry::new("", any)).chain(entries).collect(), set)
}

/// The activities that lead to one, after an entry for none chosen.
pub fn inbound(lang: Lang, scenario: &Scenario, to: &str, none: &'static str, set: &str) -> Vec<Entry> {
    let mut entries = vec![Entry::new("", none)];
    for transition in scenario.workflow.transitions.iter().filter(|one| one.to == to) {
        let entry = called(scenario, &transition.from);
        if !entries.contains(&entry) {
            entries.push(entry);
        }
    }
    with_set(lang, entries, set)
}

/// The attributes of recipients that pass a test.
pub fn attributes(lang: Lang, schema: &Schema, is_offered: impl Fn(&str) -> bool, set: &str) -> Vec<Entry> {
    let names = schema.attributes().iter().map(|one| one.name.as_str()).filter(|name| is_offered(name));
    let entry = |name: &str| Entry::new(name.to_owned(), capitalized(condition::attribute(lang, name)));
    with_set(lang, names.map(entry).collect(), set)
}

fn called(scenario: &Scenario, name: &str) -> Entry {
    Entry::new(name.to_owned(), words::label_of(scenario, name).to_owned())
}

/// What an empty choice stands for.
pub fn none_if_empty(chosen: &str) -> Option<String> {
    (!chosen.is_empty()).then(|| chosen.to_owned())
}
