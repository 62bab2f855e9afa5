//! Packages as the command line writes them: whole, of the course or of a lesson, and refused with a sentence.

use std::path::PathBuf;
use std::process::{Command, Output};

use delivery_lab::lesson::authoring;
use delivery_lab::text::Lang;

use super::course::course;

fn simulate(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_simulate")).args(words).env("LC_ALL", "C").output().unwrap()
}

/// A file of this test run, with a name of its own.
fn file(name: &str, bytes: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("package-{name}"));
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

fn page() -> String {
    let text = format!("<!doctype html><delivery-lab></delivery-lab>{}", " ".repeat(1 << 17));
    file("page.html", text.as_bytes())
}

/// Two files with the small course of the tests: without and with its words inside.
fn small() -> (String, String) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/course");
    let read = |name: &str| -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
    };
    let (mut small, words) = (read("course.json"), read("en.json"));
    let bare = file("bare.lesson.json", small.to_string().as_bytes());
    small["words"] = serde_json::json!({ "en": words });
    (bare, file("small.lesson.json", small.to_string().as_bytes()))
}

/// The names in a zip, in their order, and the text of the first file.
fn zipped(output: &Output) -> (Vec<String>, String) {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&output.stdout)).unwrap();
    let names = (0..archive.len())
        .map(|place| archive.by_index(place).unwrap().name().unwrap().into_owned())
        .collect();
    let mut manifest = String::new();
    std::io::Read::read_to_string(&mut archive.by_index(0).unwrap(), &mut manifest).unwrap();
    (names, manifest)
}

#[test]
fn the_course_of_the_page_is_packed_without_a_file_and_a_lesson_with_one() {
    let course_folder = concat!(env!("CARGO_MANIFEST_DIR"), "/course");
    let (page, (_, small)) = (page(), small());
    let whole = simulate(&["--course", course_folder, "--package", "scorm-1.2", "--page", &page]);
    let (names, manifest) = zipped(&whole);
    assert_eq!(names, ["imsmanifest.xml", "index.html"]);
    assert!(manifest.contains("identifier=\"delivery-lab-two-kinds\"") && course().id == "two-kinds");
    assert!(manifest.contains("<adlcp:masteryscore>80<"));
    let words = ["--course", &small, "--package", "cmi5", "--page", &page, "--pass-mark", "65"];
    let (names, manifest) = zipped(&simulate(&words));
    assert_eq!(names, ["cmi5.xml", "index.html", "two-kinds-of-delivery.lesson.json"]);
    assert!(manifest.contains("masteryScore=\"0.65\"") && manifest.contains("?lesson=two-kinds-of-delivery"));
    assert_eq!(simulate(&words).stdout, simulate(&words).stdout, "the same bytes");
}

#[test]
fn what_cannot_be_packed_says_why() {
    let (page, (bare, small)) = (page(), small());
    let empty = file("empty.lesson.json", &serde_json::to_vec(&authoring::new("own-1", Lang::En)).unwrap());
    let other = file("other.html", b"<!doctype html><script src=\"./boot.js\"></script>");
    for (words, code, sentence) in [
        (vec!["--course", &*small, "--package", "scorm-1.2"], 2, "--page"),
        (vec!["--package", "scorm-1.2", "--page", &*page], 2, "--course"),
        (vec!["--course", &*small, "--package", "zip", "--page", &*page], 2, "scorm-2004"),
        (vec!["--course", &*small, "--package", "cmi5", "--page", &*other], 2, "page in one file"),
        (vec!["--course", &*small, "--package", "cmi5", "--page", "none.html"], 2, "There is no file"),
        (vec!["--course", &*bare, "--package", "cmi5", "--page", &*page], 2, "no words"),
        (vec!["--course", &*empty, "--package", "cmi5", "--page", &*page], 1, ""),
        (vec!["--course", &*small, "--package", "cmi5", "--page", &*page, "--pass-mark", "49"], 2, "49"),
    ] {
        let output = simulate(&words);
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(code), "{words:?}: {told}");
        assert!(!told.is_empty() && told.contains(sentence) && output.stdout.is_empty(), "{words:?}: {told}");
    }
}
