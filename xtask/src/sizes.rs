//! Weighs the files of the site, plain and as a web server would compress them.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{site, workspace};

/// A table of every file with its size in bytes, raw and by gzip, and the sums.
pub(crate) fn table(folder: &Path) -> Result<String> {
    let mut rows = Vec::new();
    for file in site::files_below(folder)? {
        let bytes = fs::read(&file).with_context(|| format!("{} cannot be read", workspace::shown(&file)))?;
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
pub(crate) fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
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
