//! Writes `integrity.json`: for each script, style and wasm file of the site what its `integrity` attribute says.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use base64ct::{Base64, Encoding as _};
use sha2::{Digest as _, Sha384};

use crate::{site, workspace};

/// The name of the list.
pub(crate) const LIST: &str = "integrity.json";

/// What a page can load from elsewhere and hold to a hash.
const ENDINGS: [&str; 4] = ["js", "mjs", "css", "wasm"];

/// Writes the list for the files that are in the folder by now, so it comes after everything that changes them.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let mut hashes = BTreeMap::new();
    for file in site::files_below(folder)? {
        if !ENDINGS.iter().any(|ending| file.extension() == Some(OsStr::new(ending))) {
            continue;
        }
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", workspace::shown(&file)))?;
        let below = file.strip_prefix(folder).unwrap_or(&file);
        let name: Vec<_> = below.components().map(|part| part.as_os_str().to_string_lossy()).collect();
        hashes.insert(name.join("/"), of(&bytes));
    }
    let list = folder.join(LIST);
    let text = serde_json::to_string_pretty(&hashes)? + "\n";
    fs::write(&list, text).with_context(|| format!("{} cannot be written", workspace::shown(&list)))
}

/// The value of an `integrity` attribute for these bytes.
pub(crate) fn of(bytes: &[u8]) -> String {
    format!("sha384-{}", Base64::encode_string(&Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_hash_is_what_browsers_expect() {
        // The example of the specification of subresource integrity.
        let wanted = "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO";
        assert_eq!(of(b"alert('Hello, world.');"), wanted);
    }

    #[test]
    fn scripts_styles_and_wasm_are_listed_by_their_place() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-integrity-{}", std::process::id()));
        site::empty(&folder.join("lms")).unwrap();
        for name in ["boot.js", "lms/start.js", "page.css", "lab.wasm", "index.html", "course.json"] {
            fs::write(folder.join(name), name).unwrap();
        }
        write(&folder).unwrap();
        let text = fs::read_to_string(folder.join(LIST)).unwrap();
        let list: BTreeMap<String, Value> = serde_json::from_str(&text).unwrap();
        assert_eq!(list.keys().collect::<Vec<_>>(), ["boot.js", "lab.wasm", "lms/start.js", "page.css"]);
        assert_eq!(list["lms/start.js"], of(b"lms/start.js"));
        fs::remove_dir_all(&folder).unwrap();
    }
}
