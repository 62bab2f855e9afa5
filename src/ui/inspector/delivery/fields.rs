//! The text fields of the creative editor, and the list that inserts a personalization field where was written last.

use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::draft::Part;
use super::editing::Editing;
use crate::people::personal;
use crate::text::condition::attribute;
use crate::text::format::capitalized;
use crate::text::inspector::content as words;

/// A field of several lines.
pub(super) fn area(
    editing: &Editing<'_>,
    (id, label): (impl Into<AttrValue>, &str),
    rows: u32,
    part: Part,
    about: &str,
) -> Html {
    let id = id.into();
    html! {
        <div class="ins-field">
            <label for={id.clone()}>{ label }</label>
            <textarea {id} rows={rows.to_string()} value={editing.draft.get(part).to_owned()} disabled={!editing.may_edit}
                aria-describedby={about.to_owned()} oninput={typing(editing, part)} onkeydown={dropping(editing, part)}
                onblur={leaving(editing, part)} />
        </div>
    }
}

/// Keeps what is typed.
fn typing(editing: &Editing<'_>, part: Part) -> Callback<InputEvent> {
    let (keep, draft) = (editing.keep(), editing.draft.clone());
    Callback::from(move |event: InputEvent| {
        keep.emit(draft.with(part, &event.target_unchecked_into::<HtmlTextAreaElement>().value()));
    })
}

/// Keeps what is typed in a field of one line.
pub(super) fn typing_line(editing: &Editing<'_>, part: Part) -> Callback<InputEvent> {
    let (keep, draft) = (editing.keep(), editing.draft.clone());
    Callback::from(move |event: InputEvent| {
        keep.emit(draft.with(part, &event.target_unchecked_into::<HtmlInputElement>().value()));
    })
}

/// Escape gives a field back what is applied. It goes no further while anything is not applied: the panel would be
/// closed, and all of it lost.
pub(super) fn dropping(editing: &Editing<'_>, part: Part) -> Callback<KeyboardEvent> {
    let (keep, is_changed) = (editing.keep(), editing.is_changed());
    let given_back = editing.draft.given_back(part, &editing.applied);
    Callback::from(move |event: KeyboardEvent| {
        if event.key() == "Escape" && is_changed {
            event.prevent_default();
            event.stop_propagation();
            if let Some(draft) = &given_back {
                keep.emit(draft.clone());
            }
        }
    })
}

/// Remembers where was written last.
fn leaving(editing: &Editing<'_>, part: Part) -> Callback<FocusEvent> {
    let caret = editing.caret.clone();
    Callback::from(move |event: FocusEvent| {
        let at = event.target_unchecked_into::<HtmlTextAreaElement>().selection_start();
        *caret.borrow_mut() = (part, at.ok().flatten());
    })
}

/// The same for a field of one line.
pub(super) fn leaving_line(editing: &Editing<'_>, part: Part) -> Callback<FocusEvent> {
    let caret = editing.caret.clone();
    Callback::from(move |event: FocusEvent| {
        let at = event.target_unchecked_into::<HtmlInputElement>().selection_start();
        *caret.borrow_mut() = (part, at.ok().flatten());
    })
}

/// The list of personalization fields; choosing one inserts it.
pub(super) fn insert_field(editing: &Editing<'_>) -> Html {
    let lang = editing.props.pen.lang;
    let words = words::of(lang);
    let schema = editing.props.scenario.population.schema();
    let onchange = {
        let (keep, draft, caret) = (editing.keep(), editing.draft.clone(), editing.caret.clone());
        Callback::from(move |event: Event| {
            let select = event.target_unchecked_into::<HtmlSelectElement>();
            let name = select.value();
            // The list is a button: it goes back to its invitation.
            select.set_value("");
            if !name.is_empty() {
                let (part, at) = *caret.borrow();
                let field = personal::field(&name);
                let after = at.map(|at| at + field.encode_utf16().count() as u32);
                keep.emit(draft.inserted(part, at, &field));
                *caret.borrow_mut() = (part, after);
            }
        })
    };
    html! {
        <div class="ins-field">
            <label for="ins-insert">{ words.insert }</label>
            <select id="ins-insert" disabled={!editing.may_edit} aria-describedby="ins-insert-hint" {onchange}>
                <option value="" selected=true>{ words.choose_field }</option>
                { for schema.attributes().iter().map(|one| html! {
                    <option key={one.name.clone()} value={one.name.clone()}>{ capitalized(attribute(lang, &one.name)) }</option>
                }) }
            </select>
            <p class="ins-hint" id="ins-insert-hint">{ words.insert_hint }</p>
        </div>
    }
}
