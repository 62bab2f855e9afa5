//! Checks what other people's machines run for us: each step that others wrote is named by its commit, and each file
//! says what it may do.

use std::fs;

use anyhow::{Context as _, Result};

use crate::{site, workspace};

/// What is wrong with the workflows of GitHub.
pub(crate) fn check() -> Result<Vec<String>> {
    let mut wrong = Vec::new();
    for file in site::files_below(&workspace::at(".github/workflows"))? {
        let name = workspace::shown(&file);
        let text = fs::read_to_string(&file).with_context(|| format!("{name} cannot be read"))?;
        wrong.extend(problems(&text).into_iter().map(|problem| format!("{name}: {problem}")));
    }
    Ok(wrong)
}

fn problems(text: &str) -> Vec<String> {
    let used = text.lines().filter_map(|line| line.trim().trim_start_matches("- ").strip_prefix("uses: "));
    let moving = used.filter(|step| !is_pinned(step));
    let mut wrong: Vec<String> =
        moving.map(|step| format!("{step} can change; name it by its commit")).collect();
    if !text.lines().any(|line| line.starts_with("permissions:")) {
        wrong.push("it does not say what it may do".to_owned());
    }
    if text.contains("secrets.") {
        wrong.push("it uses a secret".to_owned());
    }
    wrong
}

/// Whether a step is named by a whole commit, `owner/name@40 digits`, with its version beside it for people.
fn is_pinned(step: &str) -> bool {
    let Some((name, version)) = step.split_once(" # ") else { return false };
    let commit = name.split_once('@').map_or("", |(_, commit)| commit);
    let is_digit = |sign: char| sign.is_ascii_digit() || ('a'..='f').contains(&sign);
    commit.len() == 40 && commit.chars().all(is_digit) && version.starts_with('v')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_change_and_what_may_do_anything_is_found() {
        let commit = "0123456789abcdef0123456789abcdef01234567";
        let good = format!("permissions: {{}}\njobs:\n  - uses: a/b@{commit} # v1.2.3\n");
        assert_eq!(problems(&good), Vec::<String>::new());
        for bad in [
            good.replace(commit, "v1"),
            good.replace(" # v1.2.3", ""),
            good.replace(commit, &commit[1..]),
            good.replace("permissions: {}\n", ""),
            format!("{good}    env:\n      A: ${{{{ secrets.A }}}}\n"),
        ] {
            assert_eq!(problems(&bad).len(), 1, "{bad}");
        }
    }

    #[test]
    fn there_are_workflows_and_nothing_is_wrong_with_them() {
        assert!(workspace::at(".github/workflows/ci.yml").exists());
        assert_eq!(check().unwrap(), Vec::<String>::new());
    }
}
