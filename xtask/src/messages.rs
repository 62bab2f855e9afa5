//! Lists the English messages that the sources have for packs to translate. Used by the tests as well.
//!
//! What is listed: the text of every `say!`, the English side of every `pick` and `pick_as`, every table of words in
//! English, the English side of `sentences!`, and the nouns of every `counted` and `plural`. The sources are read as tokens, not understood.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use self::tokens::{Kind, Token, read, split};

#[path = "tokens.rs"]
mod tokens;

/// What only the command line says, which speaks English and Swedish.
const NATIVE: [&str; 2] = ["cli.rs", "course/finding.rs"];

/// A message and the file that has it first.
#[derive(Debug)]
pub(crate) struct Message {
    /// The English text, the key in packs.
    pub(crate) text: String,
    /// The file, below `src/text`.
    pub(crate) file: String,
}

/// All messages in the order of files and lines, each once. `texts` is the folder `src/text`.
pub(crate) fn list(texts: &Path) -> Vec<Message> {
    let mut listed = Vec::new();
    let mut seen = BTreeSet::new();
    for file in sources(texts) {
        let name = file.strip_prefix(texts).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let is_of_packs = name.starts_with("lang/");
        if is_of_packs || name.ends_with("tests.rs") || NATIVE.contains(&name.as_str()) {
            continue;
        }
        let source = fs::read_to_string(&file).unwrap_or_default();
        let product = source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        for text in of_file(product, tables_of(&name)) {
            if text.chars().any(char::is_alphabetic) && seen.insert(text.clone()) {
                listed.push(Message { text, file: name.clone() });
            }
        }
    }
    listed
}

/// Which tables of words in a source are English.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tables {
    All,
    Named,
    None,
}

fn tables_of(file: &str) -> Tables {
    match file {
        "format.rs" => Tables::None,
        _ if file.ends_with("en.rs") => Tables::All,
        _ => Tables::Named,
    }
}

/// The messages of one source, in order.
fn of_file(source: &str, tables: Tables) -> Vec<String> {
    let tokens = read(source);
    let senses = senses(&tokens);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
        let [next, second] = [1, 2].map(|on| tokens.get(at + on).map_or("", |token| token.text));
        match (token.text, next) {
            ("say", "!") => {
                let parts = split(&tokens, at + 2);
                found.extend(parts.get(1).and_then(|part| part.first()).and_then(Token::as_text));
            }
            ("pick", "(") if before == "." => found.extend(first_texts(&tokens, at + 1)),
            ("pick_as", "(") if before == "." => {
                let texts: Vec<String> = split(&tokens, at + 1).iter().flat_map(|part| texts(part)).collect();
                if let [sense, text, ..] = texts.as_slice() {
                    found.push(format!("{text} [{sense}]"));
                }
            }
            ("sentences", "!") => found.extend(pairs(&tokens[at..])),
            ("words", "(") if before == "." => found.extend(first_texts(&tokens, at + 1)),
            ("counted" | "plural", "(") if before != "fn" => {
                let parts = split(&tokens, at + 1);
                let nouns: Vec<String> = parts.iter().skip(2).filter_map(|part| texts(part).next()).collect();
                if let [one, many] = nouns.as_slice() {
                    found.push(forms(token.text == "counted", one, many));
                }
            }
            ("either", "(") if second == "(" => {
                let nouns: Vec<String> = split(&tokens, at + 2).iter().flat_map(|part| texts(part)).collect();
                if let [one, many] = nouns.as_slice() {
                    found.push(forms(true, one, many));
                }
            }
            ("const", name)
                if second == ":"
                    && (tables == Tables::All || tables == Tables::Named && name.starts_with("EN")) =>
            {
                found.extend(table(&tokens[at..], &senses));
            }
            _ => {}
        }
    }
    found
}

/// The English texts of a list of pairs, `Name: "English", "Swedish";`, to its closing brace.
fn pairs(tokens: &[Token<'_>]) -> Vec<String> {
    let until = tokens.iter().position(|token| token.text == "}").unwrap_or(tokens.len());
    let follows = |window: &[Token<'_>]| (window[0].text == ":").then(|| window[1].as_text()).flatten();
    tokens[..until].windows(2).filter_map(follows).collect()
}

/// The key of nouns that go with a number.
fn forms(has_number: bool, one: &str, many: &str) -> String {
    if has_number { format!("{{n}} {one}|{{n}} {many}") } else { format!("{one}|{many}") }
}

/// The texts of a table of words, from its `const` to its semicolon.
fn table(tokens: &[Token<'_>], senses: &BTreeMap<&str, String>) -> Vec<String> {
    let (mut found, mut at, mut depth, mut has_begun) = (Vec::new(), 0, 0_usize, false);
    while let Some(token) = tokens.get(at) {
        match (token.kind, token.text) {
            (Kind::Mark, "(" | "[" | "{") => depth += 1,
            (Kind::Mark, ")" | "]" | "}") => depth = depth.saturating_sub(1),
            (Kind::Mark, "=") => has_begun = true,
            (Kind::Mark, ";") if depth == 0 && has_begun => break,
            _ => {}
        }
        if let (true, Some(text)) = (has_begun, token.as_text()) {
            let field = at.checked_sub(2).map_or("", |field| tokens[field].text);
            let is_field = tokens.get(at.wrapping_sub(1)).is_some_and(|token| token.text == ":");
            let sense = senses.get(field).filter(|_| is_field);
            found.push(sense.map_or(text.clone(), |sense| format!("{text} [{sense}]")));
        }
        at += 1;
    }
    found
}

/// The fields of tables that say in which sense they are meant: `pub run: &'static str as "verb"`.
fn senses<'t>(tokens: &[Token<'t>]) -> BTreeMap<&'t str, String> {
    let is_declared = |window: &&[Token<'t>]| window[1].text == ":" && window[5].text == "as";
    let declared = tokens.windows(7).filter(is_declared);
    declared.filter_map(|window| Some((window[0].text, window[6].as_text()?))).collect()
}

fn first_texts(tokens: &[Token<'_>], open: usize) -> Vec<String> {
    split(tokens, open).first().map(|part| texts(part).collect()).unwrap_or_default()
}

fn texts<'p>(part: &'p [Token<'_>]) -> impl Iterator<Item = String> + 'p {
    part.iter().filter_map(Token::as_text)
}

/// Every Rust file below a folder, in the order of their names.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(Result::ok).map(|entry| entry.path()).collect();
    paths.sort();
    let below = |path: PathBuf| if path.is_dir() { sources(&path) } else { vec![path] };
    let files = paths.into_iter().flat_map(below);
    files.filter(|path| path.extension().is_some_and(|ending| ending == "rs")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_found_where_they_are_said() {
        let source = r#"
            words! { pub struct W { /** "no" */ pub go: &'static str as "verb", pub all: [&'static str; 2], } }
            const EN: W = W { go: "Go", all: ["One", "Two \"quoted\""] };
            const SV: W = W { go: "Gå", all: ["Ett", "Två"] };
            fn f(lang: Lang) { say!(lang, "{a} of \
                {b}", a, b = x("no")); lang.pick(("x", "y"), ("z", "å")); lang.pick_as("noun", "Run", "Körning");
                counted(lang, 3, lang.either("day", "dag"), lang.either("days", "dagar")); counted_sv(1, "dag", "dagar");
                let (one, many) = lang.either(("row", "rows"), ("rad", "rader")); plural(lang, 1, "is", "are");
                format!("no {}", 'c') }
        "#;
        let found = of_file(source, Tables::Named);
        let expected = [
            "Go [verb]",
            "One",
            "Two \"quoted\"",
            "{a} of {b}",
            "x",
            "y",
            "Run [noun]",
            "{n} day|{n} days",
            "{n} row|{n} rows",
            "is|are",
        ];
        assert_eq!(found, expected);
    }
}
