//! The ways that messages are sent.

use serde::{Deserialize, Serialize};

/// How messages are sent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Channel {
    /// E-mail.
    #[default]
    Email,
    /// SMS; needs a mobile number.
    Sms,
    /// Direct mail; needs a postal address, and is extracted to a file for a router.
    DirectMail,
}
