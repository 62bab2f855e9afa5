//! Rules of the house that no compiler checks: layers, file heads and lengths, colours, forbidden words.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src` from the bottom up; a module names only those before it.
const LAYERS: [&str; 15] = [
    "base", "schedule", "people", "scenario", "plan", "engine", "log", "text", "scene", "lesson", "cli",
    "app", "paint", "ui", "host",
];
/// The first layer that may know a browser.
const FIRST_WEB_LAYER: &str = "paint";
const WEB_CRATES: [&str; 4] = ["web_sys", "yew", "js_sys", "wasm_bindgen"];
/// What a layer may not name although it lies below: the page reads the log and never runs an engine.
const SPECIAL: [(&str, &[&str]); 1] = [("ui", &["crate::engine::run", "crate::engine::world"])];
/// Folders that others made.
const FOREIGN: [&str; 6] = ["target", "node_modules", ".git", "dist", "pkg", "test-results"];

const LONGEST_FILE: usize = 600;
const LARGEST_MEDIAN: usize = 140;

#[test]
fn layers_point_down() {
    let mut report = String::new();
    for (place, layer) in LAYERS.iter().enumerate() {
        let is_core = place < LAYERS.iter().position(|name| *name == FIRST_WEB_LAYER).unwrap();
        let mut forbidden: Vec<String> =
            LAYERS[place + 1..].iter().map(|higher| format!("crate::{higher}")).collect();
        // A list at the root would hide which layers it names.
        forbidden.push("crate::{".to_owned());
        forbidden.extend(WEB_CRATES.iter().filter(|_| is_core).map(|name| (*name).to_owned()));
        let special = SPECIAL.iter().filter(|(name, _)| name == layer).flat_map(|(_, words)| *words);
        forbidden.extend(special.map(|word| (*word).to_owned()));
        for file in files(&root().join("src").join(layer), &["rs"]) {
            report_words(&mut report, &file, &code(&file), &forbidden);
        }
    }
    assert!(report.is_empty(), "a layer names what it must not:\n{report}");
}

#[test]
fn every_folder_of_src_is_a_layer() {
    let folders = fs::read_dir(root().join("src")).unwrap().map(|entry| entry.unwrap().path());
    for folder in folders.filter(|path| path.is_dir()) {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        assert!(name == "bin" || LAYERS.contains(&name.as_str()), "src/{name} has no place among the layers");
    }
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    for file in files(&root(), &["rs"]) {
        let text = fs::read_to_string(&file).unwrap();
        assert!(text.starts_with("//! "), "{} must open with a //! sentence", shown(&file));
    }
}

#[test]
fn no_file_is_long_and_most_are_short() {
    for file in files(&root(), &["rs", "js", "mjs", "css"]) {
        let lines = line_count(&file);
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines, more than {LONGEST_FILE}", shown(&file));
    }
    let mut lengths: Vec<usize> =
        files(&root().join("src"), &["rs"]).iter().map(|file| line_count(file)).collect();
    lengths.sort_unstable();
    let median = lengths[lengths.len() / 2];
    assert!(
        median <= LARGEST_MEDIAN,
        "half of src is longer than {median} lines, more than {LARGEST_MEDIAN}"
    );
}

#[test]
fn the_product_never_gives_up_on_purpose() {
    let words = [".unwrap()", ".expect(", "panic!(", "unreachable!(", "dbg!(", "unsafe "].map(str::to_owned);
    let mut report = String::new();
    for file in files(&root().join("src"), &["rs"]).iter().filter(|file| !is_test_module(file)) {
        report_words(&mut report, file, &code(file), &words);
    }
    assert!(report.is_empty(), "outside tests these have no place:\n{report}");
}

#[test]
fn colours_live_in_the_tokens_alone() {
    let mut report = String::new();
    let styles = files(&root().join("www").join("style"), &["css"]);
    let sheets = styles.into_iter().filter(|file| file.file_name().is_some_and(|name| name != "tokens.css"));
    for file in sheets.chain(files(&root().join("src"), &["rs"])) {
        for (number, line) in (1..).zip(fs::read_to_string(&file).unwrap().lines()) {
            if has_colour(line) {
                writeln!(report, "{}:{number}: {}", shown(&file), line.trim()).unwrap();
            }
        }
    }
    assert!(report.is_empty(), "colours belong into tokens.css:\n{report}");
}

#[test]
fn nothing_is_left_undone_and_no_machine_is_named() {
    // Put together here, so that this file does not name them either.
    let words = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("../", "shared"),
        concat!("/wo", "rk/"),
    ]
    .map(str::to_owned);
    let mut report = String::new();
    for file in files(&root(), &["rs", "js", "mjs", "css", "html", "md", "toml", "json", "run", "yml", "txt"])
    {
        if let Ok(text) = fs::read_to_string(&file) {
            report_words(&mut report, &file, &text, &words);
        }
    }
    assert!(report.is_empty(), "banned words:\n{report}");
}

#[test]
fn colours_are_recognised() {
    for colour in
        ["color: #a1b2c3;", "\"#FFF\"", "rgb(0 0 0)", "rgba(1,2,3,.5)", "hsl(120deg 1% 1%)", "#11223344"]
    {
        assert!(has_colour(colour), "{colour}");
    }
    for other in ["#[cfg(test)]", "url(#shadow)", "#activity-1", "#abc-list", "r#\"text\"#", "&#39;"] {
        assert!(!has_colour(other), "{other}");
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// All files below a folder with one of these endings, in the order of their names; none where it is missing.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut found = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() && !FOREIGN.contains(&&*name) {
            found.extend(files(&path, endings));
        } else if path.is_file() && endings.iter().any(|ending| name.rsplit('.').next() == Some(*ending)) {
            found.push(path);
        }
    }
    found
}

/// The part of a file before its tests, without the lines that are comments; line numbers are kept.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let product = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let lines = product.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether the module above declares this file for tests only.
fn is_test_module(file: &Path) -> bool {
    let name = file.file_stem().unwrap().to_string_lossy();
    let above = fs::read_to_string(file.with_file_name("mod.rs")).unwrap_or_default();
    let declared = format!("mod {name};");
    let for_tests = above.split("#[cfg(test)]\n").skip(1).filter_map(|after| after.lines().next());
    for_tests.into_iter().any(|line| line == declared || line.ends_with(&format!(" {declared}")))
}

fn report_words(report: &mut String, file: &Path, text: &str, words: &[String]) {
    for (number, line) in (1..).zip(text.lines()) {
        for word in words.iter().filter(|word| names(line, word)) {
            writeln!(report, "{}:{number}: {word}", shown(file)).unwrap();
        }
    }
}

/// Whether a line has the word, and not only as the beginning of a longer one.
fn names(line: &str, word: &str) -> bool {
    let ends_inside = |rest: &str| {
        word.ends_with(char::is_alphanumeric)
            && rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
    };
    line.match_indices(word).any(|(at, _)| !ends_inside(&line[at + word.len()..]))
}

fn has_colour(line: &str) -> bool {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab("];
    let hex = line.match_indices('#').any(|(at, _)| {
        let word: String = line[at + 1..]
            .chars()
            .take_while(|next| next.is_alphanumeric() || matches!(next, '-' | '_'))
            .collect();
        matches!(word.len(), 3 | 4 | 6 | 8) && word.chars().all(|digit| digit.is_ascii_hexdigit())
    });
    hex || functions.iter().any(|function| line.contains(function))
}

fn line_count(file: &Path) -> usize {
    fs::read_to_string(file).unwrap().lines().count()
}

pub(crate) fn shown(file: &Path) -> String {
    file.strip_prefix(root()).unwrap_or(file).display().to_string()
}
