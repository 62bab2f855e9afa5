//! Lists the English messages that the sources have for packs to translate. Used by the tests as well.
//!
//! What is listed: the text of every `say!`, the English side of every `pick` and `pick_as`, every table of words in
//! English, the English side of `sentences!`, and the nouns of every `counted` and `plural`; with each the Swedish that
//! stands beside it. The sources are read as tokens, not understood.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use self::tokens::{Kind, Token, read, split};

#[path = "tokens.rs"]
mod tokens;

/// What only the command line says, which speaks English and Swedish.
const NATIVE: [&str; 1] = ["cli.rs"];

/// A message and the file that has it first.
#[derive(Debug)]
pub(crate) struct Message {
    /// The English text, the key in packs.
    pub(crate) text: String,
    /// The file, below `src/text`.
    pub(crate) file: String,
    /// What the sources have beside it in Swedish: nothing where Swedish is built by code of its own.
    pub(crate) swedish: Vec<String>,
}

/// An English text with the Swedish one beside it, if there is one.
type Pair = (String, Option<String>);

/// All messages in the order of files and lines, each once. `texts` is the folder `src/text`.
pub(crate) fn list(texts: &Path) -> Vec<Message> {
    let mut listed: Vec<Message> = Vec::new();
    let mut seen = BTreeMap::new();
    for file in sources(texts) {
        let name = file.strip_prefix(texts).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let is_of_packs = name.starts_with("lang/");
        if is_of_packs || name.ends_with("tests.rs") || NATIVE.contains(&name.as_str()) {
            continue;
        }
        let source = product(&file);
        // Tables of one name in `en.rs` and `sv.rs` are one table in two languages, which `mod.rs` declares.
        let names: &[&str] = if file.ends_with("en.rs") { &["sv.rs", "mod.rs"] } else { &[] };
        let beside: String = names.iter().map(|name| product(&file.with_file_name(name))).collect();
        for (text, swedish) in of_file(&source, &beside, tables_of(&name)) {
            if !text.chars().any(char::is_alphabetic) {
                continue;
            }
            let place = *seen.entry(text.clone()).or_insert_with(|| {
                listed.push(Message { text, file: name.clone(), swedish: Vec::new() });
                listed.len() - 1
            });
            let known = &mut listed[place].swedish;
            known.extend(swedish.filter(|text| !known.contains(text)));
        }
    }
    listed
}

/// A source without its tests; nothing where there is none.
fn product(file: &Path) -> String {
    let source = fs::read_to_string(file).unwrap_or_default();
    source.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
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

/// The messages of one source, in order; `beside` is what declares its tables elsewhere, and has them in Swedish.
fn of_file(source: &str, beside: &str, tables: Tables) -> Vec<Pair> {
    let (tokens, beside) = (read(source), read(beside));
    let senses: BTreeMap<&str, String> = senses(&tokens).into_iter().chain(senses(&beside)).collect();
    let swedish = |name: &str| {
        let name = name.strip_prefix("EN").map_or_else(|| name.to_owned(), |rest| format!("SV{rest}"));
        find_table(if tables == Tables::Named { &tokens } else { &beside }, &name)
    };
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.kind == Kind::Word) {
        let before = at.checked_sub(1).map_or("", |before| tokens[before].text);
        let [next, second] = [1, 2].map(|on| tokens.get(at + on).map_or("", |token| token.text));
        match (token.text, next) {
            ("say", "!") => {
                let parts = split(&tokens, at + 2);
                let text = parts.get(1).and_then(|part| part.first()).and_then(Token::as_text);
                found.extend(text.map(|text| (text, None)));
            }
            ("pick" | "words", "(") if before == "." => {
                let [en, sv] = both(&tokens, at + 1);
                found.extend(paired(en, sv));
            }
            ("pick_as", "(") if before == "." => {
                let all: Vec<String> = split(&tokens, at + 1).iter().flat_map(|part| texts(part)).collect();
                if let [sense, en, sv @ ..] = all.as_slice() {
                    found.push((format!("{en} [{sense}]"), sv.first().cloned()));
                }
            }
            ("sentences", "!") => found.extend(pairs(&tokens[at..])),
            ("counted" | "plural", "(") if before != "fn" => {
                let parts = split(&tokens, at + 1);
                let nouns: Vec<Vec<String>> =
                    parts.iter().skip(2).map(|part| texts(part).collect()).collect();
                if let [one, many] = nouns.as_slice()
                    && let (Some(en), sv) = (nouns_of(one, many, 0), nouns_of(one, many, 1))
                {
                    found.push(forms(token.text == "counted", en, sv));
                }
            }
            ("either", "(") if second == "(" => {
                let [en, sv] = both(&tokens, at + 1);
                if let ([one, many], [first, other]) = (en.as_slice(), sv.as_slice()) {
                    found.push(forms(true, (one, many), Some((first, other))));
                }
            }
            ("const", name)
                if second == ":"
                    && (tables == Tables::All || tables == Tables::Named && name.starts_with("EN")) =>
            {
                let table = table(&tokens[at..], &senses);
                found.extend(paired(table, swedish(name)));
            }
            _ => {}
        }
    }
    found
}

/// The texts of the first two arguments.
fn both(tokens: &[Token<'_>], open: usize) -> [Vec<String>; 2] {
    let parts = split(tokens, open);
    [0, 1].map(|place| parts.get(place).map(|part| texts(part).collect()).unwrap_or_default())
}

/// Texts in two languages one by one, where there are equally many.
fn paired(en: Vec<String>, sv: Vec<String>) -> impl Iterator<Item = Pair> {
    let is_one_by_one = en.len() == sv.len();
    let sv = sv.into_iter().filter(move |_| is_one_by_one).map(Some).chain(std::iter::repeat(None));
    en.into_iter().zip(sv)
}

/// The texts of the table of words with this name; none where there is none.
fn find_table(tokens: &[Token<'_>], name: &str) -> Vec<String> {
    let is_it = |window: &[Token<'_>]| window[0].text == "const" && window[1].text == name;
    let at = tokens.windows(2).position(is_it);
    at.map(|at| table(&tokens[at..], &BTreeMap::new())).unwrap_or_default()
}

/// A noun for one and for many, of those that two arguments have in each language.
fn nouns_of<'n>(one: &'n [String], many: &'n [String], lang: usize) -> Option<(&'n str, &'n str)> {
    Some((one.get(lang)?, many.get(lang)?))
}

/// The texts of a list of pairs, `Name: "English", "Swedish";`, to its closing brace.
fn pairs(tokens: &[Token<'_>]) -> Vec<Pair> {
    let until = tokens.iter().position(|token| token.text == "}").unwrap_or(tokens.len());
    let follows = |window: &[Token<'_>]| {
        let is_pair = window[0].text == ":" && window[2].text == ",";
        is_pair.then(|| Some((window[1].as_text()?, window[3].as_text()))).flatten()
    };
    tokens[..until].windows(4).filter_map(follows).collect()
}

/// The key of nouns that go with a number, and the same in Swedish.
fn forms(has_number: bool, en: (&str, &str), sv: Option<(&str, &str)>) -> Pair {
    let key = |(one, many): (&str, &str)| match has_number {
        true => format!("{{n}} {one}|{{n}} {many}"),
        false => format!("{one}|{many}"),
    };
    (key(en), sv.map(key))
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
        let found = of_file(source, "", Tables::Named);
        let expected = [
            ("Go [verb]", Some("Gå")),
            ("One", Some("Ett")),
            ("Two \"quoted\"", Some("Två")),
            ("{a} of {b}", None),
            ("x", Some("z")),
            ("y", Some("å")),
            ("Run [noun]", Some("Körning")),
            ("{n} day|{n} days", Some("{n} dag|{n} dagar")),
            ("{n} row|{n} rows", Some("{n} rad|{n} rader")),
            ("is|are", None),
        ];
        assert_eq!(found, expected.map(|(en, sv)| (en.to_owned(), sv.map(str::to_owned))));
        let english = r#"pub(super) const WORDS: W = W { go: "Go" };"#;
        let swedish =
            r#"pub(super) const OTHER: W = W { go: "Nej" }; pub(super) const WORDS: W = W { go: "Gå" };"#;
        assert_eq!(of_file(english, swedish, Tables::All), [("Go".to_owned(), Some("Gå".to_owned()))]);
    }
}
