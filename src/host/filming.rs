//! Makes a film of the run with the browser's own recorder, and offers it when it is whole. Dropping it ends it.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{
    Blob, BlobEvent, BlobPropertyBag, HtmlImageElement, MediaRecorder, MediaRecorderOptions, RecordingState,
};

use super::{announce, painting};
use crate::app::filming::FilmAction;
use crate::paint::recorder::{self, MEDIA_TYPE};
use crate::paint::ticker::Ticker;
use crate::scene::film::Film;
use crate::ui::workflow::film::FilmPainter;

/// Frames a second, and bits for each second: lines and words stay sharp.
const FRAMES: f64 = 24.0;
const BITS: u32 = 3_000_000;
/// How much of it the recorder hands over at a time, in milliseconds.
const PART_MILLIS: i32 = 1_000;
/// A frame that comes later than this was not waited for: the tab was hidden.
const LONGEST_MILLIS: f64 = 100.0;
/// The time between two reports of progress, in milliseconds of the film.
const REPORT_MILLIS: f64 = 250.0;

/// A film in the making, from its first picture on.
pub(super) struct Filming {
    _waiting: Rc<RefCell<Option<Recording>>>,
}

/// What the browser records. Dropped, it stops and tells nothing.
struct Recording {
    recorder: MediaRecorder,
    _ticker: Ticker,
    _take: Closure<dyn FnMut(BlobEvent)>,
    _over: Closure<dyn FnMut()>,
}

/// Starts to film; `report` takes actions about the film with this number.
pub(super) fn start(id: u64, name: String, film: Film, report: impl Fn(FilmAction) + 'static) -> Filming {
    let (film, report) = (Rc::new(film), Rc::new(report));
    let waiting: Rc<RefCell<Option<Recording>>> = Rc::default();
    let there = Rc::downgrade(&waiting);
    painting::load(&film.backdrop().svg, {
        let (film, report) = (film.clone(), report.clone());
        move |image| {
            let Some(there) = there.upgrade() else { return };
            let begun = image.and_then(|image| record(id, name, &film, image, report.clone()).ok());
            let has_begun = begun.is_some();
            drop(there.replace(begun));
            if !has_begun {
                report(FilmAction::Ended { id, is_saved: false });
            }
        }
    });
    Filming { _waiting: waiting }
}

fn record(
    id: u64,
    name: String,
    film: &Rc<Film>,
    backdrop: HtmlImageElement,
    report: Rc<impl Fn(FilmAction) + 'static>,
) -> Result<Recording, JsValue> {
    let mut painter = FilmPainter::new(film.clone(), backdrop).ok_or(JsValue::NULL)?;
    painter.paint(0.0);
    let stream = painter.canvas().capture_stream_with_frame_request_rate(FRAMES)?;
    let options = MediaRecorderOptions::new();
    options.set_mime_type(recorder::kind().ok_or(JsValue::NULL)?);
    options.set_video_bits_per_second(BITS);
    let recorder = MediaRecorder::new_with_media_stream_and_media_recorder_options(&stream, &options)?;
    let parts = Array::new();
    let take = Closure::<dyn FnMut(BlobEvent)>::new({
        let parts = parts.clone();
        move |event: BlobEvent| {
            if let Some(part) = event.data() {
                parts.push(&part);
            }
        }
    });
    let over = Closure::<dyn FnMut()>::new({
        let report = report.clone();
        move || report(FilmAction::Ended { id, is_saved: offer(&name, &parts).is_ok() })
    });
    recorder.set_ondataavailable(Some(take.as_ref().unchecked_ref()));
    recorder.set_onstop(Some(over.as_ref().unchecked_ref()));
    recorder.start_with_time_slice(PART_MILLIS)?;
    let (film, driven) = (film.clone(), recorder.clone());
    let (mut last, mut passed, mut reported) = (None, 0.0, 0.0);
    let ticker = Ticker::start(move |now_millis| {
        let since = now_millis - last.replace(now_millis).unwrap_or(now_millis);
        if driven.state() == RecordingState::Inactive {
            return;
        }
        passed += since.min(LONGEST_MILLIS);
        painter.paint(passed);
        if passed >= film.millis() {
            let _ = driven.stop();
        } else if passed - reported >= REPORT_MILLIS {
            reported = passed;
            report(FilmAction::Progressed { id, permille: film.permille(passed) });
        }
    });
    Ok(Recording { recorder, _ticker: ticker, _take: take, _over: over })
}

fn offer(name: &str, parts: &Array) -> Result<(), JsValue> {
    let bag = BlobPropertyBag::new();
    bag.set_type(MEDIA_TYPE);
    announce::offer(name, &Blob::new_with_blob_sequence_and_options(parts, &bag)?)
}

impl Drop for Recording {
    fn drop(&mut self) {
        self.recorder.set_ondataavailable(None);
        self.recorder.set_onstop(None);
        if self.recorder.state() != RecordingState::Inactive {
            let _ = self.recorder.stop();
        }
        for track in self.recorder.stream().get_tracks() {
            if let Ok(track) = track.dyn_into::<web_sys::MediaStreamTrack>() {
                track.stop();
            }
        }
    }
}
