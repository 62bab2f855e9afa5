//! The one table of options: the reference for authors, the element's shell and its types say what the table says.

use std::fmt::Write as _;
use std::fs;

use delivery_lab::app::option_table::{Described, Values, table};
use delivery_lab::app::reduce::TOUR;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::text::lang::pack;
use delivery_lab::text::{self, Lang, gallery, shell};
use serde_json::{Map, Value, json};

use crate::course::course;
use crate::golden_file::{difference, path};

#[test]
fn the_reference_is_made_of_the_table() {
    let mut text = String::from(
        "# Options\n\n<!-- Written by `UPDATE_GOLDENS=1 cargo test --test it -- options`; change src/app/option_table.rs instead. -->\n\n\
         The same names work as attributes of `<delivery-lab>`, in the query of the page’s address and in host messages. A\n\
         value that is not one of these changes nothing, and the lab says which one it was.\n\n\
         | option | values | left out | what it does |\n| --- | --- | --- | --- |\n",
    );
    for row in table() {
        let note = if row.is_live { "" } else { " Read once, when the lab opens." };
        writeln!(text, "| `{}` | {} | {} | {}{note} |", row.name, row.values.told(), row.default, row.does)
            .unwrap();
    }
    text.push_str("\nAll but those marked so act at once when the attribute changes; without it, what stands in *left out* comes back\nwhere that is a word.\n");
    text.push_str("\n## Samples\n\n| name | title | what it teaches |\n| --- | --- | --- |\n");
    for (sample, title) in Sample::ALL.into_iter().zip(shell::of(Lang::En).samples) {
        writeln!(text, "| `{}` | {title} | {} |", sample.name(), gallery::teaches(Lang::En, sample)).unwrap();
    }
    text.push_str("\n## Lessons\n\n| name | title | what it is about |\n| --- | --- | --- |\n| `tour` | The short tour | Nine steps through the lab. |\n");
    for lesson in &course().lessons {
        let words = words_of(&lesson.id, Lang::En);
        let word = |name: &str| words["lesson"][name].as_str().unwrap().to_owned();
        writeln!(text, "| `{}` | {} | {} |", lesson.id, word("title"), word("about")).unwrap();
    }
    if let Some(difference) = difference(&path("docs/embedding/options.md"), &text) {
        panic!("{difference}");
    }
}

#[test]
fn the_builder_of_embed_code_has_the_table() {
    for lang in Lang::OFFERED {
        let Lang::Pack(tongue) = lang else { continue };
        pack::take(tongue, &fs::read_to_string(path(&format!("www/lang/{}.json", lang.code()))).unwrap())
            .unwrap();
    }
    let options: Vec<Value> = table().iter().map(as_json).collect();
    let samples: Vec<Value> = Sample::ALL.into_iter().enumerate().map(sample_as_json).collect();
    let tour = json!({"name": TOUR, "titles": in_all(|lang| text::course::words::of(lang).tour.to_owned())});
    let lessons: Vec<Value> = std::iter::once(tour)
        .chain(course().lessons.iter().map(|lesson| lesson_as_json(&lesson.id)))
        .collect();
    let made = json!({"options": options, "samples": samples, "lessons": lessons});
    let text = serde_json::to_string_pretty(&made).unwrap() + "\n";
    if let Some(difference) = difference(&path("www/embed/table.json"), &text) {
        panic!("{difference}");
    }
}

#[test]
fn the_shell_of_the_element_reads_the_same_options() {
    let shell = fs::read_to_string(path("www/element.js")).unwrap();
    let list = between(&shell, "export const OPTIONS = [", "]");
    assert_eq!(sorted(quoted(list)), sorted(names()));
    // The script for pages with a frame stands alone, so it has the list once more.
    if let Ok(host) = fs::read_to_string(path("www/host.js")) {
        assert_eq!(sorted(quoted(between(&host, "const OPTIONS = [", "]"))), sorted(names()));
    }
    let languages = between(&shell, "export const LANGUAGES = [", "]");
    assert_eq!(quoted(languages), Lang::OFFERED.map(|lang| lang.code().to_owned()));
}

#[test]
fn the_types_of_the_element_have_the_same_options() {
    let types = fs::read_to_string(path("www/element.d.ts")).unwrap();
    let declared: Vec<String> = between(&types, "export interface LabOptions {", "\n}")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with("/**"))
        .map(str::to_owned)
        .collect();
    let wanted: Vec<String> =
        table().iter().map(|row| format!("{}?: {};", row.name, row.values.typed())).collect();
    assert_eq!(declared, wanted);
}

#[test]
fn quoted_words_are_found() {
    assert_eq!(quoted("\n \"a\", \"b-c\",\n"), ["a", "b-c"]);
    assert_eq!(between("x = [1] y", "[", "]"), "1");
}

fn names() -> Vec<String> {
    table().iter().map(|row| row.name.to_owned()).collect()
}

fn as_json(row: &Described) -> Value {
    let mut fields = Map::new();
    fields.insert("name".into(), row.name.into());
    fields.insert("kind".into(), row.values.kind().into());
    match &row.values {
        Values::OneOf(words) => {
            fields.insert("values".into(), words.clone().into());
            fields.extend(titles(row.name).map(|titles| ("titles".to_owned(), titles)));
        }
        Values::Whole(least, most) => {
            fields.insert("least".into(), (*least).into());
            fields.insert("most".into(), (*most).into());
        }
        Values::Switch => {
            fields.insert("isOn".into(), (row.default == "on").into());
        }
        Values::Address | Values::Lesson => {}
    }
    Value::Object(fields)
}

/// What the page calls the values of an option, in their order, by language.
fn titles(option: &str) -> Option<Value> {
    let words = |lang: Lang| -> Option<Vec<&'static str>> {
        let shell = shell::of(lang);
        match option {
            "mode" => Some(vec![shell.build, shell.play, shell.compare, shell.learn]),
            "theme" => Some(shell.themes.to_vec()),
            "lang" => Some(Lang::OFFERED.iter().map(|lang| lang.own_name()).collect()),
            _ => None,
        }
    };
    Lang::OFFERED.into_iter().map(|lang| Some((lang.code().to_owned(), Value::from(words(lang)?)))).collect()
}

fn sample_as_json((place, sample): (usize, Sample)) -> Value {
    json!({
        "name": sample.name(),
        "titles": in_all(|lang| shell::of(lang).samples[place].to_owned()),
        "teaches": in_all(|lang| gallery::teaches(lang, sample).to_owned()),
    })
}

fn lesson_as_json(lesson: &str) -> Value {
    let word = |lang: Lang, name: &str| words_of(lesson, lang)["lesson"][name].as_str().unwrap().to_owned();
    json!({
        "name": lesson,
        "titles": in_all(|lang| word(lang, "title")),
        "teaches": in_all(|lang| word(lang, "about")),
    })
}

/// A text in each language, by its code.
fn in_all(text: impl Fn(Lang) -> String) -> Map<String, Value> {
    Lang::OFFERED.iter().map(|lang| (lang.code().to_owned(), text(*lang).into())).collect()
}

fn words_of(lesson: &str, lang: Lang) -> Value {
    let file = path(&format!("course/text/{}/{lesson}.json", lang.code()));
    serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap()
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("`{from}` is not there"));
    rest.split_once(to).unwrap_or_else(|| panic!("`{to}` does not follow `{from}`")).0
}

fn quoted(list: &str) -> Vec<String> {
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort();
    names
}
