//! The list of time zones, with one that nobody knows kept as it is.

use crate::schedule::{Zone, ZoneName};
use crate::ui::inspector::choice::Entry;

/// The value that stands for no zone.
pub const NONE: &str = "";

/// The zones; `none` is what stands for no choice, `applied` may be a name that is not known.
pub fn entries(none: &'static str, applied: Option<&ZoneName>) -> Vec<Entry> {
    let known = Zone::ALL.map(Zone::name);
    let unknown = applied.map(ZoneName::as_str).filter(|name| !known.contains(name));
    let known = known.into_iter().map(|name| Entry::new(name, name));
    let unknown = unknown.map(|name| Entry::new(name.to_owned(), name.to_owned()));
    [Entry::new(NONE, none)].into_iter().chain(known).chain(unknown).collect()
}

/// What a choice of the list says.
pub fn chosen(value: &str) -> Option<ZoneName> {
    Some(value).filter(|value| *value != NONE).map(ZoneName::new)
}

/// What stands for the zone in the list.
pub fn applied(zone: Option<&ZoneName>) -> String {
    zone.map_or(NONE, ZoneName::as_str).to_owned()
}
