//! Chooses which inputs that libFuzzer found are kept in the repository: the few that reach most beyond all shorter ones.

use std::cmp::Reverse;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result};

use crate::{run, site, workspace};

/// The most inputs of a target that libFuzzer made, and the longest, in bytes; those with a name of their own were made
/// by hand, or once broke something, and always stay.
const MOST: usize = 24;
const LONGEST: u64 = 12 << 10;

/// Takes the best of what was found into the folder of the repository, in place of what was the best before.
pub(crate) fn keep(fuzzer: &mut Command, kept: &Path, found: &Path) -> Result<()> {
    let scratch = workspace::target().join("fuzz-merge");
    let control = scratch.join("control");
    let merged = scratch.join("merged");
    site::remove(&scratch)?;
    site::empty(&merged)?;
    // How often a place is reached is left out of account: it would tell thousands of inputs apart.
    fuzzer.args(["-merge=1", "-use_counters=0"]).arg(format!("-merge_control_file={}", control.display()));
    run::to_end(fuzzer.arg(&merged).arg(kept).arg(found))?;
    let text = fs::read(&control).context("libFuzzer did not say what the inputs reach")?;
    let best = best(&String::from_utf8_lossy(&text));
    for path in site::files_in(kept)? {
        if is_made(&path) && !best.contains(&path) {
            fs::remove_file(&path)
                .with_context(|| format!("{} cannot be removed", workspace::shown(&path)))?;
        }
    }
    for path in best {
        let place = kept.join(path.file_name().unwrap_or_default());
        if path != place {
            site::copy_file(&path, &place)?;
        }
    }
    Ok(())
}

/// The inputs that reach most, of libFuzzer's account: how many there are, how many it began with, their paths, and for
/// each, from the shortest on, what it reaches that none before it did.
fn best(account: &str) -> Vec<PathBuf> {
    let mut lines = account.lines();
    let count = lines.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    let paths: Vec<PathBuf> = lines.by_ref().skip(1).take(count).map(PathBuf::from).collect();
    let reached = lines.filter_map(|line| {
        let mut words = line.strip_prefix("FT ")?.split_whitespace();
        let path = paths.get(words.next()?.parse::<usize>().ok()?)?;
        Some((words.count(), path))
    });
    let is_short = |path: &Path| fs::metadata(path).map_or(true, |data| data.len() <= LONGEST);
    let mut all: Vec<_> =
        reached.filter(|(more, path)| *more > 0 && is_made(path) && is_short(path)).collect();
    all.sort_by_key(|(more, _)| Reverse(*more));
    all.into_iter().take(MOST).map(|(_, path)| path.clone()).collect()
}

/// Whether an input has a name as libFuzzer gives it: the hash of its bytes.
fn is_made(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.len() == 40 && name.bytes().all(|sign| sign.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reaches_most_is_best_and_names_of_people_are_left_alone() {
        let [few, most] = ["a", "b"].map(|sign| format!("found/{}", sign.repeat(40)));
        let account = format!(
            "3\n0\n{few}\nfound/by-hand\n{most}\nSTARTED 0 4\nFT 0 7\nCOV 0 7\nFT 1 1 2 3\nFT 2 8 9\n"
        );
        assert_eq!(best(&account), [PathBuf::from(most), PathBuf::from(few)]);
        assert!(best("").is_empty());
    }
}
