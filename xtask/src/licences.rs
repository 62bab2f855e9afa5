//! Writes the licences of everything that is in the wasm and in the one file, for the site and the npm package.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::packages_used::{self, Package};
use crate::spdx::Licence;
use crate::{run, workspace};

/// The licences that what is passed on may have. Where a package offers several, the first of these is kept to.
pub(crate) const SHIPPED: [&str; 8] =
    ["MIT", "0BSD", "Zlib", "BSL-1.0", "ISC", "BSD-3-Clause", "Unicode-3.0", "Apache-2.0"];

/// One licence of one package, with its words.
#[derive(Clone, Debug, PartialEq)]
struct Notice {
    package: String,
    licence: String,
    repository: String,
    text: String,
}

/// Writes `licences.txt` and `licences.html` into a folder.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let notices = collect()?;
    for (name, text) in [("licences.txt", as_text(&notices)), ("licences.html", as_page(&notices))] {
        let file = folder.join(name);
        fs::write(&file, text).with_context(|| format!("{} cannot be written", workspace::shown(&file)))?;
    }
    Ok(())
}

/// The licences of all packages in the wasm, of Rust's own library, of what unpacks the one file, and of the lab itself.
fn collect() -> Result<Vec<Notice>> {
    let own = |name: &str| read(&workspace::at(name));
    let (mit, apache) = (own("LICENSE-MIT")?, own("LICENSE-APACHE")?);
    let mut notices = vec![Notice {
        package: "Delivery Lab".to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        repository: String::new(),
        text: format!("{}\n\n{}", mit.trim(), apache.trim()),
    }];
    for package in packages_used::in_the_wasm()? {
        notices.extend(notices_of(&package, &mit, &apache)?);
    }
    let version = run::first_line(run::program("rustc").arg("--version")).unwrap_or_else(|| "rustc".into());
    notices.push(Notice {
        package: format!("Rust’s standard library ({version})"),
        licence: "MIT".to_owned(),
        repository: "https://github.com/rust-lang/rust".to_owned(),
        text: standard("MIT", &mit, &apache, "The Rust Project Contributors").unwrap_or_default(),
    });
    notices.push(unpacker(&mit, &apache)?);
    Ok(notices)
}

/// The one package of npm that is passed on: the script in `delivery-lab.html` that unpacks it.
fn unpacker(mit: &str, apache: &str) -> Result<Notice> {
    let manifest: serde_json::Value = serde_json::from_str(&read(&workspace::at("package.json"))?)?;
    let version = manifest.pointer("/devDependencies/xz-decompress").and_then(|version| version.as_str());
    let version = version.context("package.json does not name xz-decompress")?;
    // It comes without a file of its licence; its script names these holders, and XZ Embedded, which is in the public domain.
    let text = standard("MIT", mit, apache, "Tim Perry, Steven Sanderson; 2020 Igalia, S.L.");
    Ok(Notice {
        package: format!("xz-decompress {version}"),
        licence: "MIT".to_owned(),
        repository: "https://github.com/httptoolkit/xz-decompress".to_owned(),
        text: text.context("there are no words of MIT")?,
    })
}

fn notices_of(package: &Package, mit: &str, apache: &str) -> Result<Vec<Notice>> {
    let name = format!("{} {}", package.name, package.version);
    let chosen = Licence::read(&package.licence)?.chosen(&SHIPPED).with_context(|| {
        format!("{name} has the licence `{}`, which nothing in the page may have", package.licence)
    })?;
    let files = licence_files(&package.folder)?;
    let notice = |licence: String| {
        let text = match file_for(&licence, &files) {
            Some(file) => read(file)?,
            // Some packages name their licence and leave its words out.
            None => standard(&licence, mit, apache, &holder(package))
                .with_context(|| format!("{name} comes without the words of {licence}"))?,
        };
        let repository = package.repository.clone();
        Ok(Notice { package: name.clone(), licence, repository, text: text.trim().to_owned() })
    };
    chosen.into_iter().map(notice).collect()
}

/// The files of a package that hold licences or notices.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let hint = || format!("{} cannot be listed", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(hint)? {
        let path = entry.with_context(hint)?.path();
        let name = shouted(&path);
        if path.is_file() && ["LICENSE", "LICENCE", "COPYING"].iter().any(|start| name.starts_with(start)) {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The file with the words of a licence: one that is named after it, else the only one there is.
fn file_for<'f>(licence: &str, files: &'f [PathBuf]) -> Option<&'f PathBuf> {
    let mark = match licence {
        "BSL-1.0" => "BOOST",
        other => other.split('-').next().unwrap_or(other),
    };
    let mark = mark.to_uppercase();
    let is_plain = |file: &&PathBuf| {
        let name = shouted(file);
        ["LICENSE", "LICENCE", "COPYING"].contains(&name.split('.').next().unwrap_or_default())
    };
    files.iter().find(|file| shouted(file).contains(&mark)).or_else(|| files.iter().find(is_plain))
}

fn shouted(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().to_uppercase()
}

/// The usual words of a licence, with the holder of the copyright in them.
fn standard(licence: &str, mit: &str, apache: &str, holder: &str) -> Option<String> {
    match licence {
        "MIT" => {
            let mut lines: Vec<String> = mit.trim().lines().map(str::to_owned).collect();
            let place = lines.iter().position(|line| line.starts_with("Copyright"))?;
            lines[place] = format!("Copyright (c) {holder}");
            Some(lines.join("\n"))
        }
        "Apache-2.0" => Some(apache.to_owned()),
        _ => None,
    }
}

fn holder(package: &Package) -> String {
    match package.authors.as_slice() {
        [] => format!("the authors of {}", package.name),
        authors => authors.join(", "),
    }
}

/// The notices with the same words together, in the order of the first of each.
fn grouped(notices: &[Notice]) -> Vec<Vec<&Notice>> {
    let (mut groups, mut places): (Vec<Vec<&Notice>>, BTreeMap<&str, usize>) = Default::default();
    for notice in notices {
        let place = *places.entry(&notice.text).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(notice),
            None => groups.push(vec![notice]),
        }
    }
    groups
}

const INTRO: &str = "Delivery Lab is made with the packages below; their code is part of the wasm module, or of the one-file page. \
    Where a package may be used under one of several licences, the one that is kept to is shown.";

fn as_text(notices: &[Notice]) -> String {
    let mut text = format!("Licences\n\n{INTRO}\n");
    for group in grouped(notices) {
        let _ = writeln!(text, "\n{}", "=".repeat(78));
        for notice in &group {
            let _ = writeln!(text, "{} ({}) {}", notice.package, notice.licence, notice.repository);
        }
        let words = group.first().map(|notice| notice.text.as_str()).unwrap_or_default();
        let _ = writeln!(text, "\n{words}");
    }
    text
}

fn as_page(notices: &[Notice]) -> String {
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'\">\n\
         <title>Licences · Delivery Lab</title>\n<meta name=\"color-scheme\" content=\"light dark\">\n\
         <link rel=\"icon\" href=\"data:,\">\n<link rel=\"stylesheet\" href=\"./tokens.css\">\n\
         <link rel=\"stylesheet\" href=\"./embed.css\">\n</head>\n<body class=\"plain\">\n<main>\n<h1>Licences</h1>\n<p>{INTRO}</p>\n"
    );
    for group in grouped(notices) {
        page.push_str("<details>\n<summary>");
        let names: Vec<String> = group
            .iter()
            .map(|notice| format!("{} <span>{}</span>", escaped(&notice.package), escaped(&notice.licence)))
            .collect();
        page.push_str(&names.join(", "));
        let words = group.first().map(|notice| notice.text.as_str()).unwrap_or_default();
        let _ = writeln!(page, "</summary>\n<pre tabindex=\"0\">{}</pre>\n</details>", escaped(words));
    }
    page + "</main>\n</body>\n</html>\n"
}

/// A text as HTML that shows it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn read(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| format!("{} cannot be read", workspace::shown(file)))?;
    if bytes.len() > 1 << 20 {
        bail!("{} is too long for a licence", workspace::shown(file));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notice(package: &str, text: &str) -> Notice {
        Notice {
            package: package.into(),
            licence: "MIT".into(),
            repository: String::new(),
            text: text.into(),
        }
    }

    #[test]
    fn every_package_in_the_wasm_has_its_words() {
        let notices = collect().unwrap();
        for package in packages_used::in_the_wasm().unwrap() {
            let name = format!("{} {}", package.name, package.version);
            let found = notices.iter().find(|notice| notice.package == name);
            assert!(found.is_some_and(|notice| notice.text.len() > 200), "{name}");
        }
        for other in ["standard library", "xz-decompress 0."] {
            assert!(notices.iter().any(|notice| notice.package.contains(other)), "{other}");
        }
        assert!(notices.iter().all(|notice| notice.licence != "MIT" || notice.text.contains("WARRANT")));
    }

    #[test]
    fn the_file_named_after_the_licence_is_taken_first() {
        let files: Vec<PathBuf> =
            ["/a/COPYING", "/a/LICENSE-APACHE", "/a/LICENSE-MIT.md"].map(PathBuf::from).to_vec();
        assert_eq!(file_for("MIT", &files), Some(&files[2]));
        assert_eq!(file_for("Apache-2.0", &files), Some(&files[1]));
        assert_eq!(file_for("Zlib", &files), Some(&files[0]));
        assert_eq!(file_for("MIT", &files[1..2]), None);
    }

    #[test]
    fn the_same_words_are_written_once_and_shown_as_text() {
        let notices = [notice("a 1", "x <b> & y"), notice("b 1", "other"), notice("c 1", "x <b> & y")];
        let text = as_text(&notices);
        assert_eq!(text.matches("x <b> & y").count(), 1);
        assert!(text.contains("a 1 (MIT) \nc 1 (MIT) \n"), "{text}");
        assert!(as_page(&notices).contains("<pre tabindex=\"0\">x &lt;b&gt; &amp; y</pre>"));
    }

    #[test]
    fn usual_words_name_who_holds_the_copyright() {
        let made = standard("MIT", "MIT\n\nCopyright (c) us\n\nPermission", "", "them").unwrap();
        assert_eq!(made, "MIT\n\nCopyright (c) them\n\nPermission");
        assert_eq!(standard("Zlib", "", "", "them"), None);
    }
}
