//! A note on the canvas: words on paper, with a corner to resize it by where it is chosen.

use std::rc::Rc;

use yew::prelude::*;

use super::connect::on_grid;
use super::desk::Desk;
use crate::scenario::edit::Edit;
use crate::scenario::note::Note;
use crate::scene::lettering::note_lines;
use crate::scene::route::Point;
use crate::scene::spot;
use crate::text::Lang;
use crate::text::builder::canvas as words;

/// Props of a note.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NoteViewProps {
    /// Its place in the list.
    pub(super) number: usize,
    /// The note.
    pub(super) note: Note,
    /// Whether it is chosen.
    pub(super) is_chosen: bool,
    /// Whether the Tab key stops here.
    pub(super) is_stop: bool,
    /// Whether it can be resized.
    pub(super) has_corner: bool,
    /// The language.
    pub(super) lang: Lang,
}

/// The note.
#[component]
pub(super) fn NoteView(props: &NoteViewProps) -> Html {
    let note = &props.note;
    let (width, height) = (f64::from(note.width), f64::from(note.height));
    let shown = note_lines(&note.text, width, height);
    let number = props.number.to_string();
    html! {
        <g class="b-note" transform={format!("translate({} {})", note.x, note.y)} data-note={number.clone()} role="button"
            tabindex={if props.is_stop { "0" } else { "-1" }} aria-label={words::note(props.lang, &note.text)}
            aria-pressed={props.is_chosen.to_string()}>
            <rect class="b-note-ground" width={note.width.to_string()} height={note.height.to_string()} rx="6" />
            if shown.is_empty() {
                <text class="b-note-text is-empty" x="12" y="25">{ words::of(props.lang).note_empty }</text>
            }
            { for shown.into_iter().enumerate().map(|(at, (line, down))| html! {
                <text key={at} class="b-note-text" x="12" y={down.to_string()}>{ line }</text>
            }) }
            if props.has_corner {
                <path class="b-corner-grip" data-corner={number} d={format!("M{width} {0}v14h-14z", height - 14.0)} />
            }
        </g>
    }
}

impl Desk {
    /// Puts an empty note where there is room near the middle of what is seen; it is written at once.
    pub(super) fn add_note(self: &Rc<Self>) {
        let view = self.camera().view(self.room()).middle();
        let near = on_grid(Point { x: view.x - 100.0, y: view.y - 40.0 });
        let at = spot::free(&self.now().scenario.workflow, near);
        self.edit(Edit::AddNote(Note::new("", at)));
    }
}
