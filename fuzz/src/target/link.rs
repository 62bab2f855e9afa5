//! Links with a scenario or a lesson inside.

use delivery_lab::lesson::link as lessons;
use delivery_lab::scenario::link::{self, LinkProblem};
use delivery_lab::text::Lang;
use delivery_lab::text::course::finding;
use delivery_lab::text::share::told_of_link;

use crate::told::is_told;

/// Opens the fragment of an address, and what a fragment with these very bytes packed in it would be: its checksum is
/// right, so what is behind the unpacking is reached as well.
pub fn link(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    open(text);
    let text = text.strip_prefix(link::MARK).unwrap_or(text);
    for mark in [link::MARK, lessons::MARK] {
        if let Ok(sealed) = link::seal(mark, text) {
            assert_eq!(link::unseal(mark, &sealed).as_deref(), Ok(text.as_bytes()), "not what was packed");
            open(&sealed);
        }
    }
}

fn open(fragment: &str) {
    if !lessons::is_one(fragment) {
        return match link::open(fragment) {
            Ok(scenario) => {
                let again = link::fragment(&scenario).map(|fragment| link::open(&fragment));
                let is_same = |again: &Result<_, _>| again.as_ref() == Ok(&scenario);
                assert!(again.is_err() || again.as_ref().is_ok_and(is_same), "a link that loses something");
            }
            Err(problem) => refused(&problem),
        };
    }
    match lessons::open(fragment) {
        Ok(course) => {
            // What an author could not finish is left out of a link; what is in one stays.
            if let Ok(first) = lessons::fragment(&course) {
                let read = lessons::open(&first);
                let second = read.as_ref().ok().and_then(|course| lessons::fragment(course).ok());
                assert_eq!(second.as_ref(), Some(&first), "a link that loses something");
            }
        }
        Err(lessons::LessonLinkProblem::Link(problem)) => refused(&problem),
        Err(lessons::LessonLinkProblem::Lesson(found)) => {
            for lang in Lang::WRITTEN {
                assert!(!finding::sentence(lang, &found).trim().is_empty(), "a finding without words");
            }
        }
    }
}

fn refused(problem: &LinkProblem) {
    is_told(|lang| told_of_link(lang, problem));
}
