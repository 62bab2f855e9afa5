//! The public address of a site, for what must name it in full. Asks nobody whether it answers.

use std::fmt;
use std::str::FromStr;

use anyhow::{Error, bail};

/// An address such as `https://example.org/lab/`, always with the slash at its end.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Address(String);

/// Longer addresses are cut off by some of those who read them.
const LONGEST: usize = 1_000;

impl FromStr for Address {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let host = ["https://", "http://"].iter().find_map(|scheme| text.strip_prefix(scheme));
        let is_plain = |sign: char| sign.is_ascii_alphanumeric() || "-._~:/%[]@+".contains(sign);
        match host {
            Some(host) if !host.is_empty() && !host.starts_with('/') && text.len() <= LONGEST => {}
            _ => bail!("`{text}` is not a full address; write it as https://example.org/lab/"),
        }
        if !text.chars().all(is_plain) {
            bail!(
                "`{text}` has signs that an address of a folder does not have; write it as https://example.org/lab/"
            );
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }
}

impl fmt::Display for Address {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_addresses_are_taken_and_end_in_a_slash() {
        for text in ["https://example.org/lab", "https://example.org/lab/", "https://example.org/lab//"] {
            assert_eq!(text.parse::<Address>().unwrap().to_string(), "https://example.org/lab/");
        }
        assert_eq!("http://127.0.0.1:8080".parse::<Address>().unwrap().to_string(), "http://127.0.0.1:8080/");
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in [
            "",
            "lab/",
            "https://",
            "https:///lab",
            "ftp://a/",
            "https://a/?b",
            "https://a/#b",
            "https://a/\"b",
            "https://a b/",
        ] {
            assert!(text.parse::<Address>().is_err(), "{text}");
        }
    }
}
