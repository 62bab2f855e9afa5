//! Weighs the files of the site, plain and as a web server would compress them.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{contents, setup, site, split, workspace};

/// What a first visit fetches before the lab answers, and what comes after it, by the beginnings of their names.
const FIRST: [(&str, &[&str]); 3] = [
    ("wasm, its first part", &["delivery_lab_bg.wasm"]),
    (
        "scripts",
        &[
            "early.js",
            "failing.js",
            "boot.js",
            "element.js",
            "parts.js",
            "opening.js",
            "breakdown.js",
            "listeners.js",
            "now.js",
            "patience.js",
            "delivery_lab.js",
            "rest.js",
        ],
    ),
    ("page and styles", &["index.html", "page.css", "style.js"]),
];
/// The most that a first visit should fetch, compressed, and that the one file should have, in bytes.
const AIMS: (u64, u64) = (300_000, 1_200_000);
/// What is published as one file; the first is the lab itself.
const PACKED: [&str; 4] = ["delivery-lab.html", "scorm-1.2.zip", "scorm-2004.zip", "cmi5.zip"];

/// What was made, file by file and together, and whether it is as small as it should be.
pub(crate) fn report(dist: &Path, site: &Path) -> Result<String> {
    let mut text = table(site)?;
    writeln!(text, "\na first visit, compressed")?;
    let first = first_visit(site)?;
    for (name, size) in &first {
        writeln!(text, "  {name:24}{:>12}", grouped(*size))?;
    }
    let sum = first.iter().map(|(_, size)| size).sum();
    writeln!(text, "  {:24}{:>12}  {}", "together", grouped(sum), against(sum, AIMS.0))?;
    for (name, file) in
        ["then, what plays", "tour and settings", "and all the rest"].into_iter().zip(split::LATER)
    {
        if site.join(file).exists() {
            writeln!(text, "  {name:24}{:>12}", grouped(zipped(&read(&site.join(file))?)? as u64))?;
        }
    }
    writeln!(text, "\nin one file")?;
    for (name, size) in in_one_file(dist)? {
        let verdict = if name == PACKED[0] { against(size, AIMS.1) } else { String::new() };
        writeln!(text, "  {name:24}{:>12}  {verdict}", grouped(size))?;
    }
    let compiled = workspace::target().join(setup::WASM).join("web/delivery_lab.wasm");
    if compiled.exists() {
        write!(
            text,
            "\nwhat the wasm is mostly made of, by instructions\n{}",
            contents::largest(&compiled)?
        )?;
    }
    Ok(text)
}

/// What a first visit fetches before the lab answers, as gzip makes it, by kind.
pub(crate) fn first_visit(site: &Path) -> Result<Vec<(&'static str, u64)>> {
    let weigh = |files: &[&str]| {
        let there = files.iter().map(|file| site.join(file)).filter(|file| file.exists());
        there.map(|file| Ok(zipped(&read(&file)?)? as u64)).sum::<Result<u64>>()
    };
    FIRST.into_iter().map(|(name, files)| Ok((name, weigh(files)?))).collect()
}

/// All wasm of a site, as gzip makes it.
pub(crate) fn all_wasm(site: &Path) -> Result<u64> {
    let files = site::files_below(site)?.into_iter();
    let wasm = files.filter(|file| file.extension().is_some_and(|ending| ending == "wasm"));
    wasm.map(|file| Ok(zipped(&read(&file)?)? as u64)).sum()
}

/// What comes as one file, as it is; what was not made is left out.
pub(crate) fn in_one_file(dist: &Path) -> Result<Vec<(&'static str, u64)>> {
    let made = PACKED.into_iter().filter(|name| dist.join(name).exists());
    made.map(|name| Ok((name, read(&dist.join(name))?.len() as u64))).collect()
}

fn against(size: u64, aim: u64) -> String {
    let verdict = if size <= aim { "met" } else { "missed" };
    format!("aim {}: {verdict}", grouped(aim))
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("{} cannot be read", workspace::shown(file)))
}

/// A table of every file with its size in bytes, raw and by gzip, and the sums.
fn table(folder: &Path) -> Result<String> {
    let mut rows = Vec::new();
    for file in site::files_below(folder)? {
        let bytes = read(&file)?;
        let name = file.strip_prefix(folder).unwrap_or(&file).display().to_string();
        rows.push((name, bytes.len(), zipped(&bytes)?));
    }
    let (raw, gz) = rows.iter().fold((0, 0), |(raw, gz), row| (raw + row.1, gz + row.2));
    rows.push(("together".to_owned(), raw, gz));

    let width = rows.iter().map(|row| row.0.chars().count()).max().unwrap_or(0);
    let mut text = format!("{:width$}  {:>12}  {:>12}\n", "file", "bytes", "gzip");
    for (name, raw, gz) in rows {
        writeln!(text, "{name:width$}  {:>12}  {:>12}", grouped(raw as u64), grouped(gz as u64))?;
    }
    Ok(text)
}

fn zipped(bytes: &[u8]) -> Result<usize> {
    Ok(gzip(bytes)?.len())
}

/// The bytes as gzip makes them at its best.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

/// 1234567 as 1,234,567.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_by_thousands() {
        assert_eq!([0, 999, 1_000, 1_234_567].map(grouped), ["0", "999", "1,000", "1,234,567"]);
    }
}
