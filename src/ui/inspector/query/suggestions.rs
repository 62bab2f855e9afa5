//! The values that recipients have, offered while a person types the value of a test.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::people::schema::LOYALTY_TIERS;
use crate::people::{AttributeKind, People};

/// The usual values of each text attribute that has few of them, the most frequent first.
pub type Suggestions = BTreeMap<String, Rc<[String]>>;

/// How many recipients are looked at.
const SAMPLE: u32 = 500;
/// An attribute with more values than this has no usual ones.
const MOST: usize = 40;

/// The usual values; none without people.
pub fn suggestions(people: Option<&People>) -> Suggestions {
    let Some(people) = people else { return Suggestions::new() };
    let texts = people.schema().iter().filter(|(_, attribute)| attribute.kind == AttributeKind::Text);
    texts
        .filter_map(|(idx, attribute)| {
            let mut counts: BTreeMap<String, u32> = BTreeMap::new();
            for recipient in 0..people.initial().min(SAMPLE) {
                let value = people.text(recipient, idx);
                if !value.is_empty() {
                    *counts.entry(value.into_owned()).or_default() += 1;
                }
            }
            let mut values: Vec<(String, u32)> = counts.into_iter().collect();
            values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            let is_usual = (1..=MOST).contains(&values.len());
            is_usual.then(|| (attribute.name.clone(), values.into_iter().map(|(value, _)| value).collect()))
        })
        .collect()
}

/// The loyalty tiers that are offered: those of generated recipients, and whatever others the present ones have.
pub fn tiers(known: &Suggestions) -> Vec<String> {
    let others = known.get("loyalty").into_iter().flat_map(|values| values.iter());
    let others = others.filter(|value| !LOYALTY_TIERS.contains(&value.as_str()));
    LOYALTY_TIERS.into_iter().map(str::to_owned).chain(others.cloned()).collect()
}
