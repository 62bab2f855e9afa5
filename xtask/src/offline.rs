//! Makes a site work without a network: lists its files in the service worker and tells its page that there is one.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::{site, workspace};

/// The worker, and what ends it; browsers know the worker by this name.
const WORKER: &str = "sw.js";
const OFF: &str = "sw-off.js";
const START: &str = "index.html";
/// By this the page knows that its site has a worker.
const MARK: &str = "<meta name=\"delivery-lab-offline\" content=\"sw.js\">";
/// Endings of the files that the pages of the site are made of.
const KEPT: [&str; 8] = ["html", "js", "css", "json", "wasm", "svg", "png", "webmanifest"];
/// What is for other people's pages, or has everything in it once more.
const NOT_KEPT: [&str; 8] =
    ["404.html", "examples/", "oembed/", "share/", "thumbnails/", "delivery-lab.html", WORKER, OFF];
/// What the page of embed codes asks for among those.
const KEPT_ALL_THE_SAME: &str = "oembed/index.json";
/// Digits of a file's SHA-256: no accident makes two files of a site equal in them.
const DIGITS: usize = 16;

/// Writes the worker for a site as it is now, so this comes after everything else; tells how many files it keeps.
pub(crate) fn write(folder: &Path) -> Result<usize> {
    mark(&folder.join(START))?;
    copy_off(folder, OFF)?;
    let files = list(folder)?;
    put(&folder.join(WORKER), &filled(&source(WORKER)?, &files)?)?;
    Ok(files.len())
}

/// Lets a site be without a worker. One that an earlier site at the same address has left in a browser ends itself.
pub(crate) fn switch_off(folder: &Path) -> Result<()> {
    copy_off(folder, WORKER)
}

fn mark(page: &Path) -> Result<()> {
    let hint = || format!("{} cannot be read; is this the folder of a site?", workspace::shown(page));
    let text = fs::read_to_string(page).with_context(hint)?;
    if text.contains(MARK) {
        return Ok(());
    }
    let Some(end) = text.find("</head>") else {
        bail!("{} has no </head>", workspace::shown(page));
    };
    let (head, rest) = text.split_at(end);
    put(page, &format!("{}\n    {MARK}\n  {rest}", head.trim_end()))
}

/// The files to keep, by their path in the site, each with the first digits of its SHA-256.
fn list(folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut files = BTreeMap::new();
    for file in site::files_below(folder)? {
        let Ok(below) = file.strip_prefix(folder) else { continue };
        let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
        let path = parts.join("/");
        if !is_kept(&path) {
            continue;
        }
        // The worker compares paths as they are written in an address.
        if !path.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_./".contains(sign)) {
            bail!("{path} has a sign in its name that is written differently in addresses; rename it");
        }
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", workspace::shown(&file)))?;
        files.insert(path, digest(&bytes));
    }
    Ok(files)
}

fn is_kept(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    let is_named = |name: &&str| if name.ends_with('/') { path.starts_with(name) } else { path == *name };
    KEPT.contains(&ending) && (path == KEPT_ALL_THE_SAME || !NOT_KEPT.iter().any(is_named))
}

fn digest(bytes: &[u8]) -> String {
    let mut digits = String::new();
    for byte in &Sha256::digest(bytes)[..DIGITS / 2] {
        let _ = write!(digits, "{byte:02x}");
    }
    digits
}

/// The worker with its list and version in place of the empty ones.
fn filled(template: &str, files: &BTreeMap<String, String>) -> Result<String> {
    let list = serde_json::to_string_pretty(files)?;
    let version = digest(list.as_bytes());
    let places = [
        ("const VERSION = \"\";", format!("const VERSION = \"{version}\";")),
        ("const FILES = {};", format!("const FILES = {list};")),
    ];
    let mut text = template.to_owned();
    for (empty, full) in places {
        if text.matches(empty).count() != 1 {
            bail!("www/worker/{WORKER} must have `{empty}` once");
        }
        text = text.replace(empty, &full);
    }
    Ok(text)
}

fn copy_off(folder: &Path, name: &str) -> Result<()> {
    put(&folder.join(name), &source(OFF)?)
}

fn source(name: &str) -> Result<String> {
    let path = workspace::at("www/worker").join(name);
    fs::read_to_string(&path).with_context(|| format!("{} cannot be read", workspace::shown(&path)))
}

fn put(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("{} cannot be written", workspace::shown(path)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn small_site(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("delivery-lab-{name}-{}", std::process::id()));
        site::empty(&folder.join("lang")).unwrap();
        site::empty(&folder.join("examples")).unwrap();
        site::empty(&folder.join("oembed")).unwrap();
        for (file, text) in [
            (START, "<html>\n  <head>\n    <title>Lab</title>\n  </head>\n</html>\n"),
            ("lang/de.json", "{}"),
            ("examples/a.html", ""),
            ("oembed/index.json", ""),
            ("oembed/birthday.json", ""),
            ("delivery-lab.html", ""),
            ("element.d.ts", ""),
            ("404.html", ""),
        ] {
            fs::write(folder.join(file), text).unwrap();
        }
        folder
    }

    #[test]
    fn the_worker_lists_what_the_page_is_made_of_and_nothing_else() {
        let folder = small_site("list");
        assert_eq!(write(&folder).unwrap(), 3);
        let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
        // The SHA-256 of `{}` begins so.
        assert!(worker.contains("\"lang/de.json\": \"44136fa355b3678a\""), "{worker}");
        for other in ["404", "examples/", "birthday", "\"delivery-lab.html", "element.d.ts", "\"sw"] {
            let list = worker.split_once("const FILES = ").unwrap().1.split_once('}').unwrap().0;
            assert!(!list.contains(other), "{other}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn writing_again_changes_nothing_and_a_change_changes_the_version() {
        let folder = small_site("again");
        write(&folder).unwrap();
        let read = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let (worker, page) = (read(WORKER), read(START));
        assert_eq!(page.matches(MARK).count(), 1);
        write(&folder).unwrap();
        assert_eq!((read(WORKER), read(START)), (worker.clone(), page));
        fs::write(folder.join("lang/de.json"), "{\"a\": 1}").unwrap();
        write(&folder).unwrap();
        let version =
            |text: &str| text.split_once("const VERSION = ").unwrap().1.lines().next().unwrap().to_owned();
        assert_ne!(version(&read(WORKER)), version(&worker));
        assert!(version(&worker).len() > DIGITS);
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_site_that_is_switched_off_has_the_worker_that_ends_workers() {
        let folder = small_site("off");
        switch_off(&folder).unwrap();
        let worker = fs::read_to_string(folder.join(WORKER)).unwrap();
        assert!(worker.contains("unregister()"));
        assert!(!fs::read_to_string(folder.join(START)).unwrap().contains(MARK));
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_folder_that_is_no_site_is_refused_in_a_sentence() {
        let error = write(&std::env::temp_dir().join("no site here")).unwrap_err();
        assert!(error.to_string().contains("is this the folder of a site?"), "{error}");
    }
}
