//! Files, links, tables and texts that are not what they say they are: refused with a sentence, or taken as text.

use std::path::Path;

use delivery_lab::lesson::course::Course;
use delivery_lab::lesson::lint;
use delivery_lab::lesson::study::{compact, record};
use delivery_lab::people::import::{Imported, Limits, import_file};
use delivery_lab::people::spec::ImportedPeople;
use delivery_lab::scenario::check::check;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::wire::{self, OpenProblem};
use delivery_lab::scenario::{Scenario, file, link};
use delivery_lab::text::course::finding::sentence;
use delivery_lab::text::course::progress;
use delivery_lab::text::finding::told_of_file;
use delivery_lab::text::share::told_of_link;
use delivery_lab::text::{Lang, finding, import};

use super::is_told;

/// What becomes of an input.
enum Becomes {
    /// It is refused, and the sentence has this part.
    Refused(&'static str),
    /// It opens, and this holds of it.
    Taken(fn(&Scenario) -> bool),
    /// It opens and cannot run: a finding has this part.
    Found(&'static str),
}

use Becomes::{Found, Refused, Taken};

const NOT_JSON: Becomes = Refused("not valid JSON: reading stops at line");
const NO_TEXT: Becomes = Refused("not UTF-8 text");

/// A scenario file in which the number of weeks is this.
fn weeks(written: &str) -> Vec<u8> {
    changed("\"weeks\": 52", &format!("\"weeks\": {written}"))
}

/// A scenario file in which a part became another.
fn changed(part: &str, other: &str) -> Vec<u8> {
    let text = wire::save(&Sample::RecurringWeekly.scenario());
    assert!(text.contains(part), "{part}");
    text.replacen(part, other, 1).into_bytes()
}

/// A scenario file with a field more.
fn with(field: &str) -> Vec<u8> {
    changed("\"weeks\"", &format!("{field}, \"weeks\""))
}

fn nested(levels: usize) -> String {
    format!("\"future\": {}1{}", "[".repeat(levels), "]".repeat(levels))
}

/// A scenario file whose name is written so.
fn named(written: &str) -> Vec<u8> {
    let name = format!("\"name\": \"{}\"", Sample::RecurringWeekly.scenario().name);
    changed(&name, &format!("\"name\": \"{written}\""))
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

fn scenario_files() -> Vec<(&'static str, Vec<u8>, Becomes)> {
    let whole = wire::save(&Sample::RecurringWeekly.scenario());
    let bytes = whole.as_bytes();
    let bare = |text: &str| text.as_bytes().to_vec();
    vec![
        ("nothing", Vec::new(), NOT_JSON),
        ("blanks", bare(" \n\t "), NOT_JSON),
        ("a text", bare("\"delivery-lab/scenario\""), Refused("JSON but not a scenario")),
        ("null", bare("null"), Refused("JSON but not a scenario")),
        ("two files", joined(&[bytes, bytes]), NOT_JSON),
        ("10,000 lists in each other", bare(&"[".repeat(10_000)), NOT_JSON),
        ("10,000 objects in each other", bare(&"{\"a\":".repeat(10_000)), NOT_JSON),
        ("10,000 levels in an unknown field", with(&nested(10_000)), NOT_JSON),
        ("100 levels in an unknown field", with(&nested(100)), Taken(|one| one.weeks == 52)),
        ("1e400", weeks("1e400"), NOT_JSON),
        ("NaN", weeks("NaN"), NOT_JSON),
        ("minus infinity", weeks("-Infinity"), NOT_JSON),
        ("NaN as a text", weeks("\"NaN\""), Refused("not as it should be")),
        ("minus nought", weeks("-0"), Refused("not as it should be")),
        ("a fraction", weeks("5.5"), Refused("not as it should be")),
        ("2^32", weeks("4294967296"), Refused("not as it should be")),
        ("no weeks", weeks("0"), Found("weeks")),
        ("2^32 - 1 weeks", weeks("4294967295"), Found("weeks")),
        (
            "2^53 + 1",
            with("\"future\": 9007199254740993"),
            Taken(|one| wire::save(one).contains("9007199254740993")),
        ),
        ("a digit in millions", weeks(&"9".repeat(1_000_000)), NOT_JSON),
        (
            "the year 999999999",
            changed("\"start\": \"2026-01-05\"", "\"start\": \"999999999-01-05\""),
            Refused("not as it should be"),
        ),
        (
            "the last year there is",
            changed("\"start\": \"2026-01-05\"", "\"start\": \"+262142-12-31\""),
            Found(""),
        ),
        (
            "30 February",
            changed("\"start\": \"2026-01-05\"", "\"start\": \"2026-02-30\""),
            Refused("not as it should be"),
        ),
        ("a field twice", with("\"weeks\": 3"), Taken(|one| one.weeks == 52)),
        ("a mark of byte order", joined(&[b"\xef\xbb\xbf", bytes]), Taken(|one| one.weeks == 52)),
        ("a mark of byte order within", changed("\"weeks\"", "\u{feff}\"weeks\""), NOT_JSON),
        ("UTF-16", whole.encode_utf16().flat_map(u16::to_le_bytes).collect(), NOT_JSON),
        ("UTF-16 with its mark", joined(&[b"\xff\xfe", bytes]), NO_TEXT),
        ("UTF-8 cut off", joined(&[&bytes[..20], b"\xc3"]), NO_TEXT),
        ("UTF-8 longer than need be", joined(&[&bytes[..20], b"\xc0\xaf", &bytes[20..]]), NO_TEXT),
        ("a surrogate as UTF-8", joined(&[&bytes[..20], b"\xed\xa0\x80", &bytes[20..]]), NO_TEXT),
        ("half a surrogate pair", named("\\ud800"), NOT_JSON),
        ("the other half", named("\\udc00"), NOT_JSON),
        ("a surrogate pair", named("\\ud83d\\ude00"), Taken(|one| one.name == "\u{1f600}")),
        ("a zero byte", named("a\0b"), NOT_JSON),
        ("control characters", named("a\\u0000\\u001b[31m\\u007fb"), Taken(|one| one.name == "a[31mb")),
        ("marks of direction", named("\\u202egnp.bal\\u2066\\u2069"), Taken(|one| one.name == "gnp.bal")),
        ("letters from right to left", named("שלום"), Taken(|one| one.name == "שלום")),
        (
            "a type as long as a book",
            changed("\"type\": \"scheduler\"", &format!("\"type\": \"{}\"", "x".repeat(1 << 20))),
            Refused("workflow.activities[0]"),
        ),
        (
            "a later version",
            changed("\"version\": 2", "\"version\": 18446744073709551615"),
            Refused("has version 18446744073709551615"),
        ),
        (
            "a version that is a text",
            changed("\"version\": 2", "\"version\": \"2\""),
            Refused("not a scenario"),
        ),
        ("a picture cut off", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), Refused("picture is damaged")),
        ("a page", bare("<!doctype html><script>alert(1)</script>"), Refused("no scenario inside")),
        (
            "an entity that grows",
            bare("<!DOCTYPE a [<!ENTITY b \"bbbb\">]><lab:scenario>&b;</lab:scenario>"),
            NOT_JSON,
        ),
    ]
}

#[test]
fn each_scenario_file_has_its_outcome() {
    for (name, bytes, becomes) in scenario_files() {
        let opened = file::open(&bytes);
        match (&opened, becomes) {
            (Err(problem), Refused(part)) => is_told(|lang| told_of_file(lang, problem), part, name),
            (Ok(scenario), Taken(holds)) => {
                assert!(holds(scenario), "{name}: {}, {} weeks", scenario.name, scenario.weeks);
                assert_eq!(wire::open(wire::save(scenario).as_bytes()).as_ref(), Ok(scenario), "{name}");
            }
            (Ok(scenario), Found(part)) => {
                let findings = check(scenario);
                let told: Vec<_> =
                    findings.iter().map(|one| finding::sentence(Lang::En, scenario, one)).collect();
                assert!(told.iter().any(|one| one.contains(part)), "{name}: {told:?}");
            }
            (Ok(_), Refused(part)) => panic!("{name} opens, and should be refused: {part}"),
            (Err(problem), _) => panic!("{name} is refused: {problem:?}"),
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    // Nothing but its length is looked at, so the pages of this memory are never touched.
    let bytes = vec![0; wire::MAX_BYTES + 1];
    assert_eq!(file::open(&bytes), Err(OpenProblem::TooLarge { limit: wire::MAX_BYTES }));
    let limit = usize::try_from(Limits::default().bytes).unwrap();
    assert!(import_file(&vec![0; limit + 1], "x.csv", &Limits::default()).is_err());
}

/// The same in a link: whatever a scenario file may not say, a link may not either.
#[test]
fn each_link_has_the_outcome_of_its_file() {
    for (name, bytes, becomes) in scenario_files() {
        let Ok(json) = String::from_utf8(bytes) else { continue };
        let Ok(sealed) = link::seal(link::MARK, &json) else { continue };
        match (link::open(&sealed), becomes) {
            (Err(problem), Refused(_)) => is_told(|lang| told_of_link(lang, &problem), "", name),
            (Ok(_), Taken(_) | Found(_)) => {}
            // A link brings format and version itself, and may begin with no mark.
            (opened, _) => assert!(opened.is_ok() || json.starts_with('\u{feff}'), "{name}: {opened:?}"),
        }
    }
}

fn small() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/course/course.json");
    std::fs::read_to_string(path).unwrap()
}

/// What is true of a course that is taken, or what the refusal says.
type Expected = Result<fn(&Course) -> bool, &'static str>;

#[test]
fn each_lesson_file_has_its_outcome() {
    let small = small();
    let with = |field: &str| small.replacen('{', &format!("{{{field},"), 1).into_bytes();
    let not_json = "not JSON: see line";
    let cases: Vec<(&str, Vec<u8>, Expected)> = vec![
        ("nothing", Vec::new(), Err(not_json)),
        ("10,000 levels", with(&nested(10_000)), Err(not_json)),
        ("an unknown field", with("\"future\": 1"), Err("cannot be read")),
        ("a prototype", with("\"__proto__\": {}"), Err("cannot be read")),
        ("1e400", small.replacen("\"edition\": 2", "\"edition\": 1e400", 1).into_bytes(), Err(not_json)),
        (
            "2^53 + 1",
            small.replacen("\"edition\": 2", "\"edition\": 9007199254740993", 1).into_bytes(),
            Err("cannot be read"),
        ),
        ("a field twice", with("\"edition\": 1"), Ok(|course| course.edition == 2)),
        ("half a surrogate pair", small.replacen("\"small\"", "\"\\ud800\"", 1).into_bytes(), Err(not_json)),
        ("UTF-8 cut off", [&small.as_bytes()[..40], b"\xc3"].concat(), Err(not_json)),
        (
            "a mark of byte order",
            ["\u{feff}", &small].concat().into_bytes(),
            Ok(|course| course.id == "small"),
        ),
        (
            "a mark of direction",
            small.replacen("\"small\"", "\"sm\\u202eall\"", 1).into_bytes(),
            Ok(|course| course.id == "small"),
        ),
        ("a scenario", wire::save(&Sample::Welcome.scenario()).into_bytes(), Err("no course")),
        ("too large", vec![b' '; lint::MAX_BYTES + 1], Err("larger than")),
    ];
    for (name, bytes, becomes) in cases {
        match (lint::read(&bytes), becomes) {
            (Ok(course), Ok(holds)) => assert!(holds(&course), "{name}: {}", course.id),
            (Err(found), Err(part)) => {
                let told = sentence(Lang::En, &found);
                assert!(told.contains(part) && told.chars().count() < 500, "{name}: {told}");
                assert!(!sentence(Lang::Sv, &found).is_empty());
            }
            (read, _) => panic!("{name}: {read:?}"),
        }
    }
}

/// The texts of an attribute, in the order of the recipients.
fn column(people: &ImportedPeople, attribute: &str) -> Option<String> {
    people.columns.iter().find(|one| one.attribute == attribute).map(|one| one.values.clone())
}

#[test]
fn each_table_of_recipients_has_its_outcome() {
    type Holds = fn(&Imported) -> bool;
    let long = format!("email,note\na@b.se,{}\nc@d.se,x\n", "x".repeat(100_000));
    let wide = format!("email{}\na@b.se\n", ",x".repeat(1_000));
    let cases: Vec<(&str, Vec<u8>, Result<Holds, &str>)> = vec![
        ("nothing", Vec::new(), Err("")),
        ("a spreadsheet", b"PK\x03\x04rest".to_vec(), Err("")),
        ("zero bytes", b"email\0\0\0\na@b.se\n".to_vec(), Err("")),
        ("too many columns", wide.into_bytes(), Err("columns")),
        (
            "a value that is too long",
            long.into_bytes(),
            Ok(|read| (read.good_rows, read.bad_total) == (1, 1)),
        ),
        (
            "a quote that is never closed",
            b"email,note\na@b.se,\"x\nc@d.se,y\n".to_vec(),
            Ok(|read| read.bad_total == 1),
        ),
        (
            "UTF-8 cut off",
            b"email,note\na@b.se,\xc3".to_vec(),
            Ok(|read| column(&read.people, "note").as_deref() == Some("Ã")),
        ),
        (
            "half a surrogate pair in UTF-16",
            b"\xff\xfee\0m\0a\0i\0l\0\n\0a\0@\0b\0.\0s\0e\0\x00\xd8".to_vec(),
            Ok(|read| read.good_rows + read.bad_total as u32 == 1),
        ),
        (
            "two marks of byte order",
            "\u{feff}\u{feff}email\na@b.se\n".into(),
            Ok(|read| column(&read.people, "email").as_deref() == Some("a@b.se")),
        ),
        (
            "prototypes as columns",
            b"email,__proto__,constructor,toString\na@b.se,1,2,x\n".to_vec(),
            Ok(|read| {
                column(&read.people, "__proto__").as_deref() == Some("1")
                    && column(&read.people, "toString").as_deref() == Some("x")
            }),
        ),
        ("a column twice", b"email,note,note\na@b.se,1,x\n".to_vec(), Ok(|read| read.good_rows == 1)),
        (
            "an address twice",
            b"email\na@b.se\nA@B.se\n".to_vec(),
            Ok(|read| (read.good_rows, read.bad_total) == (1, 1)),
        ),
        (
            "marks of direction",
            "email,note\na@b.se,\u{202e}x\u{2066}\u{1b}[1m\n".into(),
            Ok(|read| column(&read.people, "note").as_deref() == Some("x[1m")),
        ),
        (
            "numbers out of reach",
            b"email,points\na@b.se,1e400\nc@d.se,99999999999999999999\ne@f.se,NaN\ng@h.se,-0\n".to_vec(),
            Ok(|read| read.good_rows >= 1),
        ),
        (
            "years out of reach",
            b"email,birthDate\na@b.se,999999999-01-01\nc@d.se,2001-02-03\n".to_vec(),
            Ok(|read| read.good_rows >= 1),
        ),
    ];
    for (name, bytes, becomes) in cases {
        match (import_file(&bytes, "\u{202e}people.csv", &Limits::default()), becomes) {
            (Ok(read), Ok(holds)) => {
                assert!(holds(&read), "{name}: {read:?}");
                assert_eq!(read.people.name, "people.csv", "{name}");
                for bad in &read.bad_rows {
                    is_told(|lang| import::row(lang, &bad.reason), "", name);
                }
            }
            (Err(problem), Err(part)) => is_told(|lang| import::told(lang, &problem), part, name),
            (read, _) => panic!("{name}: {read:?}"),
        }
    }
}

#[test]
fn each_progress_has_its_outcome() {
    let course = lint::read(small().as_bytes()).unwrap();
    let file = |progress: &str| {
        format!("{{\"format\":\"{}\",\"version\":1,\"progress\":{progress}}}", record::FORMAT)
    };
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    for (name, text, part) in [
        ("nothing", String::new(), "line 1"),
        ("10,000 levels", file(&deep), "line 1"),
        ("1e400", file("{\"mark\":1e400}"), "line 1"),
        ("a list for an object", file("[[[]]]"), ""),
        ("minus one", file("{\"mark\":-1}"), ""),
        ("2^53 + 1", file("{\"mark\":9007199254740993}"), ""),
        ("half a surrogate pair", file("{\"items\":{\"\\ud800\":{}}}"), "line 1"),
    ] {
        let problem = record::read(&course, text.as_bytes()).unwrap_err();
        is_told(|lang| progress::told(lang, &problem), part, name);
    }
    let named =
        "{\"items\":{\"__proto__\":{\"tries\":200},\"constructor/toString\":{\"hints\":200}},\"future\":1}";
    let read = record::read(&course, file(named).as_bytes()).unwrap();
    assert_eq!((read.progress.items.len(), read.progress.unknown(&course)), (2, 2));
    assert!(read.progress.items.values().all(|item| item.tries <= 15 && item.hints <= 3));
    let long = format!("1{}", "A".repeat(1 << 20));
    for text in ["", "1", "__proto__", "1=", "1\u{202e}", "1AAAA", "9", &long] {
        assert!(compact::read(&course, text).is_err(), "{:.20}", text);
    }
}
