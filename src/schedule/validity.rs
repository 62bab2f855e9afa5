//! How long a schedule is valid: the third step of the Scheduler's wizard.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::reading::{date, optional_date};
use crate::base::rest::Rest;

/// The validity of a schedule (`scheduler` page).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Validity {
    /// *Permanent validity*.
    Permanent {
        /// Fields of the file that this version does not know.
        #[serde(flatten)]
        rest: Rest,
    },
    /// *Valid from … to*.
    Between(Between),
    /// *Maximum number of iterations*.
    Iterations(Iterations),
}

/// Launches from midnight at the start of `from` until midnight at the end of `to`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Between {
    /// The first valid date.
    #[serde(with = "date")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("format" = "date")))]
    pub from: NaiveDate,
    /// The last valid date; it is included.
    #[serde(with = "date")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "String", extend("format" = "date")))]
    pub to: NaiveDate,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

/// At most `count` launches, within dates where they are given.
///
/// Assumption: the count starts at the first valid launch that is not before the activation of the
/// Scheduler, so a restart of the workflow starts it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Iterations {
    /// How many launches there are at most.
    pub count: u32,
    /// The first valid date, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_date")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", extend("format" = "date")))]
    pub from: Option<NaiveDate>,
    /// The last valid date, if there is one; it is included.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "optional_date")]
    #[cfg_attr(not(target_arch = "wasm32"), schemars(with = "Option<String>", extend("format" = "date")))]
    pub to: Option<NaiveDate>,
    /// Fields of the file that this version does not know.
    #[serde(flatten)]
    pub rest: Rest,
}

impl Default for Validity {
    fn default() -> Self {
        Self::permanent()
    }
}

impl Validity {
    /// Valid for ever.
    pub fn permanent() -> Self {
        Self::Permanent { rest: Rest::new() }
    }

    /// Valid from one date to another, both included.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Self {
        Self::Between(Between { from, to, rest: Rest::new() })
    }

    /// Valid for `count` launches.
    pub fn iterations(count: u32) -> Self {
        Self::Iterations(Iterations { count, from: None, to: None, rest: Rest::new() })
    }

    /// The first valid date, if there is one.
    pub fn first_date(&self) -> Option<NaiveDate> {
        match self {
            Self::Permanent { .. } => None,
            Self::Between(between) => Some(between.from),
            Self::Iterations(iterations) => iterations.from,
        }
    }

    /// The last valid date, if there is one.
    pub fn last_date(&self) -> Option<NaiveDate> {
        match self {
            Self::Permanent { .. } => None,
            Self::Between(between) => Some(between.to),
            Self::Iterations(iterations) => iterations.to,
        }
    }

    /// How many launches there are at most, if that is limited.
    pub fn limit(&self) -> Option<u32> {
        match self {
            Self::Permanent { .. } | Self::Between(_) => None,
            Self::Iterations(iterations) => Some(iterations.count),
        }
    }
}
