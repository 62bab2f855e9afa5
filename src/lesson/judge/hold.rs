//! Whether a statement of a course holds for a scenario and its run, and what its quantities come to.

use serde_json::Value;

use super::count::count;
use super::{Judged, pointer};
use crate::lesson::course::goal::{Comparison, Quantity, Setting, Test, Which};
use crate::scenario::activity::{Activity, ActivityKind};
use crate::scenario::finding::Severity;

impl Judged<'_> {
    /// What a quantity comes to; none where a parameter is missing, or what cannot run is to be counted on.
    pub fn number(&self, quantity: &Quantity) -> Option<u64> {
        let both = |pair: &(Quantity, Quantity)| Some((self.number(&pair.0)?, self.number(&pair.1)?));
        match quantity {
            Quantity::Fixed(number) => Some(*number),
            Quantity::Param(name) => self.params.number(name),
            Quantity::Counted(counted) => Some(count(self.scenario, self.run?, counted)),
            Quantity::Activities(which) => Some(self.activities(which).count() as u64),
            Quantity::Sum(parts) => {
                parts.iter().try_fold(0_u64, |sum, part| sum.checked_add(self.number(part)?))
            }
            Quantity::Product(parts) => {
                parts.iter().try_fold(1_u64, |product, part| product.checked_mul(self.number(part)?))
            }
            Quantity::Less(pair) => both(pair).map(|(one, other)| one.saturating_sub(other)),
            Quantity::Quotient(pair) => both(pair).map(|(one, other)| one.checked_div(other).unwrap_or(0)),
        }
    }

    /// Whether a statement holds. A comparison with what cannot be counted does not hold, so `Not` of it does.
    pub fn holds(&self, test: &Test) -> bool {
        match test {
            Test::All(tests) => tests.iter().all(|test| self.holds(test)),
            Test::Any(tests) => tests.iter().any(|test| self.holds(test)),
            Test::Not(test) => !self.holds(test),
            Test::Compare(one, comparison, other) => match (self.number(one), self.number(other)) {
                (Some(one), Some(other)) => comparison.holds(one, other),
                _ => false,
            },
            Test::Leads(kinds) => self.leads(kinds),
            Test::Setting(setting) => self.is_set(setting),
            Test::Runs => self.run.is_some(),
            Test::Clean => {
                self.run.is_some() && self.findings.iter().all(|one| one.severity == Severity::Note)
            }
        }
    }

    fn activities(&self, which: &Which) -> impl Iterator<Item = &Activity> {
        self.scenario.workflow.activities.iter().filter(move |activity| {
            which.kind.is_none_or(|kind| activity.settings.kind() == kind)
                && which.name.as_ref().is_none_or(|name| *name == activity.name)
        })
    }

    /// Whether a way leads over activities of these kinds in this order.
    fn leads(&self, kinds: &[ActivityKind]) -> bool {
        let Some((first, rest)) = kinds.split_first() else { return true };
        let mut reached: Vec<&str> =
            self.activities(&Which { kind: Some(*first), name: None }).map(|one| one.name.as_str()).collect();
        for kind in rest {
            let beyond = self.beyond(reached);
            let is_such = |name: &&str| {
                self.scenario.workflow.activity(name).is_some_and(|one| one.settings.kind() == *kind)
            };
            reached = beyond.into_iter().filter(is_such).collect();
        }
        !reached.is_empty()
    }

    /// Everything that transitions lead to from some activities.
    fn beyond<'s>(&'s self, from: Vec<&'s str>) -> Vec<&'s str> {
        let (mut found, mut next): (Vec<&str>, _) = (Vec::new(), from);
        while let Some(name) = next.pop() {
            let on = self.scenario.workflow.transitions.iter().filter(|one| one.from == name);
            for to in on.map(|one| one.to.as_str()) {
                if !found.contains(&to) {
                    found.push(to);
                    next.push(to);
                }
            }
        }
        found
    }

    fn is_set(&self, setting: &Setting) -> bool {
        let allowed: Vec<Value> =
            setting.is.iter().filter_map(|value| self.params.fill(value).ok()).collect();
        let is_so = |activity: &Activity| {
            let settings = serde_json::to_value(&activity.settings).unwrap_or_default();
            let value = pointer::get(&settings, &setting.at);
            value.is_some_and(|value| setting.is.is_empty() && !value.is_null() || allowed.contains(value))
        };
        self.activities(&setting.of).any(is_so)
    }
}

impl Comparison {
    /// Whether it holds between two numbers.
    pub fn holds(self, one: u64, other: u64) -> bool {
        match self {
            Self::Equal => one == other,
            Self::Unequal => one != other,
            Self::Less => one < other,
            Self::AtMost => one <= other,
            Self::Greater => one > other,
            Self::AtLeast => one >= other,
        }
    }
}
