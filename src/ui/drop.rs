//! Files: dropped anywhere on the lab or chosen by the open button, told by their names and opened by their content.

use std::rc::Rc;

use web_sys::{DragEvent, File};
use yew::prelude::*;

use super::shell::icon::{Icon, IconView};
use super::widgets::file::{FetchProblem, fetch_file};
use crate::app::action::Action;
use crate::app::instructor::InstructorAction;
use crate::app::state::Handed;
use crate::base::plain::without_mark;
use crate::lesson::{lint, report};
use crate::people::import::Limits;
use crate::scenario::file::{self, FileKind};
use crate::scenario::wire::{self, OpenProblem};
use crate::text::{self, Lang};

/// Takes files that are dragged over the lab.
#[derive(Clone, PartialEq)]
pub(super) struct FileDrop {
    /// Whether one is over it now.
    pub(super) is_over: bool,
    /// For `dragenter` and `dragover`.
    pub(super) on_over: Callback<DragEvent>,
    /// For `dragleave`.
    pub(super) on_leave: Callback<DragEvent>,
    /// For `drop`.
    pub(super) on_drop: Callback<DragEvent>,
}

/// What is to be done with files over the lab. What a panel within has taken for itself is left to it.
#[hook]
pub(super) fn use_drop(readonly: bool, send: &Callback<Action>) -> FileDrop {
    let is_over = use_state_eq(|| false);
    let on_over = use_callback((readonly, is_over.setter()), |event: DragEvent, (readonly, is_over)| {
        let is_taken = event.default_prevented();
        if !is_taken && has_files(&event) {
            // Without this the browser would leave the page and show the file.
            event.prevent_default();
        }
        is_over.set(!is_taken && !readonly && has_files(&event));
    });
    let on_leave = use_callback(is_over.setter(), |event: DragEvent, is_over| {
        // Inside the lab one part is left for the next; nothing is next where the pointer leaves it.
        if event.related_target().is_none() {
            is_over.set(false);
        }
    });
    let on_drop = use_callback(
        (readonly, is_over.setter(), send.clone()),
        |event: DragEvent, (readonly, is_over, send)| {
            is_over.set(false);
            if event.default_prevented() || !has_files(&event) {
                return;
            }
            event.prevent_default();
            let files = event.data_transfer().and_then(|data| data.files());
            if let Some(file) = files.and_then(|files| files.get(0)).filter(|_| !readonly) {
                take(&file, send);
            }
        },
    );
    FileDrop { is_over: *is_over, on_over, on_leave, on_drop }
}

/// Reads a file that was dropped or chosen and has it opened, or says why not. One that is too large or of no use is
/// refused without being read.
pub(super) fn take(file: &File, send: &Callback<Action>) {
    let (name, send) = (file.name(), send.clone());
    let refuse = |name: String, send: &Callback<Action>, problem| {
        send.emit(Action::OpenFile { name, read: Err(problem) });
    };
    match FileKind::of(&name) {
        None => refuse(name, &send, OpenProblem::UnknownKind),
        Some(FileKind::Scenario) => fetch_file(file, wire::MAX_BYTES, move |fetched| {
            if let Ok(bytes) = &fetched
                && let Some(action) = of_teaching(&name, bytes)
            {
                return send.emit(Action::Instructor(action));
            }
            let read = match fetched {
                Ok(bytes) => file::open(&bytes).map(Rc::new),
                Err(problem) => Err(told(problem, wire::MAX_BYTES)),
            };
            send.emit(Action::OpenFile { name, read });
        }),
        Some(FileKind::Recipients) => {
            let limit = usize::try_from(Limits::default().bytes).unwrap_or(usize::MAX);
            fetch_file(file, limit, move |fetched| match fetched {
                Ok(bytes) => {
                    send.emit(Action::HandOver(Handed { name: name.into(), bytes: Rc::new(bytes) }));
                }
                Err(problem) => refuse(name, &send, told(problem, limit)),
            });
        }
    }
}

/// What a file is for where it holds a lesson, or the progress of a learner.
fn of_teaching(name: &str, bytes: &[u8]) -> Option<InstructorAction> {
    // Some editors put a mark before the text; whoever reads the file takes it off as well.
    let bytes = without_mark(bytes);
    let is_small = bytes.len() <= report::MAX_BYTES
        && bytes.iter().find(|sign| !sign.is_ascii_whitespace()) == Some(&b'{');
    if !is_small {
        return None;
    }
    if report::is_progress(bytes) {
        return Some(InstructorAction::ProgressCame { name: name.to_owned(), bytes: bytes.into() });
    }
    let is_lesson = name.to_ascii_lowercase().ends_with(".lesson.json") || lint::is_course(bytes);
    is_lesson.then(|| InstructorAction::LessonCame {
        name: name.to_owned(),
        read: lint::read(bytes).map(Rc::new),
        is_taken: false,
    })
}

fn told(problem: FetchProblem, limit: usize) -> OpenProblem {
    match problem {
        FetchProblem::TooLarge => OpenProblem::TooLarge { limit },
        FetchProblem::Unreadable => OpenProblem::Unreadable,
    }
}

/// Whether something dragged is a file, and not a text or a picture of the page.
fn has_files(event: &DragEvent) -> bool {
    let types = event.data_transfer().map(|data| data.types());
    types.is_some_and(|types| types.iter().any(|one| one.as_string().as_deref() == Some("Files")))
}

/// Over the whole lab while a file is over it.
pub(super) fn target(lang: Lang) -> Html {
    let words = text::share::of(lang);
    html! {
        <div class="drop-target" aria-hidden="true">
            <div>
                <IconView icon={Icon::Open} />
                <strong>{ words.drop }</strong>
                <p>{ words.drop_what }</p>
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_no_part_of_a_lesson_or_of_progress() {
        let marked = |text: &[u8]| [b"\xef\xbb\xbf".as_slice(), text].concat();
        let progress = marked(br#"{ "format": "delivery-lab/progress", "version": 1, "progress": {} }"#);
        assert!(matches!(of_teaching("ada.json", &progress), Some(InstructorAction::ProgressCame { .. })));
        let lesson = marked(include_bytes!("../../tests/course/course.json"));
        let came = of_teaching("own.json", &lesson);
        assert!(matches!(came, Some(InstructorAction::LessonCame { read: Ok(_), .. })));
        assert!(of_teaching("plan.json", &marked(b"{}")).is_none());
    }
}
