//! Gathers the files of the site in one folder, and has those written that are made of others.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use crate::address::Address;
use crate::{course, integrity, licences, not_found, oembed, run, styles, workspace};

/// Fills `site` anew from the bindings in `bound`, `index.html` and `www`, for a public address if it is known. What is
/// for readers is made small.
///
/// The folder is made beside the old one and then takes its place, so a server never sees half a site.
pub(crate) fn gather(bound: &Path, site: &Path, address: Option<&Address>, is_small: bool) -> Result<()> {
    let new = site.with_extension("new");
    empty(&new)?;
    copy_tree(bound, &new)?;
    copy_file(&workspace::at("index.html"), &new.join("index.html"))?;
    copy_files(&workspace::at("www"), &new)?;
    styles::write(&workspace::at("www/style"), &new)?;
    for sheet in ["www/style/tokens.css", "www/style/opening.css"] {
        add_text(&workspace::at(sheet), &new.join("page.css"))?;
    }
    // Pages beside the lab take its colours and sizes from the same file.
    copy_file(&workspace::at("www/style/tokens.css"), &new.join("tokens.css"))?;
    copy_tree(&workspace::at("www/embed"), &new.join("embed"))?;
    copy_tree(&workspace::at("www/thumbnails"), &new.join("thumbnails"))?;
    copy_tree(&workspace::at("www/examples"), &new.join("examples"))?;
    copy_tree(&workspace::at("www/lang"), &new.join("lang"))?;
    copy_tree(&workspace::at("www/lms"), &new.join("lms"))?;
    course::write(&workspace::at("course"), &new.join("course"))?;
    copy_tree(&workspace::at("www/public"), &new)?;
    licences::write(&new)?;
    oembed::write(&new, address)?;
    not_found::write(&new, address)?;
    if is_small {
        let mut node = run::program("node");
        run::to_end(node.arg("xtask/src/minify.mjs").arg(&new))
            .context("the scripts cannot be made small")?;
    }
    // Last, because it has the hashes of the others.
    integrity::write(&new)?;
    remove(site)?;
    fs::rename(&new, site).with_context(|| format!("{} cannot be put in place", workspace::shown(site)))
}

/// Makes sure that the folder is there and has nothing in it.
pub(crate) fn empty(folder: &Path) -> Result<()> {
    remove(folder)?;
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", workspace::shown(folder)))
}

/// Every file below a folder, sorted; none where the folder does not exist.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let (mut folders, mut files) = (vec![folder.to_path_buf()], Vec::new());
    while let Some(next) = folders.pop() {
        let (inner, mut found) = entries(&next)?.into_iter().partition(|path| path.is_dir());
        folders.extend::<Vec<PathBuf>>(inner);
        files.append(&mut found);
    }
    files.sort();
    Ok(files)
}

/// Adds a text at the end of another.
fn add_text(from: &Path, to: &Path) -> Result<()> {
    let hint = || format!("{} cannot be added to {}", workspace::shown(from), workspace::shown(to));
    let text =
        [to, from].map(fs::read_to_string).into_iter().collect::<Result<Vec<_>, _>>().with_context(hint)?;
    fs::write(to, text.join("\n")).with_context(hint)
}

/// Copies everything below a folder.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    for file in files_below(from)? {
        if let Ok(below) = file.strip_prefix(from) {
            copy_file(&file, &to.join(below))?;
        }
    }
    Ok(())
}

/// The files directly in a folder.
pub(crate) fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries = entries(folder)?;
    entries.retain(|path| path.is_file());
    Ok(entries)
}

/// Copies the files directly in a folder, leaving its folders alone.
fn copy_files(from: &Path, to: &Path) -> Result<()> {
    for file in files_in(from)? {
        if let Some(name) = file.file_name() {
            copy_file(&file, &to.join(name))?;
        }
    }
    Ok(())
}

/// Copies a file and makes the folder that it goes to.
pub(crate) fn copy_file(from: &Path, to: &Path) -> Result<()> {
    let hint = || format!("{} cannot be copied to {}", workspace::shown(from), workspace::shown(to));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(hint)?;
    }
    fs::copy(from, to).map(|_| ()).with_context(hint)
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let hint = || format!("{} cannot be listed", workspace::shown(folder));
    let entries = fs::read_dir(folder).with_context(hint)?;
    entries.map(|entry| entry.map(|entry| entry.path()).with_context(hint)).collect()
}

pub(crate) fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("{} cannot be removed", workspace::shown(folder)))?;
    }
    Ok(())
}
