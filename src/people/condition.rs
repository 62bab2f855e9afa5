//! The filter of a Query: tests over attributes of a recipient, joined by "all of", "any of" and "not".

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::schema::AttributeKind;
use crate::base::rest::Rest;

/// A filter over recipients (`query` page). Written in files as `{"all": […]}`, `{"any": […]}` or
/// `{"attribute": "newsletter", "operator": "isTrue"}`. A group with `"not": true` holds where it would not:
/// within an "all of" group that is the link *Except* (`defining-filter-conditions` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Condition {
    /// Every part must hold (AND).
    All(AllOf),
    /// At least one part must hold (OR).
    Any(AnyOf),
    /// Looks at one attribute.
    Test(Test),
}

/// Conditions that must all hold; without any it holds of everyone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AllOf {
    /// Whether the group holds where not all of its parts do.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// The parts.
    pub all: Vec<Condition>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// Conditions of which at least one must hold; without any it is a problem.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct AnyOf {
    /// Whether the group holds where none of its parts does (*Except*).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub not: bool,
    /// The parts.
    pub any: Vec<Condition>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// One look at one attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Test {
    /// The attribute's name, such as `birthDate`.
    pub attribute: String,
    /// What is asked of it.
    pub operator: Operator,
    /// What it is compared with, for operators that compare.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Scalar>,
    /// Fields this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// What a value in a file may be. Dates are texts such as `2026-06-08`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a text, a whole number, or true or false")]
pub enum Scalar {
    /// Yes or no.
    Flag(bool),
    /// A whole number.
    Integer(i64),
    /// A text or a date.
    Text(String),
}

/// What a [`Test`] asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Operator {
    /// The same. Assumption: texts are compared without regard to case.
    Equals,
    /// The opposite of [`Operator::Equals`], so it also holds where there is no value.
    NotEquals,
    /// The text has the value somewhere in it, whatever the case.
    Contains,
    /// The text begins with the value, whatever the case.
    StartsWith,
    /// More, or later.
    Greater,
    /// The same or more, or not earlier.
    AtLeast,
    /// Less, or earlier.
    Less,
    /// The same or less, or not later.
    AtMost,
    /// There is no value.
    IsEmpty,
    /// There is a value.
    IsNotEmpty,
    /// The flag is set.
    IsTrue,
    /// The flag is not set.
    IsFalse,
    /// The date has the day and the month of the run (`send-a-birthday-email` page). Those of 29 February
    /// are selected in leap years only, as in the product's example.
    IsAnniversary,
    /// The date is the day of the run or at most this many days before it.
    WithinLastDays,
    /// The date is more than this many days before the day of the run.
    OlderThanDays,
}

impl Operator {
    /// The operators that fit a kind of attribute, in the order to offer them.
    pub const fn fitting(kind: AttributeKind) -> &'static [Self] {
        use Operator::{
            AtLeast, AtMost, Contains, Equals, Greater, IsAnniversary, IsEmpty, IsFalse, IsNotEmpty, IsTrue,
            Less, NotEquals, OlderThanDays, StartsWith, WithinLastDays,
        };
        match kind {
            AttributeKind::Text => &[Equals, NotEquals, Contains, StartsWith, IsEmpty, IsNotEmpty],
            AttributeKind::Integer => {
                &[Equals, NotEquals, Greater, AtLeast, Less, AtMost, IsEmpty, IsNotEmpty]
            }
            AttributeKind::Date => &[
                Equals,
                NotEquals,
                Greater,
                AtLeast,
                Less,
                AtMost,
                IsAnniversary,
                WithinLastDays,
                OlderThanDays,
                IsEmpty,
                IsNotEmpty,
            ],
            AttributeKind::Flag => &[IsTrue, IsFalse],
        }
    }

    /// Whether a test with this operator needs a value.
    pub const fn needs_value(self) -> bool {
        !matches!(self, Self::IsEmpty | Self::IsNotEmpty | Self::IsTrue | Self::IsFalse | Self::IsAnniversary)
    }

    /// Whether the value is a number of days rather than a value of the attribute.
    pub const fn counts_days(self) -> bool {
        matches!(self, Self::WithinLastDays | Self::OlderThanDays)
    }
}

impl Condition {
    /// Holds of everyone.
    pub fn everyone() -> Self {
        Self::all(Vec::new())
    }

    /// Holds if all of `parts` hold.
    pub fn all(parts: Vec<Self>) -> Self {
        Self::All(AllOf { all: parts, ..AllOf::default() })
    }

    /// Holds if any of `parts` holds.
    pub fn any(parts: Vec<Self>) -> Self {
        Self::Any(AnyOf { any: parts, ..AnyOf::default() })
    }

    /// Holds if none of `parts` holds, as *Except* before them does (`defining-filter-conditions` page).
    pub fn except(parts: Vec<Self>) -> Self {
        Self::Any(AnyOf { not: true, any: parts, rest: Rest::new() })
    }

    /// A test without a value.
    pub fn is(attribute: &str, operator: Operator) -> Self {
        Self::Test(Test { attribute: attribute.to_owned(), operator, value: None, rest: Rest::new() })
    }

    /// A test with a value.
    pub fn compares(attribute: &str, operator: Operator, value: Scalar) -> Self {
        let value = Some(value);
        Self::Test(Test { attribute: attribute.to_owned(), operator, value, rest: Rest::new() })
    }

    /// The parts of a group; none for a test.
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(group) => &group.all,
            Self::Any(group) => &group.any,
            Self::Test(_) => &[],
        }
    }

    /// Whether this is a group that holds where it would not; a test never is.
    pub fn is_negated(&self) -> bool {
        match self {
            Self::All(group) => group.not,
            Self::Any(group) => group.not,
            Self::Test(_) => false,
        }
    }
}

impl Default for Condition {
    fn default() -> Self {
        Self::everyone()
    }
}

/// All fields that any form of a condition has: reading them first gives better errors than trying forms.
#[derive(Deserialize)]
struct AnyForm {
    #[serde(default)]
    not: bool,
    all: Option<Vec<Condition>>,
    any: Option<Vec<Condition>>,
    attribute: Option<String>,
    operator: Option<Operator>,
    value: Option<Scalar>,
    #[serde(flatten)]
    rest: Rest,
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match AnyForm::deserialize(deserializer)? {
            AnyForm {
                not,
                all: Some(all),
                any: None,
                attribute: None,
                operator: None,
                value: None,
                rest,
            } => Ok(Self::All(AllOf { not, all, rest })),
            AnyForm {
                not,
                all: None,
                any: Some(any),
                attribute: None,
                operator: None,
                value: None,
                rest,
            } => Ok(Self::Any(AnyOf { not, any, rest })),
            AnyForm { not: true, attribute: Some(_), .. } => {
                Err(D::Error::custom("only a group, \"all\" or \"any\", can have \"not\""))
            }
            AnyForm { all: None, any: None, attribute: Some(attribute), operator, value, rest, .. } => {
                let operator = operator.ok_or_else(|| D::Error::missing_field("operator"))?;
                Ok(Self::Test(Test { attribute, operator, value, rest }))
            }
            _ => Err(D::Error::custom("a condition has exactly one of \"all\", \"any\" and \"attribute\"")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_written_and_read_back_with_unknown_fields() {
        let json = concat!(
            r#"{"all":[{"attribute":"newsletter","operator":"isTrue","note":"keep"},"#,
            r#"{"any":[{"attribute":"points","operator":"atLeast","value":100},"#,
            r#"{"attribute":"country","operator":"equals","value":"SE"}],"colour":1}]}"#
        );
        let condition: Condition = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&condition).unwrap(), json);
        assert_eq!(condition.parts()[1].parts().len(), 2);
    }

    #[test]
    fn not_is_written_where_it_is_set_alone() {
        let json = concat!(
            r#"{"all":[{"not":true,"any":[{"attribute":"newsletter","operator":"isTrue"}]},"#,
            r#"{"not":true,"all":[],"colour":1}]}"#
        );
        let condition: Condition = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&condition).unwrap(), json);
        assert_eq!(
            condition.parts()[0],
            Condition::except(vec![Condition::is("newsletter", Operator::IsTrue)])
        );
        assert!(condition.parts().iter().all(Condition::is_negated) && !condition.is_negated());
        let plain: Condition = serde_json::from_str(r#"{"not":false,"all":[]}"#).unwrap();
        assert_eq!(serde_json::to_string(&plain).unwrap(), r#"{"all":[]}"#);
    }

    #[test]
    fn a_mixed_or_unknown_form_is_refused_with_its_reason() {
        let reason = |json: &str| serde_json::from_str::<Condition>(json).unwrap_err().to_string();
        assert!(reason(r#"{"all":[],"any":[]}"#).contains("exactly one of"));
        assert!(reason("{}").contains("exactly one of"));
        assert!(reason(r#"{"not":true,"attribute":"points","operator":"isEmpty"}"#).contains("only a group"));
        assert!(reason(r#"{"not":"yes","all":[]}"#).contains("boolean"));
        assert!(reason(r#"{"attribute":"points"}"#).contains("operator"));
        assert!(reason(r#"{"attribute":"points","operator":"near"}"#).contains("near"));
        assert!(reason(r#"{"attribute":"points","operator":"equals","value":1.5}"#).contains("whole number"));
        let deep = "{\"all\":[".repeat(100) + &"]}".repeat(100);
        assert!(reason(&deep).contains("recursion limit"));
    }
}
