//! Packages as other programs read them: the zip by a zip library, the manifests by an XML parser.

use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

use super::*;

/// Something long enough to be the page in one file, and hard to deflate, as wasm is.
fn page() -> Vec<u8> {
    let mut page = b"<!doctype html>\n<html><body><delivery-lab></delivery-lab><!--".to_vec();
    let mut noise = 1_u32;
    page.extend((0..LEAST_PAGE).map(|_| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        b'a' + (noise >> 24) as u8 % 26
    }));
    page.extend(b"--></body></html>\n");
    page
}

fn package<'p>(kind: Kind, page: &'p [u8], lesson: Option<&'p [u8]>) -> Package<'p> {
    Package {
        kind,
        id: "two-kinds",
        title: "Two kinds of delivery",
        description: "Why a year of e-mails is 52 deliveries or one.",
        lang: "en",
        mark: PassMark::USUAL,
        page,
        lesson,
    }
}

/// The names and contents of a zip, in their order, as a library for them reads it.
fn unzipped(bytes: Vec<u8>) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let count = archive.len();
    let read = |place| {
        let mut file = archive.by_index(place).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..count).map(read).collect()
}

fn elements<'d>(document: &'d Document<'_>, name: &str) -> Vec<Node<'d, 'd>> {
    document.descendants().filter(|node| node.has_tag_name(name) || node.tag_name().name() == name).collect()
}

#[test]
fn the_zip_holds_the_manifest_at_its_root_the_page_and_the_lesson() {
    let (page, lesson) = (page(), br#"{"format": "delivery-lab/course"}"#);
    for kind in Kind::ALL {
        let files = unzipped(package(kind, &page, None).zip().unwrap());
        let names: Vec<_> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, [kind.manifest(), "index.html"]);
        assert_eq!(files[1].1, page);
        let files = unzipped(package(kind, &page, Some(lesson)).zip().unwrap());
        assert_eq!(files[2], ("two-kinds-of-delivery.lesson.json".to_owned(), lesson.to_vec()));
        assert_eq!(files[1].1, page);
    }
}

#[test]
fn the_same_package_is_the_same_bytes() {
    let page = page();
    let package = package(Kind::Scorm12, &page, None);
    let zip = package.zip().unwrap();
    assert_eq!(zip, package.zip().unwrap());
    let mut archive = zip::ZipArchive::new(Cursor::new(zip)).unwrap();
    let file = archive.by_name("index.html").unwrap();
    assert_eq!(file.unix_mode(), Some(0o100_644));
    assert_eq!(file.last_modified(), Some(zip::DateTime::default()));
}

#[test]
fn the_manifests_are_those_that_were_looked_at() {
    let goldens = [
        (Kind::Scorm12, include_str!("../../../tests/package/scorm-1.2.xml")),
        (Kind::Scorm2004, include_str!("../../../tests/package/scorm-2004.xml")),
        (Kind::Cmi5, include_str!("../../../tests/package/cmi5.xml")),
    ];
    for (kind, golden) in goldens {
        assert_eq!(package(kind, b"", Some(b"{}")).manifest(), golden, "{}", kind.name());
    }
}

#[test]
fn each_manifest_has_what_its_standard_asks_for() {
    let lesson = "index.html?lesson=two-kinds-of-delivery.lesson.json";
    for kind in [Kind::Scorm12, Kind::Scorm2004] {
        let text = package(kind, b"", Some(b"{}")).manifest();
        let document = Document::parse(&text).unwrap();
        let item = elements(&document, "item")[0];
        let resource = elements(&document, "resource")[0];
        assert_eq!(item.attribute("identifierref"), resource.attribute("identifier"));
        let organization = elements(&document, "organization")[0].attribute("identifier");
        assert_eq!(elements(&document, "organizations")[0].attribute("default"), organization);
        assert_eq!(resource.attribute("href"), Some(lesson));
        let files: Vec<_> =
            elements(&document, "file").iter().filter_map(|file| file.attribute("href")).collect();
        assert_eq!(files, ["index.html", "two-kinds-of-delivery.lesson.json"]);
    }
    let text = package(Kind::Cmi5, b"", None).manifest();
    let document = Document::parse(&text).unwrap();
    let unit = elements(&document, "au")[0];
    assert_eq!(unit.attribute("masteryScore"), Some("0.8"));
    assert_ne!(unit.attribute("id"), elements(&document, "course")[0].attribute("id"));
    assert_eq!(elements(&document, "url")[0].text(), Some("index.html"));
}

#[test]
fn hostile_titles_stay_texts() {
    let title = "]]> <script>&amp;\"'\u{0}\u{b}\u{ffff}\n</title> ÅÄÖ 日本語 🚀";
    let long = "x".repeat(3_000);
    for kind in Kind::ALL {
        let hostile = Package {
            title,
            description: &long,
            id: "../\"evil\" id",
            lang: "e\"n",
            ..package(kind, b"", None)
        };
        let text = hostile.manifest();
        let document = Document::parse(&text).unwrap();
        let titles = elements(&document, "title");
        let told =
            titles[0].descendants().find_map(|node| node.text().filter(|text| !text.trim().is_empty()));
        assert_eq!(told, Some("]]> <script>&amp;\"' </title> ÅÄÖ 日本語 🚀"));
        assert!(text.len() < 12_000 && text.contains("evil-id"), "{text}");
        assert_eq!(hostile.file_name(), format!("script-amp-title-{}.zip", kind.name()));
    }
    let wordless = Package { title: "日本語", id: "", ..package(Kind::Cmi5, b"", Some(b"{}")) };
    assert!(wordless.manifest().contains("index.html?lesson=lesson.lesson.json"));
    let untitled = Package { title: " ", description: "", ..wordless };
    assert!(untitled.manifest().contains(">lesson<"));
}

#[test]
fn what_is_not_the_page_and_what_is_too_large_are_refused() {
    let page = page();
    let refused = |page: &[u8]| package(Kind::Scorm12, page, None).zip();
    assert_eq!(refused(&page[1..]), Err(PackageProblem::NotThePage));
    assert_eq!(refused(&page[..LEAST_PAGE - 1]), Err(PackageProblem::NotThePage), "it loads the rest");
    let other = [b"<!DOCTYPE html>".to_vec(), vec![b' '; LEAST_PAGE]].concat();
    assert_eq!(refused(&other), Err(PackageProblem::NotThePage));
    let large = vec![b' '; MOST];
    let too_large = package(Kind::Scorm12, &page, Some(&large)).zip();
    assert_eq!(too_large, Err(PackageProblem::TooLarge));
}
