//! Makes the two modules of styles: what the first view needs, and what the others add.
//!
//! `www/style` is what the first view needs: the tokens and the base, on which the others build, and the rest. What lies
//! in `www/style/later` is fetched after it, and goes between the two.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::{site, workspace};

/// On these the other sheets build, in this order.
const BASE: [&str; 2] = ["tokens.css", "base.css"];

/// Writes `style.js` and `style-later.js` into `to`, from the sheets in a folder.
pub(crate) fn write(folder: &Path, to: &Path) -> Result<()> {
    let mut sheets = site::files_below(folder)?;
    sheets.retain(|path| path.extension() == Some(OsStr::new("css")));
    let (later, first): (Vec<_>, Vec<_>) =
        sheets.into_iter().partition(|path| path.starts_with(folder.join("later")));
    let is_base = |path: &PathBuf| BASE.iter().any(|name| *path == folder.join(name));
    let others: Vec<_> = first.into_iter().filter(|path| !is_base(path)).collect();
    let base = joined(&BASE.map(|name| folder.join(name)))?;
    let module = format!("export const base = {base};\nexport const first = {};\n", joined(&others)?);
    put(&to.join("style.js"), &module)?;
    put(&to.join("style-later.js"), &format!("export const later = {};\n", joined(&later)?))
}

/// The texts of sheets, one after the other, as a literal of JavaScript.
fn joined(sheets: &[PathBuf]) -> Result<String> {
    let mut css = String::new();
    for sheet in sheets {
        let text = fs::read_to_string(sheet)
            .with_context(|| format!("{} cannot be read", workspace::shown(sheet)))?;
        css.push_str(&text);
        css.push('\n');
    }
    Ok(serde_json::to_string(&css)?)
}

fn put(to: &Path, text: &str) -> Result<()> {
    fs::write(to, text).with_context(|| format!("{} cannot be written", workspace::shown(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_base_comes_first_and_what_is_later_has_a_module_of_its_own() {
        let folder = std::env::temp_dir().join(format!("delivery-lab-style-{}", std::process::id()));
        site::empty(&folder.join("later")).unwrap();
        for (name, text) in [
            ("base.css", "b{}"),
            ("a.css", "a::after{content:\"\\\"\"}"),
            ("tokens.css", "t{}"),
            ("later/l.css", "l{}"),
            ("z.css", "z{}"),
        ] {
            fs::write(folder.join(name), text).unwrap();
        }
        write(&folder, &folder).unwrap();
        let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let first = "a::after{content:\\\"\\\\\\\"\\\"}\\nz{}\\n";
        assert_eq!(
            text("style.js"),
            format!("export const base = \"t{{}}\\nb{{}}\\n\";\nexport const first = \"{first}\";\n")
        );
        assert_eq!(text("style-later.js"), "export const later = \"l{}\\n\";\n");
        site::remove(&folder).unwrap();
    }
}
