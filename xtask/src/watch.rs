//! Remakes the page when a file changes, and counts how often it did.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use crate::page::{self, Flavour};
use crate::progress::Steps;
use crate::workspace;

/// How long the files must be still before the page is remade: an editor writes in several strokes.
const STILL: Duration = Duration::from_millis(200);

const FOLDERS: [&str; 2] = ["src", "www"];
const FILES: [&str; 3] = ["index.html", "Cargo.toml", "Cargo.lock"];

/// Watches from a thread of its own and hands over the count of remade pages.
pub(crate) fn start(flavour: Flavour) -> Result<Arc<AtomicU64>> {
    let (send, changes) = mpsc::channel();
    let watcher = watcher(move |path: &Path| {
        let _ = send.send(workspace::shown(path));
    })?;
    let count = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&count);
    thread::spawn(move || {
        // The watcher stops when it is dropped, so the thread holds it.
        let _watcher = watcher;
        while let Some(change) = next_change(&changes) {
            remake(flavour, &change, &counted);
        }
    });
    Ok(count)
}

fn watcher(on_change: impl Fn(&Path) + Send + 'static) -> Result<RecommendedWatcher> {
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
        if let Ok(event) = event
            && let Some(path) = event.paths.iter().find(|path| matters(&event.kind, path))
        {
            on_change(path);
        }
    })
    .context("changes cannot be watched on this system; run without --watch")?;
    let folders = FOLDERS.map(|folder| (workspace::at(folder), RecursiveMode::Recursive));
    for (path, mode) in folders.into_iter().chain([(workspace::root(), RecursiveMode::NonRecursive)]) {
        watcher
            .watch(&path, mode)
            .with_context(|| format!("{} cannot be watched; run without --watch", workspace::shown(&path)))?;
    }
    Ok(watcher)
}

fn matters(kind: &EventKind, path: &Path) -> bool {
    let is_ours = FOLDERS.iter().any(|folder| path.starts_with(workspace::at(folder)))
        || FILES.iter().any(|file| path == workspace::at(file));
    is_ours && !matches!(kind, EventKind::Access(_))
}

/// The first change of a burst, once the burst is over; none when the watcher is gone.
fn next_change(changes: &Receiver<String>) -> Option<String> {
    let first = changes.recv().ok()?;
    while changes.recv_timeout(STILL).is_ok() {}
    Some(first)
}

fn remake(flavour: Flavour, change: &str, count: &AtomicU64) {
    println!("\n{change} changed");
    let mut steps = Steps::new(page::step_count(flavour));
    match page::make(flavour, &mut steps) {
        Ok(()) => {
            count.fetch_add(1, Ordering::Relaxed);
            println!("The page is new again.");
        }
        Err(error) => eprintln!("\nerror: {error:#}\nThe last good page is still served."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind};

    #[test]
    fn only_changes_to_what_the_page_is_made_of_matter() {
        let create = EventKind::Create(CreateKind::Any);
        assert!(matters(&create, &workspace::at("src/base/time.rs")));
        assert!(matters(&create, &workspace::at("index.html")));
        assert!(!matters(&create, &workspace::at("target/site/index.html")));
        assert!(!matters(&create, &workspace::at("README.md")));
        assert!(!matters(&EventKind::Access(AccessKind::Any), &workspace::at("index.html")));
    }
}
