//! Reads what Callgrind writes: how many instructions ran in a function and in all that it called.

use std::collections::BTreeMap;

/// The instructions from entry to exit, over all calls from other functions; none where nobody called it.
pub(crate) fn inclusive(text: &str, function: &str) -> Option<u64> {
    let mut names = BTreeMap::new();
    let (mut caller, mut callee) = (String::new(), String::new());
    let (mut sum, mut is_cost) = (None, false);
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("fn=") {
            caller = named(name, &mut names);
        } else if let Some(name) = line.strip_prefix("cfn=") {
            callee = named(name, &mut names);
        } else if line.starts_with("calls=") {
            is_cost = true;
        } else if std::mem::take(&mut is_cost) && callee == function && caller != function {
            let cost: u64 = line.split(' ').nth(1)?.parse().ok()?;
            sum = Some(sum.unwrap_or(0) + cost);
        }
    }
    sum
}

/// The name behind `(7) name`, which later is only `(7)`; without what tells recursive calls apart.
fn named(told: &str, names: &mut BTreeMap<String, String>) -> String {
    let (number, name) = told.split_once(' ').unwrap_or((told, ""));
    if name.is_empty() {
        return names.get(number).cloned().unwrap_or_default();
    }
    let name = name.split('\'').next().unwrap_or(name).to_owned();
    names.insert(number.to_owned(), name.clone());
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUT: &str = "events: Ir\n\nfl=(1) main.rs\nfn=(1) main\n10 5\ncfn=(2) year::run\ncalls=1 20\n+2 700\n\
        cfn=(3) year::seek\ncalls=9 40\n* 90\n11 3\n\nfn=(2)\n20 100\ncfn=(4) draw\ncalls=50 7\n* 600\n\nfn=(5) other\n\
        cfn=(2)\ncalls=1 20\n-3 11\n\nfn=(4)\n7 600\n\ntotals: 719\n";

    #[test]
    fn calls_are_added_up_with_all_they_called() {
        assert_eq!(inclusive(OUT, "year::run"), Some(711));
        assert_eq!(inclusive(OUT, "year::seek"), Some(90));
        assert_eq!(inclusive(OUT, "draw"), Some(600));
        assert_eq!(inclusive(OUT, "main"), None);
    }
}
