//! Measures what the lab claims, part by part, and makes one document with charts of it.

mod aims;
mod chart;
mod charts;
mod document;
mod facts;
mod grid;
mod history;
mod parts;
mod publish;
mod release;
mod results;
mod saved;
mod summary;

use anyhow::{Result, bail};

use self::facts::Facts;
use self::history::History;
use self::parts::rig::Rig;
use self::parts::{PARTS, Part};
use self::saved::{Measured, Saved};
use crate::page::{self, Flavour};
use crate::progress::{self, Steps};
use crate::{chromium, setup};

/// What `cargo xtask bench` is told to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Order {
    /// Measure these parts, all where none is named.
    Measure { parts: Vec<&'static str>, is_quick: bool, is_written: bool },
    /// Make document and charts anew from the kept results.
    Redraw,
    /// Add the release in `dist/` to the history.
    Record,
}

/// The name of the part that is called this.
pub(crate) fn part_named(name: &str) -> Option<&'static str> {
    const { &PARTS }.iter().map(|part| part.name).find(|known| *known == name)
}

/// Does it.
pub(crate) fn run(order: &Order) -> Result<()> {
    match order {
        Order::Measure { parts, is_quick, is_written } => {
            let chosen =
                const { &PARTS }.iter().filter(|part| parts.is_empty() || parts.contains(&part.name));
            // A whole run is there to be published; a quick one or a part only where that is said.
            let is_written = *is_written || (parts.is_empty() && !is_quick);
            let kept = is_written.then(|| Saved::load(&publish::results_file())).transpose()?;
            measure(&chosen.collect::<Vec<_>>(), *is_quick, kept)
        }
        Order::Redraw => publish::write(),
        Order::Record => record(),
    }
}

/// Measures and prints; what comes out is published among what was kept, where that is given.
fn measure(parts: &[&'static Part], is_quick: bool, kept: Option<Saved>) -> Result<()> {
    let mut rig = prepared(parts, is_quick)?;
    let is_written = kept.is_some();
    let mut saved = kept.unwrap_or_default();
    for part in parts {
        keep(&mut saved, part, measured(part, &mut rig));
        // At once, so that an hour is not lost with its last minute.
        if is_written {
            publish::put(&publish::results_file(), &saved.written()?)?;
        }
    }
    println!("\n{}", document::of(&saved, &[])?);
    if is_written {
        publish::write()?;
    }
    let failed: Vec<&str> =
        parts.iter().map(|part| part.name).filter(|name| saved.failed.contains_key(*name)).collect();
    if !failed.is_empty() {
        bail!("not measured: {}; the reasons are above", failed.join(", "));
    }
    Ok(())
}

/// Finds and builds what several parts share.
fn prepared(parts: &[&'static Part], is_quick: bool) -> Result<Rig> {
    let needs_browser = parts.iter().any(|part| part.needs_browser);
    let needs_page = parts.iter().any(|part| part.needs_page);
    let mut count: usize = parts.iter().map(|part| part.steps).sum();
    count += usize::from(needs_browser) + if needs_page { page::step_count(Flavour::Release) } else { 0 };
    let mut rig = Rig { steps: Steps::new(count), browser: None, is_quick };
    if needs_browser {
        rig.browser = Some(rig.steps.run("finding Node.js, its packages and Chromium", || {
            setup::node_packages()?;
            setup::wasm_target()?;
            chromium::find_or_install()
        })?);
    }
    if needs_page {
        page::make(Flavour::Release, &mut rig.steps)?;
    }
    Ok(rig)
}

fn measured(part: &Part, rig: &mut Rig) -> Result<Measured> {
    let results = (part.measure)(rig)?;
    Ok(Measured { facts: Facts::gather(part.rivals, rig.is_quick)?, results })
}

/// Takes in what a part came to, or why it could not be measured: the others go on.
fn keep(saved: &mut Saved, part: &Part, outcome: Result<Measured>) {
    match outcome {
        Ok(measured) => {
            saved.failed.remove(part.name);
            saved.parts.insert(part.name.to_owned(), measured);
        }
        Err(error) => {
            progress::complain(&error);
            // What to do about it is for whoever measures; a reader wants the reason alone.
            let reason = format!("{error:#}");
            let reason = reason.lines().next().unwrap_or_default().trim_end_matches('.').to_owned();
            saved.parts.remove(part.name);
            saved.failed.insert(part.name.to_owned(), reason);
        }
    }
}

/// Adds a row to the history and draws it.
fn record() -> Result<()> {
    let mut history = History::load(&publish::history_file())?;
    history.add(release::row(&Saved::load(&publish::results_file())?)?);
    publish::put(&publish::history_file(), &history.written())?;
    publish::write()
}
