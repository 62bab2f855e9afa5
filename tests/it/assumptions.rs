//! Gathers every assumption from the sources into one page, so that whoever knows the product can judge them all.

use std::fmt::Write as _;
use std::fs;

use crate::golden_file::{difference, path};
use crate::house::{files, shown};

/// The rooms in which the product is simulated, and what each does, in the words of the page.
const ROOMS: [(&str, &str); 6] = [
    ("schedule", "When a schedule launches"),
    ("people", "Recipients and conditions"),
    ("scenario", "What is drawn, and what is wrong with it"),
    ("plan", "What is made runnable"),
    ("engine", "What happens in the run"),
    ("log", "What the logs and reports tell"),
];
const HEAD: &str = "# What is assumed\n\n\
    <!-- Written by `UPDATE_GOLDENS=1 cargo test --test it -- assumptions`; change the comment in the source instead. -->\n\n\
    The lab follows the public documentation of the product. Where that is silent and something has to be chosen, the comment\n\
    in the source says *Assumption*. These are all of them, each with what it is part of and the file that it is in. If you know\n\
    how the product does it, you are most welcome to say so.\n";

#[test]
fn the_page_of_assumptions_has_all_of_them() {
    let mut text = HEAD.to_owned();
    for (room, title) in ROOMS {
        let found: Vec<_> = files(&path("src").join(room), &["rs"])
            .iter()
            .flat_map(|file| {
                paragraphs(&fs::read_to_string(file).unwrap()).into_iter().map(|one| (shown(file), one))
            })
            .filter(|(_, paragraph)| paragraph.contains("Assumption"))
            .collect();
        if !found.is_empty() {
            writeln!(text, "\n## {title}\n").unwrap();
        }
        for (place, paragraph) in found {
            writeln!(text, "- {} (`{place}`)", plain(&paragraph)).unwrap();
        }
    }
    let count = text.matches("\n- ").count();
    assert!(count > 50, "{count} assumptions are too few to be all");
    if let Some(difference) = difference(&path("docs/assumptions.md"), &text) {
        panic!("{difference}");
    }
}

/// The paragraphs of the comments in a source. One that begins with an assumption has before it what its comment begins with.
fn paragraphs(source: &str) -> Vec<String> {
    let mut found = Vec::new();
    let (mut comment, mut paragraph) = (Vec::<String>::new(), String::new());
    for line in source.lines().chain([""]) {
        let line = line.trim_start();
        let said = ["///", "//!", "//"].iter().find_map(|mark| line.strip_prefix(mark)).map(str::trim);
        if let Some(said) = said.filter(|said| !said.is_empty()) {
            let gap = if paragraph.is_empty() { "" } else { " " };
            write!(paragraph, "{gap}{said}").unwrap();
            continue;
        }
        let whole = std::mem::take(&mut paragraph);
        if !whole.is_empty() {
            let before = comment.first().filter(|_| whole.starts_with("Assumption"));
            found.push(before.map_or_else(|| whole.clone(), |before| format!("{before} {whole}")));
            comment.push(whole);
        }
        if said.is_none() {
            comment.clear();
        }
    }
    found
}

/// A comment without the links that only the documentation of the code has.
fn plain(comment: &str) -> String {
    let mut text = comment.trim_start_matches("* ").replace("[`", "`").replace("`]", "`");
    while let Some(start) = text.find("`(") {
        let Some(length) = text[start..].find(')') else { break };
        text.replace_range(start + 1..=start + length, "");
    }
    text
}

#[test]
fn a_comment_is_told_as_one_line_without_its_links() {
    let source = "/// One thing.\n///\n/// Assumption: see\n/// [`Way`](crate::way::Way).\nfn way() {}\n    // Another.\n";
    let found: Vec<_> = paragraphs(source).iter().map(|one| plain(one)).collect();
    assert_eq!(found, ["One thing.", "One thing. Assumption: see `Way`.", "Another."]);
}
