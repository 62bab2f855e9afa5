//! Script text in every field that people write in: whatever is made of it, it stays text.

use std::rc::Rc;

use chrono::NaiveDate;
use delivery_lab::lesson::authoring::key;
use delivery_lab::lesson::certificate::{self, Certificate};
use delivery_lab::lesson::course::Course;
use delivery_lab::lesson::lint;
use delivery_lab::lesson::package::{Kind, Package};
use delivery_lab::lesson::study::mastery::PassMark;
use delivery_lab::log::RunLog;
use delivery_lab::log::growth::Growth;
use delivery_lab::log::indicators::{Basis, Scope};
use delivery_lab::plan::lower::lower;
use delivery_lab::scenario::samples::Sample;
use delivery_lab::scenario::{Scenario, file, svg, wire};
use delivery_lab::scene::chart::standalone;
use delivery_lab::scene::charts::{ChartId, Source};
use delivery_lab::scene::picture::{Inside, Tone, draw, strip};
use delivery_lab::text::Lang;
use roxmltree::{Document, ParsingOptions};
use serde_json::Value;

use super::SCRIPT;
use crate::golden_file::path;

/// Fields whose texts people write; those of others name something or are one of a few words.
const WRITTEN: [&str; 9] =
    ["label", "subject", "body", "text", "comment", "message", "code", "deliveryCode", "links"];

/// Puts the script into every text that people write, and counts the places.
fn lade(value: &mut Value, is_written: bool) -> usize {
    match value {
        Value::String(text) if is_written => {
            *text = SCRIPT.to_owned();
            1
        }
        Value::Array(items) => items.iter_mut().map(|item| lade(item, is_written)).sum(),
        Value::Object(fields) => {
            fields.iter_mut().map(|(name, value)| lade(value, WRITTEN.contains(&name.as_str()))).sum()
        }
        _ => 0,
    }
}

/// The samples and the goldens with the script in them, and how many places that were.
fn laden() -> (Vec<Scenario>, usize) {
    let samples = Sample::ALL.into_iter().map(|sample| wire::save(&sample.scenario()));
    let goldens = std::fs::read_dir(path("tests/golden")).unwrap().map(|file| file.unwrap().path());
    let goldens = goldens.filter(|file| file.to_string_lossy().ends_with(".lab.json"));
    let texts = samples.chain(goldens.map(|file| std::fs::read_to_string(file).unwrap()));
    let mut places = 0;
    let scenarios = texts.map(|text| {
        let mut value: Value = serde_json::from_str(&text).unwrap();
        value["name"] = SCRIPT.into();
        places += lade(&mut value, false);
        wire::open(value.to_string().as_bytes()).unwrap()
    });
    (scenarios.collect(), places)
}

/// The picture is XML as every program reads it, without anything that runs or is fetched.
fn is_harmless(picture: &str) {
    let document = Document::parse_with_options(picture, ParsingOptions::default());
    let document = document.unwrap_or_else(|error| panic!("{error}: {picture:.300}"));
    for element in document.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        assert!(
            !["script", "img", "image", "foreignObject", "a", "use", "style"].contains(&name),
            "<{name}>"
        );
        for attribute in element.attributes() {
            assert!(!attribute.name().starts_with("on"), "{}", attribute.name());
            assert!(!attribute.name().contains("href"), "{}", attribute.name());
        }
    }
}

#[test]
fn pictures_hold_script_text_as_text() {
    let (scenarios, places) = laden();
    assert!(places > 1_000, "{places} places");
    for scenario in &scenarios {
        for inside in [Inside::Nothing, Inside::Scenario] {
            let picture = draw(Lang::En, scenario, Tone::Light, inside).svg;
            is_harmless(&picture);
            if inside == Inside::Scenario {
                assert_eq!(file::open(picture.as_bytes()).as_ref(), Ok(scenario));
            }
        }
    }
}

#[test]
fn pictures_of_runs_hold_script_text_as_text() {
    let (scenarios, _) = laden();
    let mut ran = 0;
    for scenario in scenarios.iter().filter(|one| one.weeks <= 60).step_by(9) {
        let Ok(lowered) = lower(scenario, None) else { continue };
        ran += 1;
        let log = RunLog::of(Rc::new(lowered.plan));
        is_harmless(&strip(Lang::En, &scenario.name, &log, log.end(), Tone::Light).svg);
        for chart in ChartId::ALL {
            let drawn = chart.of(&Source {
                run: &log,
                growth: &Growth::of(&log),
                shown: log.end(),
                scope: &Scope::All,
                basis: Basis::Success,
                by_delivery: false,
                lang: Lang::En,
            });
            is_harmless(&standalone(&drawn, 640.0, Tone::Dark, Some(&wire::save(scenario))).0);
        }
    }
    assert!(ran > 10, "{ran} ran");
}

/// The small course of the tests with the script in every word of it.
fn course() -> Course {
    let read = |name: &str| -> Value {
        serde_json::from_str(&std::fs::read_to_string(path(name)).unwrap()).unwrap()
    };
    let (mut course, mut words) = (read("tests/course/course.json"), read("tests/course/en.json"));
    all_texts(&mut words);
    course["words"] = serde_json::json!({ "en": words });
    lint::read(course.to_string().as_bytes()).unwrap()
}

fn all_texts(value: &mut Value) {
    match value {
        Value::String(text) => *text = SCRIPT.to_owned(),
        Value::Array(items) => items.iter_mut().for_each(all_texts),
        Value::Object(fields) => fields.values_mut().for_each(all_texts),
        _ => {}
    }
}

#[test]
fn a_lesson_of_script_text_is_found_and_what_is_made_of_it_stays_text() {
    let course = course();
    let found = lint::lint_words(&course);
    let told: Vec<_> =
        found.iter().map(|one| delivery_lab::text::course::finding::sentence(Lang::En, one)).collect();
    assert!(told.iter().any(|one| one.contains("tag or a script")), "{told:?}");
    let page = key::html(&course, "en", Lang::En);
    assert!(
        page.contains("&lt;script") && !page.contains("<script") && !page.contains("<img"),
        "{page:.400}"
    );
    let words = &course.words["en"];
    let certificate = Certificate {
        name: SCRIPT.into(),
        title: words.title.clone(),
        edition: 1,
        mark: 80,
        on: NaiveDate::from_ymd_opt(2026, 5, 4).unwrap(),
        skills: vec![(SCRIPT.into(), 90)],
        checks: vec![(SCRIPT.into(), 1, 1)],
    };
    let page = certificate::page(Lang::En, &certificate);
    assert!(
        page.contains("&lt;script") && !page.contains("<script") && !page.contains("<img"),
        "{page:.400}"
    );
}

#[test]
fn a_scenario_inside_a_picture_cannot_end_its_element() {
    let json = wire::save(&Scenario { name: SCRIPT.into(), ..Sample::Welcome.scenario() });
    let metadata = svg::metadata(&json);
    assert!(!metadata.contains("<script") && metadata.matches("</lab:scenario>").count() == 1);
    let picture = format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{metadata}</svg>");
    is_harmless(&picture);
    assert_eq!(svg::scenario_in(picture.as_bytes()).unwrap(), json);
}

#[test]
fn manifests_of_packages_hold_script_text_as_text() {
    let page = format!("<!doctype html><delivery-lab></delivery-lab>{}", " ".repeat(1 << 17));
    for kind in Kind::ALL {
        let package = Package {
            kind,
            id: SCRIPT,
            title: SCRIPT,
            description: SCRIPT,
            lang: SCRIPT,
            mark: PassMark::USUAL,
            page: page.as_bytes(),
            lesson: Some(SCRIPT.as_bytes()),
        };
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(package.zip().unwrap())).unwrap();
        let mut manifest = String::new();
        std::io::Read::read_to_string(&mut archive.by_index(0).unwrap(), &mut manifest).unwrap();
        let document = Document::parse(&manifest).unwrap_or_else(|error| panic!("{error}: {manifest:.400}"));
        let elements = document.descendants().filter(roxmltree::Node::is_element);
        assert!(elements.map(|one| one.tag_name().name()).all(|name| name != "script" && name != "img"));
        assert!(manifest.contains("&lt;script"), "{manifest:.400}");
        for place in 0..archive.len() {
            let name = archive.by_index(place).unwrap().name().unwrap().into_owned();
            assert!(name.chars().all(|sign| sign.is_ascii_alphanumeric() || ".-_".contains(sign)), "{name}");
        }
    }
}
