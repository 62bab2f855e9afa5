//! Writes a CSV file part by part between frames, and offers it when it is whole. Dropping it ends the writing.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::{Blob, BlobPropertyBag};

use super::announce;
use crate::app::rows::RowsAction;
use crate::log::RunLog;
use crate::log::export::{Export, ExportOf};
use crate::paint::clock::now_millis;
use crate::paint::work::Work;

/// How much of the file is a slice, in messages drawn.
const SLICE: u64 = 4_096;
/// So many bytes are handed to the browser at a time: it may keep them where it likes.
const PART: usize = 1 << 20;
/// The time between two reports of progress, in milliseconds.
const REPORT_MILLIS: f64 = 100.0;
const MEDIA_TYPE: &str = "text/csv;charset=utf-8";

/// The parts that the browser has, and what is not handed over yet.
struct Parts {
    export: Export,
    buffer: Vec<u8>,
    parts: Array,
    has_failed: bool,
    reported_at: f64,
}

/// Starts to write; `report` takes actions about the file with this number.
pub(super) fn start(id: u64, of: &ExportOf, log: Rc<RunLog>, report: impl Fn(RowsAction) + 'static) -> Work {
    let name = format!("{}.csv", of.table().name());
    let parts = Rc::new(RefCell::new(Parts {
        export: Export::new(&log, of.clone()),
        buffer: Vec::new(),
        parts: Array::new(),
        has_failed: false,
        reported_at: now_millis(),
    }));
    let slice = {
        let (parts, log) = (parts.clone(), log.clone());
        move || {
            let mut all = parts.borrow_mut();
            let (part, is_over) = all.export.advance(&log, SLICE);
            all.buffer.extend_from_slice(&part);
            if is_over || all.buffer.len() >= PART {
                all.hand_over();
            }
            is_over || all.has_failed
        }
    };
    Work::start(slice, move |is_over| {
        let mut all = parts.borrow_mut();
        let rows = all.export.rows();
        if is_over {
            let is_saved = !all.has_failed && all.offer(&name).is_ok();
            drop(all);
            report(RowsAction::ExportEnded { id, rows, is_saved });
        } else if now_millis() - all.reported_at >= REPORT_MILLIS {
            all.reported_at = now_millis();
            let permille = all.export.permille(&log);
            drop(all);
            report(RowsAction::ExportProgressed { id, permille, rows });
        }
    })
}

impl Parts {
    fn hand_over(&mut self) {
        let bytes = Array::of1(&Uint8Array::from(&self.buffer[..]).into());
        match Blob::new_with_u8_array_sequence(&bytes) {
            Ok(blob) => {
                self.parts.push(&blob);
            }
            Err(_) => self.has_failed = true,
        }
        self.buffer.clear();
    }

    fn offer(&self, name: &str) -> Result<(), JsValue> {
        let bag = BlobPropertyBag::new();
        bag.set_type(MEDIA_TYPE);
        announce::offer(name, &Blob::new_with_blob_sequence_and_options(&self.parts, &bag)?)
    }
}
