//! What was aimed at, and whether the measurement reached it: computed, never written by hand.

use std::fmt::Write as _;

use anyhow::Result;

/// One aim and what was measured of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Aim {
    /// What is aimed at, in words.
    pub(crate) what: String,
    /// What came out.
    pub(crate) measured: String,
    pub(crate) is_met: bool,
}

impl Aim {
    pub(crate) fn new(what: impl Into<String>, measured: impl Into<String>, is_met: bool) -> Self {
        Self { what: what.into(), measured: measured.into(), is_met }
    }

    /// An aim beside another's number; both are compared as far as they are shown.
    pub(crate) fn beside(
        what: impl Into<String>,
        (ours, theirs): (f64, f64),
        decimals: usize,
        is_met: fn(&f64, &f64) -> bool,
    ) -> Self {
        let shown = [ours, theirs].map(|value| format!("{value:.decimals$}"));
        let [ours, theirs] = [&shown[0], &shown[1]].map(|value| value.parse().unwrap_or(f64::NAN));
        Self::new(what, shown.join(" against "), is_met(&ours, &theirs))
    }
}

/// What a part of the measurement came to.
pub(crate) struct Section {
    /// How it was measured and what came out, as Markdown.
    pub(crate) text: String,
    pub(crate) aims: Vec<Aim>,
}

#[cfg(test)]
impl Section {
    /// Everything that is written of it, for tests.
    pub(super) fn whole(&self) -> String {
        format!("{}\n{}", self.text, table(&self.aims).unwrap())
    }
}

/// A line for each aim.
pub(super) fn table(aims: &[Aim]) -> Result<String> {
    let mut text = "| aim | measured | |\n|---|--:|---|\n".to_owned();
    for Aim { what, measured, is_met } in aims {
        writeln!(text, "| {what} | {measured} | {} |", verdict(*is_met))?;
    }
    Ok(text)
}

/// How many of them are met, and which are missed.
pub(super) fn summary<'a>(aims: impl Iterator<Item = (&'static str, &'a Aim)>) -> Result<String> {
    let all: Vec<_> = aims.collect();
    let missed: Vec<_> = all.iter().filter(|(_, aim)| !aim.is_met).collect();
    let mut text = format!("**{} of {} aims are met.**", all.len() - missed.len(), all.len());
    if missed.is_empty() {
        text.push('\n');
        return Ok(text);
    }
    text.push_str(" These are missed:\n\n| part | aim | measured |\n|---|---|--:|\n");
    for (part, Aim { what, measured, .. }) in missed {
        writeln!(text, "| {part} | {what} | {measured} |")?;
    }
    Ok(text)
}

const fn verdict(is_met: bool) -> &'static str {
    if is_met { "met" } else { "**missed**" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_missed_are_named_and_the_met_only_counted() {
        let (met, missed) = (Aim::new("fast", "1 ms", true), Aim::new("small", "9 KB", false));
        let both = summary([("engine", &met), ("load", &missed)].into_iter()).unwrap();
        assert!(both.starts_with("**1 of 2 aims are met.** These are missed:"));
        assert!(both.contains("| load | small | 9 KB |") && !both.contains("fast"));
        assert_eq!(summary([("engine", &met)].into_iter()).unwrap(), "**1 of 1 aims are met.**\n");
        let beside = |ours, is_met| Aim::beside("light", (ours, 16.72), 1, is_met);
        assert_eq!(beside(16.74, f64::le), Aim::new("light", "16.7 against 16.7", true));
        assert!(!beside(16.74, f64::lt).is_met && !beside(16.76, f64::le).is_met);
        assert!(table(&[missed]).unwrap().contains("| small | 9 KB | **missed** |"));
    }
}
