//! The documentation for authors tells of what is there: tests, pages, properties, parts, methods, events.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const FOLDER: &str = "docs/embedding";
/// Written by a test, which is what it tells of.
const MADE: &str = "options.md";

#[test]
fn every_page_says_what_is_tested_and_those_tests_are_there() {
    for (name, text) in pages().into_iter().filter(|(name, _)| name != MADE) {
        let (_, tested) =
            text.split_once("\n## Tested\n").unwrap_or_else(|| panic!("{name} does not say what is tested"));
        let files: Vec<&str> = in_ticks(tested).filter(|word| is_file(word)).collect();
        assert!(!files.is_empty(), "{name} names no test");
        for file in files {
            assert!(root().join(file).exists(), "{name} names {file}, which is not there");
        }
    }
}

#[test]
fn links_between_the_pages_lead_somewhere() {
    let all = pages();
    for (name, text) in &all {
        for target in
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target)
        {
            if target.contains("://") || target == "…" {
                continue;
            }
            let (file, place) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { name } else { file };
            let path = root().join(FOLDER).join(file);
            assert!(path.exists(), "{name} leads to {target}, which is not there");
            let text = fs::read_to_string(path).unwrap();
            let is_there = place.is_empty() || headings(&text).any(|heading| anchor(heading) == place);
            assert!(is_there, "{name} leads to {target}, a heading that is not there");
        }
    }
}

#[test]
fn the_properties_for_colours_are_all_told_of() {
    let tokens = read("www/style/tokens.css");
    let known: BTreeSet<String> = tokens.split("var(--delivery-lab-").skip(1).map(word).collect();
    let told: BTreeSet<String> =
        read("docs/embedding/theming.md").split("| `--delivery-lab-").skip(1).map(word).collect();
    assert!(known.len() > 10, "{known:?}");
    assert_eq!(told, known);
}

#[test]
fn the_parts_that_are_told_of_are_there() {
    let shell: String = scripts().iter().map(|file| fs::read_to_string(file).unwrap()).collect();
    let theming = read("docs/embedding/theming.md");
    let (_, parts) = theming.split_once("\n## Parts\n").unwrap();
    let told: Vec<String> = parts.lines().filter_map(|line| line.strip_prefix("| `")).map(word).collect();
    assert!(told.len() > 2, "{told:?}");
    for part in told {
        assert!(shell.contains(&format!("\"{part}\"")), "no script of the shell makes the part {part}");
    }
}

#[test]
fn methods_and_events_are_those_of_the_types() {
    let (types, page) = (read("www/element.d.ts"), read("docs/embedding/events.md"));
    let known: BTreeSet<String> = types.split("\"delivery-lab-").skip(1).map(word).collect();
    let told: BTreeSet<String> = page.split("| `delivery-lab-").skip(1).map(word).collect();
    assert_eq!(told, known, "events");
    let (_, class) = types.split_once("class DeliveryLabElement").unwrap();
    let (class, _) = class.split_once("\n}").unwrap();
    let methods: BTreeSet<String> = class
        .lines()
        .filter_map(|line| line.strip_prefix("  "))
        .filter(|line| line.starts_with(|sign: char| sign.is_ascii_lowercase()) && line.contains('('))
        .map(word)
        .collect();
    let (_, table) = page.split_once("\n## Methods\n").unwrap();
    let (table, _) = table.split_once("\n## ").unwrap();
    let told: BTreeSet<String> = table
        .lines()
        .filter(|line| line.starts_with("| `"))
        .flat_map(|line| in_ticks(line.split(" | ").next().unwrap()).map(word))
        .collect();
    assert_eq!(told, methods, "methods");
}

#[test]
fn what_the_security_file_names_is_there() {
    let text = read("SECURITY.md");
    let named: Vec<&str> = in_ticks(&text).filter(|word| is_file(word) || word.starts_with("www/")).collect();
    assert!(named.len() > 10, "{named:?}");
    for path in named {
        assert!(root().join(path).exists(), "SECURITY.md names {path}, which is not there");
    }
}

#[test]
fn headings_become_anchors_as_forges_make_them() {
    assert_eq!(anchor("One file"), "one-file");
    assert_eq!(anchor("AEM, Edge Delivery and `x`"), "aem-edge-delivery-and-x");
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf()
}

fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Name and text of each page.
fn pages() -> Vec<(String, String)> {
    let mut pages: Vec<(String, String)> = fs::read_dir(root().join(FOLDER))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| {
            (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap())
        })
        .collect();
    pages.sort();
    pages
}

/// The scripts directly in `www`.
fn scripts() -> Vec<PathBuf> {
    let all = fs::read_dir(root().join("www")).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.extension().is_some_and(|ending| ending == "js")).collect()
}

/// What stands between pairs of backticks.
fn in_ticks(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn is_file(word: &str) -> bool {
    ["tests/", "xtask/", "src/"].iter().any(|folder| word.starts_with(folder))
}

fn headings(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim())
}

fn anchor(heading: &str) -> String {
    let kept = heading.chars().filter(|sign| sign.is_alphanumeric() || [' ', '-', '_'].contains(sign));
    kept.collect::<String>().to_lowercase().replace(' ', "-")
}

/// The word that a text begins with, such as the name of a method.
fn word(text: &str) -> String {
    text.chars().take_while(|sign| sign.is_ascii_alphanumeric() || *sign == '-').collect()
}
