//! Links there and back, and every way in which one may be wrong.

use std::time::{Duration, Instant};

use miniz_oxide::deflate::compress_to_vec;

use super::*;
use crate::people::{AttributeKind, ImportedColumn, ImportedPeople};
use crate::scenario::edit::{Edit, apply};
use crate::scenario::note::Note;
use crate::scenario::samples::Sample;

/// An address as long as that of a school's or a company's site.
const SITE: &str = "https://learning.example.com/courses/campaign/delivery-lab/index.html#";

fn edited() -> Scenario {
    let edits = [
        Edit::Relabel { activity: "recurring".into(), label: "Veckobrev från trädgården".into() },
        Edit::AddNote(Note::new("What happens in week 9, and why? Write your guess down first.", (40, 320))),
        Edit::Move { activities: vec!["query".into()], notes: Vec::new(), by_x: 20, by_y: -40 },
    ];
    let mut scenario = edits
        .into_iter()
        .fold(Sample::SideBySide.scenario(), |scenario, edit| apply(&scenario, edit).unwrap());
    (scenario.seed, scenario.weeks, scenario.reactions.opens) = (987_654_321, 26, 2_000);
    scenario
}

/// A fragment with these bytes packed in it, as somebody could make it who means harm.
fn forged(packed: &[u8], json: &[u8]) -> String {
    let mut bytes = packed.to_vec();
    bytes.extend(crc32(json).to_le_bytes());
    format!("{MARK}1{}", Base64UrlUnpadded::encode_string(&bytes))
}

fn imported(rows: u32) -> Scenario {
    let values = (0..rows).map(|row| format!("person{row}@example.com\n")).collect();
    let email = ImportedColumn {
        attribute: "email".into(),
        kind: AttributeKind::Text,
        values,
        rest: crate::base::rest::Rest::new(),
    };
    let people = ImportedPeople { rows, columns: vec![email].into(), ..ImportedPeople::default() };
    Scenario { population: PopulationSpec::Imported(people), ..Sample::Birthday.scenario() }
}

#[test]
fn every_sample_travels_in_a_short_link() {
    for sample in Sample::ALL {
        let scenario = sample.scenario();
        let link = fragment(&scenario).unwrap();
        assert!(link.len() < 100, "{}: {}", sample.name(), link.len());
        assert_eq!(open(&link), Ok(scenario.clone()));
        assert_eq!(open(&format!("#{link}\n")), Ok(scenario));
    }
}

#[test]
fn the_reference_flow_with_edits_is_well_below_two_thousand_characters() {
    let scenario = edited();
    let link = format!("{SITE}{}", fragment(&scenario).unwrap());
    println!("{} characters", link.len());
    assert!(link.len() <= 500, "{}", link.len());
    assert_eq!(open(link.split_once('#').unwrap().1), Ok(scenario));
}

#[test]
fn what_a_later_version_knows_travels_too() {
    let mut value = wire::to_value(&edited());
    value["workflow"]["activities"][0]["settings"]["future"] = 1.into();
    value["reactions"]["sighs"] = 7.into();
    let scenario = wire::open(value.to_string().as_bytes()).unwrap();
    let again = open(&fragment(&scenario).unwrap()).unwrap();
    assert_eq!(wire::to_value(&again), value);
}

#[test]
fn the_dictionary_is_the_one_that_links_were_made_with() {
    // A changed dictionary needs a new version letter: links in the world must open for ever.
    assert_eq!(crc32(pack::DICTIONARY.as_bytes()), 0xf97a_1869);
}

#[test]
fn a_link_cut_off_anywhere_is_refused_and_mostly_told_from_a_damaged_one() {
    let link = fragment(&edited()).unwrap();
    let whole = MARK.len() + 1..link.len();
    let cut: Vec<_> = whole.clone().map(|end| open(&link[..end]).unwrap_err()).collect();
    assert!(cut.iter().all(|problem| matches!(problem, LinkProblem::Truncated | LinkProblem::Damaged)));
    let truncated = cut.iter().filter(|problem| **problem == LinkProblem::Truncated).count();
    assert!(truncated * 10 >= cut.len() * 9, "{truncated} of {}", cut.len());
    assert_eq!(open("#s="), Err(LinkProblem::Truncated));
}

#[test]
fn a_link_changed_anywhere_never_opens_as_something_else() {
    let link = fragment(&edited()).unwrap();
    for at in MARK.len() + 1..link.len() {
        let mut changed = link.clone();
        changed.replace_range(at..=at, if &link[at..=at] == "x" { "y" } else { "x" });
        let problem = open(&changed);
        // The last characters may have bits that say nothing.
        assert!(problem.is_err() || problem == open(&link), "at {at}: {problem:?}");
    }
    for garbage in
        ["", "s", "moment=2026", "s=1!!!!", "s=1ÅÄÖ", "s=1 a", "s=0abc", "s=-", "s=1AAAAAAAAAAAAAAAA"]
    {
        assert!(matches!(open(garbage), Err(LinkProblem::Damaged | LinkProblem::Truncated)), "{garbage}");
    }
}

#[test]
fn a_later_version_says_so_and_so_does_a_later_file() {
    assert_eq!(open("s=2abc"), Err(LinkProblem::LaterVersion));
    assert_eq!(open("s=Zabc"), Err(LinkProblem::LaterVersion));
    let json = br#"{"version": 9}"#;
    let later = OpenProblem::LaterVersion { version: 9 };
    assert_eq!(open(&forged(&pack::pack(json), json)), Err(LinkProblem::Scenario(later)));
    for json in [&b"[]"[..], b"{", b"\xff"] {
        assert_eq!(open(&forged(&pack::pack(json), json)), Err(LinkProblem::Damaged));
    }
}

#[test]
#[allow(clippy::disallowed_methods, reason = "how long a refusal takes is what the test is about")]
fn a_bomb_is_refused_at_once() {
    let bomb = compress_to_vec(&vec![b' '; 100 << 20], 9);
    let links = [forged(&bomb, b""), format!("{MARK}1{}", "A".repeat(50 << 20))];
    for link in links {
        let began = Instant::now();
        assert_eq!(open(&link), Err(LinkProblem::TooLarge));
        let took = began.elapsed();
        println!("{} characters refused in {took:?}", link.len());
        assert!(took < Duration::from_millis(50), "{took:?}");
    }
}

#[test]
fn many_imported_recipients_do_not_fit_and_a_few_do() {
    let few = imported(40);
    assert_eq!(open(&fragment(&few).unwrap()), Ok(few));
    for rows in [5_000, 1_000_000] {
        assert_eq!(fragment(&imported(rows)), Err(LinkProblem::DoesNotFit));
    }
}
