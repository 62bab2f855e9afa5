//! A whole scenario as the fragment of a link: `#s=1…`, packed small, hostile until read.
//!
//! The fragment is `s=`, a letter for the version, and base64url of the deflated compact JSON of the scenario with
//! its CRC-32 behind it. A browser sends no fragment to a server. What is packed leaves out what is default, and
//! refers to a dictionary of what scenarios commonly say.

mod pack;

use base64ct::{Base64UrlUnpadded, Encoding as _};
use serde_json::Value;

use self::pack::UnpackProblem;
use super::Scenario;
use super::reactions::Reactions;
use super::wire::{self, FORMAT, OpenProblem, VERSION};
use crate::base::checksum::crc32;
use crate::people::{GeneratedPeople, PopulationSpec};

/// How the fragment of a link with a scenario begins.
pub const MARK: &str = "s=";
/// The longest fragment that is made, in characters: what browsers and chats hand on whole.
pub const MAX_MADE: usize = 16_000;
/// The longest fragment that is read, in characters.
pub const MAX_READ: usize = 256 << 10;
/// The longest scenario that a link may hold, in bytes of compact JSON.
pub const MAX_JSON: usize = 1 << 20;
/// The version of the fragment that this program writes.
const PRESENT: u8 = b'1';
/// A scenario with more imported values than this is not even tried.
const MAX_VALUES: usize = 20_000;

/// Why a scenario cannot be put into a link, or a link opens none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// The scenario makes a fragment longer than links may be.
    DoesNotFit,
    /// The link, or what is packed in it, is larger than this program reads.
    TooLarge,
    /// The end of the link is missing.
    Truncated,
    /// Some of it was changed on the way, or it never was a link of the lab.
    Damaged,
    /// A later version of the lab made it.
    LaterVersion,
    /// It can be unpacked, and what is in it is no scenario that opens.
    Scenario(OpenProblem),
}

/// The fragment of a link to the scenario, without the `#`.
///
/// # Errors
/// [`LinkProblem::DoesNotFit`], above all where many recipients were imported.
pub fn fragment(scenario: &Scenario) -> Result<String, LinkProblem> {
    if let PopulationSpec::Imported(people) = &scenario.population
        && people.columns.len().saturating_mul(people.rows as usize) > MAX_VALUES
    {
        return Err(LinkProblem::DoesNotFit);
    }
    let json = lean(scenario).to_string();
    seal(MARK, &json)
}

/// Packs a JSON text behind a mark.
///
/// # Errors
/// [`LinkProblem::DoesNotFit`].
pub fn seal(mark: &str, json: &str) -> Result<String, LinkProblem> {
    if json.len() > MAX_JSON {
        return Err(LinkProblem::DoesNotFit);
    }
    let mut packed = pack::pack(json.as_bytes());
    packed.extend_from_slice(&crc32(json.as_bytes()).to_le_bytes());
    let text = format!("{mark}{}{}", char::from(PRESENT), Base64UrlUnpadded::encode_string(&packed));
    if text.len() > MAX_MADE { Err(LinkProblem::DoesNotFit) } else { Ok(text) }
}

/// Reads the scenario of a fragment, with or without its `#`.
///
/// # Errors
/// A typed problem; whatever the text is, it is told within a moment and within little memory.
pub fn open(fragment: &str) -> Result<Scenario, LinkProblem> {
    let json = unseal(MARK, fragment)?;
    let mut value: Value = serde_json::from_slice(&json).map_err(|_| LinkProblem::Damaged)?;
    let file = value.as_object_mut().ok_or(LinkProblem::Damaged)?;
    file.insert("format".into(), FORMAT.into());
    file.entry("version").or_insert_with(|| VERSION.into());
    wire::open(value.to_string().as_bytes()).map_err(LinkProblem::Scenario)
}

/// Unpacks the JSON text of a fragment behind a mark, with or without its `#`.
///
/// # Errors
/// A typed problem; no more than [`MAX_JSON`] bytes are unpacked, whatever the fragment claims.
pub fn unseal(mark: &str, fragment: &str) -> Result<Vec<u8>, LinkProblem> {
    let fragment = fragment.trim();
    let text =
        fragment.strip_prefix('#').unwrap_or(fragment).strip_prefix(mark).ok_or(LinkProblem::Damaged)?;
    if text.len() > MAX_READ {
        return Err(LinkProblem::TooLarge);
    }
    match text.as_bytes().first() {
        None => return Err(LinkProblem::Truncated),
        Some(&PRESENT) => {}
        Some(version) if version.is_ascii_alphanumeric() && *version > PRESENT => {
            return Err(LinkProblem::LaterVersion);
        }
        Some(_) => return Err(LinkProblem::Damaged),
    }
    let packed = decode(&text[1..])?;
    let (packed, sum) = packed.split_last_chunk::<4>().ok_or(LinkProblem::Truncated)?;
    let json = pack::unpack(packed, MAX_JSON).map_err(|problem| match problem {
        UnpackProblem::TooLarge => LinkProblem::TooLarge,
        UnpackProblem::Truncated => LinkProblem::Truncated,
        UnpackProblem::Damaged => LinkProblem::Damaged,
    })?;
    if crc32(&json) != u32::from_le_bytes(*sum) {
        return Err(LinkProblem::Damaged);
    }
    Ok(json)
}

/// The bytes of a base64url text. Where its last characters are missing the whole bytes before them count, so that
/// what was cut off is told from what was changed.
fn decode(text: &str) -> Result<Vec<u8>, LinkProblem> {
    let is_of_alphabet = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
    if !text.bytes().all(is_of_alphabet) {
        return Err(LinkProblem::Damaged);
    }
    let whole = text.len() / 4 * 4;
    let decoded = Base64UrlUnpadded::decode_vec(text);
    decoded.or_else(|_| Base64UrlUnpadded::decode_vec(&text[..whole])).map_err(|_| LinkProblem::Damaged)
}

/// The scenario's file without its heading and without what a reader adds by itself.
fn lean(scenario: &Scenario) -> Value {
    let mut value = wire::to_value(scenario);
    if let Some(file) = value.as_object_mut() {
        file.remove("format");
        file.remove("version");
        leave_out(file.get_mut("reactions"), &serde_json::to_value(Reactions::default()).unwrap_or_default());
        if let PopulationSpec::Generated(_) = scenario.population {
            let usual = serde_json::to_value(GeneratedPeople::default()).unwrap_or_default();
            leave_out(file.get_mut("population"), &usual);
        }
        if file.get("reactions").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty) {
            file.remove("reactions");
        }
    }
    value
}

/// Takes the fields out that are as usual.
fn leave_out(value: Option<&mut Value>, usual: &Value) {
    if let Some(Value::Object(fields)) = value {
        fields.retain(|name, value| usual.get(name) != Some(value));
    }
}

#[cfg(test)]
mod tests;
