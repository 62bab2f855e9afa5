//! Variables of an instance, a task or an event, and what is assigned to them (`javascript-scripts-and-templates`
//! page).

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use super::activity::targeting::Comparator;

/// Whose a variable is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Scope {
    /// `instance.vars`: the whole workflow's, shared by all parallel executions.
    #[default]
    Instance,
    /// `task.vars`: one task's.
    Task,
    /// `vars`: passed along with the event.
    Event,
}

/// The value of a variable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum VarValue {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A text.
    Text(String),
}

impl VarValue {
    /// Whether a comparison holds.
    ///
    /// Two texts are compared as texts, everything else as numbers: true is 1, false and the empty text are 0.
    /// Assumption: the texts `true` and `false` count as the flags, since a script that stores a flag in a variable
    /// reads it back as such. A text that is no number differs from every number and is neither more nor less.
    pub fn compares(&self, operator: Comparator, other: &Self) -> bool {
        let order = match (self, other) {
            (Self::Text(one), Self::Text(other)) => Some(one.cmp(other)),
            _ => self.number().zip(other.number()).map(|(one, other)| one.cmp(&other)),
        };
        match operator {
            Comparator::Equals => order.is_some_and(Ordering::is_eq),
            Comparator::NotEquals => !order.is_some_and(Ordering::is_eq),
            Comparator::Greater => order.is_some_and(Ordering::is_gt),
            Comparator::AtLeast => order.is_some_and(Ordering::is_ge),
            Comparator::Less => order.is_some_and(Ordering::is_lt),
            Comparator::AtMost => order.is_some_and(Ordering::is_le),
        }
    }

    fn number(&self) -> Option<i64> {
        match self {
            Self::Flag(flag) => Some((*flag).into()),
            Self::Integer(number) => Some(*number),
            Self::Text(text) => match text.trim() {
                "" | "false" => Some(0),
                "true" => Some(1),
                text => text.parse().ok(),
            },
        }
    }
}

/// One line of an initialization script: the part of JavaScript that the lab understands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Assignment {
    /// Whose variable.
    #[serde(default)]
    pub scope: Scope,
    /// Its name.
    pub name: String,
    /// What is done to it.
    #[serde(flatten)]
    pub value: Assigned,
}

/// What an assignment does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Assigned {
    /// Sets it.
    Set(VarValue),
    /// Adds to it; one that is no number counts as 0.
    Add(i64),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_different_types_are_compared_as_numbers() {
        let text = |text: &str| VarValue::Text(text.into());
        let unset = VarValue::Flag(false);
        for same in [unset.clone(), VarValue::Integer(0), text(""), text("false")] {
            assert!(unset.compares(Comparator::Equals, &same), "{same:?}");
        }
        assert!(text("12").compares(Comparator::Greater, &VarValue::Integer(9)));
        assert!(text("12").compares(Comparator::Less, &text("9")), "two texts are texts");
        assert!(text("true").compares(Comparator::Equals, &VarValue::Flag(true)));
        assert!(VarValue::Integer(3).compares(Comparator::AtMost, &VarValue::Integer(3)));
        let odd = text("odd");
        assert!(odd.compares(Comparator::NotEquals, &VarValue::Integer(0)));
        for operator in [Comparator::Equals, Comparator::AtLeast, Comparator::AtMost] {
            assert!(!odd.compares(operator, &VarValue::Integer(0)));
        }
    }
}
