//! Progress and work that was kept: by a platform, on the device, in a file.

use delivery_lab::app::instructor::drafts::{self, DraftWish};
use delivery_lab::app::options::Options;
use delivery_lab::app::saved;
use delivery_lab::app::state::AppState;
use delivery_lab::app::templates::{self, TemplateChange};
use delivery_lab::lesson::course::Course;
use delivery_lab::lesson::study::{compact, record};
use delivery_lab::lesson::{lint, report};
use delivery_lab::text::course::progress::told;

use super::COURSE;
use crate::told::is_told;

/// Reads a text as everything that progress and work are kept in.
pub fn progress(bytes: &[u8]) {
    let Ok(course) = lint::read(COURSE) else { return };
    file(&course, bytes);
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    suspended(&course, text);
    device(text);
}

/// The short text that a platform keeps.
fn suspended(course: &Course, text: &str) {
    let read = compact::read(course, text);
    if let Ok(read) = read {
        assert!(compact::is_of(course, text), "read, and not of this course");
        let (first, _) = compact::write(course, &read.progress, read.study.as_ref(), read.scenario.as_ref());
        assert!(first.len() <= compact::MOST && compact::is_such(&first), "no text for a platform: {first}");
        let again = compact::read(course, &first);
        assert!(again.is_ok(), "what was written cannot be read");
        let second = again.map(|again| {
            compact::write(course, &again.progress, again.study.as_ref(), again.scenario.as_ref()).0
        });
        assert_eq!(second.as_ref(), Ok(&first), "written again, it is another text");
    }
}

/// A file with progress, as the learner takes it up and as a trainer looks at it.
fn file(course: &Course, bytes: &[u8]) {
    match record::read(course, bytes) {
        Ok(read) => {
            let text = record::write(course, &read.progress, read.aside.as_ref());
            let again = record::read(course, text.as_bytes()).map(|again| again.progress);
            assert_eq!(again, Ok(read.progress), "progress does not come back");
        }
        Err(problem) => is_told(|lang| told(lang, &problem)),
    }
    report::is_progress(bytes);
    if let Some(learner) = report::read("learner.json", bytes) {
        report::items(Some(course), std::slice::from_ref(&learner));
        report::misconceptions(course, &learner.progress);
        report::calibration(&learner.progress);
        report::skills(&learner.progress);
    }
}

/// What lies on the device: the work, the templates, the lessons.
fn device(text: &str) {
    if saved::read(text).is_ok() {
        AppState::new(&Options::default(), Some(text));
    }
    let read = templates::change(Some(text), &TemplateChange::Read);
    assert!(read.text.is_none(), "reading templates writes them");
    let read = drafts::change(Some(text), &DraftWish::Read);
    assert!(read.text.is_none(), "reading lessons writes them");
}
